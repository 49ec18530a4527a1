package io.posture.strategies;

import io.posture.api.SizedItem;
import io.posture.api.SourcingLink;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
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
    private static final Origin.Formula ROUND_UP =
            new Origin.Formula("policy.roundUp.1", "ceil(x - 1e-9), for a lot to its multiple", "DOMAIN 0");
    private static final Origin.Formula ONE_SPARE =
            new Origin.Formula("policy.oneSpare.1", "max(1, ceil(x - 1e-9))", "DOMAIN D.5");
    private static final Origin.Formula RUN_OUT =
            new Origin.Formula("policy.runOut.1", "0: nothing is replenished", "DOMAIN D.2");
    private static final Origin.Formula SHELF_LIFE = new Origin.Formula(
            "policy.shelfLifeCap.1",
            "safety stock + lot <= d * usable life; the lot gives way first, then the safety stock",
            "DOMAIN C.6");
    private static final Origin.Formula LIFE_DEMAND =
            new Origin.Formula("policy.lifeDemand.1", "d * shelf life * usable share", "DOMAIN C.6");
    private static final Origin.Formula BASIC_REORDER_POINT =
            new Origin.Formula("policy.reorderPoint.1", "d L + safety stock", "DOMAIN E.2");
    private static final double SLACK = 1e-9;

    /** Nothing is replenished. */
    static Quantities runOut(Explanation state) {
        return new Quantities(
                Figure.of(SizedItem.SAFETY_STOCK, 0, Unit.PIECES, RUN_OUT, state),
                Figure.of(REORDER_POINT, 0, Unit.PIECES, RUN_OUT, state),
                Figure.of(SizedItem.ORDER_QUANTITY, 0, Unit.PIECES, RUN_OUT, state),
                Finding.of("stepShelfLife", "not asked for: nothing is replenished", SHELF_LIFE, state),
                false);
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
        Optional<SourcingLink> largest = item.profile().supply().used().stream().findFirst();
        double step = positiveOr(largest.map(SourcingLink::lotMultiplePieces), 1);
        double smallest = roundUp(Math.max(step, positiveOr(largest.map(SourcingLink::minimumOrderPieces), 0)), step);

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
                            "stepShelfLife",
                            "not applied: a critical spare is replaced when it expires",
                            SHELF_LIFE,
                            exactStock),
                    false);
        }
        OptionalDouble life = item.profile().item().shelfLifeDays();
        Optional<Figure> cap =
                life.isPresent() ? Optional.of(lifeDemand(item, life.getAsDouble(), config)) : Optional.empty();
        if (cap.isEmpty() || stock + lot <= cap.get().value() + SLACK) {
            return new Quantities(
                    Figure.of(SizedItem.SAFETY_STOCK, stock, Unit.PIECES, ROUND_UP, exactStock),
                    Figure.of(REORDER_POINT, point, Unit.PIECES, ROUND_UP, exactPoint),
                    Figure.of(SizedItem.ORDER_QUANTITY, lot, Unit.PIECES, ROUND_UP, exactLot),
                    withinLife(item, cap),
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
                Finding.of("stepShelfLife", cutText(stock, cutStock, lot, cutLot, limit.value()), SHELF_LIFE, limit),
                cutStock < stock);
    }

    private static String cutText(double stock, double cutStock, double lot, double cutLot, double limit) {
        String text = "what is used before it expires is " + Text.pieces(Math.floor(limit)) + " pieces: lot "
                + Text.pieces(lot) + " -> " + Text.pieces(cutLot) + ", safety stock " + Text.pieces(stock) + " -> "
                + Text.pieces(cutStock);
        return cutStock + cutLot > limit + SLACK ? text + "; the smallest order still exceeds it, expect scrap" : text;
    }

    private static Finding withinLife(SizedItem item, Optional<Figure> cap) {
        return cap.isPresent()
                ? Finding.of("stepShelfLife", "within the shelf life", SHELF_LIFE, cap.get())
                : Finding.of(
                        "stepShelfLife",
                        "does not perish",
                        new Origin.Input(
                                "items.shelf_life_days",
                                item.profile().item().rows().toString()));
    }

    private static Figure lifeDemand(SizedItem item, double shelfLifeDays, MatrixConfig config) {
        double perDay = item.profile().demand().meanPerDay();
        return Figure.of(
                "demandInUsableLife",
                perDay * shelfLifeDays * config.usableLife(),
                Unit.PIECES,
                LIFE_DEMAND,
                item.profile().demand().meanPerDayFigure(),
                Figure.of(
                        "shelfLifeDays",
                        shelfLifeDays,
                        Unit.DAYS,
                        new Origin.Input(
                                "items.shelf_life_days",
                                item.profile().item().rows().toString())),
                Figure.of("usableLife", config.usableLife(), Unit.SHARE, new Origin.Parameter("matrix", "usableLife")));
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

    private static double positiveOr(Optional<OptionalDouble> pieces, double otherwise) {
        double value = pieces.orElse(OptionalDouble.empty()).orElse(0);
        return value > 0 ? value : otherwise;
    }
}
