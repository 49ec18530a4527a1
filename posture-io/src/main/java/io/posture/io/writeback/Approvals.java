package io.posture.io.writeback;

import io.posture.api.ItemId;
import io.posture.io.csv.CsvTable;
import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import io.posture.io.input.Reject;
import io.posture.io.source.RawRow;
import io.posture.io.source.RowHandler;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who approved what: a CSV file with item_id, approved_by, approved_on, and location_id where it matters. */
public final class Approvals {

    private static final String ANYWHERE = "";

    private final Map<Key, Approval> byKey = new HashMap<>();
    private final List<Key> order = new ArrayList<>();

    /** What was approved; an empty location is any. */
    private record Key(String itemId, String locationId) {}

    /**
     * An approval.
     *
     * @param by who gave it
     * @param on when
     */
    record Approval(String by, LocalDate on) {}

    private Approvals() {}

    /**
     * Reads a file, all of it or nothing.
     *
     * @throws InputException if a column is missing, or a row does not say which item, who and when
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static Approvals read(Path file) {
        CsvTable csv = CsvTable.open(InputFile.of(file));
        Rows rows = new Rows(csv);
        csv.read(rows);
        return rows.approvals;
    }

    /** The approval of an item at its place. */
    Optional<Approval> find(String itemId, String locationId) {
        Approval here = byKey.get(new Key(itemId, locationId));
        return Optional.ofNullable(here == null ? byKey.get(new Key(itemId, ANYWHERE)) : here);
    }

    /** Approved items that are none of those that a run proposes, in the order of the file. */
    List<String> strangers(List<Proposal> proposals) {
        Map<String, List<String>> places = new HashMap<>();
        for (Proposal proposal : proposals) {
            places.computeIfAbsent(proposal.itemId(), item -> new ArrayList<>()).add(proposal.locationId());
        }
        return order.stream()
                .filter(key -> !places.containsKey(key.itemId())
                        || !(key.locationId().equals(ANYWHERE)
                                || places.get(key.itemId()).contains(key.locationId())))
                .map(key -> key.itemId() + (key.locationId().isEmpty() ? "" : " @ " + key.locationId()))
                .toList();
    }

    /** Collects the rows of a file, and stops at the first that is no approval. */
    private static final class Rows implements RowHandler {

        private final Approvals approvals = new Approvals();
        private final CsvTable csv;
        private final int item;
        private final int location;
        private final int by;
        private final int on;

        Rows(CsvTable csv) {
            this.csv = csv;
            this.item = csv.requiredIndexOf("item_id");
            this.location = csv.indexOf("location_id");
            this.by = csv.requiredIndexOf("approved_by");
            this.on = csv.requiredIndexOf("approved_on");
        }

        @Override
        public void row(RawRow row) {
            String place = location < 0 ? ANYWHERE : row.cell(location).strip();
            // a run that knows no places calls the only one DEFAULT
            Key key = new Key(filled(row, item), place.equals(ItemId.DEFAULT_SITE) ? ANYWHERE : place);
            Approval approval = new Approval(filled(row, by), date(row));
            if (approvals.byKey.putIfAbsent(key, approval) == null) {
                approvals.order.add(key);
            }
        }

        @Override
        public void broken(Reject reject) {
            throw new InputException(
                    reject.file() + ":" + reject.line() + " [" + reject.code().id() + "] " + reject.message() + ". "
                            + reject.fix() + " No approval of the file was used.");
        }

        private String filled(RawRow row, int column) {
            String text = row.cell(column).strip();
            if (text.isEmpty()) {
                throw refused(row, column, "is empty", "An approval says which item, who and when.");
            }
            return text;
        }

        private LocalDate date(RawRow row) {
            String text = filled(row, on);
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException notADate) {
                throw refused(row, on, "\"" + text + "\" is not a date", "Dates are written YYYY-MM-DD.");
            }
        }

        private InputException refused(RawRow row, int column, String what, String remedy) {
            return new InputException(csv.file().name() + ":" + row.line() + ":" + (column + 1) + " "
                    + csv.header().get(column) + " " + what + ". " + remedy + " No approval of the file was used.");
        }
    }
}
