package io.posture.io;

import io.posture.api.EarlierPlan;
import io.posture.api.EarlierRisk;
import io.posture.api.ItemId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What held in the last run of an earlier day: the risk levels of all items that were HIGH, since all others were not, and the plans by
 * which stockpiles were asked for.
 */
public final class EarlierItems {

    /** There is no such run. */
    public static final EarlierItems NONE = new EarlierItems(Optional.empty(), Map.of(), Map.of());

    private final Optional<EarlierRisk> others;
    private final Map<ItemId, EarlierRisk> high;
    private final Map<ItemId, EarlierPlan> plans;

    private EarlierItems(Optional<EarlierRisk> others, Map<ItemId, EarlierRisk> high, Map<ItemId, EarlierPlan> plans) {
        this.others = others;
        this.high = Map.copyOf(high);
        this.plans = Map.copyOf(plans);
    }

    /**
     * What held in a run.
     *
     * @param on its day
     * @param high levels of the items that were HIGH
     * @param plans plans of the items of which a stockpile was asked for
     * @param exit risk below which a level may fall, 0 to 100
     * @param confirm reviews in a row below it until it falls, at least 1
     */
    public static EarlierItems of(
            LocalDate on, Map<ItemId, EarlierRisk> high, Map<ItemId, EarlierPlan> plans, double exit, int confirm) {
        return new EarlierItems(Optional.of(new EarlierRisk(on, false, 0, exit, confirm, true)), high, plans);
    }

    /** The level of an item; empty if there is no such run. */
    public Optional<EarlierRisk> risk(ItemId item) {
        return Optional.ofNullable(high.get(item)).or(() -> others);
    }

    /** The plan of the stockpile of an item; empty if none was asked for, or there is no such run. */
    public Optional<EarlierPlan> plan(ItemId item) {
        return Optional.ofNullable(plans.get(item));
    }
}
