package io.posture.stress;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How shocks are written on a command line: {@code V-2031=30d}, {@code +50%=30d}, {@code x3}. */
public final class ShockNotation {

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})([dw])");
    private static final Pattern RISE = Pattern.compile("\\+([0-9]{1,6}(?:\\.[0-9]{1,6})?)%");
    private static final Pattern TIMES = Pattern.compile("x([0-9]{1,6}(?:\\.[0-9]{1,6})?)");
    private static final int WEEK_DAYS = 7;

    private ShockNotation() {}

    /**
     * A supplier that is down: {@code ID=30d}.
     *
     * @throws IllegalArgumentException if the text is not of that form
     */
    public static Shock supplierDown(String text) {
        return new Shock.SupplierDown(before(text, "V-2031=30d"), duration(after(text, "V-2031=30d"), text));
    }

    /**
     * A lane that is closed: {@code ID=60d}.
     *
     * @throws IllegalArgumentException if the text is not of that form
     */
    public static Shock laneClosed(String text) {
        return new Shock.LaneClosed(before(text, "SUEZ=60d"), duration(after(text, "SUEZ=60d"), text));
    }

    /**
     * Demand that rises: {@code +50%=30d}.
     *
     * @throws IllegalArgumentException if the text is not of that form
     */
    public static Shock demand(String text) {
        Matcher rise = RISE.matcher(before(text, "+50%=30d"));
        if (!rise.matches()) {
            throw refused(text, "+50%=30d", "a rise begins with + and ends with %");
        }
        return new Shock.DemandUp(number(rise.group(1)) / 100, duration(after(text, "+50%=30d"), text));
    }

    /**
     * Lead times that grow: {@code x3} for good, {@code x3=60d} for a time.
     *
     * @throws IllegalArgumentException if the text is not of that form
     */
    public static Shock leadTimes(String text) {
        int equals = text.lastIndexOf('=');
        Matcher times = TIMES.matcher(equals < 0 ? text : text.substring(0, equals));
        if (!times.matches()) {
            throw refused(text, "x3", "a multiple begins with x");
        }
        OptionalInt days =
                equals < 0 ? OptionalInt.empty() : OptionalInt.of(duration(text.substring(equals + 1), text));
        return new Shock.LeadTimesTimes(number(times.group(1)), days, 0);
    }

    /**
     * A node that fails: {@code ID} for its time to recover, {@code ID=30d} for a time.
     *
     * @throws IllegalArgumentException if the text is not of that form
     */
    public static Shock nodeDown(String text) {
        if (text.indexOf('=') < 0) {
            return new Shock.NodeDown(text);
        }
        return new Shock.NodeDown(before(text, "V-2031=30d"), duration(after(text, "V-2031=30d"), text));
    }

    /**
     * A duration: {@code 30d}, {@code 6w}.
     *
     * @return days, 1 to 3650
     * @throws IllegalArgumentException if the text is not of that form or not within that range
     */
    public static int days(String text) {
        return duration(text, text);
    }

    // the id itself may hold an equals sign
    private static String before(String text, String example) {
        int equals = text.lastIndexOf('=');
        if (equals <= 0) {
            throw refused(text, example, "what happens stands before =, how long after it");
        }
        return text.substring(0, equals);
    }

    private static String after(String text, String example) {
        String after = text.substring(text.lastIndexOf('=') + 1);
        if (after.isEmpty()) {
            throw refused(text, example, "the duration is missing");
        }
        return after;
    }

    private static int duration(String duration, String text) {
        Matcher matcher = DURATION.matcher(duration);
        if (!matcher.matches()) {
            throw refused(
                    text, "30d", "a duration is a whole number and d for days or w for weeks, was '" + duration + "'");
        }
        int days = Integer.parseInt(matcher.group(1)) * ("w".equals(matcher.group(2)) ? WEEK_DAYS : 1);
        if (!(days >= 1 && days <= Shock.LONGEST_DAYS)) {
            throw refused(text, "30d", "a duration is 1 to " + Shock.LONGEST_DAYS + " days, was " + duration);
        }
        return days;
    }

    private static double number(String digits) {
        return Double.parseDouble(digits);
    }

    private static IllegalArgumentException refused(String text, String example, String why) {
        return new IllegalArgumentException("cannot read '" + text + "': " + why + ". Write it like " + example + ".");
    }
}
