package io.posture.io;

import static io.posture.io.MappingFolder.account;
import static io.posture.io.MappingFolder.notes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.Bucket;
import io.posture.api.DemandHistory;
import io.posture.api.ItemId;
import io.posture.api.ItemProfile;
import io.posture.io.input.InputException;
import io.posture.io.input.MappingException;
import io.posture.io.input.Note;
import io.posture.io.input.RejectCode;
import io.posture.io.input.TableAccount;
import io.posture.profile.ProfileSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules of mappings beyond renaming: several files, columns turned into rows, signs, joins and what may be absent. */
class MappingRulesTest {

    private static final String MAPPING = """
            mapping: test
            sources:
              sales: {file: "sales*", header: [part, day, pieces]}
            tables:
              items:
                from: sales
                columns: {item_id: part, unit_cost: {column: cost, optional: true}}
                group: {by: [item_id], latest_by: [day], values: {unit_cost: latest_known}}
              demand:
                from: sales
                columns: {item_id: part, date: day, quantity: pieces}
            """;

    @TempDir
    Path folder;

    private MappingFolder files;

    @BeforeEach
    void mapping() {
        files = new MappingFolder(folder).with("test.yaml", MAPPING.stripTrailing());
    }

    @Test
    void severalFilesOfOneSourceAreReadTogetherAndAccountedForApart() {
        files.with("sales-a.csv", "part,day,pieces,cost", "bolt,2025-01-06,1,2.5", "nut,2025-01-07,2,1")
                .with(
                        "sales-b.csv",
                        "cost,part,pieces,day",
                        "3.5,bolt,4,2025-01-20",
                        "x,bolt,8,2025-01-27",
                        "3,bolt,16,2025-01-13");
        Import read = files.read();
        assertEquals(new TableAccount("items", 2, 2, Map.of(), 0, 0, 2), account(read, "sales-a.csv", "items"));
        assertEquals(new TableAccount("items", 3, 2, Map.of(), 1, 0, 0), account(read, "sales-b.csv", "items"));
        assertEquals(new TableAccount("demand", 3, 3, Map.of(), 0, 0, 3), account(read, "sales-b.csv", "demand"));
        ItemProfile bolt = item(read, "bolt");
        assertEquals(3.5, bolt.item().unitCost().orElseThrow());
        assertEquals("sales-b.csv row 2", bolt.item().rows().toString());
        assertEquals(29, bolt.demand().annualIssues());
        assertEquals(
                "sales-a.csv row 2; sales-b.csv rows 2, 3, 4",
                bolt.demand().rows().toString());
        assertEquals("sales-a.csv row 3", item(read, "nut").demand().rows().toString());
    }

    @Test
    void aFileAndItsCopyAreNotAddedUp() {
        files.with("sales-a.csv", "part,day,pieces", "bolt,2025-01-06,1")
                .with("sales-b.csv", "part,day,pieces", "bolt,2025-01-06,1");
        String message = assertThrows(InputException.class, files::read).getMessage();
        assertTrue(
                message.endsWith("hold the same data of source 'sales', so its rows would count twice. Maybe one is a"
                        + " copy."),
                message);
    }

    @Test
    void rowsOfOneKeyInTwoFilesAreMergedOrSetAsideInTheirOwn() {
        files.with(
                        "test.yaml",
                        MAPPING.replace(
                                "    group: {by: [item_id], latest_by: [day], values: {unit_cost: latest_known}}\n",
                                ""))
                .with("sales-a.csv", "part,day,pieces,cost", "bolt,2025-01-06,1,2", "nut,2025-01-06,1,5")
                .with("sales-b.csv", "part,day,pieces,cost", "bolt,2025-01-07,1,2", "nut,2025-01-07,1,6");
        Import read = files.read();
        assertEquals(new TableAccount("items", 2, 1, Map.of(), 1, 0, 1), account(read, "sales-a.csv", "items"));
        assertEquals(new TableAccount("items", 2, 0, Map.of(), 1, 1, 0), account(read, "sales-b.csv", "items"));
        assertEquals(
                "sales-a.csv:3:4 [E-KEY-002] cost \"5\" contradicts line 3 in sales-b.csv of the same item_id. Keep one of"
                        + " the rows. All of them are set aside until then. Row set aside in rejects.csv.",
                read.rejects().stream()
                        .filter(reject -> reject.code() == RejectCode.CONFLICT)
                        .findFirst()
                        .orElseThrow()
                        .text());
    }

