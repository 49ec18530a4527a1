package io.posture.io;

import io.posture.api.Supplier;
import io.posture.api.SupplierStatus;
import io.posture.io.table.TableRow;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A supplier as the suppliers table has it.
 *
 * @param id the key
 * @param name what people call it
 * @param country ISO code, empty if unknown
 * @param region empty means the country
 * @param status whether it may be bought from
 * @param financialScore 0 to 100, 100 best
 * @param politicalScore 0 to 1, 1 worst
 * @param recoveryDays days to full recovery
 * @param alternateBringUpDays days until it delivers as an alternate
 */
record ImportedSupplier(
        String id,
        String name,
        String country,
        String region,
        SupplierStatus status,
        OptionalDouble financialScore,
        OptionalDouble politicalScore,
        OptionalDouble recoveryDays,
        OptionalDouble alternateBringUpDays)
        implements Supplier {

    /** The supplier of a row. */
    static ImportedSupplier of(TableRow row) {
        return new ImportedSupplier(
                row.text("supplier_id"),
                row.text("name"),
                row.text("country").toUpperCase(Locale.ROOT),
                row.text("region"),
                SupplierStatus.valueOf(row.text("status").toUpperCase(Locale.ROOT)),
                row.number("financial_score"),
                row.number("political_score"),
                row.number("ttr_days"),
                row.number("alternate_bringup_days"));
    }
}
