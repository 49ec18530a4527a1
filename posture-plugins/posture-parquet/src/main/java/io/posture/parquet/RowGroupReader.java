package io.posture.parquet;

import java.nio.channels.FileChannel;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.MessageType;

/** The rows of one row group, one behind the other. Not thread-safe. */
final class RowGroupReader {

    private final List<ParquetColumn> columns;
    private final CellText[] texts;
    private final ColumnReader[] readers;

    /**
     * Before the first row.
     *
     * @param file the file, which stays open
     * @param footer its footer
     * @param group the row group
     */
    RowGroupReader(FileChannel file, Footer footer, RowGroup group) {
        this.columns = footer.columns();
        this.texts = columns.stream().map(column -> new CellText(column.text())).toArray(CellText[]::new);
        MessageType schema = ParquetColumn.schema(columns);
        ColumnReadStoreImpl store = new ColumnReadStoreImpl(
                new Store(file, footer, group, schema), new Cells(texts), schema, footer.writer());
        this.readers = IntStream.range(0, columns.size())
                .mapToObj(i -> store.getColumnReader(columns.get(i).descriptor()))
                .toArray(ColumnReader[]::new);
    }

    /** Fills in the next row; null is empty. */
    void next(String[] cells) {
        for (int i = 0; i < readers.length; i++) {
            ColumnReader reader = readers[i];
            if (reader.getCurrentDefinitionLevel() == columns.get(i).definedAt()) {
                reader.writeCurrentValueToConverter();
                cells[i] = texts[i].text();
            } else {
                cells[i] = "";
            }
            reader.consume();
        }
    }

    /** Where the values go. */
    private static final class Cells extends GroupConverter {

        private final CellText[] texts;

        Cells(CellText[] texts) {
            this.texts = texts;
        }

        @Override
        public Converter getConverter(int column) {
            return texts[column];
        }

        @Override
        public void start() {
            throw new IllegalStateException("rows are not read as records");
        }

        @Override
        public void end() {
            throw new IllegalStateException("rows are not read as records");
        }
    }

    /** Where the pages come from. */
    private record Store(FileChannel file, Footer footer, RowGroup group, MessageType schema) implements PageReadStore {

        @Override
        public PageReader getPageReader(ColumnDescriptor column) {
            int index = schema.getFieldIndex(column.getPath()[0]);
            return new Pages(
                    file, group.getColumns().get(index).getMeta_data(), footer.start(), column.getPrimitiveType());
        }

        @Override
        public long getRowCount() {
            return group.getNum_rows();
        }
    }
}
