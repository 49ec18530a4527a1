package io.posture.io;

import io.posture.api.ItemProfile;
import io.posture.api.SourcingLink;
import io.posture.profile.EventRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What was announced of items, their suppliers and their regions: changes of price, ends of life, other notices. Immutable. */
public final class Announcements {

    /** Nothing was announced. */
    public static final Announcements NONE = new Announcements(List.of());

    private final Map<String, List<Announcement>> byTarget = new HashMap<>();

    /** What is announced. */
    public enum Kind {
        /** A change of price. */
        PRICE,
        /** An end of life. */
        END_OF_LIFE,
        /** Something else. */
        NOTICE
    }

    /** A row of the table events. */
    record Announcement(Kind kind, EventRow.Scope scope, String ref, LocalDate day, Optional<LocalDate> knownOn) {}

    Announcements(List<Announcement> all) {
        all.forEach(row -> byTarget.computeIfAbsent(target(row.scope(), row.ref()), target -> new ArrayList<>())
                .add(row));
    }

    private static String target(EventRow.Scope scope, String ref) {
        return scope + " " + ref.toUpperCase(Locale.ROOT);
    }

    /**
     * The latest day for which each kind is announced of an item or a source of it.
     *
     * @param asOf what was not known yet on this day does not count
     */
    public Map<Kind, LocalDate> latest(ItemProfile item, LocalDate asOf) {
        Map<Kind, LocalDate> latest = new EnumMap<>(Kind.class);
        if (byTarget.isEmpty()) {
            return latest;
        }
        add(EventRow.Scope.ITEM, item.id().sku(), asOf, latest);
        for (SourcingLink link : item.supply().links()) {
            add(EventRow.Scope.SUPPLIER, link.supplier().id(), asOf, latest);
            add(EventRow.Scope.REGION, link.supplier().region(), asOf, latest);
            add(EventRow.Scope.REGION, link.supplier().country(), asOf, latest);
        }
        return latest;
    }

    private void add(EventRow.Scope scope, String ref, LocalDate asOf, Map<Kind, LocalDate> latest) {
        for (Announcement row : byTarget.getOrDefault(target(scope, ref), List.of())) {
            if (row.knownOn().filter(day -> day.isAfter(asOf)).isEmpty()) {
                latest.merge(row.kind(), row.day(), (first, second) -> first.isBefore(second) ? second : first);
            }
        }
    }
}
