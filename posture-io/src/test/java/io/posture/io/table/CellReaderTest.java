package io.posture.io.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.io.input.RejectCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellReaderTest {

    private static final Column COST = Table.ITEMS.column("unit_cost").orElseThrow();
    private static final Column QUANTITY = Table.DEMAND.column("quantity").orElseThrow();
    private static final Column SHARE = Table.COUNTRY_RISK.column("score").orElseThrow();
    private static final Column DATE = Table.DEMAND.column("date").orElseThrow();
    private static final Notation GERMAN =
            new Notation(List.of(DatePattern.of("dd.MM.yyyy")), ',', Optional.of('.'), Set.of("-"));

    private final CellReader cells = new CellReader(DateLimits.around(Optional.of(LocalDate.of(2026, 11, 20))));

    @ParameterizedTest
    @CsvSource({"1,1", "-2.50,-2.5", "+3,3", ".5,0.5", "5.,5", "1.2345e3,1234.5", "1E-2,0.01", "' 7 ',7", "-0,0"})
    void readsPlainAndScientificNumbers(String text, double expected) {
        assertEquals(new Cell.Known(expected), cells.read(QUANTITY, text, Notation.CANONICAL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "nan", "Infinity", "-inf", "1e999"})
    void rejectsWhatIsNotFinite(String text) {
        assertEquals(RejectCode.NOT_FINITE, bad(QUANTITY, text).code());
    }

    @ParameterizedTest
    @CsvSource({
        "n/a,is not a number",
        "12O,is not a number (letter O?)",
        "'1,234',is not a number (thousands separators?)",
        "'1.234,5',is not a number (decimal comma?)",
        "302.35-,is not a number (minus sign at the end?)",
        "0x10,is not a number",
        "1_000,is not a number",
        "1d,is not a number"
    })
    void rejectsTextsAndGuessesWhatWasMeant(String text, String what) {
        assertEquals(RejectCode.NOT_A_NUMBER, bad(QUANTITY, text).code());
        assertEquals(what, bad(QUANTITY, text).what());
    }

    @ParameterizedTest
    @ValueSource(strings = {"#N/A", "#REF!", " #DIV/0! "})
    void errorsOfSpreadsheetsAreNoValues(String text) {
        Column item = Table.ITEMS.column("item_id").orElseThrow();
        assertEquals(RejectCode.SHEET_ERROR, bad(item, text).code());
        assertEquals(RejectCode.SHEET_ERROR, bad(COST, text).code());
        assertEquals(new Cell.Known("#1"), cells.read(item, "#1", Notation.CANONICAL));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1"})
    void rejectsACostThatIsNotAboveZero(String text) {
        assertEquals(RejectCode.OUT_OF_RANGE, bad(COST, text).code());
        assertEquals("is out of range, need above 0 to 1e15", bad(COST, text).what());
    }

    @Test
    void rejectsNumbersThatCannotBeMeant() {
        assertEquals(
                "is out of range, need -1e15 to 1e15", bad(QUANTITY, "1e300").what());
    }

    @ParameterizedTest
    @CsvSource({"-0.1", "1.1"})
    void rejectsSharesOutsideZeroToOne(String text) {
        assertEquals("is out of range, need 0 to 1", bad(SHARE, text).what());
    }

    @Test
    void readsDeclaredDecimalAndGroupingSigns() {
        assertEquals(new Cell.Known(1234.5), cells.read(QUANTITY, "1.234,5", GERMAN));
        assertEquals(new Cell.Known(-1234567.0), cells.read(QUANTITY, "-1.234.567", GERMAN));
        assertEquals(new Cell.Known(12.5), cells.read(QUANTITY, "12,5", GERMAN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.23", "12.34,5", "1,234.5"})
    void groupingSignsStandBeforeThreeDigits(String text) {
        assertTrue(cells.read(QUANTITY, text, GERMAN) instanceof Cell.Bad, text);
    }

    @Test
    void textsThatMeanUnknownAreUnknown() {
        assertEquals(Cell.UNKNOWN, cells.read(COST, "-", GERMAN));
        assertEquals(Cell.UNKNOWN, cells.read(COST, "  ", Notation.CANONICAL));
    }

    @Test
    void aCellThatEveryRowNeedsMustNotBeEmpty() {
        assertEquals(RejectCode.CELL_MISSING, bad(DATE, "").code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-02-29", "25-01-01", "01/02/2025", "45000", "yesterday", "2025-1-5"})
    void rejectsWhatIsNoDate(String text) {
        assertEquals(RejectCode.NOT_A_DATE, bad(DATE, text).code());
        assertEquals("is not a date (yyyy-MM-dd)", bad(DATE, text).what());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "1969-12-31", "2036-11-21", "9999-12-31"})
    void rejectsDatesThatCannotBeMeant(String text) {
        assertEquals(RejectCode.ABSURD_DATE, bad(DATE, text).code());
        assertEquals(
                "cannot be meant, dates run from 1970-01-01 to 2036-11-20",
                bad(DATE, text).what());
    }

    @Test
    void triesPatternsInOrderAndReadsTwoDigitYearsAsThisCentury() {
        Notation two = new Notation(
                List.of(DatePattern.of("d-MMM-yy"), DatePattern.of("M/d/yy")), '.', Optional.empty(), Set.of());
        assertEquals(new Cell.Known(LocalDate.of(2006, 6, 2)), cells.read(DATE, "2-Jun-06", two));
        assertEquals(new Cell.Known(LocalDate.of(2007, 11, 12)), cells.read(DATE, "11/12/07", two));
        assertEquals(new Cell.Known(LocalDate.of(2015, 12, 31)), cells.read(DATE, "31-DEC-15", two));
        assertEquals("is not a date (d-MMM-yy or M/d/yy)", ((Cell.Bad) cells.read(DATE, "31-Feb-15", two)).what());
    }

    @Test
    void aPatternOfDatesNeedsMonthAndYearAndWithoutADayMeansTheFirst() {
        assertEquals(
                "needs day, month and year",
                assertThrows(IllegalArgumentException.class, () -> DatePattern.of("dd/MM"))
                        .getMessage());
        assertEquals(
                Optional.of(LocalDate.of(1998, 1, 1)), DatePattern.of("yyyy-MM").parse("1998-01"));
        assertEquals(Optional.empty(), DatePattern.of("yyyy-MM").parse("1998-13"));
    }

    @Test
    void readsFlagsAndChoicesWhateverTheirCase() {
        Column spare = Table.ITEMS.column("critical_spare").orElseThrow();
        Column lifecycle = Table.ITEMS.column("lifecycle").orElseThrow();
        assertEquals(new Cell.Known(true), cells.read(spare, "Yes", Notation.CANONICAL));
        assertEquals(new Cell.Known(false), cells.read(spare, "0", Notation.CANONICAL));
        assertEquals(RejectCode.NOT_A_FLAG, bad(spare, "maybe").code());
        assertEquals(new Cell.Known("phase_out"), cells.read(lifecycle, "Phase-Out", Notation.CANONICAL));
        assertEquals(RejectCode.NOT_A_CHOICE, bad(lifecycle, "activ").code());
        assertTrue(bad(lifecycle, "activ").what().endsWith("Maybe 'active' is meant"));
    }

    private Cell.Bad bad(Column column, String text) {
        return (Cell.Bad) cells.read(column, text, Notation.CANONICAL);
    }
}
