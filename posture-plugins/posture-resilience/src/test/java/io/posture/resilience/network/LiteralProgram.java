package io.posture.resilience.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The programs of DOMAIN F.6 as they are written there, for whole numbers, over the whole network. */
final class LiteralProgram {

    private final ExactSimplex program = new ExactSimplex();
    private final Map<String, Integer> made = new HashMap<>();
    private final Map<String, Long> stock = new HashMap<>();

    private LiteralProgram() {}

    /** Least margin lost in some days. */
    static Fraction impact(List<Site> sites, List<FinishedGood> finished, NetworkEvent event, long days) {
        LiteralProgram of = new LiteralProgram();
        of.sites(sites, finished, event, days, -1);
        long all = 0;
        for (FinishedGood good : finished) {
            long wanted = ((long) good.demandPerDay()) * days;
            all += wanted * (long) good.margin();
            int sold = of.program.variable((long) good.margin());
            of.program.atMost(wanted, sold, 1);
            of.sell(good, sold);
        }
        return Fraction.of(all).minus(of.program.largest().orElseThrow());
    }

    /** Longest time without a loss; empty for ever. */
    static Optional<Fraction> days(List<Site> sites, List<FinishedGood> finished, NetworkEvent event) {
        LiteralProgram of = new LiteralProgram();
        int time = of.program.variable(1);
        of.sites(sites, finished, event, 0, time);
        for (FinishedGood good : finished) {
            int sold = of.program.variable(0);
            of.program.atMost(0, time, (long) good.demandPerDay(), sold, -1);
            of.sell(good, sold);
        }
        return of.program.largest();
    }

    private final Map<String, long[]> given = new HashMap<>();

    private void sell(FinishedGood good, int sold) {
        long[] out = given.getOrDefault(good.id(), new long[0]);
        long[] row = Arrays.copyOf(out, out.length + 4);
        row[out.length] = sold;
        row[out.length + 1] = 1;
        row[out.length + 2] = made.get(good.id());
        row[out.length + 3] = -1;
        program.atMost(stock.get(good.id()), row);
    }

    private void sites(List<Site> sites, List<FinishedGood> finished, NetworkEvent event, long days, int time) {
        for (Site site : sites) {
            made.put(site.id(), program.variable(0));
            stock.put(site.id(), event.destroyed().contains(site.id()) ? 0 : (long) site.stock());
        }
        for (Site site : sites) {
            int output = made.get(site.id());
            if (event.disrupted().contains(site.id())) {
                program.atMost(0, output, 1);
            } else if (site.capacityPerDay().isPresent()) {
                long capacity = (long) site.capacityPerDay().getAsDouble();
                if (time < 0) {
                    program.atMost(capacity * days, output, 1);
                } else {
                    program.atMost(0, output, 1, time, -capacity);
                }
            }
            for (Need need : site.needs()) {
                long[] row = new long[2 * need.from().size() + 2];
                row[0] = output;
                row[1] = (long) need.perUnit();
                for (int i = 0; i < need.from().size(); i++) {
                    int flow = program.variable(0);
                    row[2 * i + 2] = flow;
                    row[2 * i + 3] = -1;
                    given.merge(need.from().get(i), new long[] {flow, 1}, LiteralProgram::both);
                }
                program.atMost(0, row);
            }
        }
        for (Site site : sites) {
            boolean sells = finished.stream().anyMatch(good -> good.id().equals(site.id()));
            if (given.containsKey(site.id()) && !sells) {
                program.atMost(stock.get(site.id()), both(given.get(site.id()), new long[] {made.get(site.id()), -1}));
            }
        }
    }

    private static long[] both(long[] one, long[] other) {
        long[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }
}
