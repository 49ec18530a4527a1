package io.posture.io.run;

import io.posture.api.DemandClass;
import io.posture.api.ItemProfile;
import io.posture.api.SourcingLink;
import java.util.List;
import java.util.stream.Stream;

/** How much of what a decision should rest on is there, best first. */
public enum DataGrade {
    /** All of it: 18 months of demand, 8 receipts, suppliers with country and recovery time, a cost. */
    A,
    /** One of these four fails. */
    B,
    /** Two or three fail. */
    C,
    /** All four fail, or there are fewer than 8 buckets of demand, or no demand in any of them. */
    D;

    private static final int MONTHS = 18;
    private static final int RECEIPTS = 8;
    private static final int BUCKETS = 8;

    /** The grade of an item. */
    public static DataGrade of(ItemProfile profile) {
        boolean none = profile.demand().demandClass() == DemandClass.NO_DEMAND;
        if (none || profile.demand().history().length() < BUCKETS) {
            return D;
        }
        long failed = Stream.of(
                        profile.demand().months() >= MONTHS,
                        profile.supply().receipts() >= RECEIPTS,
                        suppliersKnown(profile.supply().used()),
                        profile.item().unitCost().isPresent())
                .filter(met -> !met)
                .count();
        return failed == 0 ? A : failed == 1 ? B : failed < 4 ? C : D;
    }

    private static boolean suppliersKnown(List<SourcingLink> used) {
        return !used.isEmpty()
                && used.stream()
                        .map(SourcingLink::supplier)
                        .allMatch(supplier -> !supplier.country().isEmpty()
                                && supplier.recoveryDays().isPresent());
    }
}
