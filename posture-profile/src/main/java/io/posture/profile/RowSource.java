package io.posture.profile;

import io.posture.api.RowRefs;
import java.util.ArrayList;
import java.util.List;

/** The files that a table's rows come from, and the numbers by which they are known here: a file's place and its row in one. */
final class RowSource {

    private static final int ROW_BITS = 26;
    private static final int MOST_ROWS = 1 << ROW_BITS;
    private static final int MOST_FILES = 1 << (Integer.SIZE - 1 - ROW_BITS);

    private final List<String> files = new ArrayList<>();
    private final String table;

    /**
     * No file yet.
     *
     * @param table name that stands in for a file's
     */
    RowSource(String table) {
        this.table = table;
    }

    /**
     * The number of a row.
     *
     * @param file name of its file
     * @param row row in it, from 1
     * @return 0, for no row, where there are more files or rows than numbers; a single file has numbers for all
     */
    int number(String file, int row) {
        int place = files.indexOf(file);
        if (place < 0) {
            place = files.size();
            files.add(file);
        }
        return place == 0 ? row : place < MOST_FILES && row < MOST_ROWS ? place << ROW_BITS | row : 0;
    }

    /** The rows behind numbers, file by file. */
    RowRefs refs(int... numbers) {
        if (files.size() < 2) {
            return RowRefs.of(files.isEmpty() ? table : files.get(0), numbers);
        }
        List<List<Integer>> byFile = new ArrayList<>();
        files.forEach(file -> byFile.add(new ArrayList<>()));
        for (int number : numbers) {
            byFile.get(number >>> ROW_BITS).add(number & (MOST_ROWS - 1));
        }
        List<RowRefs> parts = new ArrayList<>();
        for (int place = 0; place < files.size(); place++) {
            parts.add(RowRefs.of(
                    files.get(place),
                    byFile.get(place).stream().mapToInt(Integer::intValue).toArray()));
        }
        return RowRefs.joined(parts);
    }
}
