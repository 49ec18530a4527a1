package io.posture.parquet;

import io.airlift.compress.Decompressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyCompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import io.posture.io.input.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.CompressionCodec;

/** How pages are compressed. */
final class Compression {

    private Compression() {}

    /**
     * Refuses what cannot be read.
     *
     * @throws InputException if the codec is none of those that are known here
     */
    static void requireKnown(String file, String column, CompressionCodec codec) {
        switch (codec) {
            case UNCOMPRESSED, SNAPPY, GZIP, ZSTD, LZ4_RAW -> {
                return;
            }
            case LZO, BROTLI, LZ4 ->
                throw new InputException(file + " has its column '" + column
                        + "' compressed by " + codec
                        + ", which is not read here. Codecs: SNAPPY, GZIP, ZSTD, LZ4_RAW or"
                        + " none. Maybe write it with one of them.");
        }
    }

    /**
     * The bytes before compression.
     *
     * @param size how many they are
     * @throws IllegalStateException if they are more or fewer
     * @throws RuntimeException or an IOException if they are damaged
     */
    static byte[] decompressed(CompressionCodec codec, byte[] bytes, int size) throws IOException {
        return switch (codec) {
            case UNCOMPRESSED -> exactly(bytes, bytes.length, size);
            case GZIP -> gunzipped(bytes, size);
            case SNAPPY -> decompressed(new SnappyDecompressor(), bytes, size);
            case ZSTD -> decompressed(new ZstdDecompressor(), bytes, size);
            case LZ4_RAW -> decompressed(new Lz4Decompressor(), bytes, size);
            case LZO, BROTLI, LZ4 -> throw new IllegalStateException(codec + " is refused before it is read");
        };
    }

    /** Compressed with Snappy. */
    static byte[] snappy(byte[] bytes) {
        SnappyCompressor snappy = new SnappyCompressor();
        byte[] compressed = new byte[snappy.maxCompressedLength(bytes.length)];
        int length = snappy.compress(bytes, 0, bytes.length, compressed, 0, compressed.length);
        return Arrays.copyOf(compressed, length);
    }

    private static byte[] decompressed(Decompressor codec, byte[] bytes, int size) {
        if (bytes.length == 0 && size == 0) {
            return bytes;
        }
        byte[] plain = new byte[size];
        return exactly(plain, codec.decompress(bytes, 0, bytes.length, plain, 0, size), size);
    }

    private static byte[] gunzipped(byte[] bytes, int size) throws IOException {
        if (bytes.length == 0 && size == 0) {
            return bytes;
        }
        try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] plain = gzip.readNBytes(size);
            return exactly(plain, gzip.read() < 0 ? plain.length : plain.length + 1, size);
        }
    }

    private static byte[] exactly(byte[] bytes, int length, int size) {
        if (length != size) {
            throw new IllegalStateException("a page of " + length + " bytes in the place of " + size);
        }
        return bytes;
    }
}
