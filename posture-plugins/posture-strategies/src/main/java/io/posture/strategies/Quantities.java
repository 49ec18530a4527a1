package io.posture.strategies;

import io.posture.api.Segment;
import io.posture.api.SizedItem;
import io.posture.api.SourcingLink;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The quantities of a decision: what was sized, cut to what is used before it expires, and rounded up once, at the end.
 *
 * @param safetyStock pieces
 * @param reorderPoint pieces
 * @param orderQuantity pieces, a multiple of the lot
 * @param shelfLife what the shelf life did to them
 * @param stockCut whether the shelf life cut the safety stock
 */
record Quantities(Figure safetyStock, Figure reorderPoint, Figure orderQuantity, Finding shelfLife, boolean stockCut) {

    private static final String REORDER_POINT = "reorderPoint";
    private static final String MAXIMUM_STOCK = "maximumStock";
    private static final String ORDER_UP_TO = "orderUpTo";
    private static final String USABLE_LIFE = "usableLifeDays";
    private static final Origin.Formula ROUND_UP =
            new Origin.Formula("policy.roundUp.1", "ceil(x - 1e-9), for a lot to its multiple", "DOMAIN 0");
    private static final Origin.Formula ONE_SPARE =
            new Origin.Formula("policy.oneSpare.1", "max(1, ceil(x - 1e-9))", "DOMAIN D.5");
    private static final Origin.Formula ONE_FOR_ONE = new Origin.Formula(
            "policy.oneForOne.1", "one is ordered when one is used: reorder point spares - 1", "DOMAIN F.8");
    private static final Origin.Formula RUN_OUT =
            new Origin.Formula("policy.runOut.1", "0: nothing is replenished", "DOMAIN D.2");
    private static final Origin.Formula SHELF_LIFE = new Origin.Formula(
            "policy.shelfLifeCap.1",
            "safety stock + lot <= d * usable life; the lot gives way first, then the safety stock",
            "DOMAIN C.6");
    private static final Origin.Formula LIFE_DEMAND =
            new Origin.Formula("policy.lifeDemand.1", "d * usable life", "DOMAIN C.6");
    private static final Origin.Formula LEVELS = new Origin.Formula(
            "policy.levels.1", "levels of the safety stock, reorder point and lot above", "DOMAIN E.12");
    private static final Origin.Formula MAXIMUM =
            new Origin.Formula("policy.maximumStock.1", "reorder point + lot", "DOMAIN E.12");
    private static final Origin.Formula AVERAGE =
            new Origin.Formula("policy.averageStock.1", "safety stock + lot / 2", "DOMAIN E.12");
    private static final Origin.Formula BASIC_REORDER_POINT =
            new Origin.Formula("policy.reorderPoint.1", "d L + safety stock", "DOMAIN E.2");
    private static final double SLACK = 1e-9;

    /** Nothing is replenished. */
    static Quantities runOut(Explanation state) {
        return new Quantities(
                Figure.of(SizedItem.SAFETY_STOCK, 0, Unit.PIECES, RUN_OUT, state),
                Figure.of(REORDER_POINT, 0, Unit.PIECES, RUN_OUT, state),
                Figure.of(SizedItem.ORDER_QUANTITY, 0, Unit.PIECES, RUN_OUT, state),
                Finding.of(DecisionTree.SHELF_LIFE, "not asked for: nothing is replenished", SHELF_LIFE, state),
                false);
    }

    /** A critical spare whose failures and downtime are known: replaced one for one. */
    static Quantities spares(Figure spares) {
        double owned = Math.max(1, spares.value());
        return new Quantities(
                Figure.of(SizedItem.SAFETY_STOCK, owned, Unit.PIECES, ONE_SPARE, spares),
                Figure.of(REORDER_POINT, owned - 1, Unit.PIECES, ONE_FOR_ONE, spares),
                Figure.of(SizedItem.ORDER_QUANTITY, 1, Unit.PIECES, ONE_FOR_ONE, spares),
                Finding.of(
                        DecisionTree.SHELF_LIFE,
                        "not applied: a critical spare is replaced when it expires",
                        SHELF_LIFE,
                        spares),
                false);
    }

