package io.posture.cli;

import io.posture.io.Import;
import io.posture.io.ProfileExplanation;
import io.posture.io.ProfileMatch;
import io.posture.io.Profiles;
import io.posture.io.input.Reject;
import io.posture.io.input.RejectCode;
import io.posture.io.input.SourceAccount;
import io.posture.io.input.TableAccount;
import io.posture.io.run.PlainText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Profiles as text. */
final class ProfilePages {

    private static final int WIDTH = 100;
    private static final int NEAREST = 3;

    private ProfilePages() {}

    static String list(List<Profiles.Summary> profiles) {
        StringBuilder text = new StringBuilder();
        for (Profiles.Summary profile : profiles) {
            text.append(String.format(Locale.ROOT, "%-14s %-12s ", profile.id(), status(profile.status())));
            append(text, "", " ".repeat(28), profile.about());
        }
        return text.toString();
    }

    static String detected(List<ProfileMatch> matches, List<ProfileMatch> best) {
        StringBuilder text = new StringBuilder();
        if (best.isEmpty()) {
            text.append("no shipped profile fits the headers of the files\n");
            matches.stream().filter(match -> !match.fits()).limit(NEAREST).forEach(match -> nearest(text, match));
            if (matches.isEmpty()) {
                text.append("none has a column in common with them. Maybe write one: docs/profiles.md\n");
            }
            return text.toString();
        }
        if (best.size() > 1) {
            text.append("several profiles fit equally well; say which one is meant with --profile\n");
        }
        for (ProfileMatch match : best) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s (%s): %d %% of its signature, %d %% of its columns (%d of %d)%n",
                    match.profile().id(),
                    status(match.profile().status()),
                    match.signaturePercent(),
                    match.columnsPercent(),
                    match.columnsFound(),
                    match.columns()));
            append(text, "  ", "  ", match.profile().about());
            for (ProfileMatch.Source source : match.sources()) {
                append(text, "  ", "    ", source.id() + ": " + String.join(", ", source.files()));
            }
        }
        return text.toString();
    }

    private static void nearest(StringBuilder text, ProfileMatch match) {
        text.append(String.format(
                Locale.ROOT,
                "nearest: %s (%s), %d %% of its signature%n",
                match.profile().id(),
                status(match.profile().status()),
                match.signaturePercent()));
        for (ProfileMatch.Source source : match.sources()) {
            if (!source.missing().isEmpty()) {
                append(
                        text,
                        "  ",
                        "    ",
                        source.id() + ": missing " + String.join(", ", source.missing())
                                + (source.files().isEmpty() ? "" : " in " + String.join(", ", source.files())));
            }
        }
    }

    static String explanation(ProfileExplanation profile) {
        StringBuilder text = new StringBuilder();
        append(
                text,
                "",
                "  ",
                profile.id()
                        + (profile.status().isEmpty() ? "" : " (" + profile.status() + ")")
                        + (profile.about().isEmpty() ? "" : ": " + profile.about()));
        if (!profile.asOf().isEmpty()) {
            text.append("as of ").append(profile.asOf()).append('\n');
        }
        text.append("\nASSUMES\n");
        profile.assumptions().forEach(assumption -> append(text, "  - ", "    ", assumption));
        text.append("\nREADS\n");
        for (ProfileExplanation.Source source : profile.sources()) {
            append(
                    text,
                    "  ",
                    "    ",
                    source.id() + (source.optional() ? " (optional)" : "") + ": files like " + source.files());
            append(text, "    ", "    ", "told by the columns " + String.join(", ", source.signature()));
            append(text, "    ", "    ", source.notation());
        }
        for (ProfileExplanation.TableOf table : profile.tables()) {
            text.append("\nTABLE ")
                    .append(table.id())
                    .append(" from ")
                    .append(table.from())
                    .append('\n');
            if (!table.periods().isEmpty()) {
                append(text, "  ", "    ", table.periods());
            }
            table.filters()
                    .forEach(filter -> append(
                            text,
                            "  ",
                            "    ",
                            "without " + filter.name() + ": rows where " + filter.rows() + "; " + filter.reason()));
            table.columns().forEach(column -> append(text, "  ", "    ", column.name() + ": " + column.rule()));
            if (!table.records().isEmpty()) {
                append(text, "  ", "    ", table.records());
            }
        }
        return text.toString();
    }

    static String tested(Import imported) {
        StringBuilder text = new StringBuilder();
        imported.mapping().ifPresent(mapping -> append(text, "", "  ", mapping.text()));
        for (SourceAccount source : imported.sources()) {
            String name = source.name();
            text.append(String.format(Locale.ROOT, "%n%s: %,d rows%n", PlainText.of(name), source.rows()));
            for (TableAccount table : source.tables()) {
                text.append(String.format(
                        Locale.ROOT,
                        "  -> %-13s read %,d, used %,d, filtered %,d, rejected %,d, merged %,d%n",
                        table.table(),
                        table.read(),
                        table.used(),
                        table.filteredRows(),
                        table.rejected(),
                        table.merged()));
                table.filtered()
                        .forEach((rule, rows) ->
                                text.append(String.format(Locale.ROOT, "       filtered by %s: %,d%n", rule, rows)));
            }
            codes(imported, name)
                    .forEach((code, rows) -> text.append(String.format(
                            Locale.ROOT, "  rejected %s: %,d (%s)%n", code.id(), rows, code.explanation())));
        }
        text.append(String.format(
                Locale.ROOT,
                "%n%,d %s as of %s%n",
                imported.population().size(),
                imported.population().size() == 1 ? "item" : "items",
                imported.population().asOf()));
        return text.toString();
    }

    /** Rejected cells of a file by code. */
    static Map<RejectCode, Long> codes(Import imported, String file) {
        return imported.rejects().stream()
                .filter(reject -> reject.file().equals(file))
                .collect(Collectors.groupingBy(Reject::code, TreeMap::new, Collectors.counting()));
    }

    private static String status(String status) {
        return status.isEmpty() ? "no status" : status;
    }

    private static void append(StringBuilder text, String indent, String further, String line) {
        List<String> lines = PlainText.wrap(PlainText.of(line), WIDTH - further.length(), "");
        for (int i = 0; i < lines.size(); i++) {
            text.append(i == 0 ? indent : further).append(lines.get(i)).append('\n');
        }
    }
}
