package io.posture.stress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a scenario does to nodes, lead times and demand of a network. Immutable once made. */
final class Effects {

    /** Nothing happens. */
    static final Effects NONE = new Effects();

    private final LossCurve[] nodes;
    private final List<Shock.LeadTimesTimes> leadTimes = new ArrayList<>();
    private final List<Shock.DemandUp> demand = new ArrayList<>();
    private final int fromDay;
    private final double demandBegin;
    private final double demandEnd;

    private Effects() {
        this.nodes = new LossCurve[0];
        this.fromDay = 0;
        this.demandBegin = Integer.MAX_VALUE;
        this.demandEnd = 0;
    }

    /**
     * The effects of a scenario.
     *
     * @throws IllegalArgumentException if it names a node that is not there, or one without time to recover for which no
     *     duration is given
     */
    Effects(StressScenario scenario, NodeGraph graph) {
        LossCurve[] own = new LossCurve[graph.index().size()];
        Arrays.fill(own, LossCurve.NONE);
        String who = "scenario '" + scenario.name() + "'";
        for (Shock shock : scenario.shocks()) {
            if (shock instanceof Shock.SupplierDown down) {
                fail(own, graph.index().named(who, NodeKind.SUPPLIER, down.supplier()), down.fromDay(), down.days());
            } else if (shock instanceof Shock.LaneClosed closed) {
                fail(own, graph.index().named(who, NodeKind.LANE, closed.lane()), closed.fromDay(), closed.days());
            } else if (shock instanceof Shock.NodeDown down) {
                int node = graph.index().named(who, down.node());
                fail(own, node, down.fromDay(), graph.index().daysDown(who, node, down.days()));
            } else if (shock instanceof Shock.LeadTimesTimes times) {
                leadTimes.add(times);
            } else if (shock instanceof Shock.DemandUp up) {
                demand.add(up);
            }
        }
        this.nodes = graph.propagate(own);
        this.fromDay = scenario.fromDay();
        this.demandBegin =
                demand.stream().mapToInt(Shock.DemandUp::fromDay).min().orElse(Integer.MAX_VALUE);
        this.demandEnd =
                demand.stream().mapToInt(up -> up.fromDay() + up.days()).max().orElse(0);
    }

    private static void fail(LossCurve[] own, int node, int fromDay, int days) {
        own[node] = own[node].or(LossCurve.full(fromDay, (double) fromDay + days));
    }

    /** The day after which the first shock begins. */
    int fromDay() {
        return fromDay;
    }

    /** What demand of a day is multiplied by. */
    double demandFactor(int day) {
        double factor = 1;
        for (Shock.DemandUp up : demand) {
            if (up.fromDay() < day && day <= up.fromDay() + up.days()) {
                factor *= 1 + up.share();
            }
        }
        return factor;
    }

    /** The day after which demand begins to differ; later than any day if it never does. */
    double demandBegin() {
        return demandBegin;
    }

    /** The last day on which demand differs; 0 if there is none. */
    double demandEnd() {
        return demandEnd;
    }

    /** What a node loses; nothing for an unknown one. */
    LossCurve node(int number) {
        return number < 0 || number >= nodes.length ? LossCurve.NONE : nodes[number];
    }

    /**
     * What does not arrive from a source.
     *
     * @param leadDays lead time, -1 for unknown
     */
    LossCurve arrivals(int supplier, int plant, int lane, double leadDays) {
        double lead = Math.max(0, leadDays);
        LossCurve made = node(supplier).or(node(plant)).later(lead);
        LossCurve lost = made.or(node(lane));
        if (leadDays >= 0) {
            for (Shock.LeadTimesTimes times : leadTimes) {
                lost = lost.or(gap(times, leadDays));
            }
        }
        return lost;
    }

    /**
     * What a source cannot send when it stands in for others. What arrives has left its maker as many days before as it is on
     * its way, and its maker must run then.
     *
     * @param leadDays lead time, -1 for unknown
     * @param delayDays days from the first shock until it delivers
     */
    LossCurve surge(int supplier, int plant, int lane, double leadDays, double delayDays) {
        double way = Math.min(Math.max(0, leadDays), delayDays);
        LossCurve lost = node(supplier).or(node(plant)).later(way).or(node(lane));
        for (Shock.LeadTimesTimes times : leadDays >= 0 ? leadTimes : List.<Shock.LeadTimesTimes>of()) {
            double sent = Math.max(fromDay + delayDays - way, times.fromDay());
            double to = sent + Gap.leadTime(way, times.multiplier()).toDay();
            if (times.days().isPresent()) {
                double normal = (double) times.fromDay() + times.days().getAsInt();
                to = Math.min(to, Math.max(sent, normal) + way);
            }
            lost = lost.or(LossCurve.full(sent + way, to));
        }
        return lost;
    }

    // an order placed once lead times are back to normal arrives before one placed just before that
    private static LossCurve gap(Shock.LeadTimesTimes times, double leadDays) {
        Gap gap = Gap.leadTime(leadDays, times.multiplier());
        double to = times.days().isPresent()
                ? Math.min(gap.toDay(), leadDays + times.days().getAsInt())
                : gap.toDay();
        return LossCurve.full(gap.fromDay(), to).later(times.fromDay());
    }
}
