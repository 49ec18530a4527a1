package io.posture.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes as spreadsheet programs write them; numbers of built-in formats as ECMA-376 part 1, 18.8.30 lists them. */
class NumberFormatTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "General|PLAIN",
                "0.00E+00|PLAIN",
                "#,##0.00\\ [$€-407];[Red]-#,##0.00\\ [$€-407]|PLAIN",
                "_-* #,##0.00\\ _€_-;\\-* #,##0.00\\ _€_-;_-* \"-\"??\\ _€_-;_-@_-|PLAIN",
                "0 \"days\"|PLAIN",
                "# ?/?|PLAIN",
                "@|PLAIN",
                "[h]:mm:ss|PLAIN",
                "[Red]0;[Blue]d|PLAIN",
                "yyyy\\-mm\\-dd;@|DATE",
                "DD.MM.YYYY|DATE",
                "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy|DATE",
                "m/d/yy h:mm|DATE",
                "mmm|DATE",
                "yyyy\"年\"m\"月\"|DATE",
                "h:mm AM/PM|TIME",
                "mm:ss.0|TIME"
            })
    void kindIsToldByTheLettersOutsideOfQuotesAndBrackets(String code, NumberFormat.Kind kind) {
        assertEquals(kind, NumberFormat.of(code).kind());
    }

    @ParameterizedTest
    @CsvSource({"000000,6", "00,2", "0,0", "000.00,0", "000-000,0"})
    void formatOfZerosAloneFillsUp(String code, int digits) {
        assertEquals(digits, NumberFormat.of(code).digits());
    }

    @ParameterizedTest
    @CsvSource({
        "0,PLAIN",
        "4,PLAIN",
        "14,DATE",
        "17,DATE",
        "18,TIME",
        "21,TIME",
        "22,DATE",
        "37,PLAIN",
        "45,TIME",
        "46,PLAIN",
        "47,TIME",
        "49,PLAIN"
    })
    void builtInFormatsAreKnownByTheirNumber(int id, NumberFormat.Kind kind) {
        assertEquals(kind, NumberFormat.builtIn(id).kind());
    }
}
