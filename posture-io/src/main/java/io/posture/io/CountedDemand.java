package io.posture.io;

import io.posture.api.Bucket;
import io.posture.io.demand.DemandSink;
import io.posture.io.demand.SummingThread;
import io.posture.io.input.RejectCode;
import io.posture.io.table.Disposition;
import io.posture.io.table.TableRow;
import io.posture.profile.DemandRow;
import io.posture.profile.DemandTotals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds demand up by item, whatever items there are. Not thread-safe. */
final class CountedDemand implements DemandSink, AutoCloseable {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> ids = new ArrayList<>();
    private final List<String> units = new ArrayList<>();
    private final DemandTotals totals;
    private final SummingThread sums;
    private long namedReturns;

    /**
     * Nothing counted yet.
     *
     * @param byMonth whether rows of a month's grain may come
     */
    CountedDemand(boolean byMonth) {
        this.totals = new DemandTotals(byMonth);
        this.sums = new SummingThread(totals);
    }

    /** Keys of the items by their numbers. */
    List<String> ids() {
        return ids;
    }

    /** Waits until everything is added up. */
    void finish() {
        sums.finish();
    }

    @Override
    public void close() {
        sums.close();
    }

    /** The sums, after the end. */
    DemandTotals totals() {
        return totals;
    }

    /** Returns that name the document or the partner of an issue, and may only take it back. */
    long namedReturns() {
        return namedReturns;
    }

    @Override
    public int item(String id) {
        Integer number = numbers.putIfAbsent(id, ids.size());
        if (number == null) {
            ids.add(id);
            units.add("");
            return ids.size() - 1;
        }
        return number;
    }

    @Override
    public boolean counts(int item, String unit) {
        if (units.get(item).isEmpty()) {
            units.set(item, unit);
        }
        return units.get(item).equalsIgnoreCase(unit);
    }

    @Override
    public void demand(int item, int epochDay, Bucket grain, double pieces, String file, int line) {
        sums.add(item, epochDay, grain, pieces);
    }

    @Override
    public Disposition accept(TableRow row) {
        if (ImportedDemand.isTransfer(row)) {
            return new Disposition.Filtered(ImportedDemand.TRANSFER_RULE);
        }
        int item = item(row.text("item_id"));
        String unit = row.text("uom");
        if (!unit.isEmpty() && !counts(item, unit)) {
            return new Disposition.Rejected(row.reject(
                    "uom",
                    RejectCode.OTHER_UNIT,
                    "is not the unit " + units.get(item) + " of the item's earlier rows",
                    "Convert it, or use posture assess with the tables items and uom_conversions."));
        }
        DemandRow demand = ImportedDemand.of(row, 1, 0);
        int day = Math.toIntExact(demand.date().toEpochDay());
        if (demand.exceptional()) {
            sums.pass(day, demand.grain());
        } else {
            namedReturns +=
                    demand.pieces() < 0 && !(demand.cancelsDocument() + demand.partner()).isEmpty() ? row.rows() : 0;
            sums.add(item, day, demand.grain(), demand.pieces());
        }
        return ImportedDemand.disposition(row);
    }
}
