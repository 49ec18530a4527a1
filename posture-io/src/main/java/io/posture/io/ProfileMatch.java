package io.posture.io;

import io.posture.io.input.InputFile;
import java.util.List;

/**
 * How a shipped profile fits the headers of files.
 *
 * @param profile the profile
 * @param files how many of the files it knows
 * @param fits whether every source that it cannot do without has a file with its whole signature
 * @param signatureFound parts of its signatures that the files have
 * @param signature parts of its signatures
 * @param columnsFound columns that it reads and the files have
 * @param columns columns that it reads
 * @param sources its sources
 */
public record ProfileMatch(
        Profiles.Summary profile,
        long files,
        boolean fits,
        int signatureFound,
        int signature,
        int columnsFound,
        int columns,
        List<Source> sources) {

    /**
     * How one of its sources fits.
     *
     * @param id its name
     * @param files names of the files that have its signature, else of the nearest
     * @param missing what of the signature is missing
     */
    public record Source(String id, List<String> files, List<String> missing) {

        /** Copies. */
        public Source {
            files = List.copyOf(files);
            missing = List.copyOf(missing);
        }
    }

    /** Copies. */
    public ProfileMatch {
        sources = List.copyOf(sources);
    }

    static ProfileMatch of(ProfileDetection.Fit fit) {
        return new ProfileMatch(
                Profiles.summary(fit.profile()),
                fit.files(),
                fit.complete(),
                fit.found(),
                fit.parts(),
                fit.columnsFound(),
                fit.columns(),
                fit.sources().stream()
                        .map(source -> new Source(
                                source.source(),
                                source.files().stream().map(InputFile::name).toList(),
                                source.missing()))
                        .toList());
    }

    /** Whether another one fits equally well. */
    boolean ties(ProfileMatch other) {
        return fits == other.fits && files == other.files && signatureFound == other.signatureFound;
    }

    /** Share of the signature that the files have, percent, rounded down. */
    public int signaturePercent() {
        return signature == 0 ? 0 : 100 * signatureFound / signature;
    }

    /** Share of the columns that the files have, percent, rounded down. */
    public int columnsPercent() {
        return columns == 0 ? 0 : 100 * columnsFound / columns;
    }
}
