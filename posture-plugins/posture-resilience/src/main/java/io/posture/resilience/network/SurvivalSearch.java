package io.posture.resilience.network;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/**
 * The longest time for which all demand can be met, from above. What is asked of a site grows no slower than time, so that
 * who is ample for some days is ample for fewer: the search holds a bound, looks at what may run short within it, and lets
 * the component that ends first lower it, until none does.
 */
final class SurvivalSearch {

    private final DoubleFunction<List<Component>> shortFor;
    private final SolverLimit.Effort effort;

    /** Goods that last as long as the bound: so they do for less, and in whatever part of their component is left then. */
    private final BitSet proven = new BitSet();

    private double days;
    private double atMost;
    private boolean solverFailed;

    /**
     * A search.
     *
     * @param shortFor components that may run short within some days
     * @param effort what is left of the limit
     */
    SurvivalSearch(DoubleFunction<List<Component>> shortFor, SolverLimit.Effort effort) {
        this.shortFor = shortFor;
        this.effort = effort;
    }

    /** The time, if it is less than a horizon. */
    Span within(double horizonDays) {
        atMost = horizonDays;
        days = horizonDays;
        boolean lowered = true;
        while (lowered) {
            List<Component> components = shortFor.apply(atMost);
            lowered = lowerByBounds(components) || lowerBySolving(components);
        }
        return new Span(Math.min(days, atMost), atMost);
    }

    private boolean lowerByBounds(List<Component> components) {
        double bound = atMost;
        for (Component component : components) {
            double most = new Course(component, perDay(component), SharePlan.everything(component)).daysOfAll();
            bound = Math.min(bound, most);
        }
        return lower(bound);
    }

    private boolean lower(double bound) {
        if (!(bound < atMost * (1 - NetworkPrograms.SAME))) {
            return false;
        }
        atMost = bound;
        return true;
    }

    private boolean lowerBySolving(List<Component> components) {
        List<Component> smallFirst = components.stream()
                .sorted(Comparator.comparingInt(Component::sites))
                .toList();
        for (Component component : smallFirst) {
            double[] worth = Arrays.stream(component.want)
                    .map(want -> want > 0 ? 1 / want : 0)
                    .toArray();
            if (Arrays.stream(component.goodNumber).allMatch(proven::get)) {
                continue;
            }
            SharePlan plan = SharePlan.of(component, component.capacity, component.want, worth, NetworkPrograms.SAME);
            if (plan.lost() <= NetworkPrograms.SAME) {
                Arrays.stream(component.goodNumber).forEach(proven::set);
                continue;
            }
            double[] perDay = perDay(component);
            double planned = Math.min(atMost, new Course(component, perDay, plan.shares()).daysOfAll());
            OptionalDouble solved = solverFailed
                    ? OptionalDouble.empty()
                    : ComponentProgram.days(component, plan, perDay, planned, atMost, effort);
            if (solved.isPresent() && solved.getAsDouble() >= planned * (1 - NetworkPrograms.SOLVER_ROUNDING)) {
                Arrays.stream(component.goodNumber).forEach(proven::set);
                if (lower(Math.max(planned, solved.getAsDouble()))) {
                    return true;
                }
            } else {
                solverFailed = true;
                days = Math.min(days, planned);
            }
        }
        return false;
    }

    private double[] perDay(Component component) {
        return Arrays.stream(component.capacity).map(most -> most / atMost).toArray();
    }
}
