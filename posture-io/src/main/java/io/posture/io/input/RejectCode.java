package io.posture.io.input;

import java.util.Arrays;
import java.util.Optional;

/** Why a row is set aside. Codes are stable: a code keeps its meaning for ever. */
public enum RejectCode {
    /** Fewer cells than the header. */
    TOO_FEW_CELLS(
            "E-ROW-001",
            "the row has fewer cells than the header has columns",
            "Look for a line break inside a text that is not quoted, or for missing delimiters.",
            "the row \"bolt,2026-01-05\" under the header item_id,date,quantity"),
    /** More cells than the header. */
    TOO_MANY_CELLS(
            "E-ROW-002",
            "the row has more cells than the header has columns",
            "Put quotes around texts that contain the delimiter.",
            "the row \"bolt,2026-01-05,1,5\" under the header item_id,date,quantity: a decimal comma looks like a delimiter"),
    /** A quote that does not end. */
    BROKEN_QUOTE(
            "E-ROW-003",
            "a quoted text in the row does not end, or goes on after its closing quote",
            "Double the quotes inside a quoted text, or remove the stray quote. Reading went on with the next line.",
            "the row bolt,\"seal 5\" wide\",2.50: a quote inside the quoted text"),
    /** A line of JSON lines that is no object. */
    NOT_AN_OBJECT(
            "E-JSON-001",
            "the line is not one whole JSON object",
            "Write every row as one object on one line, with nothing behind it. Reading went on with the next line.",
            "the line {\"item_id\": \"bolt\", without its end"),
    /** An object or a list where a value belongs. */
    NESTED_VALUE(
            "E-JSON-002",
            "a key of the row holds an object or a list",
            "Give each part a key of its own, or put a list into a table of its own with a line for each entry.",
            "the line {\"item_id\": \"bolt\", \"quantity\": {\"value\": 5}}"),
    /** A key that a row has twice. */
    KEY_TWICE(
            "E-JSON-003",
            "a key stands twice in the row",
            "Keep one of the two.",
            "the line {\"quantity\": 5, \"quantity\": 6}"),
    /** An empty cell that must not be. */
    CELL_MISSING(
            "E-KEY-001",
            "a cell that the row cannot do without is empty",
            "Fill in the cell.",
            "a row of demand without a date"),
    /** Two rows of one key that differ. */
    CONFLICT(
            "E-KEY-002",
            "several rows have the same key and differ, so none of them can be trusted",
            "Keep one of the rows. All of them are set aside until then.",
            "an item on two rows with the costs 2.50 and 3.10"),
    /** An item that the items table does not have. */
    UNKNOWN_ITEM(
            "E-KEY-003",
            "the row belongs to an item that the items table does not have, or that was set aside itself",
            "Add the item to the items table, or repair its row there.",
            "demand of item 0047 where the items table has 47"),
    /** A field that nobody can set by hand, or a value that it cannot have. */
    NOT_TO_BE_SET(
            "E-OVR-001",
            "the field cannot be set by hand, or cannot have that value",
            "Use a field of docs/review.md, with a value that it may have.",
            "field \"safety_stok\", or field safety_stock with the value \"many\""),
    /** An override whose days or place are wrong. */
    OVERRIDE_UNCLEAR(
            "E-OVR-002",
            "the override ends before it begins, or is for a place that is not decided on by itself",
            "Correct the days; leave location_id empty where a run decides on all places together.",
            "approved_on 2026-11-20 beside expires_on 2026-01-31"),
    /** A value that the looked-up table or list does not have. */
    NOT_LISTED(
            "E-KEY-004",
            "the value is missing in the table or list of the mapping that it is looked up in",
            "Add the value to that table or list.",
            "the country \"Elbonia\" where the mapping lists the countries that it knows"),
    /** NaN or infinity. */
    NOT_FINITE(
            "E-NUM-001",
            "the number is NaN or infinite",
            "Leave the cell empty if the number is unknown.",
            "unit_cost \"Infinity\""),
    /** A number outside its range. */
    OUT_OF_RANGE(
            "E-NUM-002",
            "the number is outside the range that the column allows",
            "Correct the number.",
            "unit_cost \"-2.50\""),
    /** A text where a number belongs. */
    NOT_A_NUMBER(
            "E-NUM-003",
            "the text is not a number",
            "Plain and scientific notation are read: 1234.5 or 1.2345e3. Other decimal and grouping signs are declared in a"
                    + " mapping.",
            "quantity \"1.234,5O\": the letter O in the place of a zero"),
    /** A text where a date belongs. */
    NOT_A_DATE(
            "E-DATE-001",
            "the text is not a date",
            "Dates are written YYYY-MM-DD. Other patterns are declared in a mapping.",
            "date \"2026-02-30\", or the serial number 46027 that a spreadsheet shows for a day"),
    /** A date that cannot be meant. */
    ABSURD_DATE(
            "E-DATE-002",
            "the date is before 1970 or too far in the future to be meant",
            "Correct the date, or leave the cell empty if the date is unknown.",
            "date \"1900-01-01\" or \"9999-12-31\", which stand for unknown in other programs"),
    /** A receipt before its order. */
    RECEIPT_BEFORE_ORDER(
            "E-DATE-003",
            "the receipt is dated before the order, so the lead time would be negative",
            "Correct one of the dates. An order entered after the fact has no lead time: leave its order date empty.",
            "order_date 2025-03-10 beside receipt_date 2025-03-01"),
    /** A text where yes or no belongs. */
    NOT_A_FLAG(
            "E-FLAG-001",
            "the text is neither yes nor no",
            "Write true or false, yes or no, 1 or 0.",
            "critical_spare \"maybe\""),
    /** A word outside a closed list. */
    NOT_A_CHOICE(
            "E-CODE-001",
            "the word is not one of those that the column allows",
            "Use one of the allowed words.",
            "grain \"quarter\", where day, week and month are allowed"),
    /** An error that a spreadsheet shows in the place of a value. */
    SHEET_ERROR(
            "E-CELL-001",
            "the cell holds the error of a spreadsheet, such as #N/A, in the place of a value",
            "Repair the formula behind it, or leave the cell empty if the value is unknown.",
            "quantity \"#N/A\""),
    /** A quantity in another unit. */
    OTHER_UNIT(
            "E-UNIT-001",
            "the quantity is in another unit than the item's base unit, and no conversion is known",
            "Add the conversion to the table uom_conversions (item_id, from, to, num, den: one of the first unit is num / den"
                    + " of the second).",
            "uom \"BOX\" of an item that is counted in C62, pieces"),
    /** Money in another currency. */
    OTHER_CURRENCY(
            "E-CUR-001",
            "the money is in another currency than that of the run, and no exchange rate is known",
            "Add the rate to the table fx (base, quote, as_of, rate: one unit of base is rate units of quote).",
            "currency \"USD\" in a run in EUR without a table fx");

    private final String id;
    private final String explanation;
    private final String remedy;
    private final String example;

    RejectCode(String id, String explanation, String remedy, String example) {
        this.id = id;
        this.explanation = explanation;
        this.remedy = remedy;
        this.example = example;
    }

    /** The code as messages show it, for example {@code E-NUM-003}. */
    public String id() {
        return id;
    }

    /** What the code means, one sentence without its full stop. */
    public String explanation() {
        return explanation;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }

    /** What such a row may look like. */
    public String example() {
        return example;
    }

    /** What became of the row. */
    public String consequence() {
        return this == CONFLICT
                ? "All rows of the key are set aside in rejects.csv. An item stays in the register, undecided, with the action"
                        + " REVIEW_DATA."
                : "The row is set aside in rejects.csv and counted as rejected; no part of it is used.";
    }

    /** The code with an id, whatever its case. */
    public static Optional<RejectCode> find(String id) {
        return Arrays.stream(values())
                .filter(code -> code.id.equalsIgnoreCase(id))
                .findFirst();
    }
}
