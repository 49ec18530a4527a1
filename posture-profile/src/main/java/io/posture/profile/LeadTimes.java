package io.posture.profile;

import io.posture.api.Confidence;
import io.posture.api.LeadTime;
import io.posture.api.RowRefs;
import io.posture.numerics.Moments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Lead times of items from suppliers. Few own lines are supported by the first pool with enough lines: all that comes from the
 * supplier, by the route, from the region, all items of the category, of the company.
 */
final class LeadTimes {

    private static final int FEW_LINES = 3;
    static final String OWN = LeadTime.OWN;
    static final String CONTRACT = LeadTime.CONTRACT;

    private final Map<Supply, LeadTimeSample> samples;
    private final PoolChain chain;
    private final ProfileSettings settings;
    private final Map<Pool, LeadTimeParameters> pools = new HashMap<>();

    /**
     * Makes the pools.
     *
     * @param samples lead times by item and supplier, in an order that does not depend on the input
     * @param chain pools around supplies
     */
    LeadTimes(Map<Supply, LeadTimeSample> samples, PoolChain chain, ProfileSettings settings) {
        this.samples = samples;
        this.chain = chain;
        this.settings = settings;
        Map<Pool, List<double[]>> groups = new LinkedHashMap<>();
        samples.forEach((supply, sample) -> {
            if (sample.size() > 0) {
                double[] days = sample.days();
                chain.of(supply)
                        .forEach(pool -> groups.computeIfAbsent(pool, none -> new ArrayList<>())
                                .add(days));
            }
        });
        groups.forEach((pool, members) -> {
            int lines = members.stream().mapToInt(days -> days.length).sum();
            if (lines >= settings.poolLines()) {
                pools.put(pool, LeadTimeParameters.of(pool.kind().word(), members));
            }
        });
    }

    /** The lines of a supply. */
    LeadTimeSample sample(Supply supply) {
        return samples.getOrDefault(supply, LeadTimeSample.NONE);
    }

    /**
     * Lead time of a supply; empty if nothing is known anywhere.
     *
     * @param contract sourcing row of the supply
     */
    Optional<LeadTime> of(Supply supply, Optional<SourcingRow> contract) {
        LeadTimeSample own = sample(supply);
        if (own.size() >= settings.poolLines()) {
            return Optional.of(standingAlone(own));
        }
        Optional<LeadTimeParameters> pool = pool(supply);
        OptionalDouble agreed = contract.map(SourcingRow::leadTimeDays).orElse(OptionalDouble.empty());
        if (own.size() > 0) {
            return Optional.of(
                    pool.map(parameters -> supported(own, parameters, agreed)).orElseGet(() -> unsupported(own)));
        }
        Optional<LeadTime> stated = contract.flatMap(LeadTimes::contract);
        if (stated.isPresent() && (pool.isEmpty() || stated.get().confidence() != Confidence.ASSUMED)) {
            return stated;
        }
        return pool.map(parameters -> supported(own, parameters, agreed));
    }

    /**
     * Lead time of the next order, whichever of several suppliers gets it.
     *
     * @param supplies who delivers
     * @param shares their shares, above 0, same order; need not add up to 1
     * @param parts their lead times, same order
     * @param complete whether no supplier is left out for want of a lead time
     */
    LeadTime mixture(List<Supply> supplies, double[] shares, List<LeadTime> parts, boolean complete) {
        double total = 0;
        double mean = 0;
        double weight = 0;
        double poolMean = 0;
        for (int i = 0; i < shares.length; i++) {
            total += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            double share = shares[i] / total;
            mean += share * parts.get(i).meanDays();
            weight += share * parts.get(i).weight();
            poolMean += share * parts.get(i).poolMeanDays();
        }
        // sum of w (s^2 + m^2) - mean^2, written so that no digits cancel
        double variance = 0;
        for (int i = 0; i < shares.length; i++) {
            LeadTime part = parts.get(i);
            double apart = part.meanDays() - mean;
            variance += shares[i] / total * (part.sdDays() * part.sdDays() + apart * apart);
        }
        Moments observed = Moments.of(supplies.stream()
                .map(this::sample)
                .flatMapToDouble(sample -> Arrays.stream(sample.days()))
                .sorted()
                .toArray());
        List<LeadTime.Part> shared = new ArrayList<>(parts.size());
        for (int i = 0; i < shares.length; i++) {
            shared.add(new LeadTime.Part(supplies.get(i).supplier(), shares[i] / total, parts.get(i)));
        }
        Confidence worst = parts.stream()
                .map(LeadTime::confidence)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new LeadTime(
                mean,
                Math.sqrt(variance),
                parts.stream().mapToInt(LeadTime::lines).sum(),
                observed.mean(),
                observed.sd(),
                parts.stream()
                        .flatMapToDouble(part -> part.longestDays().stream())
                        .max(),
                "mixture",
                poolMean,
                Math.min(1, weight),
                complete || worst.compareTo(Confidence.LOW) > 0 ? worst : Confidence.LOW,
                joined(parts),
                Optional.empty(),
                shared);
    }

