package io.posture.xlsx;

import io.posture.io.sink.OutputColumn;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;

/** Writes the cells of one sheet. Text cells hold their text and never a formula, whatever it begins with. */
final class SheetWriter {

    private static final int LONGEST_TEXT = 32_767;
    private static final int NARROWEST = 9;
    private static final int WIDEST = 40;
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d{1,3})?");
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final Writer to;
    private final List<OutputColumn> columns;
    private final String[] letters;
    private int rows;

    /** Begins a sheet with its header. */
    SheetWriter(Writer to, List<OutputColumn> columns, boolean first) throws IOException {
        this.to = to;
        this.columns = columns;
        this.letters = new String[columns.size()];
        to.write(WorkbookParts.XML_HEAD + "<worksheet xmlns=\"" + WorkbookParts.SHEET_SPACE
                + "\"><sheetViews><sheetView "
                + (first ? "tabSelected=\"1\" " : "")
                + "workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
                + "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>");
        for (int i = 0; i < columns.size(); i++) {
            letters[i] = CellPlace.letters(i);
            int width =
                    Math.max(NARROWEST, Math.min(WIDEST, columns.get(i).name().length() + 4));
            to.write(
                    "<col min=\"" + (i + 1) + "\" max=\"" + (i + 1) + "\" width=\"" + width + "\" customWidth=\"1\"/>");
        }
        to.write("</cols><sheetData>");
        beginRow();
        for (int i = 0; i < columns.size(); i++) {
            text(i, columns.get(i).name(), WorkbookParts.HEADER_STYLE);
        }
        to.write("</row>");
    }

    /** Rows so far, the header included. */
    int rows() {
        return rows;
    }

    /** Writes a row of as many cells as there are columns. */
    void row(List<String> cells) throws IOException {
        beginRow();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                cell(i, cells.get(i), columns.get(i).kind());
            }
        }
        to.write("</row>");
    }

    /** Ends the sheet. */
    void end() throws IOException {
        to.write("</sheetData><autoFilter ref=\"A1:" + letters[letters.length - 1] + rows + "\"/></worksheet>");
    }

    private void beginRow() throws IOException {
        rows++;
        to.write("<row r=\"" + rows + "\">");
    }

    /** A cell of its column's kind; a value that is not of this kind is written as text. */
    private void cell(int column, String value, OutputColumn.Kind kind) throws IOException {
        switch (kind) {
            case TEXT -> text(column, value, WorkbookParts.TEXT_STYLE);
            case NUMBER -> {
                if (NUMBER.matcher(value).matches()) {
                    begin(column, "");
                    to.write("<v>" + value + "</v></c>");
                } else {
                    text(column, value, WorkbookParts.TEXT_STYLE);
                }
            }
            case DATE -> date(column, value);
            case FLAG -> {
                if (value.equals("true") || value.equals("false")) {
                    begin(column, " t=\"b\"");
                    to.write("<v>" + (value.equals("true") ? "1" : "0") + "</v></c>");
                } else {
                    text(column, value, WorkbookParts.TEXT_STYLE);
                }
            }
        }
    }

    private void date(int column, String value) throws IOException {
        try {
            LocalDate day = LocalDate.parse(value);
            if (!day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY)) {
                begin(column, " s=\"" + WorkbookParts.DATE_STYLE + "\"");
                to.write("<v>" + ChronoUnit.DAYS.between(DAY_ZERO, day) + "</v></c>");
                return;
            }
        } catch (DateTimeParseException noDate) {
            // written as the text that it is
        }
        text(column, value, WorkbookParts.TEXT_STYLE);
    }

    private void text(int column, String value, int style) throws IOException {
        begin(column, " s=\"" + style + "\" t=\"inlineStr\"");
        to.write("<is><t xml:space=\"preserve\">");
        EscapedText.write(shortened(value), to);
        to.write("</t></is></c>");
    }

    private void begin(int column, String attributes) throws IOException {
        to.write("<c r=\"" + letters[column] + rows + "\"" + attributes + ">");
    }

    /** A sheet's cell holds no more; an ellipsis shows the cut. */
    private static String shortened(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        int end = LONGEST_TEXT - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
