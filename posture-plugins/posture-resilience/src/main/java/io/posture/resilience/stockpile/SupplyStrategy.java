package io.posture.resilience.stockpile;

import io.posture.explain.Origin;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import io.posture.spi.Key;
import java.util.Map;
import java.util.TreeMap;

/**
 * What can be done about a source that may fail, in the order in which it is preferred at the same cost: what ties less
 * capital first.
 */
public enum SupplyStrategy {
    /** Live with it. */
    ACCEPT,
    /** A second source that delivers only when the first one fails, after some days. */
    BACKUP,
    /** A second source that always delivers a share, and more when the first one fails. */
    DUAL,
    /** A stockpile. */
    STOCK;

    /** What is computed. */
    public static final Origin.Formula FORMULA = new Origin.Formula(
            "pile.strategies.1",
            "ACCEPT lambda p d E[X]; STOCK i c d T + lambda p d E[(X - T)+]; DUAL fixed + premium share 365 d + lambda p d "
                    + "(1 - kappa) E[X]; BACKUP fixed + lambda d (p (E[X] - E[(X - Tr)+]) + (delta kappa + p (1 - kappa)) "
                    + "E[(X - Tr)+])",
            "DOMAIN F.4; after Tomlin, Mgmt Sci 52 (2006) 639-657");

    private static final double YEAR_DAYS = 365;

    /** Costs nearer than this, money a year, are the same. */
    private static final double SAME_COST = 1e-6;

    /** Inputs of the calculation. */
    public record Inputs(
            @Doc("disruptions lambda, a year, at least 0") double eventsPerYear,

            @Doc("law of the days without receipts X") LengthInputs duration,
            @Doc("stockpile T, days of demand, at least 0") double stockDays,
            @Doc("unit cost c, money per piece, at least 0") double unitCost,

            @Doc("carrying rate i, share of the unit cost a year, at least 0")
            double carryRate,

            @Doc("cost of a piece short p, money, at least 0")
            double lossPerUnit,

            @Doc("demand d, pieces a day, at least 0") double dailyDemand,

            @Doc("share of the demand that the second source always delivers, [0, 1]")
            double dualShare,

            @Doc("share that it can deliver when the first one fails kappa, [0, 1]")
            double dualSurgeShare,

            @Doc("what its pieces cost more, money per piece, at least 0")
            double dualPremium,

            @Doc("its fixed cost, money a year, at least 0") double dualFixed,

            @Doc("days until the backup delivers Tr, at least 0")
            double backupDelayDays,

            @Doc("share that the backup delivers kappa, [0, 1]")
            double backupShare,

            @Doc("what its pieces cost more delta, money per piece, at least 0")
            double backupPremium,

            @Doc("its fixed cost, money a year, at least 0") double backupFixed) {

        /** Inputs in their ranges. */
        public Inputs {
            Require.notNegative("stockDays", stockDays);
            Require.notNegative("unitCost", unitCost);
            Require.notNegative("carryRate", carryRate);
            Require.notNegative("lossPerUnit", lossPerUnit);
            Require.notNegative("dailyDemand", dailyDemand);
            Require.share("dualShare", dualShare);
            Require.share("dualSurgeShare", dualSurgeShare);
            Require.notNegative("dualPremium", dualPremium);
            Require.notNegative("dualFixed", dualFixed);
            Require.notNegative("backupDelayDays", backupDelayDays);
            Require.share("backupShare", backupShare);
            Require.notNegative("backupPremium", backupPremium);
            Require.notNegative("backupFixed", backupFixed);
        }
    }

    /** Cost of each strategy, money a year. */
    public record Costs(
            @Key("ACCEPT") double accept,
            @Key("STOCK") double stock,
            @Key("DUAL") double dual,
            @Key("BACKUP") double backup) {}

    /** Costs, and the cheapest strategy. */
    public record Result(Costs costs, SupplyStrategy best) {}

    /**
     * A second source that always delivers.
     *
     * @param share of the demand that it always delivers, [0, 1]
     * @param surgeShare of the demand that it can deliver when the first one fails, [0, 1]
     * @param unitPremium what its pieces cost more, money per piece, at least 0
     * @param fixedPerYear its fixed cost, money a year, at least 0
     */
    public record DualSource(double share, double surgeShare, double unitPremium, double fixedPerYear) {

