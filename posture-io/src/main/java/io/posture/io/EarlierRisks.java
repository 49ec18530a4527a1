package io.posture.io;

import io.posture.api.EarlierRisk;
import io.posture.api.ItemId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** The risk levels that held in the last run of an earlier day: of all items that were HIGH; all others were not. */
public final class EarlierRisks {

    /** There is no such run. */
    public static final EarlierRisks NONE = new EarlierRisks(Optional.empty(), Map.of());

    private final Optional<EarlierRisk> others;
    private final Map<ItemId, Integer> reviewsBelow;

    private EarlierRisks(Optional<EarlierRisk> others, Map<ItemId, Integer> reviewsBelow) {
        this.others = others;
        this.reviewsBelow = Map.copyOf(reviewsBelow);
    }

    /**
     * The levels of a run.
     *
     * @param on its day
     * @param reviewsBelow items that were HIGH, with the reviews in a row of which the risk was below the exit
     * @param exit risk below which a level may fall, 0 to 100
     * @param confirm reviews in a row below it until it falls, at least 1
     */
    public static EarlierRisks of(LocalDate on, Map<ItemId, Integer> reviewsBelow, double exit, int confirm) {
        return new EarlierRisks(Optional.of(new EarlierRisk(on, false, 0, exit, confirm)), reviewsBelow);
    }

    /** The level of an item; empty if there is no such run. */
    public Optional<EarlierRisk> of(ItemId item) {
        Integer below = reviewsBelow.get(item);
        return below == null
                ? others
                : others.map(run -> new EarlierRisk(run.on(), true, below, run.exit(), run.confirm()));
    }
}
