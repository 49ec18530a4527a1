package io.posture.jdbc;

import io.posture.io.input.InputFile;
import io.posture.io.input.Reject;
import io.posture.io.source.OpenStore;
import io.posture.io.source.RawRow;
import io.posture.io.source.RowHandler;
import io.posture.io.source.SourceTable;
import io.posture.io.source.StoreAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        long count = each(table, row -> {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(row.cell(i));
            }
            rows.add(row.line() + ":" + String.join("|", cells));
        });
        if (count != rows.size()) {
            throw new IllegalStateException("said " + count + " rows, gave " + rows.size());
        }
        return rows;
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
