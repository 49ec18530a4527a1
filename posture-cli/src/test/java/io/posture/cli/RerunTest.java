package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.Outcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RerunTest {

    @TempDir
    private Path work;

    private Path data = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void prepare() {
        data = SmallData.in(work.resolve("data"));
        out = work.resolve("out");
    }

    @Test
    void untouchedRunIsReadAgainWithItsPolicyDayAndSeed() {
        Path policy = SmallData.write(work.resolve("posture.yaml"), "posture: v1\ncurrency: EUR\ncarrying_rate: 0.3\n");
        assess("--policy", policy, "--as-of", "2026-09-30", "--seed", 7);
        try (Rerun rerun = Rerun.of(out, "why ITEM", console())) {
            assertEquals("2026-09-30", rerun.imported().population().asOf().toString());
            assertEquals(0.3, rerun.policy().profile().carryingRate(), 0);
            List<String> decided = new ArrayList<>();
            rerun.engine(1)
                    .assess(
                            () -> rerun.imported().population().items(),
                            outcome -> decided.add(
                                    outcome instanceof Outcome.Decided
                                            ? outcome.id().sku()
                                            : "not decided"));
            assertEquals(List.of("bolt", "nut", "washer"), decided);
        }
    }

    @Test
    void demoRunIsReadAgain() {
        assertEquals(0, Terminal.run("demo", "--out", out).exitCode());
        try (Rerun rerun = Rerun.of(out, "why ITEM", console())) {
            assertEquals(rerun.manifest().runId(), rerun.facts().runId());
        }
    }

    @Test
    void changedInputIsNamed() {
        assess();
        SmallData.write(data.resolve("demand.csv"), read(data.resolve("demand.csv")) + "bolt,2026-10-05,3\n");
        String message = refusal();
        assertTrue(message.contains(data.resolve("demand.csv") + " was changed"), message);
        assertTrue(message.contains("posture assess --out " + out), message);
    }

    @Test
    void newAndLostInputsAreNamed() throws IOException {
        assess();
        SmallData.write(data.resolve("country_risk.csv"), "country,score\nDE,0.1\n");
        Files.delete(data.resolve("suppliers.csv"));
        String message = refusal();
        assertTrue(message.contains("suppliers.csv is not there any more"), message);
        assertTrue(message.contains("country_risk.csv is new"), message);
    }

    @Test
    void changedPolicyIsNamedBySetting() {
        Path policy = SmallData.write(work.resolve("posture.yaml"), "posture: v1\nmax_reject_rate: 0.1\n");
        assess("--policy", policy);
        SmallData.write(policy, "posture: v1\nmax_reject_rate: 0.2\n");
        String message = refusal();
        assertTrue(message.contains("setting max_reject_rate was 0.1, is 0.2"), message);
    }

    @Test
    void lostDataAreRefused() throws IOException {
        assess();
        Files.delete(data.resolve("items.csv"));
        CommandException refused = assertThrows(CommandException.class, () -> Rerun.of(out, "why ITEM", console()));
        assertEquals(ExitCode.INPUT_UNUSABLE, refused.exitCode());
        assertTrue(refused.getMessage().contains("cannot be read again"), refused::getMessage);
    }

    @Test
    void folderWithoutRunIsRefused() {
        String message = refusal();
        assertTrue(message.contains("there is no run in " + out), message);
        assertTrue(message.contains("posture why ITEM --run DIR"), message);
    }

    private String refusal() {
        CommandException refused = assertThrows(CommandException.class, () -> Rerun.of(out, "why ITEM", console()));
        assertEquals(ExitCode.USAGE, refused.exitCode());
        return String.valueOf(refused.getMessage());
    }

    private void assess(Object... more) {
        List<Object> words = new ArrayList<>(List.of("assess", data, "--out", out));
        words.addAll(List.of(more));
        Terminal terminal = Terminal.run(words.toArray());
        assertEquals(0, terminal.exitCode(), terminal::all);
    }

    private static Console console() {
        return new Console(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), true);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
