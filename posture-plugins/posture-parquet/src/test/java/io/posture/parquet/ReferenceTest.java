package io.posture.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.io.sink.OutputColumn;
import io.posture.io.sink.OutputColumn.Kind;
import io.posture.io.sink.OutputTable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference implementation and this one read each other's files. */
class ReferenceTest {

    private static final int ROWS = 3000;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final String EVERY_TYPE = """
            message table {
              required binary text (STRING);
              optional binary choice (ENUM);
              optional int32 day (DATE);
              optional int64 millis (TIMESTAMP(MILLIS,true));
              optional int64 micros (TIMESTAMP(MICROS,false));
              optional int64 nanos (TIMESTAMP(NANOS,true));
              optional int32 price (DECIMAL(9,2));
              optional int64 amount (DECIMAL(18,4));
              optional fixed_len_byte_array(9) wide (DECIMAL(20,3));
              optional binary loose (DECIMAL(30,1));
              optional boolean flag;
              optional int32 tiny (INTEGER(8,true));
              optional int32 unsigned (INTEGER(32,false));
              optional int64 large (INTEGER(64,true));
              optional int64 huge (INTEGER(64,false));
              optional int32 plain;
              optional float single;
              optional double number;
              optional fixed_len_byte_array(16) key (UUID);
            }
            """;

    @TempDir
    Path work;

    static Stream<Arguments> waysToWrite() {
        return Stream.of(
                        CompressionCodecName.UNCOMPRESSED,
                        CompressionCodecName.SNAPPY,
                        CompressionCodecName.GZIP,
                        CompressionCodecName.ZSTD)
                .flatMap(codec -> Stream.of(WriterVersion.PARQUET_1_0, WriterVersion.PARQUET_2_0)
                        .flatMap(version ->
                                Stream.of(true, false).map(dictionary -> Arguments.of(codec, version, dictionary))));
    }

    @ParameterizedTest
    @MethodSource("waysToWrite")
    void everyTypeIsReadAsText(CompressionCodecName codec, WriterVersion version, boolean dictionary)
            throws IOException {
        Path file = work.resolve("t.parquet");
        Reference.write(file, EVERY_TYPE, codec, version, dictionary, ROWS, ReferenceTest::fill);
        assertTrue(Reference.rowGroups(file).size() > 1, "one row group proves little");
        List<String> rows = Rows.of(file);
        assertEquals(ROWS, rows.size());
        for (int i = 0; i < ROWS; i++) {
            assertEquals(expected(i), rows.get(i));
        }
    }

    @Test
    void theReferenceReadsWhatIsWrittenHere() throws IOException {
        Path file = work.resolve("register.parquet");
        try (OutputStream out = Files.newOutputStream(file);
                OutputTable table = new ParquetOutput()
                        .begin(
                                out,
                                "register",
                                List.of(
                                        new OutputColumn("item_id", Kind.TEXT),
                                        new OutputColumn("cost", Kind.NUMBER),
                                        new OutputColumn("since", Kind.DATE),
                                        new OutputColumn("seasonal", Kind.FLAG)))) {
            for (int i = 0; i < 120_000; i++) {
                boolean known = i % 3 != 0;
                table.row(List.of(
                        "Gr\u00fcn \ud834\udd1e " + i,
                        known ? Double.toString(i / 7.0) : "",
                        known ? DAY.plusDays(i % 1000).toString() : "",
                        known ? Boolean.toString(i % 2 == 0) : ""));
            }
        }
        assertEquals("""
                message register {
                  optional binary item_id (STRING);
                  optional double cost;
                  optional int32 since (DATE);
                  optional boolean seasonal;
                }
                """, Reference.schema(file));
        List<Group> rows = Reference.read(file);
        assertEquals(120_000, rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Group row = rows.get(i);
            int known = i % 3 != 0 ? 1 : 0;
            assertEquals("Gr\u00fcn \ud834\udd1e " + i, row.getString("item_id", 0));
            assertEquals(known, row.getFieldRepetitionCount("cost"));
            assertEquals(known, row.getFieldRepetitionCount("seasonal"));
            if (known == 1) {
                assertEquals(i / 7.0, row.getDouble("cost", 0), 0);
                assertEquals(DAY.plusDays(i % 1000).toEpochDay(), row.getInteger("since", 0));
                assertEquals(i % 2 == 0, row.getBoolean("seasonal", 0));
            }
        }
        assertTrue(Reference.rowGroups(file).size() > 1);
    }

