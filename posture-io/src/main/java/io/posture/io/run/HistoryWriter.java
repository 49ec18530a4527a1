package io.posture.io.run;

import com.fasterxml.jackson.core.JsonGenerator;
import io.posture.api.Analogue;
import io.posture.api.Censoring;
import io.posture.api.DemandProfile;
import io.posture.api.DemandSignals;
import io.posture.api.ItemProfile;
import io.posture.api.Outlier;
import io.posture.api.Season;
import io.posture.api.Stretch;
import io.posture.api.Stretches;
import io.posture.api.SupplySignals;
import io.posture.api.Trend;
import java.io.IOException;
import java.util.Optional;

/** Writes what the histories of an item show; what was not found is left out. */
final class HistoryWriter {

    private HistoryWriter() {}

    /** Writes the field {@code history}. */
    static void write(JsonGenerator json, ItemProfile profile) throws IOException {
        json.writeObjectFieldStart("history");
        json.writeObjectFieldStart("demand");
        demand(json, profile.demand());
        json.writeEndObject();
        if (!profile.supply().signals().equals(SupplySignals.NONE)) {
            json.writeObjectFieldStart("lead_time");
            supply(json, profile.supply().signals());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void demand(JsonGenerator json, DemandProfile demand) throws IOException {
        json.writeStringField("class", demand.demandClass().name());
        json.writeStringField("bucket", demand.history().bucket().name());
        json.writeNumberField("buckets", demand.history().length());
        JsonText.number(json, "mean_per_day", demand.meanPerDay());
        JsonText.number(json, "sd_per_day", demand.sdPerDay());
        DemandSignals signals = demand.signals();
        trend(json, signals.trend());
        if (signals.season().isPresent()) {
            season(json, signals.season().get());
        }
        stretches(json, signals.stretches());
        if (!signals.outliers().isEmpty()) {
            json.writeArrayFieldStart("outliers");
            for (Outlier outlier : signals.outliers()) {
                json.writeStartObject();
                json.writeStringField("bucket", outlier.bucket().toString());
                JsonText.number(json, "pieces", outlier.pieces());
                JsonText.number(json, "winsorised", outlier.winsorised());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        if (signals.censoring().isPresent()) {
            censoring(json, signals.censoring().get());
        }
        if (signals.analogue().isPresent()) {
            analogue(json, signals.analogue().get());
        }
    }

    private static void supply(JsonGenerator json, SupplySignals signals) throws IOException {
        json.writeNumberField("closed_lines", signals.closedDays().size());
        json.writeNumberField("open_lines", signals.openLines());
        json.writeBooleanField("lower_bound", signals.lowerBound());
        JsonText.number(json, "median_days", signals.medianDays());
        JsonText.number(json, "p90_days", signals.p90Days());
        json.writeNumberField("unpromised_lines", signals.unpromisedLines());
        JsonText.number(json, "slip_days", signals.slipDays());
        json.writeNumberField("event_lines", signals.eventLines());
        trend(json, signals.trend());
        stretches(json, signals.stretches());
    }

    private static void trend(JsonGenerator json, Optional<Trend> trend) throws IOException {
        if (trend.isPresent()) {
            json.writeObjectFieldStart("trend");
            JsonText.number(json, "z", trend.get().z());
            JsonText.number(json, "p", trend.get().pValue());
            JsonText.number(json, "slope", trend.get().slope());
            json.writeBooleanField("flagged", trend.get().flagged());
            json.writeEndObject();
        }
    }

    private static void season(JsonGenerator json, Season season) throws IOException {
        json.writeObjectFieldStart("season");
        json.writeStringField("bucket", season.bucket().name());
        json.writeStringField("start", season.start().toString());
        JsonText.number(json, "autocorrelation", season.autocorrelation());
        JsonText.number(json, "limit", season.limit());
        json.writeStringField("confidence", season.confidence().name());
        json.writeArrayFieldStart("indices");
        for (double index : season.indices()) {
            json.writeNumber(NumberText.of(index));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void stretches(JsonGenerator json, Stretches stretches) throws IOException {
        if (stretches.equals(Stretches.NONE)) {
            return;
        }
        json.writeObjectFieldStart("stretches");
        json.writeBooleanField("by_user", stretches.byUser());
        json.writeBooleanField("level_shift", stretches.levelShift());
        if (stretches.suspectedShift().isPresent()) {
            json.writeStringField(
                    "suspected_shift", stretches.suspectedShift().get().toString());
        }
        json.writeArrayFieldStart("list");
        for (Stretch stretch : stretches.list()) {
            json.writeStartObject();
            json.writeStringField("regime", stretch.regime().name());
            json.writeStringField("from", stretch.from().toString());
            json.writeStringField("to", stretch.to().toString());
            json.writeNumberField("buckets", stretch.buckets());
            JsonText.number(json, "mean", stretch.mean());
            JsonText.number(json, "sd", stretch.sd());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (stretches.disrupted().isPresent()) {
            Stretches.Disrupted disrupted = stretches.disrupted().get();
            json.writeObjectFieldStart("disrupted");
            JsonText.number(json, "mean", disrupted.mean());
            JsonText.number(json, "sd", disrupted.sd());
            JsonText.number(json, "share", disrupted.share());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void censoring(JsonGenerator json, Censoring censoring) throws IOException {
        json.writeObjectFieldStart("censoring");
        json.writeStringField("method", censoring.method());
        json.writeNumberField("censored_buckets", censoring.censoredBuckets());
        JsonText.number(json, "observed_mean_per_day", censoring.observedMeanPerDay());
        JsonText.number(json, "mean_per_day", censoring.meanPerDay());
        JsonText.number(json, "sd_per_day", censoring.sdPerDay());
        json.writeEndObject();
    }

    private static void analogue(JsonGenerator json, Analogue analogue) throws IOException {
        json.writeObjectFieldStart("analogue");
        json.writeStringField("kind", analogue.kind());
        json.writeStringField("name", analogue.name());
        json.writeNumberField("items", analogue.items());
        JsonText.number(json, "mean_per_day", analogue.meanPerDay());
        JsonText.number(json, "sd_per_day", analogue.sdPerDay());
        json.writeEndObject();
    }
}
