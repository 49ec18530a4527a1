package io.posture.api;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One supplier of an item.
 *
 * @param supplier who delivers
 * @param share share of the item's supply by value, 0 to 1; 0 is an alternate that is not bought from
 * @param qualified whether the supplier could deliver this item at once
 * @param leadTime lead time of this item from this supplier; empty if nothing is known anywhere
 * @param service on time in full of this supplier; empty if no line was ever due
 * @param countryRisk geopolitical risk where it is made, 0 to 1, 1 worst; empty if unknown
 * @param upstream the mapped nodes behind the supplier; shares add up to at most 1, the rest is unmapped
 * @param minimumOrderPieces smallest order, pieces; empty if none
 * @param lotMultiplePieces orders are multiples of this, pieces; empty if none
 * @param terms what it costs and can do beyond its share
 * @param disruptions how often and how long it failed
 */
public record SourcingLink(
        Supplier supplier,
        double share,
        boolean qualified,
        Optional<LeadTime> leadTime,
        Optional<Service> service,
        OptionalDouble countryRisk,
        List<Upstream> upstream,
        OptionalDouble minimumOrderPieces,
        OptionalDouble lotMultiplePieces,
        SourceTerms terms,
        SourceDisruptions disruptions) {

    /** A supplier of whose terms and disruptions nothing is known. */
    public SourcingLink(
            Supplier supplier,
            double share,
            boolean qualified,
            Optional<LeadTime> leadTime,
            Optional<Service> service,
            OptionalDouble countryRisk,
            List<Upstream> upstream,
            OptionalDouble minimumOrderPieces,
            OptionalDouble lotMultiplePieces) {
        this(
                supplier,
                share,
                qualified,
                leadTime,
                service,
                countryRisk,
                upstream,
                minimumOrderPieces,
                lotMultiplePieces,
                SourceTerms.UNKNOWN,
                SourceDisruptions.UNKNOWN);
    }

    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException if the share is outside [0, 1] or the upstream shares exceed 1
     */
    public SourcingLink {
        if (!(share >= 0 && share <= 1 + 1e-9)) {
            throw new IllegalArgumentException("share of " + supplier.id() + " must be in [0, 1], was " + share);
        }
        upstream = List.copyOf(upstream);
        double mapped = upstream.stream().mapToDouble(Upstream::share).sum();
        if (mapped > 1 + 1e-6) {
            throw new IllegalArgumentException("upstream shares of " + supplier.id() + " add up to " + mapped);
        }
    }

    /** An alternate that could deliver at once: qualified, not blocked, not bought from. */
    public boolean qualifiedAlternate() {
        return share == 0 && qualified && supplier.status() != SupplierStatus.BLOCKED;
    }
}
