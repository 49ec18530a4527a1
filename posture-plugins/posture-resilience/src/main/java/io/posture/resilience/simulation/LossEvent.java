package io.posture.resilience.simulation;

import io.posture.resilience.stockpile.Disruptions;
import java.util.List;

/**
 * A supplier, lane or region that fails now and then, and takes all its items down at once.
 *
 * @param id id, different from that of every other event
 * @param disruptions how often and how long
 * @param exposures what it does to the items
 */
public record LossEvent(String id, Disruptions disruptions, List<Exposure> exposures) {

    /** Exposures in a list of their own. */
    public LossEvent {
        exposures = List.copyOf(exposures);
    }

    /** Expected loss, money a year: {@code lambda} times the sum of {@code l E[(X - b)+]}. */
    public double expectedLossPerYear() {
        double perEvent = 0;
        for (Exposure exposure : exposures) {
            perEvent += exposure.lossPerDay() * disruptions.length().excess(exposure.coverDays());
        }
        return disruptions.eventsPerYear() * perEvent;
    }
}
