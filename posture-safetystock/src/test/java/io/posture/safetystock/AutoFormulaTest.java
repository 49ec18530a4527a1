package io.posture.safetystock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.Analogue;
import io.posture.api.DemandClass;
import io.posture.api.Stretches;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Expected numbers were computed with scipy 1.10 from the formulas of DOMAIN E, unless a comment says otherwise. */
class AutoFormulaTest {

    private static final double NEAR = 1e-8;
    private static final Part STEADY = Part.smooth(10, 3, 14, 4);
    private static final double[] SPORADIC = {0, 0, 1, 0, 4, 0, 0, 2};

    @Test
    void smoothDemandOverASureLeadTimeIsTakenAsNormal() {
        Figure stock = stock(Part.smooth(10, 3, 14, 0));
        assertEquals("NORMAL", text(stock, "method"));
        // z sqrt(14 * 9 + 12.63): undershoot 5.45, its variance (1000 + 270) / 30 - 5.45^2
        assertEquals(23.07692868491192, stock.value(), NEAR);
    }

    @Test
    void anUnsureLeadTimeSkewsSmoothDemand() {
        // scipy.stats.pearson3 with the cumulants of a gamma number of days and of the undershoot
        Figure stock = stock(STEADY);
        assertEquals("SHIFTED_GAMMA", text(stock, "method"));
        assertEquals(0.5643675715216531, value(stock, "leadTimeDemandSkewness"), NEAR);
        assertEquals(92.24161148630272, stock.value(), NEAR);
        assertEquals(237.69161148630272, value(stock, "reorderPoint"), NEAR);
        assertEquals(140, value(stock, "leadTimeDemand"), NEAR);
        assertEquals(5.45, value(stock, "undershootMean"), NEAR);
        assertEquals("CYCLE", text(stock, "serviceType"));
        assertEquals(0.975, value(stock, "serviceTarget"));
        assertEquals(0.9971460580996176, value(stock(STEADY.lot(200)), "fillRate"), NEAR);
        assertTrue(stock.find("fillRate").isEmpty());
    }

    @Test
    void wideDemandIsTakenAsGamma() {
        Figure stock = stock(Part.smooth(20, 40, 4, 2));
        assertEquals("GAMMA", text(stock, "method"));
        assertEquals(1.118033988749895, value(stock, "leadTimeDemandCv"), NEAR);
        assertEquals(354.8014387920919, value(stock, "reorderPoint"), 1e-6);
        assertEquals(224.80143879209191, stock.value(), 1e-6);
    }

    @Test
    void theUndershootOfVeryWideDemandHasALongTail() {
        // daily CV 3: third moment of a gamma, theta^3 a (a + 1) (a + 2)
        Figure stock = stock(Part.smooth(20, 60, 4, 2));
        assertEquals(100, value(stock, "undershootMean"), NEAR);
        assertEquals(123.82783747337807, value(stock, "undershootSd"), NEAR);
        assertEquals(474.53583408767076, stock.value(), 1e-6);
    }

    @Test
    void aFewWholePiecesAreTakenAsPoisson() {
        Figure stock = stock(whole(Part.smooth(0.5, 0.6, 10, 0)).ved("V"));
        assertEquals("POISSON", text(stock, "method"));
        assertEquals(12, value(stock, "reorderPoint"));
        assertEquals(6.39, stock.value(), NEAR);
        assertEquals(4.457390181683417, value(stock, "stockIfNormal"), NEAR);
    }

    @Test
    void aFewWholePiecesSeveralAtATimeAreTakenAsNegativeBinomial() {
        Figure stock = stock(whole(Part.smooth(0.5, 1, 10, 2)).ved("V"));
        assertEquals("NEGATIVE_BINOMIAL", text(stock, "method"));
        assertEquals(16, value(stock, "reorderPoint"));
        assertEquals(9.75, stock.value(), NEAR);
        assertEquals(6.75, value(stock, "stockIfPoisson"), NEAR);
        assertEquals(7.7156230300344335, value(stock, "stockIfNormal"), NEAR);
    }

    @Test
    void sporadicDemandIsConvolved() {
        Figure stock = stock(Part.of(DemandClass.INTERMITTENT, 21, 0, repeated(SPORADIC, 4)));
        assertEquals("EMPIRICAL", text(stock, "method"));
        assertEquals(bruteForce(0.975, 1, 3), value(stock, "reorderPoint"));
        // sizes 1, 4, 2: E[U] = (1*0 + 4*3 + 2*1) / 2 / 7
        assertEquals(1, value(stock, "undershootMean"), NEAR);
        assertEquals(value(stock, "reorderPoint") - 3 * 0.875 - 1, stock.value(), NEAR);
        assertEquals(1, value(stock, "latticeStep"));
    }

