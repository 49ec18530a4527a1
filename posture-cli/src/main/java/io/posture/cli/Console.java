package io.posture.cli;

import io.posture.io.run.PlainText;
import java.io.PrintWriter;
import java.util.Locale;

/** Where a command writes: results to standard output, everything else to standard error. */
final class Console {

    private static final String TERMINAL = "posture.terminal";
    private static final long PATIENCE_NANOS = 1_000_000_000L;
    private static final long REDRAW_NANOS = 200_000_000L;
    private static final int BAR = 30;

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean quiet;
    private final long since = System.nanoTime();
    private long drawn;
    private boolean barShown;
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
        long now = System.nanoTime();
        if (quiet || silenced || !Boolean.getBoolean(TERMINAL) || now - since < PATIENCE_NANOS) {
            return;
        }
        if (now - drawn > REDRAW_NANOS) {
            drawn = now;
            barShown = true;
            int filled = all == 0 ? BAR : (int) (BAR * done / all);
            err.printf(
                    Locale.ROOT, "\r[%s%s] %,d of %,d items", "#".repeat(filled), "-".repeat(BAR - filled), done, all);
            err.flush();
        }
    }

    /** Says one last thing; what follows is noise of a program that is being stopped. */
    void silence(String lastWords) {
        problem(lastWords);
        silenced = true;
    }

    private void clearBar() {
        if (barShown) {
            barShown = false;
            err.print("\r" + " ".repeat(BAR + 40) + "\r");
        }
    }
}
