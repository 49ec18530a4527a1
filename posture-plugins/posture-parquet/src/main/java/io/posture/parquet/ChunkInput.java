package io.posture.parquet;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A stretch of a file. Several can be open on one file. Not thread-safe. */
final class ChunkInput extends InputStream {

    private static final int BUFFER = 1 << 13;

    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).flip();
    private final long end;
    private long next;

    /**
     * A stretch.
     *
     * @param file the file, which stays open
     * @param from its first byte
     * @param end the byte behind its last one
     */
    ChunkInput(FileChannel file, long from, long end) {
        this.file = file;
        this.next = from;
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        return filled() ? buffer.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!filled()) {
            return -1;
        }
        int count = Math.min(length, buffer.remaining());
        buffer.get(target, offset, count);
        return count;
    }

    /** So many bytes, which must be there. */
    byte[] exactly(int count) throws IOException {
        if (count > end - next + buffer.remaining()) {
            throw new EOFException("a page of " + count + " bytes goes over the end of its column");
        }
        return readNBytes(count);
    }

    private boolean filled() throws IOException {
        if (buffer.hasRemaining()) {
            return true;
        }
        if (next >= end) {
            return false;
        }
        buffer.clear().limit((int) Math.min(BUFFER, end - next));
        int read = file.read(buffer, next);
        buffer.flip();
        next += Math.max(0, read);
        return read > 0;
    }
}
