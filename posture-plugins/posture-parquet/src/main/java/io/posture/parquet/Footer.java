package io.posture.parquet;

import io.posture.io.input.InputException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * What the end of a file says of it.
 *
 * @param start where it begins, bytes from the start of the file
 * @param columns the columns
 * @param rowGroups the row groups in their order
 * @param writer the program that wrote the file; empty if it does not say
 */
record Footer(long start, List<ParquetColumn> columns, List<RowGroup> rowGroups, String writer) {

    static final String MAGIC = "PAR1";
    static final String ENCRYPTED_MAGIC = "PARE";

    private static final int MAGIC_BYTES = 4;
    private static final int TAIL_BYTES = 4 + MAGIC_BYTES;
    private static final int MOST_BYTES = 1 << 28;

    /** Copies. */
    Footer {
        columns = List.copyOf(columns);
        rowGroups = List.copyOf(rowGroups);
    }

    /**
     * Reads the footer of a file.
     *
     * @throws InputException if the file is empty, cut off, damaged, encrypted or not flat
     */
    static Footer read(String name, FileChannel file) throws IOException {
        long size = file.size();
        if (size == 0) {
            throw new InputException(name + " is empty: it has no columns and no rows");
        }
        if (size < MAGIC_BYTES + TAIL_BYTES) {
            throw damaged(name, "it has " + size + " bytes, too few for any");
        }
        String first = new String(bytes(file, 0, MAGIC_BYTES), StandardCharsets.ISO_8859_1);
        ByteBuffer tail =
                ByteBuffer.wrap(bytes(file, size - TAIL_BYTES, TAIL_BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        int length = tail.getInt();
        String last = StandardCharsets.ISO_8859_1.decode(tail).toString();
        if (last.equals(ENCRYPTED_MAGIC)) {
            throw encrypted(name);
        }
        if (!first.equals(MAGIC)) {
            throw new InputException(name + " is not a Parquet file: it does not begin with " + MAGIC
                    + ". Maybe its ending is wrong, or another file is meant.");
        }
        if (!last.equals(MAGIC)) {
            throw new InputException(name + " begins as a Parquet file, but does not end as one: it is cut off, or was"
                    + " not finished by the program that wrote it. Maybe the download or copy was interrupted.");
        }
        long start = size - TAIL_BYTES - length;
        if (length <= 0 || length > MOST_BYTES || start < MAGIC_BYTES) {
            throw damaged(name, "its footer is said to have " + length + " bytes");
        }
        return parsed(name, start, bytes(file, start, length));
    }

    /** The error for a file that does not keep to its format. */
    static InputException damaged(String name, String what) {
        return new InputException(name + " is damaged as a Parquet file: " + what
                + ". Maybe the download or copy was interrupted; write or fetch it again.");
    }

    private static Footer parsed(String name, long start, byte[] bytes) {
        FileMetaData data;
        try {
            data = Util.readFileMetaData(new ByteArrayInputStream(bytes));
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            throw damaged(
                    name, "its footer cannot be read (" + broken.getClass().getSimpleName() + ")");
        }
        if (data.isSetEncryption_algorithm()) {
            throw encrypted(name);
        }
        if (!data.isSetSchema() || !data.isSetRow_groups()) {
            throw damaged(name, "its footer has no schema or no row groups");
        }
        List<ParquetColumn> columns = ParquetColumn.of(name, data.getSchema());
        for (RowGroup group : data.getRow_groups()) {
            check(name, group, columns, start);
        }
        return new Footer(start, columns, data.getRow_groups(), Objects.requireNonNullElse(data.getCreated_by(), ""));
    }

    private static void check(String name, RowGroup group, List<ParquetColumn> columns, long start) {
        if (group.getColumnsSize() != columns.size()) {
            throw damaged(
                    name, "a row group has " + group.getColumnsSize() + " columns, the schema has " + columns.size());
        }
        for (int i = 0; i < columns.size(); i++) {
            var chunk = group.getColumns().get(i);
            String column = columns.get(i).name();
            if (chunk.isSetCrypto_metadata()) {
                throw encrypted(name);
            }
            if (chunk.isSetFile_path()) {
                throw new InputException(name + " keeps its column '" + column + "' in another file, '"
                        + chunk.getFile_path() + "', which is not followed. Maybe write it as one file.");
            }
            if (!chunk.isSetMeta_data()) {
                throw damaged(name, "column '" + column + "' has a row group without description");
            }
            var meta = chunk.getMeta_data();
            if (!List.of(column).equals(meta.getPath_in_schema())) {
                throw damaged(
                        name,
                        "a row group has the column " + meta.getPath_in_schema() + " in the place of '" + column + "'");
            }
            if (meta.getType() != columns.get(i).physical()) {
                throw damaged(name, "column '" + column + "' has a row group of another type");
            }
            if (meta.getNum_values() != group.getNum_rows()) {
                throw damaged(
                        name,
                        "column '" + column + "' has " + meta.getNum_values() + " values for " + group.getNum_rows()
                                + " rows");
            }
            if (Pages.start(meta) < MAGIC_BYTES || Pages.start(meta) > start) {
                throw damaged(name, "column '" + column + "' is said to begin outside of the file");
            }
        }
    }

    private static InputException encrypted(String name) {
        return new InputException(
                name + " is encrypted, so nothing can be read from it. Maybe write it without encryption.");
    }

    private static byte[] bytes(FileChannel file, long from, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, from + bytes.position()) < 0) {
                throw new EOFException("the file ends at " + (from + bytes.position()) + " bytes");
            }
        }
        return bytes.array();
    }
}