    @Test
    void aLeadTimeBetweenTwoBucketsIsMixed() {
        Figure stock = stock(Part.of(DemandClass.INTERMITTENT, 17.5, 0, repeated(SPORADIC, 4))
                .ved("V"));
        assertEquals(bruteForce(0.99, 0.5, 3), value(stock, "reorderPoint"));
    }

    @Test
    void tenReceiptsSpeakForThemselves() {
        Double[] receipts = {7.0, 7.0, 7.0, 7.0, 7.0, 7.0, 7.0, 7.0, 7.0, 21.0};
        Part part = Part.of(DemandClass.LUMPY, 8.4, 4.4, repeated(SPORADIC, 4)).receipts(false, receipts);
        Figure stock = stock(part);
        assertEquals("own receipts", text(stock, "leadTimeDistribution"));
        // 0.9 of one bucket, 0.1 of three
        assertEquals(mixed(0.975, 0.9), value(stock, "reorderPoint"));
        assertEquals("gamma", text(stock(part.receipts(true, receipts)), "leadTimeDistribution"));
        assertEquals("gamma", text(stock(part.receipts(false, Arrays.copyOf(receipts, 9))), "leadTimeDistribution"));
    }

    @Test
    void tooFewBucketsWithDemandAreNoDistribution() {
        double[] buckets = new double[104];
        Arrays.fill(buckets, 0, 7, 3);
        Figure stock = stock(Part.of(DemandClass.INTERMITTENT, 21, 3, buckets));
        assertEquals("NEGATIVE_BINOMIAL", text(stock, "method"));
        assertEquals(List.of("EMPIRICAL_TOO_THIN"), warnings(stock).subList(0, 1));
        // orders of 3: the position is 0, 1 or 2 below
        assertEquals(1, value(stock, "undershootMean"), NEAR);
        assertEquals(Math.sqrt(2.0 / 3), value(stock, "undershootSd"), NEAR);
    }

    @Test
    void aShortHistoryIsNoDistribution() {
        Figure stock = stock(Part.of(DemandClass.INTERMITTENT, 21, 3, repeated(SPORADIC, 2)));
        assertEquals("NEGATIVE_BINOMIAL", text(stock, "method"));
        assertTrue(warnings(stock).isEmpty());
    }

    @Test
    void disruptedBucketsAreLeftOutOfTheDistribution() {
        double[] buckets = repeated(SPORADIC, 5);
        Arrays.fill(buckets, 32, 40, 500);
        Part part = Part.of(DemandClass.INTERMITTENT, 21, 0, repeated(SPORADIC, 4));
        Figure clean = stock(part);
        Figure stock = stock(part.buckets(DemandClass.INTERMITTENT, buckets)
                .stretches(SeasonAndStretches.disruptedFrom(32, 40, 70, 5, 0.2)));
        assertEquals(value(clean, "reorderPoint"), value(stock, "reorderPoint"));
        assertTrue(value(stock, "safetyStockIfDisrupted") > 0);
    }

    @Test
    void disruptedStretchesAreShownBesideAndNotAveraged() {
        Figure stock = stock(STEADY.stretches(SeasonAndStretches.disrupted(25, 9, 0.2)));
        assertEquals(92.24161148630272, stock.value(), NEAR);
        assertEquals(234.29431207120604, value(stock, "safetyStockIfDisrupted"), NEAR);
        assertTrue(stock(STEADY).find("safetyStockIfDisrupted").isEmpty());
    }

    @Test
    void oneNumberForBothWorldsIsTheQuantileOfTheMixture() {
        Part part = STEADY.stretches(SeasonAndStretches.disrupted(25, 9, 0.2));
        Figure stock = stock(Settings.DEFAULTS.mixture(), part);
        assertEquals("MIXTURE", text(stock, "method"));
        assertEquals(485.99167985503016, value(stock, "reorderPoint"), 1e-6);
        assertEquals(340.54167985503017, stock.value(), 1e-6);
        assertEquals(
                stock.value(),
                stock(Settings.DEFAULTS.method(Method.MIXTURE), part).value());
        assertEquals("SHIFTED_GAMMA", text(stock(Settings.DEFAULTS.mixture(), STEADY), "method"));
    }

