package io.posture.cli;

import io.posture.analysis.budget.Basis;
import io.posture.analysis.budget.BudgetPlan;
import io.posture.analysis.budget.BudgetTables;
import io.posture.analysis.budget.ExchangeCurve;
import io.posture.analysis.budget.Portfolio;
import io.posture.analysis.budget.PortfolioRisk;
import io.posture.io.run.ItemEconomics;
import io.posture.io.run.RunEconomics;
import io.posture.io.run.RunFiles;
import io.posture.io.run.RunManifest;
import io.posture.io.run.Verification;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Buffers under a limit of capital, and the loss of a year over all items. */
@Command(
        name = "optimize",
        description = {
            "Shares a budget out over the buffers of a run: every unit of money goes where it avoids most. Shows which items"
                    + " get what, what is given up, what another unit of money would avoid, and where the company is on"
                    + " the exchange curve. Changes nothing.",
            "",
            "With --risk it simulates years in which a supplier or a region fails with all its items, and shows what a bad"
                    + " year costs without buffers, with those of today and with those proposed."
        },
        footer = {
            "",
            "Example:",
            "  posture optimize --budget 250000",
            "  posture optimize --budget \"250000 EUR\" --out plan.csv",
            "  posture optimize --risk --shared-by region"
        })
final class OptimizeCommand implements Callable<Integer> {

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final RunOption run = new RunOption();

    @Option(
            names = "--budget",
            paramLabel = "MONEY",
            converter = ToMoney.class,
            description = "money for all buffers together, at unit cost, for example 250000 or \"250000 EUR\"")
    private Optional<Money> budget = Optional.empty();

