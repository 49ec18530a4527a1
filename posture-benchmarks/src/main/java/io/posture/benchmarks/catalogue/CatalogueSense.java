package io.posture.benchmarks.catalogue;

import io.posture.benchmarks.Page;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints what the standard pipeline makes of the made-up manufacturer, as tables for the documentation. */
public final class CatalogueSense {

    /** Seed of the documented run. */
    public static final long SEED = 20_260_630;

    /** Items of the documented run. */
    public static final int ITEMS = 5_000;

    /** Lead time that the decision's own lens calls long. */
    static final double LONG_DAYS = 28;

    /** Eight weeks. */
    static final double VERY_LONG_DAYS = 56;

    private final Picture complete;
    private final Picture gaps;
    private final PrintStream out;

    private CatalogueSense(Picture complete, Picture gaps, PrintStream out) {
        this.complete = complete;
        this.gaps = gaps;
        this.out = out;
    }

    /** Prints; takes no arguments. */
    public static void main(String[] args) {
        Picture complete = Picture.of(Manufacturer.population(SEED, ITEMS, false));
        Picture gaps = Picture.of(Manufacturer.population(SEED, ITEMS, true));
        new CatalogueSense(complete, gaps, System.out).print();
    }

    private void print() {
        out.print(Page.head(CatalogueSense.class));
        table("Postures", "posture", line -> line.posture());
        shares();
        table("Policies", "policy", line -> line.policy().isEmpty() ? "(undecided)" : line.policy());
        table("Risk levels", "risk", Picture.Line::risk);
        table("Demand patterns", "pattern", Picture.Line::demandClass);
        table("How safety stock was found", "method", line -> line.method().isEmpty() ? "(none)" : line.method());
        tally("Failed lean tests, items whose cell is lean or not alike", Picture.Line::failedTests);
        tally("Lean once confirmed, by the evidence that is missing", Picture.Line::leanEvidence);
        tally("Warnings", Picture.Line::warnings);
        tally("Reasons for a cushion", Picture.Line::cushion);
        tally("Facts without which items stay undecided", Picture.Line::missingFacts);
        days("Days of safety stock by posture", "posture", Picture.Line::posture);
        days("Days of safety stock by pattern", "pattern", Picture.Line::demandClass);
    }

    private void table(String title, String column, Function<Picture.Line, String> key) {
        heading(title);
        out.printf("| %s | items | share | value a year | items, gaps | share | value a year |%n", column);
        out.println("|---|---:|---:|---:|---:|---:|---:|");
        for (String code : keys(key)) {
            row(code, line -> key.apply(line).equals(code));
        }
    }

    private void shares() {
        out.println("| *of these* | | | | | | |");
        row("lean-run: JIT and routine reorder point at LOW risk", Picture.Line::leanRun);
        for (double days : new double[] {LONG_DAYS, VERY_LONG_DAYS}) {
            Predicate<Picture.Line> fragile = line -> line.criticalSingleSource(days);
            row(String.format(Locale.ROOT, "vital, one source, %.0f days or more", days), fragile);
            row("... and JIC", fragile.and(line -> line.posture().equals("JIC")));
        }
        row(
                "vital and JIT",
                line -> line.criticalityClass().equals("V") && line.posture().equals("JIT") && line.replenished());
    }

    private void row(String name, Predicate<Picture.Line> which) {
        out.printf(
                Locale.ROOT,
                "| %s | %,d | %.1f %% | %.1f %% | %,d | %.1f %% | %.1f %% |%n",
                name,
                complete.count(which),
                100 * complete.share(which),
                100 * complete.value(which) / complete.value(line -> true),
                gaps.count(which),
                100 * gaps.share(which),
                100 * gaps.value(which) / gaps.value(line -> true));
    }

    private void tally(String title, Function<Picture.Line, List<String>> values) {
        heading(title);
        Map<String, Long> full = complete.tally(values);
        Map<String, Long> worse = gaps.tally(values);
        out.println("| | items | items, gaps |");
        out.println("|---|---:|---:|");
        new TreeSet<>(Stream.concat(full.keySet().stream(), worse.keySet().stream())
                        .collect(Collectors.toSet()))
                .forEach(name -> out.printf(
                        Locale.ROOT,
                        "| %s | %,d | %,d |%n",
                        name,
                        full.getOrDefault(name, 0L),
                        worse.getOrDefault(name, 0L)));
    }

    private void days(String title, String column, Function<Picture.Line, String> key) {
        heading(title);
        out.printf(
                "| %s | median | 90 %% | 99 %% | stock, share of annual value | median, gaps | 90 %% | 99 %% | "
                        + "stock |%n",
                column);
        out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        for (String code : keys(key)) {
            Predicate<Picture.Line> which = line -> key.apply(line).equals(code);
            out.printf(Locale.ROOT, "| %s | %s | %s |%n", code, quantiles(complete, which), quantiles(gaps, which));
        }
    }

    private static String quantiles(Picture picture, Predicate<Picture.Line> which) {
        double value = picture.value(which);
        return String.format(
                Locale.ROOT,
                "%.1f | %.1f | %.1f | %.1f %%",
                picture.daysQuantile(0.5, which),
                picture.daysQuantile(0.9, which),
                picture.daysQuantile(0.99, which),
                value > 0 ? 100 * picture.stockValue(which) / value : 0);
    }

    private void heading(String title) {
        out.printf("%n## %s%n%n", title);
    }

    private List<String> keys(Function<Picture.Line, String> key) {
        return Stream.concat(complete.lines().stream(), gaps.lines().stream())
                .map(key)
                .distinct()
                .sorted()
                .toList();
    }
}
