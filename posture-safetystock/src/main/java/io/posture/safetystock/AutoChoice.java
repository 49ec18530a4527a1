package io.posture.safetystock;

import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The method that suits an item, and the figures that decided it.
 *
 * @param method chosen
 * @param tooThin whether the buckets with demand are too few for the method that the demand class asks for
 * @param decided what decided it, in the order it was looked at
 */
record AutoChoice(Method method, boolean tooThin, List<Explanation> decided) {

    private static final int ENOUGH_BUCKETS = 24;
    private static final double FEW_PIECES = 10;
    private static final double OVERDISPERSED = 1.1;
    private static final double WIDE = 0.5;

    /** Above this mean whole pieces make no difference, and a count distribution no sense. */
    private static final double MANY_PIECES = 1e6;

    private static final Origin.Formula CLASS = new Origin.Formula(
            "demand.sbc.1",
            "by the interval between buckets with demand and their size",
            "Syntetos, Boylan & Croston 2005");
    private static final Origin.Formula BUSY =
            new Origin.Formula("demand.busyBuckets.1", "stable buckets with demand", "DOMAIN E.6");
    private static final Origin.Formula STABLE =
            new Origin.Formula("demand.stableBuckets.1", "buckets outside disrupted stretches", "DOMAIN A.7");
    private static final Origin.Formula SEASON = new Origin.Formula(
            "demand.season.1", "autocorrelation at one year, of the demand without its linear trend", "DOMAIN A.5");
    private static final Origin.Formula WHOLE =
            new Origin.Formula("demand.wholePieces.1", "every bucket is a whole number", "DOMAIN E.5");
    private static final Origin.Formula SHARE =
            new Origin.Formula("demand.disruptedShare.1", "share of the time in disrupted stretches", "DOMAIN A.7");

    /**
     * Chooses.
     *
     * @param facts the item
     * @param protection how its orders go out
     * @param cover its cover by mean and deviation
     * @param mixture whether stable and disrupted stretches are to be covered by one number
     */
    static AutoChoice of(SizingFacts facts, Protection protection, Cover cover, boolean mixture) {
        List<Explanation> decided = new ArrayList<>(5);
        if (mixture) {
            Optional<Figure> share = disruptedShare(facts);
            if (share.isPresent()) {
                decided.add(share.get());
                return new AutoChoice(Method.MIXTURE, false, decided);
            }
        }
        Figure buckets = facts.buckets();
        decided.add(Finding.of("demandClass", facts.demand().demandClass().name(), CLASS, buckets));
        if (facts.sporadic()) {
            int stable = protection.stable().size();
            if (stable >= ENOUGH_BUCKETS) {
                int busy = protection.busyBuckets();
                decided.add(Figure.of("stableBuckets", stable, Unit.COUNT, STABLE, buckets));
                decided.add(Figure.of("busyBuckets", busy, Unit.COUNT, BUSY, buckets));
                return busy >= EmpiricalCover.ENOUGH_BUSY
                        ? new AutoChoice(Method.EMPIRICAL, false, decided)
                        : new AutoChoice(fallback(protection, cover), true, decided);
            }
        } else if (facts.demand().signals().season().isPresent()) {
            double autocorrelation = facts.demand().signals().season().get().autocorrelation();
            decided.add(Figure.of("seasonAutocorrelation", autocorrelation, Unit.NONE, SEASON, buckets));
            return new AutoChoice(Method.TIME_PHASED, false, decided);
        }
        return new AutoChoice(closedForm(facts, cover, decided), false, decided);
    }

    /** The method for a cover of which only mean and deviation count. */
    static Method closedForm(SizingFacts facts, Cover cover, List<Explanation> decided) {
        decided.add(cover.demand());
        if (cover.demand().value() < FEW_PIECES && cover.sigma().value() > 0) {
            boolean whole = facts.wholePieces();
            decided.add(Finding.of("wholePieces", whole ? "yes" : "no", WHOLE, facts.buckets()));
            if (whole) {
                decided.add(cover.sigma());
                double sigma = cover.sigma().value();
                return sigma * sigma > OVERDISPERSED * cover.demand().value() && overdispersed(cover)
                        ? Method.NEGATIVE_BINOMIAL
                        : Method.POISSON;
            }
        }
        decided.add(cover.cv());
        Method method = byShape(cover);
        if (method != Method.GAMMA) {
            decided.add(cover.skewness());
        }
        return method;
    }

    /** The distribution of a cover that is not to be counted in pieces. */
    static Method byShape(Cover cover) {
        if (cover.cv().value() > WIDE) {
            return Method.GAMMA;
        }
        return cover.sigma().value() > 0 && cover.skewness().value() >= Skewness.NOTICEABLE
                ? Method.SHIFTED_GAMMA
                : Method.NORMAL;
    }

    /** What stands in for the buckets of an item that has too few of them with demand. */
    static Method fallback(Protection protection, Cover cover) {
        if (!protection.whole() || manyPieces(cover)) {
            return Method.GAMMA;
        }
        return overdispersed(cover) ? Method.NEGATIVE_BINOMIAL : Method.POISSON;
    }

    /** Whether there are too many pieces to count. */
    static boolean manyPieces(Cover cover) {
        return cover.mean() > MANY_PIECES;
    }

    /** Whether the variance of what is covered allows a negative binomial. */
    static boolean overdispersed(Cover cover) {
        return cover.variance() > cover.mean() * (1 + 1e-9);
    }

    /** Share of time in disrupted stretches of demand or lead time, the larger one; empty if there are none. */
    static Optional<Figure> disruptedShare(SizingFacts facts) {
        double demand = facts.demand()
                .signals()
                .stretches()
                .disrupted()
                .map(found -> found.share())
                .orElse(0.0);
        double leadTime = facts.supplySignals()
                .stretches()
                .disrupted()
                .map(found -> found.share())
                .orElse(0.0);
        double share = Math.max(demand, leadTime);
        return share > 0
                ? Optional.of(Figure.of("disruptedShare", share, Unit.SHARE, SHARE, facts.buckets()))
                : Optional.empty();
    }
}