    @Test
    void oneColumnPerPeriodBecomesRows() {
        files.with("sales.csv", "part,name,2025-01,2025-02,2025-03", "007,bolt,3,,x", "008,nut,NA,0,5");
        files.with("test.yaml", """
                mapping: test
                sources:
                  sales: {file: "sales*", header: [part]}
                tables:
                  items: {from: sales, columns: {item_id: part}}
                  demand:
                    from: sales
                    periods: {columns: '\\d{4}-\\d{2}'}
                    filters:
                      - {name: not-available, reason: nothing is known, column: value, in: [NA, ""]}
                    columns:
                      item_id: part
                      date: {column: period, dates: [yyyy-MM]}
                      grain: {constant: month}
                      quantity: value
                """.stripTrailing());
        Import read = files.read();
        assertEquals(
                new TableAccount("demand", 6, 3, Map.of("not-available", 2L), 1, 0, 3),
                account(read, "sales.csv", "demand"));
        assertEquals(2, read.sources().get(0).rows());
        assertEquals(
                "sales.csv:2:5 [E-NUM-003] value \"x\" is not a number. Fix the cell. Row set aside in rejects.csv.",
                read.rejects().get(0).text());
        assertEquals("007,bolt,3,,x", read.rejects().get(0).raw());
        DemandHistory nut = item(read, "008").demand().history();
        assertEquals(Bucket.MONTH, nut.bucket());
        assertEquals(LocalDate.of(2025, 2, 1), nut.firstBucket());
        assertEquals(List.of(0.0, 5.0), List.of(nut.pieces(0), nut.pieces(1)));
    }

    @Test
    void aTableWithoutAColumnOfAPeriodIsRefused() {
        files.with("sales.csv", "part,day,pieces", "bolt,2025-01-06,1")
                .with(
                        "test.yaml",
                        MAPPING.replace(
                                "    from: sales\n    columns: {item_id: part, date",
                                "    from: sales\n    periods: {columns: 'W\\d+'}\n    columns: {item_id: part, date"));
        assertEquals(
                "sales.csv has no column of a period: none matches W\\d+. Columns found: [part, day, pieces].",
                assertThrows(InputException.class, files::read).getMessage());
    }

    @Test
    void aFilterCanLookAtSeveralCells() {
        files.with(
                        "sales.csv",
                        "part,day,pieces,doc",
                        "bolt,2025-01-06,-1,C1",
                        "bolt,2025-01-06,-2,1",
                        "bolt,2025-01-06,5,2")
                .with("test.yaml", MAPPING.replace("    columns: {item_id: part, date", """
                    filters:
                      - name: write-off
                        reason: no invoice
                        column: pieces
                        matches: "-.*"
                        also: [{column: doc, not_matches: "C.*"}]
                    columns: {item_id: part, date""".indent(4)
                        .stripTrailing()));
        Import read = files.read();
        assertEquals(
                Map.of("write-off", 1L), account(read, "sales.csv", "demand").filtered());
        assertEquals(1, item(read, "bolt").demand().returnedPieces());
    }

