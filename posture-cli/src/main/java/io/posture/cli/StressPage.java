package io.posture.cli;

import io.posture.analysis.stress.Opening;
import io.posture.analysis.stress.StressReport;
import io.posture.analysis.stress.StressRow;
import io.posture.analysis.stress.SupplyNetwork;
import io.posture.analysis.stress.VisibilityGap;
import io.posture.io.Import;
import io.posture.io.run.PlainText;
import io.posture.stress.ItemImpact;
import io.posture.stress.NodeKind;
import io.posture.stress.SecondSource;
import io.posture.stress.Shock;
import io.posture.stress.Source;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What stress tests found, for people. */
final class StressPage {

    private static final int WIDTH = 110;
    private static final int NAME = 48;
    private static final int DIGITS = 3;
    private static final List<String> HEADER =
            List.of("item", "first day out", "days out", "pieces lost", "value lost", "cheapest fix");

    private final Import imported;
    private final SupplyNetwork network;
    private final StressReport report;
    private final boolean planned;
    private final int top;
    private final StringBuilder page = new StringBuilder();

    StressPage(Import imported, SupplyNetwork network, StressReport report, int top) {
        this.imported = imported;
        this.network = network;
        this.report = report;
        this.planned = report.opening() instanceof Opening.Planned;
        this.top = top;
    }

    String text() {
        line("Stress tests of " + imported.name() + ", as of "
                + imported.population().asOf());
        line("Network   " + count(network.network().items().size(), "item") + ", " + nodes(NodeKind.SUPPLIER) + ", "
                + nodes(NodeKind.PLANT) + ", " + nodes(NodeKind.LANE) + ", " + nodes(NodeKind.REGION));
        wrapped("Stock     ", stock());
        report.cycles().forEach(cycle -> wrapped("Cycle     ", cycle));
        report.leftOut().forEach(missing -> wrapped("Left out  ", missing));
        report.scenarios().forEach(this::scenario);
        secondSources();
        gaps();
        return page.toString();
    }

    private String nodes(NodeKind kind) {
        return count(
                network.network().nodes().stream()
                        .filter(node -> node.kind() == kind)
                        .count(),
                kind.text());
    }

    private static String count(long number, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
    }

    private String stock() {
        int unknown = gap(planned ? "NO_PLAN" : "STOCK");
        int items = network.network().items().size();
        if (planned) {
            return "the buffers that the run proposes, and nothing else"
                    + (unknown == 0
                            ? ""
                            : "; nothing for " + unknown + " of " + items + " items, which it does not decide");
        }
        return unknown == 0
                ? "on hand"
                : "on hand; unknown for " + unknown + " of " + items + " items, and none is taken to be there"
                        + (unknown == items ? ". Fill in stock, or look at the plan: --stock planned" : "");
    }

    private int gap(String code) {
        return report.gaps().stream()
                .filter(gap -> gap.code().equals(code))
                .mapToInt(gap -> gap.subjects().size())
                .sum();
    }

    private void scenario(StressReport.Scenario scenario) {
        String name = scenario.result().scenario().name();
        String what =
                scenario.result().scenario().shocks().stream().map(Shock::text).collect(Collectors.joining(", "));
        line("");
        wrapped("", "Scenario " + (name.equals(what) ? what : name + ": " + what));
        List<StressRow> hit = scenario.hit();
        wrapped(
                "  ",
                count(scenario.rows().size(), "item") + " reached, " + hit.size() + " go short" + lost(scenario)
                        + (scenario.unseen().items() == 0
                                ? ""
                                : "; nothing is said of "
                                        + count(scenario.unseen().items(), "item") + " whose "
                                        + scenario.unseen().text() + " is unknown"));
        if (scenario.shortAnyway() > 0) {
            wrapped(
                    "  ",
                    scenario.shortAnyway() + " of them " + (scenario.shortAnyway() == 1 ? "is" : "are")
                            + " short without the scenario, too: open orders come too late, or are too small. Only what"
                            + " the scenario adds is counted.");
        }
        for (Shock shock : scenario.result().scenario().shocks()) {
            if (shock instanceof Shock.NodeDown down) {
                List<String> suppliers = suppliersAt(down.node());
                if (!suppliers.isEmpty()) {
                    wrapped(
                            "  ",
                            "Goods of " + count(suppliers.size(), "supplier") + " come from there: "
                                    + String.join("; ", suppliers));
                }
            }
        }
        scenario.result().remarks().forEach(remark -> wrapped("  Note: ", remark));
        List<List<String>> rows = new ArrayList<>();
        hit.stream().limit(top).forEach(row -> rows.add(cells(row)));
        table(rows);
        more(hit.size());
        if (network.hasProducts()) {
            finishedGoods(scenario.rows());
        }
    }

