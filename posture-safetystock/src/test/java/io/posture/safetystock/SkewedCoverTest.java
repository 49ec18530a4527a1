package io.posture.safetystock;

import static io.posture.safetystock.AutoFormulaTest.stock;
import static io.posture.safetystock.AutoFormulaTest.text;
import static io.posture.safetystock.AutoFormulaTest.value;
import static io.posture.safetystock.AutoFormulaTest.warnings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.DemandClass;
import io.posture.explain.Figure;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected numbers were computed with scipy 1.10 and mpmath. */
class SkewedCoverTest {

    private static final double NEAR = 1e-8;
    private static final double[] BUMPY = IntStream.range(0, 40)
            .mapToDouble(week -> 70 + week * 37 % 23 + (week % 13 == 0 ? 40 : 0))
            .toArray();
    private static final double[] CLIMBING = IntStream.range(0, 60)
            .mapToDouble(week -> 70 + 2 * week + week * 37 % 23)
            .toArray();

    @ParameterizedTest
    @CsvSource({
        "100, 20, 0.5, 0.95, 135.4856488006962, 0.561555016196843",
        "100, 20, 0.5, 0.999, 176.2180476427212, 0.0088413698876209",
        "50, 30, 2, 0.9, 89.07755278982137, 3"
    })
    void aShiftedGammaHasTheQuantilesOfPearsonsTypeThree(
            double mean, double sd, double skewness, double csl, double point, double esc) {
        ShiftedGammaDemand.Result result =
                ShiftedGammaDemand.calculate(new ShiftedGammaDemand.Inputs(mean, sd, skewness, csl));
        assertEquals(point, result.reorderPoint(), NEAR);
        assertEquals(point - mean, result.safetyStock(), NEAR);
        assertEquals(esc, result.esc(), NEAR);
        assertEquals(mean, result.shift() + result.shape() * result.scale(), NEAR);
        assertEquals(sd, result.scale() * Math.sqrt(result.shape()), NEAR);
    }

    @Test
    void belowItsSupportEveryPieceIsShort() {
        CoverDistribution cover = CoverDistribution.OfShiftedGamma.of(100, 10, 1);
        assertEquals(80, cover.level(1e-300), 1e-6);
        assertEquals(30, cover.shortfall(70), NEAR);
    }

    @Test
    void withoutSkewnessTheNormalIsToBeTaken() {
        String refusal = assertThrows(
                        IllegalArgumentException.class, () -> new ShiftedGammaDemand.Inputs(100, 20, 1e-9, 0.9))
                .getMessage();
        assertTrue(refusal.startsWith("ltdSkewness must be at least 1e-5, was 1.0E-9."), refusal);
    }

    @Test
    void skewnessIsThatOfTheBuckets() {
        // scipy.stats.skew(bias=False) * sqrt(7)
        Part part = Part.of(DemandClass.ERRATIC, 30, 0, BUMPY);
        assertEquals(5.508255008116935, value(stock(part), "demandSkewness"), NEAR);
        assertEquals("SHIFTED_GAMMA", text(stock(part), "method"));
    }

    @Test
    void fewBucketsShowNoShape() {
        Part part = Part.of(
                DemandClass.ERRATIC,
                30,
                0,
                IntStream.range(0, 23).mapToDouble(i -> BUMPY[i]).toArray());
        assertEquals(0, value(stock(part), "demandSkewness"));
        assertEquals("NORMAL", text(stock(part), "method"));
    }

    @Test
    void theErrorsOfAForecastSizeWhatFollowsIt() {
        Part part = Part.of(DemandClass.SMOOTH, 21, 0, CLIMBING);
        Figure stock = stock(Settings.DEFAULTS.method(Method.FORECAST_ERROR), part);
        assertEquals("FORECAST_ERROR", text(stock, "method"));
        assertEquals(25.924569332851757, value(stock, "forecastPerDay"), NEAR);
        assertEquals(18.865691388186594, value(stock, "forecastMad"), NEAR);
        assertEquals(0.5, value(stock, "errorExponent"), NEAR);
        assertEquals(40.95371386980277, value(stock, "sigmaLtd"), NEAR);
        assertEquals(544.4159559898869, value(stock, "leadTimeDemand"), NEAR);
        assertEquals(82.47640152206239, stock.value(), NEAR);
    }

    @Test
    void aHistoryTooShortForForecastErrorsIsTold() {
        Part part = Part.of(DemandClass.SMOOTH, 21, 0, 70, 80, 60, 75, 90, 66, 71, 78);
        Figure stock = stock(Settings.DEFAULTS.method(Method.FORECAST_ERROR), part);
        assertEquals(List.of("FORECAST_TOO_THIN"), warnings(stock));
        assertEquals(stock(part).value(), stock.value(), NEAR);
    }

    @Test
    void drawsThatKnowNoSeasonSaySo() {
        assertTrue(warnings(stock(Settings.DEFAULTS.method(Method.MONTE_CARLO), SeasonAndStretches.seasonal()))
                .contains("MC_WITHOUT_SEASON"));
    }

    @Test
    void aLevelThatHoldsForAWeekCoversTheOrdersOfItsEnd() {
        // 26 weeks of 35 pieces, then 105: 26 weeks that begin a week later hold one of 105
        Part part = SeasonAndStretches.seasonal();
        assertEquals(24 * 35, value(stock(part.leadTime(Sized.leadTime(7 * 24, 0))), "leadTimeDemand"), NEAR);
        assertEquals(25 * 35 + 105, value(stock(part.leadTime(Sized.leadTime(7 * 26, 0))), "leadTimeDemand"), NEAR);
        // a review orders at once what its own level asks for
        assertEquals(
                25 * 35,
                value(stock(Settings.DEFAULTS.review(7), part.leadTime(Sized.leadTime(7 * 24, 0))), "leadTimeDemand"),
                NEAR);
    }
}