    @Test
    void theUsersShareOfStableTimeStandsForTheOneSeen() {
        Part part = STEADY.stretches(SeasonAndStretches.disrupted(25, 9, 0.2));
        double seen = stock(Settings.DEFAULTS.mixture(), part).value();
        assertEquals(seen, stock(Settings.DEFAULTS.mixture(0.8, 0), part).value(), 1e-9);
        assertTrue(stock(Settings.DEFAULTS.mixture(0.5, 0), part).value() > seen);
        double stable = stock(Settings.DEFAULTS.method(Method.NORMAL), part).value();
        assertEquals(stable, stock(Settings.DEFAULTS.mixture(1, 0), part).value(), 1e-6);
    }

    @Test
    void seasonalDemandIsSizedForItsNextLeadTime() {
        Figure stock = stock(SeasonAndStretches.seasonal());
        assertEquals("TIME_PHASED", text(stock, "method"));
        // by hand: cv^2 = 0.01 * 156 / 52; next two weeks 35 each; see SeasonAndStretches
        assertEquals(Math.sqrt(0.03), value(stock, "forecastErrorCv"), NEAR);
        assertEquals(70, value(stock, "leadTimeDemand"), 1e-4);
        assertEquals(3.025, value(stock, "undershootMean"), NEAR);
        // scipy.stats.pearson3, the errors being symmetric and the lead time gamma; it is taken in 12 steps a deviation
        assertEquals(42.70210235370467, stock.value(), 0.01);
        // in the high half of the year three times the demand
        assertEquals(3, value(stock, "highestSafetyStock") / stock.value(), 1e-4);
        assertEquals(stock.value(), value(stock, "safetyStockFrom2025-12-29"), 1e-9);
        assertEquals(3 * stock.value(), value(stock, "safetyStockFrom2026-07-13"), 1e-9);
    }

    @Test
    void fillRateTargetsCountPieces() {
        Figure normal = stock(Settings.DEFAULTS.fill(), STEADY.lot(200));
        assertEquals("FILL", text(normal, "serviceType"));
        assertEquals(0.98, value(normal, "serviceTarget"));
        assertEquals(43.882983014493604, normal.value(), 1e-6);
        assertEquals(0.98, value(normal, "fillRate"), NEAR);
        Figure gamma = stock(Settings.DEFAULTS.fill(), Part.smooth(20, 40, 4, 2).lot(150));
        assertEquals(178.20385326806678, gamma.value(), 1e-6);
        assertEquals(0.98, value(gamma, "fillRate"), NEAR);
    }

    @Test
    void wholePiecesReachTheFillRateWithTheFewest() {
        Part part = whole(Part.smooth(0.5, 1, 10, 2)).lot(12);
        Figure stock = stock(Settings.DEFAULTS.fill(), part);
        assertTrue(value(stock, "fillRate") >= 0.98);
        CoverDistribution cover = CoverDistribution.OfNegativeBinomial.of(6.25, 11);
        assertTrue(cover.fillRate(value(stock, "reorderPoint") - 1, 12) < 0.98);
        Figure sporadic = stock(
                Settings.DEFAULTS.fill(),
                Part.of(DemandClass.LUMPY, 21, 5, repeated(SPORADIC, 4)).lot(9));
        assertTrue(value(sporadic, "fillRate") >= 0.98);
    }

    @Test
    void aLargeLotAloneMayServeEnough() {
        Figure stock = stock(Settings.DEFAULTS.fill(), STEADY.lot(1e6));
        assertEquals(0, stock.value());
        assertTrue(value(stock, "rawSafetyStock") < 0);
        assertEquals(145.45, value(stock, "reorderPoint"), NEAR);
    }

    @Test
    void aFillRateWithoutALotIsNotAimedAt() {
        Figure stock = stock(Settings.DEFAULTS.fill(), STEADY);
        assertEquals("CYCLE", text(stock, "serviceType"));
        assertEquals(List.of("FILL_RATE_WITHOUT_LOT"), warnings(stock));
    }

    @Test
    void aReviewWithoutALotCoversItsDays() {
        Figure stock = stock(Settings.DEFAULTS.review(7), STEADY);
        assertEquals(93.14303235959767, stock.value(), 1e-6);
        assertEquals(303.14303235959767, value(stock, "orderUpTo"), 1e-6);
        assertTrue(stock.find("undershootMean").isEmpty());
    }

    @Test
    void aReviewWithALargeLotOrdersBelowAPoint() {
        Figure stock = stock(Settings.DEFAULTS.review(7), STEADY.lot(300));
        assertEquals(35.45, value(stock, "undershootMean"), NEAR);
        assertEquals(275.46935081830077, value(stock, "reorderPoint"), 1e-6);
        assertEquals(540.0193508183007, value(stock, "orderUpTo"), 1e-6);
        // 140 - 35.45 is less than 1.5 * 70 + ... : 1.5 times the demand between two looks is 105
        assertTrue(stock(Settings.DEFAULTS.review(7), STEADY.lot(140))
                .find("undershootMean")
                .isEmpty());
    }

