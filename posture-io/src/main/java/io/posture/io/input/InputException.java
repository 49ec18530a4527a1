package io.posture.io.input;

/** The input cannot be used as a whole: nothing was read from it, and the message says what to change. */
public final class InputException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What is wrong, with names and values, and a next step. */
    public InputException(String message) {
        super(message);
    }

    /** What is wrong and what caused it. */
    public InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
