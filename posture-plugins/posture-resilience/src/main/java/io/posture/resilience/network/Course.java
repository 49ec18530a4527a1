package io.posture.resilience.network;

/**
 * How long the goods of a component last under shares. What a good can draw on is a concave piecewise linear function of
 * time, so that the day on which it is used up is found from above in as many steps as it has pieces.
 */
final class Course {

    private static final int STEPS = 1000;
    private static final double ROUNDING = 1e-12;

    private final Component component;
    private final double[] capacityPerDay;
    private final double[][] shares;
    private final double[] value;
    private final double[] slope;
    private final double[] made;
    private final double[] madeSlope;

    /** The time of these values; infinite for its end. */
    private double ranTo = Double.NaN;

    /**
     * The course under shares.
     *
     * @param capacityPerDay by site, infinite for any amount
     */
    Course(Component component, double[] capacityPerDay, double[][] shares) {
        this.component = component;
        this.capacityPerDay = capacityPerDay;
        this.shares = shares;
        value = new double[component.sites()];
        slope = new double[component.sites()];
        made = new double[component.sites()];
        madeSlope = new double[component.sites()];
    }

    /** Days for which all goods last; infinite for ever. */
    double daysOfAll() {
        double least = Double.POSITIVE_INFINITY;
        for (int good = 0; good < component.goodSite.length; good++) {
            least = Math.min(least, days(good, least));
        }
        return least;
    }

    /** Days for which a good lasts, if fewer than a bound. */
    private double days(int good, double bound) {
        double t = bound;
        if (Double.isInfinite(bound)) {
            runTo(Double.POSITIVE_INFINITY);
            double left = left(good);
            double leftSlope = leftSlope(good);
            if (leftSlope >= -ROUNDING * component.demandPerDay[good]) {
                return Double.POSITIVE_INFINITY;
            }
            t = Math.max(0, left / -leftSlope);
        }
        for (int step = 0; step < STEPS; step++) {
            runTo(t);
            double left = left(good) - component.demandPerDay[good] * t;
            if (left >= -ROUNDING * component.demandPerDay[good] * t) {
                return t;
            }
            // the tangent lies above a concave function
            t = Math.max(0, t + left / -leftSlope(good));
        }
        return t;
    }

    private double left(int good) {
        int site = component.goodSite[good];
        return component.stock[site] + made[site];
    }

    private double leftSlope(int good) {
        return madeSlope[component.goodSite[good]] - component.demandPerDay[good];
    }

    private void runTo(double days) {
        if (days != ranTo) {
            boolean end = Double.isInfinite(days);
            run(end ? 0 : days, end);
            ranTo = days;
        }
    }

    /** Values and left slopes at a time; for the end of time the line that each function ends in, from its value at 0. */
    private void run(double days, boolean end) {
        for (int site = 0; site < component.sites(); site++) {
            double least = Double.POSITIVE_INFINITY;
            double leastSlope = Double.POSITIVE_INFINITY;
            if (capacityPerDay[site] < Double.POSITIVE_INFINITY) {
                least = end ? 0 : capacityPerDay[site] * days;
                leastSlope = capacityPerDay[site];
            }
            for (int group = component.firstGroup(site); group < component.firstGroup(site + 1); group++) {
                double there = 0;
                double thereSlope = 0;
                for (int m = 0; m < component.members[group].length; m++) {
                    int member = component.members[group][m];
                    there += shares[group][m] * value[member];
                    thereSlope += shares[group][m] * slope[member];
                }
                there /= component.perUnit[group];
                thereSlope /= component.perUnit[group];
                boolean less = end
                        ? thereSlope < leastSlope || (thereSlope == leastSlope && there < least)
                        : there < least || (there == least && thereSlope > leastSlope);
                if (less) {
                    least = there;
                    leastSlope = thereSlope;
                }
            }
            made[site] = least;
            madeSlope[site] = leastSlope;
            value[site] = component.stock[site] + least;
            slope[site] = leastSlope;
        }
    }
}
