package io.posture.cli;

import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.IVersionProvider;

/** Version of the program, as its jar or module says. */
final class Version implements IVersionProvider {

    static final String TEXT = Stream.of(
                    Optional.ofNullable(Version.class.getPackage().getImplementationVersion()),
                    Optional.ofNullable(Version.class.getModule().getDescriptor())
                            .flatMap(module -> module.rawVersion()))
            .flatMap(Optional::stream)
            .findFirst()
            .orElse("development");

    Version() {}

    @Override
    public String[] getVersion() {
        return new String[] {"posture " + TEXT};
    }
}
