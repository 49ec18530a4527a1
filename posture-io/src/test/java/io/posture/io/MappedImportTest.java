package io.posture.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.Item;
import io.posture.api.ItemId;
import io.posture.io.input.InputException;
import io.posture.io.input.MappingException;
import io.posture.io.input.Note;
import io.posture.io.input.Reject;
import io.posture.io.input.TableAccount;
import io.posture.profile.ProfileSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappedImportTest {

    @TempDir
    Path folder;

    private String mapping = "";

    @BeforeEach
    void files() throws IOException {
        write(
                "orders.csv",
                "Nr;Part;Price;Qty;Day;State;Land",
                "1;bolt;0,20;1.000;03.01.2025;ok;NO",
                "2;bolt;n.a.;2.000;10.01.2025;ok;ON",
                "3;nut;1,50;10;17.01.2025;cancelled;010",
                "4;nut;1,60;10;x;ok;010",
                "5;nut;1,70;20;24.01.2025;ok;010");
        mapping = """
                mapping: test
                as_of: 2025-02-01
                assumptions: [prices are for one piece]
                sources:
                  orders:
                    file: "ord*.csv"
                    header: [Nr, Part]
                    dates: [dd.MM.yyyy]
                    decimal: ","
                    grouping: "."
                tables:
                  items:
                    from: orders
                    columns:
                      item_id: Part
                      unit_cost: {column: Price, empty_values: [n.a.]}
                      category:
                        column: Land
                        values: {NO: Norway, ON: Ontario, 010: ten}
                    group:
                      by: [item_id]
                      latest_by: [Nr]
                      values: {unit_cost: latest_known, category: latest}
                  demand:
                    from: orders
                    filters:
                      - {name: cancelled, reason: nobody wanted it, column: State, equals: cancelled}
                    columns:
                      item_id: Part
                      date: Day
                      quantity: Qty
                """;
    }

    @Test
    void readsRenamedColumnsInTheFilesOwnNotation() throws IOException {
        Import read = read();
        TableAccount demand = account(read, "demand");
        assertEquals(new TableAccount("demand", 5, 3, Map.of("cancelled", 1L), 1, 0, 3), demand);
        Reject reject = read.rejects().get(0);
        assertEquals(
                "orders.csv:5:5 [E-DATE-001] Day \"x\" is not a date (dd.MM.yyyy). Fix the cell. Row set aside in"
                        + " rejects.csv.",
                reject.text());
        assertEquals("4;nut;1,60;10;x;ok;010", reject.raw());
    }

    @Test
    void groupsRowsIntoRecordsAndCountsThem() throws IOException {
        Import read = read();
        assertEquals(new TableAccount("items", 5, 5, Map.of(), 0, 0, 2), account(read, "items"));
        assertEquals(0.20, unitCost(read, "bolt"));
        assertEquals(1.70, unitCost(read, "nut"));
    }

    @Test
    void yamlWordsStayTexts() throws IOException {
        Import read = read();
        assertEquals("Ontario", item(read, "bolt").category());
        assertEquals("ten", item(read, "nut").category());
    }

    @Test
    void theMappingsDayCountsUnlessTheUserNamesOne() throws IOException {
        assertEquals(LocalDate.of(2025, 2, 1), read().population().asOf());
        ProfileSettings own = ProfileSettings.DEFAULTS.withAsOf(LocalDate.of(2025, 1, 31));
        assertEquals(
                LocalDate.of(2025, 1, 31),
                Importer.read(dataSet(), own).population().asOf());
    }

    @Test
    void movesADateIntoTheWeekItMeans() throws IOException {
        mapping = mapping.replace("date: Day", "date: {column: Day, plus_days: '-5'}\n      grain: {constant: week}");
        // Friday 3 January 2025 less five days is Sunday 29 December: its ISO week starts on 23 December
        assertEquals(
                LocalDate.of(2024, 12, 23),
                read().population()
                        .find(ItemId.of("bolt"))
                        .orElseThrow()
                        .demand()
                        .history()
                        .firstBucket());
    }

    @Test
    void onlyDatesAreMoved() {
        mapping = mapping.replace("quantity: Qty", "quantity: {column: Qty, plus_days: '1'}");
        String told = assertThrows(MappingException.class, this::read).getMessage();
        assertTrue(told.contains("plus_days is for columns that hold a date, quantity holds a number"), told);
    }

    @Test
    void assumptionsAreNoted() throws IOException {
        assertEquals(
                new Note(Note.Code.MAPPING_ASSUMPTION, "prices are for one piece", 0),
                read().notes().get(1));
    }

    @Test
    void looksUpInAnotherFileAndSetsAsideWhatItLacks() throws IOException {
        write("land.csv", "code,name", "NO,Norway", "ON,Ontario");
        mapping = mapping.replace(
                        "values: {NO: Norway, ON: Ontario, 010: ten}", "lookup: {source: land, key: code, value: name}")
                .replace("tables:\n", "  land: {file: land.csv}\ntables:\n");
        Import read = read();
        assertEquals("Ontario", item(read, "bolt").category());
        assertEquals(3, account(read, "items").rejected());
        assertTrue(
                read.rejects()
                        .get(0)
                        .text()
                        .startsWith("orders.csv:4:7 [E-KEY-004] Land \"010\" has no entry in 'land'."),
                read.rejects().get(0).text());
        assertEquals(2, account(read, "lookup").used());
    }

    @Test
    void takesPartsByPatternConstantsAndDefaults() throws IOException {
        mapping = mapping.replace(
                "values: {NO: Norway, ON: Ontario, 010: ten}", "extract: ['^0(1)0$', '^(N)']\n        default: other");
        Import read = read();
        assertEquals("other", item(read, "bolt").category());
        assertEquals("1", item(read, "nut").category());
    }

    @Test
    void leavesOutGroupsWithTooFewValues() throws IOException {
        mapping = mapping.replace(
                "      values: {unit_cost: latest_known, category: latest}",
                "      values: {unit_cost: mean, category: first}\n"
                        + "      at_least: {column: unit_cost, values: 2, name: one-price, reason: too little}");
        Import read = read();
        assertEquals(Map.of("one-price", 2L), account(read, "items").filtered());
        assertEquals(1.6, unitCost(read, "nut"), 1e-15);
        assertEquals(
                "items: 1 left out by 'one-price': bolt",
                read.notes().stream()
                        .filter(note -> note.code() == Note.Code.GROUPS_LEFT_OUT)
                        .findFirst()
                        .orElseThrow()
                        .text());
    }

    @Test
    void keepsOnlyTheLatest() throws IOException {
        mapping = mapping.replace("column: State, equals: cancelled", "column: Day, latest: false");
        TableAccount demand = account(read(), "demand");
        assertEquals(1, demand.used());
        assertEquals(Map.of("cancelled", 4L), demand.filtered());
    }

    @Test
    void aSourceWithoutItsColumnsIsRefused() {
        mapping = mapping.replace("header: [Nr, Part]", "header: [Nr, Parts]");
        assertEquals(
                "orders.csv has no column 'Parts'. Columns found: [Nr, Part, Price, Qty, Day, State, Land]. Maybe"
                        + " 'Part' is meant.",
                assertThrows(InputException.class, this::read).getMessage());
    }

    @Test
    void aSourceWithoutAFileIsRefused() {
        mapping = mapping.replace("ord*.csv", "sales*.csv").replace("[Nr, Part]", "[Parts]");
        assertEquals(
                "mapping 'test' needs a file 'sales*.csv' for its source 'orders', found none, and none with the columns"
                        + " [Parts]. Maybe add orders=FILE.csv.",
                assertThrows(InputException.class, this::read).getMessage());
    }

    @Test
    void aMappingWithoutDemandIsRefused() {
        mapping = mapping.substring(0, mapping.indexOf("  demand:"));
        assertEquals(
                "mapping 'test' makes no table 'demand', which every run needs. Tables: [items]",
                assertThrows(MappingException.class, this::read).getMessage());
    }

    @Test
    void aFileCanBeNamedForASource() throws IOException {
        Files.move(folder.resolve("orders.csv"), folder.resolve("other.data"));
        Path file = write("test.yaml", mapping);
        DataSet dataSet = DataSet.mapped(file, List.of("orders=" + folder.resolve("other.data")));
        assertEquals(
                3,
                account(Importer.read(dataSet, ProfileSettings.DEFAULTS), "demand")
                        .used());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'from: orders'|'form: orders'|unknown key 'form' in tables.items. Keys: [from, needs, periods, filters, columns, group]. Maybe 'from' is meant.",
                "'item_id: Part'|'item: Part'|table items has no column 'item'. Columns:",
                "'  demand:'|'  demnad:'|there is no table 'demnad'.",
                "'from: orders'|'from: order'|there is no source 'order'. Sources: [orders]. Maybe 'orders' is meant.",
                "'reason: nobody wanted it, '|''|tables.demand.filters needs 'reason'",
                "'equals: cancelled'|'equal: cancelled'|unknown key 'equal' in tables.demand.filters.",
                "'dates: [dd.MM.yyyy]'|'dates: [dd.MM]'|'dd.MM' is no pattern of dates: needs day, month and year",
                "'category: latest}'|'category: newest}'|tables.items.group.values.category must be one of [",
                "'as_of: 2025-02-01'|'as_of: soon'|as_of 'soon' cannot be used:",
                "'mapping: test'|'mapping: test\nmapping: twice'|has the key 'mapping' twice",
                "'by: [item_id]'|'by: [itemid]'|names 'itemid', which has no rule under columns.",
                "'decimal: \",\"'|'decimal: \".\"'|decimal and grouping sign are both '.'"
            })
    void mistakesInAMappingAreNamedWithTheirLine(String right, String wrong, String message) {
        mapping = mapping.replaceFirst(Pattern.quote(right), wrong);
        String told = assertThrows(MappingException.class, this::read).getMessage();
        assertTrue(told.contains(message), told);
        assertTrue(told.matches("(?s)test\\.yaml:\\d+ .*"), told);
    }

    @Test
    void aPatternThatRunsForEverIsStopped() throws IOException {
        write("orders.csv", "Nr;Part;Price;Qty;Day;State;Land", "1;bolt;1;1;03.01.2025;ok;" + "a".repeat(60) + "!");
        mapping = mapping.replace(
                "values: {NO: Norway, ON: Ontario, 010: ten}", "extract: ['^(.*)(.*)(.*)(.*)(.*)(.*)x$']");
        String told = assertThrows(MappingException.class, this::read).getMessage();
        assertTrue(told.startsWith("a regular expression of the mapping takes too long on"), told);
    }

    private Import read() throws IOException {
        return Importer.read(dataSet(), ProfileSettings.DEFAULTS);
    }

    private DataSet dataSet() throws IOException {
        return DataSet.mapped(write("test.yaml", mapping), List.of());
    }

    private Path write(String file, String... lines) throws IOException {
        return Files.write(folder.resolve(file), (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Item item(Import read, String sku) {
        return read.population().find(ItemId.of(sku)).orElseThrow().item();
    }

    private static double unitCost(Import read, String sku) {
        return item(read, sku).unitCost().orElseThrow();
    }

    private static TableAccount account(Import read, String table) {
        return read.sources().stream()
                .flatMap(source -> source.tables().stream())
                .filter(account -> account.table().equals(table))
                .findFirst()
                .orElseThrow();
    }
}
