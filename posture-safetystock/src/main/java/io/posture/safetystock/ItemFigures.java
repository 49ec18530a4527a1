package io.posture.safetystock;

import io.posture.api.DemandProfile;
import io.posture.api.Item;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Facts of an item as nodes of a reason tree, each with where it was read from. */
final class ItemFigures {

    private static final Origin.Formula YEAR = new Origin.Formula("demand.year.1", "demand per day * 365", "DOMAIN 0");

    private ItemFigures() {}

    static Figure input(Item item, String name, String field, double value, Unit unit) {
        return Figure.of(name, value, unit, new Origin.Input(field, item.rows().toString()));
    }

    static Figure annualDemand(DemandProfile demand) {
        return Figure.of("annualDemand", demand.perYear(), Unit.PIECES_PER_YEAR, YEAR, demand.meanPerDayFigure());
    }

    /** The item's carrying rate, or the setting of a step in its place, marked as an assumption. */
    static Figure carryingRate(Item item, double standIn) {
        OptionalDouble rate = item.carryingRate();
        if (rate.isPresent()) {
            return input(item, "carryingRate", "items.carrying_rate", rate.getAsDouble(), Unit.SHARE_PER_YEAR);
        }
        return Figure.of(
                "carryingRate",
                standIn,
                Unit.SHARE_PER_YEAR,
                new Origin.Assumption(
                        "the carrying rate of the item is not known: the setting carryingRate stands in",
                        "deliver items.carrying_rate"));
    }

    static Figure setting(String step, String name, double value, Unit unit) {
        return Figure.of(name, value, unit, new Origin.Parameter(step, name));
    }

    /** The finding that stands in for a size: its value names the missing facts, separated by commas. */
    static Finding missing(String size, Origin origin, List<MissingFact> facts) {
        Map<String, Explanation> unknown = new LinkedHashMap<>();
        for (MissingFact fact : facts) {
            unknown.put(fact.label(), Finding.unknown(fact.label(), fact.remedy()));
        }
        return new Finding(size, String.join(", ", unknown.keySet()), origin, List.copyOf(unknown.values()));
    }
}
