package io.posture.io.manual;

import io.posture.api.ItemId;
import io.posture.api.ItemProfile;
import io.posture.api.Outcome;
import io.posture.io.input.Note;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The values set by hand on the day of a run: those in force, and those that are not. Immutable and thread-safe. */
public final class Overrides {

    /** Nothing was set by hand. */
    public static final Overrides NONE = new Overrides(List.of(), LocalDate.EPOCH, 0);

    /** Days that a buffer for an emergency holds where no policy says otherwise. */
    public static final int EMERGENCY_DAYS = 180;

    private static final int NAMED = 5;

    private final LocalDate asOf;
    private final Map<ManualOverride, State> states = new LinkedHashMap<>();
    private final Map<ItemId, List<ManualOverride>> inForce = new HashMap<>();
    private final Map<ItemId, List<ManualOverride>> byItem = new HashMap<>();
    private final int emergencyDays;

    /** Whether an override holds. */
    public enum State {
        /** It holds. */
        IN_FORCE,
        /** It begins later. */
        NOT_YET,
        /** Its last day is past. */
        EXPIRED,
        /** A newer one of the same item and field holds in its place. */
        SUPERSEDED
    }

    /**
     * Overrides on a day.
     *
     * @param all in the order of their rows; of two that begin on the same day the later row holds
     * @param emergencyDays days that a buffer for an emergency holds
     */
    public Overrides(List<ManualOverride> all, LocalDate asOf, int emergencyDays) {
        this.asOf = asOf;
        this.emergencyDays = emergencyDays;
        Map<List<Object>, ManualOverride> newest = new LinkedHashMap<>();
        for (ManualOverride override : all) {
            if (state(override) == State.IN_FORCE) {
                newest.merge(
                        List.of(override.item(), override.field()),
                        override,
                        (before, now) -> now.approvedOn().isBefore(before.approvedOn()) ? before : now);
            }
        }
        for (ManualOverride override : all) {
            State state = state(override);
            boolean older =
                    state == State.IN_FORCE && !override.equals(newest.get(List.of(override.item(), override.field())));
            State before = states.put(override, older ? State.SUPERSEDED : state);
            if (before == null) {
                byItem.computeIfAbsent(override.item(), item -> new ArrayList<>())
                        .add(override);
            }
        }
        newest.values().stream()
                .sorted(Comparator.comparing(ManualOverride::field))
                .forEach(override -> inForce.computeIfAbsent(override.item(), item -> new ArrayList<>())
                        .add(override));
    }

    private State state(ManualOverride override) {
        if (override.approvedOn().isAfter(asOf)) {
            return State.NOT_YET;
        }
        return override.lastDay(emergencyDays).isBefore(asOf) ? State.EXPIRED : State.IN_FORCE;
    }

    /** All of them with their states, in the order of their rows. */
    public Map<ManualOverride, State> states() {
        return new LinkedHashMap<>(states);
    }

    /** Those of an item that hold, by field. */
    public List<ManualOverride> inForce(ItemId item) {
        return List.copyOf(inForce.getOrDefault(item, List.of()));
    }

    /** All of an item, those that do not hold too. */
    public List<ManualOverride> of(ItemId item) {
        return List.copyOf(byItem.getOrDefault(item, List.of()));
    }

    /** An item with the facts that were set by hand; one that has nothing to set is left as it is, and the outcome says so. */
    public ItemProfile apply(ItemProfile profile) {
        List<ManualOverride> here = inForce.get(profile.id());
        return here == null ? profile : new AppliedOverrides(profile, here).profile();
    }

    /**
     * A decision with what was set by hand, and the reason for it in its tree; the original values are kept there.
     *
     * @param outcome decided from the item as {@link #apply(ItemProfile)} left it
     * @param original the item as it was read
     */
    public Outcome apply(Outcome outcome, ItemProfile original) {
        List<ManualOverride> here = inForce.get(outcome.id());
        return here == null ? outcome : new AppliedOverrides(original, here).to(outcome);
    }

    /** Whether something was set for an item, and holds. */
    public boolean concerns(ItemId item) {
        return inForce.containsKey(item);
    }

    /** What a reader of results should know. */
    public List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        note(
                notes,
                Note.Code.OVERRIDE_EXPIRED,
                "expired before " + asOf + ", the calculated value holds: ",
                State.EXPIRED);
        note(notes, Note.Code.OVERRIDE_INACTIVE, "begins after " + asOf + ": ", State.NOT_YET);
        note(notes, Note.Code.OVERRIDE_INACTIVE, "a newer one holds in its place: ", State.SUPERSEDED);
        return notes;
    }

    private void note(List<Note> notes, Note.Code code, String what, State state) {
        Map<String, ManualOverride> found = new TreeMap<>();
        states.forEach((override, is) -> {
            if (is == state) {
                found.put(override.item() + " " + override.field() + " " + override.id(), override);
            }
        });
        if (found.isEmpty()) {
            return;
        }
        String names = found.values().stream()
                .limit(NAMED)
                .map(override -> override.field() + " of " + override.item() + " = " + override.value() + " by "
                        + override.approvedBy() + " until " + override.lastDay(emergencyDays))
                .collect(Collectors.joining(", "));
        String more = found.size() > NAMED ? " and " + (found.size() - NAMED) + " more" : "";
        notes.add(new Note(code, "set by hand, " + what + names + more, found.size()));
    }
}
