package io.posture.jdbc;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * The values of a column as text, as PostgreSQL would write them into CSV: {@code 1.50}, {@code 2026-01-31}, {@code true}.
 *
 * @param column its number, from 1
 * @param type its type among {@link Types}
 */
record CellText(int column, int type) {

    private static final Set<Integer> BINARY = Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB);
    private static final int DOUBLE_DIGITS = 15;
    private static final int FLOAT_DIGITS = 6;
    private static final int LEAST_EXPONENT = -4;

    /** Whether values of a type have a time of day, which is left out: dates are local dates. */
    static boolean timed(int type) {
        return type == Types.TIMESTAMP || type == Types.TIMESTAMP_WITH_TIMEZONE;
    }

    /** The value of the row on which a cursor is; {@link CsvDigest#NULL} if there is none. */
    String read(ResultSet row) throws SQLException {
        Object value = row.getObject(column);
        if (value == null || row.wasNull()) {
            return "";
        }
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof byte[] bytes && BINARY.contains(type)) {
            return "\\x" + HexFormat.of().formatHex(bytes);
        }
        if (value instanceof Blob blob) {
            return "\\x" + HexFormat.of().formatHex(blob.getBytes(1, Math.toIntExact(blob.length())));
        }
        if (value instanceof Clob clob) {
            return clob.getSubString(1, Math.toIntExact(clob.length()));
        }
        return value instanceof Boolean ? value.toString() : other(value, row);
    }

    private String other(Object value, ResultSet row) throws SQLException {
        if (value instanceof LocalDate day) {
            return day.toString();
        }
        if (value instanceof Date day) {
            return day.toLocalDate().toString();
        }
        if (value instanceof Timestamp moment) {
            return moment.toLocalDateTime().toLocalDate().toString();
        }
        if (value instanceof LocalDateTime moment) {
            return moment.toLocalDate().toString();
        }
        if (value instanceof OffsetDateTime moment) {
            return day(moment.toInstant());
        }
        if (value instanceof ZonedDateTime moment) {
            return day(moment.toInstant());
        }
        if (value instanceof Instant moment) {
            return day(moment);
        }
        if (timed(type)) {
            return row.getTimestamp(column).toLocalDateTime().toLocalDate().toString();
        }
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    private static String day(Instant moment) {
        return moment.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static String number(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (number instanceof Double value) {
            return Double.isFinite(value) ? shortest(value, DOUBLE_DIGITS) : value.toString();
        }
        if (number instanceof Float value) {
            return Float.isFinite(value) ? shortest(value, FLOAT_DIGITS) : value.toString();
        }
        return number.toString();
    }

    /** The fewest digits that mean the same double; an exponent where the number is very large or small. */
    private static String shortest(double value, int digits) {
        BigDecimal exact = new BigDecimal(value);
        // a number of full precision always has this many digits that mean it
        int count = Math.abs(value) < (digits == FLOAT_DIGITS ? Float.MIN_NORMAL : Double.MIN_NORMAL) ? 1 : digits;
        BigDecimal rounded = exact.round(new MathContext(count));
        while (!same(rounded, value, digits)) {
            rounded = exact.round(new MathContext(++count));
        }
        BigDecimal plain = rounded.stripTrailingZeros();
        int exponent = plain.precision() - plain.scale() - 1;
        if (plain.signum() == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        if (LEAST_EXPONENT <= exponent && exponent < digits) {
            return plain.toPlainString();
        }
        String mantissa = plain.movePointLeft(exponent).toPlainString();
        return String.format(Locale.ROOT, "%se%s%02d", mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    private static boolean same(BigDecimal rounded, double value, int digits) {
        return digits == FLOAT_DIGITS ? rounded.floatValue() == (float) value : rounded.doubleValue() == value;
    }
}
