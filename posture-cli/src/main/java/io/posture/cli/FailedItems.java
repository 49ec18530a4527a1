package io.posture.cli;

import io.posture.api.Outcome;
import io.posture.core.RunListener;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the items on which a plugin failed, by step, and remembers the first of each. */
final class FailedItems implements RunListener {

    private static final Logger LOG = LoggerFactory.getLogger(FailedItems.class);

    private final Map<String, Outcome.Failed> first = new TreeMap<>();
    private final Map<String, Integer> items = new TreeMap<>();

    FailedItems() {}

    @Override
    public void ended(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            items.merge(failed.step(), 1, Integer::sum);
            if (first.putIfAbsent(failed.step(), failed) == null) {
                LOG.info("step '{}' failed first on {}", failed.step(), failed.id(), failed.cause());
            }
        }
    }

    void tell(Console console) {
        first.forEach((step, failed) -> {
            int count = items.getOrDefault(step, 0);
            console.problem("step '" + step + "' failed on " + count + (count == 1 ? " item" : " items, first on '")
                    + (count == 1 ? " '" : "") + failed.id() + "': " + failed.cause()
                    + ". All other items were decided. Maybe --verbose shows where, or --plugin-errors isolate"
                    + " goes on without the step.");
        });
    }
}
