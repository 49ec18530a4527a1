package io.posture.io;

import io.posture.api.RowRefs;
import io.posture.api.StockoutEvent;
import io.posture.io.table.TableRow;

/** What a stock-out costs, as the table stockout_costs has it. */
final class ImportedStockout {

    private ImportedStockout() {}

    /**
     * The event of a row; an empty cell is no cost that anybody named.
     *
     * @param rate units of the run's currency that one unit of the item's is, above 0
     */
    static StockoutEvent of(TableRow row, double rate) {
        return new StockoutEvent(
                row.number("units_short"),
                money(row, "expedite", rate),
                row.number("downtime_hours").orElse(0),
                money(row, "downtime_cost_per_hour", rate),
                row.flag("downtime_includes_margin"),
                money(row, "penalty", rate),
                row.number("churn_probability").orElse(0),
                money(row, "customer_value", rate),
                RowRefs.of(row.file(), row.lines()));
    }

    private static double money(TableRow row, String column, double rate) {
        return row.number(column).orElse(0) * rate;
    }
}
