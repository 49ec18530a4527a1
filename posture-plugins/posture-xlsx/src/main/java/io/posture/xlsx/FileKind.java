package io.posture.xlsx;

import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** What a file that should be a workbook is, by its first bytes. */
final class FileKind {

    private static final byte[] ARCHIVE = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ARCHIVE = {'P', 'K', 5, 6};
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private FileKind() {}

    /** Whether a file is an archive, as workbooks are, or in the container of old and of locked workbooks. */
    static boolean recognises(byte[] start) {
        return startsWith(start, ARCHIVE) || startsWith(start, EMPTY_ARCHIVE) || startsWith(start, COMPOUND);
    }

    /**
     * Says what a file is that is no archive.
     *
     * @throws InputException if it is none
     */
    static void requireArchive(InputFile file) {
        try (InputStream in = file.open()) {
            byte[] start = in.readNBytes(ARCHIVE.length);
            if (startsWith(start, ARCHIVE)) {
                return;
            }
            if (startsWith(start, COMPOUND)) {
                throw compound(file, WordSearch.findsWide(in, "EncryptedPackage"));
            }
            throw new InputException(
                    start.length == 0
                            ? file.name() + " is empty: it has no bytes"
                            : file.name()
                                    + " is no workbook, whatever its name says. Maybe it is text: then call it .csv.");
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read " + file.path() + ": " + problem, problem);
        }
    }

    private static InputException compound(InputFile file, boolean locked) {
        return new InputException(
                locked
                        ? file.name() + " is protected by a password. Remove the password: open it, save it without."
                        : file.name()
                                + " is in the format of Excel before 2007 (.xls) or of another program. Save it as an"
                                + " Excel workbook (.xlsx) or as CSV.");
    }

    private static boolean startsWith(byte[] start, byte[] magic) {
        return start.length >= magic.length && Arrays.equals(start, 0, magic.length, magic, 0, magic.length);
    }
}
