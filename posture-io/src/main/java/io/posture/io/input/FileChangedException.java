package io.posture.io.input;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A file is not as it was when its reading began. Reading it again from the start may do. */
public final class FileChangedException extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    /**
     * A file that changed.
     *
     * @param file the file
     * @param before its {@link InputFile#stamp} when the reading began
     * @param now its stamp now
     */
    public FileChangedException(InputFile file, String before, String now) {
        super(new IOException(file.path() + " changed while it was read: it was " + before + ", now " + now
                + ". Maybe another program is writing it; start again when it has finished."));
    }
}
