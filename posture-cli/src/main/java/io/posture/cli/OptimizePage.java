package io.posture.cli;

import io.posture.analysis.budget.Basis;
import io.posture.analysis.budget.BudgetPlan;
import io.posture.analysis.budget.ExchangeCurve;
import io.posture.analysis.budget.Portfolio;
import io.posture.analysis.budget.PortfolioRisk;
import io.posture.io.run.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A shared-out budget as a page for people, at most 100 columns wide. */
final class OptimizePage {

    private static final int WIDTH = 100;
    private static final int NAME = 44;
    private static final double CENT = 0.005;

    private final Portfolio portfolio;
    private final String currency;
    private final int top;
    private final StringBuilder text = new StringBuilder();

    OptimizePage(Portfolio portfolio, String currency, int top) {
        this.portfolio = portfolio;
        this.currency = currency.isEmpty() ? "" : " " + currency;
        this.top = top;
    }

    String of(Optional<BudgetPlan> plan, Optional<ExchangeCurve> curve, Optional<PortfolioRisk> risk) {
        plan.ifPresent(this::plan);
        curve.filter(any -> !any.points().isEmpty()).ifPresent(this::curve);
        plan.ifPresent(this::items);
        risk.ifPresent(this::risk);
        fixed();
        return text.toString();
    }

    private boolean byLoss() {
        return portfolio.basis() == Basis.LOSS;
    }

    private void plan(BudgetPlan plan) {
        sentence("Budget " + money(plan.budget()) + currency + ": " + state(plan));
        if (!byLoss() && plan.state() != BudgetPlan.State.NOTHING_TO_SHARE) {
            sentence("Weighed by service: nobody says what a piece short costs, so that the value served from stock is"
                    + " largest. No loss is claimed.");
        }
        if (plan.state() == BudgetPlan.State.NOTHING_TO_SHARE) {
            return;
        }
        text.append('\n');
        line(String.format(Locale.ROOT, "  %-18s%s", "", head()));
        effect("without buffers", plan.none());
        effect("this budget", plan.plan());
        effect("as proposed", plan.proposed());
        text.append('\n');
        if (byLoss() && portfolio.disruptionsKnown() < portfolio.weighedItems()) {
            sentence("What disruptions cost is known of " + portfolio.disruptionsKnown() + " of "
                    + portfolio.weighedItems() + " items, and nothing is claimed of the others.");
        }
        if (plan.state() != BudgetPlan.State.BEYOND_NEED) {
            sentence(String.format(
                    Locale.ROOT,
                    "One more unit of money would avoid %.3g a year%s.",
                    plan.marginal(),
                    byLoss() ? "" : " of value that is not served"));
        }
        plan.aboveBound()
                .ifPresent(share -> sentence(String.format(
                        Locale.ROOT,
                        "In whole pieces; pieces cut at will could do better by %.2g %% at most, with this money.",
                        100 * share)));
    }

    private String state(BudgetPlan plan) {
        String committed =
                plan.committed() > CENT ? money(plan.committed()) + " of it stay in buffers that do not compete, " : "";
        return switch (plan.state()) {
            case NOTHING_TO_SHARE ->
                "there is nothing to share it out over: no item has a unit cost, a lot and a demand over the lead time"
                        + (byLoss() ? ", and a cost of a piece short." : ".");
            case ZERO ->
                "without money there is no buffer. Everything that the proposal avoids is given up"
                        + (plan.committed() > CENT
                                ? "; the " + money(plan.committed())
                                        + " in buffers that do not compete would have to be released as well."
                                : ".");
            case BELOW_COMMITTED ->
                "it does not even pay for the " + money(plan.committed() + plan.spent())
                        + " in buffers that do not compete; "
                        + money(plan.committed() + plan.spent() - plan.budget())
                        + " are missing, and nothing is left for the others.";
            case BINDING ->
                committed + money(plan.spent()) + " are shared out, " + money(plan.unspent())
                        + " are less than another piece that avoids anything.";
            case BEYOND_NEED ->
                committed + money(plan.spent())
                        + " are all that safety stocks can use, four deviations of every demand over the lead time, or as"
                        + " many pieces as make a slow item as safe"
                        + " (and stockpiles as far as they pay); "
                        + money(plan.unspent()) + " stay unspent.";
        };
    }

    private void effect(String label, Portfolio.Effect effect) {
        line(String.format(Locale.ROOT, "  %-18s%s", label, cells(effect)));
    }

    private String head() {
        return byLoss()
                ? String.format(Locale.ROOT, "%18s%16s%16s%12s", "capital", "routine loss", "disruptions", "from stock")
                : String.format(Locale.ROOT, "%18s%16s%12s", "capital", "not served", "from stock");
    }

