package io.posture.io.input;

import java.util.Arrays;
import java.util.Optional;

/**
 * Something about the input that a reader of the results should know: a decision that was made, an assumption, or a
 * part that was not used.
 *
 * @param code stable kind
 * @param text the sentence
 * @param rows how many rows it concerns; 0 if it is not about rows
 */
public record Note(Code code, String text, long rows) {

    /** Kinds of notes. */
    public enum Code {
        /** Stated by the mapping: how a fact of the file is read. */
        MAPPING_ASSUMPTION(
                "the mapping states how a fact of the file is read",
                "Compare it with what you know of the file. If it does not hold, copy the mapping and change it: posture profile explain ID --yaml."),
        /** How a column writes numbers or dates, decided from its values. */
        CONVENTION(
                "how a column writes numbers or dates was decided from all of its values",
                "Nothing, if it is right. Otherwise say how it is written: --decimal, --dates, or the mapping."),
        /** The profile that the files are read through: named, or found by their headers. */
        PROFILE(
                "the files are read through this profile, which was named, or fits their headers",
                "Nothing, if it is right. Otherwise name another one: --profile NAME."),
        /** A file of the mapping that was not given and that it can do without. */
        SOURCE_ABSENT(
                "a file that the mapping can do without was not given",
                "Give the file if you have it: what it holds counts as unknown."),
        /** How the bytes were turned into text. */
        ENCODING(
                "the bytes of the file are no UTF-8, so they were read as the likeliest other text",
                "Look at names with accents. Save the file as UTF-8 if they are wrong."),
        /** Files in the folder that are no table. */
        FILE_NOT_USED(
                "a file of the folder is called after no table and was not read",
                "Name it if it is data: demand=FILE.csv."),
        /** A sheet of a workbook that was not read. */
        SHEET_NOT_READ("a sheet of the workbook was not read", "Name it if it is data: demand=BOOK.xlsx[SHEET]."),
        /** Rows and cells of a sheet that are not part of its table, such as titles and totals. */
        OUTSIDE_TABLE(
                "rows or cells of a sheet that are not part of its table, such as titles and totals",
                "Nothing, if it is right. Otherwise move the table to a sheet of its own."),
        /** Cells of a sheet that were read as something else than they show. */
        CELL_READING(
                "cells of a sheet were read as something else than they show",
                "Look at some of them. Change the number format of the cells if it is wrong."),
        /** A column that no table has. */
        COLUMN_UNKNOWN(
                "a column that no table has was not read",
                "Rename it if it is one of the columns in docs/run-the-cli.md."),
        /** A column that is checked, and does not take part in results. */
        COLUMN_NOT_USED("a column is checked, and takes no part in results yet", "Nothing."),
        /** A value that stands in where a column or cell is absent. */
        DEFAULT_USED("a value stands in where a column or cell is absent", "Add the column if the value is not right."),
        /** A table without rows. */
        TABLE_EMPTY("a table has a header and no rows", "See whether the export was filtered."),
        /** Rows that repeat another to the letter. */
        MERGED(
                "rows that repeat another to the letter count once with it",
                "Nothing, if they are copies. Demand is never merged: its lines of one day add up."),
        /** Groups that were left out by a named rule, by their keys. */
        GROUPS_LEFT_OUT(
                "groups of rows were left out by a named rule of the mapping",
                "See the rule: posture profile explain ID."),
        /** Suppliers that the suppliers table does not have. */
        SUPPLIER_UNKNOWN(
                "suppliers are named that the suppliers table does not have: what is not known of them is a risk",
                "Add them to the table suppliers, with country and ttr_days."),
        /** Stock below 0, read as 0. */
        NEGATIVE_STOCK(
                "stock below 0 was read as 0",
                "Correct the bookings behind it: an issue was booked before its receipt, or a count is missing."),
        /** Items to borrow demand from that the items table does not have. */
        ANALOGUE_UNKNOWN(
                "analogue_item names items that the items table does not have",
                "Add them to the items table, or name others."),
        /** Items with some ratings of a failure mode, but not all. */
        RATING_INCOMPLETE(
                "items have some ratings of a failure mode and not all three, so none of them counts",
                "Add the missing ones of severity, occurrence and detection."),
        /** Returns whose issues were not looked for. */
        RETURNS_NOT_PAIRED(
                "returns that may take back an issue were left out like all others",
                "Nothing, if there are few. A run looks for the issues that they take back: posture assess."),
        /** Items whose rows contradict each other. */
        ITEM_CONTRADICTED(
                "the rows of an item contradict each other: all are set aside, the item stays in the register, undecided",
                "Leave one row of each item. Its action is REVIEW_DATA until then."),
        /** Costs far from those of their category. */
        COST_OUTLIER(
                "the unit cost of an item is 100 times that of its category or more, or a hundredth or less",
                "Look at the price unit and the currency of these items. A price of 1,000 pieces needs price_unit 1000."),
        /** Items that lose money with every piece. */
        NEGATIVE_MARGIN(
                "the unit margin of items is below 0: by it they lose nothing by being short",
                "Correct unit_margin if it is wrong. If it is right, say what a piece short costs: stockout_cost_per_unit."),
        /** Costs that were given for several pieces. */
        PRICE_UNIT(
                "unit costs that were given for several pieces (price_unit) were divided by their number",
                "Nothing, if the price units are right."),
        /** Suppliers that stand behind themselves. */
        SUPPLY_CIRCLE(
                "following who stands behind whom leads back to where it began",
                "Correct one of the links that are shown. The one that closes the circle was left out."),
        /** Keys that may be the same thing, written in several ways. */
        SIMILAR_KEYS(
                "keys differ in leading zeros, case or blanks only; they were kept apart",
                "If they are one, write them alike. A spreadsheet takes leading zeros away: format the column as text."),
        /** Quantities that were converted to the base unit of their item. */
        UNITS_CONVERTED(
                "quantities in other units were converted to the base unit of their item",
                "Nothing, if the factors in uom_conversions are right."),
        /** Costs that were converted to the currency of the run. */
        MONEY_CONVERTED(
                "costs in other currencies were converted to the currency of the run",
                "Nothing, if the rates in fx are right."),
        /** Items with price breaks of several suppliers. */
        SEVERAL_PRICE_LISTS(
                "items have price breaks of several suppliers; those of the largest share count",
                "Nothing, if the shares in sourcing are right."),
        /** Overrides that have expired. */
        OVERRIDE_EXPIRED(
                "values set by hand have expired: the calculated ones hold again",
                "Renew them with a reason if they are still needed: posture override."),
        /** Overrides that are not in force for another reason. */
        OVERRIDE_INACTIVE(
                "values set by hand are not in force: they begin later, a newer one of the same field takes their place, or the"
                        + " item is not there",
                "Nothing, if it is right."),
        /** Disruptions of what no other table names. */
        EVENT_UNMATCHED(
                "disruptions hit a supplier, place or item that no other table names, so they count for nothing",
                "Write their ref as the other tables write it, or use the scope industry for companies that are no own source."),
        /** Items that the user's system holds at several places. */
        SEVERAL_LOCATIONS(
                "items are held at several places; a run decides on an item as a whole",
                "Write-back needs data of one place: assess the places apart.");

        private final String explanation;
        private final String remedy;

        Code(String explanation, String remedy) {
            this.explanation = explanation;
            this.remedy = remedy;
        }

        /** What the note means, one sentence without its full stop. */
        public String explanation() {
            return explanation;
        }

        /** What to do about it. */
        public String remedy() {
            return remedy;
        }

        /** The kind with a name, whatever its case. */
        public static Optional<Code> find(String name) {
            return Arrays.stream(values())
                    .filter(code -> code.name().equalsIgnoreCase(name))
                    .findFirst();
        }
    }
}
