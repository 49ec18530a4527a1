package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The lead times of the demo computed again with pencil and paper, so to speak: from the raw file of purchase orders by the rules
 * that its mapping states, and from the rows that {@code why} shows.
 */
class LeadTimesByHandTest {

    private static final double DIGITS = 1e-9;

    @TempDir
    private static Path folder;

    /** Lead times in days by item, supplier and row. */
    private static final Map<String, Map<String, Map<Integer, Double>>> BY_HAND = new TreeMap<>();

    private static final Map<String, JsonNode> TOLD = new TreeMap<>();

    @BeforeAll
    static void readTheRawFileAndRunTheDemo() throws IOException {
        DemoOrders.read(LeadTimesByHandTest::take);
        Terminal demo = Terminal.run("demo", "--quiet", "--out", folder.resolve("run"));
        assertEquals(0, demo.exitCode(), demo.all());
        for (String line : Files.readAllLines(folder.resolve("run").resolve("explanations.jsonl"))) {
            JsonNode told = new ObjectMapper().readTree(line);
            TOLD.put(told.path("item").asText(), told);
        }
    }

    private static void take(int number, DemoOrders.Row row) {
        if (row.fromWarehouse() || !row.orderDayKnown() || !row.counts()) {
            return;
        }
        BY_HAND.computeIfAbsent(row.item(), item -> new TreeMap<>())
                .computeIfAbsent(row.vendor(), none -> new TreeMap<>())
                .put(number, (double) ChronoUnit.DAYS.between(row.ordered(), row.received()));
    }

    @Test
    void everyReceiptOfTheRawFileIsShownWithItsDays() {
        Map<String, Map<String, Map<Integer, Double>>> shown = new TreeMap<>();
        TOLD.forEach((item, told) -> told.path("receipts").path("lines").forEach(line -> {
            assertEquals("STABLE", line.path("use").asText(), line::toString);
            assertEquals(1, line.path("rows").size(), line::toString);
            assertEquals(
                    DemoOrders.FILE.getFileName().toString(),
                    line.path("rows").path(0).path("file").asText());
            shown.computeIfAbsent(item, none -> new TreeMap<>())
                    .computeIfAbsent(line.path("supplier").asText(), none -> new TreeMap<>())
                    .put(
                            line.path("rows").path(0).path("line").asInt(),
                            line.path("days").asDouble());
            LocalDate ordered = LocalDate.parse(line.path("ordered").asText());
            LocalDate complete = LocalDate.parse(line.path("complete").asText());
            assertEquals(
                    ChronoUnit.DAYS.between(ordered, complete),
                    line.path("days").asLong(),
                    line::toString);
        }));
        assertEquals(BY_HAND, shown);
        assertTrue(shown.size() > 70, "items " + shown.size());
    }

    @Test
    void countMeanAndDeviationFollowFromTheRows() {
        int pairs = 0;
        for (Map.Entry<String, Map<String, Map<Integer, Double>>> item : BY_HAND.entrySet()) {
            for (JsonNode told : told(item.getKey()).path("suppliers")) {
                List<Double> days = List.copyOf(
                        item.getValue().get(told.path("supplier").asText()).values());
                assertEquals(days.size(), told.path("lines").asInt(), item::getKey);
                assertEquals(mean(days), told.path("mean_days").asDouble(), DIGITS, item::getKey);
                if (days.size() > 1) {
                    assertEquals(deviation(days), told.path("sd_days").asDouble(), DIGITS, item::getKey);
                }
                pairs++;
            }
        }
        assertTrue(pairs > 100, "suppliers of items " + pairs);
    }

    @Test
    void registerHasTheMeanAndDeviationOfItemsWithOneSupplierAndLinesEnough() throws IOException {
        Map<String, List<String>> register = new TreeMap<>();
        List<String> lines = Files.readAllLines(folder.resolve("run").resolve("register.csv"));
        List<String> header = CsvCells.of(lines.get(0));
        lines.forEach(line -> register.put(CsvCells.of(line).get(0), CsvCells.of(line)));
        int items = 0;
        for (Map.Entry<String, Map<String, Map<Integer, Double>>> item : BY_HAND.entrySet()) {
            List<Double> days = item.getValue().values().stream()
                    .flatMap(rows -> rows.values().stream())
                    .toList();
            if (item.getValue().size() == 1 && days.size() >= 10) {
                List<String> row = register.get(item.getKey());
                assertEquals(mean(days), Double.parseDouble(row.get(header.indexOf("lt_mean"))), DIGITS, item::getKey);
                assertEquals(
                        deviation(days), Double.parseDouble(row.get(header.indexOf("lt_sd"))), DIGITS, item::getKey);
                items++;
            }
        }
        assertTrue(items >= 8, "items " + items);
    }

    @Test
    void pageShowsAFewRowsAndAllOnRequest() {
        String item = "HIV 1/2, Uni-Gold HIV Kit, 20 Tests";
        int rows = BY_HAND.get(item).values().iterator().next().size();
        String few = Terminal.run("why", item, "--run", folder.resolve("run")).out();
        String all = Terminal.run("why", item, "--receipts", "--run", folder.resolve("run"))
                .out();
        assertTrue(few.contains("n = " + rows + ", mean 103 days, deviation (n - 1) 53.64"), few);
        assertTrue(few.contains("and " + (rows - 3) + " more, which --receipts shows"), few);
        assertTrue(
                few.replaceAll("\\s+", " ")
                        .contains("3466 by filter from-rdc, 276 by filter no-order-date, 4 set aside"),
                few);
        assertFalse(all.contains("which --receipts shows"), all);
        for (int row : BY_HAND.get(item).values().iterator().next().keySet()) {
            assertTrue(
                    all.contains(DemoOrders.FILE.getFileName() + ":" + row + "\n"), () -> "row " + row + " in " + all);
        }
    }

    private static JsonNode told(String item) {
        return TOLD.get(item).path("receipts");
    }

    private static double mean(List<Double> days) {
        double sum = 0;
        for (double day : days) {
            sum += day;
        }
        return sum / days.size();
    }

    private static double deviation(List<Double> days) {
        double mean = mean(days);
        double squares = 0;
        for (double day : days) {
            squares += (day - mean) * (day - mean);
        }
        return Math.sqrt(squares / (days.size() - 1));
    }
}
