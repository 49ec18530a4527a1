package io.posture.analysis.budget;

import io.posture.api.ItemId;
import io.posture.io.run.DisruptionPrior;
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
    private Optional<DisruptionPrior> disruptions = Optional.empty();
    private final List<ItemEconomics.Supply> sources = new ArrayList<>();

    private Economics(String sku) {
        this.sku = sku;
    }

    static Economics item(String sku) {
        return new Economics(sku);
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

    Economics onHand(double pieces, int days) {
        onHand = OptionalDouble.of(pieces);
        daysSinceIssue = days;
        return this;
    }

    Economics disruptions(double perYear, double meanDays, double cv) {
        disruptions = Optional.of(new DisruptionPrior(perYear, meanDays, cv));
        return this;
    }

    Economics from(String supplier, String region, double share) {
        sources.add(new ItemEconomics.Supply(supplier, region, share));
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
                strategic,
                onHand,
                OptionalInt.of(daysSinceIssue),
                false,
                disruptions,
                sources);
    }
}
