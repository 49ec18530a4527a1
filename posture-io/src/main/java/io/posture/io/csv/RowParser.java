package io.posture.io.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import io.posture.io.source.RawRow;
import java.util.ArrayList;
import java.util.List;

/** Collects the cells of a row while they are parsed, and knows on which line the row began if parsing fails. */
final class RowParser extends AbstractBaseCsvCallbackHandler<RawRow> {

    private final int linesBefore;
    private final char delimiter;
    private final List<String> cells = new ArrayList<>();
    private long begunOn;

    /**
     * A parser of rows.
     *
     * @param linesBefore physical lines of the file before the first one that this parser sees
     * @param delimiter what separates the cells
     */
    RowParser(int linesBefore, char delimiter) {
        this.linesBefore = linesBefore;
        this.delimiter = delimiter;
    }

    /** Physical line of the file on which the latest row began. */
    int begunOn() {
        return Math.toIntExact(linesBefore + begunOn);
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        begunOn = startingLineNumber;
        cells.clear();
    }

    @Override
    protected void handleField(int fieldIndex, char[] buffer, int offset, int length, boolean quoted) {
        cells.add(new String(buffer, offset, length));
    }

    @Override
    protected RawRow buildRecord() {
        return new RawRow(begunOn(), delimiter, cells.toArray(String[]::new));
    }
}
