package io.posture.xlsx;

import java.io.Closeable;
import java.util.Arrays;
import java.util.OptionalInt;
import javax.xml.stream.XMLStreamConstants;

/** The rows of a sheet as they are stored, one at a time: cells as a person sees them. Not thread-safe. */
final class SheetReader implements Closeable {

    private final XmlPart xml;
    private final CellStyles styles;
    private final SharedStrings strings;
    private final boolean from1904;
    private final StringBuilder text = new StringBuilder();
    private String[] texts = new String[16];
    private CellKind[] kinds = new CellKind[16];
    private int width;
    private int row;
    private boolean hidden;
    private boolean begun;
    private long clockTimes;
    private long notCalculated;

    private SheetReader(XmlPart xml, CellStyles styles, SharedStrings strings, boolean from1904) {
        this.xml = xml;
        this.styles = styles;
        this.strings = strings;
        this.from1904 = from1904;
    }

    /** A sheet before its first row. */
    static SheetReader open(WorkbookFile book, WorkbookIndex index, WorkbookIndex.Sheet sheet) {
        CellStyles styles = CellStyles.of(book, index.styles());
        SharedStrings strings = SharedStrings.of(book, index.strings());
        return new SheetReader(book.xml(sheet.part()), styles, strings, index.from1904());
    }

    /** Whether a sheet has a cell that is not empty. */
    static boolean hasCells(WorkbookFile book, WorkbookIndex.Sheet sheet) {
        try (XmlPart xml = book.xml(sheet.part())) {
            while (xml.nextElement()) {
                if (xml.name().equals("v") || xml.name().equals("is")) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * Moves to the next row, which may be blank.
     *
     * @return false behind the last row
     * @throws io.posture.io.input.InputException if the sheet is damaged
     */
    boolean next() {
        int event = xml.next();
        while (event != XMLStreamConstants.END_DOCUMENT) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.name().equals("sheetData")) {
                    begun = true;
                } else if (begun && xml.name().equals("row")) {
                    readRow();
                    return true;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.name().equals("sheetData")) {
                break;
            }
            event = xml.next();
        }
        xml.skipRest();
        return false;
    }

    /** Number of the row, from 1. */
    int row() {
        return row;
    }

    /** Whether the row is not shown. */
    boolean hidden() {
        return hidden;
    }

    /** Cells of the row up to the last one that is not empty. */
    int width() {
        return width;
    }

    /** Text of a cell; empty beyond the width. */
    String text(int column) {
        return column < width ? texts[column] : "";
    }

    /** What a cell holds. */
    CellKind kind(int column) {
        return column < width ? kinds[column] : CellKind.EMPTY;
    }

    /** Puts a value into an empty cell of the row. */
    void fill(int column, String value, CellKind kind) {
        set(column, value, kind);
    }

    /** Cells so far whose time of day was left out. */
    long clockTimes() {
        return clockTimes;
    }

    /** Formulas so far without a value. */
    long notCalculated() {
        return notCalculated;
    }

    @Override
    public void close() {
        xml.close();
    }

    private void readRow() {
        String number = xml.attribute("r");
        int next = number.isEmpty() ? row + 1 : CellPlace.row(number).orElse(0);
        if (next <= row || next > Limits.ROWS) {
            throw xml.wrong("row " + (number.isEmpty() ? String.valueOf(next) : "\"" + number + "\"") + " follows row "
                    + row + "; rows must ascend up to " + Limits.ROWS);
        }
        row = next;
        hidden = xml.flag("hidden");
        width = 0;
        int last = -1;
        int event = xml.next();
        while (event != XMLStreamConstants.END_DOCUMENT) {
            if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("c")) {
                last = readCell(last);
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.name().equals("row")) {
                return;
            }
            event = xml.next();
        }
    }

    private int readCell(int last) {
        String place = xml.attribute("r");
        int column = place.isEmpty() ? last + 1 : CellPlace.column(place).orElse(-1);
        if (column <= last || column >= Limits.COLUMNS) {
            throw xml.wrong("cell \"" + place + "\" of row " + row + " is not behind the one before it");
        }
        String type = xml.attribute("t");
        OptionalInt style = CellPlace.count(xml.attribute("s"));
        boolean formula = false;
        boolean inValue = false;
        text.setLength(0);
        int event = xml.next();
        while (event != XMLStreamConstants.END_DOCUMENT) {
            if (event == XMLStreamConstants.CHARACTERS) {
                if (inValue) {
                    xml.appendText(text);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.name().equals("c")) {
                    break;
                }
                inValue = false;
            } else {
                inValue = xml.name().equals("v");
                formula |= xml.name().equals("f");
                if (xml.name().equals("is")) {
                    SharedStrings.appendRichText(xml, "is", text);
                }
            }
            event = xml.next();
        }
        if (formula && text.isEmpty() && !type.equals("str")) {
            notCalculated++;
        }
        if (!text.isEmpty()) {
            take(column, type, styles.format(style.orElse(0)));
        }
        return column;
    }

    private void take(int column, String type, NumberFormat format) {
        switch (type) {
            case "s" -> set(column, shared(), CellKind.TEXT);
            case "inlineStr", "str" -> set(column, EscapedText.read(text), CellKind.TEXT);
            case "b" -> set(column, text.toString().strip().equals("1") ? "true" : "false", CellKind.FLAG);
            case "e" -> set(column, text.toString(), CellKind.ERROR);
            case "d" -> takeDate(column, text.toString().strip());
            case "n", "" -> takeNumber(column, text.toString().strip(), format);
            default -> throw xml.wrong("a cell of row " + row + " is of the unknown type \"" + type + "\"");
        }
    }

    private String shared() {
        String index = text.toString().strip();
        int found = CellPlace.count(index).orElse(Integer.MAX_VALUE);
        if (found >= strings.count()) {
            throw xml.wrong("a cell of row " + row + " refers to text " + index + ", but there are " + strings.count());
        }
        return strings.text(found);
    }

    private void takeDate(int column, String written) {
        int time = written.indexOf('T');
        if (time >= 0 && !written.substring(time).matches("T[0:.]*Z?")) {
            clockTimes++;
        }
        set(column, time < 0 ? written : written.substring(0, time), CellKind.DATE);
    }

    private void takeNumber(int column, String stored, NumberFormat format) {
        if (format.kind() == NumberFormat.Kind.DATE) {
            var day = ShownNumber.day(stored, from1904);
            if (day.isPresent()) {
                clockTimes += ShownNumber.hasTime(stored) ? 1 : 0;
                set(column, day.get(), CellKind.DATE);
                return;
            }
        }
        if (format.kind() == NumberFormat.Kind.TIME) {
            var time = ShownNumber.time(stored);
            if (time.isPresent()) {
                set(column, time.get(), CellKind.NUMBER);
                return;
            }
        }
        set(column, ShownNumber.plain(stored, format.digits()), CellKind.NUMBER);
    }

    /** Sets a cell; blank texts leave it empty. */
    private void set(int column, String value, CellKind kind) {
        if (value.isBlank()) {
            return;
        }
        if (column >= texts.length) {
            int size = Math.min(Limits.COLUMNS, Math.max(2 * texts.length, column + 1));
            texts = Arrays.copyOf(texts, size);
            kinds = Arrays.copyOf(kinds, size);
        }
        if (column >= width) {
            Arrays.fill(texts, width, column, "");
            Arrays.fill(kinds, width, column, CellKind.EMPTY);
            width = column + 1;
        }
        texts[column] = value;
        kinds[column] = kind;
    }
}
