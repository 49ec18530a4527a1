package io.posture.analysis.budget;

import io.posture.api.ItemId;
import io.posture.io.run.ItemEconomics;
import io.posture.numerics.Sums;
import io.posture.resilience.economics.BudgetAllocation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The items of a run as money sees them: those whose buffers compete for it, and those that stay as they are proposed, with
 * the reason.
 */
public final class Portfolio {

    private static final double YEAR_DAYS = 365;

    private final Basis basis;
    private final List<ItemEconomics> items;
    private final List<Weighed> weighed;
    private final Map<ItemId, Weighed> byId = new HashMap<>();
    private final Map<Fixed, Integer> fixed;
    private final double committed;

    private Portfolio(
            Basis basis,
            List<ItemEconomics> items,
            List<Weighed> weighed,
            Map<Fixed, Integer> fixed,
            double committed) {
        this.basis = basis;
        this.items = List.copyOf(items);
        this.weighed = List.copyOf(weighed);
        weighed.forEach(item -> byId.put(item.item().id(), item));
        this.fixed = fixed;
        this.committed = committed;
    }

    /** Why the buffers of an item do not compete for money. */
    public enum Fixed {
        /** Nothing was decided on it. */
        UNDECIDED("not decided, in no sum of money"),
        /** It has no unit cost, so that it is in no sum of money. */
        NO_UNIT_COST("without unit cost, in no sum of money: deliver items.unit_cost"),
        /** Nothing is replenished. */
        RUN_OUT("run out, nothing is replenished"),
        /** A critical spare is held whatever it costs. */
        INSURANCE_SPARE("critical spares, held whatever they cost"),
        /** What a piece short costs is not known. */
        NO_SHORTAGE_COST(
                "of which nobody says what a piece short costs, held as proposed: deliver "
                        + "items.stockout_cost_per_unit, items.stockout_cost_per_day or items.unit_margin, or weigh by service"),
        /** Demand over the lead time or the lot is not known. */
        NOT_SIZED("without a demand over the lead time, held as proposed");

        private final String words;

        Fixed(String words) {
            this.words = words;
        }

        /** As a sentence goes on that begins with the number of items. */
        public String words() {
            return words;
        }
    }

    /**
     * The items by what a piece short costs if that is known of any of them, else by service.
     *
     * @param items of a run
     */
    public static Portfolio of(List<ItemEconomics> items) {
        Portfolio byLoss = of(items, Basis.LOSS);
        return byLoss.weighed.isEmpty() ? of(items, Basis.SERVICE) : byLoss;
    }

    /**
     * The items.
     *
     * @param items of a run
     * @param basis what money is weighed by
     */
    public static Portfolio of(List<ItemEconomics> items, Basis basis) {
        List<Weighed> weighed = new ArrayList<>();
        Map<Fixed, Integer> fixed = new EnumMap<>(Fixed.class);
        List<Double> committed = new ArrayList<>();
        for (ItemEconomics item : items) {
            Optional<Fixed> why = fixed(item, basis);
            if (why.isEmpty()) {
                weighed.add(weighed(weighed.size(), item, basis));
            } else {
                fixed.merge(why.get(), 1, Integer::sum);
                committed.add(item.unitCost().orElse(0)
                        * (item.safetyStock().proposed().orElse(0)
                                + item.strategicStock().proposed().orElse(0)));
            }
        }
        double sum = Sums.of(committed.stream().mapToDouble(Double::doubleValue).toArray());
        return new Portfolio(basis, items, weighed, fixed, sum);
    }

    private static Optional<Fixed> fixed(ItemEconomics item, Basis basis) {
        if (item.policy().isEmpty() || item.safetyStock().proposed().isEmpty()) {
            return Optional.of(Fixed.UNDECIDED);
        }
        if (item.unitCost().isEmpty() || !(item.unitCost().getAsDouble() > 0)) {
            return Optional.of(Fixed.NO_UNIT_COST);
        }
        if (item.policy().equals("RUN_OUT")) {
            return Optional.of(Fixed.RUN_OUT);
        }
        if (item.policy().equals("INSURANCE_SPARE")) {
            return Optional.of(Fixed.INSURANCE_SPARE);
        }
        if (item.sigma().isEmpty()
                || item.demandPerDay().isEmpty()
                || !(item.orderQuantity().orElse(0) > 0)) {
            return Optional.of(Fixed.NOT_SIZED);
        }
        return basis == Basis.LOSS && item.shortageCost().isEmpty()
                ? Optional.of(Fixed.NO_SHORTAGE_COST)
                : Optional.empty();
    }

