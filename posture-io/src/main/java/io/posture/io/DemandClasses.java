package io.posture.io;

import io.posture.io.input.InputException;
import io.posture.io.input.Note;
import io.posture.io.input.Reject;
import io.posture.io.input.SourceAccount;
import io.posture.io.mapping.TableMapping;
import io.posture.io.source.ReadingProgress;
import io.posture.io.table.Table;
import io.posture.profile.DemandSummary;
import io.posture.profile.DemandTotals;
import io.posture.profile.ProfileSettings;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The demand pattern of every item in a history of any length: nothing but demand is read, and what is kept grows with the items
 * and weeks and not with the rows. The buckets and classes are those of a run before it looks for stretches, seasons, outliers,
 * stock-outs and returns that take an issue back.
 */
public final class DemandClasses {

    private final List<String> ids;
    private final int[] byKey;
    private final DemandTotals.Patterns patterns;
    private final LocalDate asOf;
    private final List<SourceAccount> sources;
    private final List<Reject> rejects;
    private final List<Note> notes;

    private DemandClasses(CountedDemand counted, ProfileSettings settings, DataReading reading) {
        this.ids = counted.ids();
        this.byKey = IntStream.range(0, ids.size())
                .boxed()
                .sorted(Comparator.comparing(ids::get))
                .mapToInt(Integer::intValue)
                .toArray();
        this.asOf = settings.asOf()
                .orElseGet(() -> counted.totals().newestDay().stream()
                        .mapToObj(LocalDate::ofEpochDay)
                        .findFirst()
                        .orElse(LocalDate.EPOCH));
        this.patterns = counted.totals().patterns(asOf, settings.windowMonths());
        this.sources = reading.sources();
        this.rejects = reading.rejects();
        this.notes = List.copyOf(reading.notes());
    }

    /**
     * Reads the demand of a data set.
     *
     * @param dataSet the files
     * @param settings the day and the months looked at; where they name no day, that of the mapping counts, or the newest one
     * @param progress is told how far the reading is
     * @throws InputException if the files cannot be used
     * @throws java.io.UncheckedIOException if a file cannot be read, or changes while it is read
     */
    public static DemandClasses read(DataSet dataSet, ProfileSettings settings, ReadingProgress progress) {
        ProfileSettings dated = Importer.dated(settings, dataSet);
        try (CountedDemand counted = new CountedDemand(mayComeByMonth(dataSet))) {
            DataReading reading = new DataReading(dataSet, dated.asOf(), counted, progress, false);
            reading.read(EnumSet.of(Table.DEMAND));
            counted.finish();
            return of(counted, dated, reading);
        }
    }

    private static DemandClasses of(CountedDemand counted, ProfileSettings dated, DataReading reading) {
        if (dated.asOf().isEmpty() && counted.totals().aheadFrom().isPresent()) {
            throw ahead(counted.totals());
        }
        if (counted.namedReturns() > 0) {
            reading.note(List.of(new Note(
                    Note.Code.RETURNS_NOT_PAIRED,
                    "returns that name a document or partner were left out like all others; a run looks for the issues"
                            + " that they take back",
                    counted.namedReturns())));
        }
        return new DemandClasses(counted, dated, reading);
    }

    private static boolean mayComeByMonth(DataSet dataSet) {
        return dataSet.mapping()
                .map(mapping -> mapping.tables().stream()
                        .filter(table -> table.table() == Table.DEMAND)
                        .map(TableMapping::columns)
                        .flatMap(List::stream)
                        .anyMatch(rule -> rule.target().name().equals("grain")))
                .orElseGet(() -> dataSet.files().getOrDefault(Table.DEMAND.id(), List.of()).stream()
                        .anyMatch(file -> dataSet.tables().open(file).indexOf("grain") >= 0));
    }

    private static InputException ahead(DemandTotals totals) {
        LocalDate from = LocalDate.ofEpochDay(totals.aheadFrom().orElseThrow());
        return new InputException("the newest date of demand is "
                + LocalDate.ofEpochDay(totals.newestDay().orElseThrow())
                + ", and nearly all others lie more than a year"
                + " before " + from
                + ", so the data do not tell the day to look back from. Maybe it is a mistyped year:"
                + " correct it; or say the day: --as-of YYYY-MM-DD.");
    }

    /** Last day looked at. */
    public LocalDate asOf() {
        return asOf;
    }

    /** Number of items. */
    public int size() {
        return ids.size();
    }

    /** Files with what became of their rows; their hashes are not taken. */
    public List<SourceAccount> sources() {
        return sources;
    }

    /** Rows that were set aside. */
    public List<Reject> rejects() {
        return rejects;
    }

    /** What a reader of the result should know. */
    public List<Note> notes() {
        return notes;
    }

    /**
     * An item with its pattern; several threads may ask.
     *
     * @param place place in the order of the keys, from 0
     */
    public Item item(int place) {
        int number = byKey[place];
        return new Item(ids.get(number), patterns.of(number));
    }

    /**
     * An item with its pattern.
     *
     * @param id its key
     * @param summary its demand
     */
    public record Item(String id, DemandSummary summary) {}
}
