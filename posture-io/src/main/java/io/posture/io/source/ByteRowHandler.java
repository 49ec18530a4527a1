package io.posture.io.source;

/** Takes rows as bytes where it can, so that none of them becomes an object. */
public interface ByteRowHandler extends RowHandler {

    /**
     * A row with as many cells as the header has columns.
     *
     * @param row valid during the call
     * @return whether it was taken; if not, it comes again as text
     */
    boolean take(ByteRow row);
}
