package io.posture.resilience.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;

/** A small network of whole numbers by chance: full of ties, zeros, sites that both sell and feed, and needs nobody meets. */
record RandomNetwork(List<Site> sites, List<FinishedGood> finished) {

    static RandomNetwork of(Random random, int size) {
        List<Site> sites = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<Need> needs = new ArrayList<>();
            int groups = i < size / 3 ? 0 : random.nextInt(3);
            for (int group = 0; group < groups; group++) {
                List<String> from = new ArrayList<>();
                int members = random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(3);
                for (int member = 0; member < members; member++) {
                    from.add("s" + random.nextInt(i));
                }
                needs.add(new Need(from, 1 + random.nextInt(3)));
            }
            OptionalDouble capacity =
                    random.nextInt(3) == 0 ? OptionalDouble.empty() : OptionalDouble.of(random.nextInt(30));
            sites.add(new Site("s" + i, random.nextInt(4) == 0 ? 0 : random.nextInt(120), capacity, needs));
        }
        List<FinishedGood> finished = new ArrayList<>();
        for (int i = size / 2; i < size; i++) {
            if (random.nextInt(2) == 0) {
                finished.add(new FinishedGood("s" + i, random.nextInt(12), random.nextInt(20)));
            }
        }
        return new RandomNetwork(sites, finished);
    }

    NetworkEvent event(Random random) {
        Set<String> disrupted = new HashSet<>();
        Set<String> destroyed = new HashSet<>();
        int count = random.nextInt(3);
        for (int i = 0; i < count; i++) {
            String id = "s" + random.nextInt(sites.size());
            disrupted.add(id);
            if (random.nextInt(4) == 0) {
                destroyed.add(id);
            }
        }
        return new NetworkEvent(disrupted, destroyed);
    }
}