    @Test
    void lettersSignsJoinsAndChoices() {
        files.with(
                        "sales.csv",
                        "part,day,pieces,sign,po,pos,control,std,avg",
                        "a-1,2025-01-06,5,H,7,1,S,2,3",
                        "A-1,2025-01-07,2,S,7,2,V,2,3")
                .with("dates.csv", "po,pos,promised", "7,1,2025-01-03", "7,1,2025-01-09", "7,2,2025-01-04")
                .with("test.yaml", """
                        mapping: test
                        sources:
                          sales: {file: "sales*", header: [part]}
                          dates: {file: "dates*", header: [po, pos]}
                        tables:
                          items:
                            from: sales
                            columns:
                              item_id: {column: part, letters: upper}
                              unit_cost: {by: control, cases: {S: std, V: avg}}
                            group: {by: [item_id], latest_by: [day], values: {unit_cost: latest}}
                          receipts:
                            from: sales
                            columns:
                              item_id: {column: part, letters: upper}
                              po: po
                              line: {column: [po, pos]}
                              promised_date:
                                column: [po, pos]
                                lookup: {source: dates, key: [po, pos], value: promised, repeated: first}
                              receipt_date: day
                              received_qty: pieces
                          demand:
                            from: sales
                            columns:
                              item_id: {column: part, letters: upper}
                              date: day
                              quantity: {column: pieces, minus_where: {column: sign, equals: S}}
                        """.stripTrailing());
        Import read = files.read();
        assertEquals(List.of(), read.rejects());
        ItemProfile item = item(read, "A-1");
        assertEquals(1, read.population().size());
        assertEquals(3, item.item().unitCost().orElseThrow());
        assertEquals(5, item.demand().annualIssues());
        assertEquals(2, item.demand().returnedPieces());
        assertEquals(3, account(read, "dates.csv", "lookup").used());
    }

    @Test
    void whatIsOptionalMayBeAbsent() {
        files.with("sales.csv", "part,day,pieces", "bolt,2025-01-06,1").with("test.yaml", """
                        mapping: test
                        sources:
                          sales: {file: "sales*", header: [part, day, pieces]}
                          counts: {file: "counts*", header: [part, day, pieces], optional: true}
                          vendors: {file: "vendors*", header: [part, vendor], optional: true}
                        tables:
                          items:
                            from: sales
                            columns:
                              item_id: part
                              unit_cost: {column: cost, optional: true}
                              category: {column: part, lookup: {source: vendors, key: part, value: vendor}}
                          stock:
                            from: counts
                            columns: {item_id: part, as_of: day, quantity: pieces}
                          sourcing:
                            from: sales
                            needs: [vendors]
                            columns:
                              item_id: part
                              supplier_id: {column: part, lookup: {source: vendors, key: part, value: vendor}}
                          demand:
                            from: sales
                            columns: {item_id: part, date: day, quantity: pieces}
                        """.stripTrailing());
        Import read = files.read();
        assertEquals(1, read.population().size());
        assertEquals("", item(read, "bolt").item().category());
        assertEquals(
                List.of(
                        "no file for source 'counts' (counts*): no table stock",
                        "no file for source 'vendors' (vendors*): no table sourcing"),
                notes(read, Note.Code.SOURCE_ABSENT));
    }

    @Test
    void aFileIsFoundByItsHeaderWhereNoNameFits() {
        files.with("export.csv", "part,day,pieces", "bolt,2025-01-06,1").with("other.csv", "a,b", "1,2");
        Import read = Importer.read(
                DataSet.mapped(
                        folder.resolve("test.yaml"),
                        List.of(
                                folder.resolve("export.csv").toString(),
                                folder.resolve("other.csv").toString())),
                ProfileSettings.DEFAULTS);
        assertEquals(1, account(read, "export.csv", "demand").used());
        assertEquals(
                List.of("other.csv is none of the sources of 'test' and was not read"),
                notes(read, Note.Code.FILE_NOT_USED));
    }

    @Test
    void aNameThatIsNoSourceIsRefused() {
        files.with("export.csv", "part,day,pieces", "bolt,2025-01-06,1");
        assertEquals(
                "mapping 'test' has no source 'sale'. Sources: [sales]. Maybe 'sales' is meant.",
                assertThrows(
                                InputException.class,
                                () -> DataSet.mapped(
                                        folder.resolve("test.yaml"), List.of("sale=" + folder.resolve("export.csv"))))
                        .getMessage());
    }

    @Test
    void aStatusIsOneOfThree() {
        files.with("sales.csv", "part,day,pieces", "bolt,2025-01-06,1")
                .with("test.yaml", MAPPING.replace("mapping: test", "mapping: test\nstatus: certified"));
        String message = assertThrows(MappingException.class, files::read).getMessage();
        assertTrue(
                message.startsWith(
                        "test.yaml:2 status 'certified' cannot be used: need one of [verified, from-docs, from-memory]"),
                message);
    }

    private static ItemProfile item(Import read, String sku) {
        return read.population().find(ItemId.of(sku)).orElseThrow();
    }
}
