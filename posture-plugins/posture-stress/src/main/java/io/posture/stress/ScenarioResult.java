package io.posture.stress;

import io.posture.numerics.Sums;
import java.util.Comparator;
import java.util.List;

/**
 * What a scenario does to a network.
 *
 * @param scenario what was put to the test
 * @param days days that the ledgers ran
 * @param impacts items that the scenario reaches, by id
 * @param remarks what a reader must know: overlaps, a ledger that was cut short
 */
public record ScenarioResult(StressScenario scenario, int days, List<ItemImpact> impacts, List<String> remarks) {

    private static final Comparator<ItemImpact> WORST_FIRST = Comparator.comparingDouble(
                    (ItemImpact impact) -> -impact.lostMargin().orElse(0))
            .thenComparingInt(impact -> impact.firstStockOutDay().orElse(Integer.MAX_VALUE))
            .thenComparing(ItemImpact::item);

    /** Copies. */
    public ScenarioResult {
        impacts = List.copyOf(impacts);
        remarks = List.copyOf(remarks);
    }

    /** Items with a shortage, the most money first, then the earliest. */
    public List<ItemImpact> hit() {
        return impacts.stream().filter(ItemImpact::isHit).sorted(WORST_FIRST).toList();
    }

    /** Finished goods that the scenario reaches, by id. */
    public List<ItemImpact> finishedGoods() {
        return impacts.stream().filter(ItemImpact::finished).toList();
    }

    /** Demand lost, pieces of all items. */
    public double lostPieces() {
        return Sums.of(impacts.stream().mapToDouble(ItemImpact::lostPieces).toArray());
    }

    /** Margin lost of all items whose margin is known, money. */
    public double lostMargin() {
        return Sums.of(impacts.stream()
                .mapToDouble(impact -> impact.lostMargin().orElse(0))
                .toArray());
    }

    /** Items that lose pieces whose margin is unknown. */
    public int lossesWithoutMargin() {
        return (int) impacts.stream()
                .filter(impact -> impact.lostPieces() > Ledger.NOTHING
                        && impact.lostMargin().isEmpty())
                .count();
    }
}
