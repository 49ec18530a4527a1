package io.posture.io.run;

import io.posture.api.DemandSignals;
import io.posture.api.ItemProfile;
import io.posture.api.Trend;

/** Counts items by what their histories show. Not thread-safe. */
final class HistoryTally {

    private long disruptedDemand;
    private long disruptedLeadTime;
    private long levelShifts;
    private long suspectedShifts;
    private long censored;
    private long trending;
    private long seasonal;

    HistoryTally() {}

    void add(ItemProfile profile) {
        DemandSignals demand = profile.demand().signals();
        disruptedDemand += one(demand.stretches().disrupted().isPresent());
        disruptedLeadTime +=
                one(profile.supply().signals().stretches().disrupted().isPresent());
        levelShifts += one(demand.stretches().levelShift());
        suspectedShifts += one(demand.stretches().suspectedShift().isPresent());
        censored += one(demand.censoring().isPresent());
        trending += one(demand.trend().filter(Trend::flagged).isPresent());
        seasonal += one(profile.demand().seasonal());
    }

    Summary.History history() {
        return new Summary.History(
                disruptedDemand, disruptedLeadTime, levelShifts, suspectedShifts, censored, trending, seasonal);
    }

    private static int one(boolean condition) {
        return condition ? 1 : 0;
    }
}
