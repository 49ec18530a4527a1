package io.posture.io;

import io.posture.io.run.Disk;
import io.posture.io.run.RunManifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What somebody needs who begins: a commented policy and a file of scenarios, each with its schema, the tables' data package and an
 * empty file for each, and the schemas of what runs write.
 */
public final class StartFiles {

    private static final String FOLDER = "/io/posture/io/start/";
    private static final String POLICY = "posture.yaml";
    private static final String SCHEMA = "posture-policy-v1.json";
    private static final String SCENARIOS = "stress.yaml";
    private static final String SCENARIO_SCHEMA = "posture-stress-v1.json";

    private StartFiles() {}

    /** All files by their names below a folder. */
    public static Map<String, String> all() {
        Map<String, String> files = new TreeMap<>();
        files.put(POLICY, resource(POLICY));
        files.put(SCHEMA, resource(SCHEMA));
        files.put(SCENARIOS, resource(SCENARIOS));
        files.put(SCENARIO_SCHEMA, resource(SCENARIO_SCHEMA));
        files.put("datapackage.json", DataPackage.json());
        DataPackage.templates().forEach((name, text) -> files.put("templates/" + name, text));
        ResultSchemas.all().forEach((name, text) -> files.put("schemas/" + name, text));
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
     * Writes files below a folder, each of them complete or not at all. Those that are there as they would be written stay: that is how
     * a start is finished that was stopped.
     *
     * @return the paths of all files
     * @throws IllegalArgumentException if one of them is there with another content; nothing is written then
     * @throws UncheckedIOException if the disk refuses
     */
    public static List<Path> write(Path folder, Map<String, String> files) {
        List<Path> others = files.entrySet().stream()
                .filter(file -> !absentOrSame(folder.resolve(file.getKey()), file.getValue()))
                .map(file -> folder.resolve(file.getKey()))
                .toList();
        if (!others.isEmpty()) {
            throw new IllegalArgumentException(
                    others + " exist already, and nothing was written. Maybe name another folder.");
        }
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            written.add(write(folder.resolve(file.getKey()), file.getValue()));
        }
        return written;
    }

    private static boolean absentOrSame(Path path, String content) {
        try {
            return !Files.exists(path)
                    || (Files.isRegularFile(path)
                            && Arrays.equals(Files.readAllBytes(path), content.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException problem) {
            throw Disk.failed("read", path, problem);
        }
    }

    /** The file has its name once it is whole and on the disk. */
    private static Path write(Path path, String content) {
        Path beside = path.resolveSibling("." + path.getFileName() + ".posture-tmp");
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(beside, content);
        } catch (IOException problem) {
            throw Disk.failed("write", path, problem);
        }
        Disk.force(beside);
        Disk.rename(beside, path);
        return path;
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
