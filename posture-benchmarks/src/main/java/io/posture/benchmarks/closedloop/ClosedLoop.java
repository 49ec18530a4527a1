package io.posture.benchmarks.closedloop;

import io.posture.benchmarks.Page;
import io.posture.benchmarks.closedloop.DailyDemand.Disturbance;
import io.posture.benchmarks.closedloop.DailyDemand.Kind;
import io.posture.core.plugin.PluginCatalog;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Prints what policies promise and what they achieve in a simulated stockroom, as tables for the documentation. */
public final class ClosedLoop {

    /** Seed of the documented run. */
    public static final long SEED = 3;

    private static final Bench.Size LONG = new Bench.Size(100, 60_000);

    private final PluginCatalog catalog;
    private final Bench.Size size;
    private final PrintStream out;

    private ClosedLoop(PluginCatalog catalog, Bench.Size size, PrintStream out) {
        this.catalog = catalog;
        this.size = size;
        this.out = out;
    }

    /** Prints; the arguments are items and days of each, if the documented run is too long. */
    public static void main(String[] args) {
        Bench.Size size = args.length < 2 ? LONG : new Bench.Size(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        try (PluginCatalog catalog = PluginCatalog.onPath(ClosedLoop.class.getClassLoader())) {
            ClosedLoop loop = new ClosedLoop(catalog, size, System.out);
            System.out.print(Page.head(ClosedLoop.class));
            loop.promises();
            loop.brokenAssumptions();
            System.out.print(Page.tail(ClosedLoop.class));
        }
    }

    /** The policies whose promise is tried. */
    static List<Trial> policies() {
        return List.of(
                Trial.cycle(0.95),
                Trial.cycle(0.99),
                Trial.fill(0.99),
                Trial.upTo(0.95),
                Trial.upToBelowPoint(0.95),
                Trial.method("MONTE_CARLO", 0.95));
    }

    private void promises() {
        out.printf("%n## Everything known%n%n");
        out.println("| demand | orders | method | promise | lead time constant: achieved, % | stock, days | "
                + "lead time gamma: achieved, % | stock, days |");
        out.println("|---|---|---|---|---:|---:|---:|---:|");
        StringBuilder seen = new StringBuilder();
        for (Kind kind : Kind.values()) {
            Bench steady = bench(
                    kind,
                    item -> item.with(
                            LeadTimes.constant((int) Math.rint(item.leadTimes().mean()))));
            Bench varying = bench(kind, UnaryOperator.identity());
            for (Trial trial : policies()) {
                Trial.Score constant = steady.known(trial, Stockroom.PLAIN);
                Trial.Score known = varying.known(trial, Stockroom.PLAIN);
                String start = String.format(
                        Locale.ROOT,
                        "| %s | %s | %s | %s %.0f",
                        kind,
                        trial.name(),
                        varying.method(trial),
                        trial.fill() ? "fill" : "cycle",
                        100 * trial.promised());
                out.printf("%s | %s | %s |%n", start, text(constant), text(known));
                Trial.Score found = varying.seen(trial, Stockroom.PLAIN);
                seen.append(String.format(
                        Locale.ROOT,
                        "%s | %.2f | %.2f | %.1f | %.1f | %.1f |%n",
                        start,
                        100 * known.achieved(),
                        100 * found.achieved(),
                        100 * found.lowestTenth(),
                        known.stockDays(),
                        found.stockDays()));
            }
        }
        out.printf("%n## Seen through two years of data and eight receipts%n%n");
        out.println("| demand | orders | method if known | promise | known: achieved, % | seen: achieved, % | "
                + "nine items of ten above, % | stock if known, days | stock, days |");
        out.println("|---|---|---|---|---:|---:|---:|---:|---:|");
        out.print(seen);
    }

    private static String text(Trial.Score score) {
        return String.format(
                Locale.ROOT, "%.2f ± %.2f | %.1f", 100 * score.achieved(), 200 * score.error(), score.stockDays());
    }

    private void brokenAssumptions() {
        Trial promise = Trial.cycle(0.95);
        out.printf("%n## Broken assumptions%n%n");
        out.println("| demand | what is broken | promise | achieved, % | stock, days |");
        out.println("|---|---|---|---:|---:|");
        for (Kind kind : Kind.values()) {
            Bench bench = bench(kind, UnaryOperator.identity());
            broken(bench, kind, "nothing", promise, Stockroom.PLAIN);
            broken(bench, kind, "undershoot left out", Trial.withoutUndershoot(0.95), Stockroom.PLAIN);
            broken(bench, kind, "lead-time demand taken as normal", Trial.method("NORMAL", 0.95), Stockroom.PLAIN);
            broken(
                    bench,
                    kind,
                    "orders of five days' demand that overtake each other",
                    promise.withLotDays(5),
                    new Stockroom(true, false, 0));
            broken(
                    bench,
                    kind,
                    "customers go away instead of waiting",
                    Trial.fill(0.99),
                    new Stockroom(false, true, 0));
        }
        for (Kind kind : List.of(Kind.SMOOTH, Kind.LUMPY)) {
            broken(
                    disturbed(kind, Disturbance.WANDERING_LEVEL),
                    kind,
                    "the level of demand wanders",
                    promise,
                    Stockroom.PLAIN);
            broken(disturbed(kind, Disturbance.BUSY_SPELLS), kind, "busy months", promise, Stockroom.PLAIN);
            broken(
                    disturbed(kind, Disturbance.BUSY_SPELLS),
                    kind,
                    "busy months with longer lead times",
                    promise,
                    new Stockroom(false, false, 0.5));
            broken(
                    disturbed(kind, Disturbance.GROWTH),
                    kind,
                    "demand grows by a quarter before it is sized again",
                    promise,
                    Stockroom.PLAIN);
            broken(
                    bench(kind, item -> item.with(LeadTimes.twoPoints(14, 70))),
                    kind,
                    "one delivery of ten takes ten weeks instead of two",
                    promise,
                    Stockroom.PLAIN);
        }
    }

    private void broken(Bench bench, Kind kind, String what, Trial trial, Stockroom room) {
        Trial.Score score = bench.known(trial, room);
        out.printf(
                Locale.ROOT,
                "| %s | %s | %s %.0f | %.2f | %.1f |%n",
                kind,
                what,
                trial.fill() ? "fill" : "cycle",
                100 * trial.promised(),
                100 * score.achieved(),
                score.stockDays());
    }

    private Bench disturbed(Kind kind, Disturbance disturbance) {
        return bench(kind, item -> item.with(item.demand().with(disturbance)));
    }

    private Bench bench(Kind kind, UnaryOperator<TestItem> change) {
        return Bench.of(catalog, kind, change, size, SEED);
    }
}
