package io.posture.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the histories of an item show, as lines of text: stable and disrupted stretches side by side, never averaged. */
final class HistoryPage {

    private static final int SHOWN = 5;
    private static final String A_DAY = " pieces a day";
    private static final String DAYS = " days";

    private final List<String> lines = new ArrayList<>();

    private HistoryPage() {}

    /** The lines of the field {@code history} of an explanation; none if it is absent. */
    static List<String> of(JsonNode history) {
        HistoryPage page = new HistoryPage();
        if (history.has("demand")) {
            page.demand(history.get("demand"));
        }
        if (history.has("lead_time")) {
            page.leadTime(history.get("lead_time"));
        }
        return page.lines;
    }

    private void demand(JsonNode demand) {
        String bucket = demand.path("bucket").asText().toLowerCase(Locale.ROOT);
        lines.add("Demand: " + demand.path("class").asText() + " over "
                + demand.path("buckets").asInt() + " buckets of a " + bucket + ", "
                + moments(demand, "mean_per_day", "sd_per_day", A_DAY));
        trend(demand.path("trend"), "demand", " pieces a " + bucket);
        season(demand.path("season"));
        stretches(demand.path("stretches"), "buckets", A_DAY);
        outliers(demand.path("outliers"));
        JsonNode censoring = demand.path("censoring");
        if (censoring.isObject()) {
            lines.add(censoring.path("censored_buckets").asInt() + " buckets with a stock-out: sold "
                    + Rounded.of(censoring.path("observed_mean_per_day")) + A_DAY + ", "
                    + (censoring.path("mean_per_day").isNumber()
                            ? "estimated " + moments(censoring, "mean_per_day", "sd_per_day", A_DAY) + " ("
                                    + censoring.path("method").asText() + ")"
                            : "nothing can be said of the demand behind them"));
        }
        JsonNode analogue = demand.path("analogue");
        if (analogue.isObject()) {
            boolean stated = analogue.path("kind").asText().equals("stated");
            lines.add((stated
                            ? "None: demand is what "
                            : "New: demand is borrowed from the "
                                    + analogue.path("kind").asText() + " ")
                    + analogue.path("name").asText()
                    + (stated ? " states, " : ", ")
                    + moments(analogue, "mean_per_day", "sd_per_day", A_DAY));
        }
    }

    private void leadTime(JsonNode supply) {
        String quantiles = supply.path("median_days").isNumber()
                ? ", half within " + Rounded.of(supply.path("median_days")) + DAYS
                        + (supply.path("p90_days").isNumber()
                                ? ", nine of ten within " + Rounded.of(supply.path("p90_days")) + DAYS
                                : "")
                : "";
        lines.add("Lead time: " + supply.path("closed_lines").asInt() + " closed lines, "
                + supply.path("open_lines").asInt() + " open" + quantiles);
        if (supply.path("lower_bound").asBoolean()) {
            lines.add("Open lines are older than the mean of the closed ones: the true lead time is longer");
        }
        if (supply.path("slip_days").isNumber()) {
            lines.add("Against the first promise: " + Rounded.of(supply.path("slip_days")) + DAYS + " late on average"
                    + counted(supply.path("unpromised_lines"), ", %d lines without a promise left out"));
        }
        if (supply.path("event_lines").asInt() > 0) {
            lines.add(supply.path("event_lines").asInt() + " lines of disruption events are kept out of the lead time");
        }
        trend(supply.path("trend"), "lead time", " days a day of order date");
        stretches(supply.path("stretches"), "lines", DAYS);
    }

    private void trend(JsonNode trend, String of, String unit) {
        if (trend.path("flagged").asBoolean()) {
            double slope = trend.path("slope").doubleValue();
            lines.add("Trend: " + of + (slope > 0 ? " rises" : " falls") + " by "
                    + Rounded.of(trend.path("slope")).replace("-", "") + unit + " (p = "
                    + Rounded.of(trend.path("p")) + ")");
        }
    }

    private void season(JsonNode season) {
        if (!season.isObject()) {
            return;
        }
        int highest = 0;
        int lowest = 0;
        JsonNode indices = season.path("indices");
        for (int i = 1; i < indices.size(); i++) {
            highest = indices.get(i).doubleValue() > indices.get(highest).doubleValue() ? i : highest;
            lowest = indices.get(i).doubleValue() < indices.get(lowest).doubleValue() ? i : lowest;
        }
        String step = season.path("bucket").asText().toLowerCase(Locale.ROOT);
        lines.add("Season: " + step + " " + (highest + 1) + " at " + Rounded.of(indices.path(highest))
                + " times the average is highest, " + step + " " + (lowest + 1) + " at "
                + Rounded.of(indices.path(lowest)) + " lowest, counted from "
                + season.path("start").asText() + "; autocorrelation " + Rounded.of(season.path("autocorrelation"))
                + " against a limit of " + Rounded.of(season.path("limit")) + ", confidence "
                + season.path("confidence").asText());
    }

    private void stretches(JsonNode stretches, String what, String unit) {
        if (!stretches.isObject()) {
            return;
        }
        if (stretches.path("list").size() > 1) {
            lines.add(
                    (stretches.path("by_user").asBoolean() ? "Stretches, as the policy names them" : "Stretches found")
                            + "; only the stable ones count for sizes:");
            stretches
                    .path("list")
                    .forEach(stretch -> lines.add("  " + stretch.path("from").asText() + " to "
                            + stretch.path("to").asText() + " "
                            + stretch.path("regime").asText() + ": "
                            + stretch.path("buckets").asInt() + " " + what + ", "
                            + moments(stretch, "mean", "sd", unit)));
        }
        JsonNode disrupted = stretches.path("disrupted");
        if (disrupted.isObject()) {
            lines.add("Disrupted together: " + moments(disrupted, "mean", "sd", unit) + ", "
                    + Math.round(100 * disrupted.path("share").doubleValue()) + " % of the time");
        }
        if (stretches.path("level_shift").asBoolean()) {
            lines.add("The level has moved: the last stretch is the new normal");
        }
        if (stretches.has("suspected_shift")) {
            lines.add("The level may have moved on "
                    + stretches.path("suspected_shift").asText() + ": look at it, nothing was changed for it");
        }
    }

    private void outliers(JsonNode outliers) {
        for (int i = 0; i < Math.min(SHOWN, outliers.size()); i++) {
            JsonNode outlier = outliers.get(i);
            lines.add("Outlier: " + Rounded.of(outlier.path("pieces")) + " pieces in the bucket from "
                    + outlier.path("bucket").asText() + ", far above "
                    + Rounded.of(outlier.path("winsorised")));
        }
        if (outliers.size() > SHOWN) {
            lines.add("and " + (outliers.size() - SHOWN) + " more outliers");
        }
    }

    private static String moments(JsonNode of, String mean, String sd, String unit) {
        return Rounded.of(of.path(mean))
                + unit
                + (of.path(sd).isNumber() ? ", deviation " + Rounded.of(of.path(sd)) : "");
    }

    private static String counted(JsonNode number, String format) {
        return number.asInt() == 0 ? "" : String.format(Locale.ROOT, format, number.asInt());
    }
}
