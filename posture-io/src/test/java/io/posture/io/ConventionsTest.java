package io.posture.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.posture.api.DemandProfile;
import io.posture.api.ItemId;
import io.posture.io.input.FileNotation;
import io.posture.io.input.InputException;
import io.posture.io.input.Note;
import io.posture.profile.ProfileSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mapping that names no notation: every column decides from all its values. */
class ConventionsTest {

    private static final String MAPPING = """
            mapping: test
            sources:
              orders: {file: "orders*", header: [Part, Day]}
            tables:
              items:
                from: orders
                columns: {item_id: Part, unit_cost: Price}
                group:
                  by: [item_id]
                  latest_by: [Day]
                  values: {unit_cost: latest_known}
              demand:
                from: orders
                filters:
                  - {name: old, reason: another notation, column: State, equals: old}
                columns: {item_id: Part, date: Day, quantity: Qty}
            """;

    @TempDir
    Path folder;

    private MappingFolder files;

    @BeforeEach
    void mapping() {
        files = new MappingFolder(folder).with("test.yaml", MAPPING.stripTrailing());
    }

    @Test
    void oneTellingValueDecidesForTheWholeColumn() {
        orders("bolt;1.250;1.000;03/04/2025;", "bolt;0,20;2.000;13/04/2025;", "bolt;0,30;3.000,5;05/04/2025;");
        Import read = files.read();
        assertEquals(0.20, unitCost(read), "the latest is of 13 April");
        assertEquals(6000.5, demand(read).annualIssues());
        assertEquals(
                List.of(
                        "orders.csv -> items: numbers are written 1.234,56 in unit_cost (decided from 3 values)",
                        "orders.csv -> demand: dates are written d/M/yyyy in date (decided from 3 values)",
                        "orders.csv -> demand: numbers are written 1.234,56 in quantity (decided from 3 values)"),
                MappingFolder.notes(read, Note.Code.CONVENTION));
    }

    @Test
    void everyColumnDecidesForItself() {
        orders("bolt;2.5;1.000;2025-04-03;", "bolt;3.5;2,5;2025-04-13;");
        Import read = files.read();
        assertEquals(3.5, unitCost(read));
        assertEquals(1002.5, demand(read).annualIssues());
    }

    @Test
    void aColumnOfNumbersThatStaysOpenStopsWithBothReadings() {
        orders("bolt;1,5;17;2025-04-03;", "bolt;2,5;1.234;2025-04-13;");
        assertEquals(
                "orders.csv:3:3 Qty \"1.234\" is 1.234 if numbers are written 1,234.56, and 1234 if they are written"
                        + " 1.234,56; no value of the column decides it. Set decimal: ',' or decimal: '.', and grouping if"
                        + " groups are marked, for tables.demand.columns.quantity or its source in the mapping; or for all"
                        + " files: --decimal , or --decimal .",
                assertThrows(InputException.class, files::read).getMessage());
    }

    @Test
    void theSettingDecides() {
        orders("bolt;1,5;17;2025-04-03;", "bolt;2,5;1.234;2025-04-13;");
        files.with("test.yaml", MAPPING.replace("quantity: Qty", "quantity: {column: Qty, decimal: '.'}"));
        assertEquals(18.234, demand(files.read()).annualIssues(), 1e-12);
        files.with(
                "test.yaml", MAPPING.replace("quantity: Qty", "quantity: {column: Qty, decimal: ',', grouping: '.'}"));
        assertEquals(1251, demand(files.read()).annualIssues());
    }

    @Test
    void aColumnOfDatesThatStaysOpenStopsWithBothReadings() {
        orders("bolt;1,5;17;04/04/2025;", "bolt;2,5;1;03/04/2025;");
        assertEquals(
                "orders.csv:3:4 Day \"03/04/2025\" is 2025-04-03 if the day comes first, and 2025-03-04 if the month"
                        + " does; no value of the column decides it. Set dates: [d/M/yyyy] or dates: [M/d/yyyy] for the"
                        + " source in the mapping; or for all files: --dates d/M/yyyy or --dates M/d/yyyy",
                assertThrows(InputException.class, files::read).getMessage());
        files.with("test.yaml", MAPPING.replace("header: [Part, Day]", "header: [Part, Day], dates: [M/d/yyyy]"));
        assertEquals(LocalDate.of(2025, 4, 4), files.read().population().asOf());
    }

    @Test
    void contradictingValuesAreNamed() {
        orders("bolt;1,5;17;2025-04-03;", "bolt;2.5;1;2025-04-13;");
        assertEquals(
                "orders.csv:3:2 Price \"2.5\" has a point before its fraction, but \"1,5\" on line 2 a comma, and as many"
                        + " values of the column speak for one as for the other. Set decimal: ',' or decimal: '.', and"
                        + " grouping if groups are marked, for tables.items.columns.unit_cost or its source in the"
                        + " mapping; or for all files: --decimal , or --decimal .",
                assertThrows(InputException.class, files::read).getMessage());
    }

