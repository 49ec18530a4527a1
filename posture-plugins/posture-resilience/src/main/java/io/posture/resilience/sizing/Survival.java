package io.posture.resilience.sizing;

import io.posture.api.SizedItem;
import io.posture.api.StockPosition;
import io.posture.api.StockpileNames;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.resilience.stockpile.TimeToSurvive;
import java.util.List;
import java.util.OptionalDouble;

/** How long today's stock lasts without its source, how long the source needs to recover, and the days between. */
final class Survival {

    private static final Origin.Formula NO_END = new Origin.Formula(
            "pile.noEnd.1", "no demand is left without supply when one source fails: no end, gap 0", "DOMAIN F.5");
    private static final Finding NO_DEMAND =
            Finding.unknown(StockpileNames.TIME_TO_SURVIVE, "deliver a demand or a forecast");
    private static final Finding NO_DEMAND_NO_GAP =
            Finding.unknown(StockpileNames.GAP, "deliver a demand or a forecast");
    private static final Finding NO_STOCK = Finding.unknown(StockpileNames.TIME_TO_SURVIVE, "deliver the table stock");
    private static final Finding NO_RECOVERY =
            Finding.unknown(StockpileNames.TIME_TO_RECOVER, "deliver suppliers.ttr_days");
    private static final Finding NO_GAP = Finding.unknown(StockpileNames.GAP, "deliver stock and suppliers.ttr_days");

    private Survival() {}

    /** Time to survive, time to recover and gap, each a figure or the finding that it is unknown. */
    static List<Explanation> of(SizedItem item, ExposedSource source, Figure demand) {
        OptionalDouble recovery = source.recoveryDays();
        Explanation ttr = recovery.isPresent()
                ? Figure.of(
                        StockpileNames.TIME_TO_RECOVER,
                        recovery.getAsDouble(),
                        Unit.DAYS,
                        new Origin.Input("suppliers.ttr_days", ""))
                : NO_RECOVERY;
        StockPosition stock = item.profile().stock();
        if (!(demand.value() > 0)) {
            return item.profile().demand().hasRate()
                    ? List.of(
                            Finding.of(StockpileNames.TIME_TO_SURVIVE, "no end", NO_END, demand),
                            ttr,
                            Figure.of(StockpileNames.GAP, 0, Unit.DAYS, NO_END, demand))
                    : List.of(NO_DEMAND, ttr, NO_DEMAND_NO_GAP);
        }
        if (stock.usablePieces().isEmpty()) {
            return List.of(NO_STOCK, ttr, NO_GAP);
        }
        TimeToSurvive.Result result = TimeToSurvive.calculate(new TimeToSurvive.Inputs(
                stock.usablePieces().getAsDouble(), stock.inTransitPieces(), demand.value(), recovery));
        Origin rows = new Origin.Input("stock.quantity", stock.rows().toString());
        Figure survive = Figure.of(
                StockpileNames.TIME_TO_SURVIVE,
                result.ttsDays().orElseThrow(),
                Unit.DAYS,
                TimeToSurvive.FORMULA,
                Figure.of("usableOnHand", stock.usablePieces().getAsDouble(), Unit.PIECES, rows),
                Figure.of("inTransit", stock.inTransitPieces(), Unit.PIECES, rows),
                demand);
        Explanation gap = result.gapDays().isPresent()
                ? Figure.of(
                        StockpileNames.GAP,
                        result.gapDays().getAsDouble(),
                        Unit.DAYS,
                        TimeToSurvive.FORMULA,
                        ttr,
                        survive)
                : NO_GAP;
        return List.of(survive, ttr, gap);
    }
}
