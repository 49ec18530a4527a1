package io.posture.jdbc;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import io.posture.io.source.RawRow;
import java.util.ArrayList;
import java.util.List;

/** Collects the cells of rows while they are parsed, and counts the rows behind the header from 1. */
final class NumberedRows extends AbstractBaseCsvCallbackHandler<RawRow> {

    private final List<String> cells = new ArrayList<>();
    private int number;

    /** Begins before the header. */
    NumberedRows() {
        this(0);
    }

    /**
     * Begins at a row.
     *
     * @param first number of the first row that comes
     */
    NumberedRows(int first) {
        this.number = first - 1;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        number = Math.incrementExact(number);
        cells.clear();
    }

    @Override
    protected void handleField(int fieldIndex, char[] buffer, int offset, int length, boolean quoted) {
        cells.add(new String(buffer, offset, length));
    }

    @Override
    protected RawRow buildRecord() {
        return new RawRow(number, ',', cells.toArray(String[]::new));
    }
}
