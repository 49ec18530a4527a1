package io.posture.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RowSourceTest {

    @Test
    void rowsOfOneFileKeepTheirNumbers() {
        RowSource source = new RowSource("demand");
        assertEquals("demand rows 2, 3", source.refs(2, 3).toString());
        assertEquals(100_000_000, source.number("a.csv", 100_000_000));
        assertEquals("a.csv row 100000000", source.refs(100_000_000).toString());
    }

    @Test
    void rowsOfSeveralFilesAreToldApart() {
        RowSource source = new RowSource("demand");
        int[] numbers = {source.number("b.csv", 9), source.number("a.csv", 9), source.number("b.csv", 4)};
        assertEquals("b.csv rows 4, 9; a.csv row 9", source.refs(numbers).toString());
        assertEquals("a.csv row 9", source.refs(numbers[1]).toString());
    }

    @Test
    void beyondItsNumbersARowIsNone() {
        RowSource source = new RowSource("demand");
        source.number("a.csv", 1);
        assertEquals(0, source.number("b.csv", 1 << 26));
        for (int file = 0; file < 40; file++) {
            source.number(file + ".csv", 1);
        }
        assertEquals(0, source.number("one too many.csv", 1));
    }
}
