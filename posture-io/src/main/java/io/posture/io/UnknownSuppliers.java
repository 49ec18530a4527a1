package io.posture.io;

import io.posture.io.input.Note;
import java.util.List;
import java.util.TreeMap;

/** Suppliers that rows name and the suppliers table does not have. Not thread-safe. */
final class UnknownSuppliers {

    private final TreeMap<String, Long> rows = new TreeMap<>();
    private boolean table;

    UnknownSuppliers() {}

    /** There is a suppliers table. */
    void tableGiven() {
        table = true;
    }

    /** Rows name one. */
    void add(String supplier, long count) {
        rows.merge(supplier, count, Long::sum);
    }

    /** What a reader of results should know. */
    List<Note> notes() {
        if (rows.isEmpty()) {
            return List.of();
        }
        String what = table
                ? "suppliers that the suppliers table does not have, their risk is unknown: "
                : "without a suppliers table the risk of suppliers is unknown: ";
        long all = rows.values().stream().mapToLong(Long::longValue).sum();
        return List.of(new Note(Note.Code.SUPPLIER_UNKNOWN, what + NameList.of(List.copyOf(rows.keySet())), all));
    }
}
