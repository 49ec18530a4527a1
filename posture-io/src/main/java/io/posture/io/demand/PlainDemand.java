package io.posture.io.demand;

import io.posture.api.Bucket;
import io.posture.io.source.ByteRows;
import io.posture.io.source.SourceTable;
import io.posture.io.table.CellReader;
import io.posture.io.table.Column;
import io.posture.io.table.ColumnType;
import io.posture.io.table.Table;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
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
    private final boolean onlyNeeded;

    private final int[] items = new int[ByteRows.MOST];
    private final int[] days = new int[ByteRows.MOST];
    private final Bucket[] grains = new Bucket[ByteRows.MOST];
    private final double[] pieces = new double[ByteRows.MOST];
    private final ByteKeys keys = new ByteKeys();
    private final ByteKeys units = new ByteKeys();
    private int unitCount;
    private int[] unitOfItem = new int[0];
    private long lastYearAndMonth;
    private byte lastTens;
    private byte lastOnes;
    private int lastDay = NOT_SEEN;

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
        this.onlyNeeded = grainCell < 0 && kindCell < 0 && unitCell < 0 && empty.isEmpty() && free.isEmpty();
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

    /**
     * Takes the rows that are plain.
     *
     * @return a bit for every row that was taken
     */
    public long take(ByteRows rows) {
        byte[] bytes = rows.bytes();
        readItems(rows, bytes);
        long taken = readDays(rows, bytes) & readPieces(rows, bytes);
        if (onlyNeeded) {
            Arrays.fill(grains, Bucket.DAY);
        } else {
            taken = readOthers(rows, bytes, taken);
        }
        for (long left = taken; left != 0; left &= left - 1) {
            int row = Long.numberOfTrailingZeros(left);
            sink.demand(items[row], days[row], grains[row], pieces[row], file, rows.line(row));
        }
        return taken;
    }

    private void readItems(ByteRows rows, byte[] bytes) {
        for (int row = 0; row < rows.count(); row++) {
            keys.approach(row, bytes, rows.start(row, itemCell), rows.end(row, itemCell));
        }
        for (int row = 0; row < rows.count(); row++) {
            items[row] = item(rows, row, bytes);
        }
    }

    /** A bit for every row that has an item and a day. */
    private long readDays(ByteRows rows, byte[] bytes) {
        long seen = 0;
        for (int row = 0; row < rows.count(); row++) {
            int day = day(bytes, rows.start(row, dateCell), rows.end(row, dateCell));
            days[row] = day;
            seen |= items[row] >= 0 && day >= 0 ? 1L << row : 0;
        }
        return seen;
    }

    /** A bit for every row that has a quantity. */
    private long readPieces(ByteRows rows, byte[] bytes) {
        long seen = 0;
        for (int row = 0; row < rows.count(); row++) {
            double quantity = pieces(bytes, rows.start(row, quantityCell), rows.end(row, quantityCell));
            pieces[row] = quantity;
            seen |= quantity >= 0 ? 1L << row : 0;
        }
        return seen;
    }

    /** A bit for every one of some rows whose other cells hold nothing that matters but a grain, a kind and the item's unit. */
    private long readOthers(ByteRows rows, byte[] bytes, long of) {
        long seen = 0;
        for (long left = of; left != 0; left &= left - 1) {
            int row = Long.numberOfTrailingZeros(left);
            int grain = grainCell < 0 ? 0 : word(GRAIN_WORDS, rows, row, grainCell);
            int kind = kindCell < 0 ? 0 : word(ISSUES, rows, row, kindCell);
            if (grain >= 0 && kind >= 0 && otherwiseEmpty(rows, row, bytes) && inItsUnit(items[row], rows, row)) {
                grains[row] = GRAINS.get(grain);
                seen |= 1L << row;
            }
        }
        return seen;
    }

    /** Number of the row's item; negative if it has none, or one that needs the general reading. */
    private int item(ByteRows rows, int row, byte[] bytes) {
        int from = rows.start(row, itemCell);
        int to = rows.end(row, itemCell);
        // a blank of any kind at an end, or the mark of an error, is for the general reading
        if (from == to || !isInk(bytes[from]) || !isInk(bytes[to - 1]) || bytes[from] == '#') {
            return NOT_SEEN;
        }
        int item = keys.get(row, bytes, from, to);
        if (item == ByteKeys.ABSENT) {
            item = Math.max(NOT_SEEN, sink.item(rows.text(row, itemCell)));
            keys.put(bytes, from, to, item);
        }
        return item;
    }

    /** Day of an ISO date that can be meant; negative for anything else. */
    private int day(byte[] bytes, int from, int to) {
        if (to - from != DATE_LENGTH) {
            return NOT_SEEN;
        }
        long yearAndMonth = (long) EIGHT.get(bytes, from);
        if (yearAndMonth != lastYearAndMonth || bytes[to - 2] != lastTens || bytes[to - 1] != lastOnes) {
            lastYearAndMonth = yearAndMonth;
            lastTens = bytes[to - 2];
            lastOnes = bytes[to - 1];
            lastDay = newDay(bytes, from, to);
        }
        return lastDay;
    }

    private int newDay(byte[] bytes, int from, int to) {
        int year = digits(bytes, from, from + 4);
        int month = digits(bytes, from + 5, from + 7);
        int day = digits(bytes, from + 8, to);
        return year < 0 || month < 0 || day < 0 || bytes[from + 4] != '-' || bytes[from + 7] != '-'
                ? NOT_SEEN
                : cells.epochDay(year, month, day).orElse(NOT_SEEN);
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

    private boolean otherwiseEmpty(ByteRows rows, int row, byte[] bytes) {
        for (int cell : emptyCells) {
            if (rows.start(row, cell) != rows.end(row, cell)) {
                return false;
            }
        }
        for (int cell : freeCells) {
            // the mark of an error may stand behind blanks
            if (rows.start(row, cell) != rows.end(row, cell)
                    && (!isInk(bytes[rows.start(row, cell)]) || bytes[rows.start(row, cell)] == '#')) {
                return false;
            }
        }
        return true;
    }

    private boolean inItsUnit(int item, ByteRows rows, int row) {
        if (unitCell < 0 || rows.start(row, unitCell) == rows.end(row, unitCell)) {
            return true;
        }
        if (item >= unitOfItem.length) {
            int filled = unitOfItem.length;
            unitOfItem = Arrays.copyOf(unitOfItem, Math.max(item + 1, filled * 2));
            Arrays.fill(unitOfItem, filled, unitOfItem.length, NOT_SEEN);
        }
        int unit = unit(rows.bytes(), rows.start(row, unitCell), rows.end(row, unitCell));
        if (unitOfItem[item] == NOT_SEEN && sink.counts(item, rows.text(row, unitCell))) {
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
    private static int word(List<byte[]> words, ByteRows rows, int row, int cell) {
        int from = rows.start(row, cell);
        int to = rows.end(row, cell);
        for (int i = 0; i < words.size() && from < to; i++) {
            if (Arrays.equals(words.get(i), 0, words.get(i).length, rows.bytes(), from, to)) {
                return i;
            }
        }
        return from == to ? 0 : NOT_SEEN;
    }

    private static int digits(byte[] bytes, int from, int to) {
        int value = 0;
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
