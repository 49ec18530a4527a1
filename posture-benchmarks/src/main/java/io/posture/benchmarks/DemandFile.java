package io.posture.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Writes a long history of demand: 104 weeks from a Monday, every item with as many lines, the same file for the same numbers. */
public final class DemandFile {

    private static final int DAYS = 728;
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final long SEED = 42;
    private static final int QUANTITY_BITS = 12;
    private static final int SIZES = 9;
    private static final int LIVES = 6;

    private DemandFile() {}

    /**
     * Writes.
     *
     * @param args number of items; lines of each; {@code date} or {@code item}, by which the lines are sorted; {@code plain} or
     *     {@code quoted}; the file
     * @throws IOException if the file cannot be written
     */
    public static void main(String[] args) throws IOException {
        int items = Integer.parseInt(args[0]);
        int lines = Integer.parseInt(args[1]);
        // day, item and quantity in one number, so that sorting numbers sorts lines
        long[] rows = new long[Math.multiplyExact(items, lines)];
        for (int item = 0; item < items; item++) {
            fill(rows, item, lines);
        }
        if (args[2].equals("date")) {
            Arrays.parallelSort(rows);
        } else {
            for (int item = 0; item < items; item++) {
                Arrays.sort(rows, item * lines, (item + 1) * lines);
            }
        }
        String quote = args[3].equals("quoted") ? "\"" : "";
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[4])), 1 << 20)) {
            out.write("item_id,date,quantity\n".getBytes(StandardCharsets.US_ASCII));
            StringBuilder line = new StringBuilder();
            for (long row : rows) {
                line.setLength(0);
                int day = (int) (row >>> (Integer.SIZE + QUANTITY_BITS));
                int item = (int) (row >>> QUANTITY_BITS);
                String number = Integer.toString(item);
                line.append(quote)
                        .append("SKU")
                        .append("0".repeat(7 - number.length()))
                        .append(number)
                        .append(quote);
                line.append(',')
                        .append(quote)
                        .append(FIRST.plusDays(day))
                        .append(quote)
                        .append(',')
                        .append(quote);
                line.append(row & ((1 << QUANTITY_BITS) - 1)).append(quote).append('\n');
                out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    /** Items of nine sizes; a sixth of them ends after a third of the time, a sixth begins in the last quarter. */
    private static void fill(long[] rows, int item, int lines) {
        SplittableRandom random = new SplittableRandom(SEED + (long) item * 0x9E3779B97F4A7C15L);
        int size = 1 << random.nextInt(SIZES);
        int life = random.nextInt(LIVES);
        int from = life == 1 ? DAYS - DAYS / 4 : 0;
        int to = life == 0 ? DAYS / 3 : DAYS;
        for (int i = 0; i < lines; i++) {
            long day = (long) from + random.nextInt(to - from);
            long quantity = 1L + random.nextInt(size) + random.nextInt(size);
            rows[item * lines + i] =
                    (day << (Integer.SIZE + QUANTITY_BITS)) | ((long) item << QUANTITY_BITS) | quantity;
        }
    }
}
