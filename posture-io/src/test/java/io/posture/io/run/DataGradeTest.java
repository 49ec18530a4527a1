package io.posture.io.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.posture.api.Bucket;
import io.posture.api.DemandClass;
import io.posture.api.DemandHistory;
import io.posture.api.DemandProfile;
import io.posture.api.Item;
import io.posture.api.ItemId;
import io.posture.api.ItemProfile;
import io.posture.api.ItemState;
import io.posture.api.RowRefs;
import io.posture.api.SourcingLink;
import io.posture.api.StockPosition;
import io.posture.api.Supplier;
import io.posture.api.SupplyProfile;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The grades of PRODUCT: A needs 18 months of demand, 8 receipts, supplier country and recovery time, cost. */
class DataGradeTest {

    @ParameterizedTest
    @CsvSource({
        // buckets, months, receipts, supplier known, cost known
        "80, 18, 8, true, true, A",
        "80, 17, 8, true, true, B",
        "80, 18, 7, true, true, B",
        "80, 18, 8, false, true, B",
        "80, 18, 8, true, false, B",
        "80, 17, 7, true, true, C",
        "80, 17, 7, false, true, C",
        "80, 17, 7, false, false, D",
        "8, 18, 8, true, true, A",
        "7, 18, 8, true, true, D",
        "0, 0, 0, false, false, D"
    })
    void gradeFollowsFromWhatFails(
            int buckets, int months, int receipts, boolean supplier, boolean cost, DataGrade grade) {
        assertEquals(grade, DataGrade.of(profile(buckets, months, receipts, List.of(link(supplier)), cost)));
    }

    @Test
    void itemWithoutSupplierHasNoKnownOne() {
        assertEquals(DataGrade.B, DataGrade.of(profile(80, 18, 8, List.of(), true)));
    }

    @Test
    void everySupplierBoughtFromMustBeKnown() {
        List<SourcingLink> links = List.of(link(true), link(false));
        assertEquals(DataGrade.B, DataGrade.of(profile(80, 18, 8, links, true)));
    }

    @Test
    void windowWithoutAnyDemandIsTheWorst() {
        List<SourcingLink> links = List.of(link(true));
        assertEquals(DataGrade.D, DataGrade.of(profile(DemandClass.NO_DEMAND, 80, 18, 8, links, true)));
    }

    private static ItemProfile profile(int buckets, int months, int receipts, List<SourcingLink> links, boolean cost) {
        return profile(DemandClass.SMOOTH, buckets, months, receipts, links, cost);
    }

    private static ItemProfile profile(
            DemandClass demandClass, int buckets, int months, int receipts, List<SourcingLink> links, boolean cost) {
        Item item = new SmallRun.Costed(ItemId.of("a"), cost ? OptionalDouble.of(1) : OptionalDouble.empty());
        DemandProfile demand = new DemandProfile(
                DemandHistory.of(LocalDate.of(2025, 1, 6), Bucket.WEEK, new double[buckets]),
                demandClass,
                0,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                0,
                months,
                OptionalDouble.empty(),
                false,
                0,
                OptionalInt.empty(),
                0,
                RowRefs.NONE);
        SupplyProfile supply = new SupplyProfile(links, Optional.empty(), receipts, 0);
        return new ItemProfile(item, ItemState.ACTIVE, demand, supply, StockPosition.UNKNOWN);
    }

    private static SourcingLink link(boolean known) {
        Supplier supplier = new Supplier() {
            @Override
            public String id() {
                return "v";
            }

            @Override
            public String country() {
                return "IN";
            }

            @Override
            public OptionalDouble recoveryDays() {
                return known ? OptionalDouble.of(30) : OptionalDouble.empty();
            }
        };
        return new SourcingLink(
                supplier,
                0.5,
                true,
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                List.of(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }
}
