package io.posture.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.Bucket;
import io.posture.api.Confidence;
import io.posture.api.CriticalityScores;
import io.posture.api.DemandClass;
import io.posture.api.DemandHistory;
import io.posture.api.DemandProfile;
import io.posture.api.DisruptionLengths;
import io.posture.api.DisruptionLog;
import io.posture.api.Item;
import io.posture.api.ItemId;
import io.posture.api.ItemProfile;
import io.posture.api.ItemState;
import io.posture.api.LeadTime;
import io.posture.api.LeadTimeEvidence;
import io.posture.api.Outcome;
import io.posture.api.PostureDecision;
import io.posture.api.RowRefs;
import io.posture.api.Service;
import io.posture.api.SizedItem;
import io.posture.api.SourceDisruptions;
import io.posture.api.SourceTerms;
import io.posture.api.SourcingLink;
import io.posture.api.StockPosition;
import io.posture.api.StockpileNames;
import io.posture.api.Supplier;
import io.posture.api.SupplyProfile;
import io.posture.api.SupplySignals;
import io.posture.api.Upstream;
import io.posture.core.PipelineSpec;
import io.posture.core.PostureEngine;
import io.posture.core.Step;
import io.posture.core.plugin.PluginCatalog;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.stress.ItemImpact;
import io.posture.stress.ItemStock;
import io.posture.stress.RampUp;
import io.posture.stress.Shock;
import io.posture.stress.Source;
import io.posture.stress.StressEngine;
import io.posture.stress.StressItem;
import io.posture.stress.StressNetwork;
import io.posture.stress.StressScenario;
import io.posture.stress.StressSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The flagship component of DOMAIN M through the whole engine; its figures come from independent reference code. */
class WorkedChainTest {

    private static final OptionalDouble NONE = OptionalDouble.empty();
    private static final Map<String, Object> PLAN = Map.of(
            "scenario", "supplier-down-30d",
            "release", "declared disruption",
            "rotation", "fifo",
            "owner", "planning",
            "expires", "P180D",
            // section M judges the thirty days too much without a loading
            "vitalRiskLoading", 1);

    private double leadTimeSdDays = 11.2;
    private StockPosition stock = StockPosition.UNKNOWN;

    @Test
    void riskAndPolicyAreThoseOfTheChain() {
        PostureDecision decision = decide();
        assertEquals(84.75, number(decision, "criticality"), 1e-9);
        assertEquals(64.357, number(decision, "sri"), 5e-4);
        assertEquals(73.853, number(decision, "risk"), 5e-4);
        assertEquals("STRATEGIC_STOCKPILE_DIVERSIFY", decision.policy());
        assertEquals("JIC", decision.posture().code());
    }

    @Test
    void lotServiceAndSafetyStockAreThoseOfTheChain() {
        Explanation stock = decide().safetyStock();
        assertEquals(0.9953184, number(stock, "serviceTarget"), 5e-8);
        assertEquals(232.826, number(stock, "sigmaLtd"), 5e-4);
        assertEquals(605, ((Figure) stock).value(), 0);
        assertEquals(2845, decide().reorderPoint().value(), 0);
        assertEquals(342, decide().orderQuantity().value(), 0);
        SizedItem sized = decided("matrix").item();
        assertEquals(341.760, sized.pieces(SizedItem.ORDER_QUANTITY).orElseThrow(), 5e-4);
        assertEquals(604.998, sized.pieces(SizedItem.SAFETY_STOCK).orElseThrow(), 5e-4);
        assertEquals(2844.998, 112 * 20 + sized.pieces(SizedItem.SAFETY_STOCK).orElseThrow(), 5e-4);
    }

    @Test
    void theStocksOfTheChainSurviveThirtyDaysAndNotSixty() {
        assertFalse(closed(30, RampUp.NONE).isHit());
        ItemImpact sixty = closed(60, RampUp.NONE);
        assertEquals(527.4, sixty.lostPieces(), 0.05);
        assertEquals(26.37, sixty.lostPieces() / 20, 5e-3);
        ItemImpact helped = closed(60, new RampUp(0.6, 21, 0));
        assertEquals(59.4, helped.lostPieces(), 0.05);
        assertEquals(2.97, helped.lostPieces() / 20, 5e-3);
    }

