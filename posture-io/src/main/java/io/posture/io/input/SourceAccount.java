package io.posture.io.input;

import java.util.List;

/**
 * One input file and what became of its rows.
 *
 * @param name its name without folders, with the table in brackets if it is one of several in the file
 * @param path the file as it was given, likewise
 * @param bytes its size as stored, bytes
 * @param sha256 hash of these bytes, hexadecimal
 * @param encoding how it is stored, for example {@code UTF-8} or {@code xlsx}
 * @param rows its rows, the header not counted
 * @param tables what became of them, one account per table that is read from the file
 */
public record SourceAccount(
        String name, String path, long bytes, String sha256, String encoding, long rows, List<TableAccount> tables) {

    /** Copies. */
    public SourceAccount {
        tables = List.copyOf(tables);
    }
}
