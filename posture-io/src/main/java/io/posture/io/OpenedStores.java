package io.posture.io;

import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import io.posture.io.source.OpenStore;
import io.posture.io.source.SourceTable;
import io.posture.io.source.StoreAddress;
import io.posture.io.source.TableStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** Stores of tables that were looked at, each once, so that all their tables are read in one state. Not thread-safe. */
final class OpenedStores implements AutoCloseable {

    private final List<TableStore> installed;
    private final List<ClassLoader> libraries;
    private final Map<String, OpenStore> opened = new LinkedHashMap<>();
    private final Map<InputFile, OpenStore> byTable = new HashMap<>();

    private OpenedStores(List<TableStore> installed, List<ClassLoader> libraries) {
        this.installed = List.copyOf(installed);
        this.libraries = List.copyOf(libraries);
    }

    /**
     * All kinds of stores that a class loader and the module path know; none looked at yet.
     *
     * @param libraries class loaders of jars that the user added
     */
    static OpenedStores installed(ClassLoader loader, List<ClassLoader> libraries) {
        List<TableStore> found = new ArrayList<>();
        ServiceLoader.load(TableStore.class, loader).forEach(found::add);
        return new OpenedStores(found, libraries);
    }

    /** No kind of store. */
    static OpenedStores none() {
        return new OpenedStores(List.of(), List.of());
    }

    /**
     * The tables of a store, or the one that the address names.
     *
     * @throws InputException if what reads it is not installed, or it has no tables
     */
    List<InputFile> tables(StoreAddress address) {
        OpenStore store = open(address);
        InputFile whole = InputFile.stored(store.name(), address.text());
        List<String> names = address.part().isEmpty() ? store.tables() : List.of(address.part());
        if (names.isEmpty()) {
            throw new InputException(address.text() + " holds no tables. Maybe they are in another schema, or in the"
                    + " schema of another user.");
        }
        List<InputFile> tables = names.stream().map(whole::part).toList();
        tables.forEach(table -> byTable.put(table, store));
        return tables;
    }

    /** Opens a table; empty if it is none of a store. */
    Optional<SourceTable> find(InputFile table) {
        return Optional.ofNullable(byTable.get(table)).map(store -> store.open(table));
    }

    /** Lets go of all connections. */
    @Override
    public void close() {
        opened.values().forEach(OpenStore::close);
    }

    private OpenStore open(StoreAddress address) {
        OpenStore known = opened.get(address.text());
        if (known != null) {
            return known;
        }
        TableStore kind = installed.stream()
                .filter(store -> store.scheme().equals(address.scheme()))
                .findFirst()
                .orElseThrow(() -> new InputException("nothing that is installed reads " + address.text()
                        + ", and there is no file of that name. Addresses that are read begin with "
                        + installed.stream().map(TableStore::scheme).sorted().toList() + "."));
        OpenStore store = kind.open(address, libraries);
        opened.put(address.text(), store);
        return store;
    }
}
