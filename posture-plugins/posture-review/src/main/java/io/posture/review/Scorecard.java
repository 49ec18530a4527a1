package io.posture.review;

import io.posture.review.KeyFigure.Counted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The key figures of a run, each with its denominator. Leanness and service stand side by side, so that neither is bought
 * with the other unseen; the stockpile is outside turns and days in inventory, or they would punish the decision.
 *
 * @param figures in a fixed order
 */
public record Scorecard(List<KeyFigure> figures) {

    private static final String SHARE = "share";
    private static final String DAYS = "days";
    private static final String MONEY = "money";
    private static final String NO_ORDERS = "no customers' orders. Fill in order_lines.";
    private static final double YEAR_DAYS = 365;

    /** Copies. */
    public Scorecard {
        figures = List.copyOf(figures);
    }

    /** The scorecard of what is known. */
    public static Scorecard of(ScorecardInputs inputs) {
        List<KeyFigure> figures = new ArrayList<>();
        money(inputs, figures);
        fill(inputs, figures);
        perfectOrder(inputs, figures);
        figures.add(inputs.otif()
                .map(otif -> KeyFigure.quotient(
                        "supplier_otif",
                        SHARE,
                        1,
                        otif.onTimeInFull(),
                        otif.due(),
                        new Counted(otif.due(), otif.due() + otif.excluded(), false)))
                .orElseGet(() -> KeyFigure.missing("supplier_otif", SHARE, "no lines were due. Fill in receipts.")));
        recovery(inputs, figures);
        insurance(inputs, figures);
        figures.add(
                inputs.cvar().isPresent()
                        ? KeyFigure.number(
                                "cvar_95", "money/year", inputs.cvar().getAsDouble(), new Counted(1, 1, true))
                        : KeyFigure.missing("cvar_95", "money/year", "the loss of the worst years was not simulated"));
        return new Scorecard(figures);
    }

