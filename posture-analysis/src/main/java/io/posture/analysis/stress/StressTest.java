package io.posture.analysis.stress;

import io.posture.stress.ItemImpact;
import io.posture.stress.Remedy;
import io.posture.stress.ScenarioResult;
import io.posture.stress.StandardScenarios;
import io.posture.stress.StressEngine;
import io.posture.stress.StressItem;
import io.posture.stress.StressScenario;
import io.posture.stress.StressSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts a network to the test and prices what could be done. Immutable and safe for use by many threads; results do not
 * depend on their number.
 */
public final class StressTest {

    private static final Comparator<StressRow> WORST_FIRST = Comparator.comparing(
                    (StressRow row) -> !row.impact().isHit())
            .thenComparingDouble(row -> -row.lostValue().orElse(0))
            .thenComparingInt(row -> row.impact().firstStockOutDay().orElse(Integer.MAX_VALUE))
            .thenComparing(row -> row.impact().item());

    private final SupplyNetwork network;
    private final StressSettings settings;
    private final int priced;
    private final Set<String> together;

    /**
     * A test.
     *
     * @param priced how many of the worst items that are made of others or others of them get their fixes tried out in each
     *     scenario, at least 0; all others are priced anyway
     */
    public StressTest(SupplyNetwork network, StressSettings settings, int priced) {
        if (priced < 0) {
            throw new IllegalArgumentException("priced must be at least 0, was " + priced);
        }
        this.network = network;
        this.settings = settings;
        this.priced = priced;
        this.together = together(network);
    }

    /** Items whose shortage is not theirs alone: they are made of others, or others of them. */
    private static Set<String> together(SupplyNetwork network) {
        Set<String> together = new HashSet<>();
        for (StressItem item : network.network().items()) {
            if (!item.components().isEmpty()) {
                together.add(item.id());
                item.components().forEach(line -> together.add(line.component()));
            }
        }
        return together;
    }

    /** The standard set, as far as the network allows it. */
    public StressReport standard() {
        StandardScenarios set = StandardScenarios.of(network.network());
        return report(set.scenarios(), set.leftOut());
    }

    /**
     * Scenarios, each by itself.
     *
     * @throws IllegalArgumentException if one names what the network does not have
     */
    public StressReport of(List<StressScenario> scenarios) {
        scenarios.forEach(network::require);
        return report(scenarios, List.of());
    }

    private StressReport report(List<StressScenario> scenarios, List<String> leftOut) {
        return new StressReport(
                network.opening(),
                scenarios.stream().map(this::run).toList(),
                leftOut,
                network.network().secondSources(),
                network.gaps(),
                network.cycles(),
                network.hasProducts());
    }

    /** Runs one scenario. */
    StressReport.Scenario run(StressScenario scenario) {
        ScenarioResult first = StressEngine.of(network.network(), settings).run(scenario);
        List<Remedy> remedies = remedies(first);
        ScenarioResult result = remedies.isEmpty()
                ? first
                : StressEngine.of(network.network(), settings, remedies).run(scenario);
        return new StressReport.Scenario(
                result,
                result.impacts().stream().map(this::row).sorted(WORST_FIRST).toList());
    }

    /** What has to be tried out: stock for an item that stands alone has not, see {@link #stock}. */
    private List<Remedy> remedies(ScenarioResult result) {
        List<Remedy> remedies = new ArrayList<>();
        List<StressRow> hit = result.impacts().stream()
                .filter(ItemImpact::isHit)
                .map(this::row)
                .sorted(WORST_FIRST)
                .toList();
        int tried = 0;
        for (StressRow row : hit) {
            String item = row.impact().item();
            boolean alone = !together.contains(item);
            List<SecondSourceOffer> offers = network.offers(item);
            if ((alone && offers.isEmpty()) || (!alone && tried++ >= priced)) {
                continue;
            }
            offers.forEach(offer -> remedies.add(new Remedy.SecondSource(item, offer.surge(), offer.costPerYear())));
            double pieces = Math.ceil(row.impact().lostPieces());
            if (pieces > 0) {
                network.worth(item)
                        .holding(pieces)
                        .ifPresent(cost -> remedies.add(new Remedy.ExtraStock(item, pieces, cost)));
            }
        }
        return remedies;
    }

    private StressRow row(ItemImpact impact) {
        ItemWorth worth = network.worth(impact.item());
        return new StressRow(
                impact,
                worth.value(impact.lostPieces()),
                worth.basis(),
                impact.cheapestFix().isPresent()
                        ? impact.cheapestFix().map(fix -> tried(fix, impact.item()))
                        : stock(impact, worth));
    }

    /** Every piece more at the beginning is a piece less lost, as long as the item stands alone. */
    private Optional<StressRow.CheapestFix> stock(ItemImpact impact, ItemWorth worth) {
        double pieces = Math.ceil(impact.lostPieces());
        if (!impact.isHit() || pieces <= 0 || together.contains(impact.item())) {
            return Optional.empty();
        }
        return worth.holding(pieces).stream()
                .mapToObj(cost -> new StressRow.CheapestFix(more(pieces), cost, 0))
                .findFirst();
    }

    private StressRow.CheapestFix tried(ItemImpact.Fix fix, String item) {
        String what;
        if (fix.remedy() instanceof Remedy.ExtraStock stock) {
            what = more(stock.pieces()) + (stock.item().equals(item) ? "" : " of " + stock.item());
        } else {
            what = "qualify " + supplier(fix.remedy());
        }
        return new StressRow.CheapestFix(what, fix.remedy().costPerYear(), fix.daysOutLeft());
    }

    private static String more(double pieces) {
        return "hold " + (long) pieces + " more";
    }

    private String supplier(Remedy remedy) {
        return network.offers(remedy.item()).stream()
                .filter(offer ->
                        remedy.equals(new Remedy.SecondSource(offer.item(), offer.surge(), offer.costPerYear())))
                .map(SecondSourceOffer::supplier)
                .findFirst()
                .orElse("a second source");
    }
}
