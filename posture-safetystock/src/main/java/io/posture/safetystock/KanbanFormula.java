package io.posture.safetystock;

import io.posture.api.DemandProfile;
import io.posture.api.SizedItem;
import io.posture.api.SourcingLink;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import io.posture.spi.OrderQuantityFormula;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Order quantity of one container, and the number of containers that circulate: a card goes out with each container that is
 * emptied.
 */
final class KanbanFormula implements OrderQuantityFormula {

    private static final String STEP = "kanban";
    private static final Origin.Formula FORMULA =
            new Origin.Formula("eoq.container.1", "pieces in a container", "Monden 1983");

    private final Config config;
    private final OrderLimits limits;

    KanbanFormula(Config config) {
        this.config = config;
        this.limits = new OrderLimits(STEP, config.usableLife);
    }

    /** The container and how it circulates. */
    record Config(
            @Doc("pieces in a container; 0 takes the lot multiple of the largest supplier")
            double containerPieces,

            @Doc("time from an empty container to a full one, days; 0 takes the mean lead time")
            double replenishmentDays,

            @Doc("allowance, share of the demand, at least 0")
            double safetyFactor,

            @Doc("share of the shelf life in which stock may be used, (0, 1]")
            double usableLife)
            implements Serializable {

        static final Config DEFAULTS = new Config(0, 0, 0.1, 0.8);

        Config {
            Require.notNegative("containerPieces", containerPieces);
            Require.notNegative("replenishmentDays", replenishmentDays);
            Require.notNegative("safetyFactor", safetyFactor);
            Require.positive("usableLife", Require.share("usableLife", usableLife));
        }
    }

    @Override
    public Explanation compute(SizedItem item) {
        Optional<Explanation> trivial = EoqFormula.withoutLot(item, FORMULA, limits);
        if (trivial.isPresent()) {
            return trivial.get();
        }
        Optional<Figure> container = container(item);
        Optional<Figure> days = replenishmentDays(item);
        List<MissingFact> missing = new ArrayList<>();
        if (container.isEmpty()) {
            missing.add(MissingFact.CONTAINER);
        }
        if (days.isEmpty()) {
            missing.add(MissingFact.LEAD_TIME);
        }
        if (!missing.isEmpty()) {
            return ItemFigures.missing(SizedItem.ORDER_QUANTITY, FORMULA, missing);
        }
        DemandProfile demand = item.profile().demand();
        Figure perDay = demand.meanPerDayFigure();
        Figure allowance = ItemFigures.setting(STEP, "safetyFactor", config.safetyFactor, Unit.SHARE);
        Figure pieces = container.get();
        long cards = Kanban.calculate(
                        new Kanban.Inputs(perDay.value(), days.get().value(), allowance.value(), pieces.value()))
                .cards();
        Figure lot = Figure.of(
                "containerLot",
                pieces.value(),
                Unit.PIECES,
                FORMULA,
                pieces,
                Figure.of(
                        "kanbanCards",
                        (double) cards,
                        Unit.COUNT,
                        Kanban.FORMULA,
                        perDay,
                        days.get(),
                        allowance,
                        pieces));
        return limits.apply(item, lot, LotChoice.PLAIN).named(SizedItem.ORDER_QUANTITY);
    }

    private Optional<Figure> container(SizedItem item) {
        if (config.containerPieces > 0) {
            return Optional.of(ItemFigures.setting(STEP, "containerPieces", config.containerPieces, Unit.PIECES));
        }
        Optional<SourcingLink> largest = item.profile().supply().used().stream().findFirst();
        OptionalDouble multiple = largest.map(SourcingLink::lotMultiplePieces).orElseGet(OptionalDouble::empty);
        return multiple.orElse(0) > 0
                ? Optional.of(Figure.of(
                        "containerPieces",
                        multiple.getAsDouble(),
                        Unit.PIECES,
                        new Origin.Input(
                                "sourcing.multiple",
                                "supplier " + largest.orElseThrow().supplier().id())))
                : Optional.empty();
    }

    private Optional<Figure> replenishmentDays(SizedItem item) {
        return config.replenishmentDays > 0
                ? Optional.of(ItemFigures.setting(STEP, "replenishmentDays", config.replenishmentDays, Unit.DAYS))
                : item.profile().supply().leadTime().map(leadTime -> leadTime.meanFigure());
    }
}
