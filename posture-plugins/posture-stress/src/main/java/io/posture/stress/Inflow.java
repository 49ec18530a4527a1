package io.posture.stress;

import java.util.List;

/** What arrives of one item under a scenario, day by day, and what others can add. */
final class Inflow {

    private final double need;
    private final double[] shares;
    private final double[] leadDays;
    private final LossCurve[] losses;
    private final List<Source> sources;
    private final RampUp added;
    private final int fromDay;
    private final boolean unsupplied;
    private final boolean canSurge;
    private final boolean demandVaries;
    private final double[] orders;
    // nothing is worked out again while nothing changes
    private int knownUntil;
    private double known;

    /**
     * The inflow of an item.
     *
     * @param added a further source that no shock reaches
     * @param lastDay last day that is asked for
     */
    Inflow(ItemTable table, int item, Effects effects, RampUp added, int lastDay) {
        int first = table.starts[item];
        int count = table.starts[item + 1] - first;
        this.need = table.needPerDay[item];
        this.unsupplied = count == 0 && !table.bom.isMade(item);
        this.shares = new double[count];
        this.leadDays = new double[count];
        this.losses = new LossCurve[count];
        this.sources = table.sources.subList(first, first + count);
        this.added = added;
        this.fromDay = effects.fromDay();
        boolean dated = false;
        boolean surges = added.share() > 0;
        for (int i = 0; i < count; i++) {
            int source = first + i;
            shares[i] = table.share[source];
            leadDays[i] = table.leadDays[source];
            losses[i] = effects.arrivals(
                    table.supplier[source], table.plant[source], table.lane[source], table.leadDays[source]);
            dated = dated || !sources.get(i).openOrders().isEmpty();
            surges = surges || sources.get(i).surge().share() > 0;
        }
        this.canSurge = surges;
        this.demandVaries = effects.demandEnd() > 0;
        this.orders = dated ? new double[lastDay + 1] : new double[0];
        for (int i = 0; i < count && dated; i++) {
            int source = first + i;
            LossCurve makers = effects.node(table.supplier[source]).or(effects.node(table.plant[source]));
            place(sources.get(i).openOrders(), makers, effects.node(table.lane[source]));
        }
    }

    private void place(List<OpenOrder> open, LossCurve makers, LossCurve lane) {
        for (OpenOrder order : open) {
            double sent = order.shipped() ? order.day() : makers.delayed(order.day());
            double day = Math.ceil(lane.delayed(sent));
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

    /** Last day before anything that arrives differs from the need; infinite if nothing does. */
    double begin() {
        if (orders.length > 0) {
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
        double end = orders.length > 0 ? orders.length - 1 : 0;
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
        double surge = added.on(day - fromDay);
        int until = orders.length > 0 ? day : Integer.MAX_VALUE;
        for (int i = 0; i < shares.length; i++) {
            double kept = 1 - losses[i].on(day);
            boolean dated = orders.length > 0 && !sources.get(i).openOrders().isEmpty() && day <= leadDays[i];
            arriving += dated ? 0 : shares[i] * need * kept;
            surge += sources.get(i).surge().on(day - fromDay) * kept;
            until = Math.min(until, losses[i].steadyUntil(day));
        }
        if (orders.length > 0) {
            arriving += orders[day];
        }
        known = arriving;
        knownUntil = canSurge && (demandVaries || wanted > arriving) ? 0 : until;
        // others replace what is missing and build no stock
        return surge == 0 ? arriving : arriving + Math.max(0, Math.min(surge * wanted, wanted - arriving));
    }
}
