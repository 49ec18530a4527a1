package io.posture.io.csv;

import io.posture.io.source.ByteRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The lines of a text, found and split by a thread of its own some thousand ahead of the one that takes them. A text that fits into
 * one buffer needs no thread.
 */
final class LinesAhead implements AutoCloseable {

    private static final int BUFFER = 1 << 17;
    private static final int BLOCKS = 4;

    private final ByteLines lines;
    private final BlockingQueue<Block> full = new ArrayBlockingQueue<>(BLOCKS + 1);
    private final BlockingQueue<Block> free = new ArrayBlockingQueue<>(BLOCKS);
    private final FutureTask<Boolean> splitting = new FutureTask<>(this::splitAll);
    private final Thread thread = new Thread(splitting, "lines of a text");
    private Block block = new Block();
    private int step = -1;
    private boolean begun;
    private int most = 1;

    /** What a buffer holds, step by step. */
    private static final class Block {
        private byte[] buffer = new byte[BUFFER];
        private final List<Step> steps = new ArrayList<>();
        private int count;
        private boolean last;
    }

    /** Some plain lines, an odd one, or an end. */
    private static final class Step {
        private final ByteRows rows;
        private ByteLines.Kind kind = ByteLines.Kind.NONE;
        private String text = "";
        private int line;

        Step(ByteRows rows) {
            this.rows = rows;
        }
    }

    /** The lines of a text; the first plain one comes alone. */
    LinesAhead(ByteLines lines) {
        this.lines = lines;
    }

    /** Goes on to the next lines; not to be called again after an end. */
    ByteLines.Kind advance() throws IOException {
        if (!begun) {
            begun = true;
            split(block);
            if (!block.last) {
                for (int i = 1; i < BLOCKS; i++) {
                    free.add(new Block());
                }
                thread.setDaemon(true);
                thread.start();
            }
        }
        if (++step == block.count) {
            nextBlock();
        }
        return current().kind;
    }

    /** The plain lines; valid until the next advance. */
    ByteRows rows() {
        return current().rows;
    }

    /** The odd line without its end. */
    String text() {
        return current().text;
    }

    /** Number of the odd line, or of the last plain one, 1-based. */
    int line() {
        return current().line;
    }

    /** Stops the thread. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private Step current() {
        return block.steps.get(step);
    }

    private void nextBlock() throws IOException {
        try {
            free.put(block);
            block = full.take();
            step = 0;
            if (block.count == 0) {
                splitting.get();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while lines were read", stop);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException problem ? problem : new IOException(failed.getCause());
        }
    }

    private boolean splitAll() throws IOException, InterruptedException {
        try {
            Block next = free.take();
            while (!split(next)) {
                full.put(next);
                next = free.take();
            }
            full.put(next);
            return true;
        } finally {
            full.offer(new Block()); // an empty one says that this has ended, maybe with a problem
        }
    }

    /** Fills a block with at least one step; true if it is the last one. */
    private boolean split(Block into) throws IOException {
        into.count = 0;
        while (into.count == 0) {
            Optional<byte[]> buffer = lines.fill(into.buffer);
            if (buffer.isEmpty()) {
                return ended(next(into), ByteLines.Kind.ENDLESS, into);
            }
            into.buffer = buffer.get();
            Step to = next(into);
            ByteLines.Kind kind = lines.advance(to.rows, most);
            while (kind == ByteLines.Kind.PLAIN || kind == ByteLines.Kind.ODD) {
                to.kind = kind;
                to.line = lines.line();
                to.text = kind == ByteLines.Kind.ODD ? lines.text() : "";
                into.count++;
                most = ByteRows.MOST;
                to = next(into);
                kind = lines.advance(to.rows, most);
            }
            if (kind == ByteLines.Kind.NONE) {
                return ended(to, kind, into);
            }
        }
        return false;
    }

    private static boolean ended(Step to, ByteLines.Kind end, Block block) {
        to.kind = end;
        block.count++;
        block.last = true;
        return true;
    }

    private Step next(Block block) {
        if (block.count == block.steps.size()) {
            block.steps.add(new Step(lines.room()));
        }
        return block.steps.get(block.count);
    }
}
