package io.posture.analysis.budget;

import io.posture.api.ItemId;
import io.posture.io.run.ExposedSupply;
import io.posture.io.run.ItemEconomics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Stock that costs more than it avoids, in total or at its last piece, and stock that does not move.
 *
 * <p>A stockpile is judged as the run judged it (DOMAIN G.2), and what is needed is the size that the run found best; there is no
 * second judgement. A safety stock above the calculated level is judged by what its pieces avoid in routine
 * cycles, and in disruptions beyond the proposed stockpile: what still avoids those is not called too much. What a person
 * alone may cut says so, and what a regulation asks for is needed, whatever it costs.
 */
public final class OverInsured {

    private static final double BAND = 0.05;
    private static final Set<String> TOO_MUCH = Set.of(Verdict.OVER_INSURED.name(), Verdict.TRIM.name());
    private static final double DEAD_DAYS = 365;
    private static final double EXCESS_DAYS = 730;

    private OverInsured() {}

    /** What is too large. */
    public enum Kind {
        /** A stockpile. */
        STRATEGIC,
        /** A safety stock. */
        SAFETY,
        /** Stock on hand. */
        ON_HAND
    }

    /** What is to be said of it. */
    public enum Verdict {
        /** It costs more to carry than all of it avoids. */
        OVER_INSURED,
        /** It is worth having, its last piece is not. */
        TRIM,
        /** It is more than was calculated; what it avoids is not known. */
        ABOVE_TARGET,
        /** Nothing was issued for more than 365 days. */
        DEAD,
        /** It lasts for more than 730 days. */
        EXCESS
    }

    /**
     * A stock.
     *
     * @param item of which item
     * @param kind which stock
     * @param verdict what is to be said of it
     * @param held pieces
     * @param needed pieces
     * @param excess money in what is not needed; empty without unit cost
     * @param carrying cost of all of it, money a year; empty without unit cost
     * @param avoided what all of it avoids, money a year; empty if not known
     * @param lastCost of the last piece, money a year; empty without unit cost
     * @param lastBenefit of the last piece with risk loading, money a year; empty if not known
     * @param byPerson whether a person alone may cut it
     */
    public record Line(
            ItemId item,
            Kind kind,
            Verdict verdict,
            double held,
            double needed,
            OptionalDouble excess,
            OptionalDouble carrying,
            OptionalDouble avoided,
            OptionalDouble lastCost,
            OptionalDouble lastBenefit,
            boolean byPerson) {

        /** Carrying cost over what is avoided; empty where nothing is avoided or that is not known. */
        public OptionalDouble ratio() {
            return carrying.isPresent() && avoided.orElse(0) > 0
                    ? OptionalDouble.of(carrying.getAsDouble() / avoided.getAsDouble())
                    : OptionalDouble.empty();
        }
    }

    /** The stocks of a portfolio, most money first, those without unit cost last. */
    public static List<Line> of(Portfolio portfolio) {
        List<Line> lines = new ArrayList<>();
        for (ItemEconomics item : portfolio.items()) {
            strategic(item).ifPresent(lines::add);
            safety(item, portfolio.weighed(item).filter(any -> portfolio.basis() == Basis.LOSS))
                    .ifPresent(lines::add);
            onHand(item).ifPresent(lines::add);
        }
        lines.sort(Comparator.comparingDouble((Line line) -> line.excess().orElse(-1))
                .reversed()
                .thenComparing(Line::item)
                .thenComparing(Line::kind));
        return lines;
    }

