package io.posture.io.demand;

import io.posture.api.Bucket;
import io.posture.profile.DemandTotals;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Adds lines of demand up in a thread of its own, some thousand at a time, while the next ones are read: the sums and the keys of the
 * items then do not drive each other out of a processor's cache. Used by one thread; the totals are to be looked at after the end only.
 */
public final class SummingThread implements AutoCloseable {

    private static final int LINES = 1 << 13;
    private static final int CHUNKS = 4;

    /** Pieces of a line that is no demand and only has a day. */
    private static final double NO_DEMAND = Double.NaN;

    private final DemandTotals totals;
    private final BlockingQueue<Chunk> full = new ArrayBlockingQueue<>(CHUNKS + 1);
    private final BlockingQueue<Chunk> free = new ArrayBlockingQueue<>(CHUNKS + 1);
    private final Thread thread;
    private Chunk filling = new Chunk();

    /** Lines in columns. */
    private static final class Chunk {
        private final int[] items = new int[LINES];
        private final int[] days = new int[LINES];
        private final Bucket[] grains = new Bucket[LINES];
        private final double[] pieces = new double[LINES];
        private int count;
    }

    /** Starts the thread. */
    public SummingThread(DemandTotals totals) {
        this.totals = totals;
        for (int i = 1; i < CHUNKS; i++) {
            free.add(new Chunk());
        }
        this.thread = new Thread(this::run, "sums of demand");
        thread.setDaemon(true);
        thread.start();
    }

    /** Adds a line, as {@link DemandTotals#add} does. */
    public void add(int item, int epochDay, Bucket grain, double pieces) {
        Chunk chunk = filling;
        int line = chunk.count++;
        chunk.items[line] = item;
        chunk.days[line] = epochDay;
        chunk.grains[line] = grain;
        chunk.pieces[line] = pieces;
        if (chunk.count == LINES) {
            handOver();
        }
    }

    /** Notes the day of a line that is no demand to count. */
    public void pass(int epochDay, Bucket grain) {
        add(0, epochDay, grain, NO_DEMAND);
    }

    /** Waits until all lines are in the totals. */
    public void finish() {
        handOver();
        handOver(); // an empty chunk is the end
        try {
            thread.join();
        } catch (InterruptedException stop) {
            throw interrupted(stop);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void handOver() {
        try {
            full.put(filling);
            filling = free.take();
        } catch (InterruptedException stop) {
            throw interrupted(stop);
        }
    }

    private void run() {
        try {
            for (Chunk chunk = full.take(); chunk.count > 0; chunk = full.take()) {
                add(chunk);
                chunk.count = 0;
                free.put(chunk);
            }
        } catch (InterruptedException closed) {
            return; // nobody waits for the rest
        }
    }

    private void add(Chunk chunk) {
        for (int line = 0; line < chunk.count; line++) {
            if (Double.isNaN(chunk.pieces[line])) {
                totals.pass(chunk.days[line], chunk.grains[line]);
            } else {
                totals.add(chunk.items[line], chunk.days[line], chunk.grains[line], chunk.pieces[line]);
            }
        }
    }

    private static IllegalStateException interrupted(InterruptedException stop) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while demand was added up", stop);
    }
}
