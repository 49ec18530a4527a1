package io.posture.io;

import io.posture.api.ItemId;
import io.posture.api.ItemProfile;
import io.posture.api.Outcome;
import io.posture.io.input.Note;
import io.posture.io.input.Reject;
import io.posture.io.input.SourceAccount;
import io.posture.profile.Population;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was read, and an account of every row.
 *
 * @param name what the files are called together
 * @param population items with their profiles
 * @param locations what the user's system holds of the items today
 * @param map who delivers what, from where and by which way
 * @param records what people and their customers did
 * @param sources files with what became of their rows, in the order in which they were read
 * @param rejects rows that were set aside, in the order of files, lines and columns
 * @param notes what a reader of results should know of the input
 * @param mapping what the files were read through; empty for canonical tables
 * @param earlier what held in the last run of an earlier day
 */
public record Import(
        String name,
        Population population,
        ItemLocations locations,
        SupplyMap map,
        Records records,
        List<SourceAccount> sources,
        List<Reject> rejects,
        List<Note> notes,
        Optional<UsedMapping> mapping,
        EarlierItems earlier) {

    /** Share of a table's rows that may be rejected before the input counts as unusable. */
    public static final double MAX_REJECT_RATE = 0.05;

    /** Canonical tables of which the map does not matter. */
    public Import(
            String name,
            Population population,
            ItemLocations locations,
            List<SourceAccount> sources,
            List<Reject> rejects,
            List<Note> notes) {
        this(
                name,
                population,
                locations,
                SupplyMap.EMPTY,
                Records.NONE,
                sources,
                rejects,
                notes,
                Optional.empty(),
                EarlierItems.NONE);
    }

    /** Copies. */
    public Import {
        sources = List.copyOf(sources);
        rejects = List.copyOf(rejects);
        notes = List.copyOf(notes);
    }

    /** The same input for a run with one of an earlier day before it. */
    public Import after(EarlierItems run) {
        return new Import(name, population, locations, map, records, sources, rejects, notes, mapping, run);
    }

    /**
     * All items with the facts that were set by hand and what the last run of an earlier day left of them, ascending by id: what a run
     * decides on.
     */
    public Stream<ItemProfile> items() {
        return population.items().map(this::decided);
    }

    /** An item as a run decides on it; empty if it is not in the input. */
    public Optional<ItemProfile> find(ItemId id) {
        return population.find(id).map(this::decided);
    }

    private ItemProfile decided(ItemProfile read) {
        return records.overrides()
                .apply(read)
                .inRun(Optional.of(population.asOf()), earlier.risk(read.id()), earlier.plan(read.id()));
    }

    /** An outcome with the parts of the decision that were set by hand: what a run writes. */
    public Outcome settled(Outcome outcome) {
        return population
                .find(outcome.id())
                .map(original -> records.overrides().apply(outcome, original))
                .orElse(outcome);
    }

    /**
     * One sentence for every table of a file of which too many rows were rejected; empty if all is well.
     *
     * @param maxRejectRate share that is still acceptable, 0 to 1
     */
    public List<String> tooManyRejects(double maxRejectRate) {
        return sources.stream()
                .flatMap(source -> source.tooManyRejects(maxRejectRate).stream())
                .toList();
    }
}
