package io.posture.io;

import io.posture.io.input.FileNotation;
import io.posture.io.mapping.Mapping;

/**
 * The mapping that files were read through.
 *
 * @param name what it is called: the id of a shipped profile, else the name of its file
 * @param status what its knowledge of the files rests on: {@code verified}, {@code from-docs}, {@code from-memory}; empty if it
 *     does not say
 * @param about what it is for, one line; empty if it does not say
 * @param notation what the user said of how the files are written; empty if nothing
 * @param shipped whether it ships with the program
 * @param detected whether it was found by the headers of the files; else it was named
 * @param bytes size of its file, bytes
 * @param sha256 hash of its file, hexadecimal
 */
public record UsedMapping(
        String name,
        String status,
        String about,
        String notation,
        boolean shipped,
        boolean detected,
        long bytes,
        String sha256) {

    /** A mapping by its file. */
    static UsedMapping of(ProfileFile profile, Mapping mapping, FileNotation said, boolean detected) {
        byte[] content = profile.content();
        return new UsedMapping(
                profile.id(),
                mapping.status().map(status -> status.word()).orElse(""),
                mapping.about(),
                said.text(),
                profile.shipped(),
                detected,
                content.length,
                profile.sha256(content));
    }

    /** The choice in words. */
    public String text() {
        return "read through " + (shipped ? "profile " : "mapping ") + name
                + (status.isEmpty() ? "" : " (" + status + ")")
                + (detected ? ", found by the header of the files" : "")
                + (notation.isEmpty() ? "" : ", " + notation) + (about.isEmpty() ? "" : ": " + about);
    }
}
