package io.posture.profile;

import io.posture.api.Confidence;
import io.posture.api.Item;
import io.posture.api.LeadTime;
import io.posture.api.SourceTerms;
import io.posture.api.SourcingLink;
import io.posture.api.Supplier;
import io.posture.api.SupplierStatus;
import io.posture.api.SupplyProfile;
import io.posture.api.Upstream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Turns sourcing rows, receipts and supply links into supply profiles. */
final class SupplyProfiler {

    private static final double SLACK = 1e-6;
    private static final Comparator<SourcingLink> LARGEST_FIRST = Comparator.comparingDouble(SourcingLink::share)
            .reversed()
            .thenComparing(link -> link.supplier().id());

    private final List<Item> items;
    private final SupplyTables tables;
    private final Purchases purchases;
    private final DisruptionRecords disruptions;
    private final AssumptionLog log;

    SupplyProfiler(
            List<Item> items,
            SupplyTables tables,
            Purchases purchases,
            DisruptionRecords disruptions,
            AssumptionLog log) {
        this.items = items;
        this.tables = tables;
        this.purchases = purchases;
        this.disruptions = disruptions;
        this.log = log;
    }

    /** The profile of an item by its number. */
    SupplyProfile profile(int item) {
        List<SourcingLink> links = new ArrayList<>();
        shares(item).forEach((supplier, share) -> links.add(link(item, supplier, share)));
        links.sort(LARGEST_FIRST);
        Optional<LeadTime> leadTime = leadTime(item, links);
        noteAssumptions(item, links, leadTime);
        return new SupplyProfile(
                links,
                leadTime,
                purchases.closed(item),
                purchases.unusable(item),
                purchases.signals(item),
                purchases.evidence(item),
                disruptions.all());
    }

    private Map<String, Double> shares(int item) {
        List<SourcingRow> rows = tables.sourcing(item);
        if (rows.isEmpty()) {
            Map<String, Double> shares = purchases.shares(item);
            if (!shares.isEmpty()) {
                log.add(Premise.SHARES_FROM_RECEIPTS, item);
            }
            return shares;
        }
        SourcingShares shares = SourcingShares.of(rows, tables::supplier);
        if (shares.equal()) {
            log.add(Premise.SHARES_EQUAL, item);
        }
        if (shares.normalised()) {
            log.add(Premise.SHARES_NORMALISED, item);
        }
        return shares.shares();
    }

    private SourcingLink link(int item, String supplierId, double share) {
        Supply supply = new Supply(item, supplierId);
        Optional<SourcingRow> row = tables.sourcing(supply);
        Supplier supplier = tables.supplier(supplierId);
        List<Upstream> upstream =
                tables.upstream().of(supplierId, items.get(item).id().sku());
        return new SourcingLink(
                supplier,
                share,
                row.map(SourcingRow::qualified).orElse(true),
                purchases.leadTimes().of(supply, row),
                purchases.services().of(supply),
                countryRisk(supplier, upstream),
                upstream,
                row.map(SourcingRow::minimumOrderPieces).orElse(OptionalDouble.empty()),
                row.map(SourcingRow::lotMultiplePieces).orElse(OptionalDouble.empty()),
                row.map(SourcingRow::terms).orElse(SourceTerms.UNKNOWN),
                disruptions.of(
                        supplier,
                        items.get(item).id().sku(),
                        row.map(SourcingRow::laneId).orElse(""),
                        upstream));
    }

    /** The supplier's own score; else that of the places where everything is made; else that of its country. */
    private OptionalDouble countryRisk(Supplier supplier, List<Upstream> upstream) {
        if (supplier.politicalScore().isPresent()) {
            return supplier.politicalScore();
        }
        double mapped = 0;
        double risk = 0;
        for (Upstream place : upstream) {
            OptionalDouble score = tables.countryRisk(place.country());
            if (score.isPresent()) {
                mapped += place.share();
                risk += place.share() * score.getAsDouble();
            }
        }
        return mapped >= 1 - SLACK ? OptionalDouble.of(risk / mapped) : tables.countryRisk(supplier.country());
    }

    private Optional<LeadTime> leadTime(int item, List<SourcingLink> links) {
        List<SourcingLink> used =
                links.stream().filter(link -> link.share() > 0).toList();
        List<SourcingLink> known =
                used.stream().filter(link -> link.leadTime().isPresent()).toList();
        if (used.isEmpty()) {
            // nobody is known to deliver: receipts without a supplier, else what is usual
            return purchases.leadTimes().of(new Supply(item, ""), Optional.empty());
        }
        if (used.size() == 1 || known.isEmpty()) {
            return used.get(0).leadTime();
        }
        return Optional.of(purchases
                .leadTimes()
                .mixture(
                        known.stream()
                                .map(link -> new Supply(item, link.supplier().id()))
                                .toList(),
                        known.stream().mapToDouble(SourcingLink::share).toArray(),
                        known.stream()
                                .map(link -> link.leadTime().orElseThrow())
                                .toList(),
                        known.size() == used.size()));
    }

    private void noteAssumptions(int item, List<SourcingLink> links, Optional<LeadTime> leadTime) {
        List<SourcingLink> used =
                links.stream().filter(link -> link.share() > 0).toList();
        note(links.isEmpty(), Premise.SUPPLIER_UNKNOWN, item);
        note(
                !used.isEmpty()
                        && used.stream().allMatch(link -> link.supplier().status() == SupplierStatus.BLOCKED),
                Premise.SUPPLIER_BLOCKED,
                item);
        note(leadTime.isEmpty(), Premise.LEAD_TIME_UNKNOWN, item);
        note(!disruptions.kept(), Premise.DISRUPTIONS_NOT_LOGGED, item);
        note(disruptions.all().elsewhere().count() > 0, Premise.DISRUPTIONS_ELSEWHERE, item);
        for (SourcingLink link : used) {
            note(link.upstream().isEmpty(), Premise.UPSTREAM_UNKNOWN, item);
            note(link.countryRisk().isEmpty(), Premise.COUNTRY_RISK_UNKNOWN, item);
            note(link.service().isEmpty(), Premise.SERVICE_UNKNOWN, item);
            note(
                    purchases
                            .leadTimes()
                            .sample(new Supply(item, link.supplier().id()))
                            .lowerBound(),
                    Premise.LEAD_TIME_LOWER_BOUND,
                    item);
            link.leadTime().ifPresent(part -> noteLeadTime(item, part));
        }
        if (used.isEmpty()) {
            leadTime.ifPresent(part -> noteLeadTime(item, part));
        }
    }

    private void noteLeadTime(int item, LeadTime part) {
        boolean assumed = part.confidence() == Confidence.ASSUMED;
        boolean contract = part.pool().equals(LeadTimes.CONTRACT);
        boolean alone = part.pool().equals(LeadTimes.OWN) && part.confidence() == Confidence.LOW;
        note(contract, Premise.LEAD_TIME_FROM_CONTRACT, item);
        note(assumed && !contract, Premise.LEAD_TIME_FROM_POOL, item);
        note((assumed && contract) || alone, Premise.LEAD_TIME_VARIATION, item);
    }

    private void note(boolean holds, Premise premise, int item) {
        if (holds) {
            log.add(premise, item);
        }
    }
}
