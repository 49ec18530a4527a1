package io.posture.io.writeback;

/** Nothing is exported: the run, the options or the folder do not allow it, and the message says what to change. */
public final class ExportRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What is wrong, with names and values, and a next step. */
    public ExportRefusedException(String message) {
        super(message);
    }
}