    /** The levels that follow: the most that is on hand and on order, and the stock on average. */
    Finding levels() {
        Figure maximum = orderUpTo()
                .orElseGet(() -> Figure.of(
                        MAXIMUM_STOCK,
                        reorderPoint.value() + orderQuantity.value(),
                        Unit.PIECES,
                        MAXIMUM,
                        reorderPoint,
                        orderQuantity));
        Figure average = Figure.of(
                "averageStock",
                safetyStock.value() + orderQuantity.value() / 2,
                Unit.PIECES,
                AVERAGE,
                safetyStock,
                orderQuantity);
        String text = "at most " + Text.pieces(maximum.value()) + " pieces, on average " + Text.pieces(average.value());
        return Finding.of("levels", text, LEVELS, maximum, average);
    }

    /** The level that a periodic review orders up to, unless the shelf life made it too high. */
    private Optional<Figure> orderUpTo() {
        if (stockCut) {
            return Optional.empty();
        }
        // what was sized is what the rounded safety stock was made from, and names the level among its own reasons
        for (Explanation reason : safetyStock.because().get(0).because()) {
            if (reason instanceof Figure level && level.name().equals(ORDER_UP_TO)) {
                return Optional.of(Figure.of(MAXIMUM_STOCK, roundUp(level.value(), 1), Unit.PIECES, ROUND_UP, level));
            }
        }
        return Optional.empty();
    }

    /**
     * The quantities of a sized item.
     *
     * @throws IllegalArgumentException if the safety stock is not sized, or neither a reorder point nor a lead time is
     *     known
     */
    static Quantities of(SizedItem item, boolean insuranceSpare, MatrixConfig config) {
        Figure exactStock = stock(item);
        Figure exactLot = lot(item);
        Figure exactPoint = reorderPoint(item, exactStock);
        List<SourcingLink> used = item.profile().supply().used();
        double step = used.isEmpty() ? 1 : positiveOr(used.get(0).lotMultiplePieces(), 1);
        double least = used.isEmpty() ? 0 : positiveOr(used.get(0).minimumOrderPieces(), 0);
        double smallest = roundUp(Math.max(step, least), step);

        double stock = roundUp(exactStock.value(), 1);
        double lot = Math.max(step, roundUp(exactLot.value(), step));
        double point = roundUp(exactPoint.value(), 1);
        if (insuranceSpare) {
            double held = Math.max(1, stock);
            return new Quantities(
                    Figure.of(SizedItem.SAFETY_STOCK, held, Unit.PIECES, ONE_SPARE, exactStock),
                    Figure.of(REORDER_POINT, Math.max(held, point), Unit.PIECES, ONE_SPARE, exactPoint, exactStock),
                    Figure.of(SizedItem.ORDER_QUANTITY, lot, Unit.PIECES, ROUND_UP, exactLot),
                    Finding.of(
                            DecisionTree.SHELF_LIFE,
                            "not applied: a critical spare is replaced when it expires",
                            SHELF_LIFE,
                            exactStock),
                    false);
        }
        Segment perishability = item.segment(config.perishabilityStep());
        Optional<Figure> cap = lifeDemand(item, perishability);
        if (cap.isEmpty() || stock + lot <= cap.get().value() + SLACK) {
            return new Quantities(
                    Figure.of(SizedItem.SAFETY_STOCK, stock, Unit.PIECES, ROUND_UP, exactStock),
                    Figure.of(REORDER_POINT, point, Unit.PIECES, ROUND_UP, exactPoint),
                    Figure.of(SizedItem.ORDER_QUANTITY, lot, Unit.PIECES, ROUND_UP, exactLot),
                    withinLife(perishability, cap),
                    false);
        }
        Figure limit = cap.get();
        double room = Math.floor((limit.value() - stock) / step + SLACK) * step;
        double cutLot = Math.max(Math.min(lot, room), Math.min(lot, smallest));
        double cutStock = Math.min(stock, Math.max(0, Math.floor(limit.value() - cutLot + SLACK)));
        double cutPoint = roundUp(exactPoint.value() - Math.max(0, exactStock.value() - cutStock), 1);
        Figure cutStockFigure = Figure.of(SizedItem.SAFETY_STOCK, cutStock, Unit.PIECES, SHELF_LIFE, exactStock, limit);
        Figure cutLotFigure = Figure.of(SizedItem.ORDER_QUANTITY, cutLot, Unit.PIECES, SHELF_LIFE, exactLot, limit);
        return new Quantities(
                cutStock < stock
                        ? cutStockFigure
                        : Figure.of(SizedItem.SAFETY_STOCK, stock, Unit.PIECES, ROUND_UP, exactStock),
                Figure.of(
                        REORDER_POINT,
                        cutStock < stock ? cutPoint : point,
                        Unit.PIECES,
                        ROUND_UP,
                        exactPoint,
                        cutStockFigure),
                cutLot < lot ? cutLotFigure : Figure.of(SizedItem.ORDER_QUANTITY, lot, Unit.PIECES, ROUND_UP, exactLot),
                cut(stock, cutStock, lot, cutLot, limit),
                cutStock < stock);
    }

