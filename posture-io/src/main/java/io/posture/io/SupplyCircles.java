package io.posture.io;

import io.posture.io.input.Note;
import io.posture.profile.SupplyLinkRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Links by which a supplier would stand behind itself. A link of an item counts for that item alone, one without an item for
 * all; a supplier that is its own place is no circle. Not thread-safe.
 */
final class SupplyCircles {

    private final Map<String, List<SupplyLinkRow>> behind = new HashMap<>();
    private final List<String> circles = new ArrayList<>();

    SupplyCircles() {}

    /** A supplier on the way up, and the item that the way is for; empty while it is for all. */
    private record Step(String supplier, String sku) {}

    /** Takes a link, unless it closes a circle; false then. */
    boolean add(SupplyLinkRow link) {
        if (link.upstream().equals(link.downstreamSupplier())) {
            return true;
        }
        List<String> circle = circle(link);
        if (!circle.isEmpty()) {
            circles.add(String.join(" <- ", circle) + (link.sku().isEmpty() ? "" : " (item " + link.sku() + ")"));
            return false;
        }
        behind.computeIfAbsent(link.downstreamSupplier(), key -> new ArrayList<>(1))
                .add(link);
        return true;
    }

    /** The circles that were found. */
    List<Note> notes() {
        return circles.isEmpty()
                ? List.of()
                : List.of(new Note(
                        Note.Code.SUPPLY_CIRCLE,
                        "suppliers stand behind themselves; the link that closes the circle was left out: "
                                + NameList.of(circles),
                        circles.size()));
    }

    /** From the downstream supplier of a link up to itself again; empty if no way leads there. */
    private List<String> circle(SupplyLinkRow link) {
        Step first = new Step(link.upstream(), link.sku());
        Map<Step, Step> from = new HashMap<>();
        Deque<Step> next = new ArrayDeque<>(List.of(first));
        from.put(first, first);
        while (!next.isEmpty()) {
            Step at = next.remove();
            if (at.supplier().equals(link.downstreamSupplier())) {
                return way(at, from, link);
            }
            for (SupplyLinkRow up : behind.getOrDefault(at.supplier(), List.of())) {
                if (at.sku().isEmpty() || up.sku().isEmpty() || at.sku().equals(up.sku())) {
                    Step step = new Step(up.upstream(), at.sku().isEmpty() ? up.sku() : at.sku());
                    if (from.putIfAbsent(step, at) == null) {
                        next.add(step);
                    }
                }
            }
        }
        return List.of();
    }

    private static List<String> way(Step end, Map<Step, Step> from, SupplyLinkRow link) {
        List<String> back = new ArrayList<>();
        Step at = end;
        while (!at.equals(from.get(at))) {
            back.add(at.supplier());
            at = from.getOrDefault(at, at);
        }
        back.add(at.supplier());
        back.add(link.downstreamSupplier());
        Collections.reverse(back);
        return back;
    }
}
