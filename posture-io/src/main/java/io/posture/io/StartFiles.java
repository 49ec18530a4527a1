package io.posture.io;

import io.posture.io.run.RunManifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What somebody needs who begins: a commented policy with its schema, the tables' data package and an empty file for each. */
public final class StartFiles {

    private static final String FOLDER = "/io/posture/io/start/";
    private static final String POLICY = "posture.yaml";
    private static final String SCHEMA = "posture-policy-v1.json";

    private StartFiles() {}

    /** All files by their names below a folder. */
    public static Map<String, String> all() {
        Map<String, String> files = new TreeMap<>();
        files.put(POLICY, resource(POLICY));
        files.put(SCHEMA, resource(SCHEMA));
        files.put("datapackage.json", DataPackage.json());
        DataPackage.templates().forEach((name, text) -> files.put("templates/" + name, text));
        return files;
    }

    /** The same with the day and the currency of a run, so that it can be repeated. */
    public static Map<String, String> of(RunManifest run) {
        Map<String, String> files = all();
        String policy =
                files.getOrDefault(POLICY, "").replaceFirst("(?m)^# as_of: \\S+ ", "as_of: " + run.asOf() + "   ");
        String dated = run.currency()
                .map(code -> policy.replaceFirst("(?m)^# currency: \\S+ ", "currency: " + code + "   "))
                .orElse(policy);
        files.put(POLICY, dated);
        return files;
    }

    /**
     * Writes files below a folder.
     *
     * @return their paths
     * @throws IllegalArgumentException if one of them is there already; nothing is written then
     * @throws UncheckedIOException if the disk refuses
     */
    public static List<Path> write(Path folder, Map<String, String> files) {
        List<Path> there = files.keySet().stream()
                .map(folder::resolve)
                .filter(Files::exists)
                .toList();
        if (!there.isEmpty()) {
            throw new IllegalArgumentException(
                    there + " exist already, and nothing was written. Maybe name another folder.");
        }
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            try {
                Files.createDirectories(path.toAbsolutePath().getParent());
                written.add(Files.writeString(path, file.getValue(), StandardOpenOption.CREATE_NEW));
            } catch (IOException problem) {
                throw new UncheckedIOException("cannot write " + path + ": " + problem, problem);
            }
        }
        return written;
    }

    private static String resource(String name) {
        try (InputStream in = StartFiles.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
