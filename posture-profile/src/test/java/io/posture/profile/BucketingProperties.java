package io.posture.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.posture.api.Bucket;
import io.posture.api.DemandProfile;
import io.posture.api.ItemId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BucketingProperties {

    /** A Monday and the first of a month. */
    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);

    private static final LocalDate TO = LocalDate.of(2024, 6, 30);
    private static final int DAYS = 182;
    private static final ItemId ITEM = ItemId.of("part");

    /** Whole pieces, so that sums are exact in any order. */
    @Provide
    static Arbitrary<List<Bucketing.Transaction>> issues() {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, DAYS - 1).map(FROM::plusDays);
        Arbitrary<Double> pieces = Arbitraries.integers().between(-20, 500).map(Integer::doubleValue);
        return Combinators.combine(days, pieces)
                .as(Bucketing.Transaction::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(120);
    }

    @Property(seed = "301", tries = 200)
    void weeksAndMonthsAreSumsOfDays(@ForAll("issues") List<Bucketing.Transaction> issues) {
        Bucketing.Result days = bucket(issues, Bucket.DAY);
        for (Bucket bucket : List.of(Bucket.WEEK, Bucket.MONTH)) {
            Bucketing.Result coarse = bucket(issues, bucket);
            for (int i = 0; i < coarse.starts().size(); i++) {
                LocalDate start = coarse.starts().get(i);
                assertEquals(
                        sum(days, start, bucket.next(start)), coarse.values().get(i), 0);
            }
            assertEquals(days.returnedUnits(), coarse.returnedUnits(), 0);
        }
    }

    @Property(seed = "302", tries = 200)
    void orderOfLinesChangesNothing(@ForAll("issues") List<Bucketing.Transaction> issues, @ForAll long seed) {
        List<Bucketing.Transaction> shuffled = new ArrayList<>(issues);
        Collections.shuffle(shuffled, new Random(seed));
        for (Bucket bucket : Bucket.values()) {
            assertEquals(bucket(issues, bucket), bucket(shuffled, bucket));
        }
    }

    @Property(seed = "303", tries = 200)
    void aLineSplitOverItsDayChangesNothing(@ForAll("issues") List<Bucketing.Transaction> issues) {
        List<Bucketing.Transaction> halves = issues.stream()
                .flatMap(line -> {
                    Bucketing.Transaction half = new Bucketing.Transaction(line.date(), line.quantity() / 2);
                    return List.of(half, half).stream();
                })
                .toList();
        for (Bucket bucket : Bucket.values()) {
            assertEquals(bucket(issues, bucket), bucket(halves, bucket));
        }
    }

    @Property(seed = "304", tries = 100)
    void demandPerDayOfWeeksIsTheSameFromDaysAndFromWeeklySums(@ForAll("issues") List<Bucketing.Transaction> issues) {
        List<Bucketing.Transaction> positive =
                issues.stream().filter(line -> line.quantity() > 0).toList();
        DemandProfile fromDays = profile(positive, Bucket.DAY);
        DemandProfile fromWeeks = profile(positive, Bucket.WEEK);
        assertEquals(fromDays.meanPerDay(), fromWeeks.meanPerDay(), 0);
        assertEquals(fromDays.sdPerDay(), fromWeeks.sdPerDay());
        assertEquals(fromDays.demandClass(), fromWeeks.demandClass());
        assertEquals(List.of(box(fromDays)), List.of(box(fromWeeks)));
    }

    private static List<Double> box(DemandProfile profile) {
        List<Double> values = new ArrayList<>();
        for (double value : profile.history().toArray()) {
            values.add(value);
        }
        return values;
    }

    /** The profile of lines given as they are, or summed to one line a week that is known only per week. */
    private static DemandProfile profile(List<Bucketing.Transaction> issues, Bucket grain) {
        PopulationBuilder builder = new PopulationBuilder(ProfileSettings.DEFAULTS.withAsOf(TO));
        builder.item(() -> ITEM);
        if (grain == Bucket.DAY) {
            issues.forEach(line -> builder.demand(ITEM, line.date(), grain, line.quantity(), 1));
        } else {
            Bucketing.Result weeks = bucket(issues, Bucket.WEEK);
            for (int i = 0; i < weeks.starts().size(); i++) {
                if (weeks.values().get(i) > 0) {
                    builder.demand(
                            ITEM, weeks.starts().get(i), grain, weeks.values().get(i), 1);
                }
            }
        }
        return builder.build().find(ITEM).orElseThrow().demand();
    }

    private static Bucketing.Result bucket(List<Bucketing.Transaction> issues, Bucket bucket) {
        return Bucketing.of(new Bucketing.Inputs(issues, bucket, FROM, TO));
    }

    private static double sum(Bucketing.Result days, LocalDate from, LocalDate before) {
        double sum = 0;
        for (int i = 0; i < days.starts().size(); i++) {
            LocalDate day = days.starts().get(i);
            if (!day.isBefore(from) && day.isBefore(before)) {
                sum += days.values().get(i);
            }
        }
        return sum;
    }
}
