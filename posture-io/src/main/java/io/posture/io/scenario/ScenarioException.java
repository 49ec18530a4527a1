package io.posture.io.scenario;

/** A file of scenarios says something that cannot be meant; the message names its line. */
public final class ScenarioException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What is wrong, where, and what is allowed. */
    public ScenarioException(String message) {
        super(message);
    }

    /** What is wrong and what caused it. */
    public ScenarioException(String message, Throwable cause) {
        super(message, cause);
    }
}
