package io.posture.analysis.budget;

import io.posture.api.ItemId;
import io.posture.io.run.ExposedSupply;
import io.posture.io.run.FailureLaw;
import io.posture.io.run.ItemEconomics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** An item with the figures that a test wants: carrying rate 0.25, issued yesterday. */
final class Economics {

    private final String sku;
    private String policy = "SAFETY_STOCK";
    private boolean vital;
    private OptionalDouble unitCost = OptionalDouble.empty();
    private OptionalDouble shortageCost = OptionalDouble.empty();
    private double annualDemand;
    private double orderQuantity = 1;
    private double sigma;
    private ItemEconomics.Stock safety = new ItemEconomics.Stock(OptionalDouble.empty(), OptionalDouble.of(0));
    private ItemEconomics.Stock strategic = ItemEconomics.Stock.UNKNOWN;
    private OptionalDouble onHand = OptionalDouble.empty();
    private int daysSinceIssue = 1;
    private Optional<FailureLaw> disruptions = Optional.empty();
    private Optional<ItemEconomics.Counted> counted = Optional.empty();
    private Optional<ExposedSupply.Judgement> judgement = Optional.empty();
    private OptionalDouble best = OptionalDouble.empty();
    private double exposedShare = 1;
    private double safetyShare = 1;
    private String state = "";
    private double regulatory;
    private final List<ItemEconomics.Supply> sources = new ArrayList<>();

    private Economics(String sku) {
        this.sku = sku;
    }

    static Economics item(String sku) {
        return new Economics(sku);
    }

    /** Ten a day in lots of 100, deviation 20; a piece costs 10, and 100 if it is short. */
    static Economics tenADay(String sku) {
        return item(sku).cost(10).shortage(100).demand(3650, 100, 20);
    }

    Economics policy(String code) {
        policy = code;
        return this;
    }

    Economics vital() {
        vital = true;
        return this;
    }

    Economics cost(double perPiece) {
        unitCost = OptionalDouble.of(perPiece);
        return this;
    }

    Economics shortage(double perPiece) {
        shortageCost = OptionalDouble.of(perPiece);
        return this;
    }

    Economics demand(double perYear, double lot, double deviation) {
        annualDemand = perYear;
        orderQuantity = lot;
        sigma = deviation;
        return this;
    }

    Economics proposed(double pieces) {
        safety = new ItemEconomics.Stock(safety.current(), OptionalDouble.of(pieces));
        return this;
    }

    Economics today(double pieces) {
        safety = new ItemEconomics.Stock(OptionalDouble.of(pieces), safety.proposed());
        return this;
    }

    Economics strategic(double today, double proposed) {
        strategic = new ItemEconomics.Stock(OptionalDouble.of(today), OptionalDouble.of(proposed));
        return this;
    }

    /** A stockpile that is proposed while nobody knows what is held. */
    Economics wanted(double pieces) {
        strategic = new ItemEconomics.Stock(OptionalDouble.empty(), OptionalDouble.of(pieces));
        return this;
    }

    Economics onHand(double pieces, int days) {
        onHand = OptionalDouble.of(pieces);
        daysSinceIssue = days;
        return this;
    }

    Economics disruptions(double perYear, double meanDays, double cv) {
        disruptions = Optional.of(new FailureLaw(perYear, meanDays, cv));
        return this;
    }

    Economics from(String supplier, String region, double share) {
        sources.add(new ItemEconomics.Supply(supplier, region, share, OptionalDouble.empty(), Optional.empty()));
        return this;
    }

    Economics from(String supplier, String region, double share, double open, double perYear) {
        sources.add(new ItemEconomics.Supply(
                supplier, region, share, OptionalDouble.of(open), Optional.of(new FailureLaw(perYear, 30, 1))));
        return this;
    }

    /** What a source that fails leaves open of the demand, and what of the safety stock counts then. */
    Economics exposed(double shareOfDemand, double shareOfSafetyStock) {
        exposedShare = shareOfDemand;
        safetyShare = shareOfSafetyStock;
        return this;
    }

    Economics judged(
            String verdict, double pieces, double bestPieces, double carrying, double avoided, double loading) {
        judgement = Optional.of(new ExposedSupply.Judgement(verdict, pieces, carrying, avoided, loading));
        best = OptionalDouble.of(bestPieces);
        return this;
    }

    Economics open(String why) {
        state = why;
        return this;
    }

    /** A part of the strategic stock that a regulation asks for. */
    Economics regulatory(double pieces) {
        regulatory = pieces;
        return this;
    }

    Economics counted(double mean, double variance) {
        counted = Optional.of(new ItemEconomics.Counted(mean, variance));
        return this;
    }

    ItemEconomics done() {
        return new ItemEconomics(
                ItemId.of(sku),
                policy,
                vital,
                unitCost,
                0.25,
                shortageCost,
                OptionalDouble.of(annualDemand / 365),
                OptionalDouble.of(orderQuantity),
                OptionalDouble.of(sigma),
                safety,
                counted,
                strategic,
                regulatory,
                state,
                onHand,
                OptionalInt.of(daysSinceIssue),
                false,
                disruptions.map(law -> new ExposedSupply(
                        law,
                        annualDemand / 365 * exposedShare,
                        safetyShare,
                        unitCost.isPresent() ? OptionalDouble.of(0.25 * unitCost.getAsDouble()) : unitCost,
                        best,
                        judgement)),
                sources);
    }
}
