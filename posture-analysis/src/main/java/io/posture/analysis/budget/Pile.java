package io.posture.analysis.budget;

import io.posture.io.run.ExposedSupply;
import io.posture.io.run.FailureLaw;
import io.posture.resilience.stockpile.DisruptionLength;
import io.posture.resilience.stockpile.FrequentFailures;
import io.posture.resilience.stockpile.SupplyFailures;

/**
 * The stockpile of an item against its exposed source, in the model and with the demand that the run sized it with.
 *
 * @param failures of that source
 * @param perDay demand without supply while it is down, pieces a day, at least 0
 * @param safetyShare share of the safety stock that counts then
 * @param lossPerUnit cost of a piece short p, money
 * @param unitCost money per piece, above 0
 * @param carryingPerUnit what a piece of stockpile costs to hold, money a year, above 0
 */
record Pile(
        SupplyFailures failures,
        double perDay,
        double safetyShare,
        double lossPerUnit,
        double unitCost,
        double carryingPerUnit) {

    private static final double SLACK = 1e-9;

    /** How a source fails, in the model that fits. */
    static SupplyFailures failures(FailureLaw law) {
        return SupplyFailures.of(law.eventsPerYear(), DisruptionLength.lognormal(law.meanDays(), law.cv()));
    }

    static Pile of(ExposedSupply supply, double lossPerUnit, double unitCost, double carryingRate) {
        return new Pile(
                failures(supply.law()),
                supply.perDay(),
                supply.safetyShare(),
                lossPerUnit,
                unitCost,
                supply.carryingPerPiece().orElse(carryingRate * unitCost));
    }

    /** Expected loss of disruptions, money a year: {@code p d} times the days a year that both stocks leave open. */
    double loss(double safety, double strategic) {
        return perDay > 0
                ? lossPerUnit * perDay * failures.openDaysPerYear((safetyShare * safety + strategic) / perDay)
                : 0;
    }

    /** What the first piece avoids where nothing is held, money a year. */
    double dearest() {
        return perDay > 0 ? lossPerUnit * daysPerYear(0) : 0;
    }

    /** Failures a year that outlast a cover, days: by so much another bit of it shortens what is open. */
    private double daysPerYear(double cover) {
        return failures instanceof FrequentFailures often
                ? often.openDaysPerYear(cover) * perDay(often)
                : failures.outlastingPerYear(cover);
    }

    /** Rate at which a source that is down recovers, per day, as if it could at any time of it. */
    private static double perDay(FrequentFailures often) {
        return -Math.log1p(-often.recoveryProbability());
    }

    /** The pieces beyond a safety stock that cost least if money is free, rounded up as a decision is. */
    double most(double safety) {
        double days = carryingPerUnit > 0 ? failures.bestCoverDays(carryingPerUnit, lossPerUnit) : 0;
        return Math.ceil(beyond(safety, days) - SLACK);
    }

    /**
     * The pieces beyond a safety stock where another unit of money avoids theta.
     *
     * @param theta above 0
     * @param most those that cost least: more is never held
     */
    double pieces(double safety, double theta, double most) {
        double gross = theta * unitCost;
        if (failures instanceof FrequentFailures often && Double.isFinite(perDay(often))) {
            double times = lossPerUnit * daysPerYear(0) / gross;
            return Math.min(most, beyond(safety, times > 1 ? Math.log(times) / perDay(often) : 0));
        }
        return Math.min(most, beyond(safety, failures.bestCoverDays(gross, lossPerUnit)));
    }

    private double beyond(double safety, double coverDays) {
        return Math.max(0, coverDays * perDay - safetyShare * safety);
    }
}
