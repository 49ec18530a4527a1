package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands on a finished run name it in one way, and say the same where there is none. */
class RunOptionTest {

    @TempDir
    private Path work;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "why bolt",
                "whatif bolt --set lead_time_sd=2",
                "override bolt safety_stock=5 --reason CONTRACT --rationale why --by me --expires 2027-01-01",
                "optimize --budget 1",
                "review",
                "export --to generic",
                "rejects",
                "rejects show E-NUM-003",
                "stress"
            })
    void everyCommandThatTakesOneSaysWhereThereIsNoRun(String words) {
        Path nowhere = work.resolve("nowhere");
        List<Object> command = new ArrayList<>(Arrays.asList((Object[]) words.split(" ", -1)));
        Terminal help = Terminal.run(command.get(0), "--help");
        assertTrue(help.out().matches("(?s).* --run=DIR +the run folder, default: out\\R.*"), help::out);
        command.add("--run");
        command.add(nowhere);
        Terminal refused = Terminal.run(command.toArray());
        assertEquals(ExitCode.USAGE, refused.exitCode(), refused::all);
        assertTrue(
                refused.err()
                        .contains("there is no run in " + nowhere
                                + ". Maybe: posture demo, or posture assess DATA, or posture " + command.get(0)),
                refused::err);
    }
}
