package io.posture.io.writeback;

import java.util.regex.Pattern;

/** Names of files that are made from words of the data or of documents: only those that cannot lead anywhere else. */
final class FileName {

    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");
    private static final Pattern DEVICE = Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    private FileName() {}

    /**
     * The name, if it is allowed.
     *
     * @throws ExportRefusedException if it is not
     */
    static String of(String name) {
        boolean allowed =
                ALLOWED.matcher(name).matches() && !DEVICE.matcher(name).matches() && !name.endsWith(".");
        if (!allowed) {
            throw new ExportRefusedException(
                    "\"" + name + "\" cannot be a file name. Allowed: up to 64 of a-z, 0-9, '.' and"
                            + " '-', a letter or digit first, no '.' last, none of the names that Windows keeps for devices.");
        }
        return name;
    }
}
