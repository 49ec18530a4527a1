package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    private static final String TERMINAL = "posture.terminal";

    /** Longer than the console waits before it shows a bar. */
    private static final long PATIENCE_MILLIS = 1_100;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void onATerminal() {
        System.setProperty(TERMINAL, "true");
    }

    @AfterEach
    void offTheTerminal() {
        System.clearProperty(TERMINAL);
    }

    @Test
    void readingIsShownWithRowsRateAndTimeLeft() throws InterruptedException {
        Console console = console(false);
        console.reading("demand.csv", 1, OptionalDouble.of(0));
        assertEquals("", err.toString());
        Thread.sleep(PATIENCE_MILLIS);
        console.reading("demand.csv", 3_000_000, OptionalDouble.of(0.5));
        String bar = err.toString();
        assertTrue(bar.startsWith("\r[" + "#".repeat(15) + "-".repeat(15) + "] demand.csv  3,000,000 rows, "), bar);
        assertTrue(bar.matches("(?s).* rows, [0-9,]+ a second, [0-9]+ s left *"), bar);
        console.result("done");
        assertTrue(err.toString().endsWith("\r"), "the bar stays behind");
        assertEquals("done\n", out.toString());
    }

    @Test
    void aReadingOfUnknownLengthShowsNoTimeLeft() throws InterruptedException {
        Console console = console(false);
        Thread.sleep(PATIENCE_MILLIS);
        console.reading("erp[demand]", 20_000, OptionalDouble.empty());
        assertTrue(err.toString().contains("erp[demand]  20,000 rows, "), err::toString);
        assertTrue(!err.toString().contains("left"), err::toString);
    }

    @Test
    void aQuietConsoleShowsNothing() throws InterruptedException {
        Console console = console(true);
        Thread.sleep(PATIENCE_MILLIS);
        console.reading("demand.csv", 20_000, OptionalDouble.of(0.5));
        console.progress(5, 10);
        assertEquals("", err.toString());
    }

    private Console console(boolean quiet) {
        return new Console(new PrintWriter(out), new PrintWriter(err), quiet);
    }
}