    /** Suppliers of items that are made at a place. */
    private List<String> suppliersAt(String node) {
        return network.network().items().stream()
                .flatMap(item -> item.sources().stream())
                .filter(source -> !source.supplier().isEmpty()
                        && (source.plant().equals(node) || node.equals(NodeKind.PLANT.text() + ":" + source.plant())))
                .map(Source::supplier)
                .distinct()
                .sorted()
                .toList();
    }

    /** The money by what it is made of: a margin and a unit cost do not add up. */
    private static String lost(StressReport.Scenario scenario) {
        if (scenario.hit().isEmpty()) {
            return "";
        }
        double pieces = 0;
        double waiting = 0;
        long without = 0;
        for (StressRow row : scenario.hit()) {
            pieces += row.impact().lostPieces();
            waiting += row.impact().waitingPieces();
            without += row.lostValue().isEmpty() && row.impact().lostPieces() > 0 ? 1 : 0;
        }
        String values = scenario.lostValue().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> rounded(entry.getValue()) + " " + words(entry.getKey()))
                .collect(Collectors.joining(" and "));
        return "; " + rounded(pieces) + " pieces lost" + (values.isEmpty() ? "" : ", " + values)
                + (waiting > 0 ? "; " + rounded(waiting) + " wait and are not caught up" : "")
                + (without == 0 ? "" : "; what " + count(without, "item") + " lose is worth is unknown");
    }

    private static String words(StressRow.Basis basis) {
        return switch (basis) {
            case MARGIN -> "of margin";
            case SHORTAGE_COST -> "of shortage cost";
            case NEGATIVE_MARGIN -> "";
            case UNIT_COST -> "at unit cost (margins unknown)";
            case NONE -> "";
        };
    }

    private static List<String> cells(StressRow row) {
        ItemImpact impact = row.impact();
        return List.of(
                name(impact.item()),
                day(impact.firstStockOutDay()),
                Integer.toString(impact.daysOut()),
                rounded(impact.lostPieces()),
                money(row.lostValue()),
                row.fix()
                        .map(fix -> fix.what() + ": " + rounded(fix.costPerYear()) + "/yr"
                                + (fix.daysOutLeft() == 0
                                        ? ""
                                        : ", leaves " + count(fix.daysOutLeft(), "day") + " out"))
                        .orElse(row.fixState().words()));
    }

    private void finishedGoods(List<StressRow> rows) {
        List<StressRow> goods =
                rows.stream().filter(row -> row.impact().finished()).toList();
        List<StressRow> out = goods.stream()
                .filter(row -> row.impact().isHit())
                .sorted((a, b) -> Integer.compare(
                        a.impact().firstStockOutDay().orElse(0),
                        b.impact().firstStockOutDay().orElse(0)))
                .toList();
        wrapped("  ", "Finished goods: " + goods.size() + " reached, " + out.size() + " stop");
        for (StressRow row : out.stream().limit(top).toList()) {
            wrapped(
                    "    ",
                    name(row.impact().item()) + " survives "
                            + row.impact().timeToSurviveDays().orElse(0) + " days");
        }
        more(out.size());
    }

    private void secondSources() {
        List<SecondSource> all = report.secondSources();
        line("");
        line("Second sources");
        if (all.isEmpty()) {
            line("  No item has two suppliers.");
            return;
        }
        wrapped(
                "  ",
                "Of " + count(all.size(), "item") + " with two suppliers or more: "
                        + state(all, SecondSource.State.PAPER) + " on paper only, "
                        + state(all, SecondSource.State.UNKNOWN)
                        + " not shown (the plant behind a supplier is unknown), "
                        + state(all, SecondSource.State.APART)
                        + " apart as far as is known (a plant or lane is unknown), "
                        + state(all, SecondSource.State.REAL) + " real"
                        + regions(all));
        List<SecondSource> paper = all.stream()
                .filter(source -> source.state() == SecondSource.State.PAPER)
                .toList();
        for (SecondSource source : paper.stream().limit(top).toList()) {
            wrapped(
                    "  On paper: ",
                    source.item() + ": " + String.join(" and ", source.suppliers()) + " all stand on "
                            + String.join(" and ", source.shared()));
        }
        if (paper.size() > top) {
            line("  and " + (paper.size() - top) + " more (--top " + paper.size() + ", or --json)");
        }
    }

    private static long state(List<SecondSource> all, SecondSource.State state) {
        return all.stream().filter(source -> source.state() == state).count();
    }

    private static String regions(List<SecondSource> all) {
        Predicate<SecondSource> real =
                source -> source.state() == SecondSource.State.REAL || source.state() == SecondSource.State.APART;
        long inOne = all.stream()
                .filter(real.and(source -> !source.regions().isEmpty()))
                .count();
        return inOne == 0 ? "" : "; " + inOne + " of the last two kinds in one region";
    }

    private void gaps() {
        line("");
        line("What the map does not show");
        if (report.gaps().isEmpty()) {
            line("  Nothing is missing.");
        }
        for (VisibilityGap gap : report.gaps()) {
            String first =
                    gap.subjects().stream().limit(2).map(StressPage::name).collect(Collectors.joining("; "));
            wrapped(
                    String.format(Locale.ROOT, "  %,6d  ", gap.subjects().size()),
                    gap.text() + " (" + gap.code() + ": " + first
                            + (gap.subjects().size() > 2 ? "; ..." : "") + ")");
        }
    }

    private void table(List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<List<String>> all = new ArrayList<>(List.of(HEADER));
        all.addAll(rows);
        int[] widths = new int[HEADER.size()];
        all.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        for (List<String> row : all) {
            StringBuilder text = new StringBuilder("  ");
            for (int i = 0; i < widths.length; i++) {
                String pad = " ".repeat(widths[i] - row.get(i).length());
                boolean words = i == 0 || i == widths.length - 1;
                text.append(words ? row.get(i) + pad : pad + row.get(i)).append("  ");
            }
            line(text.toString().stripTrailing());
        }
    }

    private void more(int all) {
        if (all > top) {
            line("  and " + (all - top) + " more (--top " + all + ", or all of them: --out scenarios.csv)");
        }
    }

    private static String name(String item) {
        String plain = PlainText.of(item);
        return plain.length() <= NAME ? plain : plain.substring(0, NAME - 3) + "...";
    }

    private static String day(OptionalInt day) {
        return day.isPresent() ? Integer.toString(day.getAsInt()) : "";
    }

    private static String money(OptionalDouble value) {
        return value.isPresent() ? rounded(value.getAsDouble()) : "unknown";
    }

    /** Three digits that count, or all before the point. */
    private static String rounded(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        int whole = exact.precision() - exact.scale();
        BigDecimal rounded = exact.round(new MathContext(Math.max(DIGITS, whole)));
        return rounded.signum() == 0
                ? "0"
                : String.format(
                        Locale.ROOT,
                        "%,." + Math.max(0, rounded.stripTrailingZeros().scale()) + "f",
                        rounded);
    }

    private void wrapped(String indent, String text) {
        String before = indent;
        for (String part : PlainText.wrap(PlainText.of(text), WIDTH - indent.length(), "")) {
            line(before + part);
            before = " ".repeat(indent.length());
        }
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
