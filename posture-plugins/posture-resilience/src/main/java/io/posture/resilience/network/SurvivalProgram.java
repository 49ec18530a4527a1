package io.posture.resilience.network;

import io.posture.explain.Origin;
import io.posture.spi.Doc;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** How long a network survives an event, as a calculation. */
public final class SurvivalProgram {

    /** What is computed. */
    public static final Origin.Formula FORMULA = new Origin.Formula(
            "pile.lpTts.1",
            "largest t with r u_j <= sum of y_ij, sum of y_ij <= u_i + s_i, u_j = 0 where disrupted, u_j <= c_j t, "
                    + "d_j t <= s_j + u_j; unbounded: null",
            "Simchi-Levi et al., Interfaces 45 (2015) 375-390");

    private SurvivalProgram() {}

    /** Inputs of the calculation. */
    public record Inputs(
            @Doc("sites and what they sell") NetworkInputs network,
            @Doc("ids of the sites that make nothing") List<String> disrupted,

            @Doc("ids of the sites whose stock is lost as well; default none")
            Optional<List<String>> destroyed) {}

    /**
     * Result of the calculation.
     *
     * @param ttsDays longest time for which all demand can be met, days; empty for ever; where it is a bound, it is at
     *     least this
     * @param atMost no longer than this, days; empty where no bound is known
     * @param exactness whether ttsDays is the optimum
     */
    public record Result(OptionalDouble ttsDays, OptionalDouble atMost, Exactness exactness) {}

    /** The calculation. */
    public static Result calculate(Inputs in) {
        NetworkEvent event = new NetworkEvent(Set.copyOf(in.disrupted), Set.copyOf(in.destroyed.orElse(List.of())));
        Survival survival = NetworkPrograms.survival(in.network.network(), event, SolverLimit.REPEATABLE);
        return new Result(survival.days(), survival.atMost(), survival.exactness());
    }
}
