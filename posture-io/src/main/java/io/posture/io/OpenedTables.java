package io.posture.io;

import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import io.posture.io.source.SourceTable;
import io.posture.io.source.StoreAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tables that were opened, each once. Not thread-safe. */
final class OpenedTables implements AutoCloseable {

    private final TableFormats formats;
    private final OpenedStores stores;
    private final Map<InputFile, SourceTable> opened = new HashMap<>();

    /** None opened yet. */
    OpenedTables(TableFormats formats, OpenedStores stores) {
        this.formats = formats;
        this.stores = stores;
    }

    /**
     * By all formats and stores that are installed; none opened yet.
     *
     * @param libraries class loaders of jars that the user added, in which a driver of a store may be
     */
    static OpenedTables installed(List<ClassLoader> libraries) {
        ClassLoader loader = OpenedTables.class.getClassLoader();
        return new OpenedTables(TableFormats.installed(loader), OpenedStores.installed(loader, libraries));
    }

    /** By the built-in formats alone. */
    static OpenedTables textOnly() {
        return new OpenedTables(TableFormats.textOnly(), OpenedStores.none());
    }

    /** What files are opened by. */
    TableFormats formats() {
        return formats;
    }

    /**
     * The tables of a store, or the one that the address names.
     *
     * @throws InputException if it cannot be looked at, or has no tables
     */
    List<InputFile> tables(StoreAddress address) {
        return stores.tables(address);
    }

    /** Whether a file can be opened as a table: a folder may hold others beside the data. */
    boolean opens(InputFile file) {
        try {
            return !open(file).header().isEmpty();
        } catch (InputException noTable) {
            return false;
        }
    }

    /**
     * The table in a file.
     *
     * @throws InputException if it is empty, or in no format that is installed
     */
    SourceTable open(InputFile file) {
        SourceTable known = opened.get(file);
        if (known != null) {
            return known;
        }
        SourceTable table = stores.find(file).orElseGet(() -> formats.open(file));
        opened.put(file, table);
        return table;
    }

    /** Lets go of the connections to stores; they connect again if they are read again. */
    @Override
    public void close() {
        stores.close();
    }
}
