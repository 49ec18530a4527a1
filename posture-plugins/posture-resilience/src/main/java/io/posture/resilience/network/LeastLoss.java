package io.posture.resilience.network;

import java.util.OptionalDouble;

/** The least that a component loses of what is wanted of it. */
final class LeastLoss {

    private LeastLoss() {}

    /**
     * What is lost: that of a plan if it is the optimum, else by the solver.
     *
     * @param worth by good, of a piece, at least 0
     * @param plan of the component, for what is wanted and worth that
     * @param same how far the plan may be above its lower bound to be the optimum, as a share of what is wanted
     */
    static Impact of(Component component, double[] worth, SharePlan plan, double same, SolverLimit.Effort effort) {
        double wanted = 0;
        for (int good = 0; good < worth.length; good++) {
            wanted += worth[good] * component.want[good];
        }
        double lost = plan.lost();
        double least = plan.least();
        if (lost - least <= same * wanted) {
            return new Impact(lost, lost, Exactness.EXACT);
        }
        OptionalDouble made = ComponentProgram.largest(component, worth, plan, effort);
        double solved = wanted - made.orElse(Double.NaN);
        double rounding = NetworkPrograms.SOLVER_ROUNDING * wanted;
        if (solved >= least - rounding && solved <= lost + rounding) {
            double within = Math.max(least, Math.min(lost, solved));
            return new Impact(within, within, Exactness.EXACT);
        }
        return new Impact(lost, least, Exactness.BOUND);
    }
}
