package io.posture.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.ItemId;
import io.posture.api.ItemProfile;
import io.posture.io.input.InputException;
import io.posture.io.input.Note;
import io.posture.profile.ProfileSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quantities in other units, costs in other currencies, keys that look alike. */
class UnitsAndMoneyTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void minimum() throws IOException {
        write("items.csv", "item_id,unit_cost,base_uom,currency", "bolt,0.20,C62,EUR", "oil,5,KGM,USD", "wire,2,MTR,");
        write(
                "demand.csv",
                "item_id,date,quantity,uom",
                "bolt,2025-01-06,3,BX",
                "bolt,2025-01-07,4,C62",
                "oil,2025-01-06,500,GRM",
                "wire,2025-01-06,7,",
                "wire,2025-01-20,1,");
    }

    @Test
    void quantitiesAreConvertedToTheBaseUnitOfTheirItem() throws IOException {
        write("uom_conversions.csv", "item_id,from,to,num,den", ",BX,C62,10,1", "bolt,C62,BX,1,12");
        Import read = read("EUR", "2025-01-31", "fx.csv", "base,quote,as_of,rate", "EUR,USD,2025-01-10,1.25");
        // the box of the item itself, a dozen, comes before that of all items
        assertEquals(3 * 12 + 4, pieces(read, "bolt"), 1e-12);
        assertEquals(0.5, pieces(read, "oil"), 1e-12);
        assertEquals(7 + 1, pieces(read, "wire"), 1e-12);
        assertEquals(2, note(read, Note.Code.UNITS_CONVERTED).rows());
    }

    @Test
    void quantitiesWithoutAConversionAreSetAsideWithTheLineThatIsMissing() throws IOException {
        Import read = read(
                "", "2025-01-31", "items.csv", "item_id,unit_cost,base_uom", "bolt,1,C62", "oil,1,MTR", "wire,1,MTR");
        assertEquals(
                List.of(
                        "demand.csv:2:4 [E-UNIT-001] uom \"BX\" is not the item's base unit C62. Add a line to"
                                + " uom_conversions: item_id,from,to,num,den = bolt,BX,C62,NUM,1. Row set aside in"
                                + " rejects.csv.",
                        "demand.csv:4:4 [E-UNIT-001] uom \"GRM\" is not the item's base unit MTR: GRM is a mass, MTR a"
                                + " length. Add a line to uom_conversions: item_id,from,to,num,den = oil,GRM,MTR,NUM,1. Row"
                                + " set aside in rejects.csv."),
                read.rejects().stream().map(reject -> reject.text()).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "GRM, KGM, 0.001",
        "TNE, KGM, 1000",
        "LBR, GRM, 453.59237",
        "INH, CMT, 2.54",
        "DZN, C62, 12",
        "MTQ, LTR, 1000",
        "ea, h87, 1"
    })
    void whatPhysicsFixesNeedsNoTable(String from, String to, double factor) {
        assertEquals(factor, new UnitConversions().factor("any", from, to).orElseThrow(), 1e-9 * factor);
    }

    @Test
    void costsAreConvertedAtTheLatestRateUpToTheDayOfTheRun() throws IOException {
        write(
                "fx.csv",
                "base,quote,as_of,rate",
                "EUR,USD,2025-01-10,1.25",
                "EUR,USD,2024-12-01,1",
                "EUR,USD,2025-02-01,2");
        write("uom_conversions.csv", "from,to,num", "BX,C62,10");
        Import read = read("EUR", "2025-01-31");
        assertEquals(4, cost(read, "oil"), 1e-12);
        assertEquals(0.2, cost(read, "bolt"), 1e-12);
        assertEquals(2, cost(read, "wire"), 1e-12);
        assertEquals(
                "costs of items in other currencies were converted to EUR at the latest rates up to 2025-01-31",
                note(read, Note.Code.MONEY_CONVERTED).text());
    }

    @Test
    void costsWithoutARateAreSetAsideWithTheLineThatIsMissing() throws IOException {
        write("fx.csv", "base,quote,as_of,rate", "EUR,USD,2025-02-01,2");
        Import read = read("EUR", "2025-01-31");
        assertEquals(
                "items.csv:3:4 [E-CUR-001] currency \"USD\" is not the currency EUR of the run, and table fx has no rate up"
                        + " to 2025-01-31. Add a line to fx: base,quote,as_of,rate = USD,EUR,2025-01-31,RATE. Row set aside"
                        + " in rejects.csv.",
                read.rejects().get(0).text());
    }

    @Test
    void severalCurrenciesWithoutOneForTheRunAreRefused() {
        assertEquals(
                "items are priced in several currencies, [EUR, USD]; a run has one. Say which in the policy (currency:"
                        + " EUR), and add the table fx with its rates.",
                assertThrows(InputException.class, () -> read("", "2025-01-31")).getMessage());
    }

    @Test
    void keysThatLookAlikeAreReportedAndKeptApart() throws IOException {
        write("items.csv", "item_id,unit_cost", "0047,1", "47,2", "A-1,3", "a-1,4", "470,5", "A 1,6");
        write("demand.csv", "item_id,date,quantity", "47,2025-01-06,1", "0047,2025-01-20,1");
        Import read = read("", "2025-01-31");
        assertEquals(
                "item ids that differ in leading zeros, case or blanks only were kept apart, maybe they are one: '0047' and"
                        + " '47', 'A-1' and 'a-1'",
                note(read, Note.Code.SIMILAR_KEYS).text());
        assertEquals(6, read.population().size());
    }

    @Test
    void oneConversionAndOneRateIsEnough() {
        UnitConversions units = new UnitConversions();
        assertTrue(units.add("", "BX", "C62", 10));
        assertTrue(units.add("", "bx", "c62", 10));
        assertFalse(units.add("", "BX", "C62", 12));
        ExchangeRates rates = new ExchangeRates();
        LocalDate day = LocalDate.of(2025, 1, 1);
        assertTrue(rates.add("EUR", "USD", day, 1.1));
        assertTrue(rates.add("EUR", "USD", day, 1.1), "the same again");
        assertFalse(rates.add("EUR", "USD", day, 1.2));
        assertEquals(1 / 1.1, rates.rate("USD", "EUR", Optional.empty()).orElseThrow());
        assertTrue(rates.rate("EUR", "USD", Optional.of(day.minusDays(1))).isEmpty());
    }

    private Import read(String currency, String asOf, String... more) throws IOException {
        if (more.length > 0) {
            write(more[0], Arrays.copyOfRange(more, 1, more.length));
        }
        return Importer.read(
                DataSet.of(List.of(folder.toString())).inCurrency(currency),
                ProfileSettings.DEFAULTS.withAsOf(LocalDate.parse(asOf)));
    }

    private static ItemProfile item(Import read, String item) {
        return read.population()
                .items()
                .filter(one -> one.id().equals(ItemId.of(item)))
                .findFirst()
                .orElseThrow();
    }

    private static double pieces(Import read, String item) {
        return Arrays.stream(item(read, item).demand().history().toArray()).sum();
    }

    private static double cost(Import read, String item) {
        return item(read, item).item().unitCost().orElseThrow();
    }

    private static Note note(Import read, Note.Code code) {
        return read.notes().stream()
                .filter(note -> note.code() == code)
                .findFirst()
                .orElseThrow();
    }

    private void write(String file, String... lines) throws IOException {
        Files.writeString(folder.resolve(file), String.join("\n", lines) + "\n");
    }
}
