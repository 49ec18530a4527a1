package io.posture.io.run;

/** Another run is writing to the folder. */
public final class RunFolderBusyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Which folder, who holds it, and what to do. */
    public RunFolderBusyException(String message) {
        super(message);
    }
}
