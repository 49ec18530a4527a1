package io.posture.profile;

import io.posture.numerics.DoubleColumn;
import io.posture.numerics.IntColumn;
import io.posture.profile.LineCompletion.Receipt;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Receipt rows of all items in columns of primitives, and the purchase-order lines they make. Not thread-safe. */
final class ReceiptLines {

    /** Stands for an unknown day inside the columns; it never leaves this class. */
    private static final int NO_DAY = Integer.MIN_VALUE;

    private final Map<LineKey, Integer> lineNumbers = new HashMap<>();
    private final List<LineKey> keys = new ArrayList<>();
    private final IntColumn lines = new IntColumn();
    private final IntColumn orderDays = new IntColumn();
    private final IntColumn promisedDays = new IntColumn();
    private final IntColumn receiptDays = new IntColumn();
    private final DoubleColumn ordered = new DoubleColumn();
    private final DoubleColumn received = new DoubleColumn();
    private final IntColumn rows = new IntColumn();
    private final IntColumn lastPromisedDays = new IntColumn();
    private final IntColumn lanes = new IntColumn();
    private final BitSet tagged = new BitSet();
    private final Map<String, Integer> laneNumbers = new HashMap<>();
    private final List<String> laneKeys = new ArrayList<>();
    private int newest = NO_DAY;

    ReceiptLines() {}

    private record LineKey(String po, String line, int item, String supplier) {}

    void add(int item, ReceiptRow row) {
        LineKey key = new LineKey(row.po(), row.line(), item, row.supplierId());
        boolean named = !row.po().isEmpty() || !row.line().isEmpty();
        Integer known = named ? lineNumbers.get(key) : null;
        int number = known == null ? keys.size() : known;
        if (known == null) {
            keys.add(key);
            if (named) {
                lineNumbers.put(key, number);
            }
        }
        lines.add(number);
        orderDays.add(day(row.orderDate()));
        promisedDays.add(day(row.promisedDate()));
        receiptDays.add(day(row.receiptDate()));
        // NaN stands for unknown pieces inside the columns only
        ordered.add(row.orderedPieces().orElse(Double.NaN));
        received.add(row.receivedPieces().orElse(Double.NaN));
        if (!row.eventId().isEmpty()) {
            tagged.set(rows.size());
        }
        rows.add(row.row());
        lastPromisedDays.add(day(row.lastPromisedDate()));
        lanes.add(laneNumber(row.laneId()));
        newest = Math.max(newest, Math.max(day(row.orderDate()), day(row.receiptDate())));
    }

    /** Newest day of an order or a receipt. */
    OptionalInt newestDay() {
        return newest == NO_DAY ? OptionalInt.empty() : OptionalInt.of(newest);
    }

    /** Counts the days of all orders and receipts. */
    void count(WeekCounts weeks) {
        days().forEach(weeks::add);
    }

    /** The days of all orders and receipts. */
    IntStream days() {
        return IntStream.range(0, rows.size())
                .flatMap(row -> IntStream.of(orderDays.get(row), receiptDays.get(row)))
                .filter(day -> day != NO_DAY);
    }

    /** Numbers of the rows ordered or received on a day or later, those without one left out. */
    int[] rowsSince(int day) {
        return IntStream.range(0, rows.size())
                .filter(row -> Math.max(orderDays.get(row), receiptDays.get(row)) >= day)
                .map(rows::get)
                .filter(row -> row > 0)
                .toArray();
    }

    /**
     * The lines with an order or a receipt in the window, as they stood on its last day: what came later has not happened.
     * A line that was only promised counts by its promise.
     */
    List<PurchaseLine> within(Window window) {
        KeyedPositions byLine = new KeyedPositions(lines, keys.size());
        List<PurchaseLine> kept = new ArrayList<>(keys.size());
        for (int line = 0; line < keys.size(); line++) {
            int number = line;
            int[] positions = IntStream.range(0, byLine.size(line))
                    .map(i -> byLine.get(number, i))
                    .toArray();
            OptionalInt order = earliest(orderDays, positions);
            OptionalInt promise = earliest(promisedDays, positions);
            int[] arrived = IntStream.of(positions)
                    .filter(position ->
                            receiptDays.get(position) != NO_DAY && receiptDays.get(position) <= window.lastDay())
                    .toArray();
            boolean dated = order.isPresent() || arrived.length > 0;
            boolean inside = holds(window, order)
                    || IntStream.of(arrived).anyMatch(position -> window.holds(receiptDays.get(position)))
                    || (!dated && holds(window, promise));
            boolean ordersLater = order.isPresent() && order.getAsInt() > window.lastDay();
            if (inside && !ordersLater) {
                kept.add(line(keys.get(line), order, positions, arrived));
            }
        }
        return kept;
    }

    private PurchaseLine line(LineKey key, OptionalInt order, int[] positions, int[] arrived) {
        Quantities quantities = new Quantities(positions, arrived);
        List<Receipt> receipts = quantities.receipts();
        List<Integer> sources = IntStream.of(positions)
                .map(rows::get)
                .filter(row -> row > 0)
                .sorted()
                .boxed()
                .toList();
        return new PurchaseLine(
                key.item(),
                key.supplier(),
                key.po(),
                key.line(),
                order,
                earliest(promisedDays, positions),
                lastPromise(positions),
                quantities.ordered(),
                quantities.measured(),
                quantities.inFullKnown(),
                receipts,
                sources,
                lane(positions),
                tagged(positions));
    }

