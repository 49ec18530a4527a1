package io.posture.xlsx;

import io.posture.io.input.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The row with the names of the columns.
 *
 * <p>Among the first rows that are not blank it is the one with the most texts, numbers and dates not being texts, and of
 * several the first; the row after it must have at least two cells below its own. So titles above, which are narrow, rows of
 * data, which hold numbers, and remarks below, which nothing follows, are passed over, and where all cells are texts the first
 * full row is taken.
 *
 * @param row number of the row, from 1
 * @param names names of the columns, trimmed; empty for a column without one
 * @param rowsAbove rows above it that are not blank
 */
record HeaderRow(int row, List<String> names, int rowsAbove) {

    private static final int ROWS_SEARCHED = 30;
    private static final int CELLS_BELOW = 2;
    private static final Pattern NUMBER_OR_DATE = Pattern.compile("[\\d.,:/%' +-]+");

    private record Candidate(int row, List<String> texts, List<CellKind> kinds, int score) {}

    /** Copies. */
    HeaderRow {
        names = List.copyOf(names);
    }

    /**
     * Finds it.
     *
     * @param sheet name of the sheet, for messages
     * @param rows the sheet before its first row
     * @throws InputException if there is none
     */
    static HeaderRow find(String sheet, SheetReader rows, MergedAreas merged) {
        List<Candidate> first = new ArrayList<>();
        while (first.size() <= ROWS_SEARCHED && rows.next()) {
            merged.fill(rows);
            if (rows.width() > 0) {
                first.add(candidate(rows));
            }
        }
        if (first.isEmpty()) {
            throw new InputException(sheet + " is empty: none of its cells holds anything");
        }
        int best = -1;
        for (int i = 0; i < first.size(); i++) {
            boolean more = best < 0 || first.get(i).score() > first.get(best).score();
            best = more && first.get(i).score() > 0 && isFollowed(first, i) ? i : best;
        }
        return best < 0
                ? headerAlone(sheet, first)
                : new HeaderRow(first.get(best).row(), names(first.get(best)), best);
    }

    /** A table without rows has its header as the row with the most texts. */
    private static HeaderRow headerAlone(String sheet, List<Candidate> rows) {
        int best = 0;
        for (int i = 1; i < rows.size(); i++) {
            best = rows.get(i).score() > rows.get(best).score() ? i : best;
        }
        if (rows.get(best).score() == 0) {
            throw new InputException(sheet + " has no header: none of its first " + rows.size()
                    + " rows has texts as names of columns. Maybe insert a row with the names above the first row.");
        }
        return new HeaderRow(rows.get(best).row(), names(rows.get(best)), best);
    }

    private static Candidate candidate(SheetReader row) {
        List<String> texts = new ArrayList<>();
        List<CellKind> kinds = new ArrayList<>();
        int score = 0;
        for (int i = 0; i < row.width(); i++) {
            texts.add(row.text(i));
            kinds.add(row.kind(i));
            boolean text = row.kind(i) == CellKind.TEXT
                    && !NUMBER_OR_DATE.matcher(row.text(i)).matches();
            score += text ? 1 : 0;
        }
        return new Candidate(row.row(), texts, kinds, score);
    }

    private static boolean isFollowed(List<Candidate> rows, int index) {
        if (index + 1 >= rows.size()) {
            return false;
        }
        List<CellKind> above = rows.get(index).kinds();
        List<CellKind> below = rows.get(index + 1).kinds();
        int both = 0;
        int filled = 0;
        for (int i = 0; i < above.size(); i++) {
            boolean here = above.get(i) != CellKind.EMPTY;
            filled += here ? 1 : 0;
            both += here && i < below.size() && below.get(i) != CellKind.EMPTY ? 1 : 0;
        }
        return both >= Math.min(CELLS_BELOW, filled);
    }

    private static List<String> names(Candidate row) {
        return row.texts().stream()
                .map(text -> text.strip().replaceAll("\\s+", " "))
                .toList();
    }
}
