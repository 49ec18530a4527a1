package io.posture.io.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationTest {

    @TempDir
    private Path work;

    private Path out = Path.of("");

    @BeforeEach
    void run() {
        out = work.resolve("out");
        new SmallRun().item("a", 2).item("b", 3).into(out);
    }

    @Test
    void untouchedRunIsSound() {
        Verification verification = Verification.of(out);
        assertEquals(List.of(), verification.problems());
        assertEquals(8, verification.files());
    }

    @ParameterizedTest
    @ValueSource(strings = {"register.csv", "explanations.jsonl", "rejects.csv", "summary.txt"})
    void editedFileIsNamed(String name) throws IOException {
        Path file = out.resolve(name);
        String text = Files.readString(file);
        char last = text.charAt(text.length() - 2);
        Files.writeString(file, text.substring(0, text.length() - 2) + (char) (last ^ 1) + "\n");
        assertEquals(
                List.of(name + " was changed after the run: its hash differs"),
                Verification.of(out).problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"register.csv", "explanations.jsonl", "rejects.csv", "summary.txt"})
    void missingFileIsNamed(String name) throws IOException {
        Files.delete(out.resolve(name));
        assertEquals(List.of(name + " is missing"), Verification.of(out).problems());
    }

    @Test
    void cutFileIsNamedWithItsSizes() throws IOException {
        Files.writeString(out.resolve("register.csv"), "");
        String problem = Verification.of(out).problems().get(0);
        assertTrue(problem.startsWith("register.csv was changed after the run: it has 0 bytes, had "), problem);
    }

    @Test
    void furtherFileIsNamed() throws IOException {
        Files.writeString(out.resolve("note.txt"), "");
        assertEquals(
                List.of("note.txt was not written by the run"),
                Verification.of(out).problems());
    }

    @Test
    void editedManifestIsNoticed() throws IOException {
        Path file = out.resolve(RunFiles.MANIFEST);
        Files.writeString(file, Files.readString(file).replace("\"seed\" : 1", "\"seed\" : 2"));
        assertEquals(
                List.of("manifest.json was changed after the run"),
                Verification.of(out).problems());
    }

    @Test
    void manifestThatNamesAFileElsewhereIsNotFollowed() throws IOException {
        Path file = out.resolve(RunFiles.MANIFEST);
        Files.writeString(file, Files.readString(file).replace("\"register.csv\"", "\"../secret.csv\""));
        List<String> problems = Verification.of(out).problems();
        assertTrue(
                problems.contains("the manifest names the file '../secret.csv', which no run writes"),
                problems::toString);
        assertTrue(problems.contains("register.csv is not in the manifest"), problems::toString);
    }

    @Test
    void folderWithoutManifestIsNoRun() throws IOException {
        Files.delete(out.resolve(RunFiles.MANIFEST));
        assertTrue(Verification.of(out).problems().get(0).contains("manifest.json is missing"));
    }
}
