package io.posture.io.run;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Texts of the data on their way to a terminal or a text file for people. */
public final class PlainText {

    private static final Pattern ESCAPE_SEQUENCE =
            Pattern.compile("\u001B(\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001B]*(\u0007|\u001B\\\\)|[@-_])");

    // the characters that reorder text for display
    private static final Pattern DIRECTION = Pattern.compile("[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}|[\u2028\u2029]");

    private PlainText() {}

    /** One line without terminal escapes, control characters and characters that reorder text. */
    public static String of(String text) {
        String calm = ESCAPE_SEQUENCE.matcher(text).replaceAll("");
        return CONTROL.matcher(DIRECTION.matcher(calm).replaceAll("")).replaceAll(" ");
    }

    /**
     * A text broken into lines.
     *
     * @param text cleaned by {@link #of} first
     * @param width longest line, in characters, the indent included; a longer word is cut
     * @param indent what every line but the first begins with
     */
    public static List<String> wrap(String text, int width, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : of(text).strip().split(" +", -1)) {
            String rest = word;
            while (!rest.isEmpty()) {
                boolean fresh = line.toString().isBlank();
                int room = width - line.length() - (fresh ? 0 : 1);
                if (rest.length() <= room) {
                    line.append(fresh ? "" : " ").append(rest);
                    rest = "";
                } else if (fresh) {
                    line.append(rest, 0, room);
                    rest = rest.substring(room);
                } else {
                    lines.add(line.toString());
                    line = new StringBuilder(indent);
                }
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
