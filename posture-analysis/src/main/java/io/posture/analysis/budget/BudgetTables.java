package io.posture.analysis.budget;

import io.posture.api.ItemId;
import io.posture.io.run.NumberText;
import io.posture.io.sink.OutputColumn;
import io.posture.io.sink.OutputTable;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Budgets as tables. Money is written to the cent, so that what is read adds up. */
public final class BudgetTables {

    /** Columns of funding.csv. */
    public static final List<OutputColumn> FUNDING = List.of(
            number("rank"),
            text("kind"),
            text("buffer"),
            text("item_id"),
            text("location_id"),
            number("from_qty"),
            number("to_qty"),
            number("unit_cost"),
            number("cash"),
            number("cumulated_net_cash"),
            flag("funded"),
            number("avoided_yr"),
            number("frees_in_days"),
            flag("by_person"),
            text("partners"));

    /** Columns of exchange.csv. */
    public static final List<OutputColumn> EXCHANGE = List.of(
            text("point"),
            text("basis"),
            number("capital"),
            number("committed"),
            number("expected_loss_yr"),
            number("routine_loss_yr"),
            number("disruption_loss_yr"),
            number("value_short_yr"),
            number("service"),
            number("marginal"),
            number("gap_yr"),
            number("items"),
            number("known_items"));

    /** Columns of over-insured.csv. */
    public static final List<OutputColumn> OVER_INSURED = List.of(
            number("rank"),
            text("item_id"),
            text("location_id"),
            text("stock"),
            text("verdict"),
            number("held_qty"),
            number("needed_qty"),
            number("excess_value"),
            number("carrying_yr"),
            number("avoided_yr"),
            number("insurance_ratio"),
            number("last_piece_cost_yr"),
            number("last_piece_benefit_yr"),
            flag("by_person"));

    /** Columns of a plan. */
    public static final List<OutputColumn> PLAN = List.of(
            text("item_id"),
            text("location_id"),
            number("unit_cost"),
            number("safety_stock"),
            number("strategic_stock"),
            number("proposed_safety_stock"),
            number("proposed_strategic_stock"),
            number("capital"),
            number("proposed_capital"),
            number("avoided_yr"),
            number("given_up_yr"),
            number("marginal"),
            flag("by_person"));

    private static final double CENTS = 100;

    private BudgetTables() {}

    /** Writes the rows of funding.csv. */
    public static void write(Funding funding, OutputTable table) throws IOException {
        int rank = 0;
        for (Funding.Line line : funding.lines()) {
            rank++;
            table.row(List.of(
                    Integer.toString(rank),
                    line.kind().name(),
                    line.buffer().name(),
                    line.item().sku(),
                    line.item().site(),
                    NumberText.of(line.from()),
                    NumberText.of(line.to()),
                    NumberText.of(line.unitCost()),
                    cents(line.cash()),
                    cents(line.cumulated()),
                    Boolean.toString(line.funded()),
                    cents(line.avoided()),
                    NumberText.of(line.days()),
                    Boolean.toString(line.vital()),
                    line.partners().stream().map(ItemId::toString).collect(Collectors.joining(";"))));
        }
    }

    /** Writes the rows of exchange.csv: the curve, then the marks. */
    public static void write(ExchangeCurve curve, Portfolio portfolio, OutputTable table) throws IOException {
        String items = Integer.toString(portfolio.weighedItems());
        for (ExchangeCurve.Point point : curve.points()) {
            row(
                    table,
                    portfolio,
                    "CURVE",
                    List.of(point.effect()),
                    OptionalDouble.of(point.marginal()),
                    OptionalDouble.empty(),
                    items);
        }
        for (ExchangeCurve.Place place : curve.places()) {
            row(
                    table,
                    portfolio,
                    place.mark().name(),
                    place.effect(),
                    OptionalDouble.empty(),
                    place.gap(),
                    Integer.toString(place.items()));
        }
    }

    private static void row(
            OutputTable table,
            Portfolio portfolio,
            String point,
            List<Portfolio.Effect> effects,
            OptionalDouble marginal,
            OptionalDouble gap,
            String known)
            throws IOException {
        boolean empty = effects.isEmpty();
        table.row(List.of(
                point,
                portfolio.basis().name(),
                empty ? "" : cents(effects.get(0).capital()),
                cents(portfolio.committed()),
                empty ? "" : cents(effects.get(0).loss()),
                empty ? "" : cents(effects.get(0).routineLoss()),
                empty ? "" : cents(effects.get(0).disruptionLoss()),
                empty ? "" : cents(effects.get(0).valueShort()),
                empty ? "" : NumberText.of(effects.get(0).service()),
                NumberText.of(marginal),
                cents(gap),
                Integer.toString(portfolio.weighedItems()),
                known));
    }

    /** Writes the rows of over-insured.csv. */
    public static void write(List<OverInsured.Line> lines, OutputTable table) throws IOException {
        int rank = 0;
        for (OverInsured.Line line : lines) {
            rank++;
            table.row(List.of(
                    Integer.toString(rank),
                    line.item().sku(),
                    line.item().site(),
                    line.kind().name(),
                    line.verdict().name(),
                    NumberText.of(line.held()),
                    NumberText.of(line.needed()),
                    cents(line.excess()),
                    cents(line.carrying()),
                    cents(line.avoided()),
                    NumberText.of(line.ratio()),
                    NumberText.of(line.lastCost()),
                    NumberText.of(line.lastBenefit()),
                    Boolean.toString(line.byPerson())));
        }
    }

    /** Writes the items of a plan. */
    public static void write(BudgetPlan plan, OutputTable table) throws IOException {
        for (BudgetPlan.Line line : plan.lines()) {
            table.row(List.of(
                    line.item().sku(),
                    line.item().site(),
                    NumberText.of(line.unitCost()),
                    NumberText.of(line.safetyStock()),
                    NumberText.of(line.strategicStock()),
                    NumberText.of(line.proposedSafety()),
                    NumberText.of(line.proposedStrategic()),
                    cents(line.capital()),
                    cents(line.capital() + line.cut()),
                    cents(line.avoided()),
                    cents(line.givenUp()),
                    NumberText.of(line.next()),
                    Boolean.toString(line.vital())));
        }
    }

    private static String cents(double money) {
        return Math.abs(money) < 1e13 ? NumberText.of(Math.rint(money * CENTS) / CENTS) : NumberText.of(money);
    }

    private static String cents(OptionalDouble money) {
        return money.isPresent() ? cents(money.getAsDouble()) : "";
    }

    private static OutputColumn number(String name) {
        return new OutputColumn(name, OutputColumn.Kind.NUMBER);
    }

    private static OutputColumn text(String name) {
        return new OutputColumn(name, OutputColumn.Kind.TEXT);
    }

    private static OutputColumn flag(String name) {
        return new OutputColumn(name, OutputColumn.Kind.FLAG);
    }
}
