package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A folder of sound tables to be spoilt: {@code bolt}, {@code nut} and {@code washer} with 90 weeks of demand and 10 receipts
 * each, all of grade A, and 40 items without any.
 */
final class SpoiltData {

    /** Rows of the items table. */
    static final int ITEMS = 43;
    /** Rows of the demand table. */
    static final int DEMAND = 270;
    /** Rows of the receipts table. */
    static final int RECEIPTS = 30;

    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);

    private final Path data;
    private final Path out;

    SpoiltData(Path work) {
        this.data = work.resolve("data");
        this.out = work.resolve("out");
        List<String> items = new ArrayList<>(List.of("item_id,base_uom,unit_cost,category"));
        List<String> demand = new ArrayList<>(List.of("item_id,date,quantity"));
        List<String> receipts = new ArrayList<>(
                List.of("po,line,item_id,supplier_id,order_date,promised_date,receipt_date,ordered_qty,received_qty"));
        for (String item : List.of("bolt", "nut", "washer")) {
            items.add(item + ",C62," + item.length() + ",fastener");
            for (int week = 0; week < 90; week++) {
                demand.add(item + "," + MONDAY.plusWeeks(week) + "," + (10 + week % 3));
            }
            for (int order = 0; order < 10; order++) {
                LocalDate day = MONDAY.plusWeeks(4 + 6L * order);
                receipts.add("P" + item + order + ",1," + item + ",V1," + day + "," + day.plusDays(10) + ","
                        + day.plusDays(9 + order % 2) + ",50,50");
            }
        }
        for (int part = 1; part <= 40; part++) {
            items.add("part-" + part + ",C62,2.5,part");
        }
        put("items.csv", items.toArray(String[]::new));
        put("demand.csv", demand.toArray(String[]::new));
        put("receipts.csv", receipts.toArray(String[]::new));
        put("suppliers.csv", "supplier_id,name,country,ttr_days", "V1,Acme,DE,30");
    }

    Path data() {
        return data;
    }

    Path out() {
        return out;
    }

    /** Writes a file anew. */
    SpoiltData put(String file, String... lines) {
        SmallData.write(data.resolve(file), String.join("\n", lines) + "\n");
        return this;
    }

    /** Writes a file anew. */
    SpoiltData put(String file, byte[] bytes) {
        try {
            Files.write(data.resolve(file), bytes);
            return this;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Adds lines to a file. */
    SpoiltData add(String file, String... lines) {
        List<String> all = new ArrayList<>(lines(file));
        all.addAll(List.of(lines));
        return put(file, all.toArray(String[]::new));
    }

    /** Adds a column with one value in all rows. */
    SpoiltData addColumn(String file, String name, String value) {
        List<String> all = new ArrayList<>(lines(file));
        all.replaceAll(line -> line + "," + value);
        all.set(0, all.get(0).substring(0, all.get(0).length() - value.length()) + name);
        return put(file, all.toArray(String[]::new));
    }

    /** Replaces a text in a file. */
    SpoiltData change(String file, String from, String to) {
        String text = String.join("\n", lines(file));
        assertTrue(text.contains(from), from);
        return put(file, text.replace(from, to));
    }

    SpoiltData remove(String file) {
        try {
            Files.delete(data.resolve(file));
            return this;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    List<String> lines(String file) {
        try {
            return Files.readAllLines(data.resolve(file));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Assesses the folder; whatever was read must be accounted for. */
    Run assess(Object... options) {
        List<Object> words = new ArrayList<>(List.of("assess", data, "--out", out));
        words.addAll(List.of(options));
        Run run = new Run(Terminal.run(words.toArray()), out);
        if (run.terminal().exitCode() == 0) {
            run.assertBalanced();
        }
        return run;
    }

    /** Assesses the folder, which must not do, in words; nothing is written. */
    Run refused(int exitCode, String... words) {
        Run run = assess();
        assertEquals(exitCode, run.terminal().exitCode(), run.terminal()::all);
        run.says(words);
        assertFalse(Files.exists(out), "a run was written");
        return run;
    }

    /** Assesses the folder, which must do. */
    Run done(Object... options) {
        Run run = assess(options);
        assertEquals(0, run.terminal().exitCode(), run.terminal()::all);
        return run;
    }

    /** A run and what it left. */
    record Run(Terminal terminal, Path out) {

        /** Checks that all these words are on the terminal. */
        Run says(String... words) {
            String said = (terminal.out() + terminal.err()).replaceAll("\\s+", " ");
            for (String word : words) {
                assertTrue(said.contains(word), () -> "not said: " + word + "\n" + terminal.all());
            }
            return this;
        }

        /** Checks what became of the rows of a file: read, used, filtered, rejected, merged. */
        Run counts(String file, int read, int used, int filtered, int rejected, int merged) {
            JsonNode table = table(file);
            int left = 0;
            for (JsonNode rule : table.get("filtered")) {
                left += rule.asInt();
            }
            assertEquals(
                    List.of(read, used, filtered, rejected, merged),
                    List.of(
                            table.get("read").asInt(),
                            table.get("used").asInt(),
                            left,
                            table.get("rejected").asInt(),
                            table.get("merged").asInt()),
                    table::toString);
            return this;
        }

        /** Checks places and codes of all rows that were set aside, {@code file:line:column code}. */
        Run rejects(String... expected) {
            List<String> places = new ArrayList<>();
            for (NamedCsvRecord row : csv("rejects.csv")) {
                places.add(row.getField("file") + ":" + row.getField("line") + ":" + row.getField("column") + " "
                        + row.getField("code"));
            }
            assertEquals(List.of(expected), places);
            return this;
        }

        /** Checks cells of an item's row in the register. */
        Run item(String id, Map<String, String> cells) {
            NamedCsvRecord row = item(id);
            cells.forEach((column, value) -> assertEquals(value, row.getField(column), () -> id + " " + column));
            return this;
        }

        /** Checks that an item has a warning. */
        Run warns(String id, String warning) {
            String warnings = item(id).getField("warnings");
            assertTrue(List.of(warnings.split(";", -1)).contains(warning), warnings);
            return this;
        }

        NamedCsvRecord item(String id) {
            return csv("register.csv").stream()
                    .filter(row -> row.getField("item_id").equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        List<NamedCsvRecord> csv(String file) {
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(out.resolve(file))) {
                return rows.stream().toList();
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }

        String text(String file) {
            try {
                return Files.readString(out.resolve(file));
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }

        JsonNode manifest() {
            try {
                return new ObjectMapper().readTree(text("manifest.json"));
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }

        JsonNode input(String file) {
            for (JsonNode input : manifest().get("inputs")) {
                if (input.get("name").asText().equals(file)) {
                    return input;
                }
            }
            throw new AssertionError("no input " + file);
        }

        private JsonNode table(String file) {
            return input(file).get("tables").get(0);
        }

        private void assertBalanced() {
            for (JsonNode input : manifest().get("inputs")) {
                for (JsonNode table : input.get("tables")) {
                    long sum = table.get("used").asLong()
                            + table.get("rejected").asLong()
                            + table.get("merged").asLong();
                    for (JsonNode rule : table.get("filtered")) {
                        sum += rule.asLong();
                    }
                    assertEquals(table.get("read").asLong(), sum, table::toString);
                }
            }
        }
    }
}
