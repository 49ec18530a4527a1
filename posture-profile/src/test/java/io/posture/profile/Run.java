package io.posture.profile;

import io.posture.api.Bucket;
import io.posture.api.Item;
import io.posture.api.ItemId;
import io.posture.api.ItemProfile;
import io.posture.api.LeadTime;
import io.posture.api.Lifecycle;
import io.posture.api.SourcingLink;
import io.posture.api.Supplier;
import io.posture.api.SupplierStatus;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/** A population under test, written in few words. Days are counted from {@link #DAY_0}. */
final class Run {

    /** A Monday. */
    static final LocalDate DAY_0 = LocalDate.of(2024, 1, 1);

    static final OptionalDouble NONE = OptionalDouble.empty();

    final PopulationBuilder builder;
    private int lines;

    private Run(ProfileSettings settings) {
        builder = new PopulationBuilder(settings);
    }

    static Run asOf(LocalDate date) {
        return new Run(ProfileSettings.DEFAULTS.withAsOf(date));
    }

    static Run with(ProfileSettings settings) {
        return new Run(settings);
    }

    static ItemId id(String sku) {
        return ItemId.of(sku);
    }

    static LocalDate day(int day) {
        return DAY_0.plusDays(day);
    }

    Run item(String sku) {
        builder.item(new TestItem(sku));
        return this;
    }

    Run item(TestItem item) {
        builder.item(item);
        return this;
    }

    Run supplier(TestSupplier supplier) {
        builder.supplier(supplier);
        return this;
    }

    Run issue(String sku, String date, double pieces) {
        builder.demand(id(sku), LocalDate.parse(date), Bucket.DAY, pieces, 0);
        return this;
    }

    Run sourcing(String sku, String supplier, OptionalDouble share, OptionalDouble days, OptionalDouble sdDays) {
        builder.sourcing(new SourcingRow(id(sku), supplier, share, true, days, sdDays, NONE, NONE));
        return this;
    }

    /** A line of 10 pieces, ordered on a day and received in full after a lead time. */
    Run received(String sku, String supplier, int ordered, int leadTimeDays) {
        return line(sku, supplier, ordered, Optional.empty(), Optional.of(ordered + leadTimeDays));
    }

    /** A line for every lead time, all ordered on day 0. */
    Run leadTimes(String sku, String supplier, int... days) {
        for (int lead : days) {
            received(sku, supplier, 0, lead);
        }
        return this;
    }

    /** A line of 10 pieces that is not received. */
    Run open(String sku, String supplier, int ordered) {
        return line(sku, supplier, ordered, Optional.empty(), Optional.empty());
    }

    /** Lines of 10 pieces ordered on day 0 and promised for day 20, received on time or a day late. */
    Run promised(String sku, String supplier, int onTime, int late) {
        for (int i = 0; i < onTime + late; i++) {
            line(sku, supplier, 0, Optional.of(20), Optional.of(i < onTime ? 20 : 21));
        }
        return this;
    }

    Run line(String sku, String supplier, int ordered, Optional<Integer> promised, Optional<Integer> received) {
        lines++;
        builder.receipt(new ReceiptRow(
                "PO" + lines,
                "1",
                id(sku),
                supplier,
                Optional.of(day(ordered)),
                promised.map(Run::day),
                received.map(Run::day),
                OptionalDouble.of(10),
                OptionalDouble.of(10),
                lines));
        return this;
    }

    Population build() {
        return builder.build();
    }

    ItemProfile profile(String sku) {
        return build().find(id(sku)).orElseThrow();
    }

    LeadTime leadTime(String sku) {
        return profile(sku).supply().leadTime().orElseThrow();
    }

    SourcingLink link(String sku, String supplier) {
        return profile(sku).supply().links().stream()
                .filter(link -> link.supplier().id().equals(supplier))
                .findFirst()
                .orElseThrow();
    }

    static Optional<Assumption> assumption(Population population, Premise premise) {
        return population.assumptions().stream()
                .filter(assumption -> assumption.code().equals(premise.name()))
                .findFirst();
    }

    /** An item; the short form knows its id only. */
    record TestItem(
            String sku,
            @Override String category,
            @Override Lifecycle lifecycle,
            @Override Optional<LocalDate> introducedOn,
            @Override Optional<LocalDate> endOfLifeOn)
            implements Item {

        TestItem(String sku) {
            this(sku, "", Lifecycle.ACTIVE, Optional.empty(), Optional.empty());
        }

        TestItem in(String other) {
            return new TestItem(sku, other, lifecycle, introducedOn, endOfLifeOn);
        }

        TestItem flagged(Lifecycle flag) {
            return new TestItem(sku, category, flag, introducedOn, endOfLifeOn);
        }

        TestItem introduced(LocalDate date) {
            return new TestItem(sku, category, lifecycle, Optional.of(date), endOfLifeOn);
        }

        TestItem ending(LocalDate date) {
            return new TestItem(sku, category, lifecycle, introducedOn, Optional.of(date));
        }

        @Override
        public ItemId id() {
            return ItemId.of(sku);
        }
    }

    /** A supplier. */
    record TestSupplier(
            @Override String id,
            @Override String country,
            @Override SupplierStatus status,
            @Override OptionalDouble politicalScore)
            implements Supplier {

        TestSupplier(String id, String country) {
            this(id, country, SupplierStatus.APPROVED, NONE);
        }
    }
}
