package io.posture.io.run;

import io.posture.api.LeadTime;
import io.posture.api.PostureDecision;
import io.posture.api.Service;
import io.posture.api.StockpileNames;
import io.posture.api.Stretches;
import io.posture.api.Trend;
import io.posture.explain.Figure;
import io.posture.io.input.RejectWriter;
import io.posture.io.sink.OutputColumn;
import io.posture.io.sink.OutputTable;
import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Writes the register: one row for each item. Numbers are exact, an unknown cell is empty, lists within a cell are
 * separated by semicolons.
 */
final class RegisterWriter implements Closeable {

    private static final List<Column> COLUMNS = List.of(
            text("item_id", result -> result.id().sku()),
            text("location_id", result -> result.id().site()),
            text("posture", ItemResult::posture),
            text("recommended_policy", ItemResult::policy),
            text("item_state", result -> result.profile().state().name()),
            text("quadrant", result -> result.code("kraljic")),
            text("abc", result -> result.code("abc")),
            text("xyz", result -> result.code("xyz")),
            text("fsn", result -> result.code("fsn")),
            text("hml", result -> result.code("hml")),
            text("abc_xyz", result -> combined("", result.code("abc"), result.code("xyz"))),
            text(
                    "abc_fsn_risk",
                    result -> combined("-", result.code("abc"), result.code("fsn"), letter(result.code("risk")))),
            text(
                    "demand_class",
                    result -> result.profile().demand().demandClass().name()),
            flag(
                    "seasonal",
                    result -> Boolean.toString(result.profile().demand().seasonal())),
            text("trend", RegisterWriter::trend),
            number("criticality", RegisterWriter::criticality),
            text("criticality_source", RegisterWriter::criticalitySource),
            text("ved", result -> result.code("criticality")),
            number("supplier_risk_index", result -> result.score("sri", "sri")),
            number("sri_low", result -> result.score("sri", "sriLow")),
            number("sri_high", result -> result.score("sri", "sriHigh")),
            number("sri_coverage", result -> result.score("sri", "sriCoverage")),
            number("risk", result -> result.score("risk", "risk")),
            text("risk_level", result -> result.code("risk")),
            text("sourcing", result -> result.code("sourcing")),
            number("rpn", result -> result.score("fmea", "rpn")),
            text("action_priority", result -> result.code("fmea")),
            text("jit_failed", result -> list(result.reasons().text("jitFailed"))),
            number("lens_criticality", result -> result.number("lensCriticality")),
            number("lens_lead_time", result -> result.number("lensLeadTime")),
            number("lens_value", result -> result.number("lensValue")),
            number("lens_demand", result -> result.number("lensDemand")),
            number("lens_sourcing", result -> result.number("lensSourcing")),
            number("mean_daily_demand", RegisterWriter::meanDailyDemand),
            number("demand_sd", result -> result.profile().demand().sdPerDay()),
            number("disrupted_daily_demand", result -> disrupted(result, Stretches.Disrupted::mean)),
            number("disrupted_demand_sd", result -> disrupted(result, Stretches.Disrupted::sd)),
            number("safety_stock_if_disrupted", result -> result.quantities().number("safetyStockIfDisrupted")),
            number("lt_mean", result -> lead(result, LeadTime::meanDays)),
            number("lt_sd", result -> lead(result, LeadTime::sdDays)),
            number("otif", result -> service(result, Service::otif)),
            number("otif_lower", result -> service(result, Service::lower05)),
            number("service_target", result -> result.number("serviceTarget")),
            text("service_type", result -> result.quantities().text("serviceType")),
            text("method", MethodSentence::method),
            text("method_reason", MethodSentence::of),
            number("mc_low", result -> result.quantities().number("mcLow")),
            number("mc_high", result -> result.quantities().number("mcHigh")),
            text("confidence", ItemResult::confidence),
            number("safety_stock_qty", result -> quantity(result, PostureDecision::safetyStock)),
            number("strategic_stock_qty", result -> result.strategic().pieces()),
            number("reorder_point", result -> quantity(result, PostureDecision::reorderPoint)),
            number("order_qty", result -> quantity(result, PostureDecision::orderQuantity)),
            number("max_qty", ItemResult::maximum),
            text("formula_id", ItemResult::formulaId),
            text("strategic_state", result -> result.strategic().state()),
            text("strategic_reason", result -> result.strategic().reason()),
            number("tts_days", result -> result.strategic().number(StockpileNames.TIME_TO_SURVIVE)),
            number("ttr_days", result -> result.strategic().number(StockpileNames.TIME_TO_RECOVER)),
            number("gap_days", result -> result.strategic().number(StockpileNames.GAP)),
            number("buffer_value", ItemResult::bufferValue),
            number("carrying_cost_yr", ItemResult::carryingCostPerYear),
            number("strategic_value", result -> result.strategic().value()),
            number("strategic_carrying_cost_yr", result -> result.strategic().carryingPerYear()),
            number("expected_loss_lean_yr", result -> result.strategic().lossLean()),
            number("expected_loss_buffered_yr", result -> result.strategic().lossBuffered()),
            number("insurance_ratio", result -> result.strategic().insuranceRatio()),
            number("net_benefit_yr", result -> result.strategic().netBenefit()),
            number("break_even_shortage_cost", result -> result.strategic().number(StockpileNames.BREAK_EVEN)),
            text("best_alternative", result -> result.strategic().bestAlternative()),
            number("current_strategic_stock", result -> result.strategic().today()),
            number("regulatory_min_qty", result -> result.strategic().regulatoryMinimum()),
            text("insurance_verdict", result -> result.strategic().tree().text(StockpileNames.VERDICT_TODAY)),
            number("strategic_delta_qty", ItemResult::strategicChange),
            text("strategic_action", ItemResult::strategicAction),
            number("current_ss", result -> result.location().safetyStock()),
            number("delta_qty", ItemResult::change),
            number("delta_value", ItemResult::changeValue),
            text("action", ItemResult::action),
            text("reason_code", ItemResult::reasonCode),
            text("reason_text", ItemResult::reason),
            text(
                    "review_due",
                    result -> result.reviewDue().map(LocalDate::toString).orElse("")),
            text("override_id", result -> String.join(";", result.overrides())),
            text("data_grade", result -> result.grade().name()),
            text("missing_facts", result -> String.join(";", result.missingFacts())),
            text("warnings", result -> String.join(";", result.warnings())),
            text("explanation_id", result -> ExplanationId.of(result.id())));

