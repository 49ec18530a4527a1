package io.posture.io.run;

import java.util.List;
import java.util.Locale;

/** A page of text for people, at most 100 columns wide, lines ended by LF. */
final class Page {

    private static final int WIDTH = 100;

    private final StringBuilder text = new StringBuilder();

    Page() {}

    void heading(String heading) {
        text.append('\n').append(heading).append('\n');
    }

    /** A row of a table: a label and up to five right-aligned cells. */
    void row(String label, String first, String second, String third, String fourth, String fifth) {
        String row = String.format(
                Locale.ROOT, "  %-34s%8s%9s%18s%9s%18s", PlainText.of(label), first, second, third, fourth, fifth);
        text.append(row.stripTrailing()).append('\n');
    }

    /** A row of a table with equal columns, as many as fit. */
    void columns(String label, List<String> cells) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "  %-34s", PlainText.of(label)));
        cells.stream().limit(5).forEach(cell -> row.append(String.format(Locale.ROOT, "%12s", PlainText.of(cell))));
        text.append(row.toString().stripTrailing()).append('\n');
    }

    /** A paragraph whose lines all begin with an indent, and all but the first with a further one. */
    void paragraph(String indent, String hanging, String paragraph) {
        for (String line : PlainText.wrap(paragraph, WIDTH - indent.length(), hanging)) {
            text.append(indent).append(line).append('\n');
        }
    }

    static String counted(long count, String what) {
        return grouped(count) + " " + what + (count == 1 ? "" : "s");
    }

    static String percent(double part, double whole) {
        return whole > 0 ? String.format(Locale.ROOT, "%.1f %%", 100 * part / whole) : "";
    }

    static String money(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
