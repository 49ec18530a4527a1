package io.posture.io.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The summary as a page of text. */
final class SummaryText {

    private static final int SHORT_RUN_ID = 12;
    private static final int PLACES = 5;
    private static final int GROUPS_SHOWN = 8;

    private final Summary summary;
    private final Page page = new Page();

    private SummaryText(Summary summary) {
        this.summary = summary;
    }

    static String of(Summary summary) {
        SummaryText text = new SummaryText(summary);
        text.head();
        text.groups("POSTURE", summary.postures());
        text.leanRun();
        text.groups("POLICY", summary.policies());
        text.methods();
        text.segments();
        text.sourcing();
        text.history();
        text.answers();
        text.losses();
        StrategicText.write(summary.strategic(), text.page);
        text.sections();
        text.open();
        text.groups("DATA GRADE (A best)", summary.grades());
        text.topRisks();
        summary.input().write(text.page);
        return text.page.toString();
    }

    private void head() {
        RunCounts counts = summary.counts();
        String currency = summary.currency().isEmpty() ? "" : " | " + summary.currency();
        page.paragraph(
                "",
                "",
                "posture | as of " + summary.input().asOf() + " | run "
                        + summary.runId().substring(0, SHORT_RUN_ID) + currency);
        page.paragraph(
                "",
                "",
                Page.counted(counts.items(), "item") + ": " + counts.decided() + " decided, " + counts.undecided()
                        + " undecided, " + counts.failed() + " failed");
    }

    private void groups(String heading, List<Summary.Group> groups) {
        double value = summary.postures().stream()
                .mapToDouble(Summary.Group::annualValue)
                .sum();
        page.heading(heading);
        page.row("", "items", "share", "value a year", "share", "average stock");
        for (Summary.Group group : groups) {
            page.row(
                    group.name(),
                    Long.toString(group.items()),
                    Page.percent(
                            (double) group.items(), (double) summary.counts().items()),
                    Page.money(group.annualValue()),
                    Page.percent(group.annualValue(), value),
                    Page.money(group.stockValue()));
        }
    }

    private void leanRun() {
        Summary.Group lean = summary.leanRun();
        double items = summary.counts().items();
        double value = summary.postures().stream()
                .mapToDouble(Summary.Group::annualValue)
                .sum();
        page.paragraph(
                "",
                "  ",
                "Lean run (JIT, or a routine reorder point at LOW risk): " + Page.counted(lean.items(), "item") + ", "
                        + Page.percent((double) lean.items(), items) + " of items, "
                        + Page.percent(lean.annualValue(), value) + " of value");
    }

    private void methods() {
        if (!summary.methods().isEmpty()) {
            groups("SAFETY STOCK BY METHOD", summary.methods());
        }
    }

    private void history() {
        Summary.History history = summary.history();
        List<String> lines = new ArrayList<>();
        line(lines, history.disruptedDemand(), "with disrupted demand, kept apart from the stable stretches");
        line(lines, history.disruptedLeadTime(), "with disrupted lead times, kept apart likewise");
        line(lines, history.levelShifts(), "whose demand moved to a new level; only the new level counts");
        line(lines, history.suspectedShifts(), "whose demand may have moved to a new level: look at them");
        line(lines, history.censored(), "whose demand was hidden by stock-outs and is estimated");
        line(lines, history.trending(), "with a trend");
        line(lines, history.seasonal(), "with a season");
        if (!lines.isEmpty()) {
            page.heading("WHAT THE HISTORIES SHOW");
            lines.forEach(line -> page.paragraph("  ", "  ", line));
        }
    }

    private static void line(List<String> lines, long items, String what) {
        if (items > 0) {
            lines.add(Page.counted(items, "item") + " " + what);
        }
    }

    private void answers() {
        List<Summary.Answer> answers = summary.answers();
        if (answers.isEmpty()) {
            return;
        }
        long items = answers.stream().mapToLong(Summary.Answer::items).sum();
        page.heading("ANSWERS TO GET FIRST: " + Page.counted(items, "item") + " would run lean if they were known");
        for (Summary.Answer answer : answers.subList(0, Math.min(PLACES, answers.size()))) {
            page.paragraph(
                    "  ",
                    "  ",
                    answer.evidence() + ": " + Page.counted(answer.items(), "item") + ", would free "
                            + Page.money(answer.capitalFreed()));
        }
        page.paragraph("  ", "  ", "Item by item in " + RunFiles.LEAN_CANDIDATES + ".");
    }

