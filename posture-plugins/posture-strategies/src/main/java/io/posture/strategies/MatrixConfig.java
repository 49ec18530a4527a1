package io.posture.strategies;

import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.io.Serializable;

/** Settings of the strategies {@code matrix} and {@code economic}: the steps it reads and every limit it applies. */
record MatrixConfig(
        @Doc("name of the step that gives the value class A, B or C")
        String abcStep,

        @Doc("name of the step that gives the risk level") String riskStep,
        @Doc("name of the step that scores criticality") String criticalityStep,

        @Doc("name of the step that scores the supplier risk index")
        String sriStep,

        @Doc("name of the step that tells how independent the sources are")
        String sourcingStep,

        @Doc("name of the step that tells maintenance items and critical spares")
        String mroStep,

        @Doc("name of the step that classes by unit cost") String hmlStep,

        @Doc("name of the step that gives the usable life") String perishabilityStep,

        @Doc("JIT: largest CV of monthly demand, at least 0")
        double monthlyCv,

        @Doc("JIT: longest mean lead time, days, above 0") double leadTimeDays,
        @Doc("JIT: largest CV of the lead time, at least 0") double leadTimeCv,

        @Doc("JIT: smallest 5 % bound of on time in full, 0 to 1")
        double otifLower,

        @Doc("JIT: the upper bound of the supplier risk index must be below this, 0 to 100")
        double sriHigh,

        @Doc("JIT: criticality must be below this, 0 to 100")
        double criticality,

        @Doc("JIT: smallest availability of an own process, 0 to 1")
        double equipment,

        @Doc("JIT: shortest demand history, weeks, at least 0")
        double demandWeeks,

        @Doc("JIT: fewest receipts, at least 0") double receipts,

        @Doc("JIT: largest safety stock, days of demand, at least 0")
        double safetyStockDays,

        @Doc("cell ROP_OR_VMI: longest mean lead time, days, above 0")
        double basicLeadTimeDays,

        @Doc("cell ROP_OR_VMI: smallest 5 % bound of on time in full, 0 to 1")
        double basicOtifLower,

        @Doc("cell ROP_OR_VMI: the upper bound of the supplier risk index must be below this, 0 to 100")
        double basicSriHigh,

        @Doc("cell ROP_OR_VMI: criticality must be below this, 0 to 100")
        double basicCriticality,

        @Doc("cell ROP_OR_VMI: largest safety stock, days of demand, at least 0")
        double basicSafetyStockDays,

        @Doc("share of supply from which a supplier's on time in full counts, 0 to 1")
        double otifShare,

        @Doc("own country, ISO 3166-1 alpha-2; supply from it alone is relieved in the test of the supplier risk "
                + "index; empty means no relief")
        String homeCountry,

        @Doc("relief for supply from the own country alone, points of the supplier risk index, 0 to 100")
        double homeRelief,

        @Doc("cushion floor: criticality from which it applies, 0 to 100")
        double cushionCriticality,

        @Doc("cushion floor: country risk from which a single region asks for it, and at which the relief ends, (0, 1]")
        double cushionRegionRisk,

        @Doc("cushion floor: country risk from which any supply asks for it, 0 to 1")
        double cushionCountryRisk,

        @Doc("supplier risk index from which a vital item of high risk is called sole and long, 0 to 100")
        double fragileSri,

        @Doc("issues a year from which the supplier is offered to manage the stock of a C item of low risk, above 0")
        double vmiIssuesPerYear,

        @Doc("policies of the cells that are a matter of judgement: bHigh, aMedium, bMedium, cMedium, bLow")
        MatrixCells cells,

        @Doc("from where on the five lenses argue for or against a buffer")
        LensLimits lenses,

        @Doc("B items of high risk: shortest stockpile that is held, days of demand, at least 0")
        double stockpileDays)
        implements Serializable {

    static final MatrixConfig DEFAULTS = new MatrixConfig(
            "abc",
            "risk",
            "criticality",
            "sri",
            "sourcing",
            "mro",
            "hml",
            "perishability",
            0.5,
            14,
            0.25,
            0.90,
            40,
            70,
            0.90,
            26,
            5,
            7,
            28,
            0.85,
            60,
            40,
            45,
            0.2,
            "",
            15,
            40,
            0.3,
            0.6,
            60,
            12,
            MatrixCells.DEFAULTS,
            LensLimits.DEFAULTS,
            7);

    MatrixConfig {
        Require.notNegative("monthlyCv", monthlyCv);
        Require.positive("leadTimeDays", leadTimeDays);
        Require.notNegative("leadTimeCv", leadTimeCv);
        Require.share("otifLower", otifLower);
        requireScore("sriHigh", sriHigh);
        requireScore("criticality", criticality);
        Require.share("equipment", equipment);
        Require.notNegative("demandWeeks", demandWeeks);
        Require.notNegative("receipts", receipts);
        Require.notNegative("safetyStockDays", safetyStockDays);
        Require.positive("basicLeadTimeDays", basicLeadTimeDays);
        Require.share("basicOtifLower", basicOtifLower);
        requireScore("basicSriHigh", basicSriHigh);
        requireScore("basicCriticality", basicCriticality);
        Require.notNegative("basicSafetyStockDays", basicSafetyStockDays);
        Require.share("otifShare", otifShare);
        requireScore("homeRelief", homeRelief);
        requireScore("cushionCriticality", cushionCriticality);
        Require.positive("cushionRegionRisk", Require.share("cushionRegionRisk", cushionRegionRisk));
        Require.share("cushionCountryRisk", cushionCountryRisk);
        requireScore("fragileSri", fragileSri);
        Require.positive("vmiIssuesPerYear", vmiIssuesPerYear);
        Require.notNegative("stockpileDays", stockpileDays);
    }

    /** Largest safety stock of a lean item in days of demand. */
    double capDays(boolean basic) {
        return basic ? basicSafetyStockDays : safetyStockDays;
    }

    private static void requireScore(String name, double value) {
        if (!(value >= 0 && value <= 100)) {
            throw new IllegalArgumentException(name + " must be in [0, 100], was " + value);
        }
    }
}
