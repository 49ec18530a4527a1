package io.posture.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.Bucket;
import io.posture.api.Confidence;
import io.posture.api.DemandClass;
import io.posture.api.ItemState;
import io.posture.api.ItemType;
import io.posture.api.NoDecision;
import io.posture.api.Posture;
import io.posture.api.PostureDecision;
import io.posture.api.SizedItem;
import io.posture.api.Verdict;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Unit;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MatrixStrategyTest {

    private static final List<String> STEPS = List.of(
            "stepObsolete",
            "stepNoDemand",
            "stepCriticalSpare",
            "stepMatrixCell",
            "stepLean",
            "stepShelfLife",
            "stepStorage",
            "stepBudget",
            "stepEconomics",
            "stepHysteresis");
    private static final List<String> NOT_ASKED_FOR = List.of(
            "not asked for: no storage limit given",
            "not asked for: no budget given",
            "not asked for: no strategic stock is sized",
            "not asked for: no earlier run to compare with");

    private final SampleItem sample = new SampleItem();

    @Test
    void anItemThatPassesEveryTestIsLean() {
        PostureDecision decision = decide();
        assertEquals(Posture.JUST_IN_TIME, decision.posture());
        assertEquals("JIT_EOQ", decision.policy());
        assertEquals("LEAN-CONFIRMED", decision.reasonCode());
        assertEquals("none", text(decision, "jitFailed"));
        assertEquals("none", text(decision, "jitUnknown"));
    }

    @Test
    void stepsAreLoggedInTheOrderOfTheDecision() {
        assertEquals(STEPS, steps(decide().because()));
        assertEquals(
                List.of("no", "no", "no", "A x LOW: JIT_EOQ", "JIT_EOQ", "does not perish"),
                values(decide().because()).subList(0, 6));
        assertEquals(NOT_ASKED_FOR, values(decide().because()).subList(6, 10));
    }

    @Test
    void aStepThatAsksForNothingIsLoggedToo() {
        sample.risk = "MEDIUM";
        assertEquals(
                List.of(
                        "no",
                        "no",
                        "no",
                        "A x MEDIUM: SAFETY_STOCK_SECOND_SOURCE",
                        "not asked for: the cell is HYBRID",
                        "does not perish"),
                values(decide().because()).subList(0, 6));
    }

    @Test
    void stepsThatAnEarlierOneMadeNeedlessAreLogged() {
        sample.type = ItemType.MRO;
        sample.criticalSpare = true;
        assertEquals(
                List.of(
                        "no",
                        "no",
                        "INSURANCE_SPARE",
                        "not reached: critical spare",
                        "not reached: critical spare",
                        "not applied: a critical spare is replaced when it expires"),
                values(decide().because()).subList(0, 6));
        assertEquals(STEPS, steps(decide().because()));
        assertEquals(NOT_ASKED_FOR, values(decide().because()).subList(6, 10));
        sample.state = ItemState.OBSOLETE;
        assertEquals(
                List.of(
                        "RUN_OUT",
                        "not reached: obsolete",
                        "not reached: obsolete",
                        "not reached: obsolete",
                        "not reached: obsolete",
                        "not asked for: nothing is replenished"),
                values(decide().because()).subList(0, 6));
        assertEquals(STEPS, steps(decide().because()));
        assertEquals(NOT_ASKED_FOR, values(decide().because()).subList(6, 10));
    }

    @Test
    void anUndecidedItemLogsEveryStepToo() {
        sample.safetyStock = Finding.input(SizedItem.SAFETY_STOCK, "leadTime");
        assertEquals(STEPS, steps(undecided().because()));
        assertEquals(
                Collections.nCopies(7, "not reached: not known: leadTime"),
                values(undecided().because()).subList(3, 10));
        sample.demandClass = DemandClass.NO_DEMAND;
        assertEquals(STEPS, steps(undecided().because()));
        assertEquals(
                Collections.nCopies(8, "not reached: no demand"),
                values(undecided().because()).subList(2, 10));
    }

    @Test
    void everyWayThroughTheDecisionLogsEveryStepOnceAndInOrder() {
        for (ItemState state : ItemState.values()) {
            for (DemandClass demandClass : DemandClass.values()) {
                for (boolean spare : List.of(true, false)) {
                    for (boolean sized : List.of(true, false)) {
                        for (OptionalDouble life : List.of(OptionalDouble.empty(), OptionalDouble.of(10))) {
                            sample.state = state;
                            sample.demandClass = demandClass;
                            sample.type = spare ? ItemType.MRO : ItemType.COMPONENT;
                            sample.criticalSpare = spare;
                            sample.safetyStock = sized
                                    ? SampleItem.stock(20.4, 75.2)
                                    : Finding.input(SizedItem.SAFETY_STOCK, "leadTime");
                            sample.shelfLifeDays = life;
                            assertEquals(
                                    STEPS,
                                    steps(because(verdict(MatrixConfig.DEFAULTS))),
                                    () -> state + " " + demandClass + " spare " + spare + " sized " + sized);
                        }
                    }
                }
            }
        }
    }

    @Test
    void obsoleteComesBeforeEverythingElse() {
        sample.state = ItemState.OBSOLETE;
        sample.demandClass = DemandClass.NO_DEMAND;
        sample.type = ItemType.MRO;
        sample.criticalSpare = true;
        sample.safetyStock = Finding.input(SizedItem.SAFETY_STOCK, "leadTime");
        PostureDecision decision = decide();
        assertEquals("RUN_OUT", decision.policy());
        assertEquals(Posture.JUST_IN_TIME, decision.posture());
        assertEquals(0, decision.safetyStock().value());
        assertEquals(0, decision.reorderPoint().value());
        assertEquals(0, decision.orderQuantity().value());
        assertEquals("Obsolete: use up what is left, order nothing.", decision.reason());
    }

    @Test
    void noDemandComesBeforeTheCriticalSpareAndIsNeverLean() {
        sample.demandClass = DemandClass.NO_DEMAND;
        sample.perDay = 0;
        sample.type = ItemType.MRO;
        sample.criticalSpare = true;
        assertEquals(List.of("demandInWindow", "forecast"), undecided().missingFacts());
    }

    @Test
    void aCriticalSpareComesBeforeTheMatrixAndIsHeldInWholePieces() {
        sample.type = ItemType.MRO;
        sample.criticalSpare = true;
        sample.abc = "NONE";
        sample.lot = Finding.input(SizedItem.ORDER_QUANTITY, "unitCost");
        sample.safetyStock = SampleItem.stock(0.2, 0.4);
        PostureDecision decision = decide();
        assertEquals("INSURANCE_SPARE", decision.policy());
        assertEquals(Posture.JUST_IN_CASE, decision.posture());
        assertEquals("MRO-CRITICAL", decision.reasonCode());
        assertEquals(1, decision.safetyStock().value());
        assertEquals(1, decision.reorderPoint().value());
        assertEquals(1, decision.orderQuantity().value());
    }

    @Test
    void everyCellOfTheMatrix() {
        assertCell("A", "HIGH", "STRATEGIC_STOCKPILE_DIVERSIFY", Posture.JUST_IN_CASE);
        assertCell("B", "HIGH", "SAFETY_STOCK_DIVERSIFY", Posture.JUST_IN_CASE);
        assertCell("C", "HIGH", "SAFETY_STOCK_BULK_FORWARD", Posture.JUST_IN_CASE);
        assertCell("A", "MEDIUM", "SAFETY_STOCK_SECOND_SOURCE", Posture.HYBRID);
        assertCell("B", "MEDIUM", "SAFETY_STOCK", Posture.HYBRID);
        assertCell("C", "MEDIUM", "SAFETY_STOCK", Posture.HYBRID);
        assertCell("A", "LOW", "JIT_EOQ", Posture.JUST_IN_TIME);
        assertCell("B", "LOW", "JIT_EOQ", Posture.JUST_IN_TIME);
        assertCell("C", "LOW", "ROP_OR_VMI", Posture.JUST_IN_TIME);
    }

    @Test
    void otherMaintenanceItemsAreAtLeastHybrid() {
        sample.type = ItemType.MRO;
        PostureDecision decision = decide();
        assertEquals("SAFETY_STOCK", decision.policy());
        assertEquals("MRO-ROUTINE", decision.reasonCode());
    }

    @Test
    void aFailedTestAsksForARoutineReorderPoint() {
        sample.leadDays = 92;
        PostureDecision decision = decide();
        assertEquals("ROP_WITH_SAFETY_STOCK", decision.policy());
        assertEquals(Posture.HYBRID, decision.posture());
        assertEquals("LONG-LEAD-TIME", decision.reasonCode());
        assertEquals("LEAD_TIME", text(decision, "jitFailed"));
        assertEquals("failed", text(decision, "jitLeadTime"));
        assertTrue(decision.reason().endsWith("not lean: fails lead time."), decision.reason());
    }

    @Test
    void anUnknownFactFailsAndIsListed() {
        sample.criticality = OptionalDouble.empty();
        sample.otifLowers = List.of(0.95, -1.0);
        sample.riskScore = 37.1;
        PostureDecision decision = decide();
        assertEquals("ROP_WITH_SAFETY_STOCK", decision.policy());
        assertEquals("OTIF, CRITICALITY", text(decision, "jitFailed"));
        assertEquals("OTIF, CRITICALITY", text(decision, "jitUnknown"));
        assertEquals("LEAN-UNCONFIRMED", decision.reasonCode());
    }

    @Test
    void anIndexThatOnlyItsMissingComponentsRaiseIsUnconfirmed() {
        sample.components.remove("sriFinancial");
        sample.components.remove("sriTier2");
        sample.sriLow = 27;
        sample.sri = 34.5;
        sample.sriHigh = 42;
        PostureDecision decision = decide();
        assertEquals("SRI", text(decision, "jitFailed"));
        assertEquals("SRI", text(decision, "jitUnknown"));
    }

    @Test
    void theCellOfCheapLowRiskItemsWaivesFiveTests() {
        sample.abc = "C";
        sample.demandClass = DemandClass.LUMPY;
        sample.monthlyCv = OptionalDouble.empty();
        sample.seasonal = true;
        sample.leadDays = 21;
        sample.leadSdDays = 10;
        sample.otifLowers = List.of(0.87, 0.87);
        sample.sriHigh = 48;
        sample.receipts = 2;
        sample.safetyStock = SampleItem.stock(440, 700);
        PostureDecision decision = decide();
        assertEquals("ROP_OR_VMI", decision.policy());
        assertEquals("waived", text(decision, "jitDemandClass"));
    }

    @Test
    void safetyStockAboveSevenDaysIsNotAMinimalBuffer() {
        sample.safetyStock = SampleItem.stock(70, 120);
        assertEquals("JIT_EOQ", decide().policy());
        sample.safetyStock = SampleItem.stock(70.1, 120);
        assertEquals("ROP_WITH_SAFETY_STOCK", decide().policy());
        assertEquals("BUFFER-ABOVE-CAP", decide().reasonCode());
    }

    @Test
    void theCapOfCheapLowRiskItemsIsFortyFiveDays() {
        sample.abc = "C";
        sample.safetyStock = SampleItem.stock(450, 500);
        assertEquals("ROP_OR_VMI", decide().policy());
        sample.safetyStock = SampleItem.stock(450.1, 500);
        assertEquals("ROP_WITH_SAFETY_STOCK", decide().policy());
    }

    @Test
    void oneSourceWithoutAlternateDeservesACushion() {
        sample.criticality = OptionalDouble.of(40);
        sample.sourcing = "SINGLE_SOURCE";
        assertEquals("SAFETY_STOCK", decide().policy());
        assertEquals("SOLE-SOURCE", decide().reasonCode());
        sample.alternates = 1;
        assertEquals("JIT_EOQ", decide().policy());
        sample.alternates = 0;
        sample.criticality = OptionalDouble.of(39);
        assertEquals("JIT_EOQ", decide().policy());
    }

    @Test
    void severalSuppliersBehindOnePlantAreOneSource() {
        sample.criticality = OptionalDouble.of(45);
        sample.sourcing = "CONCENTRATED_SITE";
        sample.sourcingText = "single plant behind 2 suppliers (Plant Goa)";
        PostureDecision decision = decide();
        assertEquals("SAFETY_STOCK", decision.policy());
        assertEquals("SINGLE_SOURCE", text(decision, "cushionFloor"));
        assertEquals(
                "Single plant behind 2 suppliers (Plant Goa), lead time 5 days, supplier risk 25, criticality 45: hold "
                        + "21 pieces safety stock as a cushion regardless of cost (one source without an alternate).",
                decision.reason());
    }

    @Test
    void oneRegionOfSomeCountryRiskDeservesACushionUnlessItIsHome() {
        sample.criticality = OptionalDouble.of(45);
        sample.countries = List.of("IN", "IN");
        sample.components.put("sriRegion", 1.0);
        sample.components.put("sriGeopolitical", 0.3);
        assertEquals("SINGLE_REGION", text(decide(), "cushionFloor"));
        assertEquals("none", text(decide(Settings.home("IN")), "cushionFloor"));
        sample.components.put("sriGeopolitical", 0.6);
        assertEquals("COUNTRY_RISK", text(decide(Settings.home("IN")), "cushionFloor"));
    }

    @Test
    void supplyFromTheOwnCountryAloneIsRelievedInTheRiskTest() {
        // 15 * 1 * (1 - 0.06 / 0.3) = 12 points off 51
        sample.countries = List.of("DE", "DE");
        sample.components.put("sriRegion", 1.0);
        sample.components.put("sriGeopolitical", 0.06);
        sample.sriHigh = 51;
        assertEquals("SRI", text(decide(), "jitFailed"));
        PostureDecision relieved = decide(Settings.home("DE"));
        assertEquals("none", text(relieved, "jitFailed"));
        Figure high = (Figure) relieved.find("sriHighRelieved").orElseThrow();
        assertEquals(39, high.value(), 1e-9);
    }

    @Test
    void aLeadTimeBorrowedConfirmsNothingAndAnAgreedOneNotItsVariation() {
        sample.leadConfidence = Confidence.ASSUMED;
        sample.leadPool = "company";
        assertEquals("LEAD_TIME, LEAD_TIME_CV", text(decide(), "jitUnknown"));
        sample.leadPool = "contract";
        assertEquals("LEAD_TIME_CV", text(decide(), "jitUnknown"));
    }

    @Test
    void theLowestServiceOfANotableSupplierCounts() {
        sample.shares = List.of(0.81, 0.19);
        sample.otifLowers = List.of(0.95, 0.5);
        assertEquals("none", text(decide(), "jitFailed"));
        sample.shares = List.of(0.8, 0.2);
        assertEquals("OTIF", text(decide(), "jitFailed"));
    }

    @Test
    void anOwnProcessMustBeKnownToBeReliable() {
        sample.internalSupply = true;
        assertEquals("EQUIPMENT", text(decide(), "jitUnknown"));
    }

    @Test
    void aNewItemIsNeverLeanEvenWithMonthlyBuckets() {
        // 7 months are 30.4 weeks, yet fewer than 8 full buckets
        sample.bucket = Bucket.MONTH;
        sample.buckets = 7;
        assertEquals("JIT_EOQ", decide().policy());
        sample.state = ItemState.NEW;
        assertEquals("ROP_WITH_SAFETY_STOCK", decide().policy());
        assertEquals("SHORT-HISTORY", decide().reasonCode());
    }

    @Test
    void anItemWithoutSizesIsUndecidedAndNamesTheFacts() {
        sample.safetyStock = Finding.input(SizedItem.SAFETY_STOCK, "leadTime, demandHistory");
        sample.abc = "NONE";
        assertEquals(
                List.of("leadTime", "demandHistory", "unitCost"), undecided().missingFacts());
        assertEquals(
                "Not decidable without leadTime and demandHistory and unitCost.",
                undecided().reason());
    }

    @Test
    void quantitiesAreRoundedUpOnceAtTheEnd() {
        sample.safetyStock = SampleItem.stock(20.0000000001, 75.2);
        sample.multiple = OptionalDouble.of(50);
        sample.lot = Figure.input(SizedItem.ORDER_QUANTITY, 341.76, Unit.PIECES);
        PostureDecision decision = decide();
        assertEquals(20, decision.safetyStock().value());
        assertEquals(76, decision.reorderPoint().value());
        assertEquals(350, decision.orderQuantity().value());
        assertEquals(20.0000000001, ((Figure) decision.safetyStock().because().get(0)).value());
    }

    @Test
    void theShelfLifeCutsTheLotFirst() {
        // usable 0.8 * 40 d * 10 a day = 320 pieces; 21 of safety stock leave 299
        sample.shelfLifeDays = OptionalDouble.of(40);
        PostureDecision decision = decide();
        assertEquals(21, decision.safetyStock().value());
        assertEquals(299, decision.orderQuantity().value());
        assertEquals(76, decision.reorderPoint().value());
        assertEquals("LEAN-CONFIRMED", decision.reasonCode());
    }

    @Test
    void theShelfLifeThenCutsTheSafetyStock() {
        // usable 80 pieces, smallest order 70: 10 pieces of safety stock remain of 21
        sample.shelfLifeDays = OptionalDouble.of(10);
        sample.moq = OptionalDouble.of(70);
        PostureDecision decision = decide();
        assertEquals(70, decision.orderQuantity().value());
        assertEquals(10, decision.safetyStock().value());
        assertEquals(65, decision.reorderPoint().value());
        assertEquals("PERISHABLE-CAP", decision.reasonCode());
        assertTrue(text(decision, "stepShelfLife").contains("lot 342 -> 70, safety stock 21 -> 10"));
        assertEquals("SHELF_LIFE_CUTS_SAFETY_STOCK", text(decision, "warning"));
    }

    @Test
    void vitalItemsOfFragileSupplyAreSoleAndLong() {
        sample.risk = "HIGH";
        sample.criticality = OptionalDouble.of(84.75);
        sample.sri = 64.4;
        assertEquals("CRIT-SOLE-LONG", decide().reasonCode());
        sample.criticality = OptionalDouble.empty();
        assertEquals("HIGH-RISK", decide().reasonCode());
    }

    @Test
    void wholeNumbersInSentencesAreTheSameInEveryLocale() {
        sample.risk = "HIGH";
        sample.safetyStock = SampleItem.stock(1239.2, 2000);
        assertTrue(decide().reason().contains("hold 1,240 pieces safety stock"), decide().reason());
    }

    @Test
    void everyReasonCodeIsOfTheClosedVocabulary() {
        for (ReasonCode code : ReasonCode.values()) {
            assertTrue(code.code().matches("[A-Z]+(-[A-Z]+)*"), code.code());
        }
    }

    private void assertCell(String abc, String risk, String policy, Posture posture) {
        sample.abc = abc;
        sample.risk = risk;
        PostureDecision decision = decide();
        assertEquals(policy, decision.policy());
        assertEquals(posture, decision.posture());
    }

    private PostureDecision decide() {
        return decide(MatrixConfig.DEFAULTS);
    }

    private PostureDecision decide(MatrixConfig config) {
        return (PostureDecision) verdict(config);
    }

    private NoDecision undecided() {
        return (NoDecision) verdict(MatrixConfig.DEFAULTS);
    }

    private Verdict verdict(MatrixConfig config) {
        return MatrixStrategy.byRisk(config).decide(sample.sized());
    }

    private static List<Explanation> because(Verdict verdict) {
        return verdict instanceof PostureDecision decision ? decision.because() : ((NoDecision) verdict).because();
    }

    private static List<String> steps(List<Explanation> because) {
        return because.stream()
                .map(Explanation::name)
                .filter(name -> name.startsWith("step"))
                .toList();
    }

    private static List<String> values(List<Explanation> because) {
        return because.stream()
                .filter(node -> node.name().startsWith("step"))
                .map(Explanation::text)
                .toList();
    }

    private static String text(PostureDecision decision, String node) {
        return decision.find(node).orElseThrow().text();
    }
}
