package io.posture.io.run;

import static io.posture.io.run.Decided.figure;
import static io.posture.io.run.Decided.finding;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.io.ItemLocation;
import io.posture.io.csv.CsvOutput;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Columns of the register that are read from reason trees and profiles. */
class RegisterColumnsTest {

    @Test
    void classesAreCombinedIntoOneCode() {
        NamedCsvRecord row = row(Decided.item("a")
                .segment("abc", "A")
                .segment("xyz", "X")
                .segment("fsn", "F")
                .segment("hml", "H")
                .segment("risk", "MEDIUM")
                .segment("kraljic", "BOTTLENECK")
                .segment("fmea", "M", figure("rpn", 100)));
        assertEquals("AX", row.getField("abc_xyz"));
        assertEquals("A-F-M", row.getField("abc_fsn_risk"));
        assertEquals("H", row.getField("hml"));
        assertEquals("BOTTLENECK", row.getField("quadrant"));
        assertEquals("100", row.getField("rpn"));
        assertEquals("M", row.getField("action_priority"));
    }

    @Test
    void combinedCodeIsEmptyWhereAClassIsUnknown() {
        NamedCsvRecord row = row(Decided.item("a").segment("abc", "A").segment("fsn", "NONE"));
        assertEquals("", row.getField("abc_xyz"));
        assertEquals("", row.getField("abc_fsn_risk"));
    }

    @Test
    void lensesAreSignsAndUnknownOnesAreEmpty() {
        NamedCsvRecord row = row(Decided.item("a")
                .because(finding(
                        "lenses",
                        "+1, 0, -1",
                        figure("lensCriticality", 1),
                        figure("lensLeadTime", 0),
                        figure("lensValue", -1),
                        Finding.unknown("lensDemand", "a longer history"))));
        assertEquals(
                List.of("1", "0", "-1", "", ""),
                List.of("lens_criticality", "lens_lead_time", "lens_value", "lens_demand", "lens_sourcing").stream()
                        .map(row::getField)
                        .toList());
    }

    @Test
    void changeIsProposedLessHeldInPiecesAndMoney() {
        NamedCsvRecord row = row(Decided.item("a").safetyStock(5).held(holding(8)));
        assertEquals("8", row.getField("current_ss"));
        assertEquals("-3", row.getField("delta_qty"));
        assertEquals("-6", row.getField("delta_value")); // a piece costs 2
    }

    @Test
    void actionSaysWhatToDoAboutTheStockOfToday() {
        assertEquals("RAISE", row(Decided.item("a").held(holding(4))).getField("action"));
        assertEquals("HOLD", row(Decided.item("a").held(holding(5))).getField("action"));
        assertEquals("REDUCE", row(Decided.item("a").held(holding(6))).getField("action"));
        assertEquals(
                "RELEASE",
                row(Decided.item("a").safetyStock(0).held(holding(6))).getField("action"));
        assertEquals(
                "HOLD", row(Decided.item("a").safetyStock(0).held(holding(0))).getField("action"));
    }

    @Test
    void withoutKnowledgeOfTodayThereIsNoChangeAndNoAction() {
        NamedCsvRecord row = row(Decided.item("a"));
        assertEquals(
                List.of("", "", "", ""),
                List.of("current_ss", "delta_qty", "delta_value", "action").stream()
                        .map(row::getField)
                        .toList());
    }

    private static ItemLocation holding(double safetyStock) {
        OptionalDouble none = OptionalDouble.empty();
        return new ItemLocation(1, "1000", "", "C62", OptionalDouble.of(safetyStock), none, none, none, none);
    }

    @Test
    void stableAndDisruptedFiguresStandSideBySide() {
        NamedCsvRecord row = row(Decided.item("a").eventful().stock(figure("safetyStockIfDisrupted", 17.5)));
        assertEquals("4", row.getField("mean_daily_demand"));
        assertEquals("1.5", row.getField("demand_sd"));
        assertEquals("9.25", row.getField("disrupted_daily_demand"));
        assertEquals("3.5", row.getField("disrupted_demand_sd"));
        assertEquals("17.5", row.getField("safety_stock_if_disrupted"));
        assertEquals("UP", row.getField("trend"));
        assertEquals("", row(Decided.item("a")).getField("disrupted_daily_demand"));
        assertEquals("", row(Decided.item("a")).getField("trend"));
    }

