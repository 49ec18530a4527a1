package io.posture.io.demand;

import io.posture.api.Bucket;
import io.posture.io.source.ByteRow;
import io.posture.io.source.SourceTable;
import io.posture.io.table.CellReader;
import io.posture.io.table.Column;
import io.posture.io.table.ColumnType;
import io.posture.io.table.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads plain rows of the canonical table of demand from their bytes: an item, an ISO date, a quantity of digits, perhaps a
 * grain, a unit and a kind, and nothing else that matters. A row that holds anything else is left to the general reading,
 * which gives the same result for every row that this one takes.
 */
public final class PlainDemand {

    private static final int NOT_SEEN = -2;
    private static final int DATE_LENGTH = 10;
    private static final int MOST_DIGITS = 15;
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };
    private static final List<Bucket> GRAINS = List.of(Bucket.DAY, Bucket.WEEK, Bucket.MONTH);
    private static final List<byte[]> GRAIN_WORDS = words("day", "week", "month");
    private static final List<byte[]> ISSUES = words("sale", "consumption", "dependent");

    private final DemandSink sink;
    private final CellReader cells;
    private final String file;
    private final int itemCell;
    private final int dateCell;
    private final int quantityCell;
    private final int grainCell;
    private final int kindCell;
    private final int unitCell;
    private final int[] emptyCells;
    private final int[] freeCells;

    private final ByteKeys keys = new ByteKeys();
    private final ByteKeys units = new ByteKeys();
    private int unitCount;
    private int[] unitOfItem = new int[0];
    private long lastDate = -1;
    private int lastDay;

    private PlainDemand(SourceTable file, DemandSink sink, CellReader cells) {
        this.sink = sink;
        this.cells = cells;
        this.file = file.file().name();
        this.itemCell = file.indexOf("item_id");
        this.dateCell = file.indexOf("date");
        this.quantityCell = file.indexOf("quantity");
        this.grainCell = file.indexOf("grain");
        this.kindCell = file.indexOf("kind");
        this.unitCell = file.indexOf("uom");
        List<Integer> read = List.of(itemCell, dateCell, quantityCell, grainCell, kindCell, unitCell);
        List<Integer> empty = new ArrayList<>();
        List<Integer> free = new ArrayList<>();
        for (Column column : Table.DEMAND.columns()) {
            int index = file.indexOf(column.name());
            if (index >= 0 && !read.contains(index)) {
                (column.used() || column.type() != ColumnType.TEXT ? empty : free).add(index);
            }
        }
        this.emptyCells = empty.stream().mapToInt(Integer::intValue).toArray();
        this.freeCells = free.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * A reader for a file; none if its columns are not those of the canonical table.
     *
     * @param file the file
     * @param sink takes the lines
     * @param cells says which dates can be meant
     */
    public static Optional<PlainDemand> of(SourceTable file, DemandSink sink, CellReader cells) {
        boolean complete = List.of("item_id", "date", "quantity").stream().allMatch(name -> file.indexOf(name) >= 0);
        return complete ? Optional.of(new PlainDemand(file, sink, cells)) : Optional.empty();
    }

    /** Takes a row if it is plain. */
    public boolean take(ByteRow row) {
        byte[] bytes = row.bytes();
        int item = item(row, bytes);
        int day = item < 0 ? NOT_SEEN : day(bytes, row.start(dateCell), row.end(dateCell));
        if (day < 0 || !otherwiseEmpty(row, bytes)) {
            return false;
        }
        int grain = grainCell < 0 ? 0 : word(GRAIN_WORDS, row, grainCell);
        int kind = kindCell < 0 ? 0 : word(ISSUES, row, kindCell);
        double pieces = pieces(bytes, row.start(quantityCell), row.end(quantityCell));
        if (grain < 0 || kind < 0 || pieces < 0 || !inItsUnit(item, row)) {
            return false;
        }
        sink.demand(item, day, GRAINS.get(grain), pieces, file, row.line());
        return true;
    }

    /** Number of the row's item; negative if it has none, or one that needs the general reading. */
    private int item(ByteRow row, byte[] bytes) {
        int from = row.start(itemCell);
        int to = row.end(itemCell);
        // a blank of any kind at an end, or the mark of an error, is for the general reading
        if (from == to || !isInk(bytes[from]) || !isInk(bytes[to - 1]) || bytes[from] == '#') {
            return NOT_SEEN;
        }
        int item = keys.get(bytes, from, to);
        if (item == ByteKeys.ABSENT) {
            item = Math.max(NOT_SEEN, sink.item(row.text(itemCell)));
            keys.put(bytes, from, to, item);
        }
        return item;
    }

    /** Day of an ISO date that can be meant; negative for anything else. */
    private int day(byte[] bytes, int from, int to) {
        if (to - from != DATE_LENGTH || bytes[from + 4] != '-' || bytes[from + 7] != '-') {
            return NOT_SEEN;
        }
        long year = digits(bytes, from, from + 4);
        long month = digits(bytes, from + 5, from + 7);
        long dayOfMonth = digits(bytes, from + 8, to);
        if (year < 0 || month < 0 || dayOfMonth < 0) {
            return NOT_SEEN;
        }
        long date = year * 10_000 + month * 100 + dayOfMonth;
        if (date != lastDate) {
            lastDate = date;
            lastDay = cells.epochDay((int) year, (int) month, (int) dayOfMonth).orElse(NOT_SEEN);
        }
        return lastDay;
    }

    /** A number of digits and at most one point, exactly as a general reader rounds it; negative for anything else. */
    private static double pieces(byte[] bytes, int from, int to) {
        long digits = 0;
        int point = -1;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
            } else if (bytes[i] == '.' && point < 0 && i > from) {
                point = i;
            } else {
                return NOT_SEEN;
            }
        }
        int length = to - from - (point < 0 ? 0 : 1);
        if (length == 0 || length > MOST_DIGITS) {
            return NOT_SEEN;
        }
        // both are exact in doubles, so their quotient is the nearest double to the number
        return point < 0 ? digits : digits / POWERS[to - point - 1];
    }

    private boolean otherwiseEmpty(ByteRow row, byte[] bytes) {
        for (int cell : emptyCells) {
            if (row.start(cell) != row.end(cell)) {
                return false;
            }
        }
        for (int cell : freeCells) {
            // the mark of an error may stand behind blanks
            if (row.start(cell) != row.end(cell) && (!isInk(bytes[row.start(cell)]) || bytes[row.start(cell)] == '#')) {
                return false;
            }
        }
        return true;
    }

    private boolean inItsUnit(int item, ByteRow row) {
        if (unitCell < 0 || row.start(unitCell) == row.end(unitCell)) {
            return true;
        }
        if (item >= unitOfItem.length) {
            int filled = unitOfItem.length;
            unitOfItem = Arrays.copyOf(unitOfItem, Math.max(item + 1, filled * 2));
            Arrays.fill(unitOfItem, filled, unitOfItem.length, NOT_SEEN);
        }
        int unit = unit(row.bytes(), row.start(unitCell), row.end(unitCell));
        if (unitOfItem[item] == NOT_SEEN && sink.counts(item, row.text(unitCell))) {
            unitOfItem[item] = unit;
        }
        return unitOfItem[item] == unit;
    }

    private int unit(byte[] bytes, int from, int to) {
        int unit = units.get(bytes, from, to);
        if (unit == ByteKeys.ABSENT) {
            unit = unitCount++;
            units.put(bytes, from, to, unit);
        }
        return unit;
    }

    /** Place of a cell's word in a list; 0 for an empty cell, which means the first; negative if it is none of them. */
    private static int word(List<byte[]> words, ByteRow row, int cell) {
        int from = row.start(cell);
        int to = row.end(cell);
        for (int i = 0; i < words.size() && from < to; i++) {
            if (Arrays.equals(words.get(i), 0, words.get(i).length, row.bytes(), from, to)) {
                return i;
            }
        }
        return from == to ? 0 : NOT_SEEN;
    }

    private static long digits(byte[] bytes, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return NOT_SEEN;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** Whether a byte is an ASCII character that is neither a blank nor a control character. */
    private static boolean isInk(byte b) {
        return b > ' ' && b < 0x7F;
    }

    private static List<byte[]> words(String... words) {
        return Arrays.stream(words)
                .map(word -> word.getBytes(StandardCharsets.US_ASCII))
                .toList();
    }
}
