package io.posture.analysis.stress;

import io.posture.api.LeadTime;
import io.posture.api.SourcingLink;
import io.posture.api.Upstream;
import io.posture.io.SupplyMap;
import io.posture.stress.OpenOrder;
import io.posture.stress.RampUp;
import io.posture.stress.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** From where and by which way suppliers deliver items: a source for each place, and one for what is not mapped. */
final class SourcePlaces {

    private static final double NOTHING = 1e-9;

    private final MapReading map;
    private final Map<SupplyMap.Pair, SupplyMap.Terms> terms = new HashMap<>();
    private final Map<SupplyMap.Pair, String> routes;

    SourcePlaces(SupplyMap tables, MapReading map) {
        this.map = map;
        this.routes = tables.routes();
        tables.sources().forEach(row -> terms.put(row.pair(), row));
    }

    /** The row of sourcing. */
    Optional<SupplyMap.Terms> terms(SupplyMap.Pair pair) {
        return Optional.ofNullable(terms.get(pair));
    }

    static OptionalDouble leadDays(SourcingLink link) {
        return link.leadTime().map(LeadTime::meanDays).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    /**
     * The sources that a supplier's deliveries of an item come from.
     *
     * @param share share of the item's need that the supplier delivers
     * @param surge what it can carry beyond it
     */
    List<Source> of(SupplyMap.Pair pair, double share, OptionalDouble leadDays, RampUp surge, List<OpenOrder> open) {
        Optional<SupplyMap.Terms> row = terms(pair);
        String lane = row.map(SupplyMap.Terms::lane)
                .filter(id -> !id.isEmpty())
                .orElseGet(() -> routes.getOrDefault(pair, ""));
        List<Upstream> places = row.map(SupplyMap.Terms::site)
                .filter(site -> !site.isEmpty())
                .map(site -> List.of(new Upstream(site, "", 1)))
                .orElseGet(() -> map.places(pair.supplier(), pair.item()));
        Source whole = new Source(pair.supplier(), "", lane, Math.min(1, share), leadDays, surge, open);
        List<Source> sources = new ArrayList<>();
        double left = 1;
        for (Upstream place : places) {
            sources.add(part(whole, place.share()).withPlant(map.plant(place.id())));
            left -= place.share();
        }
        if (left > NOTHING) {
            sources.add(part(whole, left));
        }
        return sources;
    }

    private static Source part(Source whole, double part) {
        RampUp surge = whole.surge();
        return new Source(
                whole.supplier(),
                whole.plant(),
                whole.lane(),
                Math.min(1, whole.share() * part),
                whole.leadDays(),
                new RampUp(Math.min(1, surge.share() * part), surge.delayDays(), surge.rampDays()),
                whole.openOrders().stream()
                        .map(order -> new OpenOrder(order.day(), order.pieces() * part))
                        .toList());
    }

    /**
     * How fast a supplier comes up: as its row says, else with its lead time, at once with all that it can carry.
     *
     * @param share share of demand that it can carry
     */
    Optional<RampUp> rampUp(double share, SourcingLink link) {
        String supplier = link.supplier().id();
        OptionalDouble bringUp = map.bringUpDays(supplier);
        OptionalDouble delay = bringUp.isPresent() ? bringUp : leadDays(link);
        return delay.isEmpty()
                ? Optional.empty()
                : Optional.of(new RampUp(
                        share, delay.getAsDouble(), map.rampDays(supplier).orElse(0)));
    }
}
