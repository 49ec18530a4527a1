package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten widgets a day with a margin of 4; 200 are there, and orders take 10 days. */
class ExposureTest {

    private static final String TWO_SOURCES =
            "item_id,supplier_id,share,lead_time_days\nwidget,V1,0.5,10\nwidget,V2,0.5,10\n";

    @TempDir
    private Path work;

    @Test
    void theOnlySourceCostsWhatIsNotCoveredByStockAndPipeline() {
        Path data = data("sourcing", "item_id,supplier_id,share,lead_time_days\nwidget,V1,1,10\n");
        JsonNode node = node(exposure(data, "--ttr", "45d"), "V1");
        // 450 are needed, 200 are there and 100 on the way
        assertEquals(600, node.path("impact").asDouble(), 1e-6);
        assertEquals(600, node.path("impact_at_least").asDouble(), 1e-6);
        assertEquals(30, node.path("tts_days").asDouble(), 1e-6);
        assertEquals(15, node.path("gap_days").asDouble(), 1e-6);
        assertEquals("assumed", node.path("ttr_basis").asText());
        assertEquals(1, node.path("rei").asDouble(), 0);
        JsonNode usual = node(exposure(data), "V1");
        assertEquals(30, usual.path("ttr_days").asDouble(), 0);
        assertEquals(0, usual.path("impact").asDouble(), 1e-6);
    }

    @Test
    void aPlantBehindTwoSourcesCostsMoreThanEitherOfThem() {
        Path data = data(
                "sourcing",
                TWO_SOURCES,
                "suppliers",
                "supplier_id,ttr_days\nV1,60\nV2,60\n",
                "supply_links",
                "downstream_supplier,upstream_supplier,site_country\nV1,P,DE\nV2,P,DE\n");
        JsonNode report = exposure(data, "--ttr", "60d");
        // 600 are needed: 200 of stock, 50 on the way from V1, 5 a day from V2, which has nothing to spare
        assertEquals(200, node(report, "V1").path("impact").asDouble(), 1e-6);
        assertEquals(50, node(report, "V1").path("tts_days").asDouble(), 1e-6);
        assertEquals("stated", node(report, "V1").path("ttr_basis").asText());
        // only 200 of stock and 100 on the way
        for (String both : List.of("P", "DE")) {
            assertEquals(1200, node(report, both).path("impact").asDouble(), 1e-6);
            assertEquals(30, node(report, both).path("tts_days").asDouble(), 1e-6);
            assertEquals(1, node(report, both).path("items_reached").asInt());
        }
        assertEquals(1.0 / 6, node(report, "V1").path("rei").asDouble(), 1e-9);
        assertEquals("DE", report.path("nodes").path(1).path("id").asText(), "plants and regions of one impact by key");
    }

    @Test
    void whatTheOtherSourceIsKnownToCarryIsNotLost() {
        Path data = data(
                "sourcing",
                "item_id,supplier_id,share,lead_time_days,surge_pct\nwidget,V1,0.5,10,0.5\nwidget,V2,0.5,10,0.5\n");
        JsonNode node = node(exposure(data, "--ttr", "60d"), "V1");
        assertEquals(0, node.path("impact").asDouble(), 1e-6);
        assertTrue(node.path("tts_days").isNull());
        assertEquals("for_ever", node.path("tts_state").asText());
    }

    @Test
    void aClosedLaneHoldsWhatIsOnIt() {
        Path data = data(
                "sourcing",
                "item_id,supplier_id,share,lead_time_days,lane_id\nwidget,V1,1,10,L1\n",
                "lanes",
                "lane_id,chokepoint\nL1,STRAIT\n");
        JsonNode report = exposure(data, "--ttr", "45d");
        for (String lane : List.of("L1", "STRAIT")) {
            // the 100 on the way do not arrive
            assertEquals(1000, node(report, lane).path("impact").asDouble(), 1e-6);
            assertEquals(20, node(report, lane).path("tts_days").asDouble(), 1e-6);
        }
        assertEquals(600, node(report, "V1").path("impact").asDouble(), 1e-6);
    }

