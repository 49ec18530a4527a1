package io.posture.cli;

import java.util.ArrayList;
import java.util.List;

/** Reads CSV for tests, by no code of the program. */
final class CsvCells {

    private CsvCells() {}

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
