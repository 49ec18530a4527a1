package io.posture.analysis.stress;

import io.posture.stress.ItemImpact;
import io.posture.stress.Remedy;
import io.posture.stress.ScenarioResult;
import io.posture.stress.StressItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What could be done about the shortages of a scenario, and which of it is tried out. An item that stands alone needs no
 * trial for stock: every piece more at the beginning is a piece less lost. Items that hang together are tried with all that
 * could be done about any of them, the worst group first and the cheapest first in it, as long as a fixed amount of work
 * lasts: a cure that is found is then the cheapest, whatever was not tried.
 */
final class Fixes {

    /** Ledgers of items that all trials of a scenario may run. */
    private static final long WORK = 50_000;

    private static final int TRIALS_OF_GROUP = 100;
    private static final double ROUNDING = 1e-9;
    private static final Comparator<Remedy> CHEAPEST_FIRST = Comparator.comparingDouble(Remedy::costPerYear)
            .thenComparing(Remedy::item)
            .thenComparing(remedy -> remedy instanceof Remedy.SecondSource second
                    ? second.sources().get(0).supplier()
                    : "");

    private final SupplyNetwork network;
    private final Map<Integer, List<StressItem>> groups = new TreeMap<>();

    Fixes(SupplyNetwork network) {
        this.network = network;
        for (StressItem item : network.network().items()) {
            groups.computeIfAbsent(network.network().group(item.id()), none -> new ArrayList<>())
                    .add(item);
        }
    }

    /**
     * What is tried of a scenario.
     *
     * @param states how an item stands for which nothing was found; of which group how much was tried
     */
    record Trials(List<Remedy> remedies, Map<String, StressRow.FixState> states) {}

    private boolean isAlone(String item) {
        return members(item).size() == 1;
    }

    private List<StressItem> members(String item) {
        return groups.getOrDefault(network.network().group(item), List.of());
    }

    /**
     * What is tried of a scenario.
     *
     * @param worstFirst items that go short
     */
    Trials trials(ScenarioResult result, List<StressRow> worstFirst) {
        Map<String, ItemImpact> impacts = new HashMap<>();
        result.impacts().forEach(impact -> impacts.put(impact.item(), impact));
        List<Remedy> chosen = new ArrayList<>();
        Map<String, StressRow.FixState> states = new HashMap<>();
        Set<Integer> seen = new HashSet<>();
        long work = WORK;
        for (StressRow row : worstFirst) {
            String item = row.impact().item();
            if (!seen.add(network.network().group(item))) {
                continue;
            }
            List<StressItem> members = members(item);
            List<Remedy> all = remedies(members, impacts);
            long most = isAlone(item) ? all.size() : Math.min(TRIALS_OF_GROUP, work / members.size());
            List<Remedy> tried = all.stream().limit(most).toList();
            work -= isAlone(item) ? 0 : (long) tried.size() * members.size();
            chosen.addAll(tried);
            StressRow.FixState state = StressRow.FixState.NOTHING_HELPS;
            if (all.isEmpty()) {
                state = StressRow.FixState.NO_COST_KNOWN;
            } else if (tried.isEmpty()) {
                state = StressRow.FixState.NOT_TRIED;
            } else if (tried.size() < all.size()) {
                state = StressRow.FixState.PARTLY_TRIED;
            }
            for (StressItem member : members) {
                states.put(member.id(), state);
            }
        }
        return new Trials(chosen, states);
    }

    /** All that could be done about items that hang together and has a known cost, the cheapest first. */
    private List<Remedy> remedies(List<StressItem> members, Map<String, ItemImpact> impacts) {
        List<Remedy> remedies = new ArrayList<>();
        Map<String, Double> missing = missing(members, impacts);
        for (StressItem member : members) {
            ItemImpact impact = impacts.get(member.id());
            if (impact == null || !impact.isHit()) {
                continue;
            }
            network.offers(member.id()).forEach(offer -> remedies.add(offer.remedy()));
            if (stock(impact).isEmpty()) {
                double pieces = Math.ceil(missing.getOrDefault(member.id(), 0.0) - ROUNDING);
                if (pieces > 0) {
                    network.worth(member.id())
                            .holding(pieces)
                            .ifPresent(cost -> remedies.add(new Remedy.ExtraStock(member.id(), pieces, cost)));
                }
            }
        }
        remedies.sort(CHEAPEST_FIRST);
        return remedies;
    }

