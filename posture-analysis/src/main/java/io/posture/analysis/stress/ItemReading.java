package io.posture.analysis.stress;

import io.posture.api.ItemProfile;
import io.posture.api.ItemType;
import io.posture.api.SourcingLink;
import io.posture.io.Import;
import io.posture.io.SupplyMap;
import io.posture.stress.BomLine;
import io.posture.stress.ItemStock;
import io.posture.stress.OpenOrder;
import io.posture.stress.RampUp;
import io.posture.stress.ShortageMode;
import io.posture.stress.Source;
import io.posture.stress.StressItem;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The items of a network with their sources. */
final class ItemReading {

    private static final double NOTHING = 1e-9;

    private final Import imported;
    private final MapReading map;
    private final SourcePlaces places;
    private final Opening opening;
    private final Products products;
    private final GapLog gaps;
    private final LocalDate asOf;
    private final Map<SupplyMap.Pair, List<SupplyMap.OpenOrder>> orders = new HashMap<>();

    ItemReading(Import imported, MapReading map, SourcePlaces places, Opening opening, Products products, GapLog gaps) {
        this.imported = imported;
        this.map = map;
        this.places = places;
        this.opening = opening;
        this.products = products;
        this.gaps = gaps;
        this.asOf = imported.population().asOf();
        Map<String, Double> given = new HashMap<>();
        for (SupplyMap.Terms row : imported.map().sources()) {
            given.merge(row.pair().item(), row.share().orElse(0), Double::sum);
        }
        given.forEach((item, sum) -> {
            if (sum > 1 + NOTHING) {
                gaps.add(VisibilityGap.Kind.WEIGHTS, item);
            }
        });
        if (opening instanceof Opening.OnHand) {
            imported.map()
                    .openOrders()
                    .forEach(order -> orders.computeIfAbsent(order.pair(), none -> new ArrayList<>())
                            .add(order));
        }
    }

    StressItem item(ItemProfile profile, ItemWorth worth) {
        String id = profile.id().sku();
        double own = products.ownDemand(profile);
        if (!products.components(id).isEmpty() && !profile.supply().used().isEmpty()) {
            gaps.add(VisibilityGap.Kind.BOUGHT_AND_MADE, id);
        }
        SupplyMap.Product known = imported.map().products().getOrDefault(id, SupplyMap.Product.UNKNOWN);
        boolean sold = profile.item().type() == ItemType.FINISHED || !products.isComponent(id);
        return new StressItem(
                id,
                sold,
                own,
                worth.marginPerPiece(),
                known.contractPerDay(),
                stock(profile),
                sold ? ShortageMode.LOST : ShortageMode.BACKORDER,
                products.components(id).isEmpty() ? "" : map.plant(known.madeAt()),
                sources(profile),
                products.components(id).stream()
                        .map(line -> new BomLine(line.component(), line.perPiece()))
                        .toList());
    }

    private ItemStock stock(ItemProfile profile) {
        String id = profile.id().sku();
        if (opening instanceof Opening.Planned planned) {
            Opening.Buffers buffers = planned.byItem().getOrDefault(id, Opening.Buffers.UNKNOWN);
            if (buffers.safetyPieces().isEmpty()) {
                gaps.add(VisibilityGap.Kind.NO_PLAN, id);
            }
            double safety = Math.max(0, buffers.safetyPieces().orElse(0));
            return new ItemStock(
                    safety, safety, Math.max(0, buffers.strategicPieces().orElse(0)));
        }
        if (profile.stock().usablePieces().isEmpty()) {
            gaps.add(VisibilityGap.Kind.STOCK, id);
            return ItemStock.of(0);
        }
        double usable = profile.stock().usablePieces().getAsDouble();
        double strategic = Math.min(usable, profile.stock().strategicPieces());
        double safety = imported.locations().of(profile.id()).safetyStock().orElse(0);
        return new ItemStock(usable - strategic, Math.min(safety, usable - strategic), strategic);
    }

    private List<Source> sources(ItemProfile profile) {
        List<Source> sources = new ArrayList<>();
        for (SourcingLink link : profile.supply().links()) {
            if (link.share() > 0
                    || (link.qualifiedAlternate()
                            && !map.isBlocked(link.supplier().id()))) {
                SupplyMap.Pair pair =
                        new SupplyMap.Pair(profile.id().sku(), link.supplier().id());
                OptionalDouble lead = SourcePlaces.leadDays(link);
                List<OpenOrder> open =
                        lead.isPresent() && link.share() > 0 ? open(pair, lead.getAsDouble()) : List.of();
                sources.addAll(places.of(pair, link.share(), lead, surge(profile, link, places.terms(pair)), open));
            }
        }
        return sources;
    }

    /** What a supplier can carry beyond its share: as agreed, else what its capacity leaves. */
    private RampUp surge(ItemProfile profile, SourcingLink link, Optional<SupplyMap.Terms> row) {
        double need = products.need(profile.id().sku());
        OptionalDouble agreed = row.map(SupplyMap.Terms::surgeShare).orElse(OptionalDouble.empty());
        OptionalDouble capacity = row.map(SupplyMap.Terms::capacityPerDay).orElse(OptionalDouble.empty());
        double most = capacity.isPresent() && need > 0
                ? Math.max(0, capacity.getAsDouble() / need - link.share())
                : Double.POSITIVE_INFINITY;
        boolean known = agreed.isPresent() || (capacity.isPresent() && need > 0);
        Optional<RampUp> up =
                known ? places.rampUp(Math.min(1, Math.min(most, agreed.orElse(1))), link) : Optional.empty();
        if (up.isEmpty() && link.share() == 0) {
            gaps.add(
                    VisibilityGap.Kind.SURGE,
                    profile.id().sku() + " from " + link.supplier().id());
        }
        return up.orElse(RampUp.NONE);
    }

    /**
     * Open orders within the lead time, if all that are open say when and how much. What lies beyond is the pipeline. Like the
     * goods of the pipeline they are taken to be sent.
     */
    private List<OpenOrder> open(SupplyMap.Pair pair, double leadDays) {
        List<OpenOrder> open = new ArrayList<>();
        for (SupplyMap.OpenOrder order : orders.getOrDefault(pair, List.of())) {
            if (order.orderedOn().filter(day -> day.isAfter(asOf)).isPresent()) {
                continue;
            }
            if (order.expectedOn().isEmpty() || order.pieces().isEmpty()) {
                return List.of();
            }
            long day = ChronoUnit.DAYS.between(asOf, order.expectedOn().get());
            if (day < 1) {
                gaps.add(VisibilityGap.Kind.OVERDUE_ORDER, pair.item() + " from " + pair.supplier());
            }
            boolean comes = day >= 1 && day <= leadDays;
            open.add(new OpenOrder(comes ? (int) day : 1, comes ? order.pieces().getAsDouble() : 0));
        }
        return open;
    }
}
