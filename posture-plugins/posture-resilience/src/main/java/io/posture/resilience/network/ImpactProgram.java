package io.posture.resilience.network;

import io.posture.explain.Origin;
import io.posture.spi.Doc;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an event in a network costs, as a calculation. */
public final class ImpactProgram {

    /** What is computed. */
    public static final Origin.Formula FORMULA = new Origin.Formula(
            "pile.lpImpact.1",
            "least sum of f l with r u_j <= sum of y_ij, sum of y_ij <= u_i + s_i, u_j = 0 where disrupted, u_j <= c_j t, "
                    + "l_j >= d_j t - s_j - u_j",
            "Simchi-Levi et al., Interfaces 45 (2015) 375-390");

    private ImpactProgram() {}

    /** Inputs of the calculation. */
    public record Inputs(
            @Doc("sites and what they sell") NetworkInputs network,
            @Doc("ids of the sites that make nothing") List<String> disrupted,

            @Doc("ids of the sites whose stock is lost as well; default none")
            Optional<List<String>> destroyed,

            @Doc("how long, days, at least 0") double days) {}

    /**
     * Result of the calculation.
     *
     * @param impact least margin lost, money; where it is a bound, no more than this is lost
     * @param atLeast no less than this is lost, money
     * @param exactness whether impact is the optimum
     */
    public record Result(double impact, double atLeast, Exactness exactness) {}

    /** The calculation. */
    public static Result calculate(Inputs in) {
        NetworkEvent event = new NetworkEvent(Set.copyOf(in.disrupted), Set.copyOf(in.destroyed.orElse(List.of())));
        Impact impact = NetworkPrograms.impact(in.network.network(), event, in.days, SolverLimit.REPEATABLE);
        return new Result(impact.lost(), impact.atLeast(), impact.exactness());
    }
}
