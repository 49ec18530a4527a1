package io.posture.strategies;

import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The settings of the strategy as nodes of a reason tree: the same of every item, so made once. Immutable. */
final class SettingFigures {

    private static final String STEP = "matrix";

    private final Map<JitTest, Figure> limits;
    private final Map<JitTest, Figure> basicLimits;
    private final Figure capDays;
    private final Figure basicCapDays;
    private final Figure cushionCriticality;
    private final Figure cushionRegionRisk;
    private final Figure cushionCountryRisk;
    private final Figure homeRelief;
    private final Finding homeCountry;
    private final Figure vmiIssuesPerYear;
    private final Figure contradicting;

    SettingFigures(MatrixConfig config) {
        this.limits = limits(false, config);
        this.basicLimits = limits(true, config);
        this.capDays = capDays("safetyStockDays", config.capDays(false));
        this.basicCapDays = capDays("basicSafetyStockDays", config.capDays(true));
        this.cushionCriticality = figure("cushionCriticality", config.cushionCriticality(), Unit.SCORE);
        this.cushionRegionRisk = figure("cushionRegionRisk", config.cushionRegionRisk(), Unit.SHARE);
        this.cushionCountryRisk = figure("cushionCountryRisk", config.cushionCountryRisk(), Unit.SHARE);
        this.homeRelief = figure("homeRelief", config.homeRelief(), Unit.SCORE);
        this.homeCountry = Finding.of("homeCountry", config.homeCountry(), new Origin.Parameter(STEP, "homeCountry"));
        this.vmiIssuesPerYear = figure("vmiIssuesPerYear", config.vmiIssuesPerYear(), Unit.COUNT);
        this.contradicting = Figure.of(
                "contradicting",
                config.lenses().contradicting(),
                Unit.COUNT,
                new Origin.Parameter(STEP, "lenses.contradicting"));
    }

    /**
     * The limit of a lean test.
     *
     * @throws NullPointerException if the test has none
     */
    Figure limit(JitTest test, boolean basic) {
        return Objects.requireNonNull((basic ? basicLimits : limits).get(test));
    }

    /** Largest safety stock of a lean item. */
    Figure capDays(boolean basic) {
        return basic ? basicCapDays : capDays;
    }

    Figure cushionCriticality() {
        return cushionCriticality;
    }

    Figure cushionRegionRisk() {
        return cushionRegionRisk;
    }

    Figure cushionCountryRisk() {
        return cushionCountryRisk;
    }

    Figure homeRelief() {
        return homeRelief;
    }

    Finding homeCountry() {
        return homeCountry;
    }

    Figure vmiIssuesPerYear() {
        return vmiIssuesPerYear;
    }

    Figure contradicting() {
        return contradicting;
    }

    private static Map<JitTest, Figure> limits(boolean basic, MatrixConfig config) {
        Map<JitTest, Figure> limits = new EnumMap<>(JitTest.class);
        for (JitTest test : JitTest.values()) {
            if (test.hasLimit()) {
                JitEligibility.Limit limit = JitEligibility.limit(test, basic, config);
                limits.put(
                        test,
                        Figure.of("limit", limit.value(), limit.unit(), new Origin.Parameter(STEP, limit.setting())));
            }
        }
        return limits;
    }

    private static Figure capDays(String setting, double days) {
        return figure(setting, days, Unit.DAYS).named("safetyStockDaysCap");
    }

    private static Figure figure(String name, double value, Unit unit) {
        return Figure.of(name, value, unit, new Origin.Parameter(STEP, name));
    }
}
