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
    private static final String GMROI_UNIT = "money/year per money";
    private static final String STOCKPILE = "stockpile_value";
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
        insurance(
                "",
                inputs.buffers(),
                "nobody says what is held. Fill in item_locations.current_safety_stock.",
                figures);
        insurance(
                "strategic_",
                inputs.stockpiles(),
                "nobody says what is held. Fill in item_locations.current_strategic_stock.",
                figures);
        cover(inputs.buffers(), figures);
        tail(inputs.tail(), figures);
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
            figures.add(KeyFigure.missing("gmroi", GMROI_UNIT, remedy));
            figures.add(KeyFigure.missing(STOCKPILE, MONEY, remedy));
            return;
        }
        ScorecardInputs.Money money = inputs.money().get();
        Counted one = new Counted(money.items(), money.allItems(), money.estimated());
        double stock = money.averageInventory();
        figures.add(KeyFigure.quotient("turns", "per year", 1, money.annualCogs(), stock, one));
        figures.add(KeyFigure.quotient("dio", DAYS, YEAR_DAYS, stock, money.annualCogs(), one));
        figures.add(money.margin()
                .map(margin -> KeyFigure.quotient(
                        "gmroi",
                        GMROI_UNIT,
                        1,
                        margin.perYear(),
                        margin.averageInventory(),
                        new Counted(margin.items(), money.allItems(), money.estimated())))
                .orElseGet(() -> KeyFigure.missing("gmroi", GMROI_UNIT, "no margins. Fill in items.unit_margin.")));
        figures.add(
                money.stockpile().items() == 0
                        ? KeyFigure.missing(
                                STOCKPILE,
                                MONEY,
                                "nobody says how much of the stock is strategic. Fill in"
                                        + " item_locations.current_strategic_stock.")
                        : KeyFigure.number(
                                        STOCKPILE,
                                        MONEY,
                                        money.stockpile().value(),
                                        new Counted(money.stockpile().items(), money.allItems(), money.estimated()))
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
            String remedy = "nobody keeps a log of disruptions. Fill in the table events.";
            figures.add(KeyFigure.missing("mttr_closed", DAYS, remedy));
            figures.add(KeyFigure.missing("mttr_with_open", DAYS, remedy));
            return;
        }
        ScorecardInputs.Disruptions log = inputs.recovery().get();
        if (log.closedDays().isEmpty()) {
            String none = log.openAges().isEmpty()
                    ? "no event: nothing is in the log of disruptions of own sources."
                    : "no event is over yet, " + log.openAges().size() + " are open.";
            figures.add(KeyFigure.missing("mttr_closed", DAYS, none));
            figures.add(KeyFigure.missing("mttr_with_open", DAYS, none));
            return;
        }
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

    /** Capital of buffers beside their optimum; all items count in the coverage. */
    private static void insurance(
            String prefix, List<ScorecardInputs.ItemBuffer> buffers, String nobodySays, List<KeyFigure> figures) {
        List<Insurance.Buffered> known = new ArrayList<>();
        for (ScorecardInputs.ItemBuffer item : buffers) {
            if (item.pieces().isPresent()
                    && item.optimalPieces().isPresent()
                    && item.unitCost().isPresent()) {
                known.add(new Insurance.Buffered(
                        item.pieces().getAsDouble(),
                        item.optimalPieces().getAsDouble(),
                        item.unitCost().getAsDouble()));
            }
        }
        String over = prefix + "over_insured";
        String under = prefix + "under_insured";
        String coverage = prefix + "insurance_coverage";
        if (known.isEmpty()) {
            boolean held = buffers.stream().anyMatch(item -> item.pieces().isPresent());
            String remedy = held ? "no item that holds one has both an optimum and a unit cost." : nobodySays;
            figures.add(KeyFigure.missing(over, MONEY, remedy));
            figures.add(KeyFigure.missing(under, MONEY, remedy));
            figures.add(KeyFigure.missing(coverage, SHARE, remedy));
            return;
        }
        Insurance.Result result = Insurance.calculate(new Insurance.Inputs(known));
        Counted items = new Counted(known.size(), buffers.size(), false);
        figures.add(KeyFigure.number(over, MONEY, result.overInsured(), items));
        figures.add(KeyFigure.number(under, MONEY, result.underInsured(), items));
        figures.add(KeyFigure.quotient(coverage, SHARE, 1, result.covered(), result.optimal(), items));
    }

    /** Days that the buffers last: those that are held, or where nobody says that of any item, the optimal ones. */
    private static void cover(List<ScorecardInputs.ItemBuffer> buffers, List<KeyFigure> figures) {
        boolean held = buffers.stream().anyMatch(item -> item.pieces().isPresent());
        double value = 0;
        double valuePerDay = 0;
        int counted = 0;
        for (ScorecardInputs.ItemBuffer item : buffers) {
            OptionalDouble pieces = held ? item.pieces() : item.optimalPieces();
            if (pieces.isPresent()
                    && item.unitCost().isPresent()
                    && item.demandPerDay().isPresent()) {
                double cost = item.unitCost().getAsDouble();
                value += pieces.getAsDouble() * cost;
                valuePerDay += item.demandPerDay().getAsDouble() * cost;
                counted++;
            }
        }
        String name = "buffer_cover";
        if (counted == 0) {
            figures.add(KeyFigure.missing(
                    name, DAYS, "no buffer has a unit cost and a demand. Fill in items.unit_cost and demand."));
            return;
        }
        KeyFigure cover =
                KeyFigure.quotient(name, DAYS, 1, value, valuePerDay, new Counted(counted, buffers.size(), false));
        figures.add(
                cover.value().isEmpty()
                        ? cover
                        : cover.withNote(
                                held
                                        ? "of today's buffers"
                                        : "of the proposed buffers: nobody says what is held today"));
    }

    private static void tail(ScorecardInputs.Tail tail, List<KeyFigure> figures) {
        figures.add(
                tail.cvar().isPresent()
                        ? KeyFigure.number(
                                        "cvar_95",
                                        "money/year",
                                        tail.cvar().getAsDouble(),
                                        new Counted(tail.items(), tail.allItems(), true))
                                .withNote(tail.note())
                        : KeyFigure.missing("cvar_95", "money/year", tail.note()));
    }

    /** The value of a figure; empty if it is not available. */
    public OptionalDouble value(String name) {
        return figure(name).value();
    }
}
