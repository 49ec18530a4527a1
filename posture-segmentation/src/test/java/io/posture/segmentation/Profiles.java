package io.posture.segmentation;

import io.posture.api.Bucket;
import io.posture.api.Confidence;
import io.posture.api.CriticalityScores;
import io.posture.api.DemandClass;
import io.posture.api.DemandHistory;
import io.posture.api.DemandProfile;
import io.posture.api.Item;
import io.posture.api.ItemId;
import io.posture.api.ItemProfile;
import io.posture.api.ItemState;
import io.posture.api.LeadTime;
import io.posture.api.RowRefs;
import io.posture.api.SegmentedItem;
import io.posture.api.Service;
import io.posture.api.SourcingLink;
import io.posture.api.StockPosition;
import io.posture.api.Supplier;
import io.posture.api.SupplyProfile;
import io.posture.api.Upstream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Items for the tests. */
final class Profiles {

    private Profiles() {}

    static ItemProfile item(String sku, OptionalDouble unitCost, CriticalityScores scores, double demandPerDay) {
        return item(sku, unitCost, scores, demand(demandPerDay), SupplyProfile.UNKNOWN, StockPosition.UNKNOWN);
    }

    static ItemProfile worth(String sku, double valuePerYear) {
        return item(sku, OptionalDouble.of(1), CriticalityScores.UNKNOWN, valuePerYear / 365);
    }

    static ItemProfile supplied(SupplyProfile supply) {
        return item("bolt", OptionalDouble.of(1), CriticalityScores.UNKNOWN, demand(1), supply, StockPosition.UNKNOWN);
    }

    static ItemProfile item(
            String sku,
            OptionalDouble unitCost,
            CriticalityScores scores,
            DemandProfile demand,
            SupplyProfile supply,
            StockPosition stock) {
        Item item = new Item() {
            @Override
            public ItemId id() {
                return ItemId.of(sku);
            }

            @Override
            public OptionalDouble unitCost() {
                return unitCost;
            }

            @Override
            public CriticalityScores criticality() {
                return scores;
            }

            @Override
            public RowRefs rows() {
                return RowRefs.of("items.csv", 7);
            }
        };
        return new ItemProfile(item, ItemState.ACTIVE, demand, supply, stock);
    }

    static ItemProfile of(Item item) {
        return new ItemProfile(item, ItemState.ACTIVE, demand(1), SupplyProfile.UNKNOWN, StockPosition.UNKNOWN);
    }

    static DemandProfile demand(double perDay) {
        return demand(perDay, 24, OptionalDouble.of(0.3), perDay * 365, OptionalInt.of(3));
    }

    static DemandProfile demand(
            double perDay, int months, OptionalDouble monthlyCv, double annualIssues, OptionalInt daysSinceLastIssue) {
        return new DemandProfile(
                DemandHistory.of(LocalDate.of(2026, 1, 5), Bucket.WEEK, 7 * perDay, 7 * perDay),
                perDay > 0 ? DemandClass.SMOOTH : DemandClass.NO_DEMAND,
                perDay,
                OptionalDouble.of(0),
                perDay > 0 ? OptionalDouble.of(1) : OptionalDouble.empty(),
                perDay > 0 ? OptionalDouble.of(0) : OptionalDouble.empty(),
                perDay,
                months,
                monthlyCv,
                false,
                annualIssues,
                daysSinceLastIssue,
                0,
                RowRefs.of("demand.csv", 2, 3));
    }

    static SegmentedItem alone(ItemProfile profile) {
        return new SegmentedItem(profile, Map.of());
    }

    static LeadTime leadTime(double meanDays, double sdDays) {
        return new LeadTime(
                meanDays,
                sdDays,
                12,
                OptionalDouble.of(meanDays),
                OptionalDouble.of(sdDays),
                OptionalDouble.of(meanDays + 2 * sdDays),
                "own",
                meanDays,
                1,
                Confidence.HIGH,
                RowRefs.of("receipts.csv", 2));
    }

    static Service service(double otif) {
        return new Service(otif, otif, otif, 9, 10, "company", otif, RowRefs.of("receipts.csv", 2));
    }

    static SupplyProfile supply(Optional<LeadTime> leadTime, SourcingLink... links) {
        return new SupplyProfile(List.of(links), leadTime, 12, 0);
    }

    static SourcingLink link(String supplier, String country, double share, Upstream... upstream) {
        return link(
                supplier, country, share, OptionalDouble.empty(), Optional.empty(), OptionalDouble.empty(), upstream);
    }

    static SourcingLink link(
            String supplier,
            String country,
            double share,
            OptionalDouble countryRisk,
            Optional<Service> service,
            OptionalDouble financialScore,
            Upstream... upstream) {
        Supplier company = new Supplier() {
            @Override
            public String id() {
                return supplier;
            }

            @Override
            public String country() {
                return country;
            }

            @Override
            public OptionalDouble financialScore() {
                return financialScore;
            }
        };
        return new SourcingLink(
                company,
                share,
                true,
                Optional.empty(),
                service,
                countryRisk,
                List.of(upstream),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }
}
