package io.posture.io;

import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import io.posture.io.input.MappingException;
import io.posture.io.input.NearestNames;
import io.posture.io.mapping.Evidence;
import io.posture.io.mapping.Mapping;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Profiles: mappings that ship with the program, and mappings of the user's by their files. */
public final class Profiles {

    private Profiles() {}

    /**
     * A profile at a glance.
     *
     * @param id what it is called
     * @param status what its knowledge of the files rests on: {@code verified}, {@code from-docs}, {@code from-memory}; empty if
     *     it does not say
     * @param about what it is for; empty if it does not say
     */
    public record Summary(String id, String status, String about) {}

    /** All shipped profiles, in a fixed order. */
    public static List<Summary> list() {
        return ShippedProfiles.all().stream().map(Profiles::summary).toList();
    }

    /** Whether a shipped profile has an id. */
    public static boolean has(String id) {
        return ShippedProfiles.ids().contains(id);
    }

    /**
     * The error for a name that is neither a shipped profile nor a mapping file.
     *
     * @param name what was named
     */
    public static MappingException unknown(String name) {
        return new MappingException("there is no profile '" + name + "', and no mapping file of that name. Profiles: "
                + ShippedProfiles.ids() + "." + NearestNames.maybe(name, ShippedProfiles.ids()));
    }

    /** As {@link #detect(List, List)}, without jars that the user added. */
    public static List<ProfileMatch> detect(List<String> arguments) {
        return detect(arguments, List.of());
    }

    /**
     * How the shipped profiles fit the headers of files: those that fit, best first, then the others, nearest first; without those
     * that have nothing in common with them.
     *
     * @param arguments files, folders or stores
     * @param libraries class loaders of jars that the user added, in which a driver of a store may be
     * @throws InputException if a file is missing or is no table
     */
    public static List<ProfileMatch> detect(List<String> arguments, List<ClassLoader> libraries) {
        OpenedTables tables = OpenedTables.installed(libraries);
        try {
            List<InputFile> files = GivenFiles.of(arguments, tables).tables(tables);
            return ProfileDetection.of(files, tables).fits().stream()
                    .map(ProfileMatch::of)
                    .toList();
        } finally {
            tables.close();
        }
    }

    /** Of matches those that fit and between which the headers do not decide: none, one, or several. */
    public static List<ProfileMatch> best(List<ProfileMatch> matches) {
        return matches.stream()
                .filter(ProfileMatch::fits)
                .filter(match -> match.ties(matches.get(0)))
                .toList();
    }

    /**
     * A profile in words.
     *
     * @param name id of a shipped profile, or path of a mapping
     * @throws MappingException if there is none, or if it cannot be used
     */
    public static ProfileExplanation explain(String name) {
        return ProfileExplanation.of(named(name));
    }

    /**
     * The text of a profile's file, to start one's own from.
     *
     * @param name id of a shipped profile, or path of a mapping
     * @throws MappingException if there is none
     */
    public static String text(String name) {
        return new String(named(name).content(), StandardCharsets.UTF_8);
    }

    static Summary summary(ProfileFile profile) {
        Mapping mapping = profile.mapping();
        return new Summary(profile.id(), mapping.status().map(Evidence::word).orElse(""), mapping.about());
    }

    /** The one profile that fits; empty if none does. */
    static Optional<ProfileFile> decided(ProfileDetection detection) {
        List<ProfileDetection.Fit> best = detection.best();
        if (best.size() > 1) {
            List<String> ids = best.stream().map(fit -> fit.profile().id()).toList();
            throw new InputException("several profiles fit the headers of the files equally well: "
                    + String.join(" and ", ids) + ". Say which one is meant: --profile " + ids.get(0) + ".");
        }
        return best.stream().findFirst().map(ProfileDetection.Fit::profile);
    }

    /** Which profile a user might name for files that were taken for canonical tables by their names; empty if none fits. */
    static String fitting(ProfileDetection detection) {
        List<ProfileDetection.Fit> best = detection.best();
        return best.size() != 1
                ? ""
                : " The headers of the files fit the profile '"
                        + best.get(0).profile().id() + "': --profile "
                        + best.get(0).profile().id() + ".";
    }

    /** A shipped profile. */
    static ProfileFile shipped(String id) {
        return ShippedProfiles.find(id).orElseThrow(() -> unknown(id));
    }

    private static ProfileFile named(String name) {
        Optional<ProfileFile> shipped = ShippedProfiles.find(name);
        if (shipped.isPresent()) {
            return shipped.get();
        }
        if (!Files.isRegularFile(Path.of(name))) {
            throw unknown(name);
        }
        return ProfileFile.own(InputFile.of(Path.of(name)));
    }
}
