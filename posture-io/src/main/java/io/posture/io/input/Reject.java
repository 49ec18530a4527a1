package io.posture.io.input;

/**
 * A row that was set aside.
 *
 * @param file name of the file, with the sheet in brackets if it is one of a workbook
 * @param sheet sheet of a workbook; empty for a text file
 * @param line physical line of the file on which the row begins, 1-based
 * @param column column of the cell, 1-based; 0 when the row as a whole is meant
 * @param code why
 * @param value the cell as it was read
 * @param message what is wrong, without the place
 * @param fix what to do
 * @param raw the row as it was read
 */
public record Reject(
        String file,
        String sheet,
        int line,
        int column,
        RejectCode code,
        String value,
        String message,
        String fix,
        String raw) {

    /** A row of a text file. */
    public static Reject of(
            String file, int line, int column, RejectCode code, String value, String message, String fix, String raw) {
        return new Reject(file, "", line, column, code, value, message, fix, raw);
    }

    /** Name of the file without the sheet. */
    public String wholeFile() {
        String brackets = "[" + sheet + "]";
        return !sheet.isEmpty() && file.endsWith(brackets)
                ? file.substring(0, file.length() - brackets.length())
                : file;
    }

    /** The place, the code, what is wrong, what to do, and what became of the row. */
    public String text() {
        String place = column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
        return place + " [" + code.id() + "] " + message + ". " + fix + " Row set aside in rejects.csv.";
    }
}
