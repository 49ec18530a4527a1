package io.posture.stress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs stress tests: a ledger of every item that a scenario reaches, day by day. Immutable and safe for use by many
 * threads; results do not depend on their number.
 */
public final class StressEngine {

    private static final int PARTS_PER_THREAD = 8;
    private static final Comparator<ItemImpact.Fix> BEST_FIRST = Comparator.comparing(
                    (ItemImpact.Fix fix) -> !fix.cures())
            .thenComparingDouble(fix -> fix.cures() ? 0 : fix.lostMarginLeft())
            .thenComparingInt(ItemImpact.Fix::daysOutLeft)
            .thenComparingDouble(fix -> fix.remedy().costPerYear());

    private final StressNetwork network;
    private final StressSettings settings;
    private final Map<Integer, List<Remedy>> remedies;

    private StressEngine(StressNetwork network, StressSettings settings, Map<Integer, List<Remedy>> remedies) {
        this.network = network;
        this.settings = settings;
        this.remedies = remedies;
    }

    /** An engine without remedies. */
    public static StressEngine of(StressNetwork network, StressSettings settings) {
        return new StressEngine(network, settings, Map.of());
    }

    /**
     * An engine that tries remedies out on the items that go short. A remedy helps every item that hangs together with
     * its own.
     *
     * @throws IllegalArgumentException if a remedy names no item
     */
    public static StressEngine of(
            StressNetwork network, StressSettings settings, Collection<? extends Remedy> remedies) {
        Map<Integer, List<Remedy>> byGroup = new HashMap<>();
        for (Remedy remedy : remedies) {
            int item = network.table().number(remedy.item());
            if (item < 0) {
                throw new IllegalArgumentException(
                        "a remedy names item '" + remedy.item() + "', which the network does not have");
            }
            byGroup.computeIfAbsent(network.table().bom.group(item), none -> new ArrayList<>())
                    .add(remedy);
        }
        return new StressEngine(network, settings, byGroup);
    }

    /**
     * Runs scenarios, each by itself.
     *
     * @throws IllegalArgumentException if a scenario names what the network does not have
     */
    public List<ScenarioResult> run(List<StressScenario> scenarios) {
        return scenarios.stream().map(this::run).toList();
    }

    /**
     * Runs a scenario.
     *
     * @throws IllegalArgumentException if it names what the network does not have
     */
    public ScenarioResult run(StressScenario scenario) {
        ItemTable table = network.table();
        Effects effects = new Effects(scenario, network.graph());
        double end = Math.ceil(effects.end(table.longestLeadDays));
        int days = (int) Math.max(1, Math.min(settings.longestDays(), end));
        List<String> remarks = new ArrayList<>(scenario.overlaps());
        if (end > days) {
            remarks.add("the scenario lasts until day " + (long) end + "; the ledgers stop after day " + days
                    + ". Maybe raise longestDays.");
        }
        List<ItemImpact> impacts = new ArrayList<>(impacts(effects, days));
        impacts.sort(Comparator.comparing(ItemImpact::item));
        return new ScenarioResult(scenario, days, impacts, remarks);
    }

