package io.posture.resilience.network;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * The longest time for which all demand can be met, from above. What goods miss by a time, in days of their demand, is a
 * convex function of it, so that the line through two times at which they miss something lies below it before these: where
 * the line ends there is a nearer bound. What is asked of a site grows no slower than time, so that who is ample for some
 * days is ample for fewer: each bound makes the next program smaller.
 */
final class SurvivalSearch {

    private static final int STEPS = 200;

    /** How near to its lower bound a plan is the optimum, as a share of what is wanted. */
    private static final double OPTIMUM = 1e-13;

    private final DoubleFunction<List<Component>> shortFor;
    private final SolverLimit.Effort effort;

    /** Goods that last as long as a bound: so they do for less, and in whatever part of their component is left then. */
    private final BitSet proven = new BitSet();

    private double days;
    private double atMost;

    /**
     * What goods miss.
     *
     * @param days of their demand, together
     * @param known whether that is the least
     * @param lasting goods that miss nothing
     */
    private record Missing(double days, boolean known, BitSet lasting) {}

    /**
     * A search.
     *
     * @param shortFor components that may run short within some days
     * @param effort what is left of the limit
     * @param leastDays all demand can be met for so long
     */
    SurvivalSearch(DoubleFunction<List<Component>> shortFor, SolverLimit.Effort effort, double leastDays) {
        this.shortFor = shortFor;
        this.effort = effort;
        days = leastDays;
    }

    /** The time, if it is less than a horizon. */
    Span within(double horizonDays) {
        atMost = horizonDays;
        for (int step = 0; step < STEPS; step++) {
            List<Component> components = shortFor.apply(atMost);
            if (lowerByBounds(components)) {
                continue;
            }
            if (effort.left().isZero()) {
                break;
            }
            Missing last = missing(components, atMost);
            proven.or(last.lasting);
            if (last.known && last.days <= NetworkPrograms.SAME * atMost) {
                return new Span(atMost, atMost);
            }
            if (!last.known || !lowerByLine(last)) {
                break;
            }
        }
        return new Span(Math.min(days, atMost), atMost);
    }

    private boolean lowerByBounds(List<Component> components) {
        double bound = atMost;
        for (Component component : components) {
            double most = new Course(component, perDay(component, atMost), SharePlan.everything(component)).daysOfAll();
            bound = Math.min(bound, most);
        }
        boolean lower = bound < atMost * (1 - NetworkPrograms.SAME);
        atMost = lower ? bound : atMost;
        return lower;
    }

    /** Looks for a time at which goods miss something too, between what is known to last and the bound. */
    private boolean lowerByLine(Missing last) {
        while (days < atMost * (1 - NetworkPrograms.SAME)) {
            double before = (days + atMost) / 2;
            Missing then = missing(shortFor.apply(before), before);
            if (!then.known) {
                return false;
            }
            if (then.days > NetworkPrograms.SAME * before) {
                double slope = (last.days - then.days) / (atMost - before);
                atMost = before - Math.min(then.days / slope, before - days);
                proven.or(then.lasting);
                return true;
            }
            days = before;
        }
        days = atMost;
        return false;
    }

    private Missing missing(List<Component> components, double time) {
        double sum = 0;
        boolean known = true;
        BitSet lasting = new BitSet();
        double planned = time;
        for (Component component : components) {
            if (Arrays.stream(component.goodNumber).allMatch(proven::get)) {
                continue;
            }
            double[] worth = Arrays.stream(component.demandPerDay)
                    .map(perDay -> perDay > 0 ? 1 / perDay : 0)
                    .toArray();
            double enough = NetworkPrograms.SAME * time;
            SharePlan plan = SharePlan.of(component, component.capacity, component.want, worth, enough);
            Impact least = plan.lost() <= enough
                    ? new Impact(0, 0, Exactness.EXACT)
                    : LeastLoss.of(component, worth, plan, OPTIMUM, effort);
            if (least.lost() <= enough) {
                Arrays.stream(component.goodNumber).forEach(lasting::set);
            } else {
                planned = Math.min(planned, new Course(component, perDay(component, time), plan.shares()).daysOfAll());
            }
            known &= least.exactness() == Exactness.EXACT;
            sum += least.lost();
        }
        days = Math.max(days, planned);
        return new Missing(sum, known, lasting);
    }

    private static double[] perDay(Component component, double time) {
        return Arrays.stream(component.capacity).map(most -> most / time).toArray();
    }
}
