package io.posture.analysis.review;

import io.posture.analysis.budget.Basis;
import io.posture.analysis.budget.Portfolio;
import io.posture.analysis.budget.PortfolioRisk;
import io.posture.api.DisruptionLog;
import io.posture.api.ItemProfile;
import io.posture.api.Outcome;
import io.posture.api.SupplySignals;
import io.posture.io.ItemLocation;
import io.posture.io.policy.ReviewPolicy;
import io.posture.io.run.ItemEconomics;
import io.posture.io.run.KeyFigureFile;
import io.posture.io.run.RunCompanion;
import io.posture.io.run.RunFacts;
import io.posture.io.run.RunFiles;
import io.posture.io.run.Summary;
import io.posture.review.KeyFigure;
import io.posture.review.Scorecard;
import io.posture.review.ScorecardInputs;
import io.posture.review.ScorecardInputs.ItemBuffer;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Counts the key figures of a run and writes them to {@link RunFiles#KEY_FIGURES}. Trends look back to the run of an earlier
 * day, so that a rerun of the same day says the same.
 */
public final class RunKeyFigures implements RunCompanion {

    private static final String SUPPLIER_OTIF = "supplier_otif";
    private static final long YEARS = 10_000;
    private static final double WORST = 0.95;
    private static final Map<String, String> FORMULAS = Map.ofEntries(
            Map.entry("turns", "kpi.financial.1: issues of 365 days at cost / stock at cost"),
            Map.entry("dio", "kpi.financial.1: 365 * stock at cost / issues of 365 days at cost"),
            Map.entry("gmroi", "kpi.financial.1: margin of the issues of 365 days / stock at cost"),
            Map.entry("stockpile_value", "strategic stock at cost"),
            Map.entry("unit_fill", "kpi.fill.1: pieces delivered by the day asked for / pieces ordered"),
            Map.entry("line_fill", "kpi.fill.1: lines complete by the day asked for / lines"),
            Map.entry("order_fill", "kpi.fill.1: orders with all lines so / orders"),
            Map.entry(
                    "perfect_order",
                    "kpi.perfectOrder.1: orders complete, on time, undamaged and with right documents / orders"),
            Map.entry("perfect_order_if_independent", "kpi.perfectOrder.1: product of the four rates"),
            Map.entry(SUPPLIER_OTIF, "supply.otif.1: lines complete by their first promise / lines due"),
            Map.entry("mttr_closed", "kpi.mttr.1: days of closed recoveries / their number"),
            Map.entry("mttr_with_open", "kpi.mttr.1: days of closed recoveries and ages of open ones / closed ones"),
            Map.entry("over_insured", "kpi.insurance.1: sum of (buffer - optimum) * cost where above"),
            Map.entry("under_insured", "kpi.insurance.1: sum of (optimum - buffer) * cost where below"),
            Map.entry("insurance_coverage", "kpi.insurance.1: sum of min(buffer, optimum) / sum of optimum, at cost"),
            Map.entry(
                    "strategic_over_insured",
                    "kpi.insurance.1: sum of (strategic stock - best cover) * cost where above"),
            Map.entry(
                    "strategic_under_insured",
                    "kpi.insurance.1: sum of (best cover - strategic stock) * cost where below"),
            Map.entry(
                    "strategic_insurance_coverage",
                    "kpi.insurance.1: sum of min(strategic stock, best cover) / sum of best cover, at cost"),
            Map.entry("buffer_cover", "buffers at cost / demand a day at cost"),
            Map.entry("cvar_95", "econ.varCvar.1: mean loss of the worst 5 % of years"));

    private final RunFacts facts;
    private final Optional<KeyFigureFile> before;
    private final List<ItemBuffer> buffers = new ArrayList<>();
    private final List<ItemBuffer> stockpiles = new ArrayList<>();
    private final List<ItemEconomics> economics = new ArrayList<>();
    private Optional<DisruptionLog> log = Optional.empty();
    private double stock;
    private double stockpile;
    private int stockpiled;
    private double cogs;
    private double margin;
    private double marginStock;
    private int margined;
    private boolean marginKnown;
    private int valued;
    private int items;
    private int due;
    private int onTimeInFull;
    private int unpromised;

    /**
     * Figures of a run.
     *
     * @param facts what the run is made of
     * @param before key figures of the run before; empty if there is none
     */
    public RunKeyFigures(RunFacts facts, Optional<KeyFigureFile> before) {
        this.facts = facts;
        this.before = before;
    }

    @Override
    public void accept(Outcome outcome) {
        items++;
        ItemProfile profile = profile(outcome);
        money(profile);
        SupplySignals signals = profile.supply().signals();
        signals.firstPromise().ifPresent(promise -> {
            due += promise.due();
            onTimeInFull += promise.hits();
        });
        unpromised += signals.unpromisedLines();
        if (log.isEmpty()) {
            log = Optional.of(profile.supply().disruptions());
        }
        OptionalDouble cost = profile.item().unitCost();
        OptionalDouble perDay =
                profile.demand().hasRate() ? OptionalDouble.of(profile.demand().meanPerDay()) : OptionalDouble.empty();
        ItemLocation today = facts.imported().locations().of(outcome.id());
        OptionalDouble optimum = outcome instanceof Outcome.Decided decided
                ? OptionalDouble.of(decided.decision().safetyStock().value())
                : OptionalDouble.empty();
        buffers.add(new ItemBuffer(today.safetyStock(), optimum, cost, perDay));
        OptionalDouble strategic = profile.stock().strategicKnown()
                ? OptionalDouble.of(profile.stock().strategicPieces())
                : OptionalDouble.empty();
        stockpiles.add(new ItemBuffer(strategic, BestCover.pieces(outcome), cost, perDay));
    }

    @Override
    public void add(ItemEconomics item) {
        economics.add(item);
    }

    static ItemProfile profile(Outcome outcome) {
        if (outcome instanceof Outcome.Decided decided) {
            return decided.item().profile();
        }
        return outcome instanceof Outcome.Undecided undecided
                ? undecided.item().profile()
                : ((Outcome.Failed) outcome).profile();
    }

    /** An item counts if its stock and its cost are known; one without issues counts with its stock alone. */
    private void money(ItemProfile profile) {
        OptionalDouble cost = profile.item().unitCost();
        OptionalDouble usable = profile.stock().usablePieces();
        if (cost.isEmpty() || usable.isEmpty()) {
            return;
        }
        valued++;
        double strategic = Math.min(usable.getAsDouble(), profile.stock().strategicPieces());
        stock += cost.getAsDouble() * (usable.getAsDouble() - strategic);
        stockpile += cost.getAsDouble() * strategic;
        double issues = profile.demand().annualIssues();
        cogs += cost.getAsDouble() * issues;
        OptionalDouble unitMargin = profile.item().unitMargin();
        if (profile.stock().strategicKnown()) {
            stockpiled++;
        }
        if (unitMargin.isPresent() || issues == 0) {
            margin += issues * unitMargin.orElse(0);
            marginStock += cost.getAsDouble() * (usable.getAsDouble() - strategic);
            margined++;
        }
        marginKnown |= unitMargin.isPresent();
    }

    @Override
    public void finish(Place run) throws IOException {
        LocalDate asOf = facts.imported().population().asOf();
        KeyFigureFile file = new KeyFigureFile(run.runId(), asOf, earlier(), rows());
        try (Writer target = run.open(RunFiles.KEY_FIGURES)) {
            file.write(target);
        }
        run.section(new Summary.Section(
                "key_figures", "KEY FIGURES (" + RunFiles.KEY_FIGURES + ")", lines(file), Map.of()));
    }

    /** The key figures so far. */
    Scorecard scorecard() {
        CustomerService service = new CustomerService(
                facts.imported().records().deliveries(),
                facts.imported().population().asOf());
        Optional<ScorecardInputs.Money> money = valued == 0
                ? Optional.empty()
                : Optional.of(new ScorecardInputs.Money(
                        cogs,
                        stock,
                        new ScorecardInputs.Stockpile(stockpile, stockpiled),
                        marginKnown
                                ? Optional.of(new ScorecardInputs.Margin(margin, marginStock, margined))
                                : Optional.empty(),
                        true,
                        valued,
                        items));
        return Scorecard.of(new ScorecardInputs(
                service.lines(),
                service.orders(),
                money,
                due == 0 ? Optional.empty() : Optional.of(new ScorecardInputs.Otif(onTimeInFull, due, unpromised)),
                recoveries(),
                buffers,
                stockpiles,
                tail()));
    }

    /** Disruptions of own sources; empty if nobody keeps a log of them. */
    private Optional<ScorecardInputs.Disruptions> recoveries() {
        return log.filter(kept -> kept.sourceYears() > 0 || kept.events() > 0)
                .map(kept -> new ScorecardInputs.Disruptions(
                        kept.lengths().closedDays(), kept.lengths().openDays()));
    }

    /** The mean of the worst years, simulated with what is held today, or where nobody says that, as proposed. */
    private ScorecardInputs.Tail tail() {
        PortfolioRisk risk = PortfolioRisk.of(
                Portfolio.of(economics),
                new PortfolioRisk.Settings(PortfolioRisk.Shared.SUPPLIER, WORST, facts.seed(), YEARS));
        Optional<PortfolioRisk.Outcome> outcome = risk.basis() == Basis.LOSS
                ? risk.outcomes().stream()
                        .filter(with -> with.held() != PortfolioRisk.Held.NOTHING)
                        .findFirst()
                : Optional.empty();
        if (outcome.isEmpty()) {
            return new ScorecardInputs.Tail(
                    OptionalDouble.empty(),
                    0,
                    items,
                    "no loss to simulate: nobody says what a piece short costs. Fill in items.stockout_cost_per_unit,"
                            + " items.stockout_cost_per_day, items.unit_margin or the table stockout_costs.");
        }
        boolean now = outcome.get().held() == PortfolioRisk.Held.NOW;
        return new ScorecardInputs.Tail(
                OptionalDouble.of(outcome.get().loss().cvar()),
                risk.items(),
                items,
                String.format(
                        Locale.ROOT,
                        "disruptions only, without routine loss; %,d simulated years with %s",
                        YEARS,
                        now ? "what is held today" : "the proposed buffers: nobody says what is held today"));
    }

    private Optional<KeyFigureFile.Earlier> earlier() {
        return facts.earlier().map(run -> new KeyFigureFile.Earlier(run.runId(), run.asOf()));
    }

    /** The value of a figure in the run of an earlier day. */
    private OptionalDouble previous(String name) {
        if (before.isEmpty() || earlier().isEmpty()) {
            return OptionalDouble.empty();
        }
        KeyFigureFile file = before.get();
        if (file.runId().equals(earlier().get().runId())) {
            return file.value(name);
        }
        return earlier().equals(file.earlier())
                ? file.find(name).map(KeyFigureFile.Row::previous).orElse(OptionalDouble.empty())
                : OptionalDouble.empty();
    }

    private List<KeyFigureFile.Row> rows() {
        return scorecard().figures().stream()
                .map(RunKeyFigures::noted)
                .map(figure -> new KeyFigureFile.Row(
                        figure.name(),
                        figure.value(),
                        figure.unit(),
                        FORMULAS.getOrDefault(figure.name(), ""),
                        figure.numerator(),
                        figure.denominator(),
                        figure.observations(),
                        figure.coverage(),
                        figure.status().code(),
                        target(figure.name()),
                        previous(figure.name()),
                        figure.note()))
                .toList();
    }

    private static KeyFigure noted(KeyFigure figure) {
        boolean known = figure.value().isPresent();
        if (known && (figure.name().equals("turns") || figure.name().equals("dio"))) {
            return figure.withNote("one count of the stock stands in for its average, demand at cost for sales");
        }
        return figure;
    }

    private OptionalDouble target(String name) {
        ReviewPolicy review = facts.policy().review();
        Double target = review.targets().get(name);
        if (target != null) {
            return OptionalDouble.of(target);
        }
        return name.equals(SUPPLIER_OTIF) ? OptionalDouble.of(review.otifTarget()) : OptionalDouble.empty();
    }

    private static List<String> lines(KeyFigureFile file) {
        List<String> lines = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (KeyFigureFile.Row row : file.figures()) {
            if (row.value().isEmpty()) {
                missing.add(row.name());
                continue;
            }
            StringBuilder line = new StringBuilder(String.format(
                    Locale.ROOT,
                    "%s %s %s, %s of %,d",
                    row.name(),
                    shown(row.value().getAsDouble(), row.unit()),
                    row.unit().equals("share") ? "" : row.unit(),
                    row.status(),
                    row.observations()));
            row.target().ifPresent(target -> line.append(", target ").append(shown(target, row.unit())));
            row.previous().ifPresent(earlier -> line.append(", was ").append(shown(earlier, row.unit())));
            lines.add(line.toString().replace(" ,", ","));
        }
        if (!missing.isEmpty()) {
            lines.add("not available: " + String.join(", ", missing) + "; " + RunFiles.KEY_FIGURES
                    + " says what each of them lacks");
        }
        return lines;
    }

    private static String shown(double value, String unit) {
        return unit.equals("share")
                ? String.format(Locale.ROOT, "%.1f %%", 100 * value)
                : String.format(Locale.ROOT, Math.abs(value) >= 1000 ? "%,.0f" : "%.2f", value);
    }
}
