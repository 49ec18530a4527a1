package io.posture.benchmarks.network;

import io.posture.resilience.network.FinishedGood;
import io.posture.resilience.network.Need;
import io.posture.resilience.network.Site;
import io.posture.resilience.network.SiteNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;

/**
 * A made-up network of three tiers: 6,000 sites make materials, 3,500 make components of one to three materials, 500 make
 * goods of four to ten components. Three needs of ten have two suppliers. Stock lasts 5 to 30 days, recovery takes 10 to
 * 90.
 */
final class MadeNetwork {

    private static final int[] TIERS = {6_000, 3_500, 500};
    private static final double DUAL = 0.3;

    private final Random random;
    private final List<Site> sites = new ArrayList<>();
    private final List<FinishedGood> goods = new ArrayList<>();
    private final List<Double> recoveryDays = new ArrayList<>();

    /**
     * Makes a network.
     *
     * @param knownCapacity share of the sites whose capacity is known
     * @param leastSpare least share of capacity that is spare when all suppliers of a need deliver the same
     * @param mostSpare largest such share
     */
    MadeNetwork(long seed, double knownCapacity, double leastSpare, double mostSpare) {
        random = new Random(seed);
        int n = TIERS[0] + TIERS[1] + TIERS[2];
        List<List<Need>> needs = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            needs.add(needs(i));
        }
        double[] perDay = new double[n];
        for (int i = n - TIERS[2]; i < n; i++) {
            perDay[i] = Math.exp(2 + random.nextGaussian());
            goods.add(new FinishedGood(id(i), perDay[i], 5 + random.nextInt(50)));
        }
        for (int i = n - 1; i >= 0; i--) {
            for (Need need : needs.get(i)) {
                for (String from : need.from()) {
                    perDay[Integer.parseInt(from)] +=
                            need.perUnit() * perDay[i] / need.from().size();
                }
            }
        }
        for (int i = 0; i < n; i++) {
            double spare = leastSpare + (mostSpare - leastSpare) * random.nextDouble();
            OptionalDouble capacity = random.nextDouble() < knownCapacity
                    ? OptionalDouble.of(perDay[i] * (1 + spare))
                    : OptionalDouble.empty();
            sites.add(new Site(id(i), perDay[i] * (5 + 25 * random.nextDouble()), capacity, needs.get(i)));
            recoveryDays.add(10.0 + random.nextInt(81));
        }
    }

    private List<Need> needs(int site) {
        boolean component = site < TIERS[0] + TIERS[1];
        if (site < TIERS[0]) {
            return List.of();
        }
        int first = component ? 0 : TIERS[0];
        int count = component ? 1 + random.nextInt(3) : 4 + random.nextInt(7);
        List<Need> needs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<String> from = new ArrayList<>();
            from.add(id(first + random.nextInt(component ? TIERS[0] : TIERS[1])));
            if (random.nextDouble() < DUAL) {
                from.add(id(first + random.nextInt(component ? TIERS[0] : TIERS[1])));
            }
            needs.add(new Need(from, 1.0 + random.nextInt(3)));
        }
        return needs;
    }

    private static String id(int site) {
        return Integer.toString(site);
    }

    SiteNetwork network() {
        return SiteNetwork.of(sites, goods);
    }

    int sites() {
        return sites.size();
    }

    String siteId(int site) {
        return id(site);
    }

    double recoveryDays(int site) {
        return recoveryDays.get(site);
    }
}
