package io.posture.io.input;

import java.util.List;
import java.util.Set;

/**
 * One input file and what became of its rows.
 *
 * @param name its name without folders, with the table in brackets if it is one of several in the file
 * @param path the file as it was given, likewise
 * @param bytes its size as stored, bytes
 * @param sha256 hash of these bytes, hexadecimal; empty where none was wanted
 * @param encoding how it is stored, for example {@code UTF-8} or {@code xlsx}
 * @param rows its rows, the header not counted
 * @param tables what became of them, one account per table that is read from the file
 */
public record SourceAccount(
        String name, String path, long bytes, String sha256, String encoding, long rows, List<TableAccount> tables) {

    private static final Set<String> ADDED_TO = Set.of("overrides", "reviews");

    /** Copies. */
    public SourceAccount {
        tables = List.copyOf(tables);
    }

    /**
     * One sentence for every table of which too many rows were rejected; empty if all is well. What people add row by row,
     * and never take away, does not count: a row that was right when it was written must not keep later runs out.
     *
     * @param maxRejectRate share that is still acceptable, 0 to 1
     */
    public List<String> tooManyRejects(double maxRejectRate) {
        return tables.stream()
                .filter(table -> !ADDED_TO.contains(table.table()) && table.rejectRate() > maxRejectRate)
                .map(table -> table.rejected() + " of " + table.read() + " rows of " + path + " for table "
                        + table.table() + " were rejected, more than " + maxRejectRate * 100
                        + " %. Maybe the file is written in another way than expected: see the first rejects.")
                .toList();
    }
}
