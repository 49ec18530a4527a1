package io.posture.xlsx;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a number in a cell is shown.
 *
 * @param kind as a plain number, a day, or a time of day
 * @param digits digits that an integer is filled up to with zeros; 0 for none
 */
record NumberFormat(Kind kind, int digits) {

    /** As the value is. */
    static final NumberFormat PLAIN = new NumberFormat(Kind.PLAIN, 0);

    // quoted and escaped texts, fillers, and brackets: colours, currencies, languages, conditions, elapsed time
    private static final Pattern NOT_CODE = Pattern.compile("\"[^\"]*\"?|\\\\.|[_*].|\\[[^\\]]*\\]?");
    private static final Pattern ELAPSED = Pattern.compile("\\[(h+|m+|s+)\\]", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILLED = Pattern.compile("0{2,40}");

    /** Kinds of formats that matter here. */
    enum Kind {
        /** A number. */
        PLAIN,
        /** A day, perhaps with its time. */
        DATE,
        /** A time of day. */
        TIME
    }

    /** A format that is known by its number alone. */
    static NumberFormat builtIn(int id) {
        boolean date = within(id, 14, 17) || id == 22 || within(id, 27, 31) || id == 36 || within(id, 50, 58);
        boolean time = within(id, 18, 21) || within(id, 32, 35) || id == 45 || id == 47;
        return date ? new NumberFormat(Kind.DATE, 0) : time ? new NumberFormat(Kind.TIME, 0) : PLAIN;
    }

    /**
     * A format by its code.
     *
     * @param code for example {@code dd.mm.yyyy}, {@code #,##0.00;[Red]-#,##0.00} or {@code 000000}
     */
    static NumberFormat of(String code) {
        boolean elapsed = ELAPSED.matcher(code).find();
        String first = NOT_CODE.matcher(code).replaceAll("");
        int end = first.indexOf(';');
        String plain = (end < 0 ? first : first.substring(0, end)).strip();
        Matcher filled = FILLED.matcher(plain);
        if (filled.matches()) {
            return new NumberFormat(Kind.PLAIN, plain.length());
        }
        String letters = plain.toLowerCase(Locale.ROOT);
        if (letters.equals("general") || elapsed) {
            return PLAIN;
        }
        boolean clock = has(letters, 'h') || has(letters, 's');
        if (has(letters, 'y') || has(letters, 'd') || (has(letters, 'm') && !clock)) {
            return new NumberFormat(Kind.DATE, 0);
        }
        return clock ? new NumberFormat(Kind.TIME, 0) : PLAIN;
    }

    private static boolean within(int id, int first, int last) {
        return id >= first && id <= last;
    }

    private static boolean has(String letters, char letter) {
        return letters.indexOf(letter) >= 0;
    }
}
