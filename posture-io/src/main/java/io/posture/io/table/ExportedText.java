package io.posture.io.table;

import java.util.regex.Pattern;

/** Numbers and dates as business systems export them, brought to the form that a notation describes. */
public final class ExportedText {

    private static final Pattern GROUPED =
            Pattern.compile("\\d{1,3}(?:[\\p{Zs}'\u2019]\\d{3})+(?:[.,]\\d*)?", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern GROUPING = Pattern.compile("[\\p{Zs}'\u2019]");
    private static final Pattern NO_DATE = Pattern.compile("0+([./-]0+)*");

    private ExportedText() {}

    /** A number with its minus in front and without blanks and apostrophes between groups of three digits. */
    public static String number(String text) {
        if (plain(text)) {
            return text;
        }
        String plain = Blanks.strip(text);
        boolean minus = plain.endsWith("-") && plain.length() > 1 && "+-".indexOf(plain.charAt(0)) < 0;
        String body = minus ? Blanks.strip(plain.substring(0, plain.length() - 1)) : plain;
        boolean signed = !body.isEmpty() && "+-".indexOf(body.charAt(0)) >= 0;
        String digits = signed ? Blanks.strip(body.substring(1)) : body;
        if (GROUPED.matcher(digits).matches()) {
            digits = GROUPING.matcher(digits).replaceAll("");
        }
        return (minus ? "-" : signed ? body.substring(0, 1) : "") + digits;
    }

    /** Whether there is nothing to bring to another form: digits, points and commas, after a sign perhaps. */
    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean sign = i == 0 && (c == '-' || c == '+') && text.length() > 1;
            if (!sign && c != '.' && c != ',' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text stands for no date: zeros only, as {@code 00000000} or {@code 00.00.0000}. */
    public static boolean noDate(String text) {
        return NO_DATE.matcher(text).matches();
    }
}
