package io.posture.resilience.stockpile;

import io.posture.numerics.Require;
import java.util.OptionalDouble;

/**
 * A source that is down so often that it has two states, day by day: it fails with a probability while it is up, and recovers
 * with another while it is down. With a cost of a piece short p that is paid once, the best cover is that of
 * {@link BaseStockWithDisruptions} at a cost of {@code p beta} a day short: a piece that is short waits {@code 1 / beta} days on
 * average.
 *
 * @param eventsPerYear frequency lambda, failures in a year of being up, above 0
 * @param meanDays mean length of a failure, days, above 0
 */
public record FrequentFailures(double eventsPerYear, double meanDays) implements SupplyFailures {

    private static final double YEAR_DAYS = 365;

    /** Failures that happen. */
    public FrequentFailures {
        Require.positive("eventsPerYear", eventsPerYear);
        Require.positive("meanDays", meanDays);
    }

    /** Probability that a source that is up fails on the next day alpha. */
    public double failureProbability() {
        return Math.min(1, eventsPerYear / YEAR_DAYS);
    }

    /** Probability that a source that is down recovers on the next day beta. */
    public double recoveryProbability() {
        return Math.min(1, 1 / meanDays);
    }

    /** Share of days without supply. */
    public double down() {
        return failureProbability() / (failureProbability() + recoveryProbability());
    }

    /** Probability that supply has been down for longer than a cover: {@code down (1 - beta)^n}. */
    private double downLonger(double coverDays) {
        return down() * Math.pow(1 - recoveryProbability(), coverDays);
    }

    @Override
    public double openDaysPerYear(double coverDays) {
        return YEAR_DAYS * downLonger(coverDays);
    }

    @Override
    public double meanOpenDaysPerYear(double fromDays, double toDays) {
        double width = toDays - fromDays;
        double perDay = -Math.log1p(-recoveryProbability());
        if (!(width * perDay > DisruptionLength.SMALL_SHARE) || Double.isInfinite(perDay)) {
            return (openDaysPerYear(fromDays) + openDaysPerYear(toDays)) / 2;
        }
        return (openDaysPerYear(fromDays) - openDaysPerYear(toDays)) / (width * perDay);
    }

    @Override
    public double outlastingPerYear(double coverDays) {
        return YEAR_DAYS * recoveryProbability() * downLonger(coverDays);
    }

    /** What lies beyond the days that supply has been down for is there. */
    @Override
    public double shareCarried(double coverDays) {
        return 1 - downLonger(coverDays);
    }

    @Override
    public double carriedDays(double fromDays, double toDays) {
        return (toDays - fromDays) * (1 - meanOpenDaysPerYear(fromDays, toDays) / YEAR_DAYS);
    }

    @Override
    public double stepDays() {
        return 1;
    }

    @Override
    public double bestCoverDays(double carryingPerUnit, double lossPerUnit) {
        BaseStockWithDisruptions.Result best = BaseStockWithDisruptions.calculate(new BaseStockWithDisruptions.Inputs(
                carryingPerUnit / YEAR_DAYS,
                lossPerUnit * recoveryProbability(),
                1,
                failureProbability(),
                recoveryProbability(),
                OptionalDouble.empty()));
        return best.baseStock() - 1;
    }

    @Override
    public OptionalDouble breakEvenLossPerUnit(double carryingPerUnit, double coverDays) {
        double longer = downLonger(coverDays);
        double breakEven = carryingPerUnit / YEAR_DAYS * (1 - longer) / (longer * recoveryProbability());
        return Double.isFinite(breakEven) ? OptionalDouble.of(breakEven) : OptionalDouble.empty();
    }
}
