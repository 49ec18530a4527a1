package io.posture.safetystock;

import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import io.posture.spi.OrderQuantityFormula;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Order quantity from a supplier who is down now and then: as {@code eoq}, with a larger lot that carries over part of the
 * disruptions. The rates are settings, one for all items; without a cost of a shortage it is the plain economic lot.
 */
final class DisruptionFormula {

    private static final String STEP = "eoq-disruptions";
    private static final double YEAR_DAYS = 365;
    private static final Origin.Formula RECOVERY =
            new Origin.Formula("eoq.recoveryRate.1", "365 / mean days of a disruption", "DOMAIN E.11");
    private static final Origin.Formula APPROXIMATION = new Origin.Formula(
            "eoq.disruptionsApprox.1",
            "(sqrt((psi D h)^2 + 2 h mu (K D mu + D^2 p psi)) - psi D h) / (h mu), psi = lambda / (lambda + mu)",
            "Snyder 2014");

    private DisruptionFormula() {}

    /** Stand-ins, limits and the disruptions. */
    record Config(
            @Doc("name of the step that gives the value class A, B or C")
            String abcStep,

            @Doc("carrying rate where the item has none, share of the unit cost a year, 0 to 1")
            double carryingRate,

            @Doc("lot of class A without an order cost, days of demand, above 0")
            double lotDaysA,

            @Doc("lot of class B without an order cost, days of demand, above 0")
            double lotDaysB,

            @Doc("lot of class C without an order cost, days of demand, above 0")
            double lotDaysC,

            @Doc("largest lot, days of demand, above 0") double maximumDays,

            @Doc("share of the shelf life in which stock may be used, (0, 1]")
            double usableLife,

            @Doc("disruptions in a year of supply, at least 0")
            double disruptionsPerYear,

            @Doc("mean length of a disruption, days, above 0")
            double disruptionDays)
            implements Serializable {

        /** A month every 3.7 years: McKinsey Global Institute 2020, a figure per company. */
        static final Config DEFAULTS = new Config("abc", 0.25, 7, 30, 90, 365, 0.8, 0.27, 30);

        Config {
            LotRules.of(STEP, abcStep, carryingRate, lotDaysA, lotDaysB, lotDaysC, maximumDays, usableLife);
            Require.notNegative("disruptionsPerYear", disruptionsPerYear);
            Require.positive("disruptionDays", disruptionDays);
        }

        private LotRules rules() {
            return LotRules.of(STEP, abcStep, carryingRate, lotDaysA, lotDaysB, lotDaysC, maximumDays, usableLife);
        }
    }

    static OrderQuantityFormula of(Config config) {
        return new EoqFormula(config.rules(), new Model(config));
    }

    /** The lot and its neighbours at the cost of disruptions. */
    private record Model(Config config) implements LotModel {

        @Override
        public Figure lot(LotCosts costs) {
            return DisruptionFormula.lot(costs, config);
        }

        @Override
        public LotChoice choice(LotCosts costs) {
            if (costs.shortageCost().isEmpty()) {
                return LotChoice.PLAIN;
            }
            DisruptedLot.Inputs inputs = inputs(costs, costs.shortageCost().get(), config);
            return (wanted, range) -> ConstrainedLot.nearest(wanted, range, lot -> DisruptedLot.cost(inputs, lot));
        }
    }

    private static DisruptedLot.Inputs inputs(LotCosts costs, Figure shortageCost, Config config) {
        return new DisruptedLot.Inputs(
                costs.orderCost().value(),
                costs.annualDemand().value(),
                costs.holdingCost().value(),
                shortageCost.value(),
                config.disruptionsPerYear,
                YEAR_DAYS / config.disruptionDays);
    }

    private static Figure lot(LotCosts costs, Config config) {
        if (costs.shortageCost().isEmpty()) {
            return EoqFormula.plain(
                    costs,
                    List.of(Finding.unknown(MissingFact.SHORTAGE_COST.label(), MissingFact.SHORTAGE_COST.remedy())));
        }
        Figure shortage = costs.shortageCost().get();
        Figure disruptions = ItemFigures.setting(STEP, "disruptionsPerYear", config.disruptionsPerYear, Unit.NONE);
        Figure days = ItemFigures.setting(STEP, "disruptionDays", config.disruptionDays, Unit.DAYS);
        Figure recoveries = Figure.of("recoveriesPerYear", YEAR_DAYS / days.value(), Unit.NONE, RECOVERY, days);
        DisruptedLot.Result result = DisruptedLot.calculate(inputs(costs, shortage, config));
        List<Explanation> inputs = List.of(
                costs.orderCost(), costs.annualDemand(), costs.holdingCost(), shortage, disruptions, recoveries);
        List<Explanation> because = new ArrayList<>(inputs);
        because.add(new Figure("approximateLot", result.approxQuantity(), Unit.PIECES, APPROXIMATION, inputs));
        return new Figure("economicLot", result.quantity(), Unit.PIECES, DisruptedLot.FORMULA, because);
    }
}
