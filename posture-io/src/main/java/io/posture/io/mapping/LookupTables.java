package io.posture.io.mapping;

import io.posture.io.input.InputException;
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

    private final Map<String, SourceTable> sources;
    private final RejectLog rejects;
    private final Map<ColumnRule.Lookup, Map<String, String>> read = new HashMap<>();
    private final Map<String, TableAccount> accounts = new LinkedHashMap<>();

    /**
     * Nothing read yet.
     *
     * @param sources files by the names that the mapping gives them
     * @param rejects takes rows that cannot be read
     */
    public LookupTables(Map<String, SourceTable> sources, RejectLog rejects) {
        this.sources = Map.copyOf(sources);
        this.rejects = rejects;
    }

    /** What became of the rows of a file, if anything was looked up in it. */
    public Optional<TableAccount> account(String source) {
        return Optional.ofNullable(accounts.get(source));
    }

    /**
     * The values by their keys.
     *
     * @throws InputException if one key has two values
     */
    Map<String, String> values(ColumnRule.Lookup lookup) {
        return read.computeIfAbsent(lookup, this::readValues);
    }

    private Map<String, String> readValues(ColumnRule.Lookup lookup) {
        SourceTable csv = sources.get(lookup.source());
        if (csv == null) {
            throw new InputException("the mapping looks up in '" + lookup.source() + "', which was not given");
        }
        int key = csv.requiredIndexOf(lookup.key());
        int value = csv.requiredIndexOf(lookup.value());
        Map<String, String> values = new HashMap<>();
        Tally tally = new Tally(List.of());
        long rows = csv.read(new RowHandler() {
            @Override
            public void row(RawRow row) {
                String before =
                        values.put(row.cell(key).strip(), row.cell(value).strip());
                if (before != null && !before.equals(row.cell(value).strip())) {
                    throw new InputException(csv.file().name() + ":" + row.line() + " gives '"
                            + row.cell(key).strip() + "' a second " + lookup.value() + ": "
                            + row.cell(value).strip() + ", was " + before + ". Keep one of the rows.");
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
        accounts.put(lookup.source(), tally.account("lookup", rows));
        return values;
    }
}
