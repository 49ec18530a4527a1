package io.posture.io.input;

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
        MAPPING_ASSUMPTION,
        /** How a column writes numbers or dates, decided from its values. */
        CONVENTION,
        /** The profile that the files are read through: named, or found by their headers. */
        PROFILE,
        /** A file of the mapping that was not given and that it can do without. */
        SOURCE_ABSENT,
        /** How the bytes were turned into text. */
        ENCODING,
        /** Files in the folder that are no table. */
        FILE_NOT_USED,
        /** A sheet of a workbook that was not read. */
        SHEET_NOT_READ,
        /** Rows and cells of a sheet that are not part of its table, such as titles and totals. */
        OUTSIDE_TABLE,
        /** Cells of a sheet that were read as something else than they show. */
        CELL_READING,
        /** A column that no table has. */
        COLUMN_UNKNOWN,
        /** A column that is checked, and does not take part in results. */
        COLUMN_NOT_USED,
        /** A value that stands in where a column or cell is absent. */
        DEFAULT_USED,
        /** A table without rows. */
        TABLE_EMPTY,
        /** Rows that repeat another to the letter. */
        MERGED,
        /** Groups that were left out by a named rule, by their keys. */
        GROUPS_LEFT_OUT,
        /** Suppliers that the suppliers table does not have. */
        SUPPLIER_UNKNOWN,
        /** Stock below 0, read as 0. */
        NEGATIVE_STOCK,
        /** Items to borrow demand from that the items table does not have. */
        ANALOGUE_UNKNOWN,
        /** Items with some ratings of a failure mode, but not all. */
        RATING_INCOMPLETE,
        /** Returns whose issues were not looked for. */
        RETURNS_NOT_PAIRED,
        /** Keys that may be the same thing, written in several ways. */
        SIMILAR_KEYS,
        /** Quantities that were converted to the base unit of their item. */
        UNITS_CONVERTED,
        /** Costs that were converted to the currency of the run. */
        MONEY_CONVERTED,
        /** Items with price breaks of several suppliers. */
        SEVERAL_PRICE_LISTS,
        /** Items that the user's system holds at several places. */
        SEVERAL_LOCATIONS
    }
}
