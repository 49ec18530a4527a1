package io.posture.analysis.budget;

import io.posture.io.run.ItemEconomics;
import io.posture.resilience.economics.BudgetAllocation;
import java.util.Optional;
import java.util.OptionalDouble;

/** An item whose buffers compete for money, as numbers. */
final class Weighed {

    private static final double SLACK = 1e-9;

    private final int place;
    private final Basis basis;
    private final ItemEconomics item;
    private final BudgetAllocation.Item terms;
    private final Cycle cycle;
    private final double proposedSafety;
    private final double proposedStrategic;
    private final Optional<Pile> pile;
    private final boolean piled;
    private final double leastStrategic;
    private final double mostStrategic;

    /**
     * An item.
     *
     * @param place among those that compete, from 0
     * @param basis what money is weighed by
     * @param terms its safety stock
     */
    Weighed(int place, Basis basis, ItemEconomics item, BudgetAllocation.Item terms) {
        this.place = place;
        this.basis = basis;
        this.item = item;
        this.terms = terms;
        Optional<CountedDemand> counted = CountedDemand.of(item.counted());
        this.cycle = counted.isPresent()
                ? new Cycle.InPieces(counted.get(), terms.orderQuantity())
                : new Cycle.Smooth(terms);
        this.proposedSafety = item.safetyStock().proposed().orElse(0);
        this.proposedStrategic = item.strategicStock().proposed().orElse(0);
        this.pile = basis == Basis.LOSS
                ? item.exposed()
                        .map(supply -> Pile.of(supply, terms.shortageCost(), terms.unitCost(), item.carryingRate()))
                : Optional.empty();
        this.piled = proposedStrategic > 0 && pile.isPresent() && pile.get().perDay() > 0;
        // of an item that runs out a decision may hold less
        this.leastStrategic = Math.min(proposedStrategic, Math.max(0, Math.ceil(item.regulatoryPieces() - SLACK)));
        this.mostStrategic =
                piled ? Math.max(leastStrategic, pile.orElseThrow().most(proposedSafety)) : proposedStrategic;
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

    /** Whether it is known what disruptions cost. */
    boolean disruptionsKnown() {
        return pile.isPresent();
    }

    /** Safety stock where another unit of money avoids theta, pieces. */
    double safetyStock(double theta) {
        double worth = worth();
        return worth > 0 ? cycle.stock(theta / worth, once()) : 0;
    }

    /** What a piece that is short in every cycle would cost, money a year per unit of money: {@code p (D / Q) / c}. */
    private double worth() {
        return BudgetAllocation.worth(terms);
    }

    /** By service a piece that is short over several cycles counts once. */
    private boolean once() {
        return basis == Basis.SERVICE;
    }

    private double cycles() {
        return terms.annualDemand() / terms.orderQuantity();
    }

    /**
     * Stockpile where another unit of money avoids theta, or its carrying cost if that is more, pieces; never less than a
     * regulation asks for.
     */
    double strategicStock(double theta) {
        return piled
                ? Math.max(leastStrategic, pile.orElseThrow().pieces(proposedSafety, theta, mostStrategic))
                : proposedStrategic;
    }

    /** The stockpile that costs least if money is free, pieces. */
    double mostStrategic() {
        return mostStrategic;
    }

    /** From this theta on nothing of it is bought. */
    double dearest() {
        double first = piled ? pile.orElseThrow().dearest() / terms.unitCost() : 0;
        return Math.max(worth() * cycle.missing(0, once()), first);
    }

    /** At this theta its safety stock is as much as is needed; 0 if money avoids nothing. */
    double cheapest() {
        return worth() * cycle.missing(cycle.enough(), once());
    }

    /** Money in both buffers. */
    double capital(double safety, double strategic) {
        return terms.unitCost() * (safety + strategic);
    }

    /** Expected loss of routine shortage, money a year: {@code p (D / Q)} times the pieces short in a cycle. */
    double routineLoss(double safety) {
        return terms.shortageCost() * cycles() * cycle.shortPieces(safety);
    }

    /** Expected loss of disruptions, money a year; empty where no loss is claimed, or nobody says how supply fails. */
    OptionalDouble disruptionLoss(double safety, double strategic) {
        return pile.stream().mapToDouble(of -> of.loss(safety, strategic)).findFirst();
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

    /** What is not delivered from stock, money a year at unit cost. */
    double valueShort(double safety) {
        return terms.unitCost() * cycles() * cycle.notServed(safety);
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
        Pile of = pile.orElseThrow();
        return (of.loss(proposedSafety, strategic) - of.loss(proposedSafety, strategic + 1)) / terms.unitCost();
    }
}
