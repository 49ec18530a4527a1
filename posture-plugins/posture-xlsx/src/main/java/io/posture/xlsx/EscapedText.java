package io.posture.xlsx;

import java.io.IOException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that XML cannot hold, as workbooks write them: {@code _x000D_} for a carriage return. */
final class EscapedText {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final char UNKNOWN = '\uFFFD';

    private EscapedText() {}

    /** The text that a workbook means; spaces that do not break are spaces. */
    static String read(StringBuilder written) {
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '\u00A0' || c == '\u2007' || c == '\u202F') {
                written.setCharAt(i, ' ');
            }
        }
        if (written.indexOf("_x") < 0) {
            return written.toString();
        }
        Matcher matcher = ESCAPE.matcher(written);
        return matcher.replaceAll(found -> {
            char meant = (char) HexFormat.fromHexDigits(found.group(1));
            String text = Character.isSurrogate(meant) ? found.group() : String.valueOf(meant);
            return Matcher.quoteReplacement(text);
        });
    }

    /** A text as it is written into a workbook, safe within XML. */
    static void write(String text, Appendable to) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                to.append(c).append(text.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                to.append(UNKNOWN);
            } else if (c == '&') {
                to.append("&amp;");
            } else if (c == '<') {
                to.append("&lt;");
            } else if (c == '>') {
                to.append("&gt;");
            } else if (c == '"') {
                to.append("&quot;");
            } else if (isUnwritable(c) || looksEscaped(text, i)) {
                escape(c, to);
            } else {
                to.append(c);
            }
        }
    }

    private static void escape(char c, Appendable to) throws IOException {
        to.append("_x").append(HexFormat.of().withUpperCase().toHexDigits(c)).append('_');
    }

    private static boolean isUnwritable(char c) {
        boolean control = c < ' ' && c != '\t' && c != '\n';
        return control || c == '\uFFFE' || c == '\uFFFF';
    }

    private static boolean looksEscaped(String text, int at) {
        return text.startsWith("_x", at)
                && ESCAPE.matcher(text.substring(at, Math.min(text.length(), at + 7)))
                        .matches();
    }
}
