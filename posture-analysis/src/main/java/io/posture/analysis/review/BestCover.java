package io.posture.analysis.review;

import io.posture.api.Outcome;
import io.posture.api.SizedItem;
import io.posture.api.StockpileNames;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The strategic stock that pays best, T* of DOMAIN F.2, or what a regulation asks for if that is more: what capital is judged by,
 * whether or not a person keeps more, or sets another one by hand.
 */
final class BestCover {

    private static final String BEST = "bestCoverDays";
    private static final double SLACK = 1e-9;

    private BestCover() {}

    /** Whole pieces; 0 where the policy asks for none, empty where nothing was decided or there is no size. */
    static OptionalDouble pieces(Outcome outcome) {
        if (!(outcome instanceof Outcome.Decided decided)) {
            return OptionalDouble.empty();
        }
        Explanation stock = decided.decision().strategicStock();
        if (stock instanceof Figure pieces
                && stock.find(StockpileNames.REGULATORY_MINIMUM).isPresent()) {
            return OptionalDouble.of(RunReview.calculated(pieces));
        }
        if (stock.find(StockpileNames.NOT_ASKED).isPresent()) {
            return OptionalDouble.of(0);
        }
        Optional<Figure> sized = decided.item()
                .findSize(SizedItem.STOCKPILE)
                .filter(Figure.class::isInstance)
                .map(Figure.class::cast);
        if (sized.isEmpty()) {
            return OptionalDouble.empty();
        }
        OptionalDouble best = number(sized.get(), BEST);
        OptionalDouble covered = number(sized.get(), StockpileNames.COVERED_DAYS);
        if (best.isEmpty() || covered.isEmpty()) {
            return OptionalDouble.empty();
        }
        double pieces = Math.max(0, best.getAsDouble() - covered.getAsDouble())
                * decided.item().profile().demand().meanPerDay();
        double most = number(sized.get(), StockpileNames.SHELF_LIFE_CAP).orElse(Double.POSITIVE_INFINITY);
        double floor = decided.item().profile().stock().regulatoryPieces();
        return OptionalDouble.of(
                Math.max(Math.min(Math.ceil(pieces - SLACK), Math.floor(most + SLACK)), Math.ceil(floor - SLACK)));
    }

    private static OptionalDouble number(Explanation tree, String name) {
        return tree.find(name)
                .filter(Figure.class::isInstance)
                .map(figure -> OptionalDouble.of(((Figure) figure).value()))
                .orElse(OptionalDouble.empty());
    }
}
