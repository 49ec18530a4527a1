package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The stress tests of the demo against the raw file of purchase orders, which is read here once more by the rules that its
 * mapping states: who delivers an item, where it was made, which plant stands behind whom.
 */
class StressDemoTest {

    private static final String PLANT = "Aurobindo Unit III, India";
    private static final Map<String, String> ONE_PLANT = Map.of(
            "Ranbaxy per Shasun Pharma", "Ranbaxy per Shasun Pharma Ltd",
            "Orasure Technologies, Inc", "Orasure Technologies, Inc USA");

    /** Vendors of the last two years by item. */
    private static final Map<String, Set<String>> VENDORS = new TreeMap<>();

    /** Plants by item and vendor, of all years; an empty name where the file does not say. */
    private static final Map<String, Map<String, Set<String>>> PLANTS = new TreeMap<>();

    /** Items that anybody wanted in the last two years. */
    private static final Set<String> WANTED = new TreeSet<>();

    /** As the register of the run has it. */
    private static final Map<String, Double> DEMAND_PER_DAY = new TreeMap<>();

    @TempDir
    private static Path folder;

    private static Path run;

    @BeforeAll
    static void readTheRawFileAndRunTheDemo() throws IOException {
        DemoOrders.read((number, row) -> take(row));
        run = folder.resolve("run");
        Terminal demo = Terminal.run("demo", "--quiet", "--out", run);
        assertEquals(0, demo.exitCode(), demo.all());
        List<String> register = Files.readAllLines(run.resolve("register.csv"));
        List<String> header = CsvCells.of(register.get(0));
        for (String line : register.subList(1, register.size())) {
            List<String> row = CsvCells.of(line);
            String demand = row.get(header.indexOf("mean_daily_demand"));
            if (!demand.isEmpty()) {
                DEMAND_PER_DAY.put(row.get(header.indexOf("item_id")), Double.parseDouble(demand));
            }
        }
    }

    private static void take(DemoOrders.Row row) {
        String item = row.item();
        if (DemoOrders.within(row.wanted())) {
            WANTED.add(item);
        }
        if (row.fromWarehouse()) {
            return;
        }
        String site = row.get("Manufacturing Site");
        PLANTS.computeIfAbsent(item, none -> new TreeMap<>())
                .computeIfAbsent(row.vendor(), none -> new TreeSet<>())
                .add(site.equals("Not Applicable") ? "" : ONE_PLANT.getOrDefault(site, site));
        if (row.orderDayKnown() && row.counts()) {
            VENDORS.computeIfAbsent(item, none -> new TreeSet<>()).add(row.vendor());
        }
    }

    @Test
    void secondSourcesThatOnePlantStandsBehindAreOnPaperAndNoOthers() throws IOException {
        Map<String, String> byHand = new TreeMap<>();
        for (String item : WANTED) {
            Set<String> vendors = VENDORS.getOrDefault(item, Set.of());
            if (vendors.size() < 2) {
                continue;
            }
            Set<String> makers = new HashSet<>();
            boolean paper = true;
            for (String vendor : vendors) {
                Set<String> plants = PLANTS.getOrDefault(item, Map.of()).getOrDefault(vendor, Set.of());
                makers.addAll(plants);
                paper = paper && plants.size() == 1 && !plants.contains("");
            }
            if (paper && makers.size() == 1) {
                byHand.put(item, makers.iterator().next());
            }
        }
        Map<String, String> told = new TreeMap<>();
        Set<String> twoSuppliers = new TreeSet<>();
        for (JsonNode source : stress("--demand", "+1%=1d").path("second_sources")) {
            twoSuppliers.add(source.path("item_id").asText());
            Set<String> suppliers = new TreeSet<>();
            source.path("suppliers").forEach(supplier -> suppliers.add(supplier.asText()));
            assertEquals(VENDORS.get(source.path("item_id").asText()), suppliers);
            if (source.path("state").asText().equals("PAPER")) {
                assertEquals(1, source.path("shared").size(), source::toString);
                String key = source.path("shared").path(0).asText();
                told.put(source.path("item_id").asText(), key.substring(key.indexOf(':') + 1));
            }
        }
        assertEquals(byHand, told);
        assertTrue(told.size() >= 5, told::toString);
        assertTrue(told.containsValue(PLANT), told::toString);
        assertTrue(twoSuppliers.size() > told.size());
    }

    @Test
    void aPlantBehindSeveralVendorsTakesThemAllDown() throws IOException {
        Set<String> vendorsBehind = new TreeSet<>();
        Set<String> madeThere = new TreeSet<>();
        Set<String> madeThereAlone = new TreeSet<>();
        for (String item : WANTED) {
            Set<String> makers = new HashSet<>();
            for (String vendor : VENDORS.getOrDefault(item, Set.of())) {
                Set<String> plants = PLANTS.getOrDefault(item, Map.of()).getOrDefault(vendor, Set.of());
                makers.addAll(plants);
                if (plants.contains(PLANT)) {
                    vendorsBehind.add(vendor);
                    madeThere.add(item);
                }
            }
            if (makers.equals(Set.of(PLANT))) {
                madeThereAlone.add(item);
            }
        }
        assertTrue(vendorsBehind.size() >= 3, vendorsBehind::toString);
        JsonNode scenario =
                stress("--node-down", PLANT + "=30d").path("scenarios").path(0);
        Set<String> reached = new TreeSet<>();
        Set<String> nothingComes = new TreeSet<>();
        for (JsonNode item : scenario.path("items")) {
            reached.add(item.path("item_id").asText());
            // without stock the demand of 30 days is lost where nothing is made elsewhere
            String id = item.path("item_id").asText();
            if (madeThereAlone.contains(id)) {
                double aMonth = 30 * DEMAND_PER_DAY.getOrDefault(id, 0.0);
                assertEquals(aMonth, item.path("lost_units").asDouble(), 1e-6 * aMonth, item::toString);
                boolean oneVendor = VENDORS.getOrDefault(id, Set.of()).size() == 1;
                assertTrue(!oneVendor || item.path("days_out").asInt() == 30, item::toString);
                nothingComes.add(id);
            }
        }
        assertEquals(madeThere, reached);
        assertEquals(madeThereAlone, nothingComes);
        assertTrue(nothingComes.size() >= 5, nothingComes::toString);
    }

    private static JsonNode stress(String option, String value) throws IOException {
        Terminal terminal = Terminal.run("stress", "--run", run, "--json", "--quiet", option, value);
        assertEquals(0, terminal.exitCode(), terminal::all);
        return new ObjectMapper().readTree(terminal.out());
    }
}
