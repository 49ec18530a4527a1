package io.posture.io.run;

import com.fasterxml.jackson.core.JsonGenerator;
import io.posture.api.DemandClass;
import io.posture.api.ItemId;
import io.posture.api.ItemProfile;
import io.posture.api.Outcome;
import io.posture.api.PostureDecision;
import io.posture.api.SourcingLink;
import io.posture.explain.Figure;
import io.posture.io.ItemLocation;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What money is shared out by, of one item; what is unknown is empty, never 0.
 *
 * @param id the item
 * @param policy the policy that was decided, for example {@code RUN_OUT}; empty if none was
 * @param vital whether its criticality is V, so that a person decides on every cut
 * @param unitCost money per piece
 * @param carryingRate share of the unit cost a year
 * @param shortageCost of a piece short, money
 * @param demandPerDay pieces a day
 * @param orderQuantity pieces
 * @param sigma deviation of the demand over the lead time, pieces
 * @param safetyStock held today and proposed, pieces
 * @param counted demand over the lead time of an item that moves slowly, to be counted in whole pieces; empty for others
 * @param strategicStock held today and proposed, pieces
 * @param regulatoryPieces strategic stock that a regulation asks for, pieces, at least 0: no sharing of money goes below it
 * @param strategicState HELD, NOT_ASKED, or why a stockpile that is asked for has no size; empty if no step sizes one
 * @param onHand usable stock, pieces
 * @param daysSinceIssue days since the last issue
 * @param criticalSpare whether its absence stops an asset without bypass
 * @param exposed what its stockpile was sized against; empty if nobody said how its supply fails
 * @param sources suppliers that it is bought from, largest share first
 */
