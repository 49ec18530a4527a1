package io.posture.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/** Numbers of cells as a person sees them: without exponents, without the noise of binary fractions, days as days. */
final class ShownNumber {

    // a spreadsheet shows 15 significant digits, whatever is stored
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);
    private static final int SIMPLE = 15;
    private static final int LONGEST = 400;
    private static final int LONGEST_PLAIN = 32;
    private static final int SECONDS_A_DAY = 86_400;
    private static final double LAST_SERIAL = 2_958_465;
    private static final int DAY_THAT_NEVER_WAS = 60;
    private static final LocalDate DAY_ZERO_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);

    private ShownNumber() {}

    /**
     * A number.
     *
     * @param stored as the file has it; what is no number stays as it is
     * @param digits digits that an integer is filled up to with zeros
     */
    static String plain(String stored, int digits) {
        String text = isInteger(stored) ? withoutZeros(stored) : rounded(stored);
        return digits > text.length() && isDigits(text) ? "0".repeat(digits - text.length()) + text : text;
    }

    /**
     * The day of a serial number, {@code YYYY-MM-DD}; times within a second of midnight belong to the day they are next to.
     *
     * @param stored as the file has it
     * @param from1904 whether days count from 1904
     * @return empty if it is no day that a spreadsheet can show
     */
    static Optional<String> day(String stored, boolean from1904) {
        double serial = serial(stored);
        if (!(serial >= 0 && serial < LAST_SERIAL + 1)) {
            return Optional.empty();
        }
        long day = Math.floorDiv(Math.round(serial * SECONDS_A_DAY), (long) SECONDS_A_DAY);
        if (from1904) {
            return Optional.of(DAY_ZERO_1904.plusDays(day).toString());
        }
        // the 1900 system has a 29 February 1900, so that days before it are one further on
        if (day == DAY_THAT_NEVER_WAS) {
            return Optional.of("1900-02-29");
        }
        return Optional.of(
                DAY_ZERO_1900.plusDays(day < DAY_THAT_NEVER_WAS ? day + 1 : day).toString());
    }

    /** Whether a serial number has a time beside its day. */
    static boolean hasTime(String stored) {
        double serial = serial(stored);
        return Math.floorMod(Math.round(serial * SECONDS_A_DAY), (long) SECONDS_A_DAY) != 0;
    }

    /** A time of day, {@code HH:MM:SS}; empty if it is none. */
    static Optional<String> time(String stored) {
        double serial = serial(stored);
        long second = Math.round(serial * SECONDS_A_DAY);
        if (!(serial >= 0) || second >= SECONDS_A_DAY) {
            return Optional.empty();
        }
        LocalTime time = LocalTime.ofSecondOfDay(second);
        return Optional.of(time.getSecond() == 0 ? time + ":00" : time.toString());
    }

    private static double serial(String stored) {
        try {
            return stored.length() > LONGEST ? Double.NaN : Double.parseDouble(stored);
        } catch (NumberFormatException noNumber) {
            return Double.NaN;
        }
    }

    private static String rounded(String stored) {
        if (stored.length() > LONGEST) {
            return stored;
        }
        try {
            BigDecimal value = new BigDecimal(stored.strip());
            BigDecimal shown = value.precision() > SIMPLE ? value.round(SHOWN) : value;
            if (shown.signum() == 0) {
                return "0";
            }
            BigDecimal stripped = shown.stripTrailingZeros();
            boolean longText = Math.abs((long) stripped.scale()) > LONGEST_PLAIN
                    || stripped.precision() - (long) stripped.scale() > LONGEST_PLAIN;
            return longText ? stripped.toString() : stripped.toPlainString();
        } catch (NumberFormatException noNumber) {
            return stored;
        }
    }

    private static boolean isInteger(String text) {
        return isDigits(text.startsWith("-") ? text.substring(1) : text);
    }

    private static String withoutZeros(String integer) {
        int from = 0;
        while (from < integer.length() - 1 && integer.charAt(from) == '0') {
            from++;
        }
        String text = integer.substring(from);
        return text.equals("-0") ? "0" : text;
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