    @Option(
            names = "--by",
            paramLabel = "loss|service",
            converter = ToBasis.class,
            description =
                    "weigh items by what a piece short costs, or by the value that is delivered from stock; default:"
                            + " by loss if what a piece short costs is known of any item")
    private Optional<Basis> basis = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "where the plan goes, item by item; its ending says in which format: csv, or one that is installed")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "10",
            description = "items and suppliers to show, default: ${DEFAULT-VALUE}")
    private int top;

    @Option(names = "--risk", description = "simulate the loss of a year over all items")
    private boolean risk;

    @Option(
            names = "--shared-by",
            paramLabel = "none|supplier|region",
            converter = ToShared.class,
            defaultValue = "supplier",
            description = "what fails with all its items at once, default: ${DEFAULT-VALUE}")
    private PortfolioRisk.Shared shared = PortfolioRisk.Shared.SUPPLIER;

    @Option(
            names = "--level",
            paramLabel = "SHARE",
            defaultValue = "0.95",
            description = "level of value at risk, default: ${DEFAULT-VALUE}, one bad year in twenty")
    private double level;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "seed of the years, default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--years",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "years to simulate; default: from 10,000 up to 200,000, until the mean of the bad years is sure to"
                            + " 2 %%")
    private long years;

    OptimizeCommand() {}

    /**
     * Money as it was written.
     *
     * @param amount at least 0
     * @param currency ISO 4217; empty if it was not said
     */
    record Money(BigDecimal amount, String currency) {}

    /** Money, as an argument. */
    static final class ToMoney implements ITypeConverter<Money> {

        private static final Pattern MONEY = Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,4})?) ?([A-Za-z]{3})?");

        ToMoney() {}

        @Override
        public Money convert(String text) {
            Matcher money = MONEY.matcher(text.strip());
            if (!money.matches()) {
                throw new TypeConversionException("'" + text + "' is no amount of money of at least 0. Write it without"
                        + " separators of thousands and with a decimal point: 250000, 1250.50 or \"250000 EUR\"");
            }
            String currency = money.group(2) == null ? "" : money.group(2).toUpperCase(Locale.ROOT);
            return new Money(new BigDecimal(money.group(1)), currency);
        }
    }

    /** What money is weighed by, as an argument. */
    static final class ToBasis implements ITypeConverter<Basis> {

        ToBasis() {}

        @Override
        public Basis convert(String text) {
            return chosen(Basis.values(), text);
        }
    }

    /** What fails as one, as an argument. */
    static final class ToShared implements ITypeConverter<PortfolioRisk.Shared> {

        ToShared() {}

        @Override
        public PortfolioRisk.Shared convert(String text) {
            return chosen(PortfolioRisk.Shared.values(), text);
        }
    }

    private static <E extends Enum<E>> E chosen(E[] values, String text) {
        for (E value : values) {
            if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
                return value;
            }
        }
        String names = String.join(
                ", ",
                List.of(values).stream()
                        .map(value -> value.name().toLowerCase(Locale.ROOT))
                        .toList());
        throw new TypeConversionException("'" + text + "' is none of " + names);
    }

    @Override
    public Integer call() {
        Console console = common.console();
        refuseArguments();
        Optional<ResultFile> file = out.map(ResultFile::named);
        Path folder = run.run("optimize", console).path();
        RunManifest manifest = run.manifest("optimize");
        String currency = currency(manifest);
        refuseChanged(folder);
        List<ItemEconomics> items = RunEconomics.read(folder);
        Portfolio portfolio = basis.isPresent() ? Portfolio.of(items, basis.get()) : Portfolio.of(items);
        Optional<BudgetPlan> plan =
                budget.map(money -> BudgetPlan.of(portfolio, money.amount().doubleValue()));
        Optional<ExchangeCurve> curve = plan.map(any -> ExchangeCurve.of(portfolio));
        Optional<PortfolioRisk> years = risk
                ? Optional.of(PortfolioRisk.of(portfolio, new PortfolioRisk.Settings(shared, level, seed, this.years)))
                : Optional.empty();
        file.ifPresent(to -> plan.ifPresent(
                shared -> to.write("budget-plan", BudgetTables.PLAN, table -> BudgetTables.write(shared, table))));
        console.result(
                common.json()
                        ? OptimizeDocument.of(manifest, portfolio, plan, curve, years)
                        : new OptimizePage(portfolio, currency, top).of(plan, curve, years));
        file.ifPresent(written -> console.note("Plan, item by item: " + written.path()));
        boolean shared = plan.isPresent() && plan.get().state() != BudgetPlan.State.NOTHING_TO_SHARE;
        boolean simulated = years.isPresent() && !years.get().outcomes().isEmpty();
        return shared || simulated ? ExitCode.DONE : ExitCode.INPUT_UNUSABLE;
    }

    private void refuseArguments() {
        if (budget.isEmpty() && !risk) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "nothing to do: give a budget, for example posture optimize --budget 250000, or ask for --risk");
        }
        if (out.isPresent() && budget.isEmpty()) {
            throw new CommandException(ExitCode.USAGE, "--out takes the plan of a --budget, and none was given");
        }
        if (!(level > 0 && level < 1)) {
            throw new CommandException(ExitCode.USAGE, "--level is between 0 and 1, and was " + level);
        }
        if (years != 0 && years < 2) {
            throw new CommandException(
                    ExitCode.USAGE, "--years is at least 2, better 10000, or 0 for as many as needed; was " + years);
        }
        if (top < 0) {
            throw new CommandException(ExitCode.USAGE, "--top is at least 0, and was " + top);
        }
    }

    /** Figures that somebody has changed after the run are no figures of the run. */
    private static void refuseChanged(Path run) {
        List<String> problems = Verification.of(run, RunFiles.PROPOSALS);
        if (!problems.isEmpty()) {
            List<String> lines = new ArrayList<>();
            lines.add("the figures in " + run + " are not those of its run:");
            problems.forEach(problem -> lines.add("  " + problem));
            lines.add("Decide again: posture assess. What else was changed says: posture verify " + run);
            throw new CommandException(ExitCode.USAGE, lines);
        }
    }

    /** Currency of the run; a budget in another one is refused. */
    private String currency(RunManifest manifest) {
        String own = manifest.currency().orElse("");
        String asked = budget.map(Money::currency).orElse("");
        if (!asked.isEmpty() && !asked.equals(own)) {
            throw new CommandException(
                    ExitCode.USAGE,
                    own.isEmpty()
                            ? "the budget is in " + asked
                                    + ", and the run does not say in which currency its costs are."
                                    + " Maybe set currency: " + asked
                                    + " in the policy and decide again: posture assess"
                            : "the budget is in " + asked + ", and the run in " + own
                                    + ". Give it in " + own + ": posture optimize --budget \""
                                    + budget.orElseThrow().amount().toPlainString() + " " + own
                                    + "\" if it is that much");
        }
        return own;
    }
}
