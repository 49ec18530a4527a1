package io.posture.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** A file that says what went wrong in the program, for whoever repairs it. */
final class CrashReport {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private CrashReport() {}

    /** Writes the report to the first folder that takes it; empty if none does. */
    static Optional<Path> write(Throwable problem, List<String> arguments, Clock clock, List<Path> folders) {
        String name = "posture-crash-" + TIME.format(clock.instant()) + ".txt";
        String text = text(problem, arguments);
        return folders.stream()
                .map(folder -> folder.resolve(name).toAbsolutePath())
                .filter(file -> written(file, text))
                .findFirst();
    }

    private static boolean written(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            return true;
        } catch (IOException notHere) {
            return false;
        }
    }

    private static String text(Throwable problem, List<String> arguments) {
        StringWriter stack = new StringWriter();
        problem.printStackTrace(new PrintWriter(stack));
        return "posture " + Version.TEXT + "\nJava " + System.getProperty("java.runtime.version") + " on "
                + System.getProperty("os.name") + " " + System.getProperty("os.version") + "\narguments: " + arguments
                + "\n\n" + stack;
    }
}
