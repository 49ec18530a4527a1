package io.posture.safetystock;

import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Mean and deviation of what a reorder point must cover: the demand until an order arrives, and how far the position is
 * below the reorder point when the order goes out.
 *
 * @param demand mean demand until an order arrives, pieces
 * @param sigma its deviation, pieces
 * @param undershoot the undershoot; empty if orders go out at the reorder point
 * @param skewness skewness of demand and undershoot together, at least 0
 */
record Cover(Figure demand, Figure sigma, Optional<Below> undershoot, Figure skewness) {

    private static final Origin.Formula DEMAND = new Origin.Formula("buf.leadTimeDemand.1", "d L", "DOMAIN E.2");
    private static final Origin.Formula REVIEWED_DEMAND =
            new Origin.Formula("buf.protectionDemand.1", "d (R + L)", "DOMAIN E.7");
    private static final Origin.Formula SIGMA = new Origin.Formula(
            "buf.sigmaLtd.1", "sqrt(L * sd^2 + d^2 * sL^2)", "Silver, Pyke & Thomas 2017; Chopra & Meindl");
    private static final Origin.Formula REVIEWED_SIGMA = new Origin.Formula(
            "buf.sigmaProtection.1", "sqrt((R + L) * sd^2 + d^2 * sL^2)", "Silver, Pyke & Thomas 2017");
    private static final Origin.Formula CV =
            new Origin.Formula("buf.leadTimeDemandCv.1", "sigma / demand until an order arrives", "DOMAIN E.5");

    /**
     * How far the position is below the reorder point when an order goes out.
     *
     * @param mean pieces
     * @param sd pieces
     * @param cube third central moment, cubic pieces
     */
    record Below(Figure mean, Figure sd, double cube) {

        private static final Origin.Formula MEAN = new Origin.Formula(
                "buf.undershoot.mean.1",
                "(sd^2 + d^2) / 2d over the time between two looks",
                "Tijms & Groenevelt 1984");
        private static final Origin.Formula SD = new Origin.Formula(
                "buf.undershoot.sd.2",
                "sqrt(max(0, (d^3 + 3 d sd^2 + k3) / 3d - E[U]^2)), k3 third central moment between two looks",
                "Tijms & Groenevelt 1984");

        /** Above this coefficient of variation a normal third moment makes no sense. */
        private static final double WIDEST_NORMAL = 2;

        private static final Origin.Formula SIZES_MEAN = new Origin.Formula(
                "buf.undershootPmf.mean.1",
                "E U, P(U = u) proportional to P(demand between two looks > u)",
                "DOMAIN E.5; Axsäter 2015");
        private static final Origin.Formula SIZES_SD = new Origin.Formula(
                "buf.undershootPmf.sd.1",
                "sd of U, P(U = u) proportional to P(demand between two looks > u)",
                "DOMAIN E.5; Axsäter 2015");

        /**
         * By mean, deviation and skewness of the demand between two looks; without skewness as with normal demand, or with
         * gamma demand where it is so wide that a normal third moment makes no sense. Its fourth moment, which only shapes the skewness of the undershoot, is that of a gamma of the same skewness.
         */
        static Below ofRate(Figure perDay, Figure sdPerDay, Figure review, Figure daySkewness) {
            double m = perDay.value() * review.value();
            double v = sdPerDay.value() * sdPerDay.value() * review.value();
            List<Explanation> from = List.of(sdPerDay, perDay, review, daySkewness);
            if (!(m > 0)) {
                return of(0, 0, 0, MEAN, SD, from);
            }
            double seen = daySkewness.value() * Math.pow(sdPerDay.value(), 3) * review.value();
            double third = v > WIDEST_NORMAL * WIDEST_NORMAL * m * m ? Math.max(seen, 2 * v / m * v) : seen;
            double fourth = v > 0 ? 1.5 * third * (third / v) : 0;
            double mean = (v + m * m) / (2 * m);
            double square = (third + 3 * m * v + m * m * m) / (3 * m);
            double cube = (fourth + 3 * v * v + 4 * third * m + 6 * v * m * m + m * m * m * m) / (4 * m);
            double variance = Math.max(0, square - mean * mean);
            return of(mean, variance, variance > 0 ? cubed(mean, square, cube) : 0, MEAN, SD, from);
        }

        /** Third central moment from the moments about 0. */
        private static double cubed(double mean, double square, double cube) {
            return cube - 3 * mean * square + 2 * mean * mean * mean;
        }

