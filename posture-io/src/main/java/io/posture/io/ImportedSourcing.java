package io.posture.io;

import io.posture.api.ItemId;
import io.posture.api.SourceTerms;
import io.posture.io.table.TableRow;
import io.posture.profile.SourcingRow;
import java.util.OptionalDouble;

/** A supplier of an item, as the table sourcing has it. */
final class ImportedSourcing {

    private ImportedSourcing() {}

    /**
     * The supplier of a row.
     *
     * @param rate units of the run's currency that one unit of the item's is, above 0
     * @param priceRate the same of the row's own currency; empty if nobody knows, so that its price is not used
     */
    static SourcingRow of(TableRow row, double rate, OptionalDouble priceRate) {
        return new SourcingRow(
                ItemId.of(row.text("item_id")),
                row.text("supplier_id"),
                row.number("share"),
                row.flag("qualified"),
                row.number("lead_time_days"),
                row.number("lead_time_sd"),
                row.number("moq"),
                row.number("multiple"),
                row.text("lane_id"),
                new SourceTerms(
                        Measures.times(row.number("price_premium"), OptionalDouble.of(rate)),
                        Measures.times(row.number("fixed_cost_yr"), OptionalDouble.of(rate)),
                        row.number("surge_pct"),
                        OptionalDouble.empty(),
                        priceRate.isPresent()
                                ? Measures.times(row.number("unit_price"), priceRate)
                                : OptionalDouble.empty()));
    }
}
