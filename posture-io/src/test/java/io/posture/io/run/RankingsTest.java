package io.posture.io.run;

import static io.posture.io.run.Decided.figure;
import static io.posture.io.run.Decided.finding;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.Posture;
import io.posture.explain.Finding;
import io.posture.io.csv.CsvOutput;
import io.posture.io.sink.OutputColumn;
import io.posture.io.sink.OutputTable;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists of a run that rank its items: who could run lean, and where the losses are. */
class RankingsTest {

    private final LeanCandidates candidates = new LeanCandidates();
    private final RiskPareto pareto = new RiskPareto();

    @Test
    void candidatesAreGroupedByMissingEvidenceTheMostCapitalFirst() throws IOException {
        candidates.add(candidate("a", "criticality", 100));
        candidates.add(candidate("b", "otif, leadTimeDays", 500));
        candidates.add(candidate("c", "criticality", 450));
        candidates.add(Decided.item("d").result());
        candidates.add(
                Decided.item("e").because(finding("leanEvidence", "otif")).result());
        assertEquals("""
                item_id,location_id,posture,recommended_policy,missing_evidence,capital_freed,group_rank,group_items,\
                group_capital_freed
                c,DEFAULT,HYBRID,SAFETY_STOCK,criticality,450,1,2,550
                a,DEFAULT,HYBRID,SAFETY_STOCK,criticality,100,1,2,550
                b,DEFAULT,HYBRID,SAFETY_STOCK,otif;leadTimeDays,500,2,1,500
                e,DEFAULT,HYBRID,SAFETY_STOCK,otif,,3,1,0
                """, written(LeanCandidates.COLUMNS, candidates::write));
        assertEquals(
                List.of(
                        new Summary.Answer("criticality", 2, 550),
                        new Summary.Answer("otif, leadTimeDays", 1, 500),
                        new Summary.Answer("otif", 1, 0)),
                candidates.answers());
    }

    @Test
    void noCandidatesLeaveAHeaderOnly() throws IOException {
        assertEquals(
                1, written(LeanCandidates.COLUMNS, candidates::write).lines().count());
        assertEquals(1, written(RiskPareto.COLUMNS, pareto::write).lines().count());
    }

    @Test
    void lossesAreRankedWithTheirCumulativeShareAndUnknownOnesComeLast() throws IOException {
        pareto.add(loss("small", 50));
        pareto.add(Decided.item("=nobody knows").result());
        pareto.add(loss("large", 850));
        pareto.add(loss("middle", 100));
        pareto.add(Decided.item("open")
                .because(Finding.unknown("expectedAnnualLoss", "give the cost of a piece short"))
                .result());
        assertEquals("""
                rank,item_id,location_id,expected_annual_loss,cumulative_share
                1,large,DEFAULT,850,0.85
                2,middle,DEFAULT,100,0.95
                3,small,DEFAULT,50,1
                ,'=nobody knows,DEFAULT,,
                ,open,DEFAULT,,
                """, written(RiskPareto.COLUMNS, pareto::write));
        assertEquals(new Summary.Losses(3, 2, 1000, 1), pareto.losses());
    }

    @Test
    void eightyPercentAreCarriedByTheFewestItemsThatReachThem() {
        for (int i = 0; i < 10; i++) {
            pareto.add(loss("item" + i, 10));
        }
        assertEquals(8, pareto.losses().carrying());
    }

    @Test
    void lossesOfNothingAreCarriedByNobody() throws IOException {
        pareto.add(loss("a", 0));
        assertEquals(new Summary.Losses(1, 0, 0, 0), pareto.losses());
        assertTrue(written(RiskPareto.COLUMNS, pareto::write).endsWith("1,a,DEFAULT,0,\n"));
    }

    @Test
    void leanRunIsJitAndRoutineReorderPointsAtLowRisk() {
        assertEquals(
                List.of(true, true, false, false),
                List.of(
                        Decided.item("a")
                                .posture(Posture.JUST_IN_TIME, "JIT_EOQ")
                                .result()
                                .leanRun(),
                        Decided.item("b")
                                .posture(Posture.HYBRID, "ROP_WITH_SAFETY_STOCK")
                                .segment("risk", "LOW")
                                .result()
                                .leanRun(),
                        Decided.item("c")
                                .posture(Posture.HYBRID, "ROP_WITH_SAFETY_STOCK")
                                .segment("risk", "MEDIUM")
                                .result()
                                .leanRun(),
                        Decided.item("d").segment("risk", "LOW").result().leanRun()));
    }

    /** Something that writes a table. */
    private interface Table {
        void write(OutputTable target) throws IOException;
    }

    private static String written(List<OutputColumn> columns, Table table) throws IOException {
        StringWriter text = new StringWriter();
        try (OutputTable target = CsvOutput.to(text, columns)) {
            table.write(target);
        }
        return text.toString();
    }

    private static ItemResult candidate(String sku, String evidence, double capital) {
        return Decided.item(sku)
                .because(finding("leanEvidence", evidence, figure("capitalFreed", capital)))
                .result();
    }

    private static ItemResult loss(String sku, double perYear) {
        return Decided.item(sku).because(figure("expectedAnnualLoss", perYear)).result();
    }
}
