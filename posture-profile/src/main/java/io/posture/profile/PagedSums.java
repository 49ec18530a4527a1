package io.posture.profile;

import java.util.Arrays;

/**
 * Sums by item and period, in strips of one period for many items: rows sorted by date, as most systems export them, fill one
 * strip after the other, which stays in the processor's cache. Strips that nothing falls into take no room. Not thread-safe.
 */
final class PagedSums {

    private static final int PAGE_BITS = 12;
    private static final int PAGE = 1 << PAGE_BITS;

    private double[][][] pages = new double[0][][];

    PagedSums() {}

    /**
     * Adds to a sum.
     *
     * @param item number of the item, at least 0
     * @param period number of the period, at least 0
     */
    void add(int item, int period, double amount) {
        int page = item >>> PAGE_BITS;
        if (page >= pages.length || period >= pages[page].length) {
            makeRoom(page, period);
        }
        double[] strip = pages[page][period];
        if (strip.length == 0) {
            strip = new double[PAGE];
            pages[page][period] = strip;
        }
        strip[item & (PAGE - 1)] += amount;
    }

    /** An item's sums of consecutive periods; 0 where nothing was added. */
    double[] row(int item, int firstPeriod, int count) {
        double[] row = new double[count];
        int page = item >>> PAGE_BITS;
        if (page < pages.length) {
            double[][] strips = pages[page];
            int end = Math.min(count, strips.length - firstPeriod);
            for (int i = 0; i < end; i++) {
                double[] strip = strips[firstPeriod + i];
                row[i] = strip.length == 0 ? 0 : strip[item & (PAGE - 1)];
            }
        }
        return row;
    }

    private void makeRoom(int page, int period) {
        double[] none = new double[0];
        int filled = pages.length;
        if (page >= filled) {
            pages = Arrays.copyOf(pages, Math.max(page + 1, filled * 2));
            Arrays.fill(pages, filled, pages.length, new double[0][]);
        }
        int periods = pages[page].length;
        if (period >= periods) {
            pages[page] = Arrays.copyOf(pages[page], Math.max(period + 1, periods + (periods >> 1)));
            Arrays.fill(pages[page], periods, pages[page].length, none);
        }
    }
}