    private List<ItemImpact> impacts(Effects effects, int days) {
        int groups = network.table().bom.groups();
        int parts = Math.min(groups, settings.threads() * PARTS_PER_THREAD);
        if (settings.threads() == 1 || parts < 2) {
            return impacts(effects, days, 0, groups);
        }
        ExecutorService pool = Executors.newFixedThreadPool(settings.threads());
        try {
            List<Future<List<ItemImpact>>> futures = new ArrayList<>();
            for (int part = 0; part < parts; part++) {
                int from = (int) ((long) part * groups / parts);
                int to = (int) ((part + 1L) * groups / parts);
                futures.add(pool.submit(() -> impacts(effects, days, from, to)));
            }
            List<ItemImpact> all = new ArrayList<>();
            for (Future<List<ItemImpact>> future : futures) {
                all.addAll(future.get());
            }
            return all;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the stress test was interrupted", interrupted);
        } catch (ExecutionException problem) {
            throw new IllegalStateException("the stress test failed: " + problem.getCause(), problem.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private List<ItemImpact> impacts(Effects effects, int days, int fromGroup, int toGroup) {
        List<ItemImpact> impacts = new ArrayList<>();
        for (int group = fromGroup; group < toGroup; group++) {
            ItemImpact[] found = run(effects, group, Change.NONE, days);
            if (remedies.containsKey(group) && Arrays.stream(found).anyMatch(ItemImpact::isHit)) {
                tryOut(effects, group, found, remedies.get(group), days);
            }
            impacts.addAll(Arrays.asList(found));
        }
        return impacts;
    }

    /** What the effects do to each member of a group; nothing if they do not reach it. */
    private ItemImpact[] run(Effects effects, int group, Change change, int days) {
        int first = network.table().bom.groupStarts[group];
        Ledger[] ledgers = network.table().bom.groupStarts[group + 1] - first == 1
                ? alone(effects, first, change, days)
                : together(effects, group, change, days);
        ItemImpact[] impacts = new ItemImpact[ledgers.length];
        for (int at = 0; at < ledgers.length; at++) {
            impacts[at] = impact(network.table().items.get(first + at), ledgers[at]);
        }
        return impacts;
    }

    private Ledger[] together(Effects effects, int group, Change change, int days) {
        GroupLedger together = new GroupLedger(network.table(), effects, settings, group, change, days);
        if (!together.isTouched() && effects.demandEnd() == 0) {
            return new Ledger[0];
        }
        together.run(days);
        return together.ledgers();
    }

    private Ledger[] alone(Effects effects, int item, Change change, int days) {
        ItemTable table = network.table();
        Inflow inflow = new Inflow(table, item, effects, change.added(item), days);
        StressItem what = table.items.get(item);
        boolean surge = effects.demandEnd() > 0 && what.demandPerDay() > 0;
        if (!inflow.isTouched() && !surge) {
            return new Ledger[0];
        }
        Ledger ledger = new Ledger(
                settings.opening(what.stock()) + change.extraPieces(item), what.mode(), settings.reserve(what.stock()));
        // before and after, what arrives is what is needed
        int begin = (int) Math.min(days, Math.floor(Math.min(inflow.begin(), effects.demandBegin())));
        int end = (int) Math.min(days, Math.ceil(Math.max(inflow.end(), effects.demandEnd())));
        for (int day = begin + 1; day <= end; day++) {
            double demand = what.demandPerDay() * effects.demandFactor(day);
            ledger.receive(inflow.on(day, demand));
            ledger.serve(day, demand);
        }
        ledger.idle(days - end);
        return new Ledger[] {ledger};
    }

    private ItemImpact impact(StressItem item, Ledger ledger) {
        double strategic = settings.reserve(item.stock());
        double strategicUsed = Math.max(0, strategic - ledger.lowest());
        double safety = settings.safetyStockShare() * item.stock().safetyStock();
        double safetyUsed = Math.max(0, Math.min(safety, strategic + safety - ledger.lowest()));
        return new ItemImpact(
                item.id(),
                item.finished(),
                ledger.firstOut(),
                ledger.daysOut(),
                ledger.lost(),
                item.unitMargin().isPresent()
                        ? OptionalDouble.of(ledger.lost() * item.unitMargin().getAsDouble())
                        : OptionalDouble.empty(),
                ledger.backorderPieceDays(),
                safetyUsed,
                strategicUsed,
                ledger.firstReserve(),
                Optional.empty());
    }

    /** Runs the group with each remedy, and keeps the best for each item that is hit. */
    private void tryOut(Effects effects, int group, ItemImpact[] found, List<Remedy> offered, int days) {
        List<List<ItemImpact.Fix>> fixes = new ArrayList<>();
        for (int at = 0; at < found.length; at++) {
            fixes.add(new ArrayList<>());
        }
        for (Remedy remedy : offered) {
            ItemImpact[] after = run(effects, group, change(remedy), days);
            double left = Arrays.stream(after)
                    .mapToDouble(impact -> impact.lostMargin().orElse(0))
                    .sum();
            for (int at = 0; at < found.length; at++) {
                boolean helps = after[at].daysOut() < found[at].daysOut()
                        || after[at].lostPieces() < found[at].lostPieces() - Ledger.NOTHING
                        || after[at].backorderPieceDays() < found[at].backorderPieceDays() - Ledger.NOTHING;
                if (found[at].isHit() && helps) {
                    fixes.get(at).add(new ItemImpact.Fix(remedy, !after[at].isHit(), after[at].daysOut(), left));
                }
            }
        }
        for (int at = 0; at < found.length; at++) {
            Optional<ItemImpact.Fix> best = fixes.get(at).stream().min(BEST_FIRST);
            if (best.isPresent()) {
                found[at] = found[at].withCheapestFix(best.get());
            }
        }
    }

    private Change change(Remedy remedy) {
        int item = network.table().number(remedy.item());
        if (remedy instanceof Remedy.ExtraStock stock) {
            return new Change(item, stock.pieces(), RampUp.NONE);
        }
        return new Change(item, 0, ((Remedy.SecondSource) remedy).surge());
    }
}
