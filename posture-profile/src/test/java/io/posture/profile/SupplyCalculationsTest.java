package io.posture.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.profile.LineCompletion.Receipt;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SupplyCalculationsTest {

    private static LineCompletion.Result completion(double ordered, Receipt... receipts) {
        return LineCompletion.of(new LineCompletion.Inputs(ordered, 10, List.of(receipts), 0.95));
    }

    private static String refusal(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    @Test
    void aLineIsCompleteAtNinetyFivePercent() {
        assertEquals(OptionalDouble.of(5), completion(100, new Receipt(15, 95)).completeLeadTime());
        assertEquals(
                OptionalDouble.empty(), completion(100, new Receipt(15, 94)).completeLeadTime());
    }

    @Test
    void aReturnReopensTheLine() {
        LineCompletion.Result result = completion(100, new Receipt(20, 100), new Receipt(25, -10), new Receipt(40, 5));
        assertEquals(OptionalDouble.of(30), result.completeLeadTime());
        assertEquals(0.95, result.receivedShare(), 1e-15);
    }

    @Test
    void receiptsAddUpInTimeWhateverTheirOrder() {
        LineCompletion.Result result = completion(100, new Receipt(40, 50), new Receipt(20, 50));
        assertEquals(OptionalDouble.of(30), result.completeLeadTime());
        assertEquals(OptionalDouble.of(10), result.firstLeadTime());
        assertEquals(OptionalDouble.of(20), result.weightedLeadTime());
    }

    @Test
    void sameDayDeliveryIsLegalAndNegativeIsNot() {
        assertEquals(OptionalDouble.of(0), completion(1, new Receipt(10, 1)).completeLeadTime());
        assertEquals(
                "orderDay must not be after a receipt, was 10.0 with a receipt on 9.0",
                refusal(() -> completion(1, new Receipt(9, 1))));
    }

    @Test
    void completionRefusesAnOrderOfNothing() {
        assertEquals("ordered must be finite and above 0, was 0.0", refusal(() -> completion(0)));
    }

    @Test
    void describesLeadTimes() {
        LeadTimeStatistics.Result result =
                LeadTimeStatistics.of(new LeadTimeStatistics.Inputs(List.of(10.0, 20.0, 30.0, 40.0, 50.0)));
        assertEquals(30, result.mean().orElseThrow(), 0);
        assertEquals(Math.sqrt(250), result.sd().orElseThrow(), 1e-12);
        assertEquals(46, result.p90().orElseThrow(), 1e-12);
        assertEquals(
                "days[0] must be finite and at least 0, was -1.0",
                refusal(() -> new LeadTimeStatistics.Inputs(List.of(-1.0))));
    }

    @Test
    void partOnTimeAndTheRestLateIsNeitherOnTimeInFull() {
        OnTimeInFull.Line line = new OnTimeInFull.Line(10, 30, List.of(new Receipt(30, 5), new Receipt(31, 5)));
        OnTimeInFull.Result result = OnTimeInFull.of(new OnTimeInFull.Inputs(List.of(line), 60, 0, 0));
        assertEquals(OptionalDouble.of(1), result.onTimeRate());
        assertEquals(OptionalDouble.of(1), result.inFullRate());
        assertEquals(OptionalDouble.of(0), result.otif());
        assertEquals(OptionalDouble.of(1), result.meanSlipDays());
    }

    @Test
    void aLineIsDueOnItsLastDayOfTolerance() {
        OnTimeInFull.Line line = new OnTimeInFull.Line(10, 30, List.of());
        assertEquals(
                0,
                OnTimeInFull.of(new OnTimeInFull.Inputs(List.of(line), 32, 3, 0))
                        .due());
        assertEquals(
                1,
                OnTimeInFull.of(new OnTimeInFull.Inputs(List.of(line), 33, 3, 0))
                        .due());
    }

    @Test
    void serviceRefusesATotalTolerance() {
        assertEquals(
                "quantityTolerance must be in [0, 1), was 1.0",
                refusal(() -> new OnTimeInFull.Inputs(List.of(), 0, 0, 1)));
    }

    @Test
    void aUniformPosteriorHasUniformQuantiles() {
        // Beta(1, 1): prior of two lines at one half, no data
        ServiceShrinkage.Result result = ServiceShrinkage.of(new ServiceShrinkage.Inputs(0, 0, 0.5, 2));
        assertEquals(0.5, result.mean(), 1e-15);
        assertEquals(0.05, result.lower05(), 1e-12);
        assertEquals(0.95, result.upper95(), 1e-12);
    }

    @Test
    void shrinkageRefusesImpossibleCountsAndCertainPriors() {
        assertEquals(
                "hits must be in [0, n], were 5 with n 4", refusal(() -> new ServiceShrinkage.Inputs(5, 4, 0.9, 10)));
        assertEquals(
                "priorMean must be in (0, 1) where no line contradicts it, was 1.0 with 4 hits of 4",
                refusal(() -> new ServiceShrinkage.Inputs(4, 4, 1, 10)));
        assertEquals(
                "priorStrength must be finite and above 0, was 0.0",
                refusal(() -> new ServiceShrinkage.Inputs(4, 4, 0.9, 0)));
    }

    @Test
    void equalGroupsOfEqualLinesVaryNowhere() {
        LeadTimePool.Result pool = LeadTimePool.of(new LeadTimePool.Inputs(List.of(List.of(7.0, 7.0), List.of(7.0))));
        assertEquals(new LeadTimePool.Result(0, 0, 7), pool);
    }

    @Test
    void groupsThatDifferWithoutVaryingAreAveragedAlike() {
        // within 0; means 10 and 20 of 2 lines each: MSB 100, nc 2, tau2 50
        LeadTimePool.Result pool =
                LeadTimePool.of(new LeadTimePool.Inputs(List.of(List.of(10.0, 10.0), List.of(20.0, 20.0))));
        assertEquals(0, pool.withinVar(), 0);
        assertEquals(50, pool.tau2(), 1e-12);
        assertEquals(15, pool.poolMean(), 1e-12);
    }

    @Test
    void poolRefusesGroupsThatShowNoVariance() {
        assertEquals(
                "groups must be two or more, one of them with two lines, were 2 with 2 lines",
                refusal(() -> new LeadTimePool.Inputs(List.of(List.of(1.0), List.of(2.0)))));
        assertEquals(
                "groups must be two or more, one of them with two lines, were 1 with 3 lines",
                refusal(() -> new LeadTimePool.Inputs(List.of(List.of(1.0, 2.0, 3.0)))));
        assertEquals(
                "groups[1] must hold at least one lead time, was empty",
                refusal(() -> new LeadTimePool.Inputs(List.of(List.of(1.0, 2.0), List.of()))));
    }

    @Test
    void moreOwnLinesWeighMore() {
        double previous = 0;
        for (int n = 1; n < 50; n++) {
            LeadTimeShrinkage.Result result =
                    LeadTimeShrinkage.of(new LeadTimeShrinkage.Inputs(n, 40, 9, 14, 9, 16, 4));
            assertTrue(result.weight() > previous && result.weight() < 1);
            previous = result.weight();
        }
    }

    @Test
    void aPoolWithoutAnyVarianceGivesItsMean() {
        LeadTimeShrinkage.Result result = LeadTimeShrinkage.of(new LeadTimeShrinkage.Inputs(3, 12, 0, 14, 0, 0, 4));
        assertEquals(new LeadTimeShrinkage.Result(0, 14, 0, 0), result);
    }

    @Test
    void shrinkageRefusesNegativeVariances() {
        assertEquals(
                "tau2 must be finite and at least 0, was -1.0",
                refusal(() -> new LeadTimeShrinkage.Inputs(1, 1, 0, 1, 1, -1, 4)));
        assertEquals("n must be at least 0, was -1", refusal(() -> new LeadTimeShrinkage.Inputs(-1, 1, 0, 1, 1, 1, 4)));
    }
}