public record ItemEconomics(
        ItemId id,
        String policy,
        boolean vital,
        OptionalDouble unitCost,
        double carryingRate,
        OptionalDouble shortageCost,
        OptionalDouble demandPerDay,
        OptionalDouble orderQuantity,
        OptionalDouble sigma,
        Stock safetyStock,
        Optional<Counted> counted,
        Stock strategicStock,
        double regulatoryPieces,
        String strategicState,
        OptionalDouble onHand,
        OptionalInt daysSinceIssue,
        boolean criticalSpare,
        Optional<ExposedSupply> exposed,
        List<Supply> sources) {

    private static final String VITAL = "V";
    private static final double FEW_PIECES = 10;

    /** A list of its own. */
    public ItemEconomics {
        sources = List.copyOf(sources);
    }

    /**
     * A stock today and as proposed.
     *
     * @param current pieces
     * @param proposed pieces
     */
    public record Stock(OptionalDouble current, OptionalDouble proposed) {

        /** Nothing is known. */
        public static final Stock UNKNOWN = new Stock(OptionalDouble.empty(), OptionalDouble.empty());
    }

    /**
     * Demand over the lead time and what an order comes too late by, in whole pieces.
     *
     * @param mean pieces, above 0
     * @param variance pieces squared, at least 0
     */
    public record Counted(double mean, double variance) {

        /**
         * Checks.
         *
         * @throws IllegalArgumentException if a number is outside its range or not finite
         */
        public Counted {
            if (!(mean > 0 && variance >= 0 && Double.isFinite(mean + variance))) {
                throw new IllegalArgumentException(
                        "need a finite mean > 0 and variance >= 0, were " + mean + " and " + variance);
            }
        }
    }

    /**
     * A supplier of the item.
     *
     * @param supplier its key
     * @param region region that one event can hit as a whole, else its country; empty if unknown
     * @param share share of the supply, (0, 1]
     * @param exposedShare share of the demand without supply while it is down; empty if the run does not say
     * @param law how it fails; empty if the run does not say
     */
    public record Supply(
            String supplier, String region, double share, OptionalDouble exposedShare, Optional<FailureLaw> law) {}

    /**
     * The figures of an item.
     *
     * @param carryingRate of items without one of their own
     * @param location what the user's system holds of it today
     */
    public static ItemEconomics of(Outcome outcome, double carryingRate, ItemLocation location) {
        return of(new ItemResult(outcome, carryingRate, location));
    }

    static ItemEconomics of(ItemResult result) {
        ItemProfile profile = result.profile();
        Optional<PostureDecision> decision = result.decision();
        return new ItemEconomics(
                result.id(),
                result.policy(),
                result.code("criticality").equals(VITAL),
                profile.item().unitCost(),
                result.carryingRate(),
                profile.shortageCost().stream().mapToDouble(Figure::value).findFirst(),
                profile.demand().hasRate() ? OptionalDouble.of(profile.demand().meanPerDay()) : OptionalDouble.empty(),
                pieces(decision.map(PostureDecision::orderQuantity)),
                sigma(result),
                new Stock(result.location().safetyStock(), result.proposedSafetyStock()),
                counted(result),
                new Stock(result.strategic().today(), result.proposedStrategicStock()),
                profile.stock().regulatoryPieces(),
                result.strategic().state(),
                profile.stock().usablePieces(),
                profile.demand().daysSinceLastIssue(),
                profile.item().criticalSpare(),
                ExposedSupply.of(result.strategic()),
                profile.supply().used().stream()
                        .map(link -> supply(link, result.strategic()))
                        .toList());
    }

    private static OptionalDouble pieces(Optional<Figure> quantity) {
        return quantity.stream().mapToDouble(Figure::value).findFirst();
    }

    /** As it was sized with; of a stock that was not sized by a deviation, {@code sqrt(L sd^2 + d^2 sL^2)}. */
    private static OptionalDouble sigma(ItemResult result) {
        OptionalDouble sized = result.quantities().number("sigmaLtd");
        var demand = result.profile().demand();
        if (sized.isPresent() || demand.sdPerDay().isEmpty()) {
            return sized;
        }
        double sd = demand.sdPerDay().getAsDouble();
        double mean = demand.meanPerDay();
        return result.leadTime().stream()
                .mapToDouble(lead -> Math.sqrt(lead.meanDays() * sd * sd + mean * mean * lead.sdDays() * lead.sdDays()))
                .filter(Double::isFinite)
                .findFirst();
    }

    /** Sporadic demand, and demand of fewer than 10 pieces over the lead time, unless it is known to come in parts of pieces. */
    private static Optional<Counted> counted(ItemResult result) {
        ReasonIndex sizes = result.quantities();
        double mean = sizes.number("leadTimeDemand").orElse(0)
                + sizes.number("undershootMean").orElse(0);
        double sd = sizes.number("sigmaLtd").orElse(Double.NaN);
        double below = sizes.number("undershootSd").orElse(0);
        DemandClass demand = result.profile().demand().demandClass();
        boolean slow = demand == DemandClass.INTERMITTENT || demand == DemandClass.LUMPY || mean < FEW_PIECES;
        return slow
                        && mean > 0
                        && Double.isFinite(sd)
                        && !sizes.text("wholePieces").equals("no")
                ? Optional.of(new Counted(mean, sd * sd + below * below))
                : Optional.empty();
    }

    private static Supply supply(SourcingLink link, StrategicResult strategic) {
        String region = link.supplier().region();
        Optional<StrategicResult.Failing> failing =
                strategic.failing(link.supplier().id());
        return new Supply(
                link.supplier().id(),
                region.isEmpty() ? link.supplier().country() : region,
                link.share(),
                failing.stream()
                        .mapToDouble(StrategicResult.Failing::exposedShare)
                        .findFirst(),
                failing.map(StrategicResult.Failing::law));
    }

    /** Writes everything that a line of proposals does not say elsewhere. */
    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("location", id.site());
        json.writeStringField("policy", policy);
        json.writeBooleanField("vital", vital);
        JsonText.number(json, "carrying_rate", carryingRate);
        JsonText.number(json, "shortage_cost", shortageCost);
        JsonText.number(json, "demand_per_day", demandPerDay);
        JsonText.number(json, "order_quantity", orderQuantity);
        JsonText.number(json, "sigma", sigma);
        json.writeObjectFieldStart("strategic_stock");
        JsonText.number(json, "current", strategicStock.current());
        JsonText.number(json, "proposed", strategicStock.proposed());
        JsonText.number(json, "regulatory_minimum", regulatoryPieces);
        JsonText.textOrNull(json, "state", strategicState);
        json.writeEndObject();
        if (counted.isPresent()) {
            json.writeObjectFieldStart("counted");
            JsonText.number(json, "mean", counted.get().mean());
            JsonText.number(json, "variance", counted.get().variance());
            json.writeEndObject();
        } else {
            json.writeNullField("counted");
        }
        JsonText.number(json, "on_hand", onHand);
        JsonText.number(
                json,
                "days_since_issue",
                daysSinceIssue.isPresent() ? OptionalDouble.of(daysSinceIssue.getAsInt()) : OptionalDouble.empty());
        json.writeBooleanField("critical_spare", criticalSpare);
        if (exposed.isPresent()) {
            json.writeFieldName("exposed");
            exposed.get().write(json);
        } else {
            json.writeNullField("exposed");
        }
        json.writeArrayFieldStart("sources");
        for (Supply source : sources) {
            json.writeStartObject();
            json.writeStringField("supplier", source.supplier());
            JsonText.textOrNull(json, "region", source.region());
            JsonText.number(json, "share", source.share());
            JsonText.number(json, "exposed_share", source.exposedShare());
            json.writeFieldName("failures");
            ExposedSupply.write(json, source.law());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
