package io.posture.io.writeback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.posture.api.ItemId;
import io.posture.io.ItemLocations;
import io.posture.io.run.SmallRun;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Files of every target are read back by a reader of this test and applied to a system of this test, which clears a field
 * for an empty cell where the target is known to, and then undone.
 */
class ApplyAndRollBackTest {

    /** Keys of items that spreadsheets, terminals or files stumble over. */
    private static final List<String> ITEMS = List.of(
            "=cmd|' /C calc'!A0 level",
            "+1",
            "-1",
            "@x level",
            "tab\tlevel",
            "return\rlevel",
            "line\nlevel",
            "nul\0level",
            "quote\"level",
            "comma,level;",
            "0047");

    /** Columns that make the key, as the systems name them. */
    private static final Map<Target, List<String>> KEYS = Map.of(
            Target.GENERIC, List.of("item_id", "location_id"),
            Target.SAP_MM17, List.of("MATNR", "WERKS"),
            Target.D365_ITEM_COVERAGE, List.of("ItemNumber", "CoverageWarehouseId"),
            Target.ORACLE_SCP, List.of("ITEM_NAME", "ORGANIZATION_CODE"),
            Target.NETSUITE, List.of("itemId", "locationId"),
            Target.ODOO, List.of("id"),
            Target.ERPNEXT, List.of("item_code", "warehouse"),
            Target.AWS_SC, List.of("id"));

    /** Columns of quantities in the order safety stock, reorder point, maximum, order quantity; empty for none. */
    private static final Map<Target, List<String>> QUANTITIES = Map.of(
            Target.GENERIC, List.of("safety_stock", "reorder_point", "max", ""),
            Target.SAP_MM17, List.of("EISBE", "MINBE", "MABST", ""),
            Target.D365_ITEM_COVERAGE,
                    List.of("MinimumOnHandInventoryQuantity", "", "MaximumOnHandInventoryQuantity", ""),
            Target.ORACLE_SCP, List.of("SAFETY_STOCK_QUANTITY", "", "", ""),
            Target.NETSUITE, List.of("safetyStockLevel", "reorderPoint", "preferredStockLevel", ""),
            Target.ODOO, List.of("", "product_min_qty", "product_max_qty", ""),
            Target.ERPNEXT, List.of("", "warehouse_reorder_level", "", "warehouse_reorder_qty"),
            Target.AWS_SC, List.of("min_safety_stock", "", "", ""));

    private static final List<Target> EMPTY_LEAVES = List.of(Target.GENERIC, Target.NETSUITE);

    @TempDir
    private Path work;

    private final ItemLocations held = new ItemLocations();

    @BeforeEach
    void run() {
        SmallRun run = new SmallRun();
        for (int i = 0; i < ITEMS.size(); i++) {
            run.item(ITEMS.get(i), 2);
            // the safety stock of 5, the reorder point of 13 and the maximum of 30 are there already in some
            Held.of(i % 3 == 0 ? 5 : 6.5 + i, i % 4 == 1 ? 13 : 9, i % 5 == 2 ? 30 : 31.125 + i)
                    .key(sourceKey(i))
                    .at("10" + i)
                    .in(held, ITEMS.get(i));
        }
        run.locations(held).into(work.resolve("out"));
    }

    @ParameterizedTest
    @EnumSource(Target.class)
    void whatWasWrittenAndUndoneIsAsBefore(Target target) throws IOException {
        writeAndUndo(target, false);
    }

    @ParameterizedTest
    @EnumSource(Target.class)
    void decimalCommaIsUndoneAsWell(Target target) throws IOException {
        writeAndUndo(target, true);
    }

    @Test
    void writtenQuantitiesAreThoseOfTheRun() throws IOException {
        Map<String, Map<String, BigDecimal>> system = source(Target.GENERIC);
        apply(system, Target.GENERIC, export(Target.GENERIC, false), false, false);
        for (Map.Entry<String, Map<String, BigDecimal>> row : system.entrySet()) {
            assertEquals(0, new BigDecimal(5).compareTo(row.getValue().get("safety_stock")), row::toString);
            assertEquals(0, new BigDecimal(13).compareTo(row.getValue().get("reorder_point")), row::toString);
            if (row.getKey().contains("level")) {
                assertEquals(0, new BigDecimal(30).compareTo(row.getValue().get("max")), row::toString);
            }
        }
    }

