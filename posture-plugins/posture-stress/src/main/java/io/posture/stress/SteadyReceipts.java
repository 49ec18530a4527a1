package io.posture.stress;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** What arrives each day after an event when a steady pipeline held the demand of every day of the lead time. */
final class SteadyReceipts {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "stress.receipts.1",
            "d a day but for the gap: OUTAGE days L + 1 .. L + D, LANE days 1 .. D, LEAD_TIME days L + 1 .. round(m L)",
            "DOMAIN H.1");

    private static final int LONGEST = 36_500;

    private SteadyReceipts() {}

    /** What happens. */
    enum Event {
        OUTAGE,
        LANE,
        LEAD_TIME
    }

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("the event at day 0") Event scenario,
            @Doc("demand d, pieces a day, at least 0") double dailyDemand,
            @Doc("lead time L, days, at least 0") double leadDays,

            @Doc("length D of an OUTAGE or closed LANE, days, at least 0; absent for LEAD_TIME")
            OptionalDouble duration,

            @Doc("what a LEAD_TIME is multiplied by, above 0; absent for the others")
            OptionalDouble multiplier,

            @Doc("days to list, 1 to 36500") int horizon) {

        Inputs {
            Require.notNegative("dailyDemand", dailyDemand);
            Require.notNegative("leadDays", leadDays);
            duration.ifPresent(value -> Require.notNegative("duration", value));
            multiplier.ifPresent(value -> Require.positive("multiplier", value));
            OptionalDouble needed = scenario == Event.LEAD_TIME ? multiplier : duration;
            if (needed.isEmpty()) {
                throw new IllegalArgumentException(scenario + " needs a "
                        + (scenario == Event.LEAD_TIME ? "multiplier" : "duration") + ", which was absent");
            }
            if (!(horizon >= 1 && horizon <= LONGEST)) {
                throw new IllegalArgumentException("horizon must be in 1..36500 days, was " + horizon);
            }
        }

        private Gap gap() {
            return switch (scenario) {
                case OUTAGE -> Gap.outage(leadDays, duration.orElseThrow());
                case LANE -> Gap.lane(duration.orElseThrow());
                case LEAD_TIME -> Gap.leadTime(leadDays, multiplier.orElseThrow());
            };
        }
    }

    /** Pieces that arrive on day 1, 2 and so on. */
    record Result(List<Double> receipts) {}

    static Result calculate(Inputs inputs) {
        Gap gap = inputs.gap();
        return new Result(IntStream.rangeClosed(1, inputs.horizon)
                .mapToObj(day -> gap.has(day) ? 0.0 : inputs.dailyDemand)
                .toList());
    }
}
