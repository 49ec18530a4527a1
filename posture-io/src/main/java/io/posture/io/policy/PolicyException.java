package io.posture.io.policy;

/** A policy file says something that cannot be meant; the message names its line. */
public final class PolicyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What is wrong, where, and what is allowed. */
    public PolicyException(String message) {
        super(message);
    }

    /** What is wrong and what caused it. */
    public PolicyException(String message, Throwable cause) {
        super(message, cause);
    }
}
