package io.posture.xlsx;

import io.posture.io.input.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/** One inflated part of a workbook, which is refused as soon as it grows beyond the limits. */
final class BoundedInput extends InputStream {

    private final InputStream in;
    private final String file;
    private final ZipEntry entry;
    private final Limits limits;
    private final long bytesBefore;
    private final CRC32 checksum = new CRC32();
    private long bytes;
    private long nodeStart = Long.MAX_VALUE;

    /**
     * A part at its first byte.
     *
     * @param in its inflated bytes
     * @param file name of the workbook, for messages
     * @param entry the part in the archive
     * @param limits what is still read
     * @param bytesBefore bytes of the parts that were read before it
     */
    BoundedInput(InputStream in, String file, ZipEntry entry, Limits limits, long bytesBefore) {
        this.in = in;
        this.file = file;
        this.entry = entry;
        this.limits = limits;
        this.bytesBefore = bytesBefore;
    }

    /** Bytes so far. */
    long bytes() {
        return bytes;
    }

    /** A tag or piece of text of the part begins about here; until the first call their length is not bounded. */
    void nodeBegins() {
        nodeStart = bytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        if (read < 0) {
            requireChecksum();
            return read;
        }
        bytes += read;
        checksum.update(target, offset, read);
        requireBounds();
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void requireChecksum() throws ZipException {
        if (entry.getCrc() >= 0 && entry.getCrc() != checksum.getValue()) {
            throw new ZipException("the checksum of " + entry.getName() + " does not match");
        }
    }

    private void requireBounds() {
        if (bytes > limits.entryBytes() || bytesBefore + bytes > limits.totalBytes()) {
            throw tooLarge("it holds more than "
                    + Math.min(limits.entryBytes(), limits.totalBytes() - bytesBefore) / (1 << 20) + " MiB");
        }
        if (bytes > limits.ratioFromBytes() && bytes / Math.max(1, entry.getCompressedSize()) > limits.ratio()) {
            throw tooLarge("it is packed more than " + limits.ratio() + " to 1");
        }
        if (bytes - nodeStart > limits.nodeBytes()) {
            throw tooLarge("it holds a tag or text of more than " + limits.nodeBytes() / (1 << 20) + " MiB");
        }
    }

    private InputException tooLarge(String what) {
        return new InputException(file + " is refused, because its part " + entry.getName() + " would fill the memory: "
                + what + ". Maybe it was made to do harm; if not, save the sheet as CSV.");
    }
}
