package io.posture.benchmarks.catalogue;

import io.posture.api.CriticalityScores;
import io.posture.api.Item;
import io.posture.api.ItemId;
import io.posture.api.ItemType;
import io.posture.api.Lifecycle;
import io.posture.benchmarks.Draws;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An item of the made-up manufacturer, as its master data describe it.
 *
 * @param id key
 * @param type kind of item
 * @param category family
 * @param lifecycle where it stands
 * @param introducedOn first day; empty if not in the data
 * @param unitCost money per piece
 * @param orderCost money per order
 * @param shortageCost money per piece short
 * @param shelfLifeDays days; empty for most
 * @param criticality consequences of a shortage
 * @param criticalSpare whether its absence stops a machine
 * @param internalSupply whether an own process makes it
 * @param processReliability availability of that process
 */
record MadeItem(
        ItemId id,
        ItemType type,
        String category,
        Lifecycle lifecycle,
        Optional<LocalDate> introducedOn,
        OptionalDouble unitCost,
        OptionalDouble orderCost,
        OptionalDouble shortageCost,
        OptionalDouble shelfLifeDays,
        CriticalityScores criticality,
        boolean criticalSpare,
        boolean internalSupply,
        OptionalDouble processReliability)
        implements Item {

    /** Consequences of a shortage, around the anchors 1.0 the line stops, 0.5 degraded, 0.1 inconvenient. */
    static CriticalityScores scores(Family.Role role, Draws draws) {
        boolean safety = draws.chance(0.1);
        return switch (role) {
            case STOPS_THE_LINE ->
                scores(
                        draws.between(0.9, 1),
                        safety ? 0.9 : draws.between(0, 0.3),
                        draws.between(0.6, 0.9),
                        draws.between(0.6, 0.9),
                        draws.between(0.7, 1));
            case DEGRADES ->
                scores(
                        draws.between(0.4, 0.6),
                        safety ? 0.5 : draws.between(0, 0.2),
                        draws.between(0.3, 0.5),
                        draws.between(0.3, 0.5),
                        draws.between(0.3, 0.6));
            case ANNOYS ->
                scores(
                        draws.between(0.05, 0.2),
                        draws.between(0, 0.05),
                        draws.between(0, 0.2),
                        draws.between(0.05, 0.2),
                        draws.between(0, 0.3));
        };
    }

    private static CriticalityScores scores(
            double production, double safety, double contract, double revenue, double substitution) {
        return new CriticalityScores(
                OptionalDouble.of(production),
                OptionalDouble.of(safety),
                OptionalDouble.of(contract),
                OptionalDouble.of(revenue),
                OptionalDouble.of(substitution));
    }
}
