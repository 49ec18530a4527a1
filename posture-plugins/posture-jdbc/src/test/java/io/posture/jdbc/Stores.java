package io.posture.jdbc;

import io.posture.io.input.InputFile;
import io.posture.io.input.Reject;
import io.posture.io.source.ByteRows;
import io.posture.io.source.ByteRowsHandler;
import io.posture.io.source.OpenStore;
import io.posture.io.source.RawRow;
import io.posture.io.source.RowHandler;
import io.posture.io.source.SourceTable;
import io.posture.io.source.StoreAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Opens stores and reads them. */
final class Stores {

    private Stores() {}

    static OpenStore open(String address) {
        return open(address, Map.of());
    }

    static OpenStore open(String address, Map<String, String> environment) {
        return new JdbcStore(environment).open(StoreAddress.find(address).orElseThrow(), List.of());
    }

    static SourceTable table(OpenStore store, String name) {
        return store.open(InputFile.stored(store.name(), "jdbc:somewhere").part(name));
    }

    /** Ends the state in which a store is read. */
    static void letGo(OpenStore store) {
        store.close();
    }

    /** All rows as {@code number:cell|cell|...}. */
    static List<String> rows(SourceTable table) {
        List<String> rows = new ArrayList<>();
        long count = each(table, row -> rows.add(text(row)));
        if (count != rows.size()) {
            throw new IllegalStateException("said " + count + " rows, gave " + rows.size());
        }
        return rows;
    }

    /** The same of rows that come as bytes where they can, in the order of their numbers. */
    static List<String> byteRows(SourceTable table) {
        SortedMap<Integer, String> rows = new TreeMap<>();
        long taken = table.read(new ByteRowsHandler() {
            @Override
            public long take(ByteRows some) {
                long odd = 0;
                for (int row = 0; row < some.count(); row++) {
                    if (some.line(row) % 2 == 1) {
                        rows.put(some.line(row), text(some.raw(row, ',')));
                        odd |= 1L << row;
                    }
                }
                return odd;
            }

            @Override
            public void row(RawRow row) {
                rows.put(row.line(), text(row));
            }

            @Override
            public void broken(Reject reject) {
                throw new IllegalStateException(reject.text());
            }
        });
        if (taken != rows.size()) {
            throw new IllegalStateException("said " + taken + " rows, gave " + rows.size());
        }
        return List.copyOf(rows.values());
    }

    private static String text(RawRow row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(row.cell(i));
        }
        return row.line() + ":" + String.join("|", cells);
    }

    static long each(SourceTable table, Consumer<RawRow> consumer) {
        return table.read(new RowHandler() {
            @Override
            public void row(RawRow row) {
                consumer.accept(row);
            }

            @Override
            public void broken(Reject reject) {
                throw new IllegalStateException(reject.text());
            }
        });
    }
}
