package io.posture.profile;

import io.posture.api.DisruptionLengths;
import io.posture.api.DisruptionLog;
import io.posture.api.SourceDisruptions;
import io.posture.api.Supplier;
import io.posture.api.Upstream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the log of disruptions says of the sources of a run. A source is hit by what hits its supplier, a place behind it, its
 * region or country, the route to the item, or the item itself.
 */
final class DisruptionRecords {

    private final DisruptionEvents events;
    private final SupplyTables tables;
    private final Map<String, LocalDate> firstOrders;
    private final LocalDate asOf;
    private final RowSource source;
    private final DisruptionLog log;

    /**
     * The records.
     *
     * @param firstOrders day of the first order of every supplier, by id
     */
    DisruptionRecords(
            DisruptionEvents events,
            SupplyTables tables,
            Map<String, LocalDate> firstOrders,
            LocalDate asOf,
            RowSource source) {
        this.events = events;
        this.tables = tables;
        this.firstOrders = new TreeMap<>(firstOrders);
        this.asOf = asOf;
        this.source = source;
        this.log = log();
    }

    /** Whether a log of own sources is kept. */
    boolean kept() {
        return events.kept();
    }

    /** The log over all sources. */
    DisruptionLog all() {
        return log;
    }

    /**
     * The record of a supplier of an item.
     *
     * @param lane route of the item; empty if unknown
     */
    SourceDisruptions of(Supplier supplier, String sku, String lane, List<Upstream> upstream) {
        if (!events.kept()) {
            return SourceDisruptions.UNKNOWN;
        }
        Set<EventRow> hit = new LinkedHashSet<>(hits(supplier, upstream));
        hit.addAll(events.of(EventRow.Scope.LANE, lane));
        hit.addAll(events.of(EventRow.Scope.ITEM, sku));
        return new SourceDisruptions(
                observedYears(supplier.id(), hit),
                DisruptionEvents.lengths(hit.stream(), asOf),
                DisruptionEvents.refs(hit.stream(), source));
    }

    private List<EventRow> hits(Supplier supplier, List<Upstream> upstream) {
        List<EventRow> hit = new ArrayList<>(events.of(EventRow.Scope.SUPPLIER, supplier.id()));
        Set<String> regions = new TreeSet<>(List.of(supplier.region(), supplier.country()));
        for (Upstream place : upstream) {
            hit.addAll(events.of(EventRow.Scope.SITE, place.id()));
            regions.add(place.country());
        }
        regions.forEach(region -> hit.addAll(events.of(EventRow.Scope.REGION, region)));
        return hit;
    }

    /** From the first order; a source without one is known since its first disruption, if it had any. */
    private double observedYears(String supplier, Set<EventRow> hit) {
        LocalDate ordered = firstOrders.get(supplier);
        Optional<LocalDate> from = ordered != null
                ? Optional.of(ordered)
                : hit.stream().map(EventRow::from).min(LocalDate::compareTo);
        return from.map(day -> DisruptionEvents.years(day, asOf)).orElse(0.0);
    }

    private DisruptionLog log() {
        List<EventRow> elsewhere = events.elsewhere();
        List<Double> closed = new ArrayList<>();
        List<Double> open = new ArrayList<>();
        double years = 0;
        if (events.kept()) {
            for (Map.Entry<String, LocalDate> order : firstOrders.entrySet()) {
                Supplier supplier = tables.supplier(order.getKey());
                List<EventRow> hit = hits(supplier, tables.upstream().of(supplier.id(), ""));
                DisruptionLengths lengths = DisruptionEvents.lengths(hit.stream(), asOf);
                closed.addAll(lengths.closedDays());
                open.addAll(lengths.openDays());
                years += DisruptionEvents.years(order.getValue(), asOf);
            }
        }
        DisruptionLengths lengths = new DisruptionLengths(closed, open);
        return new DisruptionLog(
                lengths.count(),
                years,
                lengths,
                DisruptionEvents.lengthsElsewhere(elsewhere, asOf),
                DisruptionEvents.refs(elsewhere.stream(), source));
    }
}