    /** Pieces of each that would have been needed: for itself, and for what is missing of all that is made of it. */
    private static Map<String, Double> missing(List<StressItem> members, Map<String, ItemImpact> impacts) {
        Map<String, Map<String, Double>> uses = new HashMap<>();
        for (StressItem member : members) {
            member.components()
                    .forEach(line -> uses.computeIfAbsent(line.component(), none -> new TreeMap<>())
                            .merge(member.id(), line.perUnit(), Double::sum));
        }
        Map<String, Double> missing = new HashMap<>();
        members.forEach(member -> missing(member.id(), uses, impacts, missing));
        return missing;
    }

    private static double missing(
            String item,
            Map<String, Map<String, Double>> uses,
            Map<String, ItemImpact> impacts,
            Map<String, Double> known) {
        Double before = known.get(item);
        if (before != null) {
            return before;
        }
        ItemImpact impact = impacts.get(item);
        double pieces = impact == null ? 0 : impact.lostPieces() + impact.waitingPieces();
        // what is made of itself counts once
        known.put(item, pieces);
        for (Map.Entry<String, Double> use : uses.getOrDefault(item, Map.of()).entrySet()) {
            pieces += use.getValue() * missing(use.getKey(), uses, impacts, known);
        }
        known.put(item, pieces);
        return pieces;
    }

    /**
     * A row of an item.
     *
     * @param trials what was tried; empty if nothing was so far
     */
    StressRow row(ItemImpact impact, Map<String, StressRow.FixState> trials) {
        ItemWorth worth = network.worth(impact.item());
        Optional<StressRow.CheapestFix> tried = impact.cheapestFix().map(fix -> tried(fix, impact.item()));
        Optional<StressRow.CheapestFix> stock = stock(impact);
        Optional<StressRow.CheapestFix> best = stock.isPresent()
                        && tried.filter(fix -> fix.daysOutLeft() == 0
                                        && fix.costPerYear() <= stock.get().costPerYear())
                                .isEmpty()
                ? stock
                : tried;
        return new StressRow(
                impact, worth.value(impact.lostPieces()), worth.basis(), best, state(impact, best, trials));
    }

    private static StressRow.FixState state(
            ItemImpact impact, Optional<StressRow.CheapestFix> best, Map<String, StressRow.FixState> trials) {
        StressRow.FixState state = trials.getOrDefault(impact.item(), StressRow.FixState.NOT_TRIED);
        if (!impact.isHit()) {
            return StressRow.FixState.NOT_NEEDED;
        }
        boolean partly = state == StressRow.FixState.PARTLY_TRIED
                && best.filter(fix -> fix.daysOutLeft() == 0).isEmpty();
        return best.isPresent() && !partly ? StressRow.FixState.FOUND : state;
    }

    /** Stock that cures an item that stands alone; empty if that has to be tried out, or if its cost is unknown. */
    private Optional<StressRow.CheapestFix> stock(ItemImpact impact) {
        double pieces = Math.ceil(impact.lostPieces() + impact.waitingPieces() - ROUNDING);
        if (!impact.isHit() || pieces <= 0 || impact.anyway().daysOut() > 0 || !isAlone(impact.item())) {
            return Optional.empty();
        }
        return network.worth(impact.item()).holding(pieces).stream()
                .mapToObj(cost -> new StressRow.CheapestFix(more(pieces), cost, 0))
                .findFirst();
    }

    /** A fix that was tried, in words. */
    private StressRow.CheapestFix tried(ItemImpact.Fix fix, String item) {
        String what;
        if (fix.remedy() instanceof Remedy.ExtraStock stock) {
            what = more(stock.pieces()) + (stock.item().equals(item) ? "" : " of " + stock.item());
        } else {
            what = "qualify " + supplier(fix.remedy())
                    + (fix.remedy().item().equals(item)
                            ? ""
                            : " for " + fix.remedy().item());
        }
        return new StressRow.CheapestFix(what, fix.remedy().costPerYear(), fix.daysOutLeft());
    }

    private static String more(double pieces) {
        return "hold " + (long) pieces + " more";
    }

    private String supplier(Remedy remedy) {
        return network.offers(remedy.item()).stream()
                .filter(offer -> offer.remedy().equals(remedy))
                .map(SecondSourceOffer::supplier)
                .findFirst()
                .orElse("a second source");
    }
}