    @Test
    void rowsThatAFilterLeavesOutDecideNothing() {
        orders("bolt;2.5;1.5;2025-04-03;", "bolt;2.5;9,9;2025-04-03;old", "bolt;2.5;8,8;2025-04-03;old");
        assertEquals(1.5, demand(files.read()).annualIssues());
    }

    @Test
    void theOddOneOutIsSetAside() {
        orders("bolt;1,5;17;2025-04-03;", "bolt;2,5;1;2025-04-13;", "bolt;3.5;1;2025-04-14;");
        Import read = files.read();
        assertEquals(
                "orders.csv:4:2 [E-NUM-003] Price \"3.5\" is not a number. Leave the cell empty if unknown. Row set aside"
                        + " in rejects.csv.",
                read.rejects().get(0).text());
    }

    @Test
    void aSlipInOneRowDoesNotTurnDatesIntoTexts() {
        // as texts, 9 March would be the latest
        orders("bolt;3.5;1;03/09/2025;", "bolt;4.5;1;12/15/2024;", "bolt;5.5;1;03/10/2025;", "bolt;9.5;1;soon;");
        Import read = files.read();
        assertEquals(5.5, unitCost(read));
        assertEquals(1, read.rejects().size());
    }

    @Test
    void whatTheMappingWritesItselfHasOneNotation() {
        files.with(
                "test.yaml",
                MAPPING.replace("unit_cost: Price", "unit_cost: {column: Price, default: '2.5'}")
                        + "  stock:\n    from: orders\n    columns: {item_id: Part, as_of: {constant: '2025-01-31'},"
                        + " quantity: {column: State, values: {few: '1.5'}, empty_values: ['']}}\n");
        orders("bolt;;17,5;03/04/2025;few", "bolt;;2,25;13/04/2025;few");
        Import open = files.read();
        assertEquals(List.of(), open.rejects());
        assertEquals(2.5, unitCost(open));
        assertEquals(19.75, demand(open).annualIssues());
        Import said = Importer.read(
                DataSet.mapped(
                        folder.resolve("test.yaml"),
                        List.of(),
                        new FileNotation(Optional.of(','), List.of("dd/MM/yyyy"))),
                ProfileSettings.DEFAULTS);
        assertEquals(List.of(), said.rejects());
        assertEquals(2.5, unitCost(said));
    }

    @Test
    void standInsDoNotVote() {
        files.with("test.yaml", MAPPING.replace("unit_cost: Price", "unit_cost: {column: Price, default: '2.5'}"));
        orders("bolt;;1;2025-04-03;", "bolt;;1;2025-04-04;", "bolt;1,5;1;2025-04-05;");
        assertEquals(1.5, unitCost(files.read()));
    }

    @Test
    void aValueFromAnotherFileIsNamedWithThatFile() {
        files.with(
                "test.yaml",
                MAPPING.replace(
                                "header: [Part, Day]}",
                                "header: [Part, Day]}\n  days: {file: 'days.csv', header: [Day, Date]}")
                        .replace("date: Day", "date: {column: Day, lookup: {source: days, key: Day, value: Date}}"));
        files.with("days.csv", "Day,Date", "d1,03/04/2025", "d2,05/06/2025", "d3,whenever");
        orders("bolt;1.5;1;d1;", "bolt;1.5;1;d2;");
        assertEquals(
                "orders.csv:2 date, looked up in 'days', \"03/04/2025\" is 2025-04-03 if the day comes first, and 2025-03-04"
                        + " if the month does; no value of the column decides it. Set dates: [d/M/yyyy] or dates: [M/d/yyyy]"
                        + " for tables.demand.columns.date in the mapping; or for all files: --dates d/M/yyyy or --dates"
                        + " M/d/yyyy",
                assertThrows(InputException.class, files::read).getMessage());
        files.with("days.csv", "Day,Date", "d1,2025-04-03", "d3,whenever");
        orders("bolt;1.5;1;d1;", "bolt;1.5;1;d3;");
        assertEquals(
                "orders.csv:3:4 [E-DATE-001] Day \"d3\" stands for \"whenever\" in 'days', which is not a date (yyyy-M-d)."
                        + " Fix the cell. Row set aside in rejects.csv.",
                files.read().rejects().get(0).text());
    }

    private void orders(String... lines) {
        String[] all = new String[lines.length + 1];
        all[0] = "Part;Price;Qty;Day;State";
        System.arraycopy(lines, 0, all, 1, lines.length);
        files.with("orders.csv", all);
    }

    private static double unitCost(Import read) {
        return read.population()
                .find(ItemId.of("bolt"))
                .orElseThrow()
                .item()
                .unitCost()
                .orElseThrow();
    }

    private static DemandProfile demand(Import read) {
        return read.population().find(ItemId.of("bolt")).orElseThrow().demand();
    }
}
