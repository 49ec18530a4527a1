package io.posture.io;

import io.posture.io.mapping.Mapping;
import io.posture.io.mapping.MappingWords;
import io.posture.io.mapping.SourceSpec;
import io.posture.io.mapping.TableMapping;
import java.util.List;

/**
 * A profile in words.
 *
 * @param id what it is called
 * @param status what its knowledge of the files rests on; empty if it does not say
 * @param about what it is for; empty if it does not say
 * @param asOf day of the data; empty if it is taken from them
 * @param assumptions what it takes for granted, one sentence each
 * @param sources files that it reads
 * @param tables tables that it makes
 */
public record ProfileExplanation(
        String id,
        String status,
        String about,
        String asOf,
        List<String> assumptions,
        List<Source> sources,
        List<TableOf> tables) {

    /**
     * A file that it reads.
     *
     * @param id its name for it
     * @param files what files may be called
     * @param signature columns that tell it from others
     * @param optional whether the profile can do without it
     * @param notation how it writes dates and numbers
     */
    public record Source(String id, String files, List<String> signature, boolean optional, String notation) {

        /** Copies. */
        public Source {
            signature = List.copyOf(signature);
        }
    }

    /**
     * A table that it makes.
     *
     * @param id the table
     * @param from the source
     * @param periods which columns are turned into rows; empty if none are
     * @param filters rules that leave rows out
     * @param columns where each column comes from
     * @param records how rows become records; empty if each row is one
     */
    public record TableOf(
            String id, String from, String periods, List<Filter> filters, List<Column> columns, String records) {

        /** Copies. */
        public TableOf {
            filters = List.copyOf(filters);
            columns = List.copyOf(columns);
        }
    }

    /**
     * A rule that leaves rows out.
     *
     * @param name its name in accounts
     * @param rows which rows
     * @param reason why
     */
    public record Filter(String name, String rows, String reason) {}

    /**
     * A column of a table.
     *
     * @param name its name
     * @param rule where it comes from and what is done to it
     */
    public record Column(String name, String rule) {}

    /** Copies. */
    public ProfileExplanation {
        assumptions = List.copyOf(assumptions);
        sources = List.copyOf(sources);
        tables = List.copyOf(tables);
    }

    static ProfileExplanation of(ProfileFile profile) {
        Mapping mapping = profile.mapping();
        return new ProfileExplanation(
                profile.id(),
                mapping.status().map(status -> status.word()).orElse(""),
                mapping.about(),
                mapping.asOf().map(Object::toString).orElse(""),
                mapping.assumptions(),
                mapping.sources().stream().map(ProfileExplanation::source).toList(),
                mapping.tables().stream().map(ProfileExplanation::table).toList());
    }

    private static Source source(SourceSpec source) {
        return new Source(
                source.id(),
                source.filePattern(),
                source.signature(),
                source.optional(),
                MappingWords.of(source.notation()));
    }

    private static TableOf table(TableMapping table) {
        return new TableOf(
                table.table().id(),
                table.from(),
                table.periods().map(MappingWords::of).orElse(""),
                table.filters().stream()
                        .map(filter -> new Filter(filter.name(), MappingWords.of(filter), filter.reason()))
                        .toList(),
                table.columns().stream()
                        .map(rule -> new Column(rule.target().name(), MappingWords.of(rule)))
                        .toList(),
                table.grouping().map(MappingWords::of).orElse(""));
    }
}
