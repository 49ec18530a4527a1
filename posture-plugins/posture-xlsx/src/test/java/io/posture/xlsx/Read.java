package io.posture.xlsx;

import io.posture.io.input.InputFile;
import io.posture.io.input.Note;
import io.posture.io.input.Reject;
import io.posture.io.source.RawRow;
import io.posture.io.source.RowHandler;
import io.posture.io.source.SourceTable;
import java.util.ArrayList;
import java.util.List;

/**
 * A sheet as it was read.
 *
 * @param header its columns
 * @param rows its rows: number, colon, cells with a bar between them
 * @param leftOut rules that left out a row
 * @param count how many rows there were
 * @param notes what was noted
 */
record Read(List<String> header, List<String> rows, List<String> leftOut, long count, List<String> notes) {

    /** Reads the sheet that is shown. */
    static Read of(InputFile book) {
        XlsxFormat format = new XlsxFormat();
        return of(
                format.open(book.part().isEmpty() ? book.part(format.parts(book).get(0)) : book));
    }

    static Read of(SourceTable table) {
        List<String> rows = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        long count = table.read(new RowHandler() {
            @Override
            public void row(RawRow row) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.size(); i++) {
                    cells.add(row.cell(i));
                }
                rows.add(row.line() + ":" + String.join("|", cells));
            }

            @Override
            public void broken(Reject reject) {
                throw new AssertionError(reject.text());
            }

            @Override
            public void leftOut(String rule) {
                leftOut.add(rule);
            }
        });
        return new Read(
                table.header(),
                rows,
                leftOut,
                count,
                table.notes().stream().map(Note::text).toList());
    }
}