    private String cells(Portfolio.Effect effect) {
        String open = byLoss()
                ? String.format(
                        Locale.ROOT,
                        "%16s%16s",
                        money(effect.routineLoss().orElse(0)),
                        effect.disruptionLoss().isPresent()
                                ? money(effect.disruptionLoss().getAsDouble())
                                : "unknown")
                : String.format(Locale.ROOT, "%16s", money(effect.valueShort()));
        return String.format(Locale.ROOT, "%18s%s%12s", money(effect.capital()), open, percent(effect.service()));
    }

    private void curve(ExchangeCurve curve) {
        heading("EXCHANGE CURVE: what money in buffers buys when it is shared out best");
        line("  " + head() + String.format(Locale.ROOT, "%10s", "marginal"));
        List<String> rows = new ArrayList<>();
        List<Double> capital = new ArrayList<>();
        for (ExchangeCurve.Point point : curve.points()) {
            capital.add(point.effect().capital());
            rows.add(cells(point.effect(), String.format(Locale.ROOT, "%.3g", point.marginal())));
        }
        for (ExchangeCurve.Place place : curve.places()) {
            for (Portfolio.Effect effect : place.effect()) {
                int at = 0;
                while (at < capital.size() && capital.get(at) <= effect.capital()) {
                    at++;
                }
                capital.add(at, effect.capital());
                rows.add(at, cells(effect, "") + "  " + here(place));
            }
        }
        rows.forEach(this::line);
        for (ExchangeCurve.Place place : curve.places()) {
            if (place.gap().orElse(0) > CENT) {
                sentence("  " + (place.mark() == ExchangeCurve.Mark.NOW ? "Today's" : "The proposed")
                        + " money, shared out best, would avoid another "
                        + money(place.gap().orElse(0)) + " a year.");
            }
            if (place.mark() == ExchangeCurve.Mark.NOW && place.items() < portfolio.weighedItems()) {
                sentence("  What is held today is known of " + place.items() + " of " + portfolio.weighedItems()
                        + " items" + (place.items() > 0 ? ", the proposal stands in for the others" : "")
                        + ": deliver item_locations.current_safety_stock.");
            }
        }
    }

    private String cells(Portfolio.Effect effect, String marginal) {
        return "  " + cells(effect) + String.format(Locale.ROOT, "%10s", marginal);
    }

    private static String here(ExchangeCurve.Place place) {
        return switch (place.mark()) {
            case NOW -> "<- you are here";
            case PROPOSED -> "<- proposed";
            case ECONOMIC -> "<- most that pays";
        };
    }

    private void items(BudgetPlan plan) {
        list(
                plan,
                "WHO GETS MOST",
                plan.lines().stream()
                        .filter(line -> line.capital() > CENT)
                        .sorted(Comparator.comparingDouble(BudgetPlan.Line::capital)
                                .reversed()
                                .thenComparing(BudgetPlan.Line::item))
                        .toList());
        list(
                plan,
                "WHAT IS GIVEN UP against the proposal",
                plan.lines().stream()
                        .filter(line -> line.givenUp() > CENT)
                        .sorted(Comparator.comparingDouble(BudgetPlan.Line::givenUp)
                                .reversed()
                                .thenComparing(BudgetPlan.Line::item))
                        .toList());
    }

    private void list(BudgetPlan plan, String title, List<BudgetPlan.Line> lines) {
        if (lines.isEmpty() || top == 0 || plan.state() == BudgetPlan.State.NOTHING_TO_SHARE) {
            return;
        }
        heading(title);
        line(String.format(
                Locale.ROOT,
                "  %-" + NAME + "s%12s%12s%14s%14s",
                "",
                "pieces",
                "proposed",
                "capital",
                title.startsWith("WHO") ? "avoids a year" : "lost a year"));
        for (BudgetPlan.Line line : lines.subList(0, Math.min(top, lines.size()))) {
            line(String.format(
                    Locale.ROOT,
                    "  %-" + NAME + "s%12s%12s%14s%14s",
                    name(line.item() + (line.vital() ? " (V)" : "")),
                    pieces(line.safetyStock() + line.strategicStock()),
                    pieces(line.proposedSafety() + line.proposedStrategic()),
                    money(line.capital()),
                    money(title.startsWith("WHO") ? line.avoided() : line.givenUp())));
        }
        if (lines.size() > top) {
            line("  and " + (lines.size() - top) + " more, see --out FILE or --json");
        }
    }

