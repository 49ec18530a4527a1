package io.posture.io.manual;

import io.posture.api.LeadTime;
import io.posture.api.SourceDisruptions;
import io.posture.api.SourceTerms;
import io.posture.api.SourcingLink;
import io.posture.api.Supplier;
import io.posture.api.SupplierStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The sources of an item if there were more or fewer of them. */
final class ChangedSources {

    private final List<SourcingLink> links;
    private final Optional<LeadTime> leadTime;

    /**
     * Sources of today.
     *
     * @param links largest share first
     * @param leadTime lead time of the item; empty if unknown
     */
    ChangedSources(List<SourcingLink> links, Optional<LeadTime> leadTime) {
        this.links = List.copyOf(links);
        this.leadTime = leadTime;
    }

    /** A source of which nothing is known but that it could deliver. */
    private record Alternate(String id) implements Supplier {}

    /** Place of the first source that is not bought from and may be; empty if there is none. */
    static Optional<Integer> alternate(List<SourcingLink> links) {
        for (int at = 0; at < links.size(); at++) {
            if (links.get(at).share() == 0 && links.get(at).supplier().status() != SupplierStatus.BLOCKED) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** How many suppliers are bought from or could deliver at once. */
    static int count(List<SourcingLink> links) {
        return (int) links.stream()
                .filter(link -> link.share() > 0 || link.qualifiedAlternate())
                .count();
    }

    /** So many of them: the smallest are left out, further ones are qualified and not bought from. */
    List<SourcingLink> of(int wanted) {
        List<SourcingLink> kept = new ArrayList<>(links);
        for (int at = kept.size() - 1; at >= 0 && count(kept) > wanted; at--) {
            if (kept.get(at).share() == 0 && kept.get(at).qualifiedAlternate()) {
                kept.remove(at);
            }
        }
        for (int at = kept.size() - 1; at > 0 && count(kept) > wanted; at--) {
            if (kept.get(at).share() > 0) {
                kept.remove(at);
            }
        }
        double shares = kept.stream().mapToDouble(SourcingLink::share).sum();
        if (shares > 0 && kept.size() < links.size()) {
            kept.replaceAll(link -> withShare(link, link.share() / shares));
        }
        while (count(kept) < wanted) {
            int number = count(kept) + 1;
            kept.add(new SourcingLink(
                    new Alternate("source-" + number),
                    number == 1 ? 1 : 0,
                    true,
                    leadTime,
                    Optional.empty(),
                    OptionalDouble.empty(),
                    List.of(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    SourceTerms.UNKNOWN,
                    SourceDisruptions.UNKNOWN));
        }
        return kept;
    }

    private static SourcingLink withShare(SourcingLink link, double share) {
        return with(link, share, link.leadTime(), link.terms());
    }

    /** A link of which three things may be others. */
    static SourcingLink with(SourcingLink link, double share, Optional<LeadTime> leadTime, SourceTerms terms) {
        return new SourcingLink(
                link.supplier(),
                share,
                link.qualified(),
                leadTime,
                link.service(),
                link.countryRisk(),
                link.upstream(),
                link.minimumOrderPieces(),
                link.lotMultiplePieces(),
                terms,
                link.disruptions());
    }
}
