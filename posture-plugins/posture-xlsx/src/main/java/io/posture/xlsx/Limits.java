package io.posture.xlsx;

/**
 * Bounds within which a workbook is read: far above what a spreadsheet program writes, far below what would fill the memory
 * or keep the machine busy for hours.
 *
 * @param entries files in the archive
 * @param entryBytes size of one of them inflated, bytes
 * @param totalBytes size of all that are read in one pass inflated, bytes
 * @param ratio inflated bytes for each stored one
 * @param ratioFromBytes inflated bytes of an entry from which on its ratio counts
 * @param strings shared strings
 * @param stringBytes length of all shared strings together, UTF-8 bytes
 * @param cellChars length of the text of one cell
 * @param nodeBytes bytes of a part from one tag or piece of text to the next
 * @param depth elements within elements
 * @param mergedAreas areas of merged cells of a sheet
 */
record Limits(
        int entries,
        long entryBytes,
        long totalBytes,
        int ratio,
        long ratioFromBytes,
        int strings,
        int stringBytes,
        int cellChars,
        int nodeBytes,
        int depth,
        int mergedAreas) {

    /** Rows of a sheet, as the format defines it. */
    static final int ROWS = 1 << 20;

    /** Columns of a sheet, as the format defines it. */
    static final int COLUMNS = 1 << 14;

    /** Bounds of the program. */
    static final Limits STANDARD =
            new Limits(10_000, 4L << 30, 8L << 30, 200, 16L << 20, 1 << 24, 1 << 28, 1_000_000, 8 << 20, 64, 200_000);
}
