package io.posture.io.run;

import com.fasterxml.jackson.core.JsonGenerator;
import io.posture.api.ItemId;
import io.posture.api.ItemProfile;
import io.posture.api.Outcome;
import io.posture.api.PostureDecision;
import io.posture.api.SourcingLink;
import io.posture.api.StockpileNames;
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
 * @param strategicStock held today and proposed, pieces
 * @param onHand usable stock, pieces
 * @param daysSinceIssue days since the last issue
 * @param criticalSpare whether its absence stops an asset without bypass
 * @param disruptions of its supply; empty if nobody said
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
        Stock strategicStock,
        OptionalDouble onHand,
        OptionalInt daysSinceIssue,
        boolean criticalSpare,
        Optional<DisruptionPrior> disruptions,
        List<Supply> sources) {

    private static final String VITAL = "V";

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
     * A supplier of the item.
     *
     * @param supplier its key
     * @param region region that one event can hit as a whole, else its country; empty if unknown
     * @param share share of the supply, (0, 1]
     */
    public record Supply(String supplier, String region, double share) {}

    /**
     * The figures of an item.
     *
     * @param carryingRate of items without one of their own
     * @param location what the user's system holds of it today
     * @param prior disruptions where the decision names none
     */
    public static ItemEconomics of(
            Outcome outcome, double carryingRate, ItemLocation location, Optional<DisruptionPrior> prior) {
        return of(new ItemResult(outcome, carryingRate, location), prior);
    }

    static ItemEconomics of(ItemResult result, Optional<DisruptionPrior> prior) {
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
                new Stock(result.location().safetyStock(), pieces(decision.map(PostureDecision::safetyStock))),
                new Stock(result.strategic().today(), result.strategic().pieces()),
                profile.stock().usablePieces(),
                profile.demand().daysSinceLastIssue(),
                profile.item().criticalSpare(),
                disruptions(result, prior),
                profile.supply().used().stream().map(ItemEconomics::supply).toList());
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

    /** As the stockpile was sized with; without that, as it is usual. */
    private static Optional<DisruptionPrior> disruptions(ItemResult result, Optional<DisruptionPrior> prior) {
        StrategicResult strategic = result.strategic();
        OptionalDouble rate = strategic.number(StockpileNames.DISRUPTIONS_PER_YEAR);
        OptionalDouble days = strategic.number(StockpileNames.DISRUPTION_DAYS);
        OptionalDouble cv = strategic.number(StockpileNames.DISRUPTION_CV);
        return rate.isPresent() && days.isPresent() && cv.isPresent()
                ? Optional.of(new DisruptionPrior(rate.getAsDouble(), days.getAsDouble(), cv.getAsDouble()))
                : prior;
    }

    private static Supply supply(SourcingLink link) {
        String region = link.supplier().region();
        return new Supply(
                link.supplier().id(), region.isEmpty() ? link.supplier().country() : region, link.share());
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
        json.writeEndObject();
        JsonText.number(json, "on_hand", onHand);
        JsonText.number(
                json,
                "days_since_issue",
                daysSinceIssue.isPresent() ? OptionalDouble.of(daysSinceIssue.getAsInt()) : OptionalDouble.empty());
        json.writeBooleanField("critical_spare", criticalSpare);
        if (disruptions.isPresent()) {
            json.writeObjectFieldStart("disruptions");
            JsonText.number(json, "per_year", disruptions.get().eventsPerYear());
            JsonText.number(json, "mean_days", disruptions.get().meanDays());
            JsonText.number(json, "cv", disruptions.get().cv());
            json.writeEndObject();
        } else {
            json.writeNullField("disruptions");
        }
        json.writeArrayFieldStart("sources");
        for (Supply source : sources) {
            json.writeStartObject();
            json.writeStringField("supplier", source.supplier());
            JsonText.textOrNull(json, "region", source.region());
            JsonText.number(json, "share", source.share());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
