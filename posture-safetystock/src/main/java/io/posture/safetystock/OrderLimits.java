package io.posture.safetystock;

import io.posture.api.DemandProfile;
import io.posture.api.Item;
import io.posture.api.SizedItem;
import io.posture.api.SourcingLink;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.numerics.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Brings a lot to what the largest supplier accepts and what is used before it expires.
 *
 * @param step name of the step whose settings these are
 * @param usableLife share of the shelf life in which stock may be used, (0, 1]
 */
record OrderLimits(String step, double usableLife) {

    private static final Origin.Formula USABLE_LIFE =
            new Origin.Formula("item.usableLife.1", "shelf life * usable share", "DOMAIN C.6");
    private static final Origin.Formula SCRAP =
            new Origin.Formula("eoq.scrap.1", "lot - usable life * demand per day", "DOMAIN E.11");

    /** Checks. */
    OrderLimits {
        Require.positive("usableLife", Require.share("usableLife", usableLife));
    }

    /** The lot as the largest supplier accepts it and as it is used before it expires. */
    Figure apply(SizedItem item, Figure lot, LotChoice choice) {
        Item master = item.profile().item();
        DemandProfile demand = item.profile().demand();
        Optional<SourcingLink> largest = item.profile().supply().used().stream().findFirst();
        OptionalDouble moq = largest.map(SourcingLink::minimumOrderPieces).orElseGet(OptionalDouble::empty);
        OptionalDouble multiple = largest.map(SourcingLink::lotMultiplePieces).orElseGet(OptionalDouble::empty);
        Optional<Figure> life = usableLife(master);
        if (moq.isEmpty() && multiple.isEmpty() && life.isEmpty()) {
            return lot;
        }
        List<Explanation> because = new ArrayList<>();
        because.add(lot);
        String supplier =
                largest.map(link -> "supplier " + link.supplier().id()).orElse("");
        moq.ifPresent(pieces -> because.add(
                Figure.of("minimumOrder", pieces, Unit.PIECES, new Origin.Input("sourcing.moq", supplier))));
        multiple.ifPresent(pieces -> because.add(
                Figure.of("lotMultiple", pieces, Unit.PIECES, new Origin.Input("sourcing.multiple", supplier))));
        life.ifPresent(because::add);
        OptionalDouble lifeDays =
                life.isPresent() ? OptionalDouble.of(life.get().value()) : OptionalDouble.empty();
        ConstrainedLot.Range range = ConstrainedLot.range(demand.perYear(), moq, multiple, lifeDays);
        if (range.feasible()) {
            return new Figure("lot", choice.within(lot.value(), range), Unit.PIECES, choice.limitFormula(), because);
        }
        Figure scrap = Figure.of(
                "expectedScrap",
                range.smallest() - life.orElseThrow().value() * demand.meanPerDay(),
                Unit.PIECES,
                SCRAP,
                life.orElseThrow(),
                demand.meanPerDayFigure());
        because.add(LotWarning.MOQ_ABOVE_SHELF_LIFE.finding(scrap));
        return new Figure("lot", range.smallest(), Unit.PIECES, ConstrainedLot.FORMULA, because);
    }

    /** Days in which a lot must be used; empty if the item does not perish. */
    Optional<Figure> usableLife(Item master) {
        if (master.shelfLifeDays().isEmpty()) {
            return Optional.empty();
        }
        double shelfLifeDays = master.shelfLifeDays().getAsDouble();
        return Optional.of(Figure.of(
                "usableLifeDays",
                shelfLifeDays * usableLife,
                Unit.DAYS,
                USABLE_LIFE,
                ItemFigures.input(master, "shelfLifeDays", "items.shelf_life_days", shelfLifeDays, Unit.DAYS),
                ItemFigures.setting(step, "usableLife", usableLife, Unit.SHARE)));
    }
}
