package io.posture.safetystock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.Bucket;
import io.posture.api.DemandClass;
import io.posture.api.DemandHistory;
import io.posture.api.DemandProfile;
import io.posture.api.RowRefs;
import io.posture.explain.Figure;
import io.posture.explain.Origin;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Series and results of Croston and TSB are those of DOMAIN annex V, computed there by independent reference code. */
class IntermittentForecastTest {

    private static final OptionalDouble NONE = OptionalDouble.empty();
    private static final List<Double> SPORADIC = List.of(0.0, 0.0, 5.0, 0.0, 0.0, 0.0, 8.0, 0.0, 3.0, 0.0, 0.0, 6.0);

    @Test
    void crostonSmoothsSizesAndIntervals() {
        Croston.Result result = Croston.calculate(new Croston.Inputs(SPORADIC, 0.1, 0.1));
        assertEquals(5.163, result.size().orElseThrow(), 1e-12);
        assertEquals(2.991, result.interval().orElseThrow(), 1e-12);
        assertEquals(1.7261785356068204, result.croston(), 1e-12);
        assertEquals(1.6398696088264793, result.sba(), 1e-12);
    }

    @Test
    void crostonBeginsWithTheFirstDemand() {
        Croston.Result result = Croston.calculate(
                new Croston.Inputs(List.of(3.0, 0.0, 0.0, 4.0, 0.0, 1.0, 0.0, 0.0, 0.0, 5.0), 0.2, 0.1));
        assertEquals(3.208, result.size().orElseThrow(), 1e-12);
        assertEquals(1.552, result.interval().orElseThrow(), 1e-12);
        assertEquals(2.0670103092783507, result.croston(), 1e-12);
        assertEquals(1.963659793814433, result.sba(), 1e-12);
    }

    @Test
    void noDemandIsForecastAsNone() {
        assertEquals(
                new Croston.Result(NONE, NONE, 0, 0),
                Croston.calculate(new Croston.Inputs(List.of(0.0, 0.0, 0.0), 0.1, 0.1)));
        assertEquals(new Tsb.Result(NONE, NONE, 0), Tsb.calculate(new Tsb.Inputs(List.of(0.0), 0.1, 0.1)));
        assertEquals(0, IntermittentForecast.of(new double[5], 0.1, 0.1).perBucket());
    }

    @Test
    void tsbSmoothsTheProbabilityInEveryBucket() {
        Tsb.Result result = Tsb.calculate(new Tsb.Inputs(SPORADIC, 0.1, 0.1));
        assertEquals(5.163, result.size().orElseThrow(), 1e-12);
        assertEquals(0.36108916300000005, result.probability().orElseThrow(), 1e-14);
        assertEquals(1.8643033485690004, result.forecast(), 1e-12);
    }

    @Test
    void tsbFadesWhereDemandHasStopped() {
        double[] series = Arrays.copyOf(new double[] {3, 0, 0, 4, 0, 1}, 18);
        Tsb.Result result = Tsb.of(series, 0.2, 0.1);
        assertEquals(2.76, result.size().orElseThrow(), 1e-12);
        assertEquals(0.21789156309972674, result.probability().orElseThrow(), 1e-14);
        assertEquals(0.6013807141552459, result.forecast(), 1e-12);
    }

    @Test
    void demandThatGoesOnIsForecastBySba() {
        IntermittentForecast forecast = IntermittentForecast.of(
                SPORADIC.stream().mapToDouble(Double::doubleValue).toArray(), 0.1, 0.1);
        assertEquals(IntermittentForecast.Method.SBA, forecast.method());
        assertEquals(1.6398696088264793, forecast.perBucket(), 1e-12);
        assertEquals(3, forecast.meanInterval());
        assertEquals(0, forecast.bucketsSinceDemand());
    }

    @Test
    void demandIsAgeingAfterThreeMeanIntervals() {
        double[] series = {3, 0, 0, 4, 0, 1};
        assertEquals(
                IntermittentForecast.Method.SBA,
                IntermittentForecast.of(Arrays.copyOf(series, 12), 0.1, 0.1).method());
        IntermittentForecast ageing = IntermittentForecast.of(Arrays.copyOf(series, 13), 0.1, 0.1);
        assertEquals(IntermittentForecast.Method.TSB, ageing.method());
        assertEquals(2, ageing.meanInterval());
        assertEquals(7, ageing.bucketsSinceDemand());
    }

    /** Syntetos & Boylan 2005: Croston's bias is about beta / (2 - beta) of the mean times (1 - 1 / interval). */
    @Test
    void sbaTakesMostOfCrostonsBiasOff() {
        Random random = new Random(42);
        double croston = 0;
        double sba = 0;
        double tsb = 0;
        int runs = 4000;
        for (int run = 0; run < runs; run++) {
            double[] series = new double[200];
            for (int i = 0; i < series.length; i++) {
                series[i] = random.nextDouble() < 0.25 ? 4 : 0;
            }
            Croston.Result result = Croston.of(series, 0.1, 0.1);
            croston += result.croston() / runs;
            sba += result.sba() / runs;
            tsb += Tsb.of(series, 0.1, 0.1).forecast() / runs;
        }
        // the true mean is 1; the standard error of each average is about 0.004
        assertTrue(croston > 1.025, "Croston " + croston);
        assertEquals(1, sba, 0.02);
        assertEquals(1, tsb, 0.02);
    }

    @Test
    void wrongInputsAreNamedWithTheirRange() {
        refused("series must have at least one number", List.of(), 0.1);
        refused("series[1] must be finite and at least 0", List.of(1.0, -1.0), 0.1);
        refused("series[0] must be finite and at least 0", List.of(Double.NaN), 0.1);
        refused("alpha must be in (0, 1]", List.of(1.0), 0);
        refused("alpha must be in (0, 1]", List.of(1.0), 1.5);
    }

    @Test
    void theForecastStandsBesideTheLotOfIntermittentDemand() {
        Figure forecast =
                IntermittentForecast.figure(profile(DemandClass.LUMPY)).orElseThrow();
        assertEquals("forecastPerBucket", forecast.name());
        assertEquals(1.6398696088264793, forecast.value(), 1e-12);
        assertEquals("fc.sba.1", ((Origin.Formula) forecast.origin()).id());
        assertEquals("SBA", forecast.find("forecastMethod").orElseThrow().text());
        assertTrue(IntermittentForecast.figure(profile(DemandClass.ERRATIC)).isEmpty());
    }

    private static void refused(String message, List<Double> series, double alpha) {
        for (String said : List.of(
                assertThrows(IllegalArgumentException.class, () -> new Croston.Inputs(series, alpha, 0.1))
                        .getMessage(),
                assertThrows(IllegalArgumentException.class, () -> new Tsb.Inputs(series, alpha, 0.1))
                        .getMessage())) {
            assertTrue(said.startsWith(message), said);
        }
    }

    private static DemandProfile profile(DemandClass demandClass) {
        double[] pieces = SPORADIC.stream().mapToDouble(Double::doubleValue).toArray();
        return new DemandProfile(
                DemandHistory.of(LocalDate.of(2025, 1, 6), Bucket.WEEK, pieces),
                demandClass,
                22.0 / 84,
                OptionalDouble.of(1),
                OptionalDouble.of(3),
                OptionalDouble.of(0.1),
                8.0 / 7,
                2,
                NONE,
                false,
                22,
                OptionalInt.of(1),
                0,
                RowRefs.of("demand.csv", 2));
    }
}