    private static void fill(int i, Group row) {
        row.add("text", "Gr\u00fcn " + i % 40);
        if (i % 5 == 0) {
            return;
        }
        LocalDateTime moment = DAY.minusYears(60).plusDays(i * 13L).atTime(23, 59, 59);
        long seconds = moment.toEpochSecond(ZoneOffset.UTC);
        row.add("choice", i % 2 == 0 ? "even" : "odd");
        row.add("day", (int) moment.toLocalDate().toEpochDay());
        row.add("millis", seconds * 1000 + 999);
        row.add("micros", seconds * 1_000_000 + 1);
        row.add("nanos", seconds * 1_000_000_000);
        row.add("price", -i);
        row.add("amount", i * 12_345L);
        row.add(
                "wide",
                Binary.fromConstantByteArray(signed(BigInteger.valueOf(-i).multiply(BigInteger.TEN.pow(15)), 9)));
        row.add(
                "loose",
                Binary.fromConstantByteArray(
                        BigInteger.TEN.pow(25).add(BigInteger.valueOf(i)).toByteArray()));
        row.add("flag", i % 3 == 0);
        row.add("tiny", i % 128 - 64);
        row.add("unsigned", -1 - i);
        row.add("large", Long.MIN_VALUE + i);
        row.add("huge", -1L - i);
        row.add("plain", i);
        row.add("single", i / 10f);
        row.add("number", i / 3.0);
        row.add(
                "key",
                Binary.fromConstantByteArray(
                        ByteBuffer.allocate(16).putLong(i).putLong(-i).array()));
    }

    private static String expected(int i) {
        List<String> cells = new ArrayList<>();
        cells.add("Gr\u00fcn " + i % 40);
        if (i % 5 == 0) {
            return cells.get(0) + "|".repeat(18);
        }
        LocalDate day = DAY.minusYears(60).plusDays(i * 13L);
        cells.add(i % 2 == 0 ? "even" : "odd");
        cells.addAll(List.of(day.toString(), day.toString(), day.toString(), day.toString()));
        cells.add(String.format("-%d.%02d", i / 100, i % 100));
        cells.add(String.format("%d.%04d", i * 12_345L / 10_000, i * 12_345L % 10_000));
        cells.add("-" + i + "000000000000.000");
        cells.add(BigInteger.TEN.pow(24).add(BigInteger.valueOf(i / 10)) + "." + i % 10);
        cells.add(Boolean.toString(i % 3 == 0));
        cells.add(Integer.toString(i % 128 - 64));
        cells.add(Long.toString((1L << 32) - 1 - i));
        cells.add(BigInteger.TWO.pow(63).negate().add(BigInteger.valueOf(i)).toString());
        cells.add(BigInteger.TWO.pow(64).subtract(BigInteger.valueOf(1L + i)).toString());
        cells.add(Integer.toString(i));
        cells.add(i % 10 == 0 ? Integer.toString(i / 10) : i / 10 + "." + i % 10);
        cells.add(i % 3 == 0 ? Integer.toString(i / 3) : Double.toString(i / 3.0));
        cells.add(new UUID(i, -i).toString());
        return String.join("|", cells);
    }

    private static byte[] signed(BigInteger value, int length) {
        byte[] all = new byte[length];
        java.util.Arrays.fill(all, (byte) (value.signum() < 0 ? -1 : 0));
        byte[] bytes = value.toByteArray();
        System.arraycopy(bytes, 0, all, length - bytes.length, bytes.length);
        return all;
    }
}
