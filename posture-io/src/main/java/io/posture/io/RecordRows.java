package io.posture.io;

import io.posture.api.ItemId;
import io.posture.io.input.Note;
import io.posture.io.input.RejectCode;
import io.posture.io.manual.ManualOverride;
import io.posture.io.manual.Overrides;
import io.posture.io.table.Cell;
import io.posture.io.table.Disposition;
import io.posture.io.table.TableRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/** Collects the rows of order_lines, overrides and reviews. Not thread-safe. */
final class RecordRows {

    /** Rule that leaves out values set by hand for items that are not there. */
    static final String STRANGER_RULE = "item-not-there";

    private final List<CustomerDelivery> deliveries = new ArrayList<>();
    private final List<ManualOverride> overrides = new ArrayList<>();
    private final List<DoneReview> reviews = new ArrayList<>();
    private final Set<String> strangers = new TreeSet<>();

    RecordRows() {}

    /**
     * Adds a delivery to a customer.
     *
     * @param measures the units of items
     */
    Disposition delivery(TableRow row, Measures measures) {
        OptionalDouble toBase = measures.toBase(row);
        if (toBase.isEmpty()) {
            return new Disposition.Rejected(measures.otherUnit(row));
        }
        double factor = toBase.getAsDouble();
        OptionalDouble delivered = row.number("delivered_qty");
        deliveries.add(new CustomerDelivery(
                row.text("order_id"),
                row.text("line"),
                ItemId.of(row.text("item_id")),
                row.date("requested_date"),
                row.date("delivered_date"),
                factor * row.number("ordered_qty").orElseThrow(),
                delivered.isPresent() ? OptionalDouble.of(factor * delivered.getAsDouble()) : delivered,
                flag(row, "damaged"),
                flag(row, "docs_ok")));
        return Disposition.USED;
    }

    private static Optional<Boolean> flag(TableRow row, String column) {
        return row.cell(column) instanceof Cell.Known ? Optional.of(row.flag(column)) : Optional.empty();
    }

    /**
     * Adds a value set by hand.
     *
     * @param held what the user's system holds of the item, which says at how many places it is
     */
    Disposition override(TableRow row, ItemLocation held) {
        Optional<String> refusal = ManualOverride.refusal(row.text("field"), row.text("value"));
        if (refusal.isPresent()) {
            boolean field = refusal.get().startsWith("no field");
            return rejected(
                    row,
                    field ? "field" : "value",
                    RejectCode.NOT_TO_BE_SET,
                    "cannot be set by hand: " + refusal.get(),
                    "Correct the row, or remove it.");
        }
        String place = row.text("location_id");
        if (!held.decidedAt(place)) {
            return rejected(
                    row,
                    "location_id",
                    RejectCode.OVERRIDE_UNCLEAR,
                    "is not a place that is decided on by itself",
                    RejectCode.OVERRIDE_UNCLEAR.remedy());
        }
        LocalDate approved = row.date("approved_on").orElseThrow();
        LocalDate expires = row.date("expires_on").orElseThrow();
        if (expires.isBefore(approved)) {
            return rejected(
                    row,
                    "expires_on",
                    RejectCode.OVERRIDE_UNCLEAR,
                    "is before approved_on " + approved,
                    "Correct one of the days.");
        }
        try {
            overrides.add(new ManualOverride(
                    ItemId.of(row.text("item_id")),
                    row.text("field"),
                    row.text("value"),
                    row.text("reason_code"),
                    row.text("rationale"),
                    row.text("approved_by"),
                    approved,
                    expires,
                    row.file() + " row " + row.line()));
        } catch (IllegalArgumentException unclear) {
            return rejected(
                    row,
                    "reason_code",
                    RejectCode.NOT_TO_BE_SET,
                    "cannot be used: " + unclear.getMessage(),
                    "Correct the row, or remove it.");
        }
        return Disposition.USED;
    }

    /** Passes over a value of an item that is not there (any more): what was right when it was written stops no run. */
    Disposition stranger(TableRow row) {
        strangers.add(row.text("item_id"));
        return new Disposition.Filtered(STRANGER_RULE);
    }

    /** What was noticed over all rows. */
    List<Note> notes() {
        return strangers.isEmpty()
                ? List.of()
                : List.of(new Note(
                        Note.Code.OVERRIDE_INACTIVE,
                        "set by hand, but the items table does not have the item (any more): "
                                + NameList.of(List.copyOf(strangers)),
                        strangers.size()));
    }

    /** Adds a review. */
    Disposition review(TableRow row) {
        reviews.add(new DoneReview(
                row.text("kind").equals("supplier"),
                row.text("subject"),
                row.date("reviewed_on").orElseThrow(),
                row.text("reviewed_by"),
                row.text("note")));
        return Disposition.USED;
    }

    /**
     * All of them.
     *
     * @param asOf the day of the run
     * @param emergencyDays days that a buffer set for an emergency holds
     * @param announced what was announced beside
     */
    Records build(LocalDate asOf, int emergencyDays, Announcements announced) {
        return new Records(deliveries, new Overrides(overrides, asOf, emergencyDays), reviews, announced);
    }

    private static Disposition rejected(TableRow row, String column, RejectCode code, String what, String fix) {
        return new Disposition.Rejected(row.reject(column, code, what, fix));
    }
}
