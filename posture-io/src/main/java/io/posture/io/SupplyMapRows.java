package io.posture.io;

import io.posture.io.table.Disposition;
import io.posture.io.table.TableRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Collects the rows that make the supply map. Every row that comes here is used. Not thread-safe. */
final class SupplyMapRows {

    private static final Comparator<Map.Entry<String, Integer>> RAREST_FIRST =
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey, Comparator.reverseOrder());

    private final List<SupplyMap.Company> companies = new ArrayList<>();
    private final List<SupplyMap.Terms> sources = new ArrayList<>();
    private final List<SupplyMap.Link> links = new ArrayList<>();
    private final List<SupplyMap.Lane> lanes = new ArrayList<>();
    private final Map<String, String> countries = new TreeMap<>();
    private final List<SupplyMap.Component> components = new ArrayList<>();
    private final Map<String, SupplyMap.Product> products = new TreeMap<>();
    private final Map<SupplyMap.Pair, Map<String, Integer>> routes = new HashMap<>();
    private final List<SupplyMap.OpenOrder> openOrders = new ArrayList<>();

    SupplyMapRows() {}

    /** Adds a place, a lane, a supplier or a link. */
    Disposition add(TableRow row) {
        switch (row.table()) {
            case LOCATIONS -> location(row);
            case LANES -> lanes.add(new SupplyMap.Lane(row.text("lane_id"), row.text("chokepoint")));
            case SUPPLIERS -> companies.add(company(row));
            case SUPPLY_LINKS -> links.add(link(row));
            default -> throw new IllegalArgumentException("table " + row.table().id() + " is no part of the map");
        }
        return Disposition.USED;
    }

    /** Adds where an item is made and what is owed of it. */
    void addItem(TableRow row) {
        SupplyMap.Product product = new SupplyMap.Product(
                row.text("made_at"), row.number("contract_per_day").orElse(0));
        if (!product.equals(SupplyMap.Product.UNKNOWN)) {
            products.put(row.text("item_id"), product);
        }
    }

    private void location(TableRow row) {
        if (!row.text("country").isEmpty()) {
            countries.put(row.text("id"), country(row, "country"));
        }
    }

    private static SupplyMap.Company company(TableRow row) {
        return new SupplyMap.Company(
                row.text("supplier_id"),
                country(row, "country"),
                row.text("region"),
                row.text("parent_id"),
                row.number("ttr_days"),
                row.number("alternate_bringup_days"),
                row.number("alternate_ramp_days"),
                row.text("status").equals("blocked"));
    }

    private static SupplyMap.Link link(TableRow row) {
        return new SupplyMap.Link(
                row.text("downstream_supplier"),
                row.text("upstream_supplier"),
                row.text("item_id"),
                row.text("commodity"),
                row.number("share"),
                country(row, "site_country"),
                row.number("cover_days"),
                row.number("transit_days"));
    }

    private static String country(TableRow row, String column) {
        return row.text(column).toUpperCase(Locale.ROOT);
    }

    /**
     * Adds the terms of a supplier for an item.
     *
     * @param rate units of the run's currency that one unit of the item's is
     */
    Disposition addSource(TableRow row, double rate) {
        OptionalDouble factor = OptionalDouble.of(rate);
        sources.add(new SupplyMap.Terms(
                pair(row),
                row.number("share"),
                row.flag("qualified"),
                row.text("site_id"),
                row.text("lane_id"),
                row.number("surge_pct"),
                row.number("capacity_per_day"),
                Measures.times(row.number("price_premium"), factor),
                Measures.times(row.number("fixed_cost_yr"), factor)));
        return Disposition.USED;
    }

    /**
     * Adds a component.
     *
     * @param factor base units of the component that one unit of the row is
     */
    Disposition addComponent(TableRow row, double factor) {
        components.add(new SupplyMap.Component(
                row.text("parent"), row.text("component"), row.number("qty_per").orElseThrow() * factor));
        return Disposition.USED;
    }

    /**
     * Adds the lane of a receipt, or an open order.
     *
     * @param factor base units that one unit of the row is
     */
    Disposition addReceipt(TableRow row, double factor) {
        String lane = row.text("lane_id");
        if (!lane.isEmpty()) {
            routes.computeIfAbsent(pair(row), none -> new HashMap<>(2)).merge(lane, 1, Integer::sum);
        }
        if (row.date("receipt_date").isEmpty()) {
            Optional<LocalDate> last = row.date("last_promised_date");
            openOrders.add(new SupplyMap.OpenOrder(
                    pair(row),
                    lane,
                    row.date("order_date"),
                    last.isPresent() ? last : row.date("promised_date"),
                    Measures.times(row.number("ordered_qty"), OptionalDouble.of(factor))));
        }
        return Disposition.USED;
    }

    private static SupplyMap.Pair pair(TableRow row) {
        return new SupplyMap.Pair(row.text("item_id"), row.text("supplier_id"));
    }

    SupplyMap build() {
        Map<SupplyMap.Pair, String> most = new HashMap<>();
        routes.forEach((pair, counts) -> most.put(
                pair, counts.entrySet().stream().max(RAREST_FIRST).orElseThrow().getKey()));
        return new SupplyMap(companies, sources, links, lanes, countries, components, products, most, openOrders);
    }
}
