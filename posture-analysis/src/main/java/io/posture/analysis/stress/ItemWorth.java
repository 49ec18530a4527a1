package io.posture.analysis.stress;

import io.posture.api.ItemProfile;
import io.posture.explain.Figure;
import java.util.OptionalDouble;

/**
 * What a piece of an item is worth in a stress test.
 *
 * @param marginPerPiece money lost with a piece that is not there; empty if unknown
 * @param basis what that money is; for a loss whose money is unknown, what stands in to rank it
 * @param unitCost money per piece; empty if unknown
 * @param carryingRate share of the unit cost a year
 */
record ItemWorth(OptionalDouble marginPerPiece, StressRow.Basis basis, OptionalDouble unitCost, double carryingRate) {

    static ItemWorth of(ItemProfile profile, double standInCarryingRate) {
        OptionalDouble margin = profile.item().unitMargin();
        OptionalDouble shortage = profile.shortageCost()
                .map(Figure::value)
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
        OptionalDouble unitCost = profile.item().unitCost();
        boolean earns = margin.isPresent() && margin.getAsDouble() > 0;
        OptionalDouble lost = earns || shortage.isEmpty() ? margin : shortage;
        return new ItemWorth(
                // what loses money by being sold loses none by being short
                lost.isPresent() ? OptionalDouble.of(Math.max(0, lost.getAsDouble())) : lost,
                basis(margin, shortage, unitCost),
                unitCost,
                profile.item().carryingRate().orElse(standInCarryingRate));
    }

    private static StressRow.Basis basis(OptionalDouble margin, OptionalDouble shortage, OptionalDouble unitCost) {
        if (shortage.isPresent() && margin.orElse(0) <= 0) {
            return StressRow.Basis.SHORTAGE_COST;
        }
        if (margin.isPresent()) {
            return margin.getAsDouble() < 0 ? StressRow.Basis.NEGATIVE_MARGIN : StressRow.Basis.MARGIN;
        }
        return unitCost.isPresent() ? StressRow.Basis.UNIT_COST : StressRow.Basis.NONE;
    }

    /** Money of lost pieces, on the {@link #basis}. */
    OptionalDouble value(double pieces) {
        OptionalDouble each = marginPerPiece.isPresent() ? marginPerPiece : unitCost;
        return each.isPresent() ? OptionalDouble.of(each.getAsDouble() * pieces) : each;
    }

    /** Money a year to hold pieces. */
    OptionalDouble holding(double pieces) {
        return unitCost.isPresent() ? OptionalDouble.of(unitCost.getAsDouble() * carryingRate * pieces) : unitCost;
    }
}