    private void risk(PortfolioRisk risk) {
        heading("LOSS OF A YEAR over " + risk.items() + " items and " + risk.events() + " sources that fail"
                + (risk.shared() == PortfolioRisk.Shared.NONE
                        ? ", each item on its own"
                        : ", shared by " + risk.shared().name().toLowerCase(Locale.ROOT)));
        if (risk.outcomes().isEmpty()) {
            sentence("  Not known of any item: that takes demand, unit cost, a decision, and how often supply fails.");
            return;
        }
        if (risk.basis() == Basis.SERVICE) {
            sentence(
                    "  Nobody says what a piece short costs: this is the unit cost of what is not delivered, and no loss is"
                            + " claimed.");
        }
        line(String.format(
                Locale.ROOT,
                "  %-10s%17s%17s%29s%17s%8s",
                "buffers",
                "mean",
                percentLevel(risk.level()) + " VaR",
                "CVaR (bad years)",
                "carrying",
                risk.basis() == Basis.LOSS ? "ROI" : ""));
        for (PortfolioRisk.Outcome outcome : risk.outcomes()) {
            line(String.format(
                    Locale.ROOT,
                    "  %-10s%17s%17s%29s%17s%8s",
                    switch (outcome.held()) {
                        case NOTHING -> "none";
                        case NOW -> "today";
                        case PROPOSED -> "proposed";
                    },
                    money(outcome.loss().mean()),
                    money(outcome.loss().var()),
                    money(outcome.loss().cvar()) + " +-"
                            + money(1.96 * outcome.loss().cvarError()),
                    money(outcome.carrying()),
                    outcome.roi().roi().isPresent()
                            ? String.format(
                                    Locale.ROOT, "%.2f", outcome.roi().roi().getAsDouble())
                            : ""));
        }
        sentence("  "
                + String.format(
                        Locale.ROOT,
                        "%,d years, seed %d",
                        risk.outcomes().get(0).loss().years(),
                        risk.seed())
                + "; decide by CVaR, the mean of the worst "
                + percentLevel(1 - risk.level())
                + " of the years."
                + (risk.basis() == Basis.LOSS
                        ? " ROI: loss avoided, also of routine shortage, less carrying cost, over carrying cost."
                        : ""));
        if (risk.withoutSource() > 0) {
            sentence("  " + risk.withoutSource()
                    + " items without a known supplier fail each on its own: what they share is"
                    + " not known, and bad years may be worse.");
        }
        if (risk.unknown() > 0) {
            sentence("  " + risk.unknown() + " items are left out, nothing is claimed of them.");
        }
        sources(risk);
    }

    private void sources(PortfolioRisk risk) {
        if (top == 0) {
            return;
        }
        heading("WHAT FAILS, by expected loss with the proposed buffers");
        line(String.format(
                Locale.ROOT,
                "  %-" + NAME + "s%8s%16s%16s%14s",
                "",
                "items",
                "loss a year",
                "bought a year",
                risk.basis() == Basis.LOSS ? "2nd source <" : ""));
        for (PortfolioRisk.Source source :
                risk.sources().subList(0, Math.min(top, risk.sources().size()))) {
            line(String.format(
                    Locale.ROOT,
                    "  %-" + NAME + "s%8d%16s%16s%14s",
                    name(source.name()),
                    source.items(),
                    money(source.expectedLoss()),
                    money(source.bought()),
                    source.premium().isPresent()
                            ? String.format(
                                    Locale.ROOT,
                                    "+%.2f %%",
                                    100 * source.premium().getAsDouble())
                            : ""));
        }
        if (risk.basis() == Basis.LOSS) {
            sentence(
                    "  2nd source: what half of the pieces may cost more from somebody else, as an insurance against half"
                            + " of the loss.");
        }
    }

    private void fixed() {
        if (portfolio.fixedItems().isEmpty() && portfolio.openStockpiles().isEmpty()) {
            return;
        }
        heading("NOT WEIGHED");
        portfolio
                .openStockpiles()
                .forEach((state, count) -> sentence("  " + count + (count == 1 ? " item" : " items")
                        + " should hold a stockpile that has no size (" + state + "), counted without it."));
        portfolio.fixedItems().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> sentence("  " + entry.getValue() + (entry.getValue() == 1 ? " item " : " items ")
                        + entry.getKey().words() + "."));
    }

    private void heading(String heading) {
        text.append('\n');
        line(heading);
    }

    private void sentence(String sentence) {
        String indent = sentence.startsWith("  ") ? "  " : "";
        PlainText.wrap(sentence.strip(), WIDTH - indent.length(), indent)
                .forEach(part -> text.append(indent).append(part).append('\n'));
    }

    private void line(String line) {
        text.append(PlainText.of(line).stripTrailing()).append('\n');
    }

    private static String name(String name) {
        String plain = PlainText.of(name);
        return plain.length() <= NAME - 1 ? plain : plain.substring(0, NAME - 4) + "...";
    }

    private static String money(double value) {
        double shown = Math.abs(value) < CENT ? 0 : value;
        return String.format(Locale.ROOT, Math.abs(shown) < 1000 && shown != 0 ? "%,.2f" : "%,.0f", shown);
    }

    private static String pieces(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    private static String percent(OptionalDouble share) {
        return share.isPresent() ? String.format(Locale.ROOT, "%.2f %%", 100 * share.getAsDouble()) : "";
    }

    private static String percentLevel(double share) {
        return String.format(Locale.ROOT, "%.3g %%", 100 * share)
                .replace(".00 ", " ")
                .replace(".0 ", " ");
    }
}
