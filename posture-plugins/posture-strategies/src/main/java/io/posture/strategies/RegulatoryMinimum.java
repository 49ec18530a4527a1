package io.posture.strategies;

import io.posture.api.PostureDecision;
import io.posture.api.SizedItem;
import io.posture.api.StockPosition;
import io.posture.api.StockpileNames;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a regulation asks to be held of an item, whatever it costs and whatever its policy is: the floor of its strategic stock, since
 * a safety stock is there to be used. An item that runs out is not bought any more, so of it the floor is what is held, up to that.
 */
final class RegulatoryMinimum {

    private static final Origin.Formula FLOOR = new Origin.Formula(
            "policy.regulatoryMinimum.1",
            "max(strategic stock, ceil(regulatory minimum - 1e-9)); of an item that runs out at most what is held",
            "DOMAIN D.2");
    private static final double SLACK = 1e-9;

    private RegulatoryMinimum() {}

    /** A strategic stock as it was judged, raised to the floor if it is below; one without a size is, unless more is held. */
    static StrategicStock floor(StrategicStock judged, SizedItem item, Policy policy) {
        StockPosition stock = item.profile().stock();
        double asked = Math.ceil(stock.regulatoryPieces() - SLACK);
        boolean heldOnly = policy == Policy.RUN_OUT && stock.strategicKnown();
        double pieces = heldOnly ? Math.min(asked, stock.strategicPieces()) : asked;
        boolean open = !(judged.stock() instanceof Figure);
        double already = open ? stock.strategicPieces() : ((Figure) judged.stock()).value();
        if (!(pieces > 0) || already > pieces || (already == pieces && !open)) {
            return judged;
        }
        Figure minimum = Figure.of(
                StockpileNames.REGULATORY_MINIMUM,
                stock.regulatoryPieces(),
                Unit.PIECES,
                new Origin.Input("item_locations.regulatory_min_qty", ""));
        List<Explanation> because = money(item.findSize(SizedItem.STOCKPILE), pieces);
        because.add(minimum);
        because.add(Finding.of("warning", "REGULATORY_MINIMUM_HELD", FLOOR, minimum));
        beyondShelfLife(item, pieces, minimum).ifPresent(because::add);
        because.add(judged.stock());
        return new StrategicStock(
                new Figure(PostureDecision.STRATEGIC_STOCK, pieces, Unit.PIECES, FLOOR, because),
                Finding.of(
                        StrategicStock.STEP,
                        judged.economics().text() + ", a regulatory minimum of " + Text.number(minimum.value())
                                + " pieces: only a person cuts it",
                        FLOOR,
                        minimum,
                        judged.economics()));
    }

    /** Says that some of it expires before it is used, which no regulation forbids. */
    private static Optional<Finding> beyondShelfLife(SizedItem item, double pieces, Figure minimum) {
        return item.findSize(SizedItem.STOCKPILE)
                .flatMap(pile -> StrategicStock.figure(pile, StockpileNames.SHELF_LIFE_CAP))
                .filter(cap -> cap.value() < pieces)
                .map(cap -> Finding.of("warning", "REGULATORY_MINIMUM_BEYOND_SHELF_LIFE", FLOOR, minimum, cap));
    }

    /** Money of the floor under the names of that of the best cover, as far as it is known. */
    private static List<Explanation> money(Optional<Explanation> sized, double pieces) {
        if (sized.isEmpty()) {
            return new ArrayList<>();
        }
        Explanation pile = sized.get();
        List<Explanation> money = StrategicStock.money(pile, StockpileNames.VERDICT_REGULATORY, FLOOR);
        Optional<Figure> piece = StrategicStock.figure(pile, StockpileNames.CARRYING_PER_PIECE);
        if (money.isEmpty() && piece.isPresent()) {
            Figure carrying = Figure.of(
                    StockpileNames.CARRYING, pieces * piece.get().value(), Unit.MONEY_PER_YEAR, FLOOR, piece.get());
            money.add(carrying);
            // a size without a judgement: no failure of a source leaves demand open, so nothing is avoided
            if (pile.find(StockpileNames.NET_BENEFIT).isPresent()) {
                money.add(
                        Figure.of(StockpileNames.NET_BENEFIT, -carrying.value(), Unit.MONEY_PER_YEAR, FLOOR, carrying));
            }
        }
        return money;
    }
}
