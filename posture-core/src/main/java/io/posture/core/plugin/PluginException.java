package io.posture.core.plugin;

import java.util.List;

/** A plugin, or a setting of one, cannot be used. Carries every problem that was found, not only the first. */
public final class PluginException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String[] problems;

    /** One problem. */
    public PluginException(String problem) {
        super(problem);
        this.problems = new String[] {problem};
    }

    /** One problem with what caused it. */
    public PluginException(String problem, Throwable cause) {
        super(problem, cause);
        this.problems = new String[] {problem};
    }

    /** All problems of a catalog. */
    public PluginException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = problems.toArray(String[]::new);
    }

    /** The problems, at least one. */
    public List<String> problems() {
        return List.of(problems);
    }
}
