package io.posture.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The written part of a page of the documentation whose tables are measured. */
public final class Page {

    private Page() {}

    /** The text {@code head.md} beside a class. */
    public static String head(Class<?> beside) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream("head.md"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
