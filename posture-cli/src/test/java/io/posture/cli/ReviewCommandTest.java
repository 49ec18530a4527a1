package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewCommandTest {

    private static final String FIRST = "2026-07-06";
    private static final String SECOND = "2026-08-10";

    @TempDir
    private Path work;

    private Path data = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void firstRun() {
        data = SmallData.in(work.resolve("data"));
        out = work.resolve("out");
        assess(FIRST);
    }

    @Test
    void firstRunHasNothingToCompareWith() throws IOException {
        JsonNode report = review();
        assertTrue(report.path("since").isNull(), report::toString);
        assertEquals(3, report.path("items").asInt());
        assertTrue(find(report, "NEW_ITEM", "bolt").isEmpty(), report::toString);
        Terminal page = Terminal.run("review", "--run", out);
        assertTrue(page.out().contains("nothing to compare it with"), page::out);
    }

    @Test
    void higherCostAndAnotherClassCallForALookAtOnceWithTheirEvidence() throws IOException {
        replace("items.csv", "bolt,C62,4,", "bolt,C62,40,");
        assess(SECOND);
        JsonNode price = find(review(), "PRICE_EVENT", "bolt").orElseThrow();
        assertEquals("AT_ONCE", price.path("urgency").asText());
        assertTrue(price.path("evidence").path("before").asText().startsWith("4 "), price::toString);
        assertTrue(price.path("evidence").path("now").asText().startsWith("40 "), price::toString);
    }

    @Test
    void longerLeadTimesTriggerByItemAndBySupplier() throws IOException {
        StringBuilder late = new StringBuilder(Files.readString(data.resolve("receipts.csv")));
        for (int line = 0; line < 12; line++) {
            late.append("L")
                    .append(line)
                    .append(",1,bolt,V1,2026-07-01,2026-07-11,2026-08-0")
                    .append(1 + line % 9)
                    .append(",50,50\n");
        }
        Files.writeString(data.resolve("receipts.csv"), late);
        assess(SECOND);
        JsonNode report = review();
        JsonNode longer = find(report, "LEAD_TIME_UP", "bolt").orElseThrow();
        assertTrue(longer.path("evidence").has("before"), longer::toString);
        JsonNode drift = find(report, "OTIF_DRIFT", "V1").orElseThrow();
        assertEquals("supplier", drift.path("kind").asText());
        assertTrue(drift.path("evidence").path("recentFailures").asText().startsWith("12"), drift::toString);
        assertTrue(find(report, "LEAD_TIME_DRIFT", "V1").isPresent(), report::toString);
    }

    @Test
    void reviewsFallDueByTheCadenceOfThePolicyUntilTheyAreDone() throws IOException {
        Path policy = SmallData.write(
                work.resolve("posture.yaml"), "posture: v1\nreview: {every: P30D, jic_and_vital: P30D}\n");
        assess(SECOND, "--policy", policy);
        assertEquals(
                "2026-08-05",
                find(review(), "REVIEW_DUE", "bolt")
                        .orElseThrow()
                        .path("text")
                        .asText()
                        .replace("is due since ", ""));
        Terminal done = Terminal.run("review", "--run", out, "--done", "--by", "planning", "bolt");
        assertEquals(0, done.exitCode(), done::all);
        assess("2026-08-11", "--policy", policy);
        JsonNode report = review();
        assertTrue(find(report, "REVIEW_DUE", "bolt").isEmpty(), report::toString);
        assertTrue(find(report, "REVIEW_DUE", "nut").isPresent(), report::toString);
        assertEquals("2026-09-09", WhatIfCommandTest.row(out, "bolt").getField("review_due"));
    }

    @Test
    void rerunOfTheSameDaySaysTheSame() throws IOException {
        replace("items.csv", "bolt,C62,4,", "bolt,C62,40,");
        assess(SECOND);
        String memory = Files.readString(out.resolve("review.jsonl"));
        String figures = Files.readString(out.resolve("kpi.json"));
        String register = Files.readString(out.resolve("register.csv"));
        String summary = Files.readString(out.resolve("summary.txt"));
        JsonNode report = review();
        assertTrue(find(report, "PRICE_EVENT", "bolt").isPresent(), report::toString);
        assess(SECOND);
        assertEquals(report, review());
        assertEquals(summary, Files.readString(out.resolve("summary.txt")));
        assertEquals(memory, Files.readString(out.resolve("review.jsonl")));
        assertEquals(figures, Files.readString(out.resolve("kpi.json")));
        assertEquals(register, Files.readString(out.resolve("register.csv")));
    }

    @Test
    void otherRunCanBeComparedWith() throws IOException {
        Path old = work.resolve("old");
        copy(out, old);
        replace("items.csv", "bolt,C62,4,", "bolt,C62,40,");
        assess(SECOND);
        assess("2026-08-11");
        assertTrue(find(review(), "PRICE_EVENT", "bolt").isEmpty());
        assertTrue(find(review("--since", old), "PRICE_EVENT", "bolt").isPresent());
    }

    @Test
    void goneAndNewItemsAreNamed() throws IOException {
        replace("items.csv", "washer,C62,6,A washer", "seal,C62,6,A seal");
        replace("demand.csv", "washer,", "seal,");
        replace("receipts.csv", "washer", "seal");
        assess(SECOND);
        JsonNode report = review();
        assertTrue(find(report, "GONE_ITEM", "washer").isPresent(), report::toString);
        assertTrue(find(report, "NEW_ITEM", "seal").isPresent(), report::toString);
        assess(SECOND);
        assertEquals(report, review());
    }

    @Test
    void dueLeavesOutWhatIsMerelyNoted() throws IOException {
        replace("items.csv", "bolt,C62,4,", "bolt,C62,40,");
        assess(SECOND);
        for (JsonNode finding : review("--due").path("findings")) {
            assertFalse(finding.path("urgency").asText().equals("NOTED"), finding::toString);
        }
    }

    @Test
    void emergencyBufferExpires() throws IOException {
        SmallData.write(work.resolve("out.overrides.csv"), """
                item_id,location_id,field,value,reason_code,rationale,approved_by,approved_on,expires_on
                bolt,,safety_stock,99,EMERGENCY,strike,planning,2026-02-01,2026-12-31
                """);
        assess(SECOND);
        JsonNode report = review();
        JsonNode expired = find(report, "EXPIRED_BUFFER", "bolt").orElseThrow();
        assertTrue(
                expired.path("evidence").path("emergencyBufferAgeDays").asText().startsWith("190"), expired::toString);
        assertFalse(
                WhatIfCommandTest.row(out, "bolt").getField("safety_stock_qty").equals("99"));
    }

    @Test
    void reviewThatWasDoneStopsNoQuestionAndSaysWhatIsNext() {
        Terminal done = Terminal.run("review", "--run", out, "--done", "--by", "planning", "bolt");
        assertEquals(0, done.exitCode(), done::all);
        assertTrue(done.err().contains("Next: posture assess --out"), done::err);
        Terminal whatif = Terminal.run("whatif", "bolt", "--set", "unit_cost=9", "--run", out);
        assertEquals(0, whatif.exitCode(), whatif::all);
    }

    @Test
    void badInputIsRefusedInWords() throws IOException {
        refused("there is no run in", "--run", work.resolve("nowhere"));
        refused("is no folder of a run", "--run", out, "--since", data);
        refused("--done needs --by", "--run", out, "--done");
        refused("Maybe 'bolt' is meant", "--run", out, "--done", "--by", "me", "blot");
        refused("only --done takes names", "--run", out, "bolt");
        refused("days run from", "--run", out, "--done", "--by", "me", "--on", "2099-01-01", "bolt");
        refused("--top must be at least 1", "--run", out, "--top", "0");
        refused("takes for a formula", "--run", out, "--done", "--by", "@me", "bolt");
        Files.writeString(out.resolve("review.jsonl"), "{\"schema\":\"posture/review/v1\"\n");
        refused("has no review.jsonl that can be read", "--run", out);
        assertFalse(Files.exists(work.resolve("out.reviews.csv")));
    }

    @Test
    void policyOfReviewsIsChecked() {
        for (String wrong : List.of(
                "{every: quarterly}",
                "{every: P0D}",
                "{evry: P3M}",
                "{deadband: -1}",
                "{confirm: 1.5}",
                "{triggers: {sri_up: 0}}",
                "{triggers: {tracking_signal: 0}}",
                "{targets: {line_fil: 1}}",
                "{otif_target: 2}")) {
            Path policy = SmallData.write(work.resolve("posture.yaml"), "posture: v1\nreview: " + wrong + "\n");
            Terminal terminal = Terminal.run("assess", data, "--out", out, "--policy", policy);
            assertEquals(2, terminal.exitCode(), () -> wrong + terminal.all());
            assertTrue(terminal.err().contains("posture.yaml"), terminal::all);
        }
    }

    private void refused(String message, Object... words) {
        List<Object> all = new ArrayList<>(List.of("review"));
        all.addAll(List.of(words));
        Terminal terminal = Terminal.run(all.toArray());
        assertEquals(2, terminal.exitCode(), terminal::all);
        assertTrue(terminal.err().contains(message), terminal::all);
    }

    private JsonNode review(Object... more) throws IOException {
        List<Object> words = new ArrayList<>(List.of("review", "--run", out, "--json"));
        words.addAll(List.of(more));
        Terminal terminal = Terminal.run(words.toArray());
        assertEquals(0, terminal.exitCode(), terminal::all);
        return new ObjectMapper().readTree(terminal.out());
    }

    private static Optional<JsonNode> find(JsonNode report, String reason, String subject) {
        return StreamSupport.stream(report.path("findings").spliterator(), false)
                .filter(finding -> finding.path("reason").asText().equals(reason))
                .filter(finding -> finding.path("subject").asText().equals(subject))
                .findFirst();
    }

    private void assess(String asOf, Object... more) {
        List<Object> words = new ArrayList<>(List.of("assess", data, "--out", out, "--as-of", asOf));
        words.addAll(List.of(more));
        Terminal terminal = Terminal.run(words.toArray());
        assertEquals(0, terminal.exitCode(), terminal::all);
    }

    private void replace(String table, String from, String to) throws IOException {
        Path file = data.resolve(table);
        String text = Files.readString(file);
        assertTrue(text.contains(from), text);
        Files.writeString(file, text.replace(from, to));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(String.valueOf(file.getFileName())));
            }
        }
    }
}
