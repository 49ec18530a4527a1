package io.posture.xlsx;

import io.posture.io.input.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The row with the names of the columns.
 *
 * <p>Among the first rows that are not blank it is the one with the most texts, a text that is a number or date counting half,
 * and of several the first; the row after it must have at least two cells below its own. So titles above, which are narrow, rows
 * of data, which hold numbers, and remarks below, which nothing follows, are passed over, and where all cells are texts the first
 * full row is taken. Where no row of two texts is followed, the table has no rows, and its header is the row with the most texts.
 *
 * @param row number of the row, from 1
 * @param names names of the columns, trimmed; empty for a column without one
 * @param rowsAbove rows above it that are not blank
 */
record HeaderRow(int row, List<String> names, int rowsAbove) {

    private static final int ROWS_SEARCHED = 30;
    private static final int CELLS_BELOW = 2;
    private static final int SCORE_OF_TWO_TEXTS = 4;
    private static final Pattern NUMBER_OR_DATE = Pattern.compile("[\\d.,:/%' +-]+");

    /** A row that may be it; a text scores two, one that is a number or date scores one. */
    private record Candidate(int row, List<String> texts, List<CellKind> kinds, boolean named, int score) {}

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
        int followed = best(first, true);
        int best = followed < 0 || first.get(followed).score() < SCORE_OF_TWO_TEXTS ? best(first, false) : followed;
        if (best < 0) {
            throw new InputException(sheet + " has no header: none of its first " + first.size()
                    + " rows has texts as names of columns. Maybe insert a row with the names above the first row.");
        }
        return new HeaderRow(first.get(best).row(), names(first.get(best)), best);
    }

    /** Index of the first of the rows with the highest score; -1 if no row has texts. */
    private static int best(List<Candidate> rows, boolean followed) {
        int best = -1;
        for (int i = 0; i < rows.size(); i++) {
            boolean more = best < 0 || rows.get(i).score() > rows.get(best).score();
            best = more && rows.get(i).named() && (!followed || isFollowed(rows, i)) ? i : best;
        }
        return best;
    }

    private static Candidate candidate(SheetReader row) {
        List<String> texts = new ArrayList<>();
        List<CellKind> kinds = new ArrayList<>();
        boolean named = false;
        int score = 0;
        for (int i = 0; i < row.width(); i++) {
            texts.add(row.text(i));
            kinds.add(row.kind(i));
            if (row.kind(i) == CellKind.TEXT) {
                boolean name = !NUMBER_OR_DATE.matcher(row.text(i)).matches();
                named |= name;
                score += name ? 2 : 1;
            }
        }
        return new Candidate(row.row(), texts, kinds, named, score);
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
