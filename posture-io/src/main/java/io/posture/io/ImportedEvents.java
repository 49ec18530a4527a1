package io.posture.io;

import io.posture.io.input.Note;
import io.posture.io.input.RejectCode;
import io.posture.io.table.Disposition;
import io.posture.io.table.TableRow;
import io.posture.profile.EventRow;
import io.posture.profile.PopulationBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Disruptions and announcements as the table events has them, and which disruptions hit nothing that the data have. Not
 * thread-safe.
 */
final class ImportedEvents {

    /** Rule that leaves out what is announced of places, routes and industries: items are looked up by their sources. */
    static final String OTHER_SCOPE_RULE = "announced-of-no-item-or-source";

    private static final Set<EventRow.Scope> REACHED =
            EnumSet.of(EventRow.Scope.ITEM, EventRow.Scope.SUPPLIER, EventRow.Scope.REGION);

    private final PopulationBuilder population;
    private final Set<String> suppliers = new TreeSet<>();
    private final Set<String> sites = new TreeSet<>();
    private final List<EventRow> events = new ArrayList<>();
    private final List<Announcements.Announcement> announced = new ArrayList<>();

    ImportedEvents(PopulationBuilder population) {
        this.population = population;
    }

    /** Notes a supplier that some row names. */
    void knowSupplier(String id) {
        suppliers.add(id);
    }

    /** Notes a place behind a supplier. */
    void knowSite(String id) {
        sites.add(id);
    }

    /** Takes a row. */
    Disposition accept(TableRow row, int number) {
        if (!row.text("kind").equals("disruption")) {
            return announced(row);
        }
        LocalDate from = row.date("at").orElseThrow();
        Optional<LocalDate> to = row.date("ended_on");
        if (to.isPresent() && to.get().isBefore(from)) {
            return new Disposition.Rejected(row.reject(
                    "ended_on",
                    RejectCode.OUT_OF_RANGE,
                    "is before the disruption began on " + from,
                    "Correct one of the days. Leave ended_on empty while it is not over."));
        }
        EventRow event = new EventRow(
                EventRow.Scope.valueOf(row.text("scope").toUpperCase(Locale.ROOT)),
                row.text("ref"),
                from,
                to,
                row.date("as_of"),
                number);
        events.add(event);
        population.event(event);
        return Disposition.USED;
    }

    private Disposition announced(TableRow row) {
        EventRow.Scope scope = EventRow.Scope.valueOf(row.text("scope").toUpperCase(Locale.ROOT));
        if (!REACHED.contains(scope)) {
            return new Disposition.Filtered(OTHER_SCOPE_RULE);
        }
        announced.add(new Announcements.Announcement(
                Announcements.Kind.valueOf(row.text("kind").toUpperCase(Locale.ROOT)),
                scope,
                row.text("ref"),
                row.date("at").orElseThrow(),
                row.date("as_of")));
        return Disposition.USED;
    }

    /** What was announced. */
    Announcements announcements() {
        return new Announcements(announced);
    }

    /** Disruptions of what nobody has. */
    List<Note> notes(Set<String> items) {
        List<String> strangers = events.stream()
                .filter(event -> !known(event, items))
                .map(event -> event.scope().name().toLowerCase(Locale.ROOT) + " " + event.ref())
                .distinct()
                .sorted()
                .toList();
        return strangers.isEmpty()
                ? List.of()
                : List.of(new Note(
                        Note.Code.EVENT_UNMATCHED,
                        "disruptions of what no other table names count for nothing: " + NameList.of(strangers),
                        0));
    }

    private boolean known(EventRow event, Set<String> items) {
        return switch (event.scope()) {
            case SUPPLIER -> suppliers.stream().anyMatch(event.ref()::equalsIgnoreCase);
            case SITE -> sites.stream().anyMatch(event.ref()::equalsIgnoreCase);
            case ITEM -> items.stream().anyMatch(event.ref()::equalsIgnoreCase);
            case REGION, LANE, INDUSTRY -> true;
        };
    }
}
