package io.posture.stress;

import java.util.ArrayList;
import java.util.List;

/** What arrives of one item under a scenario, day by day, and what others can add. */
final class Inflow {

    private final double need;
    private final double[] shares;
    private final LossCurve[] losses;
    // until when what arrives from a source are its dated orders; -1 for a steady pipeline
    private final double[] datedUntil;
    private final List<Surge> surges = new ArrayList<>();
    private final int fromDay;
    private final boolean unsupplied;
    private final boolean demandVaries;
    private final double[] orders;
    // nothing is worked out again while nothing changes
    private int knownUntil;
    private double known;

    /** What a source can add when others fail. */
    private record Surge(RampUp most, LossCurve loss) {}

    /**
     * The inflow of an item.
     *
     * @param added further sources, of which only what they can add counts
     * @param lastDay last day that is asked for
     */
    Inflow(ItemTable table, int item, Effects effects, List<Source> added, int lastDay) {
        int first = table.starts[item];
        int count = table.starts[item + 1] - first;
        this.need = table.needPerDay[item];
        this.unsupplied = count == 0 && !table.bom.isMade(item);
        this.shares = new double[count];
        this.losses = new LossCurve[count];
        this.datedUntil = new double[count];
        this.fromDay = effects.fromDay();
        this.demandVaries = effects.demandEnd() > 0;
        double ordersEnd = 0;
        for (int i = 0; i < count; i++) {
            int at = first + i;
            Source source = table.sources.get(at);
            shares[i] = table.share[at];
            losses[i] = effects.arrivals(table.supplier[at], table.plant[at], table.lane[at], table.leadDays[at]);
            datedUntil[i] = -1;
            if (!source.openOrders().isEmpty()) {
                // what a closed lane holds up holds up what comes behind it
                LossCurve lane = effects.node(table.lane[at]);
                datedUntil[i] = lane.delayed(Math.max(0, table.leadDays[at]));
                ordersEnd = Math.max(ordersEnd, Math.max(1, datedUntil[i]));
                for (OpenOrder order : source.openOrders()) {
                    ordersEnd = Math.max(ordersEnd, lane.delayed(order.day()));
                }
            }
            lend(source, effects, table.supplier[at], table.plant[at], table.lane[at]);
        }
        for (Source source : added) {
            lend(
                    source,
                    effects,
                    table.nodes.number(NodeKind.SUPPLIER, source.supplier()),
                    table.nodes.number(NodeKind.PLANT, source.plant()),
                    table.nodes.number(NodeKind.LANE, source.lane()));
        }
        this.orders = ordersEnd > 0 ? new double[(int) Math.min(lastDay, Math.ceil(ordersEnd)) + 1] : new double[0];
        for (int i = 0; i < count; i++) {
            place(table.sources.get(first + i).openOrders(), effects.node(table.lane[first + i]));
        }
    }

    private void lend(Source source, Effects effects, int supplier, int plant, int lane) {
        RampUp most = source.surge();
        if (most.share() > 0) {
            double lead = source.leadDays().orElse(-1);
            surges.add(new Surge(most, effects.surge(supplier, plant, lane, lead, most.delayDays())));
        }
    }

    private void place(List<OpenOrder> open, LossCurve lane) {
        for (OpenOrder order : open) {
            double day = Math.ceil(lane.delayed(order.day()));
            if (day < orders.length) {
                orders[(int) day] += order.pieces();
            }
        }
    }

    /** Whether the scenario reaches a source of the item. */
    boolean isTouched() {
        for (LossCurve loss : losses) {
            if (!loss.isNone()) {
                return true;
            }
        }
        return false;
    }

    /** Whether orders with their days take the place of a steady pipeline, so that the item may be short without a shock. */
    boolean isDated() {
        return orders.length > 0;
    }

    /** Last day before anything that arrives differs from the need; infinite if nothing does. */
    double begin() {
        if (isDated()) {
            return 0;
        }
        double begin = Double.POSITIVE_INFINITY;
        for (LossCurve loss : losses) {
            begin = Math.min(begin, loss.begin());
        }
        return begin;
    }

    /** Last day on which what arrives differs from the need. */
    double end() {
        double end = isDated() ? orders.length - 1 : 0;
        for (LossCurve loss : losses) {
            end = Math.max(end, loss.end());
        }
        return end;
    }

    /**
     * Pieces that arrive on a day, from all sources. Days go up.
     *
     * @param wanted need of the day, pieces
     */
    double on(int day, double wanted) {
        if (day <= knownUntil) {
            return known;
        }
        double arriving = unsupplied ? need : 0;
        int until = day < orders.length ? day : Integer.MAX_VALUE;
        for (int i = 0; i < shares.length; i++) {
            arriving += day <= datedUntil[i] ? 0 : shares[i] * need * (1 - losses[i].on(day));
            until = Math.min(until, losses[i].steadyUntil(day));
        }
        if (day < orders.length) {
            arriving += orders[day];
        }
        known = arriving;
        knownUntil = !surges.isEmpty() && (demandVaries || wanted > arriving) ? 0 : until;
        double surge = 0;
        for (Surge other : surges) {
            surge += other.most().on(day - fromDay) * (1 - other.loss().on(day));
        }
        // others replace what is missing and build no stock
        return surge == 0 ? arriving : arriving + Math.max(0, Math.min(surge * wanted, wanted - arriving));
    }
}
