package io.posture.review;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Stock that does not move, is far too much, or has outlived the emergency it was bought for. */
final class StockAge {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "review.stockAge.1",
            "DEAD if no issue for > 365 d, INSURANCE instead for a critical spare; EXCESS if cover > 730 d; EXPIRED_BUFFER",
            "DOMAIN J.5");

    private static final double DEAD_DAYS = 365;
    private static final double EXCESS_DAYS = 730;

    private StockAge() {}

    /** What is wrong with a stock, or why it may lie. */
    enum Flag {
        DEAD,
        INSURANCE,
        EXCESS,
        EXPIRED_BUFFER
    }

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("stock, pieces, at least 0") double onHand,
            @Doc("demand, pieces a day, at least 0") double dailyDemand,

            @Doc("days since the last issue, at least 0; absent if there never was one")
            OptionalDouble daysSinceLastIssue,

            @Doc("whether its lack stops an asset without bypass")
            boolean criticalSpare,

            @Doc("days since an emergency buffer was set, at least 0; absent if there is none")
            OptionalDouble emergencyBufferAgeDays,

            @Doc("days an emergency buffer may last, at least 0; 180 is customary")
            double emergencyExpiryDays) {

        Inputs {
            Require.notNegative("onHand", onHand);
            Require.notNegative("dailyDemand", dailyDemand);
            daysSinceLastIssue.ifPresent(value -> Require.notNegative("daysSinceLastIssue", value));
            emergencyBufferAgeDays.ifPresent(value -> Require.notNegative("emergencyBufferAgeDays", value));
            Require.notNegative("emergencyExpiryDays", emergencyExpiryDays);
        }
    }

    /** What was found, in the order of the list of flags. */
    record Result(List<Flag> flags) {}

    static Result calculate(Inputs inputs) {
        List<Flag> flags = new ArrayList<>();
        if (inputs.onHand > 0 && inputs.daysSinceLastIssue.orElse(Double.POSITIVE_INFINITY) > DEAD_DAYS) {
            flags.add(inputs.criticalSpare ? Flag.INSURANCE : Flag.DEAD);
        }
        // onHand / d > 730 without the division
        if (inputs.dailyDemand > 0 && inputs.onHand > EXCESS_DAYS * inputs.dailyDemand && !inputs.criticalSpare) {
            flags.add(Flag.EXCESS);
        }
        if (inputs.emergencyBufferAgeDays.orElse(0) > inputs.emergencyExpiryDays) {
            flags.add(Flag.EXPIRED_BUFFER);
        }
        return new Result(List.copyOf(flags));
    }
}
