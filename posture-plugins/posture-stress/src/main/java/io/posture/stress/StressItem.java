package io.posture.stress;

import io.posture.numerics.Require;
import java.util.List;
import java.util.OptionalDouble;

/**
 * An item under stress: bought from sources, or made from components, or both.
 *
 * @param id unique
 * @param finished whether it is sold
 * @param demandPerDay demand of its own, without what is made of it, pieces a day, at least 0
 * @param unitMargin money lost with a piece of its own demand, at least 0; empty if unknown
 * @param contractPerDay pieces a day owed by contract, served first when a component is scarce, at least 0
 * @param stock what is there
 * @param mode what becomes of demand that finds no stock
 * @param madeAt id of the plant where it is made of its components; empty if bought or unknown
 * @param sources where it is bought
 * @param components what it is made of
 */
public record StressItem(
        String id,
        boolean finished,
        double demandPerDay,
        OptionalDouble unitMargin,
        double contractPerDay,
        ItemStock stock,
        ShortageMode mode,
        String madeAt,
        List<Source> sources,
        List<BomLine> components) {

    /** Copies and checks. */
    public StressItem {
        if (id.isBlank()) {
            throw new IllegalArgumentException("an item needs an id, was empty");
        }
        Require.notNegative("demand of item '" + id + "'", demandPerDay);
        unitMargin.ifPresent(margin -> Require.notNegative("margin of item '" + id + "'", margin));
        Require.notNegative("contract minimum of item '" + id + "'", contractPerDay);
        sources = List.copyOf(sources);
        components = List.copyOf(components);
    }

    /** A finished item bought from sources; demand without stock is lost. */
    public static StressItem bought(
            String id, double demandPerDay, double unitMargin, ItemStock stock, List<Source> sources) {
        return new StressItem(
                id,
                true,
                demandPerDay,
                OptionalDouble.of(unitMargin),
                0,
                stock,
                ShortageMode.LOST,
                "",
                sources,
                List.of());
    }

    /** A finished item made of components; demand without stock is lost. */
    public static StressItem made(
            String id,
            double demandPerDay,
            double unitMargin,
            ItemStock stock,
            String madeAt,
            List<BomLine> components) {
        return new StressItem(
                id,
                true,
                demandPerDay,
                OptionalDouble.of(unitMargin),
                0,
                stock,
                ShortageMode.LOST,
                madeAt,
                List.of(),
                components);
    }

    /** A component without demand of its own. */
    public static StressItem component(String id, ItemStock stock, List<Source> sources) {
        return new StressItem(
                id, false, 0, OptionalDouble.of(0), 0, stock, ShortageMode.BACKORDER, "", sources, List.of());
    }

    /** The same with pieces owed by contract. */
    public StressItem withContract(double piecesPerDay) {
        return new StressItem(
                id, finished, demandPerDay, unitMargin, piecesPerDay, stock, mode, madeAt, sources, components);
    }
}