    private static Weighed weighed(int place, ItemEconomics item, Basis basis) {
        double unitCost = item.unitCost().orElseThrow();
        return new Weighed(
                place,
                basis,
                item,
                new BudgetAllocation.Item(
                        unitCost,
                        basis == Basis.LOSS ? item.shortageCost().orElseThrow() : unitCost,
                        item.demandPerDay().orElseThrow() * YEAR_DAYS,
                        item.orderQuantity().orElseThrow(),
                        item.sigma().orElseThrow()));
    }

    /** What money is weighed by. */
    public Basis basis() {
        return basis;
    }

    /** All items. */
    public List<ItemEconomics> items() {
        return items;
    }

    List<Weighed> weighed() {
        return weighed;
    }

    /** An item if it competes for money. */
    Optional<Weighed> weighed(ItemEconomics item) {
        return Optional.ofNullable(byId.get(item.id()));
    }

    /** How many items compete for money. */
    public int weighedItems() {
        return weighed.size();
    }

    /** Items that do not, by the reason. */
    public Map<Fixed, Integer> fixedItems() {
        return Map.copyOf(fixed);
    }

    /** Of how many items that compete it is known what disruptions cost; 0 by service. */
    public int disruptionsKnown() {
        return (int) weighed.stream().filter(Weighed::disruptionsKnown).count();
    }

    /**
     * How many decided items should hold a stockpile that has no size, by the reason: they are counted without one, so that no
     * sum of money holds it.
     */
    public Map<String, Integer> openStockpiles() {
        Map<String, Integer> open = new TreeMap<>();
        items.stream()
                .filter(item -> item.safetyStock().proposed().isPresent()
                        && item.strategicStock().proposed().isEmpty()
                        && !item.strategicState().isEmpty())
                .forEach(item -> open.merge(item.strategicState(), 1, Integer::sum));
        return open;
    }

    /** Money in the proposed buffers of items that do not compete for it. */
    public double committed() {
        return committed;
    }

    /** Money in both buffers of the items that compete, at the pieces that a function gives. */
    double capital(ToDoubleFunction<Weighed> safety, ToDoubleFunction<Weighed> strategic) {
        return sum(item -> item.capital(safety.applyAsDouble(item), strategic.applyAsDouble(item)));
    }

    /** What the money does that lies in some pieces. */
    Effect effect(ToDoubleFunction<Weighed> safety, ToDoubleFunction<Weighed> strategic) {
        double[] pieces = weighed.stream().mapToDouble(safety).toArray();
        double[] piled = weighed.stream().mapToDouble(strategic).toArray();
        double asked = sum(Weighed::valueAsked);
        double shortValue = sum(item -> item.valueShort(pieces[item.place()]));
        OptionalDouble routine = OptionalDouble.empty();
        OptionalDouble disruption = OptionalDouble.empty();
        if (basis == Basis.LOSS) {
            routine = OptionalDouble.of(sum(item -> item.routineLoss(pieces[item.place()])));
            disruption = disruptionsKnown() > 0
                    ? OptionalDouble.of(sum(item -> item.disruptionLoss(pieces[item.place()], piled[item.place()])
                            .orElse(0)))
                    : disruption;
        }
        return new Effect(
                capital(item -> pieces[item.place()], item -> piled[item.place()]),
                routine,
                disruption,
                shortValue,
                asked > 0 ? OptionalDouble.of(1 - shortValue / asked) : OptionalDouble.empty(),
                sum(item -> item.objective(pieces[item.place()], piled[item.place()])));
    }

    double sum(ToDoubleFunction<Weighed> part) {
        return Sums.of(weighed.stream().mapToDouble(part).toArray());
    }

    /**
     * What money in buffers does.
     *
     * @param capital money in the buffers of the items that compete
     * @param routineLoss expected loss of routine shortage, money a year; empty by service
     * @param disruptionLoss expected loss of disruptions of items of which they are known, money a year; empty by service, and
     *     where it is known of none
     * @param valueShort value of what is not delivered from stock, money a year at unit cost
     * @param service share of the value asked for that is delivered from stock; empty without demand
     * @param open what sharing makes least, money a year: the routine loss, and where stockpiles compete what disruptions
     *     cost beyond them; by service the value that is not delivered
     */
    public record Effect(
            double capital,
            OptionalDouble routineLoss,
            OptionalDouble disruptionLoss,
            double valueShort,
            OptionalDouble service,
            double open) {

        /** Both losses as far as they are known, money a year; empty by service. */
        public OptionalDouble loss() {
            return routineLoss.isPresent()
                    ? OptionalDouble.of(routineLoss.getAsDouble() + disruptionLoss.orElse(0))
                    : OptionalDouble.empty();
        }
    }
}
