package io.posture.parquet;

import io.posture.io.input.InputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type.Repetition;

/**
 * A flat column of a file.
 *
 * @param type its name, physical type and whether it can be null
 * @param physical the type as the file has it
 * @param text how its values are written as text
 */
record ParquetColumn(PrimitiveType type, Type physical, ValueText text) {

    private static final int MOST_COLUMNS = 10_000;

    String name() {
        return type.getName();
    }

    ColumnDescriptor descriptor() {
        return new ColumnDescriptor(new String[] {name()}, type, 0, definedAt());
    }

    /** The level that says that a value is not null. */
    int definedAt() {
        return type.isRepetition(Repetition.OPTIONAL) ? 1 : 0;
    }

    /** The columns as a schema. */
    static MessageType schema(List<ParquetColumn> columns) {
        return new MessageType(
                "table",
                columns.stream()
                        .<org.apache.parquet.schema.Type>map(ParquetColumn::type)
                        .toList());
    }

    /**
     * The columns of a schema.
     *
     * @param file name of the file, for messages
     * @param elements the schema as the footer has it, the root first
     * @throws InputException if columns are nested, repeated, or of a type that is no text, number, day or flag
     */
    static List<ParquetColumn> of(String file, List<SchemaElement> elements) {
        if (elements.size() < 2 || elements.size() > MOST_COLUMNS) {
            throw Footer.damaged(file, "its schema has " + Math.max(0, elements.size() - 1) + " columns");
        }
        refuseNested(file, elements);
        List<ParquetColumn> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (SchemaElement element : elements.subList(1, elements.size())) {
            if (!names.add(element.getName())) {
                throw new InputException(
                        file + " has the column '" + element.getName() + "' twice. Remove or rename one of them.");
            }
            columns.add(of(file, element));
        }
        return columns;
    }

    private static ParquetColumn of(String file, SchemaElement element) {
        Type physical = element.getType();
        if (physical == null) {
            throw Footer.damaged(file, "its column '" + element.getName() + "' has no type");
        }
        Repetition repetition = element.getRepetition_type() == FieldRepetitionType.REQUIRED
                ? Repetition.REQUIRED
                : Repetition.OPTIONAL;
        PrimitiveTypeName type = PrimitiveTypeName.valueOf(
                physical == Type.BYTE_ARRAY ? PrimitiveTypeName.BINARY.name() : physical.name());
        return new ParquetColumn(
                new PrimitiveType(repetition, type, element.getType_length(), element.getName()),
                physical,
                ColumnTexts.of(file, element));
    }

    /** Names what stands at the top and is not one value for each row. */
    private static void refuseNested(String file, List<SchemaElement> elements) {
        List<String> nested = new ArrayList<>();
        int at = 1;
        while (at < elements.size()) {
            SchemaElement element = elements.get(at);
            if (element.getNum_children() > 0 || element.getRepetition_type() == FieldRepetitionType.REPEATED) {
                nested.add(element.getName());
            }
            at = behind(elements, at);
        }
        if (!nested.isEmpty()) {
            throw new InputException(file + " has columns that hold lists or parts: " + nested
                    + ". A table has one value in each cell. Maybe leave them out, or give each part a column.");
        }
    }

    /** Index behind an element and everything in it; a schema that promises more than it has ends at its end. */
    private static int behind(List<SchemaElement> elements, int from) {
        long open = 1;
        int at = from;
        while (open > 0 && at < elements.size()) {
            open += Math.max(0, elements.get(at).getNum_children()) - 1L;
            at++;
        }
        return at;
    }
}
