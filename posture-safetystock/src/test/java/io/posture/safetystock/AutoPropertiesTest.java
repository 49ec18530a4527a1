package io.posture.safetystock;

import static io.posture.safetystock.AutoFormulaTest.repeated;
import static io.posture.safetystock.AutoFormulaTest.stock;
import static io.posture.safetystock.AutoFormulaTest.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.DemandClass;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What holds for every method. */
class AutoPropertiesTest {

    private static final double[] LEVELS = {0.5, 0.7, 0.9, 0.95, 0.975, 0.99, 0.995, 0.999, 0.9999};
    private static final double[] SPORADIC = {0, 0, 1, 0, 4, 0, 0, 2};

    private static Map<String, Part> parts() {
        double[] whole = new double[104];
        Arrays.fill(whole, 3);
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("NORMAL", Part.smooth(10, 3, 14, 0.5));
        parts.put("SHIFTED_GAMMA", Part.smooth(10, 3, 14, 4));
        parts.put("GAMMA", Part.smooth(20, 40, 4, 2));
        parts.put("POISSON", Part.smooth(0.5, 0.6, 10, 0).buckets(DemandClass.SMOOTH, whole));
        parts.put("NEGATIVE_BINOMIAL", Part.smooth(0.5, 1, 10, 2).buckets(DemandClass.SMOOTH, whole));
        parts.put("EMPIRICAL", Part.of(DemandClass.LUMPY, 25, 6, repeated(SPORADIC, 13)));
        parts.put("TIME_PHASED", SeasonAndStretches.seasonal());
        return parts;
    }

    @Test
    void moreServiceNeverNeedsLessStock() {
        parts().forEach((method, part) -> {
            double before = 0;
            for (double level : LEVELS) {
                var stock = stock(Settings.DEFAULTS.essential(level), part);
                assertEquals(method, text(stock, "method"));
                assertTrue(stock.value() >= before, () -> method + " at " + level);
                before = stock.value();
            }
            assertTrue(before > 0);
        });
    }

    @Test
    void moreServiceNeverNeedsLessStockWhenSimulated() {
        double before = 0;
        for (double level : new double[] {0.5, 0.9, 0.95, 0.975}) {
            double stock = stock(
                            Settings.DEFAULTS.method(Method.MONTE_CARLO).essential(level), Part.smooth(10, 3, 14, 4))
                    .value();
            assertTrue(stock >= before);
            before = stock;
        }
    }

    @Test
    void noVarianceNeedsNoStock() {
        Part constant = Part.smooth(2.5 / 7, 0, 14, 0);
        for (Method method : Method.values()) {
            if (method != Method.MAX_AVERAGE && method != Method.POISSON && method != Method.NEGATIVE_BINOMIAL) {
                Settings settings = Settings.DEFAULTS.method(method).withoutUndershoot();
                assertEquals(0, stock(settings, constant).value(), 1e-9, method.name());
            }
        }
        double[] whole = new double[104];
        Arrays.fill(whole, 3);
        assertEquals(
                0,
                stock(Settings.DEFAULTS.withoutUndershoot(), constant.buckets(DemandClass.SMOOTH, whole))
                        .value());
    }

    @Test
    void threeTimesTheDemandNeedsThreeTimesTheStock() {
        assertEquals(
                3 * stock(Part.smooth(10, 3, 14, 4)).value(),
                stock(Part.smooth(30, 9, 14, 4)).value(),
                1e-8);
        assertEquals(
                3 * stock(Part.smooth(20, 40, 4, 2)).value(),
                stock(Part.smooth(60, 120, 4, 2)).value(),
                1e-8);
        double[] measured =
                Arrays.stream(repeated(SPORADIC, 13)).map(x -> 1.37 * x).toArray();
        double[] triple = Arrays.stream(measured).map(x -> 3 * x).toArray();
        assertEquals(
                3 * stock(Part.of(DemandClass.LUMPY, 25, 6, measured)).value(),
                stock(Part.of(DemandClass.LUMPY, 25, 6, triple)).value(),
                1e-8);
    }

