package io.posture.io;

import io.posture.io.input.Note;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** Suppliers that are described, and those that rows name although nobody describes them. Not thread-safe. */
final class SupplierNames {

    private final TreeSet<String> described = new TreeSet<>();
    private final TreeMap<String, Long> unknown = new TreeMap<>();

    SupplierNames() {}

    /** Takes a supplier of the suppliers table, which comes before the tables that name them. */
    void describe(String supplier) {
        described.add(supplier);
    }

    /** Takes a supplier that rows name; empty if they name none. */
    void name(String supplier, long rows) {
        if (!supplier.isEmpty() && !described.contains(supplier)) {
            unknown.merge(supplier, rows, Long::sum);
        }
    }

    /** Those that are described. */
    Collection<String> described() {
        return Collections.unmodifiableSortedSet(described);
    }

    /** What was noticed. */
    List<Note> notes() {
        if (unknown.isEmpty()) {
            return List.of();
        }
        long rows = unknown.values().stream().mapToLong(Long::longValue).sum();
        String what = described.isEmpty()
                ? "without a suppliers table the risk of suppliers is unknown: "
                : "suppliers that the suppliers table does not have, their risk is unknown: ";
        return List.of(new Note(Note.Code.SUPPLIER_UNKNOWN, what + NameList.of(List.copyOf(unknown.keySet())), rows));
    }
}
