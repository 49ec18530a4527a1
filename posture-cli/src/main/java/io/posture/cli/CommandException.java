package io.posture.cli;

import java.util.List;

/** A command cannot go on: what to tell the user, and how the command ends. */
final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int exitCode;

    CommandException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    CommandException(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    CommandException(int exitCode, List<String> messages) {
        this(exitCode, String.join("\n", messages));
    }

    int exitCode() {
        return exitCode;
    }
}
