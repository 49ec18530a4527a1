package io.posture.safetystock;

import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How orders go out, and with it the time a reorder point must cover.
 *
 * @param form the rule by which orders go out
 * @param review days between two looks; a day if orders go out any day
 * @param undershoot whether orders go out below the reorder point
 * @param lot pieces that come in at once, above 0; empty if unknown
 * @param whole whether only whole pieces are ordered
 * @param stable demand of the stable buckets if demand is irregular in time, pieces; empty if none was in them
 */
record Protection(
        Form form, Figure review, boolean undershoot, Optional<Figure> lot, boolean whole, List<Double> stable) {

    private static final double ENOUGH_ORDERED = 1.5;
    private static final Origin.Formula BETWEEN =
            new Origin.Formula("buf.betweenLooks.1", "d R: every look orders what was used", "DOMAIN E.7");
    private static final Figure A_DAY =
            Figure.of("daysBetweenLooks", 1, Unit.DAYS, new Origin.Parameter(AutoFormula.STEP, "undershoot"));

    /** The rule by which orders go out. */
    enum Form {
        /** A lot whenever the position is at the reorder point, (r, Q). */
        CONTINUOUS,
        /** At every look up to a level, (R, S). */
        UP_TO,
        /** At a look that finds the position at the reorder point, up to a level, (R, s, S). */
        UP_TO_BELOW_POINT
    }

    /** How orders for an item go out; with a review (R, s, S) where a lot is at least 1.5 times what is used between. */
    static Protection of(SizingFacts facts, Figure reviewDays, boolean undershoot) {
        double[] buckets = facts.sporadic() ? facts.stableBuckets() : new double[0];
        List<Double> stable = new ArrayList<>(buckets.length);
        double sum = 0;
        for (double pieces : buckets) {
            stable.add(pieces);
            sum += pieces;
        }
        List<Double> sizes = sum > 0 ? stable : List.of();
        boolean whole = facts.sporadic() ? isWhole(buckets) : facts.wholePieces();
        if (reviewDays.value() == 0) {
            return new Protection(Form.CONTINUOUS, A_DAY, undershoot, facts.lot(), whole, sizes);
        }
        Protection point = new Protection(Form.UP_TO_BELOW_POINT, reviewDays, true, facts.lot(), whole, sizes);
        double between = facts.perDay().value() * reviewDays.value();
        if (facts.lot().isPresent()) {
            double below = point.below(facts, facts.perDay(), facts.sdPerDay(), facts.daySkewness())
                    .orElseThrow()
                    .mean()
                    .value();
            if (facts.lot().get().value() - below >= ENOUGH_ORDERED * between) {
                return point;
            }
        }
        Figure used = Figure.of("usedBetweenLooks", between, Unit.PIECES, BETWEEN, facts.perDay(), reviewDays);
        return new Protection(Form.UP_TO, reviewDays, false, Optional.of(used), whole, sizes);
    }

    /** The review to be covered beside the lead time; empty if none is. */
    Optional<Figure> coveredReview() {
        return form == Form.UP_TO ? Optional.of(review) : Optional.empty();
    }

    /** Days to be covered beside the lead time. */
    double moreDays() {
        return form == Form.UP_TO ? review.value() : 0;
    }

    /** Buckets between two looks, at least one: how demand falls within a bucket is not known. */
    double bucketsBetweenLooks(SizingFacts facts) {
        return Math.max(1, review.value() / facts.bucket().days());
    }

    /** The undershoot of some demand; empty if orders go out at the reorder point. */
    Optional<Cover.Below> below(SizingFacts facts, Figure perDay, Figure sdPerDay, Figure daySkewness) {
        if (!undershoot) {
            return Optional.empty();
        }
        if (!stable.isEmpty()) {
            List<Explanation> from =
                    form == Form.CONTINUOUS ? List.of(facts.buckets()) : List.of(facts.buckets(), review);
            return Optional.of(Cover.Below.ofBuckets(buckets(), bucketsBetweenLooks(facts), whole, from));
        }
        return Optional.of(Cover.Below.ofRate(perDay, sdPerDay, review, daySkewness));
    }

    /** Cover of a steady demand. */
    Cover cover(SizingFacts facts, Figure perDay, Figure sdPerDay, Figure leadDays, Figure leadSd) {
        return Cover.steady(
                perDay,
                sdPerDay,
                leadDays,
                leadSd,
                coveredReview(),
                below(facts, perDay, sdPerDay, facts.daySkewness()),
                facts.daySkewness());
    }

    /** Stable buckets with demand. */
    int busyBuckets() {
        return (int) stable.stream().filter(pieces -> pieces > 0).count();
    }

    /** {@link #stable} as an array. */
    double[] buckets() {
        return stable.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static boolean isWhole(double[] values) {
        for (double value : values) {
            if (value != Math.rint(value)) {
                return false;
            }
        }
        return true;
    }
}