    /** As the run judged it, with the risk loading that it used. */
    private static Optional<Line> strategic(ItemEconomics item) {
        if (item.exposed().isEmpty()
                || item.exposed().get().judgement().isEmpty()
                || item.unitCost().isEmpty()) {
            return Optional.empty();
        }
        ExposedSupply supply = item.exposed().get();
        ExposedSupply.Judgement judged = supply.judgement().get();
        if (!TOO_MUCH.contains(judged.verdict())) {
            return Optional.empty();
        }
        double unitCost = item.unitCost().getAsDouble();
        double needed = Math.max(supply.best().orElse(0), item.regulatoryPieces());
        if (!(judged.pieces() > needed)) {
            return Optional.empty();
        }
        OptionalDouble last = item.shortageCost().isPresent() && supply.perDay() > 0
                ? OptionalDouble.of(judged.riskLoading()
                        * item.shortageCost().getAsDouble()
                        * Pile.failures(supply.law())
                                .outlastingPerYear((supply.safetyShare()
                                                        * item.safetyStock()
                                                                .proposed()
                                                                .orElse(0)
                                                + judged.pieces())
                                        / supply.perDay()))
                : OptionalDouble.empty();
        return Optional.of(new Line(
                item.id(),
                Kind.STRATEGIC,
                Verdict.valueOf(judged.verdict()),
                judged.pieces(),
                needed,
                OptionalDouble.of(Math.max(0, judged.pieces() - needed) * unitCost),
                OptionalDouble.of(judged.carrying()),
                OptionalDouble.of(judged.avoided()),
                supply.carryingPerPiece(),
                last,
                item.vital()));
    }

    private static Optional<Line> safety(ItemEconomics item, Optional<Weighed> weighed) {
        double held = item.safetyStock().current().orElse(0);
        double needed = item.safetyStock().proposed().orElse(held);
        if (!(held > needed)) {
            return Optional.empty();
        }
        OptionalDouble carryingPerPiece = item.unitCost().isPresent()
                ? OptionalDouble.of(item.unitCost().getAsDouble() * item.carryingRate())
                : OptionalDouble.empty();
        OptionalDouble avoided = OptionalDouble.empty();
        OptionalDouble last = OptionalDouble.empty();
        Verdict verdict = Verdict.ABOVE_TARGET;
        if (weighed.isPresent()) {
            Weighed terms = weighed.get();
            double perPiece = carryingPerPiece.orElseThrow();
            double strategic = terms.proposedStrategic();
            double benefit = terms.open(Math.max(0, held - 1), strategic) - terms.open(held, strategic);
            double all = terms.open(0, strategic) - terms.open(held, strategic);
            if (perPiece * held > all) {
                verdict = Verdict.OVER_INSURED;
            } else if (perPiece > (1 + BAND) * benefit) {
                verdict = Verdict.TRIM;
            } else {
                return Optional.empty();
            }
            avoided = OptionalDouble.of(all);
            last = OptionalDouble.of(benefit);
        }
        return Optional.of(new Line(
                item.id(),
                Kind.SAFETY,
                verdict,
                held,
                needed,
                times(item.unitCost(), held - needed),
                times(carryingPerPiece, held),
                avoided,
                carryingPerPiece,
                last,
                item.vital()));
    }

    private static Optional<Line> onHand(ItemEconomics item) {
        double held = item.onHand().orElse(0);
        if (!(held > 0) || item.criticalSpare()) {
            return Optional.empty();
        }
        boolean dead = item.daysSinceIssue().isEmpty() || item.daysSinceIssue().getAsInt() > DEAD_DAYS;
        double mostPieces = EXCESS_DAYS * item.demandPerDay().orElse(0);
        boolean excess = mostPieces > 0 && held > mostPieces;
        if (!dead && !excess) {
            return Optional.empty();
        }
        double needed = Math.max(dead ? 0 : mostPieces, item.regulatoryPieces());
        if (!(held > needed)) {
            return Optional.empty();
        }
        return Optional.of(new Line(
                item.id(),
                Kind.ON_HAND,
                dead ? Verdict.DEAD : Verdict.EXCESS,
                held,
                needed,
                times(item.unitCost(), held - needed),
                times(item.unitCost(), held * item.carryingRate()),
                OptionalDouble.empty(),
                times(item.unitCost(), item.carryingRate()),
                OptionalDouble.empty(),
                item.vital()));
    }

    private static OptionalDouble times(OptionalDouble money, double pieces) {
        return money.isPresent() ? OptionalDouble.of(money.getAsDouble() * pieces) : money;
    }
}
