package io.posture.io.table;

import io.posture.io.input.Reject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects rejects. A cell that is refused by several tables for one reason is listed once. Not thread-safe. */
public final class RejectLog {

    private final Set<List<Object>> cells = new HashSet<>();
    private final List<Reject> rejects = new ArrayList<>();

    /** No rejects yet. */
    public RejectLog() {}

    /** Adds a reject, unless the same cell was refused for the same reason before. */
    public void add(Reject reject) {
        if (cells.add(List.of(reject.file(), reject.line(), reject.column(), reject.code()))) {
            rejects.add(reject);
        }
    }

    /**
     * All rejects in the order of files, lines and columns.
     *
     * @param files names of the files in their order
     */
    public List<Reject> inFileOrder(List<String> files) {
        return rejects.stream()
                .sorted(Comparator.comparingInt((Reject reject) -> files.indexOf(reject.file()))
                        .thenComparingInt(Reject::line)
                        .thenComparingInt(Reject::column))
                .toList();
    }
}
