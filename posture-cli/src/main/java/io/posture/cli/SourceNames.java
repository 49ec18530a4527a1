package io.posture.cli;

import io.posture.io.input.SourceAccount;
import java.nio.file.Path;

/** Names of input files. */
final class SourceNames {

    private static final String BUNDLED = "bundled:";

    private SourceNames() {}

    /** The name of a file without its folders. */
    static String of(SourceAccount source) {
        String path = source.path().startsWith(BUNDLED) ? source.path().substring(BUNDLED.length()) : source.path();
        return String.valueOf(Path.of(path).getFileName());
    }
}