    @Test
    void keysAreWrittenToTheLetterEvenWhereASpreadsheetWouldRunThem() throws IOException {
        List<List<String>> rows = export(Target.GENERIC, false).writeBack();
        List<String> keys =
                rows.subList(1, rows.size()).stream().map(row -> row.get(0)).toList();
        assertEquals(ITEMS.stream().sorted().toList(), keys);
    }

    private void writeAndUndo(Target target, boolean comma) throws IOException {
        Map<String, Map<String, BigDecimal>> before = source(target);
        Map<String, Map<String, BigDecimal>> system = source(target);
        Written files = export(target, comma);
        apply(system, target, files, comma, false);
        assertNotEquals(before, system);
        apply(system, target, files, comma, true);
        assertEquals(before, system);
    }

    private static String sourceKey(int item) {
        return ITEMS.get(item).equals("0047") ? "000000000000000047" : "k" + item + ITEMS.get(item);
    }

    /** What the system holds, numbers without zeros at their end. */
    private Map<String, Map<String, BigDecimal>> source(Target target) {
        Map<String, Map<String, BigDecimal>> system = new HashMap<>();
        List<String> names = QUANTITIES.get(target);
        for (int i = 0; i < ITEMS.size(); i++) {
            var at = held.of(ItemId.of(ITEMS.get(i)));
            double[] numbers = {
                at.safetyStock().orElseThrow(),
                at.reorderPoint().orElseThrow(),
                at.max().orElseThrow(),
                at.max().orElseThrow() - at.reorderPoint().orElseThrow()
            };
            Map<String, BigDecimal> row = new HashMap<>();
            for (int n = 0; n < numbers.length; n++) {
                if (!names.get(n).isEmpty()) {
                    row.put(names.get(n), BigDecimal.valueOf(numbers[n]).stripTrailingZeros());
                }
            }
            String item = target == Target.GENERIC ? ITEMS.get(i) : sourceKey(i);
            system.put(KEYS.get(target).size() == 1 ? item : item + "|10" + i, row);
        }
        return system;
    }

    private void apply(
            Map<String, Map<String, BigDecimal>> system, Target target, Written files, boolean comma, boolean undo) {
        List<List<String>> rows = undo ? files.rollback() : files.writeBack();
        List<String> header = rows.get(0);
        assertFalse(rows.size() < 2, "no rows");
        for (List<String> row : rows.subList(1, rows.size())) {
            assertEquals(header.size(), row.size(), row::toString);
            String key = String.join(
                    "|",
                    KEYS.get(target).stream()
                            .map(name -> row.get(header.indexOf(name)))
                            .toList());
            Map<String, BigDecimal> record = system.get(key);
            assertFalse(record == null, () -> "the system has no " + key);
            for (String name : record.keySet().toArray(String[]::new)) {
                String cell = header.contains(name) ? row.get(header.indexOf(name)) : "";
                if (!cell.isEmpty()) {
                    record.put(name, new BigDecimal(comma ? cell.replace(',', '.') : cell).stripTrailingZeros());
                } else if (header.contains(name) && !EMPTY_LEAVES.contains(target)) {
                    record.put(name, BigDecimal.ZERO);
                }
            }
        }
    }

    /** The cells of the two files, headers first. */
    private record Written(List<List<String>> writeBack, List<List<String>> rollback) {}

    private Written export(Target target, boolean comma) throws IOException {
        WriteBack done = WriteBack.export(
                new WriteBack.Request(
                        work.resolve("out"),
                        work.resolve("exports"),
                        target,
                        List.of(),
                        Optional.empty(),
                        new Guards(Optional.empty(), Optional.empty(), Optional.empty(), false),
                        comma,
                        true),
                notice -> {});
        List<List<String>> writeBack = new ArrayList<>();
        List<List<String>> rollback = new ArrayList<>();
        try (Stream<Path> files = Files.list(done.folder().orElseThrow())) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (!name.endsWith(".cover.txt")) {
                    (name.contains(".rollback.") ? rollback : writeBack).addAll(cells(file, comma ? ';' : ','));
                }
            }
        }
        return new Written(writeBack, rollback);
    }

    private static List<List<String>> cells(Path file, char delimiter) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (file.toString().endsWith(".zip")) {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                assertNotEquals(null, zip.getNextEntry());
                bytes = zip.readAllBytes();
            }
        }
        return split(new String(bytes, StandardCharsets.UTF_8), delimiter);
    }

    /** RFC 4180, sign by sign. */
    private static List<List<String>> split(String text, char delimiter) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == delimiter || c == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        return rows;
    }
}
