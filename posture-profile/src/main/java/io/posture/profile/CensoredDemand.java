package io.posture.profile;

import io.posture.api.Censoring;
import io.posture.api.DemandClass;
import io.posture.numerics.Moments;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/** Estimates demand where stock-outs hid a part of it, by the method that fits the pattern. */
final class CensoredDemand {

    /** Buckets without a stock-out that the normal estimate, and the pattern, need. */
    private static final int ENOUGH = 5;

    private static final String NORMAL = "NORMAL";
    private static final String POISSON = "POISSON";
    private static final String SCALE = "SCALE";
    private static final String NONE = "NONE";

    private final double[] sales;
    private final double[] inStockShares;
    private final boolean[] censored;
    private final double[] full;
    private final double daysPerBucket;

    private CensoredDemand(double[] sales, double[] inStockShares, double daysPerBucket) {
        this.sales = sales;
        this.inStockShares = inStockShares;
        this.censored = new boolean[sales.length];
        for (int i = 0; i < sales.length; i++) {
            censored[i] = inStockShares[i] < 1;
        }
        this.full = CensoredNormal.full(sales, censored);
        this.daysPerBucket = daysPerBucket;
    }

    /**
     * The estimate; empty without any stock-out.
     *
     * @param sales pieces per bucket, each at least 0
     * @param inStockShares share of each bucket's days with stock, 0 to 1, as many as sales
     * @param daysPerBucket days of a bucket for rates
     */
    static Optional<Censoring> of(double[] sales, double[] inStockShares, double daysPerBucket) {
        CensoredDemand demand = new CensoredDemand(sales, inStockShares, daysPerBucket);
        return demand.full.length == sales.length ? Optional.empty() : Optional.of(demand.estimate());
    }

    /** Pattern of the buckets without a stock-out, or of all if those are few. */
    static DemandPattern.Result pattern(double[] sales, double[] inStockShares) {
        double[] full = new CensoredDemand(sales, inStockShares, 1).full;
        return DemandPattern.of(full.length >= ENOUGH ? full : sales);
    }

    private Censoring estimate() {
        if (full.length == 0) {
            return censoring(NONE, OptionalDouble.empty(), OptionalDouble.empty());
        }
        DemandClass pattern = pattern(sales, inStockShares).demandClass();
        return switch (pattern) {
            case SMOOTH, ERRATIC -> normal().orElseGet(this::scaled);
            case INTERMITTENT, LUMPY -> poisson().orElseGet(this::scaled);
            case NO_DEMAND -> scaled();
        };
    }

    private Optional<Censoring> normal() {
        if (full.length < ENOUGH || Arrays.stream(full).allMatch(value -> value == full[0])) {
            return Optional.empty();
        }
        CensoredNormal.Result result = CensoredNormal.of(sales, censored);
        return result.mu() > 0
                ? Optional.of(censoring(NORMAL, OptionalDouble.of(result.mu()), OptionalDouble.of(result.sigma())))
                : Optional.empty();
    }

    /** The estimate is a mean only; sizes may vary more than Poisson's, so the buckets without a stock-out lend their variation. */
    private Optional<Censoring> poisson() {
        if (!Arrays.stream(sales).allMatch(CensoredPoisson::counts)) {
            return Optional.empty();
        }
        double mean = CensoredPoisson.of(sales, censored);
        double sd = Math.sqrt(mean);
        OptionalDouble cv = Moments.of(full).cv();
        return Optional.of(censoring(
                POISSON,
                OptionalDouble.of(mean),
                OptionalDouble.of(cv.isPresent() ? Math.max(sd, cv.getAsDouble() * mean) : sd)));
    }

    private Censoring scaled() {
        double[] adjusted = new double[sales.length];
        int count = 0;
        for (int i = 0; i < sales.length; i++) {
            OptionalDouble demand = CensorScale.of(sales[i], inStockShares[i]);
            if (demand.isPresent()) {
                adjusted[count++] = demand.getAsDouble();
            }
        }
        Moments moments = Moments.of(Arrays.copyOf(adjusted, count));
        return censoring(SCALE, moments.mean(), moments.sd());
    }

    private Censoring censoring(String method, OptionalDouble mean, OptionalDouble sd) {
        return new Censoring(
                method,
                sales.length - full.length,
                Moments.of(sales).mean().orElse(0) / daysPerBucket,
                perDay(mean, daysPerBucket),
                perDay(sd, Math.sqrt(daysPerBucket)));
    }

    private static OptionalDouble perDay(OptionalDouble value, double divisor) {
        return value.isPresent() ? OptionalDouble.of(value.getAsDouble() / divisor) : value;
    }
}