    @Test
    void theSupplierOfAComponentCostsTheProduct() {
        Path data = data(
                "sourcing",
                "item_id,supplier_id,share,lead_time_days\npart,V1,1,5\n",
                "bom",
                "parent,component,qty_per,uom\nwidget,part,2,C62\n");
        JsonNode node = node(exposure(data, "--ttr", "45d"), "V1");
        // 450 widgets: 200 are there, and 200 + 100 parts make 150
        assertEquals(400, node.path("impact").asDouble(), 1e-6);
        assertEquals(35, node.path("tts_days").asDouble(), 1e-6);
    }

    @Test
    void whatASupplierHoldsOfItsInputIsUsedBeforeItStops() {
        Path data = data(
                "sourcing",
                "item_id,supplier_id,share,lead_time_days\nwidget,V1,1,10\n",
                "supply_links",
                "downstream_supplier,upstream_supplier,commodity,cover_days\nV1,T2,steel,5\n");
        JsonNode report = exposure(data, "--ttr", "45d");
        // 50 pieces more than without it
        assertEquals(400, node(report, "T2").path("impact").asDouble(), 1e-6);
        assertEquals(600, node(report, "V1").path("impact").asDouble(), 1e-6);
    }

    @Test
    void ofAnItemThatNobodyIsKnownToSupplyNothingIsSaid() {
        JsonNode report = exposure(data());
        assertEquals(0, report.path("items").asInt());
        assertEquals(1, report.path("items_of_unknown_supply").asInt());
        assertEquals(0, report.path("nodes").size());
    }

    @Test
    void aCircleOfSupplyEndsWhereItCloses() {
        Path data = data(
                "sourcing",
                "item_id,supplier_id,share,lead_time_days\nwidget,V1,1,10\n",
                "supply_links",
                "downstream_supplier,upstream_supplier\nV1,T2\nT2,T3\nT3,T2\n");
        JsonNode report = exposure(data, "--ttr", "45d");
        for (String id : List.of("V1", "T2", "T3")) {
            assertEquals(600, node(report, id).path("impact").asDouble(), 1e-6, id);
        }
    }

    @Test
    void everyRunHoldsTheRankingAndScenariosAreNoPartOfIt() throws IOException {
        Path data = data("sourcing", TWO_SOURCES);
        Path run = work.resolve("run");
        Terminal assess = Terminal.run("assess", data, "--out", run);
        assertEquals(0, assess.exitCode(), assess::all);
        List<String> rows = Files.readAllLines(run.resolve("exposure.csv"));
        assertEquals(3, rows.size(), rows::toString);
        assertTrue(rows.get(1).startsWith("1,supplier,V1,1,,30,assumed,1,0,0,margin,0,"), rows::toString);
        String summary = Files.readString(run.resolve("summary.txt"));
        assertTrue(summary.contains("EXPOSURE"), summary);
        assertEquals(summary.indexOf("EXPOSURE"), summary.lastIndexOf("EXPOSURE"), summary);
        Terminal page = Terminal.run("stress", "--run", run, "--exposure", "--ttr", "60d");
        assertEquals(0, page.exitCode(), page::all);
        assertTrue(page.out().contains("supplier V1"), page::out);
        Terminal both = Terminal.run("stress", "--run", run, "--exposure", "--supplier-down", "V1=30d");
        assertEquals(2, both.exitCode(), both::all);
        assertFalse(both.out().contains("Exposure"), both::all);
    }

    private static JsonNode exposure(Path data, Object... options) {
        return WidgetData.stress(
                data, Stream.concat(Stream.of("--exposure"), Stream.of(options)).toArray());
    }

    private static JsonNode node(JsonNode report, String id) {
        for (JsonNode node : report.path("nodes")) {
            if (node.path("id").asText().equals(id)) {
                return node;
            }
        }
        throw new AssertionError("no node " + id + " in " + report);
    }

    private Path data(String... tables) {
        return WidgetData.in(work, tables);
    }
}
