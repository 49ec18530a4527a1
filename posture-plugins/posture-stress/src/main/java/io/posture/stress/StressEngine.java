package io.posture.stress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            .thenComparingDouble(fix -> fix.cures() ? 0 : fix.lostPiecesLeft())
            .thenComparingInt(ItemImpact.Fix::daysOutLeft)
            .thenComparingDouble(fix -> fix.cures() ? 0 : fix.lostMarginLeft())
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
        Effects effects = new Effects(scenario, network.graph());
        List<Ran> all = run(effects);
        List<String> remarks = new ArrayList<>(scenario.overlaps());
        long cut = all.stream().filter(ran -> !ran.complete()).count();
        if (cut > 0) {
            remarks.add("the scenario lasts longer than " + settings.longestDays() + " days for " + cut
                    + (cut == 1 ? " item" : " items")
                    + " or what they are made of; their ledgers stop there. Maybe raise"
                    + " longestDays.");
        }
        return new ScenarioResult(
                scenario,
                all.stream().mapToInt(Ran::days).max().orElse(0),
                all.stream()
                        .map(Ran::impact)
                        .sorted(Comparator.comparing(ItemImpact::item))
                        .toList(),
                remarks);
    }

    /** An item, how many days its ledger ran, and whether that was to the end. */
    private record Ran(ItemImpact impact, int days, boolean complete) {}

    private List<Ran> run(Effects effects) {
        int groups = network.table().bom.groups();
        int parts = Math.min(groups, settings.threads() * PARTS_PER_THREAD);
        if (settings.threads() == 1 || parts < 2) {
            return run(effects, 0, groups);
        }
        ExecutorService pool = Executors.newFixedThreadPool(settings.threads());
        try {
            List<Future<List<Ran>>> futures = new ArrayList<>();
            for (int part = 0; part < parts; part++) {
                int from = (int) ((long) part * groups / parts);
                int to = (int) ((part + 1L) * groups / parts);
                futures.add(pool.submit(() -> run(effects, from, to)));
            }
            List<Ran> all = new ArrayList<>();
            for (Future<List<Ran>> future : futures) {
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

    private List<Ran> run(Effects effects, int fromGroup, int toGroup) {
        List<Ran> all = new ArrayList<>();
        for (int group = fromGroup; group < toGroup; group++) {
            GroupRun run = new GroupRun(network.table(), settings, effects, group);
            ItemImpact[] found = run.with(Change.NONE);
            if (remedies.containsKey(group) && Arrays.stream(found).anyMatch(ItemImpact::isHit)) {
                tryOut(run, found, remedies.get(group));
            }
            for (ItemImpact impact : found) {
                all.add(new Ran(impact, run.days(), run.isComplete()));
            }
        }
        return all;
    }

    /** Runs the group with each remedy, and keeps the best for each item that is hit. */
    private void tryOut(GroupRun run, ItemImpact[] found, List<Remedy> offered) {
        List<List<ItemImpact.Fix>> fixes = new ArrayList<>();
        for (int at = 0; at < found.length; at++) {
            fixes.add(new ArrayList<>());
        }
        for (Remedy remedy : offered) {
            ItemImpact[] after = run.with(change(remedy));
            double left = Arrays.stream(after)
                    .mapToDouble(impact -> impact.lostMargin().orElse(0))
                    .sum();
            for (int at = 0; at < found.length; at++) {
                boolean helps = after[at].daysOut() < found[at].daysOut()
                        || after[at].lostPieces() < found[at].lostPieces() - Ledger.NOTHING
                        || after[at].backorderPieceDays() < found[at].backorderPieceDays() - Ledger.NOTHING;
                if (found[at].isHit() && helps) {
                    fixes.get(at)
                            .add(new ItemImpact.Fix(
                                    remedy, !after[at].isHit(), after[at].daysOut(), after[at].lostPieces(), left));
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
            return new Change(item, stock.pieces(), List.of());
        }
        return new Change(item, 0, ((Remedy.SecondSource) remedy).sources());
    }
}
