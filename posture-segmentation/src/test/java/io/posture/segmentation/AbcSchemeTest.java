package io.posture.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.CriticalityScores;
import io.posture.api.ItemProfile;
import io.posture.api.Segment;
import io.posture.explain.Figure;
import io.posture.numerics.DoubleColumn;
import io.posture.spi.Segmenter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Collector;
import org.junit.jupiter.api.Test;

class AbcSchemeTest {

    private static final AbcScheme SCHEME = new AbcScheme(AbcScheme.Config.DEFAULTS);

    @Test
    void theItemThatCrossesACutOffGoesUp() {
        // shares before: 0, .60, .85, .93, .97, .99 of 100,000
        List<ItemProfile> items = List.of(
                Profiles.worth("i1", 60000),
                Profiles.worth("i2", 25000),
                Profiles.worth("i3", 8000),
                Profiles.worth("i4", 4000),
                Profiles.worth("i5", 2000),
                Profiles.worth("i6", 1000),
                Profiles.worth("i7", 0));
        assertEquals(List.of("A", "A", "B", "B", "C", "C", "C"), codes(fit(items), items));
    }

    @Test
    void tiesShareTheClassOfTheFirst() {
        AbcScheme.Result result = AbcScheme.classes(new AbcScheme.Inputs(
                List.of(
                        new AbcScheme.ValuedItem("b", 40),
                        new AbcScheme.ValuedItem("a", 40),
                        new AbcScheme.ValuedItem("c", 10),
                        new AbcScheme.ValuedItem("d", 10)),
                0.8,
                0.95));
        assertEquals(Map.of("a", "A", "b", "A", "c", "B", "d", "B"), result.classes());
    }

    @Test
    void valuesOfZeroOrLessAreClassC() {
        AbcScheme.Result result = AbcScheme.classes(new AbcScheme.Inputs(
                List.of(new AbcScheme.ValuedItem("x", 0), new AbcScheme.ValuedItem("y", -5)), 0.8, 0.95));
        assertEquals(Map.of("x", "C", "y", "C"), result.classes());
    }

    @Test
    void allEqualItemsAreClassA() {
        List<ItemProfile> items = List.of(Profiles.worth("a", 5), Profiles.worth("b", 5), Profiles.worth("c", 5));
        assertEquals(List.of("A", "A", "A"), codes(fit(items), items));
    }

    @Test
    void aSingleItemIsClassA() {
        List<ItemProfile> items = List.of(Profiles.worth("a", 5));
        assertEquals(List.of("A"), codes(fit(items), items));
    }

    @Test
    void oneHugeValueIsAloneInClassA() {
        List<ItemProfile> items = List.of(Profiles.worth("a", 1e12), Profiles.worth("b", 5));
        assertEquals(List.of("A", "C"), codes(fit(items), items));
    }

    @Test
    void anItemWithoutCostIsNotClassedAndSaysWhatIsMissing() {
        ItemProfile item = Profiles.item("a", OptionalDouble.empty(), CriticalityScores.UNKNOWN, 10);
        Segment segment = fit(List.of(item)).classify(Profiles.alone(item));
        assertEquals(Segment.NONE, segment.code());
        assertTrue(segment.reason().find("unitCost").isPresent());
    }

    @Test
    void zeroValueIsFlagged() {
        ItemProfile item = Profiles.worth("a", 0);
        Segment segment = fit(List.of(item)).classify(Profiles.alone(item));
        assertEquals("C", segment.code());
        assertEquals(
                "ZERO_VALUE", segment.reason().find("abcFlag").orElseThrow().text());
    }

    @Test
    void scoresAreTheAnnualValueAndTheShareBefore() {
        List<ItemProfile> items = List.of(Profiles.worth("a", 750), Profiles.worth("b", 250));
        Segment segment = fit(items).classify(Profiles.alone(items.get(1)));
        assertEquals(250, segment.figure("annualValue").value(), 1e-9);
        assertEquals(0.75, segment.figure("cumulativeShareBefore").value(), 1e-12);
        Figure cost = (Figure) segment.reason().find("unitCost").orElseThrow();
        assertEquals(1, cost.value());
    }

    @Test
    void theFitDoesNotDependOnOrderOrSplitAndSurvivesSerialization() throws Exception {
        Random random = new Random(7);
        List<ItemProfile> items = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            items.add(Profiles.worth("i" + i, Math.exp(3 * random.nextGaussian())));
        }
        List<String> whole = codes(fit(items), items);
        List<ItemProfile> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, random);

        Segmenter split = copy(
                mergedFit(shuffled.subList(0, 100), List.of(), shuffled.subList(100, 101), shuffled.subList(101, 500)));
        assertEquals(whole, codes(split, items));
    }

    @Test
    void cutOffsOutOfOrderAreRejected() {
        IllegalArgumentException error =
                assertThrows(IllegalArgumentException.class, () -> new AbcScheme.Config(0.95, 0.80));
        assertEquals("need 0 < a < b <= 1, were a=0.95, b=0.8", error.getMessage());
    }

    private static Segmenter fit(List<ItemProfile> items) {
        return items.stream().collect(SCHEME.fit());
    }

    @SafeVarargs
    @SuppressWarnings({"unchecked", "varargs"}) // the container is known here, a host only passes it on
    private static Segmenter mergedFit(List<ItemProfile>... parts) throws Exception {
        Collector<ItemProfile, DoubleColumn, Segmenter> fit =
                (Collector<ItemProfile, DoubleColumn, Segmenter>) (Collector<ItemProfile, ?, ?>) SCHEME.fit();
        DoubleColumn merged = fit.supplier().get();
        for (List<ItemProfile> part : parts) {
            DoubleColumn container = fit.supplier().get();
            part.forEach(item -> fit.accumulator().accept(container, item));
            merged = fit.combiner().apply(merged, copy(container));
        }
        return fit.finisher().apply(merged);
    }

    private static List<String> codes(Segmenter segmenter, List<ItemProfile> items) {
        return items.stream()
                .map(item -> segmenter.classify(Profiles.alone(item)).code())
                .toList();
    }

    @SuppressWarnings("unchecked") // a copy has the type of its original
    static <T> T copy(T original) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
