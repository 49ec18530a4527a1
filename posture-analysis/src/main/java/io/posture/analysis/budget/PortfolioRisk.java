package io.posture.analysis.budget;

import io.posture.io.run.ExposedSupply;
import io.posture.io.run.ItemEconomics;
import io.posture.numerics.Sums;
import io.posture.resilience.economics.ResilienceReturn;
import io.posture.resilience.economics.SecondSource;
import io.posture.resilience.simulation.Exposure;
import io.posture.resilience.simulation.LossEvent;
import io.posture.resilience.simulation.SimulatedLoss;
import io.posture.resilience.simulation.YearLosses;
import io.posture.resilience.stockpile.SupplyFailures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The loss of a year over all items, from simulated years in which an event takes all items of its supplier or region down at
 * once. Memory grows with items and suppliers, not with years.
 *
 * @param basis LOSS, or SERVICE where nobody says what any piece short costs: then money is the unit cost of what is not
 *     delivered, and no loss is claimed
 * @param shared what fails as one
 * @param level of value at risk
 * @param seed of the years
 * @param events places that fail
 * @param items items with a loss
 * @param unknown items that are left out: their demand, unit cost, disruptions or cost of a piece short is not known
 * @param withoutSource items of which no supplier is known; each fails on its own
 * @param outcomes by what is held: {@link Held#NOTHING} first
 * @param sources what fails, the largest expected loss with the proposal first
 */
public record PortfolioRisk(
        Basis basis,
        Shared shared,
        double level,
        long seed,
        int events,
        int items,
        int unknown,
        int withoutSource,
        List<Outcome> outcomes,
        List<Source> sources) {

    private static final double YEAR_DAYS = 365;
    private static final long FIRST_YEARS = 10_000;
    private static final long MOST_YEARS = 200_000;
    private static final double NARROW = 0.02;
    private static final double Z = 1.96;

    /** Copies. */
    public PortfolioRisk {
        outcomes = List.copyOf(outcomes);
        sources = List.copyOf(sources);
    }

    /** What fails as one. */
    public enum Shared {
        /** Every item on its own, as if no two had anything in common: what a sum of items would say. */
        NONE,
        /** A supplier with all its items. */
        SUPPLIER,
        /** A region, or where none is named a country, with all its suppliers. */
        REGION
    }

    /** What is held against it. */
    public enum Held {
        /** No buffer at all. */
        NOTHING,
        /** Buffers of today; of items of which they are not known, nothing. */
        NOW,
        /** Buffers as proposed. */
        PROPOSED
    }

    /**
     * How years are simulated.
     *
     * @param shared what fails as one
     * @param level of value at risk, (0, 1)
     * @param seed of the years
     * @param years how many, at least 2; 0 for as many as make the mean of the bad years sure to 2 %, at most 200,000
     */
    public record Settings(Shared shared, double level, long seed, long years) {

        /** Suppliers, the worst year in twenty, as many years as it takes. */
        public static final Settings DEFAULT = new Settings(Shared.SUPPLIER, 0.95, 1, 0);
    }

    /**
     * The loss of a year with some buffers.
     *
     * @param held which
     * @param loss the loss of disruptions
     * @param routine expected loss of routine shortage, money a year, in every year alike; empty by service
     * @param carrying what the buffers cost, money a year
     * @param roi what they avoid of both losses less what they cost, over their cost, on average and in the bad years; empty
     *     where they cost nothing, and by service
     */
    public record Outcome(
            Held held, SimulatedLoss loss, OptionalDouble routine, double carrying, ResilienceReturn.Result roi) {}

    /**
     * A place that fails.
     *
     * @param name of the supplier or region, or of the item
     * @param items that it supplies
     * @param eventsPerYear how often
     * @param expectedLoss with the proposed buffers, money a year
     * @param bought what is bought of it, money a year at unit cost
     * @param premium what a second source for half of it may cost more at most, share of the unit cost: it avoids half the
     *     loss; empty where nothing is bought, and by service
     */
    public record Source(
            String name, int items, double eventsPerYear, double expectedLoss, double bought, OptionalDouble premium) {}

    /** A part of an item's supply that fails with its source: the share that it delivers, and that of the demand it leaves open. */
    private record Part(ItemEconomics item, double share, double exposedShare, double lossPerPiece) {

        Exposure exposure(double pieces) {
            double perDay = item.demandPerDay().orElseThrow() * exposedShare;
            return new Exposure(item.id().toString(), pieces / perDay, lossPerPiece * perDay);
        }
    }

    /** What fails as one of an item's supply. */
    private record Failing(double share, double exposedShare, SupplyFailures failures) {

        /** Two sources that fail at once leave their shares open, and what either leaves alone; as often as the worse of them. */
        Failing with(Failing other) {
            double both = share + other.share;
            return new Failing(
                    both,
                    Math.min(1, Math.max(both, Math.max(exposedShare, other.exposedShare))),
                    worse(failures, other.failures));
        }
    }

    private static SupplyFailures worse(SupplyFailures one, SupplyFailures other) {
        return other.openDaysPerYear(0) > one.openDaysPerYear(0) ? other : one;
    }

    /** What fails as one, with what it supplies. */
    private static final class Place {
        private final String name;
        private final List<Part> parts = new ArrayList<>();
        private SupplyFailures failures;

        Place(String name, SupplyFailures failures) {
            this.name = name;
            this.failures = failures;
        }

        /** The worst failures of its sources are its own. */
        void add(Part part, SupplyFailures of) {
            parts.add(part);
            failures = worse(failures, of);
        }

        LossEvent event(ToDoubleFunction<ItemEconomics> pieces) {
            return new LossEvent(
                    name,
                    failures,
                    parts.stream()
                            .filter(part -> part.exposedShare > 0)
                            .map(part -> part.exposure(pieces.applyAsDouble(part.item)))
                            .toList());
        }
    }

    /** Simulates the years of a portfolio. */
    public static PortfolioRisk of(Portfolio portfolio, Settings settings) {
        Basis basis =
                portfolio.items().stream().anyMatch(item -> item.shortageCost().isPresent())
                        ? portfolio.basis()
                        : Basis.SERVICE;
        Map<String, Place> places = new TreeMap<>();
        int items = 0;
        int withoutSource = 0;
        List<ItemEconomics> exposed = new ArrayList<>();
        for (ItemEconomics item : portfolio.items()) {
            OptionalDouble loss = basis == Basis.LOSS ? item.shortageCost() : item.unitCost();
            if (item.safetyStock().proposed().isEmpty()
                    || item.policy().equals("RUN_OUT")
                    || item.unitCost().isEmpty()
                    || loss.isEmpty()
                    || item.exposed().isEmpty()
                    || !(item.demandPerDay().orElse(0) > 0)) {
                continue;
            }
            items++;
            exposed.add(item);
            if (item.sources().isEmpty()) {
                withoutSource++;
            }
            parts(item, settings.shared)
                    .forEach((name, part) -> places.computeIfAbsent(name, key -> new Place(key, part.failures))
                            .add(new Part(item, part.share, part.exposedShare, loss.getAsDouble()), part.failures));
        }
        List<Outcome> outcomes = new ArrayList<>();
        if (items > 0) {
            SimulatedLoss bare = simulate(places, item -> 0, settings);
            OptionalDouble bareRoutine = routine(portfolio, exposed, basis, Held.NOTHING);
            for (Held held : Held.values()) {
                if (held == Held.NOW && exposed.stream().noneMatch(PortfolioRisk::heldIsKnown)) {
                    continue;
                }
                SimulatedLoss loss =
                        held == Held.NOTHING ? bare : simulate(places, item -> pieces(item, held), settings);
                OptionalDouble routine = routine(portfolio, exposed, basis, held);
                double carrying = Sums.of(exposed.stream()
                        .mapToDouble(
                                item -> heldPieces(item, held) * item.unitCost().orElse(0) * item.carryingRate())
                        .toArray());
                outcomes.add(new Outcome(
                        held,
                        loss,
                        routine,
                        carrying,
                        routine.isPresent()
                                ? roi(bare, bareRoutine.orElse(0), loss, routine.getAsDouble(), carrying)
                                : new ResilienceReturn.Result(OptionalDouble.empty(), OptionalDouble.empty())));
            }
        }
        return new PortfolioRisk(
                basis,
                settings.shared,
                settings.level,
                settings.seed,
                places.size(),
                items,
                portfolio.items().size() - items,
                withoutSource,
                outcomes,
                sources(places, basis));
    }

    /** What of an item's supply fails as one, each source as it fails itself; an item without a source fails on its own. */
    private static Map<String, Failing> parts(ItemEconomics item, Shared shared) {
        ExposedSupply worst = item.exposed().orElseThrow();
        Map<String, Failing> parts = new TreeMap<>();
        if (item.sources().isEmpty()) {
            parts.put("item " + item.id(), new Failing(1, 1, Pile.failures(worst.law())));
            return parts;
        }
        for (ItemEconomics.Supply source : item.sources()) {
            String name = "supplier " + source.supplier();
            if (shared == Shared.NONE) {
                name = "item " + item.id() + " from " + source.supplier();
            } else if (shared == Shared.REGION && !source.region().isEmpty()) {
                name = "region " + source.region();
            }
            parts.merge(
                    name,
                    new Failing(
                            source.share(),
                            source.exposedShare().orElse(source.share()),
                            Pile.failures(source.law().orElse(worst.law()))),
                    Failing::with);
        }
        return parts;
    }

    /** Pieces that count when supply fails. */
    private static double pieces(ItemEconomics item, Held held) {
        double counts = item.exposed().map(ExposedSupply::safetyShare).orElse(1.0);
        return counts * safetyPieces(item, held) + strategicPieces(item, held);
    }

    private static double heldPieces(ItemEconomics item, Held held) {
        return safetyPieces(item, held) + strategicPieces(item, held);
    }

    private static double strategicPieces(ItemEconomics item, Held held) {
        return switch (held) {
            case NOTHING -> 0;
            case NOW -> item.strategicStock().current().orElse(0);
            case PROPOSED -> item.strategicStock().proposed().orElse(0);
        };
    }

    /** As many years as were asked for, else ever more until the mean of the bad ones is narrow. */
    private static SimulatedLoss simulate(
            Map<String, Place> places, ToDoubleFunction<ItemEconomics> pieces, Settings settings) {
        List<LossEvent> events =
                places.values().stream().map(place -> place.event(pieces)).toList();
        if (settings.years > 0) {
            return YearLosses.simulate(events, settings.years, settings.level, settings.seed);
        }
        long years = FIRST_YEARS;
        while (true) {
            SimulatedLoss loss = YearLosses.simulate(events, years, settings.level, settings.seed);
            if (Z * loss.cvarError() <= NARROW * loss.cvar() || years >= MOST_YEARS) {
                return loss;
            }
            years = Math.min(2 * years, MOST_YEARS);
        }
    }

    private static boolean heldIsKnown(ItemEconomics item) {
        return item.safetyStock().current().isPresent();
    }

    private static OptionalDouble routine(Portfolio portfolio, List<ItemEconomics> exposed, Basis basis, Held held) {
        return basis == Basis.LOSS
                ? OptionalDouble.of(Sums.of(exposed.stream()
                        .flatMap(item -> portfolio.weighed(item).stream())
                        .mapToDouble(item -> item.routineLoss(safetyPieces(item.item(), held)))
                        .toArray()))
                : OptionalDouble.empty();
    }

    private static double safetyPieces(ItemEconomics item, Held held) {
        return switch (held) {
            case NOTHING -> 0;
            case NOW -> item.safetyStock().current().orElse(0);
            case PROPOSED -> item.safetyStock().proposed().orElse(0);
        };
    }

    private static ResilienceReturn.Result roi(
            SimulatedLoss before, double routineBefore, SimulatedLoss after, double routineAfter, double cost) {
        return ResilienceReturn.calculate(new ResilienceReturn.Inputs(
                before.mean() + routineBefore,
                after.mean() + routineAfter,
                OptionalDouble.empty(),
                cost,
                before.cvar() + routineBefore,
                after.cvar() + routineAfter));
    }

    private static List<Source> sources(Map<String, Place> places, Basis basis) {
        List<Source> sources = new ArrayList<>();
        for (Place place : places.values()) {
            LossEvent event = place.event(item -> pieces(item, Held.PROPOSED));
            double loss = event.expectedLossPerYear();
            double bought = place.parts.stream()
                    .mapToDouble(part -> part.item.demandPerDay().orElse(0)
                            * YEAR_DAYS
                            * part.share
                            * part.item.unitCost().orElse(0))
                    .sum();
            double perYear = place.failures.eventsPerYear();
            SecondSource.Result second = SecondSource.calculate(new SecondSource.Inputs(
                    bought, 0.5, 0, 0, perYear, perYear > 0 ? loss / perYear : 0, 0.5, OptionalDouble.empty()));
            sources.add(new Source(
                    place.name,
                    place.parts.size(),
                    perYear,
                    loss,
                    bought,
                    basis == Basis.LOSS ? second.breakEvenUnitPremium() : OptionalDouble.empty()));
        }
        sources.sort(Comparator.comparingDouble(Source::expectedLoss).reversed().thenComparing(Source::name));
        return sources;
    }
}
