package io.posture.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.posture.api.Bucket;
import io.posture.api.Confidence;
import io.posture.api.CriticalityScores;
import io.posture.api.DemandClass;
import io.posture.api.DemandHistory;
import io.posture.api.DemandProfile;
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
import io.posture.api.SourcingLink;
import io.posture.api.StockPosition;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The local part of DOMAIN M through the whole engine; its figures come from independent reference code. */
class WorkedChainLocalPartTest {

    private static final OptionalDouble NONE = OptionalDouble.empty();

    @Test
    void riskIsLow() {
        PostureDecision decision = decided(Step.of("eoq")).decision();
        assertEquals(25.707, number(decision.find("sri")), 5e-4);
        assertEquals(16.0, number(decision.find("criticality")), 1e-9);
        assertEquals(20.28, number(decision.find("risk")), 5e-3);
        SizedItem item = decided(Step.of("eoq")).item();
        assertEquals("LOW", item.segment("risk").code());
        assertEquals("D", item.segment("criticality").code());
        assertEquals("A", item.segment("abc").code());
    }

    @Test
    void itRunsJustInTimeOnItsEconomicLotWithLessThanTwoDaysOfSafetyStock() {
        Outcome.Decided decided = decided(Step.of("eoq"));
        PostureDecision decision = decided.decision();
        assertEquals("JIT_EOQ", decision.policy());
        assertEquals("JIT", decision.posture().code());
        assertEquals(427.2, decided.item().pieces(SizedItem.ORDER_QUANTITY).orElseThrow(), 5e-2);
        assertEquals(0.98244, number(decision.safetyStock().find("serviceTarget")), 5e-6);
        double safety = decided.item().pieces(SizedItem.SAFETY_STOCK).orElseThrow();
        assertEquals(87.54, safety, 5e-3);
        assertEquals(1.75, safety / 50, 5e-3);
        assertEquals(88, decision.safetyStock().value(), 0);
    }

    @Test
    void noDayOfStockpilePays() {
        Outcome.Decided decided = decided(Step.of("eoq"));
        Explanation pile = decided.item().findSize(SizedItem.STOCKPILE).orElseThrow();
        assertEquals(0, number(pile.find("bestCoverDays")), 0);
        assertEquals(0, decided.decision().strategicPieces().orElseThrow(), 0);
    }

    @Test
    void fiveCardsOfSixtyPiecesCirculate() {
        Explanation lot = decided(Step.of("kanban").with(Map.of("containerPieces", 60)))
                .item()
                .size(SizedItem.ORDER_QUANTITY);
        assertEquals(5, number(lot.find("kanbanCards")), 0);
    }

    private static Outcome.Decided decided(Step lot) {
        PipelineSpec spec = PipelineSpec.standard()
                .withOrderQuantity(lot)
                .withSafetyStock(Step.of("auto").with(Map.of("method", "NORMAL", "undershoot", false)))
                .withStrategy(Step.of("matrix").with(Map.of("homeCountry", "DE")));
        List<Outcome> outcomes = new ArrayList<>();
        try (PluginCatalog catalog = PluginCatalog.onPath(WorkedChainLocalPartTest.class.getClassLoader())) {
            PostureEngine.of(spec, catalog).assess(() -> List.of(part()).stream(), outcomes::add);
        }
        return assertInstanceOf(Outcome.Decided.class, outcomes.get(0));
    }

    private static double number(Optional<Explanation> node) {
        return ((Figure) node.orElseThrow()).value();
    }

    private static ItemProfile part() {
        double[] weeks = new double[104];
        Arrays.fill(weeks, 350);
        DemandProfile demand = new DemandProfile(
                DemandHistory.of(LocalDate.of(2024, 11, 25), Bucket.WEEK, weeks),
                DemandClass.SMOOTH,
                50,
                OptionalDouble.of(8),
                OptionalDouble.of(1),
                OptionalDouble.of(0.01),
                400,
                24,
                OptionalDouble.of(0.1),
                false,
                18_250,
                OptionalInt.of(1),
                0,
                RowRefs.NONE);
        LeadTime lead = new LeadTime(
                5,
                0.75,
                40,
                OptionalDouble.of(5),
                OptionalDouble.of(0.75),
                NONE,
                "own",
                5,
                1,
                Confidence.HIGH,
                RowRefs.NONE);
        SupplyProfile supply = new SupplyProfile(
                List.of(source("large", 0.6, lead), source("small", 0.4, lead), source("alternate", 0, lead)),
                Optional.of(lead),
                40,
                0,
                SupplySignals.NONE,
                LeadTimeEvidence.NONE,
                DisruptionLog.NONE);
        return new ItemProfile(new Part(), ItemState.ACTIVE, demand, supply, StockPosition.UNKNOWN);
    }

    /** Four fifths of it come from two plants each, one fifth is not mapped. */
    private static SourcingLink source(String id, double share, LeadTime lead) {
        return new SourcingLink(
                new Domestic(id),
                share,
                true,
                Optional.of(lead),
                Optional.of(new Service(0.97, 0.94, 0.99, 485, 500, "own", 0.97, RowRefs.NONE)),
                OptionalDouble.of(0.05),
                List.of(new Upstream(id + " p", "DE", 0.4), new Upstream(id + " q", "DE", 0.4)),
                NONE,
                NONE);
    }

    private record Domestic(String id) implements Supplier {

        @Override
        public String country() {
            return "DE";
        }

        @Override
        public OptionalDouble financialScore() {
            return OptionalDouble.of(90);
        }
    }

    private record Part() implements Item {

        @Override
        public ItemId id() {
            return ItemId.of("local");
        }

        @Override
        public OptionalDouble unitCost() {
            return OptionalDouble.of(12);
        }

        @Override
        public OptionalDouble carryingRate() {
            return OptionalDouble.of(0.25);
        }

        @Override
        public OptionalDouble orderCost() {
            return OptionalDouble.of(15);
        }

        @Override
        public OptionalDouble shortageCost() {
            return OptionalDouble.of(4);
        }

        @Override
        public CriticalityScores criticality() {
            return new CriticalityScores(
                    OptionalDouble.of(0.2),
                    OptionalDouble.of(0),
                    OptionalDouble.of(0.1),
                    OptionalDouble.of(0.2),
                    OptionalDouble.of(0.1));
        }
    }
}
