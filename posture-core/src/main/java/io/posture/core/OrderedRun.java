package io.posture.core;

import io.posture.api.ItemProfile;
import io.posture.api.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Decides a stream of items on several threads and hands the outcomes over in the stream's order. */
final class OrderedRun {

    private static final int CHUNK = 128;
    private static final int CHUNKS_AHEAD_PER_THREAD = 4;

    private OrderedRun() {}

    static void of(
            Stream<ItemProfile> items,
            Function<ItemProfile, Outcome> decide,
            Consumer<? super Outcome> receiver,
            Parallelism parallelism) {
        if (parallelism.threads() == 1) {
            items.sequential().forEachOrdered(item -> receiver.accept(decide.apply(item)));
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(parallelism.threads());
        try {
            Deque<Future<List<Outcome>>> ahead = new ArrayDeque<>();
            Iterator<ItemProfile> iterator = items.sequential().iterator();
            while (iterator.hasNext()) {
                List<ItemProfile> chunk = new ArrayList<>(CHUNK);
                while (chunk.size() < CHUNK && iterator.hasNext()) {
                    chunk.add(iterator.next());
                }
                ahead.add(pool.submit(() -> chunk.stream().map(decide).toList()));
                if (ahead.size() >= CHUNKS_AHEAD_PER_THREAD * parallelism.threads()) {
                    await(ahead.remove()).forEach(receiver);
                }
            }
            while (!ahead.isEmpty()) {
                await(ahead.remove()).forEach(receiver);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<Outcome> await(Future<List<Outcome>> chunk) {
        try {
            return chunk.get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", stop);
        } catch (ExecutionException thrown) {
            Throwable cause = thrown.getCause();
            if (cause instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("a thread of the run failed", cause);
        }
    }
}
