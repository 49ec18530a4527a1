package io.posture.xlsx;

import java.util.OptionalInt;

/** Places of cells as sheets write them: {@code B12}. */
final class CellPlace {

    private static final int LONGEST = 9;

    private CellPlace() {}

    /**
     * Index of the column of a place, from 0.
     *
     * @return empty if the text is no place, or one that no sheet has
     */
    static OptionalInt column(String place) {
        int column = 0;
        int i = 0;
        while (i < place.length() && letter(place.charAt(i)) > 0) {
            column = column * 26 + letter(place.charAt(i));
            if (column > Limits.COLUMNS) {
                return OptionalInt.empty();
            }
            i++;
        }
        return i == 0 ? OptionalInt.empty() : OptionalInt.of(column - 1);
    }

    /** Number of the row of a place, from 1; empty if the text is no place, or one that no sheet has. */
    static OptionalInt row(String place) {
        int i = 0;
        while (i < place.length() && letter(place.charAt(i)) > 0) {
            i++;
        }
        OptionalInt row = count(place.substring(i));
        return row.isPresent() && row.getAsInt() >= 1 && row.getAsInt() <= Limits.ROWS ? row : OptionalInt.empty();
    }

    /** A whole number of up to nine digits. */
    static OptionalInt count(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return OptionalInt.empty();
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return OptionalInt.empty();
            }
            number = number * 10 + c - '0';
        }
        return OptionalInt.of(number);
    }

    /** Letters of a column, for example {@code AB} for index 27. */
    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.append((char) ('A' + rest % 26));
        }
        return letters.reverse().toString();
    }

    private static int letter(char c) {
        return c >= 'A' && c <= 'Z' ? c - 'A' + 1 : c >= 'a' && c <= 'z' ? c - 'a' + 1 : 0;
    }
}
