package io.posture.strategies;

import io.posture.api.ItemProfile;
import io.posture.api.SizedItem;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.numerics.Normal;
import io.posture.numerics.Require;
import java.util.Optional;

/**
 * What a disruption of supply costs in a year on average with the safety stock in place. Lengths are lognormal: most are
 * short, a few are very long.
 */
final class ExpectedLoss {

    static final String NAME = "expectedAnnualLoss";

    private static final Origin.Formula LOSS = new Origin.Formula(
            "policy.expectedLoss.1",
            "lambda p d E[(X - b)+]: disruptions a year * cost of a piece short * demand * days short",
            "DOMAIN F.2, G.2");
    private static final Origin.Formula DAYS_SHORT = new Origin.Formula(
            "policy.daysShort.1",
            "E[(X - b)+] of a lognormal X: m Phi((mu + s^2 - ln b) / s) - b Phi((mu - ln b) / s)",
            "DOMAIN F.2; partial expectation of the lognormal distribution");
    private static final Origin.Formula COVERED =
            new Origin.Formula("policy.coveredDays.1", "b = safety stock / d", "DOMAIN F.2");
    private static final Origin.Formula RATE =
            new Origin.Formula("policy.disruptionRate.1", "lambda = 1 / years between", "DOMAIN F.1, L");
    private static final Origin.Assumption PRIOR = new Origin.Assumption(
            "no log of disruptions: one in 3.7 years is a figure per company of McKinsey Global Institute 2020, its length "
                    + "is assumed",
            "keep a log of disruptions, or set matrix.disruption");

    private ExpectedLoss() {}

    /**
     * Mean days of a disruption beyond those that stock covers, X lognormal.
     *
     * <p>{@code m Phi((mu + s^2 - ln b) / s) - b Phi((mu - ln b) / s)}, {@code s^2 = ln(1 + cv^2)},
     * {@code mu = ln m - s^2 / 2}
     *
     * @param meanDays mean length m, days, above 0
     * @param cv coefficient of variation of the length, at least 0
     * @param coveredDays days that stock covers b, at least 0
     * @throws IllegalArgumentException if an argument is outside its range
     */
    static double daysShort(double meanDays, double cv, double coveredDays) {
        Require.positive("meanDays", meanDays);
        Require.notNegative("cv", cv);
        Require.notNegative("coveredDays", coveredDays);
        if (coveredDays == 0) {
            return meanDays;
        }
        if (cv == 0) {
            return Math.max(0, meanDays - coveredDays);
        }
        double variance = Math.log1p(cv * cv);
        double s = Math.sqrt(variance);
        // (mu - ln b) / s, with mu + s^2 / 2 = ln m
        double below = (Math.log(meanDays / coveredDays) - variance / 2) / s;
        return Math.max(0, meanDays * Normal.cdf(below + s) - coveredDays * Normal.cdf(below));
    }

    /** The loss as an explained figure, money a year; a finding if it is not known what a piece short costs. */
    static Explanation of(SizedItem item, Figure safetyStock, DisruptionPrior prior) {
        Optional<Figure> shortageCost = item.profile().shortageCost();
        double perDay = item.profile().demand().meanPerDay();
        if (shortageCost.isEmpty()) {
            return Finding.unknown(NAME, ItemProfile.SHORTAGE_COST_REMEDY);
        }
        if (!(perDay > 0)) {
            return Finding.unknown(NAME, "deliver a demand or a forecast");
        }
        Figure shortage = shortageCost.get();
        Figure demand = item.profile().demand().meanPerDayFigure();
        Figure covered =
                Figure.of("coveredDays", safetyStock.value() / perDay, Unit.DAYS, COVERED, safetyStock, demand);
        Figure events = Figure.of(
                "disruptionsPerYear",
                prior.eventsPerYear(),
                Unit.NONE,
                RATE,
                setting("yearsBetween", prior.yearsBetween(), Unit.NONE),
                Finding.of("confidence", "ASSUMED", PRIOR));
        Figure daysShort = Figure.of(
                "daysShort",
                daysShort(prior.meanDays(), prior.cv(), covered.value()),
                Unit.DAYS,
                DAYS_SHORT,
                setting("meanDays", prior.meanDays(), Unit.DAYS),
                setting("cv", prior.cv(), Unit.NONE),
                covered);
        return Figure.of(
                NAME,
                events.value() * shortage.value() * perDay * daysShort.value(),
                Unit.MONEY_PER_YEAR,
                LOSS,
                events,
                shortage,
                demand,
                daysShort);
    }

    private static Figure setting(String name, double value, Unit unit) {
        return Figure.of(name, value, unit, new Origin.Parameter("matrix", "disruption." + name));
    }
}
