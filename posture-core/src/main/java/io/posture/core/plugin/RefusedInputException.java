package io.posture.core.plugin;

/** A document cannot become the record that it is meant for; the message names the part and what is allowed. */
public final class RefusedInputException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /** What is wrong with the part. */
    public enum Fault {
        /** It does not exist. */
        UNKNOWN_INPUT,
        /** It is needed and absent, or null. */
        MISSING_INPUT,
        /** It is of another type: a text for a number, a number that is not finite, an array of another length. */
        ILL_TYPED_INPUT,
        /** Its type is right, its value is not allowed. */
        REFUSED_INPUT
    }

    private final Fault fault;

    RefusedInputException(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    RefusedInputException(Fault fault, String message, Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    /** What is wrong. */
    public Fault fault() {
        return fault;
    }
}
