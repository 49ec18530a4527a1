package io.posture.parquet;

import io.posture.io.input.InputException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.io.api.Binary;

/** How the values of a column are written as text, by its physical and its logical type. */
final class ColumnTexts {

    private static final int MOST_DIGITS = 1000;
    private static final int INT96_BYTES = 12;
    private static final long JULIAN_DAY_OF_EPOCH = 2_440_588;
    private static final long NANOS_PER_DAY = 86_400_000_000_000L;
    private static final int FLOAT16_BYTES = 2;
    private static final int UUID_BYTES = 16;

    private ColumnTexts() {}

    /**
     * The texts of a column.
     *
     * @throws InputException if its type is no text, number, day or flag
     */
    static ValueText of(String file, SchemaElement column) {
        Optional<ValueText> text = isOfNewerKind(column) ? Optional.empty() : ofKnownKind(file, column);
        return text.orElseThrow(
                () -> new InputException(file + " has the column '" + column.getName() + "' of type " + typeName(column)
                        + ", which is no text, number, day or flag. Maybe leave it out, or write it as text."));
    }

    private static Optional<ValueText> ofKnownKind(String file, SchemaElement column) {
        return switch (column.getType()) {
            case BOOLEAN -> Optional.of(ValueText.booleans());
            case INT32 -> ofInt32(file, column);
            case INT64 -> ofInt64(file, column);
            case INT96 -> Optional.of(ValueText.binaries(ColumnTexts::int96Day));
            case FLOAT -> Optional.of(ValueText.floats());
            case DOUBLE -> Optional.of(ValueText.doubles());
            case BYTE_ARRAY -> ofBytes(file, column);
            case FIXED_LEN_BYTE_ARRAY -> ofFixedBytes(file, column);
        };
    }

    /** Whether the file names a logical type that came after the definitions this program was made with. */
    private static boolean isOfNewerKind(SchemaElement column) {
        return column.isSetLogicalType() && !column.getLogicalType().isSet();
    }

    private static Optional<ValueText> ofInt32(String file, SchemaElement column) {
        ConvertedType old = column.getConverted_type();
        LogicalType type = column.getLogicalType();
        if (isDecimal(column)) {
            int scale = scale(file, column);
            return Optional.of(ValueText.ints(value -> decimal(BigInteger.valueOf(value), scale)));
        }
        if (old == ConvertedType.DATE || (type != null && type.isSetDATE())) {
            return Optional.of(ValueText.ints(ColumnTexts::day));
        }
        if (old == ConvertedType.TIME_MILLIS || (type != null && type.isSetTIME())) {
            return Optional.empty();
        }
        return Optional.of(ValueText.ints(isUnsigned(column) ? Integer::toUnsignedString : Integer::toString));
    }

    private static Optional<ValueText> ofInt64(String file, SchemaElement column) {
        ConvertedType old = column.getConverted_type();
        LogicalType type = column.getLogicalType();
        if (isDecimal(column)) {
            int scale = scale(file, column);
            return Optional.of(ValueText.longs(value -> decimal(BigInteger.valueOf(value), scale)));
        }
        if (type != null && type.isSetTIMESTAMP()) {
            long perDay = perDay(type.getTIMESTAMP().getUnit());
            return Optional.of(ValueText.longs(value -> day(Math.floorDiv(value, perDay))));
        }
        if (old == ConvertedType.TIMESTAMP_MILLIS || old == ConvertedType.TIMESTAMP_MICROS) {
            long perDay = NANOS_PER_DAY / (old == ConvertedType.TIMESTAMP_MILLIS ? 1_000_000 : 1_000);
            return Optional.of(ValueText.longs(value -> day(Math.floorDiv(value, perDay))));
        }
        if (old == ConvertedType.TIME_MICROS || (type != null && type.isSetTIME())) {
            return Optional.empty();
        }
        return Optional.of(ValueText.longs(isUnsigned(column) ? Long::toUnsignedString : Long::toString));
    }

    private static Optional<ValueText> ofBytes(String file, SchemaElement column) {
        if (isDecimal(column)) {
            int scale = scale(file, column);
            return Optional.of(ValueText.binaries(value -> decimal(integer(value), scale)));
        }
        LogicalType type = column.getLogicalType();
        boolean other = column.getConverted_type() == ConvertedType.BSON
                || (type != null
                        && !type.isSetSTRING()
                        && !type.isSetENUM()
                        && !type.isSetJSON()
                        && !type.isSetUNKNOWN());
        // older programs write texts without saying that they are
        return other ? Optional.empty() : Optional.of(ValueText.binaries(ColumnTexts::utf8));
    }