        /**
         * With demand like that of the buckets seen: {@code P(U = u)} proportional to {@code P(demand between two looks >
         * u)}, by its moments.
         *
         * @param buckets demand in each bucket, pieces, not all 0
         * @param between buckets between two looks, at least 1: orders are not known more closely
         * @param whole whether only whole pieces are ordered
         */
        static Below ofBuckets(double[] buckets, double between, boolean whole, List<Explanation> from) {
            double mean = Arrays.stream(buckets).average().orElseThrow();
            double variance = 0;
            double third = 0;
            for (double pieces : buckets) {
                double off = pieces - mean;
                variance += off * off / buckets.length;
                third += off * off * off / buckets.length;
            }
            // cumulants of a sum grow with the number of its parts
            double m = between * mean;
            double v = between * variance;
            double squares = v + m * m;
            double cubes = between * third + 3 * m * v + m * m * m;
            double below = (whole ? squares - m : squares) / (2 * m);
            double square = (whole ? cubes - 1.5 * squares + 0.5 * m : cubes) / (3 * m);
            return of(below, square - below * below, skewedAsGamma(below, square), SIZES_MEAN, SIZES_SD, from);
        }

        private static double skewedAsGamma(double mean, double square) {
            double variance = Math.max(0, square - mean * mean);
            return mean > 0 ? 2 * variance * variance / mean : 0;
        }

        private static Below of(
                double mean,
                double variance,
                double cube,
                Origin.Formula ofMean,
                Origin.Formula ofSd,
                List<Explanation> from) {
            Figure meanFigure = new Figure("undershootMean", mean, Unit.PIECES, ofMean, from);
            List<Explanation> ofDeviation = new ArrayList<>(from);
            ofDeviation.add(meanFigure);
            double sd = Math.sqrt(Math.max(0, variance));
            return new Below(meanFigure, new Figure("undershootSd", sd, Unit.PIECES, ofSd, ofDeviation), cube);
        }
    }

    /**
     * Cover of steady demand.
     *
     * @param review the time between two looks that is to be covered beside the lead time; empty if none is
     * @param daySkewness skewness of the demand of a day
     */
    static Cover steady(
            Figure perDay,
            Figure sdPerDay,
            Figure leadDays,
            Figure leadSd,
            Optional<Figure> review,
            Optional<Below> undershoot,
            Figure daySkewness) {
        double days = leadDays.value() + (review.isPresent() ? review.get().value() : 0);
        List<Figure> more = review.isPresent() ? List.of(review.get()) : List.of();
        Figure demand = new Figure(
                "leadTimeDemand",
                perDay.value() * days,
                Unit.PIECES,
                more.isEmpty() ? DEMAND : REVIEWED_DEMAND,
                nodes(more, perDay, leadDays));
        Figure sigma = new Figure(
                "sigmaLtd",
                ZFormula.sigma(perDay.value(), sdPerDay.value(), days, leadSd.value()),
                Unit.PIECES,
                more.isEmpty() ? SIGMA : REVIEWED_SIGMA,
                nodes(more, leadDays, sdPerDay, perDay, leadSd));
        double meanCube = days * daySkewness.value() * Math.pow(sdPerDay.value(), 3);
        double cube = Skewness.cube(meanCube, perDay, sdPerDay, leadDays, leadSd);
        return new Cover(demand, sigma, undershoot, Skewness.ofCover(cube, sigma, undershoot, daySkewness, leadSd));
    }

    /** Mean of demand and undershoot, pieces. */
    double mean() {
        return demand.value()
                + (undershoot.isPresent() ? undershoot.get().mean().value() : 0);
    }

    /** Variance of demand and undershoot, square pieces. */
    double variance() {
        double below = undershoot.isPresent() ? undershoot.get().sd().value() : 0;
        return sigma.value() * sigma.value() + below * below;
    }

    /** Deviation of demand and undershoot, pieces. */
    double sd() {
        return undershoot.isPresent() ? Math.sqrt(variance()) : sigma.value();
    }

    /** Coefficient of variation of the demand; of demand and undershoot where the demand is 0, which is a lead time of 0. */
    Figure cv() {
        double cv = demand.value() > 0 ? sigma.value() / demand.value() : mean() > 0 ? sd() / mean() : 0;
        return Figure.of("leadTimeDemandCv", cv, Unit.NONE, CV, sigma, demand);
    }

    /** All nodes, in the order of the formula of the reorder point. */
    List<Explanation> nodes() {
        return undershoot.isPresent()
                ? List.of(
                        demand, undershoot.get().mean(), sigma, undershoot.get().sd())
                : List.of(demand, sigma);
    }

    private static List<Explanation> nodes(List<Figure> first, Figure... others) {
        List<Explanation> nodes = new ArrayList<>(first.size() + others.length);
        nodes.addAll(first);
        nodes.addAll(List.of(others));
        return nodes;
    }
}