    @Test
    void methodIsNamedWithWhyAndWhatWasRejected() {
        Origin.Formula skewed =
                new Origin.Formula("buf.auto.GAMMA.1", "a coefficient of variation above 0.5", "DOMAIN E.5");
        NamedCsvRecord row = row(Decided.item("a")
                .because(finding("method", "POISSON"))
                .stock(
                        Finding.of(
                                "method",
                                "GAMMA",
                                skewed,
                                figure("cv", 0.7),
                                finding("rejected", "NORMAL"),
                                finding("rejected", "POISSON")),
                        finding("serviceType", "CYCLE"),
                        figure("mcLow", 4.5),
                        figure("mcHigh", 5.5),
                        figure("orderUpTo", 30)));
        assertEquals("GAMMA", row.getField("method"));
        assertEquals(
                "a coefficient of variation above 0.5; rather than NORMAL, POISSON", row.getField("method_reason"));
        assertEquals("CYCLE", row.getField("service_type"));
        assertEquals("4.5", row.getField("mc_low"));
        assertEquals("5.5", row.getField("mc_high"));
        assertEquals("30", row.getField("max_qty"));
    }

    @Test
    void methodChosenAmongManyNamesItsReasonOnly() {
        NamedCsvRecord row = row(Decided.item("a")
                .stock(finding(
                        "method",
                        "GAMMA",
                        finding("rejected", "NORMAL"),
                        finding("rejected", "POISSON"),
                        finding("rejected", "EMPIRICAL"))));
        assertEquals("as the test says", row.getField("method_reason"));
    }

    @Test
    void methodThatThePolicySetsSaysSo() {
        NamedCsvRecord row = row(
                Decided.item("a").stock(Finding.of("method", "MONTE_CARLO", new Origin.Parameter("auto", "methods"))));
        assertEquals("set by the policy: methods of step auto", row.getField("method_reason"));
    }

    @Test
    void nothingIsInventedWhereNoTreeSaysIt() {
        NamedCsvRecord row = row(Decided.item("a"));
        for (String column : List.of(
                "quadrant",
                "hml",
                "rpn",
                "action_priority",
                "safety_stock_if_disrupted",
                "service_type",
                "method",
                "method_reason",
                "mc_low",
                "mc_high",
                "max_qty",
                "criticality_source")) {
            assertEquals("", row.getField(column), column);
        }
    }

    @Test
    void criticalitySourceIsWhatItsReasonSays() {
        assertEquals(
                "category",
                row(Decided.item("a")
                                .segment(
                                        "criticality",
                                        "D",
                                        figure("criticality", 15),
                                        finding("criticalitySource", "category")))
                        .getField("criticality_source"));
        assertEquals(
                "item",
                row(Decided.item("a").segment("criticality", "D", figure("criticality", 15)))
                        .getField("criticality_source"));
    }

    @Test
    void warningsOfAllTreesAreListedOnce() {
        NamedCsvRecord row = row(Decided.item("a")
                .because(finding("step", "passed", finding("warning", "LENSES_CONTRADICT")))
                .stock(finding("warning", "PROJECT_DEMAND"), finding("warning", "LENSES_CONTRADICT"))
                .segment("sri", "HIGH", finding("warning", "LEAD_TIME_ASSUMED_TWICE")));
        assertEquals("LENSES_CONTRADICT;PROJECT_DEMAND;LEAD_TIME_ASSUMED_TWICE", row.getField("warnings"));
    }

    private static NamedCsvRecord row(Decided item) {
        StringWriter text = new StringWriter();
        try (RegisterWriter register = new RegisterWriter(CsvOutput.to(text, RegisterWriter.columns()))) {
            register.write(item.result());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return CsvReader.builder().ofNamedCsvRecord(text.toString()).stream()
                .findFirst()
                .orElseThrow();
    }
}
