package io.posture.io.run;

/** A folder cannot be the folder of a run; nothing in it was touched. */
public final class RunFolderRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Which folder, why not, and what to do. */
    public RunFolderRefusedException(String message) {
        super(message);
    }
}
