package io.posture.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** The pages of a column in one row group, of which one at a time is in memory. Not thread-safe. */
final class Pages implements PageReader {

    private static final int MOST_BYTES = 1 << 29;
    // some programs leave the header of the dictionary out of the size of the column
    private static final int SIZE_SLACK = 100;

    private final ChunkInput in;
    private final CompressionCodec codec;
    private final long values;
    private final Statistics<?> unknown;
    private Optional<PageHeader> ahead = Optional.empty();
    private long seen;

    /**
     * The pages.
     *
     * @param file the file, which stays open
     * @param meta where they are
     * @param limit where no page can be any more, bytes from the start of the file
     * @param type type of the column
     */
    Pages(FileChannel file, ColumnMetaData meta, long limit, PrimitiveType type) {
        long start = start(meta);
        long end = Math.min(limit, start + Math.max(0, meta.getTotal_compressed_size()) + SIZE_SLACK);
        this.in = new ChunkInput(file, start, end);
        this.codec = meta.getCodec();
        this.values = meta.getNum_values();
        this.unknown = Statistics.getBuilderForReading(type).build();
    }

    /** Where the first page is. */
    static long start(ColumnMetaData meta) {
        long data = meta.getData_page_offset();
        long dictionary = meta.getDictionary_page_offset();
        return meta.isSetDictionary_page_offset() && dictionary > 0 && dictionary < data ? dictionary : data;
    }

    @Override
    public long getTotalValueCount() {
        return values;
    }

    @Override
    @SuppressWarnings("NullAway") // the interface says that a column without dictionary has none
    public @Nullable DictionaryPage readDictionaryPage() {
        try {
            if (values == 0) {
                return null;
            }
            PageHeader header = Util.readPageHeader(in);
            if (header.getType() != PageType.DICTIONARY_PAGE) {
                ahead = Optional.of(header);
                return null;
            }
            byte[] stored = stored(header);
            byte[] plain = Compression.decompressed(codec, stored, size(header.getUncompressed_page_size()));
            return new DictionaryPage(
                    BytesInput.from(plain),
                    header.getDictionary_page_header().getNum_values(),
                    encoding(header.getDictionary_page_header().getEncoding()));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    @Override
    @SuppressWarnings("NullAway") // the interface says that there is none behind the last
    public @Nullable DataPage readPage() {
        try {
            while (seen < values) {
                PageHeader header = ahead.isPresent() ? ahead.get() : Util.readPageHeader(in);
                ahead = Optional.empty();
                byte[] stored = stored(header);
                if (header.getType() == PageType.DATA_PAGE) {
                    return counted(first(header, stored));
                }
                if (header.getType() == PageType.DATA_PAGE_V2) {
                    return counted(second(header, stored));
                }
            }
            return null;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private DataPage counted(DataPage page) {
        if (page.getValueCount() < 0 || page.getValueCount() > values - seen) {
            throw new IllegalStateException(
                    "a page of " + page.getValueCount() + " values behind " + seen + " of " + values);
        }
        seen += page.getValueCount();
        return page;
    }

    private DataPage first(PageHeader header, byte[] stored) throws IOException {
        DataPageHeader data = header.getData_page_header();
        int size = size(header.getUncompressed_page_size());
        return new DataPageV1(
                BytesInput.from(Compression.decompressed(codec, stored, size)),
                data.getNum_values(),
                size,
                unknown,
                encoding(data.getRepetition_level_encoding()),
                encoding(data.getDefinition_level_encoding()),
                encoding(data.getEncoding()));
    }

    private DataPage second(PageHeader header, byte[] stored) throws IOException {
        DataPageHeaderV2 data = header.getData_page_header_v2();
        int repetition = size(data.getRepetition_levels_byte_length());
        int levels = Math.addExact(repetition, size(data.getDefinition_levels_byte_length()));
        byte[] plain = Arrays.copyOfRange(stored, levels, stored.length);
        if (data.isIs_compressed()) {
            plain = Compression.decompressed(codec, plain, size(header.getUncompressed_page_size() - levels));
        }
        return DataPageV2.uncompressed(
                data.getNum_rows(),
                data.getNum_nulls(),
                data.getNum_values(),
                BytesInput.from(stored, 0, repetition),
                BytesInput.from(stored, repetition, levels - repetition),
                encoding(data.getEncoding()),
                BytesInput.from(plain),
                unknown);
    }

    private byte[] stored(PageHeader header) throws IOException {
        byte[] bytes = in.exactly(size(header.getCompressed_page_size()));
        if (header.isSetCrc()) {
            CRC32 crc = new CRC32();
            crc.update(bytes);
            if ((int) crc.getValue() != header.getCrc()) {
                throw new IllegalStateException("a page whose checksum is not that of its bytes");
            }
        }
        return bytes;
    }

    private static int size(int bytes) {
        if (bytes < 0 || bytes > MOST_BYTES) {
            throw new IllegalStateException("a page of " + bytes + " bytes");
        }
        return bytes;
    }

    private static Encoding encoding(org.apache.parquet.format.@Nullable Encoding stored) {
        if (stored == null) {
            throw new IllegalStateException("an encoding that is not known here");
        }
        return Encoding.valueOf(stored.name());
    }
}