    private static RowRefs joined(List<LeadTime> parts) {
        List<RowRefs> rows = parts.stream()
                .map(LeadTime::rows)
                .filter(part -> part.count() > 0)
                .toList();
        return rows.isEmpty() ? RowRefs.NONE : RowRefs.joined(rows);
    }

    private Optional<LeadTimeParameters> pool(Supply supply) {
        return chain.of(supply).stream()
                .map(pool -> Optional.ofNullable(pools.get(pool)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Enough own lines: they are the pool. */
    private static LeadTime standingAlone(LeadTimeSample own) {
        Moments moments = own.moments();
        double mean = moments.mean().orElseThrow();
        return leadTime(
                own,
                mean,
                moments.sd().orElseThrow(),
                OWN,
                mean,
                1,
                Confidence.HIGH,
                Optional.empty(),
                OptionalDouble.empty());
    }

    /** Few own lines or none, and a pool. */
    private LeadTime supported(LeadTimeSample own, LeadTimeParameters pool, OptionalDouble agreedDays) {
        LeadTimeShrinkage.Result shrunk = shrink(own, pool);
        Confidence confidence =
                own.size() == 0 ? Confidence.ASSUMED : own.size() < FEW_LINES ? Confidence.LOW : Confidence.MEDIUM;
        return leadTime(
                own,
                shrunk.mean(),
                shrunk.predictiveSd(),
                pool.pool(),
                pool.mean(),
                shrunk.weight(),
                confidence,
                Optional.of(spread(pool)),
                agreedDays);
    }

    /** Few own lines and nothing beside them: their mean, and an assumed variation that they correct. */
    private LeadTime unsupported(LeadTimeSample own) {
        double mean = own.moments().mean().orElseThrow();
        LeadTimeParameters assumed = LeadTimeParameters.assumed(mean);
        LeadTimeShrinkage.Result shrunk = shrink(own, assumed);
        return leadTime(
                own,
                mean,
                shrunk.predictiveSd(),
                OWN,
                mean,
                1,
                Confidence.LOW,
                Optional.of(spread(assumed)),
                OptionalDouble.empty());
    }

    private LeadTimeShrinkage.Result shrink(LeadTimeSample own, LeadTimeParameters pool) {
        Moments moments = own.moments();
        double sd = moments.sd().orElse(0);
        return LeadTimeShrinkage.of(new LeadTimeShrinkage.Inputs(
                moments.n(),
                moments.mean().orElse(0),
                sd * sd,
                pool.mean(),
                pool.within(),
                pool.between(),
                settings.priorDegrees()));
    }

    /** What a sourcing row states; a deviation that it does not state is assumed. */
    private static Optional<LeadTime> contract(SourcingRow row) {
        if (row.leadTimeDays().isEmpty()) {
            return Optional.empty();
        }
        double mean = row.leadTimeDays().getAsDouble();
        OptionalDouble sd = row.leadTimeSdDays();
        return Optional.of(leadTime(
                LeadTimeSample.NONE,
                mean,
                sd.orElse(LeadTimeParameters.ASSUMED_CV * mean),
                CONTRACT,
                mean,
                0,
                sd.isPresent() ? Confidence.LOW : Confidence.ASSUMED,
                Optional.empty(),
                row.leadTimeDays()));
    }

    private LeadTime.Spread spread(LeadTimeParameters pool) {
        return new LeadTime.Spread(pool.within(), pool.between(), settings.priorDegrees());
    }

    private static LeadTime leadTime(
            LeadTimeSample own,
            double mean,
            double sd,
            String pool,
            double poolMean,
            double weight,
            Confidence confidence,
            Optional<LeadTime.Spread> spread,
            OptionalDouble agreedDays) {
        Moments moments = own.moments();
        return new LeadTime(
                mean,
                sd,
                own.closed(),
                moments.mean(),
                moments.sd(),
                own.longest(),
                pool,
                poolMean,
                weight,
                confidence,
                own.rows(),
                spread,
                List.of(),
                own.basis(agreedDays));
    }
}
