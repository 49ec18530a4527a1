package io.posture.io;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Who delivers what, from where and by which way, row by row as the tables say it. Shares are as given: nothing is scaled.
 *
 * @param companies rows of suppliers
 * @param sources rows of sourcing
 * @param links rows of supply_links, without those that close a circle
 * @param lanes rows of lanes
 * @param countries country of each place in locations that has one
 * @param components rows of bom
 * @param products rows of items that say where an item is made or what is owed of it, by its key
 * @param routes lane by which a supplier's deliveries of an item came most often; only where receipts say one
 * @param openOrders rows of receipts without a receipt
 */
public record SupplyMap(
        List<Company> companies,
        List<Terms> sources,
        List<Link> links,
        List<Lane> lanes,
        Map<String, String> countries,
        List<Component> components,
        Map<String, Product> products,
        Map<Pair, String> routes,
        List<OpenOrder> openOrders) {

    /** Nothing is known. */
    public static final SupplyMap EMPTY = new SupplyMap(
            List.of(), List.of(), List.of(), List.of(), Map.of(), List.of(), Map.of(), Map.of(), List.of());

    /** Copies. */
    public SupplyMap {
        companies = List.copyOf(companies);
        sources = List.copyOf(sources);
        links = List.copyOf(links);
        lanes = List.copyOf(lanes);
        countries = Map.copyOf(countries);
        components = List.copyOf(components);
        products = Map.copyOf(products);
        routes = Map.copyOf(routes);
        openOrders = List.copyOf(openOrders);
    }

    /**
     * An item and who delivers it.
     *
     * @param item key of the item
     * @param supplier key of the supplier; empty if unknown
     */
    public record Pair(String item, String supplier) {}

    /**
     * A company.
     *
     * @param id the key
     * @param country ISO 3166-1 alpha-2 code; empty if unknown
     * @param region region that it fails with; empty means the country
     * @param recoveryDays days to full recovery; empty if unknown
     * @param parent key of the company that it belongs to; empty if none is known
     * @param bringUpDays days until it delivers as an alternate; empty if unknown
     * @param rampDays days from there until it delivers all that it can; empty for at once
     * @param blocked whether it must not be bought from
     */
    public record Company(
            String id,
            String country,
            String region,
            String parent,
            OptionalDouble recoveryDays,
            OptionalDouble bringUpDays,
            OptionalDouble rampDays,
            boolean blocked) {}

    /**
     * On which terms a supplier delivers an item.
     *
     * @param pair item and supplier
     * @param share share of the item's supply, or a weight; empty for an equal part of the rest
     * @param qualified whether it could deliver at once
     * @param site key of the place that delivers; empty if unknown
     * @param lane key of the way; empty if unknown
     * @param surgeShare share of the item's demand that it can carry when others fail; empty if unknown
     * @param capacityPerDay pieces a day that it can deliver; empty if unknown
     * @param premiumPerPiece money that a piece costs more than elsewhere; empty if unknown
     * @param fixedCostPerYear money a year that it costs to keep; empty if unknown
     */
    public record Terms(
            Pair pair,
            OptionalDouble share,
            boolean qualified,
            String site,
            String lane,
            OptionalDouble surgeShare,
            OptionalDouble capacityPerDay,
            OptionalDouble premiumPerPiece,
            OptionalDouble fixedCostPerYear) {}

    /**
     * A place or company behind a supplier.
     *
     * @param downstream who is delivered to
     * @param upstream who delivers, or where it is made
     * @param item key of the item that it is for; empty for all of them
     * @param commodity what is delivered; empty for the goods themselves
     * @param share share of it that comes this way, or a weight; empty for an equal part of the rest
     * @param country ISO 3166-1 alpha-2 code of the place; empty if unknown
     * @param coverDays stock of it that stands before who is delivered to, days of its need; empty if unknown
     * @param transitDays days on the way; empty if unknown
     */
    public record Link(
            String downstream,
            String upstream,
            String item,
            String commodity,
            OptionalDouble share,
            String country,
            OptionalDouble coverDays,
            OptionalDouble transitDays) {}

    /**
     * A way that goods take.
     *
     * @param id the key
     * @param chokepoint key of the passage that it shares with other ways; empty if there is none
     */
    public record Lane(String id, String chokepoint) {}

    /**
     * A component of a made item.
     *
     * @param parent key of the made item
     * @param component key of the component
     * @param perPiece pieces of the component in one piece of the made item, above 0
     */
    public record Component(String parent, String component, double perPiece) {}

    /**
     * What is known of an item that we make or sell.
     *
     * @param madeAt key of the place where it is made of its components; empty if unknown
     * @param contractPerDay pieces a day that are owed by contract; 0 if none are
     */
    public record Product(String madeAt, double contractPerDay) {

        /** Nothing is known. */
        public static final Product UNKNOWN = new Product("", 0);
    }

    /**
     * An order without a receipt.
     *
     * @param pair item and supplier
     * @param lane key of the way; empty if unknown
     * @param orderedOn day of the order; empty if unknown
     * @param expectedOn day last promised; empty if unknown
     * @param pieces ordered pieces; empty if unknown
     */
    public record OpenOrder(
            Pair pair,
            String lane,
            Optional<LocalDate> orderedOn,
            Optional<LocalDate> expectedOn,
            OptionalDouble pieces) {}
}
