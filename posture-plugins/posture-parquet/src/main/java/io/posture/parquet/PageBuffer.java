package io.posture.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.SizeStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.statistics.geospatial.GeospatialStatistics;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;

/** The pages of a column in one row group, compressed, until they are written. Not thread-safe. */
final class PageBuffer implements PageWriter {

    private final String column;
    private final Type type;
    private final ByteArrayOutputStream dictionary = new ByteArrayOutputStream();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final Set<org.apache.parquet.format.Encoding> encodings = new TreeSet<>();
    private long values;
    private long plainBytes;

    PageBuffer(String column, Type type) {
        this.column = column;
        this.type = type;
    }

    /** What the footer says of the pages if they are written at a place of the file. */
    ColumnChunk chunk(long at) {
        long dataAt = at + dictionary.size();
        ColumnMetaData meta = new ColumnMetaData(
                type,
                new ArrayList<>(encodings),
                List.of(column),
                CompressionCodec.SNAPPY,
                values,
                plainBytes,
                (long) dictionary.size() + data.size(),
                dataAt);
        if (dictionary.size() > 0) {
            meta.setDictionary_page_offset(at);
        }
        return new ColumnChunk(at).setMeta_data(meta);
    }

    /** All pages. */
    byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream(dictionary.size() + data.size());
        all.writeBytes(dictionary.toByteArray());
        all.writeBytes(data.toByteArray());
        return all.toByteArray();
    }

    @Override
    public void writePage(
            BytesInput bytes,
            int valueCount,
            int rowCount,
            Statistics<?> statistics,
            SizeStatistics sizes,
            GeospatialStatistics shapes,
            Encoding repetitionLevels,
            Encoding definitionLevels,
            Encoding valuesEncoding)
            throws IOException {
        writePage(bytes, valueCount, rowCount, statistics, repetitionLevels, definitionLevels, valuesEncoding);
    }

    @Override
    public void writePage(
            BytesInput bytes,
            int valueCount,
            int rowCount,
            Statistics<?> statistics,
            Encoding repetitionLevels,
            Encoding definitionLevels,
            Encoding valuesEncoding)
            throws IOException {
        DataPageHeader header = new DataPageHeader(
                valueCount, stored(valuesEncoding), stored(definitionLevels), stored(repetitionLevels));
        write(PageType.DATA_PAGE, bytes, data, page -> page.setData_page_header(header));
        values += valueCount;
    }

    @Deprecated
    @Override
    public void writePage(
            BytesInput bytes,
            int valueCount,
            Statistics<?> statistics,
            Encoding repetitionLevels,
            Encoding definitionLevels,
            Encoding valuesEncoding)
            throws IOException {
        writePage(bytes, valueCount, valueCount, statistics, repetitionLevels, definitionLevels, valuesEncoding);
    }

    @Override
    public void writeDictionaryPage(DictionaryPage page) throws IOException {
        DictionaryPageHeader header = new DictionaryPageHeader(page.getDictionarySize(), stored(page.getEncoding()));
        write(PageType.DICTIONARY_PAGE, page.getBytes(), dictionary, made -> made.setDictionary_page_header(header));
    }

    @Override
    public void writePageV2(
            int rowCount,
            int nullCount,
            int valueCount,
            BytesInput repetitionLevels,
            BytesInput definitionLevels,
            Encoding dataEncoding,
            BytesInput values,
            Statistics<?> statistics) {
        throw new IllegalStateException("pages of the second version are not written");
    }

    @Override
    public long getMemSize() {
        return (long) dictionary.size() + data.size();
    }

    @Override
    public long allocatedSize() {
        return getMemSize();
    }

    @Override
    public String memUsageString(String prefix) {
        return prefix + " " + column + " " + getMemSize() + " bytes";
    }

    /** Says what kind of page a header is of. */
    private interface Marking {
        PageHeader mark(PageHeader header);
    }

    private void write(PageType kind, BytesInput bytes, ByteArrayOutputStream to, Marking marking) throws IOException {
        ByteArrayOutputStream gathered = new ByteArrayOutputStream(Math.toIntExact(bytes.size()));
        bytes.writeAllTo(gathered);
        byte[] plain = gathered.toByteArray();
        byte[] compressed = Compression.snappy(plain);
        int before = to.size();
        Util.writePageHeader(marking.mark(new PageHeader(kind, plain.length, compressed.length)), to);
        plainBytes += to.size() - before + plain.length;
        to.writeBytes(compressed);
    }

    private org.apache.parquet.format.Encoding stored(Encoding encoding) {
        org.apache.parquet.format.Encoding stored = org.apache.parquet.format.Encoding.valueOf(encoding.name());
        encodings.add(stored);
        return stored;
    }
}
