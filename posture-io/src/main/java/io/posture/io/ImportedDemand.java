package io.posture.io;

import io.posture.api.Bucket;
import io.posture.api.ItemId;
import io.posture.io.table.Cell;
import io.posture.io.table.Disposition;
import io.posture.io.table.TableRow;
import io.posture.profile.DemandRow;
import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalDouble;

/** A row of the table of demand as demand. */
final class ImportedDemand {

    /** Rule that leaves transfers out of demand. */
    static final String TRANSFER_RULE = "transfer-is-not-demand";
    /** Rule that leaves documented one-off demand out. */
    static final String EXCEPTIONAL_RULE = "exceptional-demand-does-not-recur";

    private ImportedDemand() {}

    /** Whether a row only moves stock from one place to another. */
    static boolean isTransfer(TableRow row) {
        return row.text("kind").equals("transfer");
    }

    /** What becomes of a row that is no transfer: a documented one-off is noted and left out. */
    static Disposition disposition(TableRow row) {
        return row.flag("exceptional") ? new Disposition.Filtered(EXCEPTIONAL_RULE) : Disposition.USED;
    }

    /**
     * The demand.
     *
     * @param row the row
     * @param factor base units that one unit of it is
     * @param number number by which it is known
     */
    static DemandRow of(TableRow row, double factor, int number) {
        double quantity = row.number("quantity").orElseThrow() * factor;
        Bucket grain = Bucket.valueOf(row.text("grain").toUpperCase(Locale.ROOT));
        LocalDate date = row.date("date").orElseThrow();
        return new DemandRow(
                ItemId.of(row.text("item_id")),
                date,
                grain,
                row.text("kind").equals("return") ? -Math.abs(quantity) : quantity,
                row.text("document"),
                row.text("cancels_document"),
                row.text("partner"),
                row.number("unit_price"),
                stockoutDays(row, grain, date),
                row.flag("exceptional"),
                number);
    }

    /** Days without stock; a stock-out of unsaid length lasts the whole period. */
    private static OptionalDouble stockoutDays(TableRow row, Bucket grain, LocalDate date) {
        if (row.number("stockout_days").isPresent() || !(row.cell("stockout") instanceof Cell.Known)) {
            return row.number("stockout_days");
        }
        if (!row.flag("stockout")) {
            return OptionalDouble.of(0);
        }
        return OptionalDouble.of(
                switch (grain) {
                    case DAY -> 1;
                    case WEEK -> 7;
                    case MONTH -> date.lengthOfMonth();
                });
    }
}