    private final OutputTable table;

    /** A column and how its cell is read from a result. */
    private record Column(OutputColumn output, Function<ItemResult, String> cell) {}

    /** The table, which has {@link #columns}, is closed with this writer. */
    RegisterWriter(OutputTable table) {
        this.table = table;
    }

    /** The columns of the register. */
    static List<OutputColumn> columns() {
        return COLUMNS.stream().map(Column::output).toList();
    }

    void write(ItemResult result) throws IOException {
        table.row(COLUMNS.stream().map(column -> column.cell().apply(result)).toList());
    }

    /** The cells of a row by column, in their order. */
    static Map<String, String> cells(ItemResult result) {
        Map<String, String> cells = new LinkedHashMap<>();
        COLUMNS.forEach(
                column -> cells.put(column.output().name(), column.cell().apply(result)));
        return cells;
    }

    @Override
    public void close() throws IOException {
        table.close();
    }

    /** Whether a text gets an apostrophe. */
    static boolean guarded(String text) {
        return !RejectWriter.safe(text).equals(text);
    }

    private static Column text(String name, Function<ItemResult, String> cell) {
        return new Column(new OutputColumn(name, OutputColumn.Kind.TEXT), cell);
    }

    private static Column flag(String name, Function<ItemResult, String> cell) {
        return new Column(new OutputColumn(name, OutputColumn.Kind.FLAG), cell);
    }

    private static Column number(String name, Function<ItemResult, OptionalDouble> cell) {
        return new Column(
                new OutputColumn(name, OutputColumn.Kind.NUMBER), result -> NumberText.of(cell.apply(result)));
    }

    private static String list(String names) {
        return names.replace(", ", ";");
    }

    private static OptionalDouble criticality(ItemResult result) {
        OptionalDouble known = result.score("criticality", "criticality");
        return known.isPresent() ? known : result.score("criticality", "assumedCriticality");
    }

    private static String criticalitySource(ItemResult result) {
        String said = result.classes().text("criticalitySource");
        if (!said.isEmpty()) {
            return said;
        }
        if (result.score("criticality", "criticality").isPresent()) {
            return "item";
        }
        return result.score("criticality", "assumedCriticality").isPresent() ? "assumed" : "";
    }

    /** UP or DOWN if there is a trend, NONE if there is not; empty if nobody could look. */
    private static String trend(ItemResult result) {
        Optional<Trend> trend = result.profile().demand().signals().trend();
        if (trend.isEmpty()) {
            return "";
        }
        return !trend.get().flagged() ? "NONE" : trend.get().slope() > 0 ? "UP" : "DOWN";
    }

    /** Codes as one; empty unless all are known. */
    private static String combined(String separator, String... codes) {
        return List.of(codes).contains("") ? "" : String.join(separator, codes);
    }

    private static String letter(String code) {
        return code.isEmpty() ? "" : code.substring(0, 1);
    }

    private static OptionalDouble disrupted(ItemResult result, ToDoubleFunction<Stretches.Disrupted> part) {
        return result.profile().demand().signals().stretches().disrupted().stream()
                .mapToDouble(part)
                .findFirst();
    }

    private static OptionalDouble meanDailyDemand(ItemResult result) {
        var demand = result.profile().demand();
        return demand.hasRate() ? OptionalDouble.of(demand.meanPerDay()) : OptionalDouble.empty();
    }

    private static OptionalDouble lead(ItemResult result, Function<LeadTime, Double> part) {
        return result.leadTime().map(part).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private static OptionalDouble service(ItemResult result, Function<Service, Double> part) {
        return result.service().map(part).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private static OptionalDouble quantity(ItemResult result, Function<PostureDecision, Figure> part) {
        return result.decision()
                .map(part)
                .map(figure -> OptionalDouble.of(figure.value()))
                .orElse(OptionalDouble.empty());
    }
}
