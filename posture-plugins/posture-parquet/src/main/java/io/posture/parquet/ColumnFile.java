package io.posture.parquet;

import io.posture.io.sink.OutputColumn;
import java.time.LocalDate;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.impl.ColumnWriteStoreV1;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DateType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.Type;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type.Repetition;

/** A column being written. Not thread-safe. */
final class ColumnFile {

    private final OutputColumn column;
    private final PrimitiveType type;
    private final ColumnDescriptor descriptor;
    private PageBuffer pages;

    ColumnFile(OutputColumn column) {
        this.column = column;
        this.type = new PrimitiveType(Repetition.OPTIONAL, physical(column.kind()), column.name());
        this.descriptor = new ColumnDescriptor(new String[] {column.name()}, type, 0, 1);
        this.pages = newPages();
    }

    PrimitiveType type() {
        return type;
    }

    /** Empty pages for the next row group. */
    PageBuffer newPages() {
        pages = new PageBuffer(column.name(), stored(column.kind()));
        return pages;
    }

    /** The pages of the row group. */
    PageBuffer pages() {
        return pages;
    }

    /** Writes a cell; an empty one is null. */
    void write(ColumnWriteStoreV1 store, String cell) {
        ColumnWriter values = store.getColumnWriter(descriptor);
        if (cell.isEmpty()) {
            values.writeNull(0, 0);
            return;
        }
        switch (column.kind()) {
            case TEXT -> values.write(Binary.fromString(cell), 0, 1);
            case NUMBER -> values.write(Double.parseDouble(cell), 0, 1);
            case DATE -> values.write(Math.toIntExact(LocalDate.parse(cell).toEpochDay()), 0, 1);
            case FLAG -> values.write(flag(cell), 0, 1);
        }
    }

    /** The column as the footer has it. */
    SchemaElement element() {
        SchemaElement element = new SchemaElement(column.name())
                .setType(stored(column.kind()))
                .setRepetition_type(FieldRepetitionType.OPTIONAL);
        return switch (column.kind()) {
            case TEXT ->
                element.setConverted_type(ConvertedType.UTF8).setLogicalType(LogicalType.STRING(new StringType()));
            case DATE -> element.setConverted_type(ConvertedType.DATE).setLogicalType(LogicalType.DATE(new DateType()));
            case NUMBER, FLAG -> element;
        };
    }

    private boolean flag(String cell) {
        if (!cell.equals("true") && !cell.equals("false")) {
            throw new IllegalArgumentException(column.name() + " \"" + cell + "\" is neither true nor false");
        }
        return cell.equals("true");
    }

    private static PrimitiveTypeName physical(OutputColumn.Kind kind) {
        return switch (kind) {
            case TEXT -> PrimitiveTypeName.BINARY;
            case NUMBER -> PrimitiveTypeName.DOUBLE;
            case DATE -> PrimitiveTypeName.INT32;
            case FLAG -> PrimitiveTypeName.BOOLEAN;
        };
    }

    private static Type stored(OutputColumn.Kind kind) {
        return switch (kind) {
            case TEXT -> Type.BYTE_ARRAY;
            case NUMBER -> Type.DOUBLE;
            case DATE -> Type.INT32;
            case FLAG -> Type.BOOLEAN;
        };
    }
}
