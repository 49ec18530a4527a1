package io.posture.cli;

import io.posture.io.run.PlainText;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** Where a command writes: results to standard output, everything else to standard error. */
final class Console {

    private static final String TERMINAL = "posture.terminal";
    private static final long PATIENCE_NANOS = 1_000_000_000L;
    private static final long REDRAW_NANOS = 200_000_000L;
    private static final int BAR = 30;
    private static final int WIDEST = 119;

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean quiet;
    private final long since = System.nanoTime();
    private long drawn;
    private int barLength;
    private String read = "";
    private long readRows;
    private long readSince;
    private volatile boolean silenced;

    Console(PrintWriter out, PrintWriter err, boolean quiet) {
        this.out = out;
        this.err = err;
        this.quiet = quiet;
    }

    /** A part of the result, as it is; a line end is added if it has none. */
    void result(String text) {
        if (!silenced) {
            clearBar();
            out.print(text.endsWith("\n") ? text : text + "\n");
            out.flush();
        }
    }

    /** A piece of a long result, as it is; the last piece is a {@link #result}. */
    void part(String text) {
        if (!silenced) {
            out.print(text);
        }
    }

    /** Something that happened on the way; not shown when the command is to be quiet. */
    void note(String sentence) {
        if (!quiet) {
            problem(sentence);
        }
    }

    /** Something that went wrong. */
    void problem(String text) {
        if (!silenced) {
            clearBar();
            text.lines().map(PlainText::of).forEach(err::println);
            err.flush();
        }
    }

    /** How far the work is, shown on a terminal if it takes more than a second. */
    void progress(long done, long all) {
        draw(() -> String.format(
                Locale.ROOT, "[%s] %,d of %,d items", bar(all == 0 ? 1 : (double) done / all), done, all));
    }

    /**
     * How far the reading of a file is, shown on a terminal if it takes more than a second: rows, rows a second, and the time
     * that is left.
     *
     * @param rows rows read of the file
     * @param share share of the file that was read, 0 to 1; empty if nobody knows
     */
    void reading(String file, long rows, OptionalDouble share) {
        if (!file.equals(read) || rows < readRows) {
            read = file;
            readSince = System.nanoTime();
        }
        readRows = rows;
        draw(() -> {
            double seconds = Math.max(1e-3, (System.nanoTime() - readSince) / 1e9);
            String known = String.format(Locale.ROOT, "%s  %,d rows, %,.0f a second", file, rows, rows / seconds);
            return share.isPresent() && share.getAsDouble() > 0
                    ? String.format(
                            Locale.ROOT,
                            "[%s] %s, %.0f s left",
                            bar(share.getAsDouble()),
                            known,
                            Math.ceil(seconds * (1 - share.getAsDouble()) / share.getAsDouble()))
                    : known;
        });
    }

    private static String bar(double share) {
        int filled = (int) (BAR * Math.min(1, share));
        return "#".repeat(filled) + "-".repeat(BAR - filled);
    }

    private void draw(Supplier<String> line) {
        long now = System.nanoTime();
        if (quiet || silenced || !Boolean.getBoolean(TERMINAL) || now - since < PATIENCE_NANOS) {
            return;
        }
        if (now - drawn > REDRAW_NANOS) {
            drawn = now;
            String text = PlainText.of(line.get());
            String shown = text.substring(0, Math.min(WIDEST, text.length()));
            err.print("\r" + shown + " ".repeat(Math.max(0, barLength - shown.length())));
            err.flush();
            barLength = shown.length();
        }
    }

    /** Says one last thing; what follows is noise of a program that is being stopped. */
    void silence(String lastWords) {
        problem(lastWords);
        silenced = true;
    }

    private void clearBar() {
        if (barLength > 0) {
            err.print("\r" + " ".repeat(barLength) + "\r");
            barLength = 0;
        }
    }
}