    /** What the engine sized, with its lane closed for some days. */
    private ItemImpact closed(int days, RampUp alternate) {
        SizedItem sized = decided("matrix").item();
        double safety = sized.pieces(SizedItem.SAFETY_STOCK).orElseThrow();
        double strategic = sized.pieces(SizedItem.STOCKPILE).orElseThrow();
        StressItem item = StressItem.bought(
                "flagship",
                20,
                100,
                new ItemStock(safety, safety, strategic),
                List.of(
                        Source.of("sole", 1, 112).withLane("sea"),
                        Source.alternate("other", alternate).withLane("air")));
        return StressEngine.of(StressNetwork.of(List.of(), List.of(), List.of(item)), StressSettings.DEFAULTS)
                .run(StressScenario.of(new Shock.LaneClosed("sea", days)))
                .impacts()
                .get(0);
    }

    @Test
    void strategicStockIsThatOfTheChainAndApartFromTheSafetyStock() {
        PostureDecision decision = decide();
        Explanation strategic = decision.strategicStock();
        assertEquals(68, decision.strategicPieces().orElseThrow(), 0);
        assertEquals(0.344828, number(strategic, StockpileNames.DISRUPTIONS_PER_YEAR), 5e-7);
        assertEquals(0.29, number(strategic, "targetTail"), 1e-9);
        assertEquals(33.628, number(strategic, "bestCoverDays"), 5e-4);
        assertEquals(30.250, number(strategic, StockpileNames.COVERED_DAYS), 5e-4);
        assertEquals(3.378, number(strategic, StockpileNames.COVER_DAYS), 5e-4);
        assertEquals(67.55, number(strategic, "stockpile"), 5e-3);
        assertEquals(675.54, number(strategic, StockpileNames.CARRYING), 1e-2);
        assertEquals(5893.99, number(strategic, StockpileNames.LOSS_BUFFERED), 1e-2);
    }

    @Test
    void thirtyDaysTooManyAreOverInsuredAndOnlyAPersonCutsThem() {
        stock = new StockPosition(OptionalDouble.of(1200), 600, 0, true, RowRefs.NONE);
        PostureDecision decision = decide();
        Explanation verdict =
                decision.strategicStock().find(StockpileNames.VERDICT_TODAY).orElseThrow();
        assertEquals("OVER_INSURED", verdict.text());
        assertEquals(6000, number(verdict, "carryingCompared"), 1e-9);
        assertEquals(4013.56, number(verdict, "avoidedLoss"), 1e-2);
        assertEquals(600, decision.strategicPieces().orElseThrow(), 0);
        assertTrue(decision.find("stepEconomics").orElseThrow().text().contains("over-insured"));
    }

    @Test
    void disruptionReceiptsLeftInTheLeadTimeBuyThreeTimesTheBufferForTheSameRisk() {
        leadTimeSdDays = 33.6;
        PostureDecision decision = decide();
        assertEquals(1754, decision.safetyStock().value(), 0);
        assertEquals(
                1753.97, decided("matrix").item().pieces(SizedItem.SAFETY_STOCK).orElseThrow(), 5e-3);
        assertEquals(0, decision.strategicPieces().orElseThrow(), 0);
    }

    @Test
    void byCostTheLotCoversTheRestAndNoStockpileIsHeld() {
        // G.4 summed in Python with the lognormal integrated over the order cycle: the cycle stock covers days, too
        PostureDecision decision = decide("economic");
        assertEquals(15243.8264, number(decision.strategicStock(), StockpileNames.COST_BUFFERED), 1e-3);
        assertEquals(15397.2077, number(decision.strategicStock(), StockpileNames.COST_STOCKPILED), 1e-3);
        assertEquals("SAFETY_STOCK", decision.policy());
        assertEquals(0, decision.strategicPieces().orElseThrow(), 0);
    }

