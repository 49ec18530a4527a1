package io.posture.resilience.network;

import java.util.OptionalDouble;

/**
 * The linear programs of a component, in pieces over a unit so that numbers stay near 1. Sites that could give nothing
 * even if each had all there is are left out.
 */
final class ComponentProgram {

    private static final int NONE = -1;

    private final Component component;
    private final double[] couldMake;
    private final double[] couldGive;
    private final double unit;
    private final LinearProgram program = new LinearProgram();
    private final int[] made;
    private final LinearProgram.Row[] given;

    /**
     * The programs.
     *
     * @param could what each could make and give if it had all there is
     * @param unit pieces, above 0
     */
    private ComponentProgram(Component component, SharePlan.Output could, double unit) {
        this.component = component;
        this.couldMake = could.made();
        this.couldGive = could.gives();
        this.unit = unit;
        made = new int[component.sites()];
        given = new LinearProgram.Row[component.sites()];
    }

    /**
     * The largest margin that can be made of what is wanted; empty if the solver finds none.
     *
     * @param most what each site can make
     * @param could what each could make and give if it had all there is
     */
    static OptionalDouble margin(
            Component component, double[] most, SharePlan.Output could, SolverLimit.Effort effort) {
        double unit = 0;
        double dearest = 0;
        for (int good = 0; good < component.goodSite.length; good++) {
            unit = Math.max(unit, component.want[good]);
            dearest = Math.max(dearest, component.margin[good]);
        }
        ComponentProgram of = new ComponentProgram(component, could, unit);
        double[] worth = new double[component.sites()];
        double[] atMost = most.clone();
        for (int good = 0; good < component.goodSite.length; good++) {
            int site = component.goodSite[good];
            worth[site] = component.margin[good] / dearest;
            atMost[site] = Math.min(atMost[site], component.want[good]);
        }
        for (int site = 0; site < component.sites(); site++) {
            double bound = Math.min(atMost[site], of.couldMake[site]);
            of.made[site] = bound > 0 ? of.program.variable(worth[site], bound / unit) : NONE;
        }
        of.flows();
        double scale = unit * dearest;
        OptionalDouble largest = of.program.largest(effort);
        return largest.isPresent() ? OptionalDouble.of(largest.getAsDouble() * scale) : largest;
    }

    /**
     * The longest time for which all goods last; empty if the solver finds none.
     *
     * @param capacityPerDay by site, infinite for any amount
     * @param unitDays a time of the right size, days, above 0
     * @param atMostDays upper bound of the time, days
     */
    static OptionalDouble days(
            Component component,
            double[] capacityPerDay,
            double unitDays,
            double atMostDays,
            SolverLimit.Effort effort) {
        double[] most = new double[component.sites()];
        for (int site = 0; site < most.length; site++) {
            most[site] = capacityPerDay[site] * atMostDays;
        }
        SharePlan.Output could = SharePlan.output(component, most, SharePlan.everything(component));
        double unit = 0;
        for (int good = 0; good < component.goodSite.length; good++) {
            unit = Math.max(unit, component.demandPerDay[good] * unitDays);
        }
        ComponentProgram of = new ComponentProgram(component, could, unit);
        int time = of.program.variable(1, atMostDays / unitDays);
        for (int site = 0; site < component.sites(); site++) {
            of.made[site] = of.couldMake[site] > 0 ? of.program.variable(0, of.couldMake[site] / unit) : NONE;
            if (of.made[site] != NONE && capacityPerDay[site] < Double.POSITIVE_INFINITY) {
                of.program.atMost(0).add(of.made[site], 1).add(time, -capacityPerDay[site] * unitDays / unit);
            }
        }
        of.flows();
        for (int good = 0; good < component.goodSite.length; good++) {
            int site = component.goodSite[good];
            LinearProgram.Row row = of.program
                    .atMost(component.stock[site] / unit)
                    .add(time, component.demandPerDay[good] * unitDays / unit);
            if (of.made[site] != NONE) {
                row.add(of.made[site], -1);
            }
        }
        OptionalDouble largest = of.program.largest(effort);
        return largest.isPresent() ? OptionalDouble.of(largest.getAsDouble() * unitDays) : largest;
    }

    /** What flows between the sites: needs are met, and nobody gives more than it has and makes. */
    private void flows() {
        for (int site = 0; site < component.sites(); site++) {
            if (made[site] == NONE) {
                continue;
            }
            for (int group = component.firstGroup(site); group < component.firstGroup(site + 1); group++) {
                LinearProgram.Row need = program.atMost(0).add(made[site], component.perUnit[group]);
                for (int member : component.members[group]) {
                    if (couldGive[member] > 0) {
                        int flow = program.variable(0, Double.POSITIVE_INFINITY);
                        need.add(flow, -1);
                        giver(member).add(flow, 1);
                    }
                }
            }
        }
    }

    private LinearProgram.Row giver(int site) {
        if (given[site] == null) {
            given[site] = program.atMost(component.stock[site] / unit);
            if (made[site] != NONE) {
                given[site].add(made[site], -1);
            }
        }
        return given[site];
    }
}