    @Test
    void stockForHalfAYearIsCalledProjectDemand() {
        assertEquals(List.of("PROJECT_DEMAND"), warnings(stock(Part.smooth(1, 100, 30, 0))));
        assertTrue(warnings(stock(STEADY)).isEmpty());
    }

    @Test
    void borrowedDemandIsMarkedAsAssumed() {
        Part fresh = STEADY.analogue(new Analogue("item", "older part", 1, 10, OptionalDouble.of(3)));
        Figure stock = stock(fresh);
        assertEquals("ASSUMED", text(stock, "confidence"));
        assertEquals("older part", text(stock, "analogue"));
        assertEquals("SHIFTED_GAMMA", text(stock(fresh.buckets(DemandClass.NO_DEMAND)), "method"));
    }

    @Test
    void everyOtherMethodIsNamedWithItsReason() {
        Figure stock = stock(STEADY);
        Explanation method = stock.find("method").orElseThrow();
        List<String> rejected = method.because().stream()
                .filter(node -> node.name().equals("rejected"))
                .map(Explanation::text)
                .toList();
        assertEquals(
                List.of(
                        "MIXTURE",
                        "EMPIRICAL",
                        "TIME_PHASED",
                        "POISSON",
                        "NEGATIVE_BINOMIAL",
                        "GAMMA",
                        "NORMAL",
                        "FORECAST_ERROR",
                        "MAX_AVERAGE",
                        "MONTE_CARLO"),
                rejected);
        assertTrue(method.because().stream()
                .filter(node -> node.name().equals("rejected"))
                .allMatch(node -> node.origin() instanceof Origin.Formula
                        && !node.because().isEmpty()));
    }

    @Test
    void theSettingsMayNameAMethod() {
        Figure stock = stock(Settings.DEFAULTS.method(Method.GAMMA), STEADY);
        assertEquals("GAMMA", text(stock, "method"));
        Explanation method = stock.find("method").orElseThrow();
        assertEquals(new Origin.Parameter("auto", "method"), method.origin());
        assertEquals("SHIFTED_GAMMA", text(stock, "rejected"));
        assertEquals("MAX_AVERAGE", text(stock(Settings.DEFAULTS.method(Method.MAX_AVERAGE), STEADY), "method"));
        assertEquals("EMPIRICAL", text(stock(Settings.DEFAULTS.method(Method.EMPIRICAL), STEADY), "method"));
        assertEquals("TIME_PHASED", text(stock(Settings.DEFAULTS.method(Method.TIME_PHASED), STEADY), "method"));
    }

    @Test
    void theFirstClassThatFitsNamesTheMethod() {
        Settings settings = Settings.DEFAULTS.methods(Map.of("demand-class=LUMPY", Method.GAMMA));
        assertEquals("SHIFTED_GAMMA", text(stock(settings, STEADY), "method"));
        Figure lumpy = stock(settings, Part.of(DemandClass.LUMPY, 21, 3, repeated(SPORADIC, 4)));
        assertEquals("GAMMA", text(lumpy, "method"));
        assertEquals(
                new Origin.Parameter("auto", "methods"),
                lumpy.find("method").orElseThrow().origin());
    }

    @Test
    void aMethodThatHasNoMeaningForAnItemTurnsIntoOneThatHas() {
        assertEquals(
                "POISSON",
                text(
                        stock(Settings.DEFAULTS.method(Method.NEGATIVE_BINOMIAL), whole(Part.smooth(0.5, 0.6, 10, 0))),
                        "method"));
        Part many = Part.smooth(1e9, 1e8, 10, 1);
        assertEquals("NORMAL", text(stock(Settings.DEFAULTS.method(Method.POISSON), many), "method"));
        assertEquals("GAMMA", text(stock(Settings.DEFAULTS.method(Method.NEGATIVE_BINOMIAL), many), "method"));
    }