    private static Optional<ValueText> ofFixedBytes(String file, SchemaElement column) {
        LogicalType type = column.getLogicalType();
        if (isDecimal(column)) {
            int scale = scale(file, column);
            return Optional.of(ValueText.binaries(value -> decimal(integer(value), scale)));
        }
        if (type != null && type.isSetUUID() && column.getType_length() == UUID_BYTES) {
            return Optional.of(ValueText.binaries(ColumnTexts::uuid));
        }
        if (type != null && type.isSetFLOAT16() && column.getType_length() == FLOAT16_BYTES) {
            ValueText floats = ValueText.floats();
            return Optional.of(ValueText.binaries(value -> floats.of(float16(value))));
        }
        return Optional.empty();
    }

    private static boolean isDecimal(SchemaElement column) {
        return column.getConverted_type() == ConvertedType.DECIMAL
                || (column.getLogicalType() != null && column.getLogicalType().isSetDECIMAL());
    }

    private static int scale(String file, SchemaElement column) {
        LogicalType type = column.getLogicalType();
        boolean logical = type != null && type.isSetDECIMAL();
        int scale = logical ? type.getDECIMAL().getScale() : column.getScale();
        if (scale < 0 || scale > MOST_DIGITS) {
            throw Footer.damaged(file, "column '" + column.getName() + "' has " + scale + " decimal places");
        }
        return scale;
    }

    private static boolean isUnsigned(SchemaElement column) {
        LogicalType type = column.getLogicalType();
        if (type != null && type.isSetINTEGER()) {
            return !type.getINTEGER().isIsSigned();
        }
        ConvertedType old = column.getConverted_type();
        return old != null && old.name().startsWith("UINT_");
    }

    private static long perDay(TimeUnit unit) {
        return NANOS_PER_DAY / (unit.isSetMILLIS() ? 1_000_000 : unit.isSetMICROS() ? 1_000 : 1);
    }

    private static String day(long daysFromEpoch) {
        return LocalDate.ofEpochDay(daysFromEpoch).toString();
    }

    /** Day of a moment as older programs store it: nanoseconds of a Julian day. */
    private static String int96Day(Binary value) {
        ByteBuffer bytes = value.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.remaining() != INT96_BYTES) {
            throw new IllegalStateException("a moment of " + bytes.remaining() + " bytes");
        }
        long nanos = bytes.getLong();
        long julianDay = bytes.getInt();
        return day(julianDay - JULIAN_DAY_OF_EPOCH + Math.floorDiv(nanos, NANOS_PER_DAY));
    }

    private static BigInteger integer(Binary value) {
        byte[] bytes = value.getBytesUnsafe();
        if (bytes.length == 0 || bytes.length > MOST_DIGITS) {
            throw new IllegalStateException("a number of " + bytes.length + " bytes");
        }
        return new BigInteger(bytes);
    }

    private static String decimal(BigInteger unscaled, int scale) {
        return new BigDecimal(unscaled, scale).toPlainString();
    }

    private static String utf8(Binary value) {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(value.toByteBuffer());
            return text.toString();
        } catch (CharacterCodingException bytes) {
            throw new IllegalStateException("bytes that are no text in UTF-8", bytes);
        }
    }

    private static String uuid(Binary value) {
        ByteBuffer bytes = value.toByteBuffer();
        return new UUID(bytes.getLong(), bytes.getLong()).toString();
    }

    /** A number of one sign, five exponent and ten fraction bits. */
    private static float float16(Binary value) {
        int bits = value.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN).getShort() & 0xFFFF;
        int exponent = bits >>> 10 & 0x1F;
        int fraction = bits & 0x3FF;
        float sign = (bits & 0x8000) == 0 ? 1 : -1;
        if (exponent == 0x1F) {
            return fraction == 0 ? sign * Float.POSITIVE_INFINITY : Float.NaN;
        }
        return exponent == 0
                ? sign * Math.scalb((float) fraction, -24)
                : sign * Math.scalb((float) (fraction | 0x400), exponent - 25);
    }

    private static String typeName(SchemaElement column) {
        String physical = column.getType().name();
        if (isOfNewerKind(column)) {
            return physical + " (of a newer kind)";
        }
        if (column.isSetLogicalType()) {
            return physical + " (" + column.getLogicalType().getSetField().getFieldName() + ")";
        }
        return column.isSetConverted_type() ? physical + " (" + column.getConverted_type() + ")" : physical;
    }
}
