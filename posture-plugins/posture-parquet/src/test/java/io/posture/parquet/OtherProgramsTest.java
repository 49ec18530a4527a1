package io.posture.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import io.posture.io.source.SourceTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that Impala, Spark, parquet-mr, pyarrow and others wrote; what must be in them is told by their collection. */
class OtherProgramsTest {

    private static final Path FILES = Path.of("src/test/resources/parquet-testing");

    @ParameterizedTest
    @ValueSource(strings = {"alltypes_plain.parquet", "alltypes_plain.snappy.parquet", "alltypes_dictionary.parquet"})
    void readsEveryTypeThatImpalaWrites(String name) {
        SourceTable table = open(name);
        assertEquals(
                "id|bool_col|tinyint_col|smallint_col|int_col|bigint_col|float_col|double_col|date_string_col|string_col|"
                        + "timestamp_col",
                String.join("|", table.header()));
        for (String row : Rows.of(table)) {
            // the rows of Impala's table: all columns follow from the id
            int id = Integer.parseInt(row.substring(0, row.indexOf('|')));
            int month = id / 2 + 1;
            assertEquals(
                    id % 2 == 0
                            ? id + "|true|0|0|0|0|0|0|0" + month + "/01/09|0|2009-0" + month + "-01"
                            : id + "|false|1|1|1|10|1.1|10.1|0" + month + "/01/09|1|2009-0" + month + "-01",
                    row);
        }
    }

    @Test
    void readsEveryRowOfAnImpalaTable() {
        assertEquals(8, Rows.of(FILES.resolve("alltypes_plain.parquet")).size());
        assertEquals(2, Rows.of(FILES.resolve("alltypes_plain.snappy.parquet")).size());
        assertEquals(2, Rows.of(FILES.resolve("alltypes_dictionary.parquet")).size());
    }

