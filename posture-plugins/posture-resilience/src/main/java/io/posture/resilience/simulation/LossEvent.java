package io.posture.resilience.simulation;

import io.posture.resilience.stockpile.SupplyFailures;
import java.util.List;

/**
 * A supplier, lane or region that fails now and then, and takes all its items down at once.
 *
 * @param id id, different from that of every other event
 * @param failures how often and how long
 * @param exposures what it does to the items
 */
public record LossEvent(String id, SupplyFailures failures, List<Exposure> exposures) {

    /** Exposures in a list of their own. */
    public LossEvent {
        exposures = List.copyOf(exposures);
    }

    /** Expected loss, money a year: the sum of {@code l} times the days a year that cover leaves open. */
    public double expectedLossPerYear() {
        double loss = 0;
        for (Exposure exposure : exposures) {
            loss += exposure.lossPerDay() * failures.openDaysPerYear(exposure.coverDays());
        }
        return loss;
    }
}
