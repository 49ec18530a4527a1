package io.posture.io.mapping;

import java.util.List;

/**
 * A source of a mapping: a file, or several that are read one after the other.
 *
 * @param id how the mapping calls it
 * @param filePattern what its files may be called, with {@code *} and {@code ?}
 * @param signature columns that tell its files from others; all must be there
 * @param notation how it writes dates, numbers and the absence of a value
 * @param optional whether the mapping can do without it; tables that are made from it stay away then
 */
public record SourceSpec(
        String id, String filePattern, List<String> signature, DeclaredNotation notation, boolean optional) {

    /** Copies. */
    public SourceSpec {
        signature = List.copyOf(signature);
    }
}