    @Test
    void readsDeltaEncodedTextsAndNumbersAsThePublishedTableHasThem() throws IOException {
        List<String> expected;
        try (CsvReader<CsvRecord> csv =
                CsvReader.builder().ofCsvRecord(FILES.resolve("delta_encoding_optional_column_expect.csv"))) {
            expected =
                    csv.stream().map(row -> String.join("|", row.getFields())).toList();
        }
        SourceTable table = open("delta_encoding_optional_column.parquet");
        assertEquals(expected.get(0).replace(" ", ""), String.join("|", table.header()));
        assertEquals(expected.subList(1, expected.size()), Rows.of(table));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int32_decimal.parquet",
                "int64_decimal.parquet",
                "fixed_length_decimal.parquet",
                "byte_array_decimal.parquet"
            })
    void readsDecimalsOfEveryStorage(String name) {
        assertEquals(IntStream.rangeClosed(1, 24).mapToObj(i -> i + ".00").toList(), Rows.of(FILES.resolve(name)));
    }

    @Test
    void readsTheDayOfMomentsThatSparkWritesWith96Bits() {
        // 1704141296123456, 1704070800000000, 253402225200000000, 1735599600000000 microseconds, and null
        assertEquals(
                List.of("2024-01-01", "2024-01-01", "9999-12-31", "2024-12-30", ""),
                Rows.of(FILES.resolve("int96_from_spark.parquet")).subList(0, 5));
    }

    @Test
    void readsZstdAndSplitStreamsOfPyarrow() {
        List<String> rows = Rows.of(FILES.resolve("byte_stream_split.zstd.parquet"));
        assertEquals(300, rows.size());
        // numpy.random.seed(0); numpy.random.normal(size=300) as float32, then as float64
        assertEquals("1.7640524|-1.3065268517353166", rows.get(0));
        assertTrue(rows.get(1).startsWith("0.4001572|"), rows.get(1));
        assertTrue(rows.get(2).startsWith("0.978738|"), rows.get(2));
    }

    @Test
    void readsHalfPrecisionNumbers() {
        assertEquals(
                List.of("", "1", "-2", "NaN", "0", "-1", "0", "2"),
                Rows.of(FILES.resolve("float16_nonzeros_and_nans.parquet")));
    }

    @Test
    void readsJoinedGzipMembers() {
        assertEquals(
                IntStream.rangeClosed(1, 513).mapToObj(Integer::toString).toList(),
                Rows.of(FILES.resolve("concatenated_gzip_members.parquet")));
    }

    @Test
    void readsLz4Raw() {
        assertEquals(
                List.of("1593604800|abc|42", "1593604800|def|7.7", "1593604801|abc|42.125", "1593604801|def|7.7"),
                Rows.of(FILES.resolve("lz4_raw_compressed.parquet")));
    }

    @Test
    void readsSeveralRowGroupsWithNulls() {
        assertEquals(List.of("|a", "2|b", "1|c", "|a", "2|b", "1|c"), Rows.of(FILES.resolve("sort_columns.parquet")));
    }

    @ParameterizedTest
    @CsvSource({
        "datapage_v2_empty_datapage.snappy.parquet, 1",
        "page_v2_empty_compressed.parquet, 10",
    })
    void pagesOfNothingButNullsAreEmptyCells(String name, int rows) {
        List<String> read = Rows.of(FILES.resolve(name));
        assertEquals(rows, read.size());
        assertTrue(read.stream().allMatch(String::isEmpty), read::toString);
    }

    @Test
    void readsBooleansInRuns() {
        List<String> rows = Rows.of(FILES.resolve("rle_boolean_encoding.parquet"));
        assertEquals(68, rows.size());
        assertEquals(List.of("true", "false", "", "true", "true", "false", "false", "true"), rows.subList(0, 8));
    }

    @Test
    void readsAnOldDictionaryThatIsSaidToBeginAtZero() {
        assertEquals(39, Rows.of(FILES.resolve("dict-page-offset-zero.parquet")).size());
    }

    @Test
    void pagesWithRightChecksumsAreRead() {
        List<String> rows = Rows.of(FILES.resolve("rle-dict-snappy-checksum.parquet"));
        assertEquals(1000, rows.size());
        assertEquals("0|c95e263a-f5d4-401f-8107-5ca7146a1f98", rows.get(0));
    }

    @Test
    void aPageWithAWrongChecksumIsDamage() {
        SourceTable table = open("rle-dict-uncompressed-corrupt-checksum.parquet");
        String message =
                assertThrows(InputException.class, () -> Rows.of(table)).getMessage();
        assertTrue(
                message.startsWith("rle-dict-uncompressed-corrupt-checksum.parquet is damaged as a Parquet file: row 1"
                        + " cannot be read (a page whose checksum is not that of its bytes)."),
                message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "list_columns.parquet | has columns that hold lists or parts: [int64_list, utf8_list].",
                "nulls.snappy.parquet | has columns that hold lists or parts: [b_struct].",
                "repeated_no_annotation.parquet | has columns that hold lists or parts: [phoneNumbers].",
                "uniform_encryption.parquet.encrypted | is encrypted, so nothing can be read from it.",
                "encrypt_columns_plaintext_footer.parquet.encrypted | is encrypted, so nothing can be read from it.",
                "hadoop_lz4_compressed.parquet | has its column 'c0' compressed by LZ4, which is not read here.",
                "unknown-logical-type.parquet | of type BYTE_ARRAY (of a newer kind), which is no text",
                "ARROW-GH-47662.parquet | has the column 'flba_field' of type FIXED_LEN_BYTE_ARRAY, which is no text",
                "PARQUET-1481.parquet | is damaged as a Parquet file: its footer cannot be read",
                "ARROW-RS-GH-6229-DICTHEADER.parquet | is damaged as a Parquet file",
                "ARROW-RS-GH-6229-LEVELS.parquet | has columns that hold lists or parts",
                "ARROW-GH-45185.parquet | has columns that hold lists or parts",
            })
    void whatIsNoTableIsRefusedByName(String name, String message) {
        String said = assertThrows(InputException.class, () -> open(name)).getMessage();
        assertTrue(said.startsWith(name) && said.contains(message), said);
        assertTrue(said.contains("Maybe"), said);
    }

    private static SourceTable open(String name) {
        return new ParquetFormat().open(InputFile.of(FILES.resolve(name)));
    }
}
