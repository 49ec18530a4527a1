package io.posture.safetystock;

import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Cover by the errors of a forecast: exponential smoothing one bucket ahead over the stable buckets. */
final class ForecastErrorCover {

    private static final int ENOUGH_BUCKETS = 24;
    private static final int FIRST_BUCKETS = 12;

    private static final Origin.Formula FORECAST = new Origin.Formula(
            "buf.smoothedForecast.1",
            "f + a (x - f) over the stable buckets, f at first the mean of 12 buckets; a day of it",
            "Brown 1959");
    private static final Origin.Formula MAD =
            new Origin.Formula("buf.forecastMad.1", "mean of |x - f|, x behind the first 12 buckets", "DOMAIN E.8");
    private static final Origin.Formula EXPONENT = new Origin.Formula(
            "buf.errorExponent.1",
            "slope of ln sd of the errors of 1 to 6 buckets over ln of their number, within [0.5, 1]; 0.5 below 36 buckets",
            "Silver, Pyke & Thomas 2017");
    private static final Origin.Formula DEMAND =
            new Origin.Formula("buf.forecastDemand.1", "forecast of a day * days covered", "DOMAIN E.8");
    private static final Origin.Formula SIGMA = new Origin.Formula(
            "buf.forecastSigma.1", "sqrt((s1 L^c)^2 + d^2 sL^2), s1 = MAD sqrt(pi / 2)", "DOMAIN E.8");
    private static final Origin.Formula ERROR_PER_DAY =
            new Origin.Formula("buf.forecastErrorPerDay.1", "MAD sqrt(pi / 2) / sqrt(days)", "DOMAIN E.8");

    private ForecastErrorCover() {}

    /** The cover; empty if there are too few stable buckets to see errors, or the forecast is 0. */
    static Optional<Cover> of(SizingFacts facts, Protection protection, Figure smoothing) {
        double[] demand = facts.stableBuckets();
        if (demand.length < ENOUGH_BUCKETS) {
            return Optional.empty();
        }
        double[] x = Arrays.copyOfRange(demand, FIRST_BUCKETS, demand.length);
        double[] f = new double[x.length];
        double level = Arrays.stream(demand, 0, FIRST_BUCKETS).average().orElseThrow();
        double absolute = 0;
        for (int i = 0; i < x.length; i++) {
            f[i] = level;
            absolute += Math.abs(x[i] - level);
            level += smoothing.value() * (x[i] - level);
        }
        return level > 0
                ? Optional.of(cover(
                        facts, protection, smoothing, level, absolute / x.length, ErrorDeviation.fittedExponent(x, f)))
                : Optional.empty();
    }

    private static Cover cover(
            SizingFacts facts, Protection protection, Figure smoothing, double level, double mad, double exponent) {
        double bucketDays = facts.bucket().days();
        double days = facts.leadDays().value() + protection.moreDays();
        Figure perDay = Figure.of(
                "forecastPerDay", level / bucketDays, Unit.PIECES_PER_DAY, FORECAST, smoothing, facts.buckets());
        Figure meanError = Figure.of("forecastMad", mad, Unit.PIECES, MAD, perDay);
        Figure growth = Figure.of("errorExponent", exponent, Unit.NONE, EXPONENT, perDay);
        ErrorDeviation.Result errors =
                ErrorDeviation.calculate(new ErrorDeviation.Inputs(mad, days / bucketDays, exponent));
        Figure errorPerDay = Figure.of(
                "forecastErrorPerDay",
                errors.sigma1() / Math.sqrt(bucketDays),
                Unit.PIECES_PER_DAY,
                ERROR_PER_DAY,
                meanError);
        List<Explanation> covered = protection.coveredReview().isPresent()
                ? List.of(protection.coveredReview().get(), perDay, facts.leadDays())
                : List.of(perDay, facts.leadDays());
        Figure demand = new Figure("leadTimeDemand", perDay.value() * days, Unit.PIECES, DEMAND, covered);
        Figure sigma = Figure.of(
                "sigmaLtd",
                Math.hypot(errors.sigmaL(), perDay.value() * facts.leadSd().value()),
                Unit.PIECES,
                SIGMA,
                meanError,
                growth,
                facts.leadDays(),
                perDay,
                facts.leadSd());
        Optional<Cover.Below> below = protection.below(facts, perDay, errorPerDay, facts.daySkewness());
        double meanCube =
                days * Math.pow(errorPerDay.value(), 3) * facts.daySkewness().value();
        double cube = Skewness.cube(meanCube, perDay, errorPerDay, facts.leadDays(), facts.leadSd());
        return new Cover(
                demand, sigma, below, Skewness.ofCover(cube, sigma, below, facts.daySkewness(), facts.leadSd()));
    }
}
