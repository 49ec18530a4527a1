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
    private final Map<ItemId, EarlierRisk> high;

    private EarlierRisks(Optional<EarlierRisk> others, Map<ItemId, EarlierRisk> high) {
        this.others = others;
        this.high = Map.copyOf(high);
    }

    /**
     * The levels of a run.
     *
     * @param on its day
     * @param high of the items that were HIGH
     * @param exit risk below which a level may fall, 0 to 100
     * @param confirm reviews in a row below it until it falls, at least 1
     */
    public static EarlierRisks of(LocalDate on, Map<ItemId, EarlierRisk> high, double exit, int confirm) {
        return new EarlierRisks(Optional.of(new EarlierRisk(on, false, 0, exit, confirm, true)), high);
    }

    /** The level of an item; empty if there is no such run. */
    public Optional<EarlierRisk> of(ItemId item) {
        return Optional.ofNullable(high.get(item)).or(() -> others);
    }
}
