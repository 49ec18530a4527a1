package io.posture.io;

import io.posture.api.ItemId;
import io.posture.api.SourceTerms;
import io.posture.io.table.TableRow;
import io.posture.profile.SourcingRow;
import java.util.OptionalDouble;

/** A supplier of an item, as the table sourcing has it. */
final class ImportedSourcing {

    private ImportedSourcing() {}

    /** The supplier of a row; a price in a currency that nobody can convert is not used. */
    static SourcingRow of(TableRow row, Measures measures) {
        double rate = measures.moneyRate(row.text("item_id"));
        OptionalDouble priceRate = measures.moneyRate(row, row.text("item_id"));
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
