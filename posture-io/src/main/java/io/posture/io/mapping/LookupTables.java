package io.posture.io.mapping;

import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import io.posture.io.input.Reject;
import io.posture.io.input.TableAccount;
import io.posture.io.source.RawRow;
import io.posture.io.source.RowHandler;
import io.posture.io.source.SourceTable;
import io.posture.io.table.RejectLog;
import io.posture.io.table.Tally;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files that others look up in, each read once per pair of key and value. */
public final class LookupTables {

    private final Map<String, List<SourceTable>> sources;
    private final RejectLog rejects;
    private final Map<ColumnRule.Lookup, Map<String, String>> read = new HashMap<>();
    private final Map<InputFile, TableAccount> accounts = new LinkedHashMap<>();

    /**
     * Nothing read yet.
     *
     * @param sources files by the names that the mapping gives them; a source without files knows nothing
     * @param rejects takes rows that cannot be read
     */
    public LookupTables(Map<String, List<SourceTable>> sources, RejectLog rejects) {
        this.sources = Map.copyOf(sources);
        this.rejects = rejects;
    }

    /** What became of the rows of the files in which something was looked up. */
    public Map<InputFile, TableAccount> accounts() {
        return accounts;
    }

    /**
     * The values by their keys; empty if the source was not given.
     *
     * @throws InputException if one key has two values and the first does not count
     */
    Optional<Map<String, String>> values(ColumnRule.Lookup lookup) {
        return sources.getOrDefault(lookup.source(), List.of()).isEmpty()
                ? Optional.empty()
                : Optional.of(read.computeIfAbsent(lookup, this::readValues));
    }

    private Map<String, String> readValues(ColumnRule.Lookup lookup) {
        Map<String, String> values = new HashMap<>();
        for (SourceTable csv : sources.getOrDefault(lookup.source(), List.of())) {
            read(csv, lookup, values);
        }
        return values;
    }

    private void read(SourceTable csv, ColumnRule.Lookup lookup, Map<String, String> values) {
        int[] key = lookup.key().stream().mapToInt(csv::requiredIndexOf).toArray();
        int[] value = {csv.requiredIndexOf(lookup.value())};
        Tally tally = new Tally(List.of());
        long rows = csv.read(new RowHandler() {
            @Override
            public void row(RawRow row) {
                String name = ColumnStep.joined(row, key, true);
                String found = ColumnStep.joined(row, value, true);
                String before = values.putIfAbsent(name, found);
                if (before != null && !before.equals(found) && !lookup.first()) {
                    throw new InputException(csv.file().name() + ":" + row.line() + " gives '" + name + "' a second "
                            + lookup.value() + ": " + found + ", was " + before + ". Keep one of the rows.");
                }
                tally.used(1);
            }

            @Override
            public void broken(Reject reject) {
                rejects.add(reject);
                tally.rejected(1);
            }

            @Override
            public void leftOut(String rule) {
                tally.filtered(rule, 1);
            }
        });
        accounts.put(csv.file(), tally.account("lookup", rows));
    }
}
