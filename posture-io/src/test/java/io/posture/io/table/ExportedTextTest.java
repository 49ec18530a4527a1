package io.posture.io.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What business systems write, read through mappings; canonical tables stay strict. */
class ExportedTextTest {

    private static final Column QUANTITY = Table.DEMAND.column("quantity").orElseThrow();
    private static final Column ORDERED = Table.RECEIPTS.column("order_date").orElseThrow();
    private static final Column DATE = Table.DEMAND.column("date").orElseThrow();
    private static final Notation GERMAN = notation(',', '.');
    private static final Notation ENGLISH = notation('.', ',');

    private final CellReader cells = new CellReader(DateLimits.around(Optional.of(LocalDate.of(2026, 11, 20))));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "302,35-|-302.35",
                "1.234,50 -|-1234.5",
                "- 5|-5",
                "1\u00a0234,5|1234.5",
                "\u00a017\u202f|17",
                "1'234,5|1234.5"
            })
    void readsTrailingMinusAndBlanksThatDoNotBreak(String text, double number) {
        assertEquals(new Cell.Known(number), cells.read(QUANTITY, text, GERMAN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"302.35-", "1\u00a0234", "1'234"})
    void canonicalTablesStayStrict(String text) {
        assertInstanceOf(Cell.Bad.class, cells.read(QUANTITY, text, Notation.CANONICAL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-302.35-",
                "-",
                "--5",
                "5--",
                "1 23",
                "12 34,5",
                "1.23,4",
                "1,2345.6",
                "1,234,56",
                "1.234.5,6",
                "1234.567,8",
                "1234,567.8",
                "1234.567,8",
                "1234,567.8"
            })
    void whatIsNoNumberStaysNone(String text) {
        assertInstanceOf(Cell.Bad.class, cells.read(QUANTITY, text, GERMAN));
        assertInstanceOf(Cell.Bad.class, cells.read(QUANTITY, text, ENGLISH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000", "00.00.0000", "0000-00-00", "0"})
    void zerosAreNoDate(String text) {
        assertEquals(Cell.UNKNOWN, cells.read(ORDERED, text, GERMAN));
        assertInstanceOf(Cell.Bad.class, cells.read(DATE, text, GERMAN));
        assertInstanceOf(Cell.Bad.class, cells.read(ORDERED, text, Notation.CANONICAL));
    }

    @Test
    void blanksOfAnyWidthAreTakenOff() {
        assertEquals("4711 X", Blanks.strip("\ufeff\u00a0 4711 X\u2003\t"));
        assertEquals("", Blanks.strip("\u00a0"));
    }

    private static Notation notation(char decimal, char grouping) {
        return new Notation(List.of(DatePattern.ISO), decimal, Optional.of(grouping), Set.of(), true);
    }
}
