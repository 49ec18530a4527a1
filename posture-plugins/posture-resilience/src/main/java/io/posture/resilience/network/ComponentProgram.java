package io.posture.resilience.network;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The linear programs of a component, in pieces over a unit so that numbers stay near 1. What is known before is not in
 * them: no site makes more than it could with all there is, nor more than it may be asked for; a site that needs nothing
 * makes all that it can; where only one site delivers, the flow is what its consumer takes; who delivers to one need alone
 * gives it everything; a good whose stock ends makes what is sold from then on. The solver begins at a plan.
 */
final class ComponentProgram {

    private static final int NONE = -1;

    private final Component component;
    private final SharePlan.Output could;
    private final SharePlan.Flow plan;
    private final double unit;
    private final LinearProgram program = new LinearProgram();

    /** By site: the good that it is. */
    private final int[] good;

    /** By site: upper bound of what it makes, pieces, and how many needs ask it for something. */
    private final double[] atMost;

    private final int[] asking;

    /** By site: variable of what it makes; none where that is known. */
    private final int[] made;

    /** By site without such a variable: pieces that it makes, and how many fewer in a time shorter by one unit. */
    private final double[] base;

    private final double[] slope;

    private final LinearProgram.Row[] given;

    /** Variable of the time less than the longest one, in its unit; none where the time is given. */
    private int shorter = NONE;

    private ComponentProgram(Component component, SharePlan plan, double unit) {
        this.component = component;
        this.could = plan.could();
        this.plan = plan.flow();
        this.unit = unit;
        int sites = component.sites();
        good = new int[sites];
        atMost = new double[sites];
        asking = new int[sites];
        made = new int[sites];
        base = new double[sites];
        slope = new double[sites];
        given = new LinearProgram.Row[sites];
        Arrays.fill(good, NONE);
        Arrays.fill(made, NONE);
        for (int i = 0; i < component.goodSite.length; i++) {
            good[component.goodSite[i]] = i;
        }
        ask();
    }

    /** No site is asked for more than the bounds of those that it feeds come to. */
    private void ask() {
        double[] asked = new double[component.sites()];
        for (int site = component.sites() - 1; site >= 0; site--) {
            double wanted = good[site] == NONE ? asked[site] - component.stock[site] : component.want[good[site]];
            atMost[site] = Math.min(could.made()[site], Math.max(0, wanted));
            if (atMost[site] > 0) {
                for (int group = component.firstGroup(site); group < component.firstGroup(site + 1); group++) {
                    for (int member : component.members[group]) {
                        asked[member] += component.perUnit[group] * atMost[site];
                        asking[member]++;
                    }
                }
            }
        }
    }

    /**
     * The largest margin that can be made of what is wanted; empty if the solver finds none.
     *
     * @param plan to begin at, for all that the component can make and what is wanted of it
     */
    static OptionalDouble margin(Component component, SharePlan plan, SolverLimit.Effort effort) {
        double unit = Arrays.stream(component.want).max().orElse(0);
        double dearest = Arrays.stream(component.margin).max().orElse(0);
        ComponentProgram of = new ComponentProgram(component, plan, unit);
        for (int site = 0; site < component.sites(); site++) {
            int sold = of.good[site];
            of.make(site, sold == NONE ? 0 : component.margin[sold] / dearest);
        }
        of.flows();
        double scale = unit * dearest;
        OptionalDouble largest = of.program.largest(effort);
        return largest.isPresent() ? OptionalDouble.of(largest.getAsDouble() * scale) : largest;
    }

