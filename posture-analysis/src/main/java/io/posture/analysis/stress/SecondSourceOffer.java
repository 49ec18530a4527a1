package io.posture.analysis.stress;

import io.posture.api.LeadTime;
import io.posture.api.SourcingLink;
import io.posture.io.Import;
import io.posture.io.SupplyMap;
import io.posture.stress.RampUp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A supplier in sourcing that is not yet a source, and what it would cost to make it one.
 *
 * @param item key of the item
 * @param supplier key of the supplier
 * @param surge what it would carry, and from when
 * @param costPerYear money a year: what it costs to keep, and the premium on what it carries
 */
record SecondSourceOffer(String item, String supplier, RampUp surge, double costPerYear) {

    private static final double DAYS_PER_YEAR = 365;

    /** By item: suppliers with share 0 that are not qualified, whose cost, reach and delay are all known. */
    static Map<String, List<SecondSourceOffer>> among(Import imported, MapReading map, Products products) {
        Map<SupplyMap.Pair, SupplyMap.Terms> rows = new HashMap<>();
        for (SupplyMap.Terms terms : imported.map().sources()) {
            if (!terms.qualified()
                    && terms.surgeShare().orElse(0) > 0
                    && (terms.premiumPerPiece().isPresent()
                            || terms.fixedCostPerYear().isPresent())) {
                rows.put(terms.pair(), terms);
            }
        }
        Map<String, List<SecondSourceOffer>> offers = new HashMap<>();
        if (rows.isEmpty()) {
            return offers;
        }
        imported.population().items().forEach(profile -> {
            for (SourcingLink link : profile.supply().links()) {
                String item = profile.id().sku();
                Optional.ofNullable(rows.get(
                                new SupplyMap.Pair(item, link.supplier().id())))
                        .filter(terms ->
                                link.share() == 0 && !map.isBlocked(terms.pair().supplier()))
                        .flatMap(terms -> of(terms, link, map, products.need(item)))
                        .ifPresent(offer -> offers.computeIfAbsent(item, none -> new ArrayList<>())
                                .add(offer));
            }
        });
        return offers;
    }

    private static Optional<SecondSourceOffer> of(
            SupplyMap.Terms terms, SourcingLink link, MapReading map, double needPerDay) {
        OptionalDouble bringUp = map.bringUpDays(terms.pair().supplier());
        double delay = bringUp.orElse(link.leadTime().map(LeadTime::meanDays).orElse(Double.NaN));
        if (Double.isNaN(delay)) {
            return Optional.empty();
        }
        double share = terms.surgeShare().orElseThrow();
        double premium = Math.max(0, terms.premiumPerPiece().orElse(0)) * needPerDay * DAYS_PER_YEAR * share;
        return Optional.of(new SecondSourceOffer(
                terms.pair().item(),
                terms.pair().supplier(),
                new RampUp(share, delay, 0),
                terms.fixedCostPerYear().orElse(0) + premium));
    }
}
