package io.posture.io.input;

/** A mapping file says something that cannot be meant; the message names its line. */
public final class MappingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What is wrong, where, and what is allowed. */
    public MappingException(String message) {
        super(message);
    }

    /** What is wrong and what caused it. */
    public MappingException(String message, Throwable cause) {
        super(message, cause);
    }
}
