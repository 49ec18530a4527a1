package io.posture.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.Confidence;
import io.posture.api.LeadTime;
import io.posture.api.SupplyProfile;
import io.posture.profile.Run.TestItem;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PopulationLeadTimeTest {

    private static final double DIGITS = 1e-9;
    private static final int[] TEN_TO_NINETEEN = {10, 11, 12, 13, 14, 15, 16, 17, 18, 19};

    /** Sample variance of ten consecutive numbers: 10 * 11 / 12. */
    private static final double VARIANCE = 55.0 / 6;

    private static Run run(String... skus) {
        Run run = Run.asOf(Run.day(200));
        for (String sku : skus) {
            run.item(sku);
        }
        return run;
    }

    /** The groups of the published vector supply.poolLeadTime-01, as three items of one supplier. */
    private static Run vector() {
        return run("a", "b", "c", "d")
                .leadTimes("a", "s", 10, 12, 11, 13)
                .leadTimes("b", "s", 20, 22, 25)
                .leadTimes("c", "s", 15, 14, 16, 15, 17);
    }

    @Test
    void enoughOwnLinesStandAlone() {
        LeadTime lead = run("a").leadTimes("a", "s", TEN_TO_NINETEEN).leadTime("a");
        assertEquals(14.5, lead.meanDays(), DIGITS);
        assertEquals(Math.sqrt(VARIANCE), lead.sdDays(), DIGITS);
        assertEquals("own", lead.pool());
        assertEquals(1, lead.weight(), 0);
        assertEquals(10, lead.lines());
        assertEquals(OptionalDouble.of(19), lead.longestDays());
        assertEquals(Confidence.HIGH, lead.confidence());
    }

    @Test
    void fewOwnLinesLeanOnTheSupplier() {
        // reference implementation of supply.poolLeadTime and supply.leadTimeShrink on the same groups
        LeadTime lead = vector().leadTime("b");
        assertEquals(0.9675357497427388, lead.weight(), DIGITS);
        assertEquals(22.140498103712748, lead.meanDays(), DIGITS);
        assertEquals(2.1504319188099035, lead.sdDays(), DIGITS);
        assertEquals(16.39340778161197, lead.poolMeanDays(), DIGITS);
        assertEquals("supplier", lead.pool());
        assertEquals(Confidence.MEDIUM, lead.confidence());
    }

    @Test
    void anItemWithoutOwnLinesGetsThePoolMean() {
        LeadTime lead =
                vector().sourcing("d", "s", Run.NONE, Run.NONE, Run.NONE).leadTime("d");
        assertEquals(16.39340778161197, lead.meanDays(), DIGITS);
        assertEquals(5.270806644079729, lead.sdDays(), DIGITS);
        assertEquals(Confidence.ASSUMED, lead.confidence());
        assertEquals(0, lead.lines());
        assertEquals(OptionalDouble.empty(), lead.observedMeanDays());
    }

    @Test
    void anItemWithoutAnySupplierGetsWhatIsUsual() {
        SupplyProfile supply = vector().profile("d").supply();
        assertTrue(supply.links().isEmpty());
        assertEquals("company", supply.leadTime().orElseThrow().pool());
        assertEquals(Confidence.ASSUMED, supply.leadTime().orElseThrow().confidence());
    }

    @Test
    void theCategoryComesBeforeTheCompany() {
        Run run = run().item(new TestItem("a").in("kits"))
                .item(new TestItem("b").in("drugs"))
                .item(new TestItem("c").in("kits"))
                .leadTimes("a", "s", TEN_TO_NINETEEN)
                .leadTimes("b", "t", 90, 91, 92, 93, 94, 95, 96, 97, 98, 99);
        LeadTime lead = run.leadTime("c");
        assertEquals("category", lead.pool());
        assertEquals(14.5, lead.meanDays(), DIGITS);
    }

    @Test
    void aSingleGroupSaysNothingOfOthersSoTheyVaryByAThird() {
        // variance 9.17 within the group is below (0.30 * 14.5)^2 = 18.92
        LeadTime lead = run("a", "b").leadTimes("a", "s", TEN_TO_NINETEEN).leadTime("b");
        assertEquals(14.5, lead.meanDays(), DIGITS);
        assertEquals(0.30 * 14.5, lead.sdDays(), DIGITS);
        // all equal: still not 0
        LeadTime equal =
                run("a", "b").leadTimes("a", "s", 7, 7, 7, 7, 7, 7, 7, 7, 7, 7).leadTime("b");
        assertEquals(2.1, equal.sdDays(), DIGITS);
    }

    @Test
    void aSingleGroupThatVariesMoreKeepsItsVariation() {
        LeadTime lead = run("a", "b")
                .leadTimes("a", "s", 1, 1, 1, 1, 1, 21, 21, 21, 21, 21)
                .leadTime("b");
        // ten deviations of 10 over 9
        assertEquals(Math.sqrt(1000.0 / 9), lead.sdDays(), DIGITS);
    }

    @Test
    void singleLinesCannotTellItemsFromLuck() {
        Run run = run();
        for (int i = 0; i < 10; i++) {
            run.item("i" + i).leadTimes("i" + i, "s", TEN_TO_NINETEEN[i]);
        }
        LeadTime lead = run.leadTime("i9");
        assertEquals(14.5, lead.meanDays(), DIGITS);
        assertEquals(Math.sqrt(VARIANCE), lead.sdDays(), DIGITS);
        assertEquals(0, lead.weight(), 0);
        assertEquals(OptionalDouble.of(19), lead.observedMeanDays());
        assertEquals(Confidence.LOW, lead.confidence());
    }

    @Test
    void oneReceiptAndNoPoolIsTakenWithAnAssumedVariation() {
        Run run = run("a").leadTimes("a", "s", 20);
        LeadTime lead = run.leadTime("a");
        assertEquals(20, lead.meanDays(), 0);
        assertEquals(6, lead.sdDays(), DIGITS);
        assertEquals(OptionalDouble.empty(), lead.observedSdDays());
        assertEquals(Confidence.LOW, lead.confidence());
        assertEquals("own", lead.pool());
        assertTrue(Run.assumption(run.build(), Premise.LEAD_TIME_VARIATION).isPresent());
    }

    @Test
    void aSecondReceiptCorrectsTheAssumedVariation() {
        // (4 * (0.3 * 15)^2 + 1 * 50) / 5 = 26.2
        LeadTime lead = run("a").leadTimes("a", "s", 10, 20).leadTime("a");
        assertEquals(15, lead.meanDays(), DIGITS);
        assertEquals(Math.sqrt(26.2), lead.sdDays(), DIGITS);
    }

    @Test
    void aContractStandsInWhereThereIsNoPool() {
        LeadTime lead = run("a").sourcing("a", "s", Run.NONE, OptionalDouble.of(30), Run.NONE)
                .leadTime("a");
        assertEquals(30, lead.meanDays(), 0);
        assertEquals(9, lead.sdDays(), DIGITS);
        assertEquals("contract", lead.pool());
        assertEquals(Confidence.ASSUMED, lead.confidence());
    }

    @Test
    void aPoolComesBeforeAContractWithoutDeviation() {
        Run run = vector().sourcing("d", "t", Run.NONE, OptionalDouble.of(30), Run.NONE);
        assertEquals("company", run.leadTime("d").pool());
    }

    @Test
    void aContractWithItsDeviationComesBeforeAPool() {
        LeadTime lead = vector().sourcing("d", "t", Run.NONE, OptionalDouble.of(30), OptionalDouble.of(4))
                .leadTime("d");
        assertEquals(30, lead.meanDays(), 0);
        assertEquals(4, lead.sdDays(), 0);
        assertEquals(Confidence.LOW, lead.confidence());
    }

    @Test
    void ownReceiptsComeBeforeAContract() {
        LeadTime lead = run("a").leadTimes("a", "s", 20)
                .sourcing("a", "s", Run.NONE, OptionalDouble.of(5), OptionalDouble.of(1))
                .leadTime("a");
        assertEquals(20, lead.meanDays(), 0);
    }

    @Test
    void nothingAnywhereIsUnknown() {
        Run run = run("a").sourcing("a", "s", Run.NONE, Run.NONE, Run.NONE);
        assertEquals(Optional.empty(), run.profile("a").supply().leadTime());
        assertEquals(
                1,
                Run.assumption(run.build(), Premise.LEAD_TIME_UNKNOWN)
                        .orElseThrow()
                        .items());
    }

    @Test
    void openLinesOlderThanTheMeanCountAtTheirAge() {
        // closed 10 and 20, mean 15; open for 100 days and for 12
        Run run = run("a").leadTimes("a", "s", 10, 20).open("a", "s", 100).open("a", "s", 188);
        LeadTime lead = run.leadTime("a");
        assertEquals(130.0 / 3, lead.meanDays(), DIGITS);
        assertEquals(2, lead.lines());
        assertEquals(OptionalDouble.of(100), lead.longestDays());
        assertEquals(2, run.profile("a").supply().receipts());
        assertTrue(Run.assumption(run.build(), Premise.LEAD_TIME_LOWER_BOUND).isPresent());
    }

    @Test
    void severalSuppliersMix() {
        LeadTime lead = run("a").sourcing(
                        "a", "s", OptionalDouble.of(0.75), OptionalDouble.of(10), OptionalDouble.of(2))
                .sourcing("a", "t", OptionalDouble.of(0.25), OptionalDouble.of(30), OptionalDouble.of(4))
                .leadTime("a");
        assertEquals("mixture", lead.pool());
        assertEquals(15, lead.meanDays(), DIGITS);
        // 0.75 (4 + 100) + 0.25 (16 + 900) - 225
        assertEquals(Math.sqrt(82), lead.sdDays(), DIGITS);
        assertEquals(Confidence.LOW, lead.confidence());
    }

    @Test
    void aMixtureIsTrustedNoMoreThanItsWorstPart() {
        LeadTime lead = run("a").leadTimes("a", "s", TEN_TO_NINETEEN)
                .sourcing("a", "s", OptionalDouble.of(0.5), Run.NONE, Run.NONE)
                .sourcing("a", "t", OptionalDouble.of(0.5), Run.NONE, Run.NONE)
                .leadTime("a");
        // the other supplier leans on the company, a single group
        assertEquals("mixture", lead.pool());
        assertEquals(Confidence.ASSUMED, lead.confidence());
        assertEquals(10, lead.lines());
        assertEquals(14.5, lead.observedMeanDays().orElseThrow(), DIGITS);
    }

    @Test
    void aSupplierWithoutLeadTimeIsLeftOutOfTheMixtureAndLowersItsConfidence() {
        Run run = run("a").leadTimes("a", "s", 20)
                .sourcing("a", "s", OptionalDouble.of(0.5), Run.NONE, Run.NONE)
                .sourcing("a", "t", OptionalDouble.of(0.5), Run.NONE, Run.NONE);
        assertEquals(Optional.empty(), run.link("a", "t").leadTime());
        assertEquals(20, run.leadTime("a").meanDays(), DIGITS);
        assertEquals(6, run.leadTime("a").sdDays(), DIGITS);
        assertEquals(Confidence.LOW, run.leadTime("a").confidence());
    }

    @Test
    void alternatesDoNotMix() {
        LeadTime lead = run("a").sourcing("a", "s", OptionalDouble.of(1), OptionalDouble.of(10), OptionalDouble.of(2))
                .sourcing("a", "t", OptionalDouble.of(0), OptionalDouble.of(30), OptionalDouble.of(4))
                .leadTime("a");
        assertEquals(10, lead.meanDays(), 0);
    }

    @Test
    void receiptsOfAnUnknownSupplierStillHaveALeadTime() {
        SupplyProfile supply =
                run("a").leadTimes("a", "", TEN_TO_NINETEEN).profile("a").supply();
        assertTrue(supply.links().isEmpty());
        assertEquals(14.5, supply.leadTime().orElseThrow().meanDays(), DIGITS);
        assertEquals(10, supply.receipts());
    }

    @Test
    void deliveriesOutsideTheWindowAreNotLookedAt() {
        SupplyProfile supply = Run.asOf(Run.day(1500))
                .item("a")
                .leadTimes("a", "s", TEN_TO_NINETEEN)
                .profile("a")
                .supply();
        assertEquals(10, supply.evidence().outsideLines());
        assertEquals(
                SupplyProfile.UNKNOWN,
                new SupplyProfile(
                        supply.links(),
                        supply.leadTime(),
                        supply.receipts(),
                        supply.unusableLines(),
                        supply.signals()));
    }

    @Test
    void whatArrivesAfterTheRunsDateHasNotArrived() {
        SupplyProfile supply = Run.asOf(Run.day(30))
                .item("a")
                .leadTimes("a", "s", 10, 40)
                .profile("a")
                .supply();
        assertEquals(1, supply.receipts());
        // open for 30 days, more than the mean of 10
        assertEquals(20, supply.leadTime().orElseThrow().meanDays(), DIGITS);
    }
}
