package io.posture.io.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.posture.api.SizedItem;
import io.posture.api.StockpileNames;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The source whose failure leaves most of an item's demand open, as the stockpile was sized against it, and what the run says of
 * the stockpile.
 *
 * @param law how often and how long it fails
 * @param perDay demand without supply while it is down, pieces a day, at least 0
 * @param safetyShare share of a safety stock that counts when it fails, 0 to 1: half by setting, less where it expires
 * @param carryingPerPiece what a piece of stockpile costs to hold, money a year; empty without a unit cost
 * @param best stockpile that costs least, pieces, not rounded; empty if it has no size
 * @param judgement what the run says of the stockpile of today, else of the proposed one; empty if it says nothing
 */
public record ExposedSupply(
        FailureLaw law,
        double perDay,
        double safetyShare,
        OptionalDouble carryingPerPiece,
        OptionalDouble best,
        Optional<Judgement> judgement) {

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if a number is outside its range
     */
    public ExposedSupply {
        if (!(perDay >= 0 && Double.isFinite(perDay) && safetyShare >= 0 && safetyShare <= 1)) {
            throw new IllegalArgumentException(
                    "need perDay >= 0 and safetyShare in [0, 1], were " + perDay + " and " + safetyShare);
        }
    }

    /**
     * What a run says of a stockpile.
     *
     * @param verdict OVER_INSURED, TRIM, BALANCED or UNDER_INSURED
     * @param pieces the stockpile
     * @param carrying what it costs, money a year
     * @param avoided what it avoids, money a year
     * @param riskLoading by which what it avoids was weighed
     */
    public record Judgement(String verdict, double pieces, double carrying, double avoided, double riskLoading) {}

    /** What the stockpile of an item was sized against; empty if no step says how its supply fails. */
    static Optional<ExposedSupply> of(StrategicResult strategic) {
        Optional<FailureLaw> law = law(
                strategic.tree().find(StockpileNames.DISRUPTIONS_PER_YEAR),
                strategic.tree().find(StockpileNames.DISRUPTION_DAYS));
        OptionalDouble perDay = strategic.number(StockpileNames.EXPOSED_DEMAND);
        if (law.isEmpty() || perDay.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ExposedSupply(
                law.get(),
                perDay.getAsDouble(),
                safetyShare(strategic, perDay.getAsDouble()),
                strategic.number(StockpileNames.CARRYING_PER_PIECE),
                strategic.bestPieces(),
                judgement(strategic)));
    }

    /** How a source fails, from its frequency and the figure of its lengths. */
    static Optional<FailureLaw> law(Optional<Explanation> rate, Optional<Explanation> days) {
        Optional<Figure> perYear = figure(rate);
        Optional<Figure> length = figure(days);
        Optional<Figure> cv = length.flatMap(tree -> figure(tree.find(StockpileNames.DISRUPTION_CV)));
        return perYear.isPresent() && length.isPresent() && cv.isPresent()
                ? Optional.of(new FailureLaw(
                        perYear.get().value(), length.get().value(), cv.get().value()))
                : Optional.empty();
    }

    private static double safetyShare(StrategicResult strategic, double perDay) {
        Optional<Explanation> covered = strategic.tree().find(StockpileNames.COVERED_DAYS);
        double days = figure(covered).map(Figure::value).orElse(0.0);
        double sized = figure(covered.flatMap(tree -> tree.find(SizedItem.SAFETY_STOCK)))
                .map(Figure::value)
                .orElse(0.0);
        return sized > 0 && perDay > 0 ? Math.min(1, days * perDay / sized) : 1;
    }

    private static Optional<Judgement> judgement(StrategicResult strategic) {
        Optional<Explanation> today = strategic.tree().find(StockpileNames.VERDICT_TODAY);
        OptionalDouble pieces = today.isPresent() ? strategic.today() : strategic.pieces();
        Optional<Explanation> verdict = today.or(() -> strategic.tree().find(StockpileNames.VERDICT));
        Optional<Figure> carrying = figure(verdict.flatMap(tree -> tree.find(StockpileNames.CARRYING_COMPARED)));
        Optional<Figure> avoided = figure(verdict.flatMap(tree -> tree.find(StockpileNames.AVOIDED_LOSS)));
        Optional<Figure> loading = figure(verdict.flatMap(tree -> tree.find(StockpileNames.RISK_LOADING)));
        return pieces.isPresent() && carrying.isPresent() && avoided.isPresent() && loading.isPresent()
                ? verdict.map(said -> new Judgement(
                        said.text(),
                        pieces.getAsDouble(),
                        carrying.get().value(),
                        avoided.get().value(),
                        loading.get().value()))
                : Optional.empty();
    }

    private static Optional<Figure> figure(Optional<Explanation> node) {
        return node.filter(Figure.class::isInstance).map(Figure.class::cast);
    }

    /** Writes an object. */
    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeFieldName("failures");
        write(json, Optional.of(law));
        JsonText.number(json, "exposed_per_day", perDay);
        JsonText.number(json, "safety_share", safetyShare);
        JsonText.number(json, "carrying_per_piece", carryingPerPiece);
        JsonText.number(json, "best", best);
        if (judgement.isPresent()) {
            Judgement said = judgement.get();
            json.writeObjectFieldStart("judgement");
            json.writeStringField("verdict", said.verdict());
            JsonText.number(json, "pieces", said.pieces());
            JsonText.number(json, "carrying", said.carrying());
            JsonText.number(json, "avoided", said.avoided());
            JsonText.number(json, "risk_loading", said.riskLoading());
            json.writeEndObject();
        } else {
            json.writeNullField("judgement");
        }
        json.writeEndObject();
    }

    static void write(JsonGenerator json, Optional<FailureLaw> law) throws IOException {
        if (law.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        JsonText.number(json, "per_year", law.get().eventsPerYear());
        JsonText.number(json, "mean_days", law.get().meanDays());
        JsonText.number(json, "cv", law.get().cv());
        json.writeEndObject();
    }

    /** What {@link #write(JsonGenerator)} wrote. */
    static Optional<ExposedSupply> read(JsonNode node) {
        Optional<FailureLaw> law = readLaw(node.path("failures"));
        JsonNode said = node.path("judgement");
        return law.map(of -> new ExposedSupply(
                of,
                node.path("exposed_per_day").doubleValue(),
                node.path("safety_share").doubleValue(),
                RunEconomics.number(node.path("carrying_per_piece")),
                RunEconomics.number(node.path("best")),
                said.isObject()
                        ? Optional.of(new Judgement(
                                said.path("verdict").asText(),
                                said.path("pieces").doubleValue(),
                                said.path("carrying").doubleValue(),
                                said.path("avoided").doubleValue(),
                                said.path("risk_loading").doubleValue()))
                        : Optional.empty()));
    }

    static Optional<FailureLaw> readLaw(JsonNode law) {
        return law.isObject()
                ? Optional.of(new FailureLaw(
                        law.path("per_year").doubleValue(),
                        law.path("mean_days").doubleValue(),
                        law.path("cv").doubleValue()))
                : Optional.empty();
    }
}
