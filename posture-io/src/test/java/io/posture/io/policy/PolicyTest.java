package io.posture.io.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.NoDecision;
import io.posture.api.Regime;
import io.posture.core.PipelineSpec;
import io.posture.core.Step;
import io.posture.core.plugin.PluginCatalog;
import io.posture.explain.Finding;
import io.posture.profile.Period;
import io.posture.profile.ProfileSettings;
import io.posture.spi.Contributions;
import io.posture.spi.Doc;
import io.posture.spi.PluginInfo;
import io.posture.spi.PosturePlugin;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {

    @TempDir
    private Path work;

    @Test
    void fileThatSaysNothingMeansTheDefaults() throws IOException {
        Policy policy = read("posture: v1");
        assertEquals(PipelineSpec.standard(), policy.pipeline());
        assertEquals(ProfileSettings.DEFAULTS, policy.profile());
        assertEquals(0.05, policy.maxRejectRate());
    }

    @Test
    void scalarsAreRead() throws IOException {
        Policy policy = read("""
                posture: v1
                as_of: 2026-11-20
                currency: EUR
                carrying_rate: 0.3
                window_months: 18
                max_reject_rate: 0.01
                """);
        assertEquals(Optional.of(LocalDate.of(2026, 11, 20)), policy.profile().asOf());
        assertEquals("EUR", policy.currency());
        assertEquals(0.3, policy.profile().carryingRate());
        assertEquals(18, policy.profile().windowMonths());
        assertEquals(0.01, policy.maxRejectRate());
        assertEquals(
                Map.of("carryingRate", 0.3), policy.pipeline().orderQuantity().settings());
        assertEquals(
                Map.of("carryingRate", 0.3), policy.pipeline().safetyStock().settings());
    }

    @Test
    void stepGetsOtherSettingsOrAnotherContribution() throws IOException {
        PipelineSpec spec = read("""
                        posture: v1
                        steps:
                          abc: {a: 0.7}
                          risk: {use: acme.lead-time-risk, slowDays: 60}
                          own: {use: xyz}
                        """).pipeline();
        Map<String, Step> steps =
                spec.segmentations().stream().collect(java.util.stream.Collectors.toMap(Step::name, step -> step));
        assertEquals(new Step("abc", "abc", Map.of("a", 0.7)), steps.get("abc"));
        assertEquals(new Step("risk", "acme.lead-time-risk", Map.of("slowDays", 60L)), steps.get("risk"));
        assertEquals(new Step("own", "xyz", Map.of()), steps.get("own"));
        assertEquals(PipelineSpec.standard().segmentations().size() + 1, steps.size());
    }

    @Test
    void otherKindsAreNamedByTheirKind() throws IOException {
        PipelineSpec spec = read("""
                        posture: v1
                        safety_stock: max-average
                        strategy: {use: matrix, leadTimeDays: 21}
                        """).pipeline();
        assertEquals(Step.of("max-average"), spec.safetyStock());
        assertEquals(new Step("matrix", "matrix", Map.of("leadTimeDays", 21L)), spec.strategy());
    }

    @Test
    void textThatOtherReadersTakeForSomethingElseStaysText() throws IOException {
        PipelineSpec spec = read("""
                        posture: v1
                        home_country: NO
                        steps:
                          own: {use: abc, on: ON, octal: 010, grouped: 1_000, date: 2026-01-01, truth: true, text: "5"}
                        """).pipeline();
        assertEquals("NO", spec.strategy().settings().get("homeCountry"));
        Map<String, Object> own = own(spec);
        assertEquals("ON", own.get("on"));
        assertEquals("010", own.get("octal"));
        assertEquals("1_000", own.get("grouped"));
        assertEquals("2026-01-01", own.get("date"));
        assertEquals(true, own.get("truth"));
        assertEquals("5", own.get("text"));
    }

    @Test
    void nestedSettingsKeepTheirShape() throws IOException {
        PipelineSpec spec = read("posture: v1\nsteps:\n  own: {use: abc, cuts: [1, 2.5], deep: {x: NO}}")
                .pipeline();
        assertEquals(Map.of("cuts", List.of(1L, 2.5), "deep", Map.of("x", "NO")), own(spec));
    }

    @Test
    void segmentRiskAndSizeAreSettingsOfTheSteps() throws IOException {
        PipelineSpec spec = read("""
                        posture: v1
                        segment:
                          abc: {by: annual_value, cuts: [0.70, 0.90]}
                          xyz: {by: cv, cuts: [0.4, 0.9], intermittent: syntetos-boylan}
                          fsn: {fast_turns: 4, slow_turns: 2}
                        risk:
                          criticality:
                            weights: {production: 0.2, safety: 0.2, contract: 0.2, revenue: 0.2, substitution: 0.2}
                            by_category: {packaging: 15, seals: 62.5}
                          supplier: {weights: {lead_time: 0.25, lead_time_cv: 0.05, tiers: 0.10}}
                          levels: {high: 65, medium: 45}
                        size: {formula: king, service: {V: 0.99, E: 0.975, D: 0.95}, methods: {AX: NORMAL}}
                        """).pipeline();
        Map<String, Step> steps =
                spec.segmentations().stream().collect(java.util.stream.Collectors.toMap(Step::name, step -> step));
        assertEquals(Map.of("a", 0.7, "b", 0.9), steps.get("abc").settings());
        assertEquals(Map.of("x", 0.4, "y", 0.9), steps.get("xyz").settings());
        assertEquals(Map.of("fast", 4.0, "slow", 2.0), steps.get("fsn").settings());
        assertEquals(
                Map.of("packaging", 15.0, "seals", 62.5),
                steps.get("criticality").settings().get("byCategory"));
        assertEquals(
                Map.of("production", 0.2, "safety", 0.2, "contract", 0.2, "revenue", 0.2, "substitution", 0.2),
                steps.get("criticality").settings().get("weights"));
        assertEquals(
                Map.of("weights", Map.of("leadTime", 0.25, "leadTimeCv", 0.05, "tier2", 0.10)),
                steps.get("sri").settings());
        assertEquals(Map.of("high", 65.0, "medium", 45.0), steps.get("risk").settings());
        assertEquals(
                new Step(
                        "king",
                        "king",
                        Map.of(
                                "vital",
                                0.99,
                                "essential",
                                0.975,
                                "desirable",
                                0.95,
                                "methods",
                                Map.of("AX", "NORMAL"))),
                spec.safetyStock());
    }

    @Test
    void partsOfTheCarryingRateAddUpAndStayBehindTheStockpile() throws IOException {
        // econ.carryRate-02 of the reference vectors, and the usual storage where it is not named
        Policy policy = read("""
                posture: v1
                carrying_rate: {capital: 0.08, storage_handling: 0.05, obsolescence: 0.12, insurance_tax: 0.02}
                """);
        assertEquals(0.27, policy.profile().carryingRate(), 1e-12);
        Map<String, Object> settings =
                policy.pipeline().stockpile().orElseThrow().settings();
        assertEquals(
                Map.of("capital", 0.08, "storageHandling", 0.05, "obsolescence", 0.12, "insuranceTax", 0.02),
                settings.get("carryingParts"));
        assertEquals(policy.profile().carryingRate(), settings.get("carryingRate"));
        assertEquals(
                0.21,
                read("posture: v1\ncarrying_rate: {obsolescence: 0.02}")
                        .profile()
                        .carryingRate(),
                1e-12);
        // a step that has a rate of its own is not made of these parts
        assertEquals(
                Map.of("carryingRate", 0.4),
                read("posture: v1\ncarrying_rate: {capital: 0.2}\nstockpile: {carryingRate: 0.4}")
                        .pipeline()
                        .stockpile()
                        .orElseThrow()
                        .settings());
    }

    @Test
    void carryingRateReachesTheAutomaticChoiceAsWell() throws IOException {
        assertEquals(
                new Step("auto", "auto", Map.of("carryingRate", 0.3)),
                read("posture: v1\ncarrying_rate: 0.3\nsafety_stock: auto")
                        .pipeline()
                        .safetyStock());
    }

    @Test
    void windowsAreStableOrDisruptedAndThereMayBeSeveral() throws IOException {
        Policy policy = read("""
                posture: v1
                winsorise: true
                periods:
                  stable: {from: 2025-01-01, to: 2026-11-20}
                  disrupted:
                    - {from: 2024-06-01, to: 2024-12-31, note: canal closure}
                    - {from: 2023-01-01, to: 2023-02-28}
                  use: {demand: stable, lead_time: stable}
                """);
        assertEquals(
                List.of(
                        new Period(Regime.STABLE, LocalDate.of(2025, 1, 1), LocalDate.of(2026, 11, 20), ""),
                        new Period(
                                Regime.DISRUPTED,
                                LocalDate.of(2024, 6, 1),
                                LocalDate.of(2024, 12, 31),
                                "canal closure"),
                        new Period(Regime.DISRUPTED, LocalDate.of(2023, 1, 1), LocalDate.of(2023, 2, 28), "")),
                policy.profile().periods());
        assertTrue(policy.profile().winsorise());
        assertEquals(PipelineSpec.standard(), policy.pipeline());
    }

    @Test
    void oneNumberForBothWorldsIsAskedOfTheSafetyStockStep() throws IOException {
        assertEquals(Map.of("use", "MIXTURE"), mixed("{demand: mixture, lead_time: mixture}"));
        assertEquals(
                Map.of("use", "MIXTURE", "demandStableShare", 0.7, "leadTimeStableShare", 1.0),
                mixed("{demand: mixture(0.7)}"));
        assertEquals(
                Map.of("use", "MIXTURE", "demandStableShare", 1.0, "leadTimeStableShare", 0.25),
                mixed("{demand: stable, lead_time: mixture(.25)}"));
    }

    @Test
    void seedReachesStepsThatDrawAndHaveNoneOfTheirOwn() throws IOException {
        PosturePlugin dice = new PosturePlugin() {
            @Override
            public PluginInfo info() {
                return new PluginInfo("acme-dice", "1.0.0", PluginInfo.API_VERSION, "for the test");
            }

            @Override
            public void contribute(Contributions to) {
                to.safetyStock("acme.dice", new Dice(1), config -> item -> Finding.unknown("safetyStock", "luck"));
                to.orderQuantity("acme.calm", new Calm(1), config -> item -> Finding.unknown("orderQuantity", "luck"));
                to.strategy("acme.none", new Calm(1), config -> item -> new NoDecision(List.of(), "none", List.of()));
            }
        };
        try (PluginCatalog catalog = PluginCatalog.of(dice)) {
            PipelineSpec spec =
                    new PipelineSpec(List.of(), Step.of("acme.calm"), Step.of("acme.dice"), Step.of("acme.none"));
            Policy policy = new Policy("", "", spec, ProfileSettings.DEFAULTS, 0.05);
            PipelineSpec seeded = policy.withSeed(catalog, 42).pipeline();
            assertEquals(Map.of("seed", 42L), seeded.safetyStock().settings());
            assertEquals(Map.of(), seeded.orderQuantity().settings());
            Policy own = new Policy(
                    "",
                    "",
                    spec.withSafetyStock(new Step("acme.dice", "acme.dice", Map.of("seed", 7L))),
                    ProfileSettings.DEFAULTS,
                    0.05);
            assertEquals(
                    Map.of("seed", 7L),
                    own.withSeed(catalog, 42).pipeline().safetyStock().settings());
        }
    }

    /** Settings with a seed. */
    record Dice(@Doc("seed") long seed) implements Serializable {
        private static final long serialVersionUID = 1;
    }

    /** Settings without. */
    record Calm(@Doc("nothing") double nothing) implements Serializable {
        private static final long serialVersionUID = 1;
    }

    private static Map<String, Object> own(PipelineSpec spec) {
        return spec.segmentations().stream()
                .filter(step -> step.name().equals("own"))
                .findFirst()
                .orElseThrow()
                .settings();
    }

    private Map<String, Object> mixed(String use) throws IOException {
        return read("posture: v1\nperiods: {use: " + use + "}")
                .pipeline()
                .safetyStock()
                .settings();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "posture: v1\\ncarying_rate: 0.3|posture.yaml:2 unknown key 'carying_rate'|'carrying_rate' is meant",
                "posture: v1\\nsteps: 5|posture.yaml:2 steps must have keys|",
                "posture: v1\\nsteps: {matrix: {a: 1}}|'matrix' is not a segmentation step|Maybe 'strategy:' is meant",
                "posture: v1\\nas_of: 20.11.2026|as_of must be a date YYYY-MM-DD|20.11.2026",
                "posture: v1\\ncurrency: euro|currency must be an ISO 4217 code|euro",
                "posture: v1\\ncarrying_rate: a lot|posture.yaml:2 carrying_rate must be a number|a lot",
                "posture: v1\\ncarrying_rate: 1.5|carryingRate|1.5",
                "posture: v1\\ncarrying_rate: {rent: 0.1}|posture.yaml:2 unknown key 'carrying_rate.rent'|storage_handling",
                "posture: v1\\ncarrying_rate: {capital: 8}|posture.yaml:2 carrying_rate.capital must be a share|8.0",
                "posture: v1\\nwindow_months: 2.5|window_months must be a whole number|",
                "posture: v1\\nmax_reject_rate: 5|max_reject_rate must be in [0, 1]|5",
                "posture: v1\\nas_of:|posture.yaml:2 has a key without a value|",
                "posture: v1\\nposture: v1|posture.yaml|posture",
                "posture: v2|must say posture: v1|",
                "steps: {}|must say posture: v1|",
                "- a list|must consist of keys and values|",
                "posture: [|no valid YAML|",
                "posture: v1\\nwinsorise: maybe|posture.yaml:2 winsorise must be true or false|maybe",
                "posture: v1\\nperiods: {disruptd: {}}|unknown key 'periods.disruptd'|'disrupted' is meant",
                "posture: v1\\nperiods: {disrupted: {from: 2024-06-01}}|periods.disrupted.to is missing|",
                "posture: v1\\nperiods:\\n  stable: {from: 2024-06-01, to: 2024-05-01}|posture.yaml:3 periods.stable.to|before",
                "posture: v1\\nperiods: {stable: {from: june, to: 2024-05-01}}|from must be a date YYYY-MM-DD|june",
                "posture: v1\\nperiods: {disrupted: [2024-06-01]}|must be a list of keys and values|2024-06-01",
                "posture: v1\\nperiods: {use: {demand: mixture(1.2)}}|must be stable, mixture, or mixture(w)|mixture(1.2)",
                "posture: v1\\nperiods: {use: {demnd: stable}}|unknown key 'periods.use.demnd'|'demand' is meant",
                "posture: v1\\nsegment: {abd: {}}|posture.yaml:2 unknown key 'segment.abd'|'abc' is meant",
                "posture: v1\\nsegment: {abc: {cuts: [1]}}|segment.abc.cuts must be two numbers|[1]",
                "posture: v1\\nsegment: {abc: {by: turnover}}|segment.abc.by can only be annual_value|turnover",
                "posture: v1\\nrisk:\\n  levels: {higt: 60}|posture.yaml:3 unknown key 'risk.levels.higt'|'high' is meant",
                "posture: v1\\nrisk: {supplier: {weights: {leadtime: 1}}}|unknown key|'lead_time' or 'lead_time_cv' is meant",
                "posture: v1\\nrisk: {criticality: {by_category: {seals: high}}}|by_category.seals must be a number|high",
                "posture: v1\\nsize: {service: {A: 0.9}}|unknown key 'size.service.A'|[V, E, D]",
                "posture: v1\\nsize: {formula: king}\\nsafety_stock: king|size.formula and safety_stock both|Keep one",
                "posture: v1\\nsize: {service: {V: 0.9}}\\nsafety_stock: {vital: 0.8}|the setting 'vital'|Keep one",
                "posture: v1\\nrisk: {levels: {high: 50}}\\nsteps: {risk: {high: 60}}|setting 'high' of step 'risk'|",
            })
    void whatCannotBeMeantIsRefusedWithItsPlace(String text, String message, String hint) {
        PolicyException refused = assertThrows(PolicyException.class, () -> read(text.replace("\\n", "\n")));
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
        assertTrue(hint == null || refused.getMessage().contains(hint), refused.getMessage());
    }

    @Test
    void missingFileIsNamed() {
        PolicyException refused = assertThrows(PolicyException.class, () -> Policy.read(work.resolve("none.yaml")));
        assertTrue(refused.getMessage().contains("none.yaml"), refused.getMessage());
    }

    private Policy read(String text) throws IOException {
        Path file = work.resolve("posture.yaml");
        Files.writeString(file, text);
        return Policy.read(file);
    }
}
