package io.posture.analysis.stress;

import io.posture.api.SourcingLink;
import io.posture.io.Import;
import io.posture.io.SupplyMap;
import io.posture.stress.Remedy;
import io.posture.stress.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A supplier in sourcing that is not yet a source, and what it would cost to make it one.
 *
 * @param item key of the item
 * @param supplier key of the supplier
 * @param sources the places it would deliver from, each with what it would carry and from when
 * @param costPerYear money a year: what it costs to keep, and the premium on what it carries
 */
record SecondSourceOffer(String item, String supplier, List<Source> sources, double costPerYear) {

    private static final double DAYS_PER_YEAR = 365;

    /** Copies. */
    SecondSourceOffer {
        sources = List.copyOf(sources);
    }

    Remedy remedy() {
        return new Remedy.SecondSource(item, sources, costPerYear);
    }

    /** By item: suppliers with share 0 that are not qualified, whose cost, reach and delay are all known. */
    static Map<String, List<SecondSourceOffer>> among(
            Import imported, MapReading map, SourcePlaces places, Products products) {
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
        imported.items().forEach(profile -> {
            for (SourcingLink link : profile.supply().links()) {
                String item = profile.id().sku();
                Optional.ofNullable(rows.get(
                                new SupplyMap.Pair(item, link.supplier().id())))
                        .filter(terms ->
                                link.share() == 0 && !map.isBlocked(terms.pair().supplier()))
                        .flatMap(terms -> of(terms, link, places, products.need(item)))
                        .ifPresent(offer -> offers.computeIfAbsent(item, none -> new ArrayList<>())
                                .add(offer));
            }
        });
        return offers;
    }

    private static Optional<SecondSourceOffer> of(
            SupplyMap.Terms terms, SourcingLink link, SourcePlaces places, double needPerDay) {
        double share = terms.surgeShare().orElseThrow();
        double premium = Math.max(0, terms.premiumPerPiece().orElse(0)) * needPerDay * DAYS_PER_YEAR * share;
        return places.rampUp(share, link)
                .map(surge -> new SecondSourceOffer(
                        terms.pair().item(),
                        terms.pair().supplier(),
                        places.of(terms.pair(), 0, SourcePlaces.leadDays(link), surge, List.of()),
                        terms.fixedCostPerYear().orElse(0) + premium));
    }
}
