package io.posture.safetystock;

import io.posture.api.Stretches;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Covers of an item in its disrupted stretches. */
final class Regimes {

    private static final Origin.Formula STRETCHES = new Origin.Formula(
            "demand.regimes.1",
            "mean of all disrupted buckets; deviation within stretches",
            "DOMAIN A.7; Killick, Fearnhead & Eckley 2012");
    private static final Origin.Formula PART =
            new Origin.Formula("demand.mixturePart.1", "share of time of these stretches", "DOMAIN A.7");

    private final SizingFacts facts;
    private final Protection protection;
    private final StableShares shares;

    Regimes(SizingFacts facts, Protection protection, StableShares shares) {
        this.facts = facts;
        this.protection = protection;
        this.shares = shares;
    }

    /**
     * Shares of time that are stable, (0, 1]; 0 for the share that was seen.
     *
     * @param demand of demand
     * @param leadTime of lead times
     */
    record StableShares(double demand, double leadTime) {}

    /**
     * A part of a mixture.
     *
     * @param weight share of time
     * @param cover what is covered in it
     * @param node it as a node
     */
    record Part(double weight, Cover cover, Finding node) {}

    /** Demand or lead time in one kind of stretches. */
    private record World(String name, double weight, Figure mean, Figure sd) {}

    /** The cover when both demand and lead time are as in their disrupted stretches; empty if neither has any. */
    Optional<Cover> disrupted() {
        List<World> demand = demand();
        List<World> leadTime = leadTime();
        if (demand.size() + leadTime.size() == 2) {
            return Optional.empty();
        }
        return Optional.of(cover(demand.get(demand.size() - 1), leadTime.get(leadTime.size() - 1)));
    }

    /**
     * All kinds of time, each with its share: demand and lead time are disrupted independently.
     *
     * @param stable the cover of stable demand and lead time
     */
    List<Part> mixture(Cover stable) {
        List<Part> parts = new ArrayList<>();
        for (World demand : demand()) {
            for (World leadTime : leadTime()) {
                Cover cover = parts.isEmpty() ? stable : cover(demand, leadTime);
                double weight = demand.weight * leadTime.weight;
                if (weight == 0) {
                    continue;
                }
                Figure share = Figure.of("shareOfTime", weight, Unit.SHARE, PART, facts.buckets());
                parts.add(new Part(
                        weight,
                        cover,
                        Finding.of(
                                "mixturePart",
                                demand.name + " demand, " + leadTime.name + " lead time",
                                PART,
                                share,
                                cover.demand(),
                                cover.sigma())));
            }
        }
        return parts;
    }

    private Cover cover(World demand, World leadTime) {
        return protection.cover(facts, demand.mean, demand.sd, leadTime.mean, leadTime.sd);
    }

    private List<World> demand() {
        return worlds(
                facts.demand().signals().stretches(),
                shares.demand,
                new World("stable", 1, facts.perDay(), facts.sdPerDay()),
                "disruptedDemandPerDay",
                "disruptedDemandSdPerDay",
                Unit.PIECES_PER_DAY,
                facts.buckets());
    }

    private List<World> leadTime() {
        return worlds(
                facts.supplySignals().stretches(),
                shares.leadTime,
                new World("stable", 1, facts.leadDays(), facts.leadSd()),
                "disruptedLeadTimeDays",
                "disruptedLeadTimeSdDays",
                Unit.DAYS,
                facts.leadDays());
    }

    private static List<World> worlds(
            Stretches stretches, double stableShare, World stable, String mean, String sd, Unit unit, Figure from) {
        if (stretches.disrupted().isEmpty()) {
            return List.of(stable);
        }
        Stretches.Disrupted found = stretches.disrupted().get();
        double disruptedShare = stableShare > 0 ? 1 - stableShare : found.share();
        return List.of(
                new World(stable.name, 1 - disruptedShare, stable.mean, stable.sd),
                new World(
                        "disrupted",
                        disruptedShare,
                        Figure.of(mean, found.mean(), unit, STRETCHES, from),
                        Figure.of(sd, found.sd(), unit, STRETCHES, from)));
    }
}
