package io.posture.resilience.network;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The linear program of a component, in pieces. What is known before is not in
 * it: no site makes more than it could with all there is, nor more than it may be asked for; a site that needs nothing
 * makes all that it can; where only one site delivers, the flow is what its consumer takes; who delivers to one need alone
 * gives it everything. The solver begins at a plan.
 */
final class ComponentProgram {

    private static final int NONE = -1;

    private final Component component;
    private final SharePlan.Output could;
    private final SharePlan.Flow plan;
    private final LinearProgram program = new LinearProgram();

    /** By site: the good that it is. */
    private final int[] good;

    /** By site: upper bound of what it makes, pieces, and how many needs ask it for something. */
    private final double[] atMost;

    private final int[] asking;

    /** By site: variable of what it makes; none where that is known. */
    private final int[] made;

    private final LinearProgram.Row[] given;

    private ComponentProgram(Component component, SharePlan plan) {
        this.component = component;
        this.could = plan.could();
        this.plan = plan.flow();
        int sites = component.sites();
        good = new int[sites];
        atMost = new double[sites];
        asking = new int[sites];
        made = new int[sites];
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
     * The largest worth of what can be made of what is wanted; empty if the solver finds none.
     *
     * @param worth by good, of a piece, at least 0; of one above 0
     * @param plan to begin at
     */
    static OptionalDouble largest(Component component, double[] worth, SharePlan plan, SolverLimit.Effort effort) {
        ComponentProgram of = new ComponentProgram(component, plan);
        for (int site = 0; site < component.sites(); site++) {
            if (of.atMost[site] > 0 && !of.isSource(site)) {
                int sold = of.good[site];
                double start = Math.min(of.plan.made()[site], of.atMost[site]);
                of.made[site] = of.program.variable(sold == NONE ? 0 : worth[sold], of.atMost[site], start);
            }
        }
        of.flows();
        return of.program.largest(effort);
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
        double perUnit = component.perUnit[group];
        int[] givers = IntStream.range(0, members.length)
                .filter(m -> could.gives()[members[m]] > 0)
                .toArray();
        if (givers.length == 1 && asking[members[givers[0]]] > 1) {
            giver(members[givers[0]]).add(made[site], perUnit);
            return;
        }
        LinearProgram.Row need = program.limit().add(made[site], perUnit);
        for (int m : givers) {
            int member = members[m];
            if (asking[member] > 1) {
                double most = Math.min(could.gives()[member], perUnit * atMost[site]);
                double start = Math.min(plan.gives()[group][m], most);
                int flow = program.variable(0, most, start);
                need.add(flow, -1);
                giver(member).add(flow, 1);
            } else {
                supply(need, member);
            }
        }
    }

    private LinearProgram.Row giver(int site) {
        if (given[site] == null) {
            given[site] = program.limit();
            supply(given[site], site);
        }
        return given[site];
    }

    /** Allows what a site has and makes. */
    private void supply(LinearProgram.Row row, int site) {
        if (made[site] == NONE) {
            row.allow((isSource(site) ? could.gives()[site] : component.stock[site]));
        } else {
            row.allow(component.stock[site]).add(made[site], -1);
        }
    }
}
