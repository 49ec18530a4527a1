package io.posture.io;

import io.posture.api.RowRefs;
import io.posture.io.input.InputException;
import io.posture.io.manual.Overrides;
import io.posture.io.mapping.Mapping;
import io.posture.io.source.ReadingProgress;
import io.posture.io.table.Table;
import io.posture.profile.DatesAhead;
import io.posture.profile.Population;
import io.posture.profile.PopulationBuilder;
import io.posture.profile.ProfileSettings;
import java.util.EnumSet;
import java.util.stream.Collectors;

/** Reads a data set into a population. */
public final class Importer {

    private Importer() {}

    /**
     * Reads all tables of a data set.
     *
     * @param dataSet the files
     * @param settings settings of profiles; where they name no day, that of the mapping counts
     * @throws InputException if the files cannot be used
     * @throws java.io.UncheckedIOException if a file cannot be read, or changes while it is read
     */
    public static Import read(DataSet dataSet, ProfileSettings settings) {
        return read(dataSet, settings, ReadingProgress.NONE);
    }

    /** As {@link #read(DataSet, ProfileSettings, ReadingProgress, int)} with as many emergency days as are usual. */
    public static Import read(DataSet dataSet, ProfileSettings settings, ReadingProgress progress) {
        return read(dataSet, settings, progress, Overrides.EMERGENCY_DAYS);
    }

    /**
     * Reads all tables of a data set.
     *
     * @param dataSet the files
     * @param settings settings of profiles; where they name no day, that of the mapping counts
     * @param progress is told how far the reading is
     * @param emergencyDays days that a buffer set by hand for an emergency holds
     * @throws InputException if the files cannot be used
     * @throws java.io.UncheckedIOException if a file cannot be read, or changes while it is read
     */
    public static Import read(DataSet dataSet, ProfileSettings settings, ReadingProgress progress, int emergencyDays) {
        ProfileSettings dated = dated(settings, dataSet);
        PopulationBuilder population = new PopulationBuilder(dated);
        CanonicalLoader loader = new CanonicalLoader(population, dataSet.currency(), dated.asOf());
        DataReading reading = new DataReading(dataSet, dated.asOf(), loader, progress, true);
        reading.read(EnumSet.allOf(Table.class));
        reading.note(loader.finish());
        population.datesAhead().ifPresent(Importer::refuse);
        Population built = population.build();
        Records records = loader.records(built.asOf(), emergencyDays);
        reading.note(records.overrides().notes());
        return new Import(
                dataSet.name(),
                built,
                loader.locations(),
                loader.map(),
                records,
                reading.sources(),
                reading.rejects(),
                reading.notes(),
                dataSet.used(),
                EarlierItems.NONE);
    }

    /** Settings with the day of the mapping, if they name none. */
    static ProfileSettings dated(ProfileSettings settings, DataSet dataSet) {
        return settings.asOf().isPresent()
                ? settings
                : dataSet.mapping()
                        .flatMap(Mapping::asOf)
                        .map(settings::withAsOf)
                        .orElse(settings);
    }

    private static void refuse(DatesAhead ahead) {
        String places = ahead.places().stream()
                .filter(place -> place.count() > 0)
                .map(RowRefs::toString)
                .collect(Collectors.joining(", "));
        throw new InputException("the newest date of demand and receipts is " + ahead.newest() + " (" + places
                + "), all others end on " + ahead.before()
                + ", so the data do not tell the day of the run. Maybe it is a mistyped year: correct it; or say the day:"
                + " --as-of " + ahead.before() + ".");
    }
}
