package io.posture.resilience.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Networks of up to 60 sites against another solver; the file says which. */
class ReferenceNetworksTest {

    private static final double TOLERANCE = 1e-6;

    private final List<Site> sites = new ArrayList<>();
    private final List<FinishedGood> goods = new ArrayList<>();
    private final List<DynamicTest> tests = new ArrayList<>();
    private String network = "";

    @TestFactory
    Stream<DynamicTest> agreeWithTheOtherSolver() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(getClass().getResourceAsStream("/golden/networks.txt")),
                StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> read(line.split(" ")));
        }
        assertEquals(160, tests.size());
        return tests.stream();
    }

    private void read(String... words) {
        switch (words[0]) {
            case "network" -> {
                network = words[1];
                sites.clear();
                goods.clear();
            }
            case "site" -> sites.add(site(words));
            case "good" ->
                goods.add(new FinishedGood(words[1], Double.parseDouble(words[2]), Double.parseDouble(words[3])));
            case "event" -> event(words);
            default -> throw new IllegalStateException(words[0]);
        }
    }

    private static Site site(String... words) {
        List<Need> needs = Arrays.stream(words)
                .skip(4)
                .map(word -> word.split("[:,]"))
                .map(parts -> new Need(Arrays.asList(parts).subList(1, parts.length), Double.parseDouble(parts[0])))
                .toList();
        return new Site(words[1], Double.parseDouble(words[2]), optional(words[3]), needs);
    }

    private static OptionalDouble optional(String word) {
        return word.equals("-") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(word));
    }

    private void event(String... words) {
        SiteNetwork built = SiteNetwork.of(sites, goods);
        NetworkEvent event = new NetworkEvent(Set.of(Arrays.copyOfRange(words, 4, words.length)), Set.of());
        double days = Double.parseDouble(words[1]);
        double expected = Double.parseDouble(words[2]);
        OptionalDouble survives = optional(words[3]);
        tests.add(DynamicTest.dynamicTest("network " + network + ", " + event.disrupted(), () -> {
            Impact impact = NetworkPrograms.impact(built, event, days, SolverLimit.REPEATABLE);
            assertEquals(expected, impact.lost(), TOLERANCE * Math.max(1, expected));
            Survival survival = NetworkPrograms.survival(built, event, SolverLimit.REPEATABLE);
            assertEquals(survives.isPresent(), survival.days().isPresent());
            if (survives.isPresent()) {
                double tts = survives.getAsDouble();
                assertEquals(tts, survival.days().getAsDouble(), TOLERANCE * Math.max(1, tts));
            }
        }));
    }
}