    /**
     * A figure.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public KeyFigure figure(String name) {
        return figures.stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no key figure '" + name + "'. Available: "
                        + figures.stream().map(KeyFigure::name).toList()));
    }

    private static void money(ScorecardInputs inputs, List<KeyFigure> figures) {
        if (inputs.money().isEmpty()) {
            String remedy = "neither stock nor sales in money. Fill in stock and items.unit_cost.";
            figures.add(KeyFigure.missing("turns", "per year", remedy));
            figures.add(KeyFigure.missing("dio", DAYS, remedy));
            figures.add(KeyFigure.missing("gmroi", "money/year per money", remedy));
            figures.add(KeyFigure.missing("stockpile_value", MONEY, remedy));
            return;
        }
        ScorecardInputs.Money money = inputs.money().get();
        Counted one = new Counted(money.items(), money.allItems(), money.estimated());
        double stock = money.averageInventory();
        figures.add(KeyFigure.quotient("turns", "per year", 1, money.annualCogs(), stock, one));
        figures.add(KeyFigure.quotient("dio", DAYS, YEAR_DAYS, stock, money.annualCogs(), one));
        figures.add(
                money.grossMargin().isPresent()
                        ? KeyFigure.quotient(
                                "gmroi",
                                "money/year per money",
                                1,
                                money.grossMargin().getAsDouble(),
                                stock,
                                one)
                        : KeyFigure.missing("gmroi", "money/year per money", "no margins. Fill in items.unit_margin."));
        figures.add(KeyFigure.number("stockpile_value", MONEY, money.stockpile(), one)
                .withNote("outside turns, dio and gmroi"));
    }

    private static void fill(ScorecardInputs inputs, List<KeyFigure> figures) {
        List<Fill.Line> known = new ArrayList<>();
        Set<String> unknownOrders = new HashSet<>();
        Set<String> allOrders = new HashSet<>();
        for (ScorecardInputs.CustomerLine line : inputs.lines()) {
            allOrders.add(line.orderId());
            if (line.shippedOnTimePieces().isEmpty()) {
                unknownOrders.add(line.orderId());
            } else {
                known.add(new Fill.Line(
                        line.orderId(),
                        line.orderedPieces(),
                        line.shippedOnTimePieces().getAsDouble()));
            }
        }
        if (known.isEmpty()) {
            String remedy = inputs.lines().isEmpty() ? NO_ORDERS : "no line says what was delivered when.";
            for (String name : List.of("unit_fill", "line_fill", "order_fill")) {
                figures.add(KeyFigure.missing(name, SHARE, remedy));
            }
            return;
        }
        Fill.Result fill = Fill.calculate(new Fill.Inputs(known));
        int all = inputs.lines().size();
        Counted lines = new Counted(fill.lines(), all, false);
        figures.add(KeyFigure.quotient("unit_fill", SHARE, 1, fill.units(), fill.unitsOrdered(), lines));
        figures.add(KeyFigure.quotient("line_fill", SHARE, 1, fill.linesComplete(), fill.lines(), lines));
        // an order of which a line is unknown may be complete or not
        Fill.Result whole = Fill.calculate(new Fill.Inputs(known.stream()
                .filter(line -> !unknownOrders.contains(line.orderId()))
                .toList()));
        figures.add(KeyFigure.quotient(
                "order_fill",
                SHARE,
                1,
                whole.ordersComplete(),
                whole.orders(),
                new Counted(whole.orders(), allOrders.size(), false)));
    }

    private static void perfectOrder(ScorecardInputs inputs, List<KeyFigure> figures) {
        List<PerfectOrder.Order> known = inputs.orders().stream()
                .filter(ScorecardInputs.CustomerOrder::isKnown)
                .map(order -> new PerfectOrder.Order(
                        order.complete().orElseThrow(),
                        order.onTime().orElseThrow(),
                        order.undamaged().orElseThrow(),
                        order.documents().orElseThrow()))
                .toList();
        String independent = "perfect_order_if_independent";
        if (known.isEmpty()) {
            String remedy = inputs.orders().isEmpty()
                    ? NO_ORDERS
                    : "no order says all of complete, on time, undamaged and documents. "
                            + "Fill in order_lines.damaged and order_lines.docs_ok.";
            figures.add(KeyFigure.missing("perfect_order", SHARE, remedy));
            figures.add(KeyFigure.missing(independent, SHARE, remedy));
            return;
        }
        PerfectOrder.Result result = PerfectOrder.calculate(new PerfectOrder.Inputs(known));
        Counted orders = new Counted(known.size(), inputs.orders().size(), false);
        figures.add(KeyFigure.quotient("perfect_order", SHARE, 1, result.perfect(), result.orders(), orders));
        figures.add(KeyFigure.number(independent, SHARE, result.productOfRates().orElseThrow(), orders)
                .withNote("product of the four rates, to compare only"));
    }

    private static void recovery(ScorecardInputs inputs, List<KeyFigure> figures) {
        if (inputs.recovery().isEmpty()) {
            String remedy = "nobody keeps a log of disruptions. Fill in receipts.event_id.";
            figures.add(KeyFigure.missing("mttr_closed", DAYS, remedy));
            figures.add(KeyFigure.missing("mttr_with_open", DAYS, remedy));
            return;
        }
        ScorecardInputs.Disruptions log = inputs.recovery().get();
        Recovery.Result result = Recovery.calculate(new Recovery.Inputs(log.closedDays(), log.openAges()));
        Counted events = new Counted(result.closed(), result.closed() + result.open(), false);
        double closed = result.mttrClosed().orElse(0) * result.closed();
        double all = result.mttrCensored().orElse(0) * result.closed();
        figures.add(KeyFigure.quotient("mttr_closed", DAYS, 1, closed, result.closed(), events)
                .withNote(result.open() + " events are not over"));
        figures.add(KeyFigure.quotient(
                        "mttr_with_open",
                        DAYS,
                        1,
                        all,
                        result.closed(),
                        new Counted(events.all(), events.all(), result.open() > 0))
                .withNote(result.open() + " events that are not over count with their age"));
    }

    private static void insurance(ScorecardInputs inputs, List<KeyFigure> figures) {
        List<Insurance.Buffered> known = new ArrayList<>();
        double value = 0;
        double valuePerDay = 0;
        int priced = 0;
        for (ScorecardInputs.ItemBuffer item : inputs.buffers()) {
            if (item.unitCost().isPresent()) {
                double cost = item.unitCost().getAsDouble();
                value += item.pieces() * cost;
                valuePerDay += item.demandPerDay() * cost;
                priced++;
                item.optimalPieces()
                        .ifPresent(optimal -> known.add(new Insurance.Buffered(item.pieces(), optimal, cost)));
            }
        }
        int all = inputs.buffers().size();
        if (known.isEmpty()) {
            String remedy = "no item has both an optimal buffer and a unit cost.";
            for (String name : List.of("over_insured", "under_insured")) {
                figures.add(KeyFigure.missing(name, MONEY, remedy));
            }
            figures.add(KeyFigure.missing("insurance_coverage", SHARE, remedy));
        } else {
            Insurance.Result result = Insurance.calculate(new Insurance.Inputs(known));
            Counted items = new Counted(known.size(), all, false);
            figures.add(KeyFigure.number("over_insured", MONEY, result.overInsured(), items));
            figures.add(KeyFigure.number("under_insured", MONEY, result.underInsured(), items));
            figures.add(KeyFigure.quotient("insurance_coverage", SHARE, 1, result.covered(), result.optimal(), items));
        }
        figures.add(
                priced == 0
                        ? KeyFigure.missing("buffer_cover", DAYS, "no buffer has a unit cost. Fill in items.unit_cost.")
                        : KeyFigure.quotient(
                                "buffer_cover", DAYS, 1, value, valuePerDay, new Counted(priced, all, false)));
    }

    /** The value of a figure; empty if it is not available. */
    public OptionalDouble value(String name) {
        return figure(name).value();
    }
}
