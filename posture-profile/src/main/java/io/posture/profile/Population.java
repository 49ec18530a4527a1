package io.posture.profile;

import io.posture.api.ItemId;
import io.posture.api.ItemProfile;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The profiles of a run. Immutable and thread-safe. */
public final class Population {

    private final LocalDate asOf;
    private final List<ItemId> ids;
    private final List<ItemProfile> profiles;
    private final List<Assumption> assumptions;

    /** Profiles in ascending order of their ids. */
    Population(LocalDate asOf, List<ItemProfile> profiles, List<Assumption> assumptions) {
        this.asOf = asOf;
        this.profiles = List.copyOf(profiles);
        this.ids = this.profiles.stream().map(ItemProfile::id).toList();
        this.assumptions = List.copyOf(assumptions);
    }

    /** The run's date: nothing later was looked at. */
    public LocalDate asOf() {
        return asOf;
    }

    /** Number of items. */
    public int size() {
        return profiles.size();
    }

    /** All items, ascending by id. */
    public Stream<ItemProfile> items() {
        return profiles.stream();
    }

    /** The profile of an item; empty if the run does not know it. */
    public Optional<ItemProfile> find(ItemId id) {
        int position = Collections.binarySearch(ids, id);
        return position < 0 ? Optional.empty() : Optional.of(profiles.get(position));
    }

    /** What stands in for facts that the data do not hold, in a fixed order. */
    public List<Assumption> assumptions() {
        return assumptions;
    }
}
