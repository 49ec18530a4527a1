package io.posture.io.mapping;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How files as they come become canonical tables.
 *
 * @param name what the mapping is called
 * @param about what it is for, one line; empty if it does not say
 * @param status what its knowledge of the files rests on; empty if it does not say
 * @param asOf day on which the data was current; empty to take it from the data
 * @param assumptions what the mapping takes for granted, one sentence each
 * @param sources files that are read
 * @param tables tables that are made
 */
public record Mapping(
        String name,
        String about,
        Optional<Evidence> status,
        Optional<LocalDate> asOf,
        List<String> assumptions,
        List<SourceSpec> sources,
        List<TableMapping> tables) {

    /** Copies. */
    public Mapping {
        assumptions = List.copyOf(assumptions);
        sources = List.copyOf(sources);
        tables = List.copyOf(tables);
    }

    /** The source of a name that a table reads from. */
    public SourceSpec source(String id) {
        return sources.stream()
                .filter(source -> source.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("mapping '" + name + "' has no source '" + id + "'"));
    }
}