    /** Day of the first order of every supplier, in the window or not, by id; those without a dated one are left out. */
    Map<String, LocalDate> firstOrders() {
        Map<String, LocalDate> first = new TreeMap<>();
        for (int row = 0; row < rows.size(); row++) {
            String supplier = keys.get(lines.get(row)).supplier();
            if (!supplier.isEmpty() && orderDays.get(row) != NO_DAY) {
                first.merge(supplier, LocalDate.ofEpochDay(orderDays.get(row)), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        return first;
    }

    /** How many lines every item has, in the window or not. */
    int[] counts(int items) {
        int[] counts = new int[items];
        keys.forEach(key -> counts[key.item()]++);
        return counts;
    }

    /** The latest promise; rows that name no later one stand by their first. */
    private OptionalInt lastPromise(int[] positions) {
        int latest = NO_DAY;
        for (int position : positions) {
            latest = Math.max(latest, Math.max(promisedDays.get(position), lastPromisedDays.get(position)));
        }
        return latest == NO_DAY ? OptionalInt.empty() : OptionalInt.of(latest);
    }

    /** The route of a line; of several the first by key. */
    private String lane(int[] positions) {
        String first = "";
        for (int position : positions) {
            String lane = laneKeys.get(lanes.get(position));
            first = first.isEmpty() || (!lane.isEmpty() && lane.compareTo(first) < 0) ? lane : first;
        }
        return first;
    }

    private boolean tagged(int[] positions) {
        for (int position : positions) {
            if (tagged.get(position)) {
                return true;
            }
        }
        return false;
    }

    private int laneNumber(String lane) {
        Integer known = laneNumbers.putIfAbsent(lane, laneKeys.size());
        if (known == null) {
            laneKeys.add(lane);
            return laneKeys.size() - 1;
        }
        return known;
    }

    private static boolean holds(Window window, OptionalInt day) {
        return day.isPresent() && window.holds(day.getAsInt());
    }

    private static OptionalInt earliest(IntColumn days, int[] positions) {
        int earliest = NO_DAY;
        for (int position : positions) {
            int day = days.get(position);
            earliest = earliest == NO_DAY || (day != NO_DAY && day < earliest) ? day : earliest;
        }
        return earliest == NO_DAY ? OptionalInt.empty() : OptionalInt.of(earliest);
    }

    private static int day(Optional<LocalDate> date) {
        return date.map(value -> Math.toIntExact(value.toEpochDay())).orElse(NO_DAY);
    }

    /** Ordered and received pieces of one line, with what stands in where they are unknown. */
    private final class Quantities {

        private final List<Receipt> known;
        private final OptionalInt lastUnknown;
        private final OptionalInt last;
        private final double largestOrdered;

        Quantities(int[] positions, int[] arrived) {
            known = IntStream.of(arrived)
                    .filter(position -> !Double.isNaN(received.get(position)))
                    .mapToObj(position -> new Receipt(receiptDays.get(position), received.get(position)))
                    .sorted(LineCompletion.IN_TIME)
                    .toList();
            lastUnknown = IntStream.of(arrived)
                    .filter(position -> Double.isNaN(received.get(position)))
                    .map(receiptDays::get)
                    .max();
            last = IntStream.of(arrived).map(receiptDays::get).max();
            // every row of a line repeats its ordered pieces; where rows differ, the larger order is the safe one
            largestOrdered = IntStream.of(positions)
                    .mapToDouble(ordered::get)
                    .filter(pieces -> !Double.isNaN(pieces))
                    .max()
                    .orElse(0);
        }

        boolean inFullKnown() {
            return lastUnknown.isEmpty();
        }

        boolean measured() {
            return largestOrdered > 0 || (lastUnknown.isEmpty() && sum(known, Integer.MAX_VALUE) > 0);
        }

        double ordered() {
            if (largestOrdered > 0) {
                return largestOrdered;
            }
            return measured() ? sum(known, Integer.MAX_VALUE) : 1;
        }

        List<Receipt> receipts() {
            if (!measured()) {
                // nothing to measure with: complete with the last receipt, if pieces may have stayed at all
                return lastUnknown.isPresent() ? List.of(new Receipt(last.orElseThrow(), 1)) : List.of();
            }
            if (lastUnknown.isEmpty()) {
                return known;
            }
            // a receipt without pieces counts as what is still missing on that day
            int day = lastUnknown.getAsInt();
            double missing = largestOrdered - sum(known, day);
            if (!(missing > 0)) {
                return known;
            }
            List<Receipt> all = new ArrayList<>(known);
            all.add(new Receipt(day, missing));
            return all.stream().sorted(LineCompletion.IN_TIME).toList();
        }

        private static double sum(List<Receipt> receipts, int lastDay) {
            double sum = 0;
            for (Receipt receipt : receipts) {
                if (receipt.day() <= lastDay) {
                    sum += receipt.quantity();
                }
            }
            return sum;
        }
    }
}
