package io.posture.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The written parts of a page of the documentation whose tables are measured. */
public final class Page {

    private Page() {}

    /** The text {@code head.md} beside a class. */
    public static String head(Class<?> beside) {
        return text(beside, "head.md");
    }

    /** The text {@code tail.md} beside a class. */
    public static String tail(Class<?> beside) {
        return text(beside, "tail.md");
    }

    private static String text(Class<?> beside, String name) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
