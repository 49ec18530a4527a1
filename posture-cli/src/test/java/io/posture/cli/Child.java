package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line in a process of its own. */
final class Child {

    private final Process process;
    private final Path said;

    Child(Object... words) throws IOException {
        this(List.of(), List.of(), words);
    }

    /**
     * Starts it.
     *
     * @param wrapper a program that starts it
     * @param flags flags of the Java machine
     * @param words arguments of the command line
     */
    Child(List<String> wrapper, List<String> flags, Object... words) throws IOException {
        List<String> line = new ArrayList<>(wrapper);
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(flags);
        line.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        line.add(Main.class.getName());
        Arrays.stream(words).map(Object::toString).forEach(line::add);
        Path folder = Files.createTempDirectory("child");
        this.said = folder.resolve("said.txt");
        // a report on a mistake in the program would be written to where it runs
        this.process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    int end() throws InterruptedException {
        assertTrue(process.waitFor(2, TimeUnit.MINUTES), "the run does not end");
        return process.exitValue();
    }

    void killAfter(long nanos) throws InterruptedException {
        process.waitFor(nanos, TimeUnit.NANOSECONDS);
        process.destroyForcibly().waitFor();
    }

    /** Waits until a path is there, or the process has ended. */
    void await(Path path) {
        while (process.isAlive() && !Files.exists(path)) {
            Thread.onSpinWait();
        }
    }

    String said() {
        try {
            return Files.readString(said);
        } catch (IOException problem) {
            return problem.toString();
        }
    }
}