    @Test
    void aClassWithoutAStepIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Settings.DEFAULTS.methods(Map.of("LUMPY", Method.GAMMA)));
        assertThrows(IllegalArgumentException.class, () -> Settings.DEFAULTS.essential(1));
    }

    @Test
    void unknownFactsAreNamedAndNeverZero() {
        Part unknown = new Part(
                "part",
                DemandClass.NO_DEMAND,
                Part.weeks(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                io.posture.api.DemandSignals.NONE,
                Sized.leadTime(5, 1),
                io.posture.api.SupplySignals.NONE,
                OptionalDouble.empty(),
                "E");
        Explanation stock = new AutoFormula(Settings.DEFAULTS.config()).compute(unknown.item());
        assertEquals("demandHistory", ((Finding) stock).value());
        Explanation both = new AutoFormula(Settings.DEFAULTS.config())
                .compute(Sized.flagship()
                        .leadTime(Optional.empty())
                        .demand(Sized.demand(0, OptionalDouble.empty(), DemandClass.NO_DEMAND, 0))
                        .item());
        assertEquals("leadTime, demandHistory", ((Finding) both).value());
    }

    @Test
    void noDemandNeedsNoStock() {
        Explanation stock = new AutoFormula(Settings.DEFAULTS.config())
                .compute(Sized.plain(0, 0, 14, 4).item());
        assertEquals(0, ((Figure) stock).value());
        assertEquals(0, value((Figure) stock, "reorderPoint"));
    }

    @Test
    void scaledSalesStandForCensoredOnes() {
        double[] sold = repeated(SPORADIC, 4);
        Part part = Part.of(DemandClass.LUMPY, 21, 0, sold);
        double sales = part.perDay().orElseThrow();
        Part censored = new Part(
                        "part",
                        DemandClass.LUMPY,
                        Part.weeks(sold),
                        OptionalDouble.of(1.5 * sales),
                        OptionalDouble.of(1.5 * part.sdPerDay().orElseThrow()),
                        part.signals(),
                        part.leadTime(),
                        part.supplySignals(),
                        part.lot(),
                        "E")
                .censoring(new io.posture.api.Censoring(
                        "POISSON", 4, sales, OptionalDouble.of(1.5 * sales), OptionalDouble.empty()));
        Figure stock = stock(censored);
        assertEquals("EMPIRICAL", text(stock, "method"));
        // sizes 1.5, 6, 3 that are no whole pieces: E[U] = (2.25 + 36 + 9) / 10.5 / 2
        assertEquals(2.25, value(stock, "undershootMean"), NEAR);
        assertTrue(value(stock, "reorderPoint") > value(stock(part), "reorderPoint"));
    }

    /** Smallest level for buckets and undershoot of {@link #SPORADIC}, by counting all cases. */
    private static int bruteForce(double csl, double shareOfMore, int more) {
        double[] cover = new double[40];
        add(cover, shareOfMore, more);
        if (shareOfMore < 1) {
            add(cover, 1 - shareOfMore, more - 1);
        }
        return smallest(csl, cover);
    }

    private static int mixed(double csl, double shareOfOne) {
        double[] cover = new double[40];
        add(cover, shareOfOne, 1);
        add(cover, 1 - shareOfOne, 3);
        return smallest(csl, cover);
    }

    private static void add(double[] cover, double weight, int buckets) {
        int cases = (int) Math.pow(8, buckets);
        int[] below = {3, 2, 1, 1};
        for (int number = 0; number < cases; number++) {
            int sum = 0;
            for (int bucket = 0, rest = number; bucket < buckets; bucket++, rest /= 8) {
                sum += (int) SPORADIC[rest % 8];
            }
            for (int u = 0; u < below.length; u++) {
                cover[sum + u] += weight / cases * below[u] / 7;
            }
        }
    }

    private static int smallest(double csl, double[] cover) {
        double sum = cover[0];
        int level = 0;
        while (sum < csl - 1e-12) {
            level++;
            sum += cover[level];
        }
        return level;
    }

    private static Part whole(Part part) {
        double[] buckets = new double[104];
        Arrays.fill(buckets, 3);
        return part.buckets(DemandClass.SMOOTH, buckets);
    }

    static double[] repeated(double[] values, int times) {
        double[] all = new double[values.length * times];
        for (int i = 0; i < all.length; i++) {
            all[i] = values[i % values.length];
        }
        return all;
    }

    static Figure stock(Part part) {
        return stock(Settings.DEFAULTS, part);
    }

    static Figure stock(Settings settings, Part part) {
        return (Figure) new AutoFormula(settings.config()).compute(part.item());
    }

    static String text(Figure stock, String name) {
        return stock.find(name).orElseThrow().text();
    }

    static double value(Figure stock, String name) {
        return ((Figure) stock.find(name).orElseThrow(() -> new AssertionError("no " + name))).value();
    }

    static List<String> warnings(Figure stock) {
        return stock.because().stream()
                .filter(node -> node.name().equals("warning"))
                .map(Explanation::text)
                .toList();
    }

    @Test
    void stretchesWithoutDisruptionChangeNothing() {
        assertFalse(stock(STEADY.stretches(Stretches.NONE))
                .find("safetyStockIfDisrupted")
                .isPresent());
    }
}