    /**
     * The longest time for which all goods last; empty if the solver finds none.
     *
     * @param plan to begin at, for all that the component can make in the longest time and what is wanted in it
     * @param capacityPerDay by site, infinite for any amount
     * @param leastDays for so long they last, days
     * @param mostDays for no longer do they last, days, above 0
     */
    static OptionalDouble days(
            Component component,
            SharePlan plan,
            double[] capacityPerDay,
            double leastDays,
            double mostDays,
            SolverLimit.Effort effort) {
        double unitDays = leastDays > 0 ? leastDays : mostDays;
        double unit = Arrays.stream(component.demandPerDay).max().orElse(0) * unitDays;
        double sureDays = leastDays * (1 - NetworkPrograms.SOLVER_ROUNDING);
        ComponentProgram of = new ComponentProgram(component, plan, unit);
        of.shorter = of.program.variable(-1, (mostDays - sureDays) / unitDays, 0);
        for (int site = 0; site < component.sites(); site++) {
            of.make(site, capacityPerDay[site] * unitDays, sureDays, unitDays);
        }
        of.flows();
        OptionalDouble shortest = of.program.largest(effort);
        return shortest.isPresent() ? OptionalDouble.of(mostDays + shortest.getAsDouble() * unitDays) : shortest;
    }

    /** What a site makes within its bound. */
    private void make(int site, double worth) {
        if (isSource(site)) {
            base[site] = could.made()[site];
        } else if (atMost[site] > 0) {
            double start = Math.min(plan.made()[site], atMost[site]);
            made[site] = program.variable(worth, atMost[site] / unit, start / unit);
        }
    }

    /** What a site makes within a capacity that grows with time, and of a good no less than is sold in it. */
    private void make(int site, double capacity, double sureDays, double unitDays) {
        int sold = good[site];
        if (sold == NONE) {
            make(site, 0);
            slope[site] = isSource(site) ? capacity : 0;
        } else {
            double demand = component.demandPerDay[sold] * unitDays;
            if (atMost[site] > 0 && component.stock[site] <= component.demandPerDay[sold] * sureDays) {
                base[site] = component.want[sold];
                slope[site] = demand;
            } else {
                make(site, 0);
                add(program.limit(), site, -1).allow(-component.want[sold] / unit).add(shorter, -demand / unit);
            }
        }
        if (atMost[site] > 0 && capacity < Double.POSITIVE_INFINITY && !isSource(site)) {
            add(program.limit(), site, 1).allow(component.capacity[site] / unit).add(shorter, capacity / unit);
        }
    }

    /** Whether it needs nothing and feeds others. */
    private boolean isSource(int site) {
        return good[site] == NONE && component.firstGroup(site) == component.firstGroup(site + 1);
    }

    /** What flows between the sites: needs are met, and nobody gives more than it has and makes. */
    private void flows() {
        for (int site = 0; site < component.sites(); site++) {
            if (atMost[site] > 0) {
                for (int group = component.firstGroup(site); group < component.firstGroup(site + 1); group++) {
                    meet(site, group);
                }
            }
        }
    }

    private void meet(int site, int group) {
        int[] members = component.members[group];
        int[] givers = IntStream.range(0, members.length)
                .filter(m -> could.gives()[members[m]] > 0)
                .toArray();
        if (givers.length == 1 && asking[members[givers[0]]] > 1) {
            add(giver(members[givers[0]]), site, component.perUnit[group]);
            return;
        }
        LinearProgram.Row need = add(program.limit(), site, component.perUnit[group]);
        for (int m : givers) {
            int member = members[m];
            if (asking[member] > 1) {
                double most = Math.min(could.gives()[member], component.perUnit[group] * atMost[site]);
                double start = Math.min(plan.gives()[group][m], most);
                int flow = program.variable(0, most / unit, start / unit);
                need.add(flow, -1);
                giver(member).add(flow, 1);
            } else {
                add(need, member, -1).allow(component.stock[member] / unit);
            }
        }
    }

    private LinearProgram.Row giver(int site) {
        if (given[site] == null) {
            given[site] = add(program.limit(), site, -1).allow(component.stock[site] / unit);
        }
        return given[site];
    }

    /** Adds what a site makes, times a factor. */
    private LinearProgram.Row add(LinearProgram.Row row, int site, double factor) {
        if (made[site] != NONE) {
            return row.add(made[site], factor);
        }
        row.allow(-factor * base[site] / unit);
        return slope[site] > 0 ? row.add(shorter, -factor * slope[site] / unit) : row;
    }
}
