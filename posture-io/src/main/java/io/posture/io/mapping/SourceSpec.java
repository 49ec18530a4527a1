package io.posture.io.mapping;

import io.posture.io.table.Notation;
import java.util.List;

/**
 * A file that a mapping reads from.
 *
 * @param id how the mapping calls it
 * @param filePattern what the file may be called, with {@code *} and {@code ?}
 * @param signature columns that tell the file from others; all must be there
 * @param notation how it writes dates, numbers and the absence of a value
 */
public record SourceSpec(String id, String filePattern, List<String> signature, Notation notation) {

    /** Copies. */
    public SourceSpec {
        signature = List.copyOf(signature);
    }
}
