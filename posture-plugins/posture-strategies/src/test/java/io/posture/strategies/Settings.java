package io.posture.strategies;

/** Settings of the strategy with one of them changed. */
final class Settings {

    private Settings() {}

    static MatrixConfig home(String country) {
        return with(country, MatrixCells.DEFAULTS);
    }

    static MatrixConfig cells(MatrixCells cells) {
        return with("", cells);
    }

    private static MatrixConfig with(String homeCountry, MatrixCells cells) {
        MatrixConfig defaults = MatrixConfig.DEFAULTS;
        return new MatrixConfig(
                defaults.abcStep(),
                defaults.riskStep(),
                defaults.criticalityStep(),
                defaults.sriStep(),
                defaults.sourcingStep(),
                defaults.mroStep(),
                defaults.hmlStep(),
                defaults.perishabilityStep(),
                defaults.monthlyCv(),
                defaults.leadTimeDays(),
                defaults.leadTimeCv(),
                defaults.otifLower(),
                defaults.sriHigh(),
                defaults.criticality(),
                defaults.equipment(),
                defaults.demandWeeks(),
                defaults.receipts(),
                defaults.safetyStockDays(),
                defaults.basicLeadTimeDays(),
                defaults.basicOtifLower(),
                defaults.basicSriHigh(),
                defaults.basicCriticality(),
                defaults.basicSafetyStockDays(),
                defaults.otifShare(),
                homeCountry,
                defaults.homeRelief(),
                defaults.cushionCriticality(),
                defaults.cushionRegionRisk(),
                defaults.cushionCountryRisk(),
                defaults.fragileSri(),
                defaults.vmiIssuesPerYear(),
                cells,
                defaults.lenses(),
                defaults.stockpileDays());
    }
}
