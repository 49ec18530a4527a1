package io.posture.io.manual;

import io.posture.api.ItemProfile;
import io.posture.io.input.NearestNames;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A fact with another value.
 *
 * @param fact which
 * @param value the value as it was written: a number, a word, or {@link Fact#UNKNOWN}
 */
public record FactChange(Fact fact, String value) {

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if the fact cannot have that value
     */
    public FactChange {
        value = value.strip();
        if (!fact.allows(value)) {
            throw new IllegalArgumentException(
                    fact.id() + " must be " + fact.allowed() + " (" + fact.about() + "), was '" + value + "'");
        }
    }

    /**
     * The change in {@code name=value}.
     *
     * @throws IllegalArgumentException if there is no such fact, or it cannot have that value
     */
    public static FactChange parse(String assignment) {
        int equals = assignment.indexOf('=');
        if (equals <= 0) {
            throw new IllegalArgumentException(
                    "'" + assignment + "' must be written NAME=VALUE, for example lead_time_sd=2");
        }
        String name = assignment.substring(0, equals);
        Fact fact = Fact.find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no fact '" + name + "'." + NearestNames.maybe(name, Fact.ids()) + " Facts: " + Fact.ids()));
        return new FactChange(fact, assignment.substring(equals + 1));
    }

    /** The number; empty if it is unknown, or a word. */
    OptionalDouble number() {
        return fact.number() && !value.equals(Fact.UNKNOWN)
                ? OptionalDouble.of(Double.parseDouble(value))
                : OptionalDouble.empty();
    }

    /** The word; empty if it is unknown, or a number. */
    String word() {
        return fact.number() || value.equals(Fact.UNKNOWN) ? "" : value;
    }

    /**
     * An item with its changed facts; of two changes of one fact the later holds.
     *
     * @throws IllegalArgumentException if the item has nothing that the fact could be changed of, such as a supplier
     */
    public static ItemProfile apply(List<FactChange> changes, ItemProfile profile) {
        return changes.isEmpty() ? profile : new ChangedProfile(profile).with(changes);
    }

    /** What an item has today in the place of the change; empty if it is unknown. */
    public Optional<String> today(ItemProfile profile) {
        return fact.today(profile);
    }
}
