package io.posture.io.writeback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"generic-7f3a9c1b2c3d.csv", "0", "a.b-c", "sap-mm17-7f3a9c1b2c3d.rollback.csv"})
    void plainNamesAreAllowed(String name) {
        assertEquals(name, FileName.of(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "..",
                "../x",
                "a/b",
                "a\\b",
                "C:x",
                "con",
                "nul.csv",
                "com1.txt",
                ".hidden",
                "-x",
                "x.",
                "X",
                "a b",
                "a\0",
                "a\n",
                "ä",
                "a2345678901234567890123456789012345678901234567890123456789012345"
            })
    void everythingElseIsRefused(String name) {
        assertThrows(ExportRefusedException.class, () -> FileName.of(name));
    }
}
