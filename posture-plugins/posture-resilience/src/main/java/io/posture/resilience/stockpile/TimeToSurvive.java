package io.posture.resilience.stockpile;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.Optional;
import java.util.OptionalDouble;

/** How long an item lasts without its source, beside how long the source needs to recover. */
public final class TimeToSurvive {

    /** What is computed. */
    public static final Origin.Formula FORMULA = new Origin.Formula(
            "pile.tts.1",
            "TTS = (on hand + safe pipeline) / d; gap = max(0, TTR - TTS)",
            "DOMAIN F.5; Simchi-Levi, Schmidt & Wei, HBR 92 (2014)");

    private TimeToSurvive() {}

    /** Inputs of the calculation. */
    public record Inputs(
            @Doc("usable stock on hand, pieces, at least 0") double usableOnHand,

            @Doc("pipeline already past the failed node, pieces, at least 0")
            double safePipeline,

            @Doc("demand d, pieces a day, at least 0") double dailyDemand,

            @Doc("days until the source has recovered TTR, at least 0; empty where not known")
            OptionalDouble ttrDays) {

        /** Inputs in their ranges. */
        public Inputs {
            Require.notNegative("usableOnHand", usableOnHand);
            Require.notNegative("safePipeline", safePipeline);
            Require.notNegative("dailyDemand", dailyDemand);
            Require.notNegative("ttrDays", ttrDays.orElse(0));
        }
    }

    /**
     * Result of the calculation.
     *
     * @param ttsDays time to survive, days; empty without demand
     * @param gapDays days without stock, at least 0; empty where TTR is not known
     * @param exposed whether the source needs longer than the stock lasts; empty where TTR is not known
     */
    public record Result(OptionalDouble ttsDays, OptionalDouble gapDays, Optional<Boolean> exposed) {}

    /** The calculation. */
    public static Result calculate(Inputs inputs) {
        if (inputs.dailyDemand == 0) {
            return new Result(OptionalDouble.empty(), OptionalDouble.of(0), Optional.of(false));
        }
        double survive = (inputs.usableOnHand + inputs.safePipeline) / inputs.dailyDemand;
        if (inputs.ttrDays.isEmpty()) {
            return new Result(OptionalDouble.of(survive), OptionalDouble.empty(), Optional.empty());
        }
        double recover = inputs.ttrDays.getAsDouble();
        return new Result(
                OptionalDouble.of(survive),
                OptionalDouble.of(Math.max(0, recover - survive)),
                Optional.of(recover > survive));
    }
}
