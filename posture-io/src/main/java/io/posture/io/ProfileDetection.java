package io.posture.io;

import io.posture.io.input.InputFile;
import io.posture.io.mapping.Mapping;
import io.posture.io.mapping.SourceColumns;
import io.posture.io.mapping.SourceSpec;
import io.posture.io.source.SourceTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which shipped profiles fit the headers of files, best first. Immutable. */
final class ProfileDetection {

    private final List<Fit> fits;

    private ProfileDetection(List<Fit> fits) {
        this.fits = fits;
    }

    /**
     * How a profile fits.
     *
     * @param profile the profile
     * @param sources its sources that were asked for in the files: all but those that come with it and optional ones without a file
     */
    record Fit(ProfileFile profile, List<SourceFit> sources) {

        /** Whether every source that it cannot do without has a file with its whole signature. */
        boolean complete() {
            return !sources.isEmpty() && sources.stream().allMatch(SourceFit::complete);
        }

        /** Files whose header it knows. */
        long files() {
            return sources.stream()
                    .filter(SourceFit::complete)
                    .flatMap(source -> source.files().stream())
                    .distinct()
                    .count();
        }

        /** Parts of the signatures in the files. */
        int found() {
            return sources.stream().mapToInt(SourceFit::found).sum();
        }

        /** Parts of the signatures. */
        int parts() {
            return sources.stream().mapToInt(SourceFit::parts).sum();
        }

        /** Share of the signatures in the files, 0 to 1. */
        double share() {
            return parts() == 0 ? 0 : (double) found() / parts();
        }

        /** Columns that the profile reads of these sources, and how many of them are there. */
        int columnsFound() {
            return sources.stream().mapToInt(SourceFit::columnsFound).sum();
        }

        /** Columns that the profile reads of these sources. */
        int columns() {
            return sources.stream().mapToInt(SourceFit::columns).sum();
        }
    }

    /**
     * How a source of a profile fits.
     *
     * @param source its id
     * @param files files with its whole signature, else the nearest one
     * @param missing what of the signature the nearest file lacks
     * @param parts parts of the signature
     * @param columns columns that are read of it
     * @param columnsFound how many of them the files have, the fewest in one file
     */
    record SourceFit(
            String source, List<InputFile> files, List<String> missing, int parts, int columns, int columnsFound) {

        boolean complete() {
            return missing.isEmpty();
        }

        int found() {
            return parts - missing.size();
        }
    }

    /** Holds files against all shipped profiles. */
    static ProfileDetection of(List<InputFile> files, OpenedTables tables) {
        List<Fit> fits = new ArrayList<>();
        for (ProfileFile profile : ShippedProfiles.all()) {
            fits.add(fit(profile, files, tables));
        }
        return new ProfileDetection(fits.stream()
                .filter(fit -> fit.found() > 0)
                .sorted(Comparator.comparing(Fit::complete)
                        .thenComparingLong(fit -> fit.complete() ? fit.files() : 0)
                        .thenComparingDouble(fit -> fit.complete() ? fit.found() : fit.share())
                        .thenComparingInt(Fit::found)
                        .reversed())
                .toList());
    }

    /** Profiles in the order of how they fit. */
    static ProfileDetection ofFits(List<Fit> fits) {
        return new ProfileDetection(List.copyOf(fits));
    }

    /** All that have any part of a signature in the files, best first. */
    List<Fit> fits() {
        return fits;
    }

    /** Those that fit wholly and equally well: none, one, or several between which the headers do not decide. */
    List<Fit> best() {
        List<Fit> complete = fits.stream().filter(Fit::complete).toList();
        return complete.stream()
                .filter(fit -> fit.files() == complete.get(0).files()
                        && fit.found() == complete.get(0).found())
                .toList();
    }

    /** The nearest one that does not fit. */
    Optional<Fit> nearest() {
        return fits.stream().filter(fit -> !fit.complete()).findFirst();
    }

    private static Fit fit(ProfileFile profile, List<InputFile> files, OpenedTables tables) {
        Mapping mapping = profile.mapping();
        List<SourceFit> needed = new ArrayList<>();
        List<SourceFit> welcome = new ArrayList<>();
        for (SourceSpec source : mapping.sources()) {
            boolean comesWithIt =
                    profile.bundled().stream().anyMatch(file -> GivenFiles.matches(source.filePattern(), file.name()));
            SourceFit fit = fit(source, SourceColumns.of(mapping, source), files, tables);
            if (!comesWithIt && !source.optional()) {
                needed.add(fit);
            } else if (fit.complete()) {
                welcome.add(fit);
            }
        }
        // what a profile can do without says nothing of it alone
        return new Fit(
                profile,
                needed.stream().allMatch(SourceFit::complete)
                        ? Stream.concat(needed.stream(), welcome.stream()).toList()
                        : needed);
    }

    private static SourceFit fit(SourceSpec source, SourceColumns columns, List<InputFile> files, OpenedTables tables) {
        Map<InputFile, List<String>> missing = new LinkedHashMap<>();
        for (InputFile file : files) {
            SourceTable table = tables.open(file);
            missing.put(file, columns.missing(column -> table.indexOf(column) >= 0, table.header()));
        }
        int least = missing.values().stream().mapToInt(List::size).min().orElse(columns.parts());
        List<InputFile> nearest = files.stream()
                .filter(file -> missing.getOrDefault(file, List.of()).size() == least)
                .toList();
        List<InputFile> chosen =
                least == 0 ? nearest : nearest.stream().limit(1).toList();
        int found = chosen.stream()
                .mapToInt(file -> found(columns, tables.open(file)))
                .min()
                .orElse(0);
        return new SourceFit(
                source.id(),
                chosen,
                chosen.isEmpty() ? columns.signature() : missing.getOrDefault(chosen.get(0), List.of()),
                columns.parts(),
                columns.all().size(),
                found);
    }

    private static int found(SourceColumns columns, SourceTable table) {
        return (int) columns.all().stream()
                .filter(column -> table.indexOf(column) >= 0)
                .count();
    }
}