    private static Finding cut(double stock, double cutStock, double lot, double cutLot, Figure limit) {
        String text = "what is used before it expires is " + Text.pieces(Math.floor(limit.value())) + " pieces: lot "
                + Text.pieces(lot) + " -> " + Text.pieces(cutLot) + ", safety stock " + Text.pieces(stock) + " -> "
                + Text.pieces(cutStock);
        boolean scrap = cutStock + cutLot > limit.value() + SLACK;
        List<Explanation> because = new ArrayList<>(List.of(limit));
        if (cutStock < stock) {
            because.add(Finding.of("warning", "SHELF_LIFE_CUTS_SAFETY_STOCK", SHELF_LIFE, limit));
        }
        if (scrap) {
            because.add(Finding.of("warning", "SHELF_LIFE_SCRAP", SHELF_LIFE, limit));
        }
        return new Finding(
                DecisionTree.SHELF_LIFE,
                scrap ? text + "; the smallest order still exceeds it, expect scrap" : text,
                SHELF_LIFE,
                because);
    }

    private static Finding withinLife(Segment perishability, Optional<Figure> cap) {
        return cap.isPresent()
                ? Finding.of(DecisionTree.SHELF_LIFE, "within the shelf life", SHELF_LIFE, cap.get())
                : Finding.of(DecisionTree.SHELF_LIFE, "does not perish", SHELF_LIFE, perishability.reason());
    }

    private static Optional<Figure> lifeDemand(SizedItem item, Segment perishability) {
        return perishability.findFigure(USABLE_LIFE).map(life -> {
            Figure perDay = item.profile().demand().meanPerDayFigure();
            return Figure.of(
                    "demandInUsableLife", perDay.value() * life.value(), Unit.PIECES, LIFE_DEMAND, perDay, life);
        });
    }

    private static Figure stock(SizedItem item) {
        if (item.size(SizedItem.SAFETY_STOCK) instanceof Figure figure) {
            return figure;
        }
        throw new IllegalArgumentException("the safety stock of " + item.id() + " is not sized");
    }

    /** The sized lot; a spare without one is replaced one for one. */
    private static Figure lot(SizedItem item) {
        return item.size(SizedItem.ORDER_QUANTITY) instanceof Figure figure
                ? figure
                : Figure.of(
                        SizedItem.ORDER_QUANTITY,
                        1,
                        Unit.PIECES,
                        new Origin.Assumption("the lot is not sized: replaced one for one", "deliver items.unit_cost"));
    }

    private static Figure reorderPoint(SizedItem item, Figure stock) {
        Optional<Figure> sized =
                stock.find(REORDER_POINT).filter(Figure.class::isInstance).map(Figure.class::cast);
        return sized.orElseGet(() -> {
            Figure leadTime = item.profile()
                    .supply()
                    .leadTime()
                    .orElseThrow(() -> new IllegalArgumentException("the safety stock of " + item.id()
                            + " holds no reorderPoint and there is no lead time to compute it from"))
                    .meanFigure();
            Figure perDay = item.profile().demand().meanPerDayFigure();
            double point = perDay.value() * leadTime.value() + stock.value();
            return Figure.of(REORDER_POINT, point, Unit.PIECES, BASIC_REORDER_POINT, perDay, leadTime, stock);
        });
    }

    private static double roundUp(double pieces, double step) {
        return Math.max(0, Math.ceil(pieces / step - SLACK)) * step;
    }

    private static double positiveOr(OptionalDouble pieces, double otherwise) {
        double value = pieces.orElse(0);
        return value > 0 ? value : otherwise;
    }
}
