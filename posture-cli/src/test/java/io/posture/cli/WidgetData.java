package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Ten widgets a day at a cost of 10 and a margin of 4, of which 200 are there, and 200 parts where there is a bill of materials. */
final class WidgetData {

    private WidgetData() {}

    /** Items, demand and stock in a folder {@code data}, and further tables by name and text. */
    static Path in(Path work, String... tables) {
        Path folder = work.resolve("data");
        StringBuilder demand = new StringBuilder("item_id,date,quantity\n");
        for (int day = 0; day < 420; day++) {
            demand.append("widget,")
                    .append(LocalDate.of(2025, 1, 6).plusDays(day))
                    .append(",10\n");
        }
        boolean part = Arrays.asList(tables).contains("bom");
        SmallData.write(
                folder.resolve("items.csv"),
                "item_id,base_uom,unit_cost,unit_margin,item_type\nwidget,C62,10,4,finished\n"
                        + (part ? "part,C62,1,,component\n" : ""));
        SmallData.write(folder.resolve("demand.csv"), demand.toString());
        SmallData.write(
                folder.resolve("stock.csv"),
                "item_id,as_of,quantity\nwidget,2026-03-01,200\n" + (part ? "part,2026-03-01,200\n" : ""));
        for (int i = 0; i < tables.length; i += 2) {
            SmallData.write(folder.resolve(tables[i] + ".csv"), tables[i + 1]);
        }
        return folder;
    }

    /** What {@code posture stress --json} says of data. */
    static JsonNode stress(Path data, Object... options) {
        List<Object> words = new ArrayList<>(List.of("stress", data, "--json", "--quiet"));
        words.addAll(List.of(options));
        Terminal terminal = Terminal.run(words.toArray());
        assertEquals(0, terminal.exitCode(), terminal::all);
        try {
            return new ObjectMapper().readTree(terminal.out());
        } catch (JsonProcessingException noJson) {
            throw new AssertionError(terminal.all(), noJson);
        }
    }
}
