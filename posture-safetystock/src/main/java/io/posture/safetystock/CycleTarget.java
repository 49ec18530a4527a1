package io.posture.safetystock;

import io.posture.api.Item;
import io.posture.api.Segment;
import io.posture.api.SizedItem;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The cycle service level to aim at for an item, as an explained figure. Immutable. */
final class CycleTarget {

    private static final Origin.Input GIVEN = new Origin.Input("service_target", "");

    private final ServiceTarget.Levels levels;
    private final String criticalityStep;
    private final double carryingRate;
    private final Figure vital;
    private final Figure essential;
    private final Figure desirable;

    /**
     * Targets of one step.
     *
     * @param step id of the step, whose settings the levels are
     * @param levels levels where a shortage has no price
     * @param criticalityStep step that gives the criticality class
     * @param carryingRate carrying rate where the item has none, share a year
     */
    CycleTarget(String step, ServiceTarget.Levels levels, String criticalityStep, double carryingRate) {
        this.levels = levels;
        this.criticalityStep = criticalityStep;
        this.carryingRate = carryingRate;
        this.vital = ItemFigures.setting(step, "vital", levels.vital(), Unit.SHARE);
        this.essential = ItemFigures.setting(step, "essential", levels.essential(), Unit.SHARE);
        this.desirable = ItemFigures.setting(step, "desirable", levels.desirable(), Unit.SHARE);
    }

    /** The order quantity of an item; empty if it could not be sized. */
    static Optional<Figure> lot(SizedItem item) {
        return item.sizes().get(SizedItem.ORDER_QUANTITY) instanceof Figure figure
                ? Optional.of(figure)
                : Optional.empty();
    }

    /** The level of an item. */
    Figure of(SizedItem item) {
        Item master = item.profile().item();
        if (master.serviceTarget().isPresent()) {
            double level = master.serviceTarget().getAsDouble();
            Finding given = Finding.of("serviceTargetSource", "GIVEN", GIVEN);
            return Figure.of("serviceTarget", level, Unit.SHARE, GIVEN, given);
        }
        Segment criticality = item.segment(criticalityStep);
        Optional<Figure> lot = lot(item);
        Optional<Figure> shortage = item.profile().shortageCost();
        ServiceTarget.Result result = ServiceTarget.calculate(
                new ServiceTarget.Inputs(
                        master.unitCost(),
                        OptionalDouble.of(master.carryingRate().orElse(carryingRate)),
                        lot.isPresent() ? OptionalDouble.of(lot.get().value()) : OptionalDouble.empty(),
                        item.profile().demand().perYear(),
                        shortage.isPresent() ? OptionalDouble.of(shortage.get().value()) : OptionalDouble.empty(),
                        criticality.code()),
                levels);
        List<Explanation> because = switch (result.source()) {
            case ECONOMIC ->
                List.of(
                        ItemFigures.carryingRate(master, carryingRate),
                        ItemFigures.input(
                                master,
                                "unitCost",
                                "items.unit_cost",
                                master.unitCost().orElseThrow(),
                                Unit.MONEY_PER_PIECE),
                        lot.orElseThrow(),
                        shortage.orElseThrow(),
                        ItemFigures.annualDemand(item.profile().demand()));
            case VED -> List.of(criticality.reason(), setting(criticality.code()));
        };
        Finding source = new Finding("serviceTargetSource", result.source().name(), ServiceTarget.FORMULA, because);
        return Figure.of("serviceTarget", result.csl(), Unit.SHARE, ServiceTarget.FORMULA, source);
    }

    private Figure setting(String ved) {
        return switch (ved) {
            case "V" -> vital;
            case "E" -> essential;
            default -> desirable;
        };
    }
}
