package io.posture.io.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunWriterTest {

    /** The columns that PRODUCT asks for, as far as their inputs exist, in its order. */
    private static final String COLUMNS = "item_id,location_id,posture,recommended_policy,item_state,quadrant,abc,xyz,"
            + "fsn,hml,abc_xyz,abc_fsn_risk,demand_class,seasonal,trend,criticality,criticality_source,ved,"
            + "supplier_risk_index,sri_low,sri_high,sri_coverage,risk,risk_level,sourcing,rpn,action_priority,jit_failed,"
            + "lens_criticality,lens_lead_time,lens_value,lens_demand,lens_sourcing,mean_daily_demand,demand_sd,"
            + "disrupted_daily_demand,disrupted_demand_sd,safety_stock_if_disrupted,lt_mean,lt_sd,otif,otif_lower,"
            + "service_target,service_type,method,method_reason,mc_low,mc_high,confidence,safety_stock_qty,strategic_stock_qty,reorder_point,"
            + "order_qty,max_qty,formula_id,strategic_state,strategic_reason,tts_days,ttr_days,gap_days,"
            + "buffer_value,carrying_cost_yr,strategic_value,strategic_carrying_cost_yr,expected_loss_lean_yr,"
            + "expected_loss_buffered_yr,insurance_ratio,net_benefit_yr,break_even_shortage_cost,best_alternative,"
            + "current_strategic_stock,regulatory_min_qty,insurance_verdict,strategic_delta_qty,strategic_action,current_ss,delta_qty,delta_value,"
            + "action,reason_code,reason_text,review_due,override_id,data_grade,"
            + "missing_facts,warnings,explanation_id";

    @TempDir
    private Path work;

    @Test
    void registerHasItsColumnsInOrderAndEndsLinesWithLineFeed() throws IOException {
        new SmallRun().item("a", 2).into(work.resolve("out"));
        String text = Files.readString(work.resolve("out/register.csv"));
        assertEquals(COLUMNS, text.lines().findFirst().orElseThrow());
        assertFalse(text.contains("\r"));
        assertTrue(text.endsWith("\n"));
    }

    @Test
    void decidedItemHasItsQuantitiesAndValues() throws IOException {
        new SmallRun().item("a", 2.5).into(work.resolve("out"));
        NamedCsvRecord row = register().get(0);
        assertEquals("HYBRID", row.getField("posture"));
        assertEquals("SAFETY_STOCK", row.getField("recommended_policy"));
        assertEquals("A", row.getField("abc"));
        assertEquals("5", row.getField("safety_stock_qty"));
        assertEquals("12.25", row.getField("reorder_point"));
        assertEquals("4", row.getField("order_qty"));
        assertEquals("small.1", row.getField("formula_id"));
        assertEquals("12.5", row.getField("buffer_value")); // 5 pieces at 2.50
        assertEquals("3.125", row.getField("carrying_cost_yr")); // a quarter of it
        assertEquals("1", row.getField("mean_daily_demand")); // 7 pieces a week
        assertEquals("", row.getField("action"));
    }

    @Test
    void unknownIsAnEmptyCellAndNeverZero() throws IOException {
        new SmallRun().itemWithoutCost("a").into(work.resolve("out"));
        NamedCsvRecord row = register().get(0);
        for (String column :
                List.of("buffer_value", "lt_mean", "lt_sd", "otif", "supplier_risk_index", "criticality")) {
            assertEquals("", row.getField(column), column);
        }
    }

    @Test
    void undecidedAndFailedItemsAskForReview() throws IOException {
        new SmallRun().item("boom", 1).item("lost", 1).into(work.resolve("out"));
        NamedCsvRecord failed = register().get(0);
        NamedCsvRecord open = register().get(1);
        for (NamedCsvRecord row : List.of(failed, open)) {
            assertEquals("", row.getField("posture"));
            assertEquals("REVIEW_DATA", row.getField("action"));
            assertEquals("REVIEW-DATA", row.getField("reason_code"));
            assertEquals("", row.getField("safety_stock_qty"));
        }
        assertEquals("unitCost;leadTime", open.getField("missing_facts"));
        assertTrue(failed.getField("reason_text").contains("Step 'always' failed"), failed::toString);
        assertTrue(failed.getField("warnings").contains("STEP_FAILED always"));
    }

    @Test
    void textsThatASpreadsheetWouldRunAreGuardedAndNumbersAreNot() throws IOException {
        new SmallRun()
                .item("=cmd|' /C calc'!A0", 1)
                .item("+1+1", 1)
                .item("@here", 1)
                .into(work.resolve("out"));
        assertEquals(
                List.of("'+1+1", "'=cmd|' /C calc'!A0", "'@here"),
                register().stream().map(row -> row.getField("item_id")).toList());
        assertEquals(
                "'=because of \"quotes\", commas\nand lines.", register().get(0).getField("reason_text"));
    }

    @Test
    void rejectsAreWrittenWithPlaceAndRemedy() throws IOException {
        new SmallRun().item("a", 1).into(work.resolve("out"));
        assertEquals("""
                file,sheet,line,column,code,value,message,fix,raw
                demand.csv,,4,3,E-NUM-003,'=1+1,"quantity ""=1+1"" is not a number",Fix it.,"a,b,=1+1"
                """, Files.readString(work.resolve("out/rejects.csv")));
    }

    @Test
    void explanationsAreGraphsWithoutLooseEnds() throws IOException {
        new SmallRun().item("a", 1).item("boom", 1).item("lost", 1).into(work.resolve("out"));
        for (JsonNode line : explanations()) {
            Set<String> known = new HashSet<>();
            for (JsonNode node : line.get("nodes")) {
                node.get("inputs").forEach(input -> assertTrue(known.contains(input.asText()), node::toString));
                assertTrue(known.add(node.get("id").asText()), () -> "twice: " + node);
            }
            line.get("because").forEach(id -> assertTrue(known.contains(id.asText())));
            line.get("quantities").forEach(id -> assertTrue(known.contains(id.asText())));
            line.get("segments")
                    .forEach(segment ->
                            assertTrue(known.contains(segment.get("node").asText())));
        }
    }

    @Test
    void historyIsWrittenAsFarAsItShowsSomething() throws IOException {
        StringWriter text = new StringWriter();
        try (ExplanationWriter explanations = new ExplanationWriter(text)) {
            explanations.write(Decided.item("a").eventful().result());
            explanations.write(Decided.item("b").result());
        }
        List<String> lines = text.toString().lines().toList();
        JsonNode demand = new ObjectMapper().readTree(lines.get(0)).at("/history/demand");
        assertEquals("SMOOTH", demand.get("class").asText());
        assertEquals(0.25, demand.at("/trend/slope").doubleValue());
        assertEquals("DISRUPTED", demand.at("/stretches/list/1/regime").asText());
        assertEquals(9.25, demand.at("/stretches/disrupted/mean").doubleValue());
        assertEquals("2025-09-29", demand.at("/stretches/suspected_shift").asText());
        assertEquals(95, demand.at("/outliers/0/pieces").asInt());
        assertEquals("POISSON", demand.at("/censoring/method").asText());
        assertEquals(
                "{\"demand\":{\"class\":\"SMOOTH\",\"bucket\":\"WEEK\",\"buckets\":40,\"mean_per_day\":4,\"sd_per_day\":1.5}}",
                new ObjectMapper().readTree(lines.get(1)).get("history").toString());
    }

    @Test
    void everyKindOfOriginIsWrittenWithWhatBelongsToIt() throws IOException {
        new SmallRun().item("a", 1).into(work.resolve("out"));
        JsonNode line = explanations().get(0);
        assertEquals("posture/explanation/v1", line.get("schema").asText());
        assertEquals(
                "demand.csv rows 2, 3",
                node(line, "weekBuckets").at("/source/rows").asText());
        assertEquals(
                "demand.quantity", node(line, "weekBuckets").at("/source/field").asText());
        assertEquals("parameter", node(line, "unused").get("kind").asText());
        assertEquals("always", node(line, "unused").get("step").asText());
        assertEquals("assumption", node(line, "guess").get("kind").asText());
        assertEquals("ask somebody", node(line, "guess").get("remedy").asText());
        assertEquals("rule", node(line, "first").get("kind").asText());
        assertEquals("small.1", node(line, "first").get("formula").asText());
        assertEquals("pieces", node(line, "safetyStock").get("unit").asText());
        assertEquals("JIT", line.at("/counterfactuals/0/posture").asText());
    }

    @Test
    void sharedPartIsOneNode() throws IOException {
        new SmallRun().item("a", 1).into(work.resolve("out"));
        JsonNode line = explanations().get(0);
        long times = line.get("nodes")
                .valueStream()
                .filter(node -> node.get("name").asText().equals("weekBuckets"))
                .count();
        assertEquals(1, times);
        assertEquals(
                List.of("first", "second", "abc"),
                line.get("because").valueStream().map(JsonNode::asText).toList());
    }

    @Test
    void failureIsToldInOneLineWithoutAStack() throws IOException {
        new SmallRun().item("boom", 1).into(work.resolve("out"));
        JsonNode decision = explanations().get(0).get("decision");
        assertEquals("FAILED", decision.get("status").asText());
        assertEquals("always", decision.get("failed_step").asText());
        assertEquals(
                "java.lang.IllegalStateException: boom on boom",
                decision.get("failure").asText());
        assertFalse(Files.readString(work.resolve("out/explanations.jsonl")).contains("\\tat "));
    }

    @Test
    void explanationIdComesFromTheKeyAlone() throws IOException {
        new SmallRun().item("a", 1).into(work.resolve("one"));
        new SmallRun().item("a", 7).item("b", 1).seed(2).into(work.resolve("two"));
        String id = explanations(work.resolve("one")).get(0).get("id").asText();
        assertEquals(id, explanations(work.resolve("two")).get(0).get("id").asText());
        assertNotEquals(id, explanations(work.resolve("two")).get(1).get("id").asText());
    }

    @Test
    void outputIsTheSameBytesForAnyThreadsTimesAndFolders() throws IOException {
        many().into(work.resolve("one"));
        many().threads(8)
                .inputFolder("/somewhere/else/")
                .finished(Instant.parse("2027-01-01T00:00:00Z"))
                .into(work.resolve("eight"));
        for (String name : RunFiles.OUTPUTS) {
            assertArrayEquals(
                    Files.readAllBytes(work.resolve("one").resolve(name)),
                    Files.readAllBytes(work.resolve("eight").resolve(name)),
                    name);
        }
        assertEquals(aboveClock(work.resolve("one")), aboveClock(work.resolve("eight")));
    }

    @Test
    void localeOfTheMachineChangesNothing() throws IOException {
        many().into(work.resolve("root"));
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            many().into(work.resolve("arabic"));
        } finally {
            Locale.setDefault(before);
        }
        for (String name : RunFiles.OUTPUTS) {
            assertEquals(
                    -1,
                    Files.mismatch(
                            work.resolve("root").resolve(name),
                            work.resolve("arabic").resolve(name)),
                    name);
        }
    }

    @Test
    void runIdFollowsTheFacts() {
        String id = new SmallRun().item("a", 1).into(work.resolve("one")).runId();
        assertEquals(64, id.length());
        assertEquals(id, new SmallRun().item("a", 1).into(work.resolve("again")).runId());
        assertNotEquals(
                id,
                new SmallRun().item("a", 1).seed(2).into(work.resolve("other")).runId());
    }

    @Test
    void manifestHoldsTheFactsAndNoPathOfTheMachine() throws IOException {
        new SmallRun().item("a", 1).item("boom", 1).item("lost", 1).into(work.resolve("out"));
        String text = Files.readString(work.resolve("out/manifest.json"));
        assertFalse(text.contains("/data"));
        JsonNode manifest = new ObjectMapper().readTree(text);
        assertEquals("posture/manifest/v1", manifest.get("schema").asText());
        assertEquals("2026-05-18", manifest.get("as_of").asText()); // the newest demand line
        assertEquals("1.2.3", manifest.at("/tool/version").asText());
        assertEquals("small", manifest.at("/plugins/0/id").asText());
        assertEquals("demand.csv", manifest.at("/inputs/0/name").asText());
        assertEquals(2, manifest.at("/inputs/0/tables/0/filtered/old").asInt());
        assertEquals(1, manifest.at("/inputs/0/tables/0/rejected").asInt());
        assertEquals(0.5, manifest.at("/settings/steps/0/settings/unused").asDouble());
        assertEquals(24, manifest.at("/settings/profile/windowMonths").asInt());
        assertEquals(
                "{\"items\":3,\"decided\":1,\"undecided\":1,\"failed\":1,\"rejects\":1}",
                manifest.get("counts").toString());
        assertEquals("2026-11-20T10:00:05Z", manifest.at("/clock/finished").asText());
        assertEquals(
                RunFiles.OUTPUTS,
                manifest.get("outputs")
                        .valueStream()
                        .map(output -> output.get("name").asText())
                        .toList());
    }

    @Test
    void runWithoutItemsIsStillARun() throws IOException {
        new SmallRun().into(work.resolve("out"));
        assertEquals("", Files.readString(work.resolve("out/explanations.jsonl")));
        assertTrue(Verification.of(work.resolve("out")).sound());
    }

    private static SmallRun many() {
        SmallRun run = new SmallRun();
        IntStream.range(0, 1000)
                .forEach(i -> run.item((i % 50 == 0 ? "boom" : i % 7 == 0 ? "lost" : "item") + i, 1 + i / 3.0));
        return run;
    }

    private static String aboveClock(Path run) throws IOException {
        String text = Files.readString(run.resolve("manifest.json"));
        return text.substring(0, text.indexOf("\"clock\""));
    }

    private List<NamedCsvRecord> register() throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(work.resolve("out/register.csv"))) {
            return rows.stream().toList();
        }
    }

    private List<JsonNode> explanations() throws IOException {
        return explanations(work.resolve("out"));
    }

    private static List<JsonNode> explanations(Path run) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> lines = new java.util.ArrayList<>();
        for (String line : Files.readAllLines(run.resolve("explanations.jsonl"))) {
            lines.add(mapper.readTree(line));
        }
        return lines;
    }

    private static JsonNode node(JsonNode line, String id) {
        return line.get("nodes")
                .valueStream()
                .filter(node -> node.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
