package io.posture.io.manual;

import io.posture.api.Confidence;
import io.posture.api.DemandHistory;
import io.posture.api.DemandProfile;
import io.posture.api.ItemProfile;
import io.posture.api.LeadTime;
import io.posture.api.RowRefs;
import io.posture.api.SourceTerms;
import io.posture.api.SourcingLink;
import io.posture.api.StockPosition;
import io.posture.api.SupplyProfile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What is known of an item, some of it changed. */
final class ChangedProfile {

    private static final Set<Fact> OF_SUPPLIER = EnumSet.of(Fact.TTR_DAYS, Fact.FINANCIAL_SCORE, Fact.POLITICAL_SCORE);
    private static final Set<Fact> OF_LINKS = EnumSet.of(Fact.MOQ, Fact.MULTIPLE);
    private static final Set<Fact> OF_ALTERNATE = EnumSet.of(Fact.PRICE_PREMIUM, Fact.FIXED_COST, Fact.SURGE_PCT);
    private static final Set<Fact> OF_STOCKOUT = EnumSet.of(Fact.DOWNTIME_HOURS, Fact.DOWNTIME_COST_PER_HOUR);
    // what an agreed lead time without a deviation is given, DOMAIN B.5
    private static final double AGREED_CV = 0.30;

    private final ItemProfile profile;

    ChangedProfile(ItemProfile profile) {
        this.profile = profile;
    }

    ItemProfile with(List<FactChange> list) {
        Map<Fact, FactChange> changes = new EnumMap<>(Fact.class);
        list.forEach(change -> changes.put(change.fact(), change));
        if (changes.keySet().stream().anyMatch(OF_STOCKOUT::contains)
                && profile.item().stockoutEvent().isEmpty()) {
            throw new IllegalArgumentException("no stock-out of " + profile.id()
                    + " is described whose downtime could be changed. Maybe deliver the table stockout_costs.");
        }
        return new ItemProfile(
                new ChangedItem(profile.item(), changes),
                profile.state(),
                demand(changes),
                supply(changes),
                changes.containsKey(Fact.ON_HAND)
                        ? new StockPosition(
                                number(changes, Fact.ON_HAND),
                                profile.stock().strategicPieces(),
                                profile.stock().inTransitPieces(),
                                profile.stock().strategicKnown(),
                                profile.stock().regulatoryPieces(),
                                profile.stock().rows())
                        : profile.stock());
    }

    private static OptionalDouble number(Map<Fact, FactChange> changes, Fact fact) {
        FactChange change = changes.get(fact);
        return change == null ? OptionalDouble.empty() : change.number();
    }

