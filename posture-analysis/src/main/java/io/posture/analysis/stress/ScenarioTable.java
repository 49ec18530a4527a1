package io.posture.analysis.stress;

import io.posture.api.ItemId;
import io.posture.io.run.NumberText;
import io.posture.io.sink.OutputColumn;
import io.posture.io.sink.OutputTable;
import io.posture.stress.ItemImpact;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;

/** The results of stress tests as a table: a row for every item that a scenario reaches. */
public final class ScenarioTable {

    /** Its columns. */
    public static final List<OutputColumn> COLUMNS = List.of(
            text("scenario_id"),
            text("stock"),
            text("item_id"),
            text("location_id"),
            new OutputColumn("finished", OutputColumn.Kind.FLAG),
            number("first_stockout_day"),
            number("tts_days"),
            number("days_out"),
            number("lost_units"),
            number("lost_value"),
            text("value_basis"),
            number("waiting_unit_days"),
            number("waiting_units"),
            number("short_anyway_days"),
            number("short_anyway_units"),
            number("safety_stock_used"),
            number("strategic_stock_used"),
            text("mitigations"),
            number("mitigation_cost_yr"),
            number("days_out_left"),
            text("mitigation_state"));

    /** Name of the table. */
    public static final String NAME = "scenarios";

    private ScenarioTable() {}

    private static OutputColumn text(String name) {
        return new OutputColumn(name, OutputColumn.Kind.TEXT);
    }

    private static OutputColumn number(String name) {
        return new OutputColumn(name, OutputColumn.Kind.NUMBER);
    }

    /**
     * Writes all rows of a report.
     *
     * @param table has {@link #COLUMNS}; stays open
     */
    public static void write(StressReport report, OutputTable table) throws IOException {
        for (StressReport.Scenario scenario : report.scenarios()) {
            write(scenario, report.opening(), table);
        }
    }

    static void write(StressReport.Scenario scenario, Opening opening, OutputTable table) throws IOException {
        for (StressRow row : scenario.rows()) {
            table.row(cells(scenario.result().scenario().name(), opening.text(), row));
        }
    }

    private static List<String> cells(String scenario, String stock, StressRow row) {
        ItemImpact impact = row.impact();
        return List.of(
                scenario,
                stock,
                impact.item(),
                ItemId.DEFAULT_SITE,
                Boolean.toString(impact.finished()),
                whole(impact.firstStockOutDay()),
                whole(impact.timeToSurviveDays()),
                Integer.toString(impact.daysOut()),
                NumberText.of(impact.lostPieces()),
                NumberText.of(row.lostValue()),
                row.basis().text(),
                NumberText.of(impact.backorderPieceDays()),
                NumberText.of(impact.waitingPieces()),
                Integer.toString(impact.anyway().daysOut()),
                NumberText.of(impact.anyway().lostPieces() + impact.anyway().waitingPieces()),
                NumberText.of(impact.safetyStockUsed()),
                NumberText.of(impact.strategicUsed()),
                row.fix().map(StressRow.CheapestFix::what).orElse(""),
                row.fix().map(fix -> NumberText.of(fix.costPerYear())).orElse(""),
                row.fix().map(fix -> Integer.toString(fix.daysOutLeft())).orElse(""),
                row.fixState().text());
    }

    private static String whole(OptionalInt value) {
        return value.isPresent() ? Integer.toString(value.getAsInt()) : "";
    }
}
