package io.posture.io.source;

/** Takes rows as bytes where it can, so that none of them becomes an object. */
public interface ByteRowsHandler extends RowHandler {

    /**
     * Rows with as many cells as the header has columns.
     *
     * @param rows valid during the call
     * @return a bit for every row that was taken, the lowest one for the first; the others come again as text
     */
    long take(ByteRows rows);
}
