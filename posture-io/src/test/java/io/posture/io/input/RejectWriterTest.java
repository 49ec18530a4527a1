package io.posture.io.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.posture.io.csv.CsvOutput;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RejectWriterTest {

    @Test
    void writesOneLineForEachReject() throws IOException {
        StringWriter text = new StringWriter();
        try (RejectWriter writer = new RejectWriter(CsvOutput.to(text, RejectWriter.COLUMNS))) {
            writer.write(Reject.of(
                    "items.csv",
                    4012,
                    6,
                    RejectCode.NOT_A_NUMBER,
                    "n/a",
                    "unit_cost \"n/a\" is not a number",
                    "Leave the cell empty if unknown.",
                    "bolt,n/a"));
            writer.write(
                    Reject.of("items.csv", 7, 0, RejectCode.CONFLICT, "", "contradicts line 3", "Keep one.", "a;b"));
        }
        assertEquals(
                "file,sheet,line,column,code,value,message,fix,raw\n"
                        + "items.csv,,4012,6,E-NUM-003,n/a,\"unit_cost \"\"n/a\"\" is not a number\","
                        + "Leave the cell empty if unknown.,\"bolt,n/a\"\n"
                        + "items.csv,,7,,E-KEY-002,,contradicts line 3,Keep one.,a;b\n",
                text.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\tx", "\rx", "\0x"})
    void disarmsCellsThatASpreadsheetWouldRun(String cell) {
        assertEquals("'" + cell, RejectWriter.safe(cell));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-3.5", "+7", "-1e5", "bolt", "a=b", ""})
    void leavesNumbersAndPlainTextsAlone(String cell) {
        assertEquals(cell, RejectWriter.safe(cell));
    }

    @Test
    void codesAreUnique() {
        assertEquals(
                RejectCode.values().length,
                Arrays.stream(RejectCode.values())
                        .map(RejectCode::id)
                        .distinct()
                        .count());
    }

    @Test
    void findsACodeByItsId() {
        assertEquals(RejectCode.NOT_A_NUMBER, RejectCode.find("e-num-003").orElseThrow());
        assertEquals(false, RejectCode.find("E-XYZ-999").isPresent());
    }
}
