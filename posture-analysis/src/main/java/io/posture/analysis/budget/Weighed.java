package io.posture.analysis.budget;

import io.posture.io.run.ItemEconomics;
import io.posture.numerics.Normal;
import io.posture.numerics.UnitLoss;
import io.posture.resilience.economics.BudgetAllocation;
import io.posture.resilience.stockpile.Disruptions;
import io.posture.resilience.stockpile.OptimalCover;
import java.util.Optional;
import java.util.OptionalDouble;

/** An item whose buffers compete for money, as numbers. */
final class Weighed {

    private static final double YEAR_DAYS = 365;
    private static final double ENOUGH = 4;

    private final int place;
    private final Basis basis;
    private final ItemEconomics item;
    private final BudgetAllocation.Item terms;
    private final double proposedSafety;
    private final double proposedStrategic;
    private final boolean piled;
    private final Optional<Disruptions> disruptions;

    /**
     * An item.
     *
     * @param place among those that compete, from 0
     * @param basis what money is weighed by
     * @param terms its safety stock
     * @param disruptions of its supply; empty where no loss is claimed, or nobody said
     */
    Weighed(
            int place,
            Basis basis,
            ItemEconomics item,
            BudgetAllocation.Item terms,
            Optional<Disruptions> disruptions) {
        this.place = place;
        this.basis = basis;
        this.item = item;
        this.terms = terms;
        this.proposedSafety = item.safetyStock().proposed().orElse(0);
        this.proposedStrategic = item.strategicStock().proposed().orElse(0);
        this.disruptions = disruptions;
        this.piled = disruptions.isPresent() && proposedStrategic > 0 && perDay() > 0;
    }

    int place() {
        return place;
    }

    ItemEconomics item() {
        return item;
    }

    double unitCost() {
        return terms.unitCost();
    }

    double proposedSafety() {
        return proposedSafety;
    }

    double proposedStrategic() {
        return proposedStrategic;
    }

    /** Whether its stockpile competes for money as well. */
    boolean piled() {
        return piled;
    }

    /** Safety stock where another unit of money avoids theta, pieces. */
    double safetyStock(double theta) {
        if (basis == Basis.LOSS) {
            return BudgetAllocation.factor(terms, theta) * terms.sigma();
        }
        double cycles = cycles();
        return terms.sigma() > 0 && cycles > 0 ? LastPiece.stock(theta / cycles, lot()) * terms.sigma() : 0;
    }

    private double cycles() {
        return terms.annualDemand() / terms.orderQuantity();
    }

    /** The lot in deviations. */
    private double lot() {
        return terms.orderQuantity() / terms.sigma();
    }

    /** What the last piece of a safety stock of k deviations avoids, money a year per unit of money. */
    private double worth(double k) {
        if (!(terms.sigma() > 0)) {
            return 0;
        }
        return basis == Basis.LOSS
                ? BudgetAllocation.worth(terms) * Normal.upper(k)
                : cycles() * LastPiece.missing(k, lot());
    }

    /** Stockpile where another unit of money avoids theta, or its carrying cost if that is more, pieces. */
    double strategicStock(double theta) {
        if (!piled) {
            return proposedStrategic;
        }
        double gross = Math.max(theta, item.carryingRate()) * terms.unitCost();
        return perDay() * OptimalCover.coverDays(disruptions.orElseThrow(), gross, terms.shortageCost(), coveredDays());
    }

    /** From this theta on nothing of it is bought. */
    double dearest() {
        double pile = piled ? disruptions.orElseThrow().eventsPerYear() * terms.shortageCost() / terms.unitCost() : 0;
        return Math.max(worth(0), pile);
    }

    /** At this theta its safety stock is four deviations; 0 if money avoids nothing. */
    double cheapest() {
        return worth(ENOUGH);
    }

    /** Money in both buffers. */
    double capital(double safety, double strategic) {
        return terms.unitCost() * (safety + strategic);
    }

    /** Expected loss of routine shortage, money a year: {@code p (D / Q) s G(SS / s)}. */
    double routineLoss(double safety) {
        double sigma = terms.sigma();
        return sigma > 0
                ? terms.shortageCost()
                        * terms.annualDemand()
                        / terms.orderQuantity()
                        * sigma
                        * UnitLoss.of(safety / sigma)
                : 0;
    }

    /** Expected loss of disruptions, money a year: {@code lambda p d E[(X - (SS + B) / d)+]}. */
    OptionalDouble disruptionLoss(double safety, double strategic) {
        double perDay = perDay();
        return disruptions.isPresent() && perDay > 0
                ? OptionalDouble.of(terms.shortageCost()
                        * perDay
                        * disruptions.get().openDaysPerYear((safety + strategic) / perDay))
                : OptionalDouble.empty();
    }

    /**
     * What sharing makes least, money a year: routine loss, and where a stockpile competes what disruptions cost beyond it
     * and the proposed safety stock; by service the value that is not delivered.
     */
    double objective(double safety, double strategic) {
        return basis == Basis.LOSS
                ? routineLoss(safety)
                        + (piled ? disruptionLoss(proposedSafety, strategic).orElse(0) : 0)
                : valueShort(safety);
    }

    /** What stays open, money a year. */
    double open(double safety, double strategic) {
        return basis == Basis.LOSS
                ? routineLoss(safety) + disruptionLoss(safety, strategic).orElse(0)
                : valueShort(safety);
    }

    /** What is not delivered from stock, money a year at unit cost: {@code c (D / Q) s (G(k) - G(k + Q / s))}. */
    double valueShort(double safety) {
        double sigma = terms.sigma();
        return sigma > 0
                ? terms.unitCost()
                        * terms.annualDemand()
                        / terms.orderQuantity()
                        * sigma
                        * UnitLoss.between(safety / sigma, terms.orderQuantity() / sigma)
                : 0;
    }

    /** What is asked for, money a year at unit cost. */
    double valueAsked() {
        return terms.unitCost() * terms.annualDemand();
    }

    /** What one more piece of safety stock avoids, money a year per unit of money. */
    double nextSafety(double safety) {
        return (objective(safety, proposedStrategic) - objective(safety + 1, proposedStrategic)) / terms.unitCost();
    }

    /** What one more piece of stockpile avoids, money a year per unit of money. */
    double nextStrategic(double strategic) {
        double covered = perDay() * coveredDays();
        return (disruptionLoss(covered, strategic).orElse(0)
                        - disruptionLoss(covered, strategic + 1).orElse(0))
                / terms.unitCost();
    }

    private double perDay() {
        return terms.annualDemand() / YEAR_DAYS;
    }

    /** Days that the proposed safety stock covers: a stockpile is sized on top of them. */
    private double coveredDays() {
        return proposedSafety / perDay();
    }
}