    private void losses() {
        Summary.Losses losses = summary.losses();
        if (losses.known() == 0) {
            return;
        }
        page.heading("RISK PARETO");
        page.paragraph(
                "  ",
                "  ",
                Page.counted(losses.carrying(), "item") + " ("
                        + Page.percent((double) losses.carrying(), (double) losses.known())
                        + " of those with a known loss) carry 80 % of a loss of " + Page.money(losses.lossPerYear())
                        + " a year; the loss of " + Page.counted(losses.unknown(), "item") + " is not known.");
    }

    private void sections() {
        for (Summary.Section section : summary.sections()) {
            page.heading(section.heading());
            section.sentences().forEach(sentence -> page.paragraph("  ", "  ", sentence));
        }
    }

    private void segments() {
        Map<String, Long> items =
                summary.segments().stream().collect(Collectors.toMap(Summary.Group::name, Summary.Group::items));
        List<String> levels = levels();
        page.heading("SEGMENTS: items by value class and risk level");
        page.columns("", levels);
        for (String abc : List.of("A", "B", "C")) {
            page.columns(
                    abc,
                    levels.stream()
                            .map(level ->
                                    items.getOrDefault(abc + " " + level, 0L).toString())
                            .toList());
        }
    }

    /** The risk levels that occur; another risk scheme may have levels of its own. */
    private List<String> levels() {
        return summary.segments().stream()
                .map(group -> group.name().substring(group.name().indexOf(' ') + 1))
                .distinct()
                .toList();
    }

    private void sourcing() {
        groups("SOURCING", summary.sourcing());
        concentrations("plant");
        concentrations("country");
    }

    private void concentrations(String kind) {
        List<Summary.Concentration> all = summary.concentrations().stream()
                .filter(place -> place.kind().equals(kind))
                .toList();
        if (all.isEmpty()) {
            return;
        }
        long items = all.stream().mapToLong(Summary.Concentration::items).sum();
        page.paragraph(
                "  ",
                "  ",
                "Concentrated, not dual-sourced: " + Page.counted(items, "item") + " with several suppliers and one "
                        + kind + " behind them all.");
        for (Summary.Concentration place : all.subList(0, Math.min(PLACES, all.size()))) {
            page.paragraph(
                    "    ",
                    "  ",
                    "- " + place.place() + ": " + Page.counted(place.items(), "item") + ", up to " + place.suppliers()
                            + " suppliers, value " + Page.money(place.annualValue()) + " a year");
        }
        if (all.size() > PLACES) {
            page.paragraph(
                    "    ", "  ", "- and " + (all.size() - PLACES) + " more, see column sourcing of register.csv");
        }
    }

    private void topRisks() {
        if (summary.topRisks().isEmpty()) {
            page.heading("TOP ITEMS BY RISK: none, no item has a score of the step 'risk'");
            return;
        }
        page.heading("TOP " + summary.topRisks().size() + " ITEMS BY RISK");
        int rank = 1;
        for (Summary.TopRisk top : summary.topRisks()) {
            String posture = top.posture().isEmpty() ? "UNDECIDED" : top.posture() + ", " + top.policy();
            page.paragraph(
                    "",
                    "    ",
                    String.format(Locale.ROOT, "%d. %s | risk %.1f | %s", rank++, top.item(), top.risk(), posture));
            page.paragraph("    ", "", top.reason());
        }
    }

    private void open() {
        if (!summary.undecided().isEmpty()) {
            page.heading("UNDECIDED: for a person to review, never to be read as safe");
            List<Summary.Group> all = summary.undecided();
            for (Summary.Group group : all.subList(0, Math.min(GROUPS_SHOWN, all.size()))) {
                page.paragraph("  ", "  ", Page.counted(group.items(), "item") + " without " + group.name());
            }
            if (all.size() > GROUPS_SHOWN) {
                page.paragraph("  ", "  ", "and " + (all.size() - GROUPS_SHOWN) + " further gaps, see register.csv");
            }
        }
        if (!summary.failedSteps().isEmpty()) {
            page.heading("FAILED: a plugin threw an error on these items");
            for (Summary.Group group : summary.failedSteps()) {
                page.paragraph("  ", "  ", Page.counted(group.items(), "item") + " in step " + group.name());
            }
        }
    }
}
