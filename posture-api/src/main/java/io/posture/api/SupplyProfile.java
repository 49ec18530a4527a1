package io.posture.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How an item is supplied, computed once from receipts, sourcing and supply links.
 *
 * @param links the suppliers, largest share first, ties by supplier id; empty if none is known
 * @param leadTime lead time of the next order whichever supplier gets it; empty if nothing is known anywhere
 * @param receipts own closed receipt lines over all suppliers
 * @param unusableLines receipt lines without an order date: counted, but no lead time
 * @param signals what the receipts show beyond that
 * @param evidence the receipt lines one by one
 * @param disruptions what the log of disruptions says over all sources
 */
public record SupplyProfile(
        List<SourcingLink> links,
        Optional<LeadTime> leadTime,
        int receipts,
        int unusableLines,
        SupplySignals signals,
        LeadTimeEvidence evidence,
        DisruptionLog disruptions) {

    /** Nothing is known. */
    public static final SupplyProfile UNKNOWN = new SupplyProfile(List.of(), Optional.empty(), 0, 0);

    /** A profile of whose receipts nothing more is told. */
    public SupplyProfile(List<SourcingLink> links, Optional<LeadTime> leadTime, int receipts, int unusableLines) {
        this(links, leadTime, receipts, unusableLines, SupplySignals.NONE);
    }

    /** A profile of whose receipts no line is told. */
    public SupplyProfile(
            List<SourcingLink> links,
            Optional<LeadTime> leadTime,
            int receipts,
            int unusableLines,
            SupplySignals signals) {
        this(links, leadTime, receipts, unusableLines, signals, LeadTimeEvidence.NONE);
    }

    /** A profile without a log of disruptions. */
    public SupplyProfile(
            List<SourcingLink> links,
            Optional<LeadTime> leadTime,
            int receipts,
            int unusableLines,
            SupplySignals signals,
            LeadTimeEvidence evidence) {
        this(links, leadTime, receipts, unusableLines, signals, evidence, DisruptionLog.NONE);
    }

    /** Copies. */
    public SupplyProfile {
        links = List.copyOf(links);
    }

    /** The suppliers that are bought from: share above 0. */
    public List<SourcingLink> used() {
        List<SourcingLink> used = new ArrayList<>(links.size());
        for (SourcingLink link : links) {
            if (link.share() > 0) {
                used.add(link);
            }
        }
        return used.size() == links.size() ? links : List.copyOf(used);
    }

    /** Whether somebody else could deliver at once. */
    public boolean hasQualifiedAlternate() {
        for (SourcingLink link : links) {
            if (link.qualifiedAlternate()) {
                return true;
            }
        }
        return false;
    }
}
