package io.posture.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Origin;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What a lead time says of itself suffices to compute it again. */
class LeadTimeTest {

    @Test
    void shrunkLeadTimeCanBeComputedFromItsReasons() {
        // reference vector supply.leadTimeShrink: n 2, mean 20, variance 50, pool 14, within 9, between 16, degrees 4
        LeadTime leadTime = new LeadTime(
                18.682926829268293,
                4.551065,
                2,
                OptionalDouble.of(20),
                OptionalDouble.of(Math.sqrt(50)),
                OptionalDouble.of(25),
                "supplier",
                14,
                0.7804878048780488,
                Confidence.LOW,
                RowRefs.of("receipts.csv", 3, 7),
                Optional.of(new LeadTime.Spread(9, 16, 4)),
                List.of());
        Figure mean = leadTime.meanFigure();
        double weight = value(mean, "weightOfOwnLines");
        assertEquals(
                mean.value(),
                weight * value(mean, "observedLeadTimeDays") + (1 - weight) * value(mean, "poolLeadTimeDays"),
                1e-9);
        Figure sd = leadTime.sdFigure();
        double n = value(sd, "receiptLines");
        double within = value(sd, "poolVarianceWithin");
        double between = value(sd, "poolVarianceBetween");
        double degrees = value(sd, "priorDegrees");
        double own = value(sd, "observedLeadTimeSdDays");
        assertEquals(between / (between + within / n), weight, 1e-12);
        assertEquals(
                sd.value(),
                Math.sqrt((degrees * within + (n - 1) * own * own) / (degrees + n - 1) + between * (1 - weight)),
                1e-6);
    }

    @Test
    void aLowerBoundCanBeComputedFromItsReasonsAndWarns() {
        // two closed lines and one open for longer than their mean: n is 3 in weight and variance
        LeadTime leadTime = new LeadTime(
                0.9 * 40 + 0.1 * 14,
                1,
                2,
                OptionalDouble.of(40),
                OptionalDouble.of(10),
                OptionalDouble.of(60),
                "supplier",
                14,
                0.9,
                Confidence.LOW,
                RowRefs.of("receipts.csv", 3, 7, 9),
                Optional.of(new LeadTime.Spread(8, 24, 4)),
                List.of(),
                new LeadTime.Basis(1, 5, 4, true, Optional.of(new Trend(3, 0.01, 0.2, true)), OptionalDouble.of(70)));
        Figure mean = leadTime.meanFigure();
        double n = value(mean, "receiptLines") + value(mean, "lateOpenLines");
        assertEquals(24 / (24 + 8 / n), value(mean, "weightOfOwnLines"), 1e-12);
        assertEquals(5, value(mean, "disruptedLines"), 0);
        assertEquals(4, value(mean, "eventLines"), 0);
        assertEquals(List.of("LEAD_TIME_LOWER_BOUND", "LEAD_TIME_LEVEL_SHIFT", "LEAD_TIME_DEGRADING"), warnings(mean));
        assertEquals(List.of(), warnings(leadTime.sdFigure()));
    }

    @Test
    void aTrendThatIsNotFlaggedIsNoWarning() {
        LeadTime.Basis basis =
                new LeadTime.Basis(0, 0, 0, false, Optional.of(new Trend(1, 0.3, 0.2, false)), OptionalDouble.empty());
        LeadTime steady = new LeadTime(
                10,
                2,
                12,
                OptionalDouble.of(10),
                OptionalDouble.of(2),
                OptionalDouble.of(14),
                LeadTime.OWN,
                10,
                1,
                Confidence.HIGH,
                RowRefs.NONE,
                Optional.empty(),
                List.of(),
                basis);
        assertEquals(List.of(), warnings(steady.meanFigure()));
        assertEquals(2, steady.meanFigure().because().size());
    }

    private static List<String> warnings(Figure tree) {
        return tree.because().stream()
                .filter(node -> node.name().equals("warning"))
                .map(Explanation::text)
                .toList();
    }

    @Test
    void mixtureCanBeComputedFromItsSuppliers() {
        LeadTime quick = own(10, 2);
        LeadTime slow = own(40, 5);
        double mean = 0.75 * 10 + 0.25 * 40;
        double variance = 0.75 * (4 + (10 - mean) * (10 - mean)) + 0.25 * (25 + (40 - mean) * (40 - mean));
        LeadTime mixture = new LeadTime(
                mean,
                Math.sqrt(variance),
                20,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                "mixture",
                mean,
                1,
                Confidence.HIGH,
                RowRefs.NONE,
                Optional.empty(),
                List.of(new LeadTime.Part("V1", 0.75, quick), new LeadTime.Part("V2", 0.25, slow)));
        List<Double> values = mixture.meanFigure().because().stream()
                .map(node -> ((Figure) node).value())
                .toList();
        assertEquals(List.of(0.75, 10.0, 0.25, 40.0), values);
        assertEquals(mixture.meanDays(), values.get(0) * values.get(1) + values.get(2) * values.get(3), 1e-12);
        assertEquals(6, mixture.sdFigure().because().size());
    }

    @Test
    void agreedLeadTimeIsNotCalledObserved() {
        LeadTime agreed = new LeadTime(
                10,
                3,
                0,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                LeadTime.CONTRACT,
                10,
                0,
                Confidence.ASSUMED,
                RowRefs.NONE);
        assertEquals(
                new Origin.Input("sourcing.lead_time_days", ""),
                agreed.meanFigure().origin());
        assertEquals(Origin.Assumption.class, agreed.sdFigure().origin().getClass());
    }

    @Test
    void impossibleLeadTimesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> own(-1, 2));
        assertThrows(IllegalArgumentException.class, () -> own(10, Double.NaN));
    }

    private static LeadTime own(double mean, double sd) {
        return new LeadTime(
                mean,
                sd,
                10,
                OptionalDouble.of(mean),
                OptionalDouble.of(sd),
                OptionalDouble.of(mean),
                LeadTime.OWN,
                mean,
                1,
                Confidence.HIGH,
                RowRefs.NONE);
    }

    private static double value(Figure tree, String name) {
        return ((Figure) tree.find(name).orElseThrow()).value();
    }
}
