package io.posture.cli;

import io.posture.core.plugin.PluginCatalog;
import java.nio.file.Path;
import java.util.Optional;

/** Opens the installed plugins. */
final class Plugins {

    private Plugins() {}

    /** What is installed, sound or not. */
    static PluginCatalog inspect(Optional<Path> folder) {
        return PluginCatalog.inspect(Plugins.class.getClassLoader(), folder);
    }

    /**
     * What is installed.
     *
     * @throws CommandException if anything of it is broken, naming every problem
     */
    static PluginCatalog sound(Optional<Path> folder) {
        PluginCatalog catalog = inspect(folder);
        if (!catalog.problems().isEmpty()) {
            catalog.close();
            throw new CommandException(ExitCode.PLUGIN_FAILED, catalog.problems());
        }
        return catalog;
    }
}
