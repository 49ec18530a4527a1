package io.posture.io;

import io.posture.io.input.FileNotation;
import io.posture.io.input.InputFile;
import io.posture.io.mapping.Mapping;
import io.posture.io.mapping.MappingReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The file of a profile.
 *
 * @param id what it is called: the id of a shipped one, else the name of its file
 * @param file where it is
 * @param shipped whether it ships with the program
 * @param bundled data that ships with it
 */
record ProfileFile(String id, InputFile file, boolean shipped, List<InputFile> bundled) {

    /** Copies. */
    ProfileFile {
        bundled = List.copyOf(bundled);
    }

    /** A mapping of the user's. */
    static ProfileFile own(InputFile file) {
        return new ProfileFile(file.name(), file, false, List.of());
    }

    /**
     * The mapping in it.
     *
     * @throws io.posture.io.input.MappingException if it says something that cannot be meant
     */
    Mapping mapping() {
        return MappingReader.read(file);
    }

    /**
     * The mapping in it.
     *
     * @param said how files are written where it leaves that open
     * @throws io.posture.io.input.MappingException if it says something that cannot be meant
     */
    Mapping mapping(FileNotation said) {
        return MappingReader.read(file, said);
    }

    /** Its bytes. */
    byte[] content() {
        try (InputStream in = file.open()) {
            return in.readAllBytes();
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read " + file.path() + ": " + problem, problem);
        }
    }

    /** Hash of its bytes, hexadecimal. */
    String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
