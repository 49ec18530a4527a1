package io.posture.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads CSV for tests, by no code of the program. */
final class CsvCells {

    private CsvCells() {}

    /** The first row of a file whose first cell is a key, by the names of its columns. */
    static Map<String, String> row(Path file, String key) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> header = of(lines.get(0));
        List<String> cells = lines.stream()
                .map(CsvCells::of)
                .filter(row -> row.get(0).equals(key))
                .findFirst()
                .orElseThrow();
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            row.put(header.get(i), cells.get(i));
        }
        return row;
    }

    /** The cells of a line of CSV, quotes taken off. */
    static List<String> of(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char sign = line.charAt(i);
            if (sign == '"') {
                quoted = !quoted;
            } else if (sign == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(sign);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