    private PostureDecision decide() {
        return decide("matrix");
    }

    private PostureDecision decide(String strategy) {
        return decided(strategy).decision();
    }

    private Outcome.Decided decided(String strategy) {
        PipelineSpec spec = PipelineSpec.standard()
                .withSafetyStock(Step.of("auto").with(Map.of("method", "NORMAL", "undershoot", false)))
                .withStockpile(Step.of("optimal-cover").with(PLAN))
                .withStrategy(Step.of(strategy));
        List<Outcome> outcomes = new ArrayList<>();
        try (PluginCatalog catalog = PluginCatalog.onPath(WorkedChainTest.class.getClassLoader())) {
            PostureEngine.of(spec, catalog).assess(() -> List.of(flagship()).stream(), outcomes::add);
        }
        return assertInstanceOf(Outcome.Decided.class, outcomes.get(0));
    }

    private ItemProfile flagship() {
        double[] weeks = new double[104];
        Arrays.fill(weeks, 140);
        DemandProfile demand = new DemandProfile(
                DemandHistory.of(LocalDate.of(2024, 11, 25), Bucket.WEEK, weeks),
                DemandClass.SMOOTH,
                20,
                OptionalDouble.of(6),
                OptionalDouble.of(1),
                OptionalDouble.of(0.01),
                160,
                24,
                OptionalDouble.of(0.1),
                false,
                7300,
                OptionalInt.of(1),
                0,
                RowRefs.NONE);
        LeadTime lead = new LeadTime(
                112,
                leadTimeSdDays,
                40,
                OptionalDouble.of(112),
                OptionalDouble.of(leadTimeSdDays),
                NONE,
                "own",
                112,
                1,
                Confidence.HIGH,
                RowRefs.NONE);
        SourcingLink sole = new SourcingLink(
                new Sole(),
                1,
                true,
                Optional.of(lead),
                Optional.of(new Service(0.9, 0.85, 0.94, 90, 100, "own", 0.9, RowRefs.NONE)),
                OptionalDouble.of(0.3),
                // half of it comes from two plants, the other half is not mapped
                List.of(new Upstream("p", "CN", 0.25), new Upstream("q", "CN", 0.25)),
                NONE,
                NONE,
                SourceTerms.UNKNOWN,
                new SourceDisruptions(5, new DisruptionLengths(List.of(20.0, 40.0), List.of()), RowRefs.NONE));
        SupplyProfile supply = new SupplyProfile(
                List.of(sole), Optional.of(lead), 40, 0, SupplySignals.NONE, LeadTimeEvidence.NONE, DisruptionLog.NONE);
        return new ItemProfile(new Flagship(), ItemState.ACTIVE, demand, supply, stock);
    }

    private static double number(PostureDecision decision, String name) {
        return ((Figure) decision.find(name).orElseThrow()).value();
    }

    private static double number(Explanation tree, String name) {
        return ((Figure) tree.find(name).orElseThrow()).value();
    }

    private record Sole() implements Supplier {

        @Override
        public String id() {
            return "sole";
        }

        @Override
        public String country() {
            return "CN";
        }

        @Override
        public OptionalDouble financialScore() {
            return OptionalDouble.of(80);
        }
    }

    private record Flagship() implements Item {

        @Override
        public ItemId id() {
            return ItemId.of("flagship");
        }

        @Override
        public OptionalDouble unitCost() {
            return OptionalDouble.of(40);
        }

        @Override
        public OptionalDouble carryingRate() {
            return OptionalDouble.of(0.25);
        }

        @Override
        public OptionalDouble orderCost() {
            return OptionalDouble.of(80);
        }

        @Override
        public OptionalDouble shortageCost() {
            return OptionalDouble.of(100);
        }

        @Override
        public CriticalityScores criticality() {
            return new CriticalityScores(
                    OptionalDouble.of(1),
                    OptionalDouble.of(0),
                    OptionalDouble.of(0.8),
                    OptionalDouble.of(0.9),
                    OptionalDouble.of(1));
        }
    }
}