        /** Terms in their ranges. */
        public DualSource {
            Require.share("share", share);
            Require.share("surgeShare", surgeShare);
            Require.notNegative("unitPremium", unitPremium);
            Require.notNegative("fixedPerYear", fixedPerYear);
        }
    }

    /**
     * A second source that delivers when the first one fails.
     *
     * @param delayDays until it delivers, at least 0
     * @param share of the demand that it delivers, [0, 1]
     * @param unitPremium what its pieces cost more, money per piece, at least 0
     * @param fixedPerYear its fixed cost, money a year, at least 0
     */
    public record BackupSource(double delayDays, double share, double unitPremium, double fixedPerYear) {

        /** Terms in their ranges. */
        public BackupSource {
            Require.notNegative("delayDays", delayDays);
            Require.share("share", share);
            Require.notNegative("unitPremium", unitPremium);
            Require.notNegative("fixedPerYear", fixedPerYear);
        }
    }

    /** The calculation. */
    public static Result calculate(Inputs in) {
        Disruptions disruptions = new Disruptions(in.eventsPerYear, in.duration.length());
        double p = in.lossPerUnit;
        double d = in.dailyDemand;
        Costs costs = new Costs(
                acceptCost(disruptions, p, d),
                stockCost(disruptions, in.carryRate * in.unitCost, p, d, in.stockDays),
                dualCost(
                        disruptions,
                        p,
                        d,
                        new DualSource(in.dualShare, in.dualSurgeShare, in.dualPremium, in.dualFixed)),
                backupCost(
                        disruptions,
                        p,
                        d,
                        new BackupSource(in.backupDelayDays, in.backupShare, in.backupPremium, in.backupFixed)));
        return new Result(
                costs,
                cheapest(Map.of(ACCEPT, costs.accept, STOCK, costs.stock, DUAL, costs.dual, BACKUP, costs.backup)));
    }

    /**
     * The cheapest of some strategies; at the same cost the one that ties less capital.
     *
     * @param costs money a year, of at least one strategy
     */
    public static SupplyStrategy cheapest(Map<SupplyStrategy, Double> costs) {
        Require.notEmpty("costs", costs.keySet().stream().toList());
        double least =
                costs.values().stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        return new TreeMap<>(costs)
                .entrySet().stream()
                        .filter(entry -> entry.getValue() <= least + SAME_COST)
                        .findFirst()
                        .orElseThrow()
                        .getKey();
    }

    /** Cost of accepting the disruptions, money a year. */
    public static double acceptCost(Disruptions disruptions, double lossPerUnit, double dailyDemand) {
        return lossPerUnit * dailyDemand * disruptions.openDaysPerYear(0);
    }

    /**
     * Cost of a stockpile and of what it leaves open, money a year.
     *
     * @param carryingPerUnit i c, money per piece and year
     */
    public static double stockCost(
            Disruptions disruptions, double carryingPerUnit, double lossPerUnit, double dailyDemand, double stockDays) {
        return carryingPerUnit * dailyDemand * stockDays
                + lossPerUnit * dailyDemand * disruptions.openDaysPerYear(stockDays);
    }

    /** Cost of a second source and of what it leaves open, money a year. */
    public static double dualCost(Disruptions disruptions, double lossPerUnit, double dailyDemand, DualSource source) {
        return source.fixedPerYear
                + source.unitPremium * source.share * dailyDemand * YEAR_DAYS
                + (1 - source.surgeShare) * acceptCost(disruptions, lossPerUnit, dailyDemand);
    }

    /** Cost of a backup and of what it leaves open, money a year. */
    public static double backupCost(
            Disruptions disruptions, double lossPerUnit, double dailyDemand, BackupSource source) {
        return backupCost(disruptions, lossPerUnit, dailyDemand, source, 0);
    }

    /**
     * The same where stock covers the first days of a failure.
     *
     * @param coveredDays days that stock covers, at least 0
     */
    public static double backupCost(
            SupplyFailures failures, double lossPerUnit, double dailyDemand, BackupSource source, double coveredDays) {
        double late = failures.openDaysPerYear(Math.max(coveredDays, source.delayDays));
        double early = failures.openDaysPerYear(coveredDays) - late;
        double perPieceLate = source.unitPremium * source.share + lossPerUnit * (1 - source.share);
        return source.fixedPerYear + dailyDemand * (lossPerUnit * early + perPieceLate * late);
    }
}