    /** The history scaled to the new mean, so that every way of sizing sees the same demand. */
    private DemandProfile demand(Map<Fact, FactChange> changes) {
        DemandProfile demand = profile.demand();
        OptionalDouble mean = number(changes, Fact.DEMAND_MEAN);
        OptionalDouble sd = number(changes, Fact.DEMAND_SD);
        if (mean.isEmpty() && sd.isEmpty()) {
            return demand;
        }
        double perDay = mean.orElse(demand.meanPerDay());
        double factor = demand.meanPerDay() > 0 ? perDay / demand.meanPerDay() : 1;
        double[] pieces = demand.history().toArray();
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] *= factor;
        }
        OptionalDouble scaled = demand.sdPerDay().isPresent()
                ? OptionalDouble.of(factor * demand.sdPerDay().getAsDouble())
                : demand.sdPerDay();
        return new DemandProfile(
                DemandHistory.of(
                        demand.history().firstBucket(), demand.history().bucket(), pieces),
                demand.demandClass(),
                perDay,
                sd.isPresent() ? sd : scaled,
                demand.adi(),
                demand.squaredCv(),
                factor * demand.maxPerDay(),
                demand.months(),
                demand.monthlyCv(),
                demand.seasonal(),
                factor * demand.annualIssues(),
                demand.daysSinceLastIssue(),
                demand.returnedPieces(),
                demand.rows(),
                demand.signals());
    }

    private SupplyProfile supply(Map<Fact, FactChange> changes) {
        SupplyProfile supply = profile.supply();
        List<SourcingLink> links = new ArrayList<>(supply.links());
        if (changes.keySet().stream().anyMatch(fact -> OF_SUPPLIER.contains(fact) || OF_LINKS.contains(fact))) {
            if (links.isEmpty()) {
                throw new IllegalArgumentException("no supplier of " + profile.id()
                        + " is known whose terms could be changed. Maybe set qualified_sources=1 as well.");
            }
            links.set(0, ofMainSupplier(links.get(0), changes));
        }
        if (changes.keySet().stream().anyMatch(OF_ALTERNATE::contains)) {
            int alternate = ChangedSources.alternate(links)
                    .orElseThrow(() -> new IllegalArgumentException("no source of " + profile.id()
                            + " is known that is not bought from and whose terms could be changed. Maybe deliver it in"
                            + " sourcing with a share of 0."));
            links.set(alternate, ofAlternate(links.get(alternate), changes));
        }
        OptionalDouble sources = number(changes, Fact.QUALIFIED_SOURCES);
        if (sources.isPresent()) {
            links = new ChangedSources(links, supply.leadTime()).of((int) sources.getAsDouble());
        }
        OptionalDouble mean = number(changes, Fact.LEAD_TIME_MEAN);
        OptionalDouble sd = number(changes, Fact.LEAD_TIME_SD);
        Optional<LeadTime> leadTime = sources.isPresent() ? ofSources(links, supply) : supply.leadTime();
        if (mean.isPresent() || sd.isPresent()) {
            if (mean.isEmpty() && leadTime.isEmpty()) {
                throw new IllegalArgumentException("no lead time of " + profile.id()
                        + " is known whose deviation could be changed. Maybe set lead_time_mean as well.");
            }
            leadTime = Optional.of(leadTime(leadTime, mean, sd));
            links.replaceAll(link -> link.share() > 0
                    ? withLeadTime(link, leadTime(link.leadTime().or(supply::leadTime), mean, sd))
                    : link);
        }
        return new SupplyProfile(
                links,
                leadTime,
                supply.receipts(),
                supply.unusableLines(),
                supply.signals(),
                supply.evidence(),
                supply.disruptions());
    }

    /** With one source left it is that of the source. */
    private static Optional<LeadTime> ofSources(List<SourcingLink> links, SupplyProfile supply) {
        List<SourcingLink> used =
                links.stream().filter(link -> link.share() > 0).toList();
        boolean fewer = used.size() < supply.used().size();
        return fewer && used.size() == 1 && used.get(0).leadTime().isPresent()
                ? used.get(0).leadTime()
                : supply.leadTime();
    }

    private static SourcingLink ofMainSupplier(SourcingLink link, Map<Fact, FactChange> changes) {
        return new SourcingLink(
                new ChangedSupplier(link.supplier(), changes),
                link.share(),
                link.qualified(),
                link.leadTime(),
                link.service(),
                changes.containsKey(Fact.POLITICAL_SCORE) ? number(changes, Fact.POLITICAL_SCORE) : link.countryRisk(),
                link.upstream(),
                changes.containsKey(Fact.MOQ) ? number(changes, Fact.MOQ) : link.minimumOrderPieces(),
                changes.containsKey(Fact.MULTIPLE) ? number(changes, Fact.MULTIPLE) : link.lotMultiplePieces(),
                link.terms(),
                link.disruptions());
    }

    private static SourcingLink ofAlternate(SourcingLink link, Map<Fact, FactChange> changes) {
        SourceTerms terms = link.terms();
        SourceTerms changed = new SourceTerms(
                changes.containsKey(Fact.PRICE_PREMIUM) ? number(changes, Fact.PRICE_PREMIUM) : terms.unitPremium(),
                changes.containsKey(Fact.FIXED_COST) ? number(changes, Fact.FIXED_COST) : terms.fixedPerYear(),
                changes.containsKey(Fact.SURGE_PCT) ? number(changes, Fact.SURGE_PCT) : terms.surgeShare(),
                terms.bringUpDays());
        return ChangedSources.with(link, link.share(), link.leadTime(), changed);
    }

    private static SourcingLink withLeadTime(SourcingLink link, LeadTime leadTime) {
        return ChangedSources.with(link, link.share(), Optional.of(leadTime), link.terms());
    }

    /** A lead time as if it were agreed so. */
    private static LeadTime leadTime(Optional<LeadTime> today, OptionalDouble mean, OptionalDouble sd) {
        double days = mean.isPresent()
                ? mean.getAsDouble()
                : today.map(LeadTime::meanDays).orElse(0.0);
        boolean assumed = sd.isEmpty() && today.isEmpty();
        if (today.isPresent()
                && days == today.get().meanDays()
                && sd.orElse(today.get().sdDays()) == today.get().sdDays()) {
            return today.get();
        }
        double deviation =
                sd.isPresent() ? sd.getAsDouble() : today.map(LeadTime::sdDays).orElse(AGREED_CV * days);
        return new LeadTime(
                days,
                deviation,
                today.map(LeadTime::lines).orElse(0),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                LeadTime.CONTRACT,
                days,
                0,
                assumed ? Confidence.ASSUMED : Confidence.MEDIUM,
                RowRefs.NONE);
    }
}