    @Test
    void longerAndLessCertainLeadTimesNeedMoreStock() {
        parts().forEach((method, part) -> {
            double stock = stock(part).value();
            double mean = part.leadTime().meanDays();
            double sd = part.leadTime().sdDays();
            assertTrue(
                    stock(part.leadTime(Sized.leadTime(4 * mean, Math.max(4, 4 * sd))))
                                    .value()
                            > stock,
                    method);
            assertTrue(stock(part.leadTime(Sized.leadTime(mean, 12))).value() > stock, method);
        });
    }

    @Test
    void piecesCountedInStepsAreNearlyThoseCountedOneByOne() {
        // measured in a unit that divides nothing
        double unit = Math.PI / 3;
        double[] sizes = {0, 0, 7, 0, 31, 0, 0, 18, 0, 0, 0, 5, 0};
        Part counted = Part.of(DemandClass.LUMPY, 30, 9, repeated(sizes, 8));
        Part measured = Part.of(
                DemandClass.LUMPY,
                30,
                9,
                Arrays.stream(repeated(sizes, 8)).map(x -> x * unit).toArray());
        for (double level : new double[] {0.95, 0.99, 0.999}) {
            var exact = stock(Settings.DEFAULTS.essential(level).withoutUndershoot(), counted);
            var near = stock(Settings.DEFAULTS.essential(level).withoutUndershoot(), measured);
            double sigma = AutoFormulaTest.value(exact, "sigmaLtd");
            assertTrue(AutoFormulaTest.value(near, "latticeStep") < 0.005 * sigma);
            assertEquals(exact.value(), near.value() / unit, 0.005 * sigma);
        }
        // a thousand times the pieces: counted in steps of several, where the undershoot is that of whole pieces
        double[] thousands =
                Arrays.stream(repeated(sizes, 8)).map(x -> 1000 * x).toArray();
        var one = stock(Part.of(DemandClass.LUMPY, 30, 9, thousands));
        var two = stock(Part.of(
                DemandClass.LUMPY,
                30,
                9,
                Arrays.stream(thousands).map(x -> x * (1 + 1e-12)).toArray()));
        assertTrue(AutoFormulaTest.value(one, "latticeStep") > 1);
        assertEquals(one.value(), two.value(), 0.005 * AutoFormulaTest.value(one, "sigmaLtd"));
    }

    @Test
    void anOrderMayGoOutInTheMiddleOfAPack() {
        // packs of 1000 pieces: the undershoot is any whole number of pieces, 0 to size - 1
        double[] packs = {0, 0, 7000, 0, 31000, 0, 0, 18000, 0, 0, 0, 5000, 0};
        double[] units = Arrays.stream(packs).map(x -> x * (Math.PI / 3)).toArray();
        var one = stock(Part.of(DemandClass.LUMPY, 30, 9, repeated(packs, 8)));
        var two = stock(Part.of(DemandClass.LUMPY, 30, 9, repeated(units, 8)));
        assertTrue(AutoFormulaTest.value(one, "latticeStep") < 1000);
        assertEquals(one.value(), two.value() / (Math.PI / 3), 0.005 * AutoFormulaTest.value(one, "sigmaLtd"));
    }

    @Test
    void hugeAndTinyNumbersAreSized() {
        for (double scale : new double[] {1e-9, 1, 1e12}) {
            double[] buckets =
                    Arrays.stream(repeated(SPORADIC, 13)).map(x -> scale * x).toArray();
            var stock = stock(Part.of(DemandClass.LUMPY, 100, 40, buckets).lot(scale));
            assertEquals("EMPIRICAL", text(stock, "method"));
            assertTrue(stock.value() > 0 && Double.isFinite(stock.value()));
            double[] few = new double[104];
            few[50] = scale;
            assertTrue(stock(Part.of(DemandClass.INTERMITTENT, 100, 40, few)).value() >= 0);
        }
    }

    @Test
    void aLeadTimeOfNothingIsCovered() {
        parts().forEach((method, part) -> {
            var stock = stock(part.leadTime(Sized.leadTime(0, 0)));
            assertTrue(stock.value() >= 0, method);
            assertEquals(0, AutoFormulaTest.value(stock, "leadTimeDemand"), method);
        });
        Part still = Part.smooth(1, 0, 0, 0);
        assertEquals(0, stock(Settings.DEFAULTS.withoutUndershoot(), still).value());
        assertEquals(OptionalDouble.empty(), still.lot());
    }
}
