package io.posture.io;

import io.posture.io.input.InputException;
import io.posture.io.input.Note;
import io.posture.io.input.Reject;
import io.posture.io.input.RejectCode;
import io.posture.io.table.TableRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;

/** The units that items are counted in and the currency they are priced in, and the way there from others. Not thread-safe. */
final class Measures {

    private static final String ITEM = "item_id";

    private final UnitConversions conversions = new UnitConversions();
    private final ExchangeRates exchange = new ExchangeRates();
    private final Map<String, String> units = new HashMap<>();
    private final Map<String, Double> rates = new HashMap<>();
    private final Map<String, String> itemCurrencies = new HashMap<>();
    private final TreeSet<String> currencies = new TreeSet<>();
    private final String currency;
    private final Optional<LocalDate> asOf;
    private long convertedItems;
    private long convertedQuantities;
    private long dividedCosts;

    /**
     * Nothing known yet.
     *
     * @param currency currency of the run; empty if the items decide
     * @param asOf day whose exchange rates count; empty for the latest ones
     */
    Measures(String currency, Optional<LocalDate> asOf) {
        this.currency = currency;
        this.asOf = asOf;
    }

    /** Takes a row of {@code uom_conversions}; false if another one says otherwise. */
    boolean conversion(TableRow row) {
        double factor = row.number("num").orElseThrow() / row.number("den").orElse(1);
        return conversions.add(row.text("item_id"), row.text("from"), row.text("to"), factor);
    }

    /** Takes a row of {@code fx}; false if another one says otherwise. */
    boolean rate(TableRow row) {
        return exchange.add(
                row.text("base").toUpperCase(Locale.ROOT),
                row.text("quote").toUpperCase(Locale.ROOT),
                row.date("as_of").orElseThrow(),
                row.number("rate").orElseThrow());
    }

    /** Units of the run's currency that one unit of the currency of an item's row is; empty if nobody knows. */
    OptionalDouble moneyRate(TableRow item) {
        return foreign(item) ? exchange.rate(given(item), currency, asOf) : OptionalDouble.of(1);
    }

    /** The same for an item that was taken. */
    double moneyRate(String item) {
        return rates.getOrDefault(item, 1.0);
    }

    /** The same for a price that a row of an item names, in a currency of its own or the item's; empty if nobody knows. */
    OptionalDouble moneyRate(TableRow row, String item) {
        String own = given(row);
        if (own.isEmpty() || own.equals(itemCurrencies.getOrDefault(item, ""))) {
            return OptionalDouble.of(moneyRate(item));
        }
        return currency.isEmpty() ? OptionalDouble.empty() : moneyRate(row);
    }

    /** Takes an item with its rate. */
    void item(TableRow row, double rate) {
        units.put(row.text("item_id"), row.text("base_uom"));
        rates.put(row.text("item_id"), rate);
        if (!given(row).isEmpty()) {
            itemCurrencies.put(row.text("item_id"), given(row));
        }
        convertedItems += foreign(row) ? 1 : 0;
        dividedCosts +=
                row.number("unit_cost").isPresent() && row.number("price_unit").orElse(1) != 1 ? 1 : 0;
        if (!given(row).isEmpty() && currency.isEmpty()) {
            currencies.add(given(row));
        }
    }

    private boolean foreign(TableRow item) {
        return !currency.isEmpty() && !given(item).isEmpty() && !given(item).equals(currency);
    }

    private static String given(TableRow item) {
        return item.text("currency").toUpperCase(Locale.ROOT);
    }

    /** Why an item without a rate is set aside. */
    Reject otherCurrency(TableRow item) {
        return item.reject(
                "currency",
                RejectCode.OTHER_CURRENCY,
                "is not the currency " + currency + " of the run, and table fx has no rate"
                        + asOf.map(day -> " up to " + day).orElse(""),
                "Add a line to fx: base,quote,as_of,rate = " + given(item) + "," + currency + ","
                        + asOf.map(LocalDate::toString).orElse("YYYY-MM-DD") + ",RATE.");
    }

    /** Keys of the items that were taken. */
    Collection<String> items() {
        return units.keySet();
    }

    /** Base unit of an item; empty if it was not taken. */
    String baseUnit(String item) {
        return units.getOrDefault(item, "");
    }

    /** Base units that one unit of a row is; empty if nobody knows. */
    OptionalDouble toBase(TableRow row) {
        return toBase(row, ITEM);
    }

    /** The same where another column names the item. */
    OptionalDouble toBase(TableRow row, String itemColumn) {
        String unit = row.text("uom");
        String item = row.text(itemColumn);
        String base = units.getOrDefault(item, unit);
        if (unit.isEmpty() || unit.equalsIgnoreCase(base)) {
            return OptionalDouble.of(1);
        }
        OptionalDouble factor = conversions.factor(item, unit, base);
        convertedQuantities += factor.isPresent() ? row.rows() : 0;
        return factor;
    }

    /** Why a row in a unit that leads nowhere is set aside. */
    Reject otherUnit(TableRow row) {
        return otherUnit(row, ITEM);
    }

    /** The same where another column names the item. */
    Reject otherUnit(TableRow row, String itemColumn) {
        String base = baseUnit(row.text(itemColumn));
        return row.reject(
                "uom",
                RejectCode.OTHER_UNIT,
                "is not the item's base unit " + base + conversions.clash(row.text("uom"), base),
                "Add a line to uom_conversions: item_id,from,to,num,den = " + row.text(itemColumn) + ","
                        + row.text("uom") + "," + base + ",NUM,1.");
    }

    /** A quantity in base units; empty if it is not known. */
    static OptionalDouble times(OptionalDouble number, OptionalDouble factor) {
        return number.isPresent() ? OptionalDouble.of(number.getAsDouble() * factor.orElseThrow()) : number;
    }

    /**
     * Makes sure that all money is of one currency.
     *
     * @throws InputException if items are priced in several, and nobody said which counts
     */
    void requireOneCurrency() {
        if (currencies.size() > 1) {
            throw new InputException("items are priced in several currencies, " + currencies
                    + "; a run has one. Say which in the policy (currency: EUR), and add the table fx with its rates.");
        }
    }

    /** What was converted. */
    List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        if (convertedQuantities > 0) {
            notes.add(new Note(
                    Note.Code.UNITS_CONVERTED,
                    "quantities in other units were converted to the base units of their items",
                    convertedQuantities));
        }
        if (dividedCosts > 0) {
            notes.add(new Note(
                    Note.Code.PRICE_UNIT,
                    "unit costs of items were given for several pieces (price_unit) and divided by their number",
                    dividedCosts));
        }
        if (convertedItems > 0) {
            notes.add(new Note(
                    Note.Code.MONEY_CONVERTED,
                    "costs of items in other currencies were converted to " + currency
                            + asOf.map(day -> " at the latest rates up to " + day)
                                    .orElse(" at the latest rates"),
                    convertedItems));
        }
        return notes;
    }
}
