package io.posture.parquet;

import io.posture.io.sink.OutputColumn;
import io.posture.io.sink.OutputTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.column.impl.ColumnWriteStoreV1;
import org.apache.parquet.column.page.PageWriteStore;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.MessageType;

/** A Parquet file being written. Row groups end after fixed numbers of rows and bytes, so the same rows give the same bytes. */
final class ParquetFile implements OutputTable {

    private static final byte[] MAGIC = Footer.MAGIC.getBytes(StandardCharsets.ISO_8859_1);
    private static final String WRITER = "posture";
    private static final int VERSION = 1;
    private static final int ROWS_OF_A_GROUP = 50_000;
    private static final long BYTES_OF_A_GROUP = 1 << 25;

    private static final ParquetProperties PROPERTIES = ParquetProperties.builder()
            .withWriterVersion(WriterVersion.PARQUET_1_0)
            .withDictionaryEncoding(true)
            .withStatisticsEnabled(false)
            .build();

    private final OutputStream out;
    private final String name;
    private final List<ColumnFile> columns;
    private final MessageType schema;
    private final List<RowGroup> groups = new ArrayList<>();
    private ColumnWriteStoreV1 store;
    private long written;
    private long rows;
    private long rowsOfGroup;
    private boolean closed;

    ParquetFile(OutputStream out, String name, List<OutputColumn> columns) throws IOException {
        this.out = out;
        this.name = name;
        this.columns = columns.stream().map(ColumnFile::new).toList();
        this.schema = new MessageType(
                name,
                this.columns.stream()
                        .<org.apache.parquet.schema.Type>map(ColumnFile::type)
                        .toList());
        this.store = newStore();
        write(MAGIC);
    }

    @Override
    public void row(List<String> cells) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).write(store, cells.get(i));
        }
        store.endRecord();
        rows++;
        rowsOfGroup++;
        if (rowsOfGroup == ROWS_OF_A_GROUP || store.getBufferedSize() > BYTES_OF_A_GROUP) {
            endGroup();
            store = newStore();
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (out) {
            endGroup();
            writeFooter();
        }
    }

    private ColumnWriteStoreV1 newStore() {
        PageWriteStore pages =
                column -> columns.get(schema.getFieldIndex(column.getPath()[0])).newPages();
        return new ColumnWriteStoreV1(schema, pages, PROPERTIES);
    }

    private void endGroup() throws IOException {
        store.flush();
        store.close();
        if (rowsOfGroup == 0) {
            return;
        }
        List<ColumnChunk> chunks = new ArrayList<>();
        long start = written;
        long plainBytes = 0;
        for (ColumnFile column : columns) {
            ColumnChunk chunk = column.pages().chunk(written);
            write(column.pages().bytes());
            plainBytes += chunk.getMeta_data().getTotal_uncompressed_size();
            chunks.add(chunk);
        }
        groups.add(new RowGroup(chunks, plainBytes, rowsOfGroup)
                .setFile_offset(start)
                .setTotal_compressed_size(written - start));
        rowsOfGroup = 0;
    }

    private void writeFooter() throws IOException {
        List<SchemaElement> elements = new ArrayList<>();
        elements.add(new SchemaElement(name).setNum_children(columns.size()));
        columns.forEach(column -> elements.add(column.element()));
        FileMetaData footer = new FileMetaData(VERSION, elements, rows, groups).setCreated_by(WRITER);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Util.writeFileMetaData(footer, bytes);
        write(bytes.toByteArray());
        write(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(bytes.size())
                .array());
        write(MAGIC);
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
    }
}
