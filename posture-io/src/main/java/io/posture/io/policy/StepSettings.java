package io.posture.io.policy;

import io.posture.core.PipelineSpec;
import io.posture.core.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the sections {@code segment}, {@code risk}, {@code size} and {@code periods} of a policy mean for the steps of the pipeline. A
 * setting of a step can be given here in the words of the domain or at the step in its own; not both.
 */
final class StepSettings {

    private static final Map<String, String> SUPPLIER_WEIGHTS = Map.of(
            "source", "source",
            "region", "region",
            "geopolitical", "geopolitical",
            "lead_time", "leadTime",
            "lead_time_cv", "leadTimeCv",
            "otif", "otif",
            "financial", "financial",
            "tiers", "tier2");
    private static final List<String> CRITICALITY_WEIGHTS =
            List.of("production", "safety", "contract", "revenue", "substitution");
    private static final String SAFETY_STOCK = "safety_stock";
    private static final String STOCKPILE = "stockpile";
    private static final String SURVIVAL = "safety_counts_toward_survival";
    private static final Map<String, String> SERVICE = Map.of("V", "vital", "E", "essential", "D", "desirable");

    private final Map<String, Map<String, Setting>> byStep = new LinkedHashMap<>();

    /** A setting and where the policy gives it. */
    private record Setting(PolicySection section, String key, Object value) {}

    private StepSettings() {}

    /** The settings of a policy file. */
    static StepSettings of(PolicySection policy) {
        StepSettings settings = new StepSettings();
        policy.section("segment").ifPresent(settings::segment);
        policy.section("risk").ifPresent(settings::risk);
        policy.section("size").ifPresent(settings::size);
        policy.section(PeriodsReader.PERIODS)
                .flatMap(periods -> periods.section(PeriodsReader.USE))
                .ifPresent(use -> PeriodsReader.settings(use)
                        .forEach((setting, value) ->
                                settings.put(SAFETY_STOCK, setting, use, value.key(), value.value())));
        return settings;
    }

    /** Lays the settings of a segmentation step over it, if there are any. */
    Step over(Step step) {
        return over(step.name(), step);
    }

    /** Lays the settings of the safety stock step over it. */
    Step overSafetyStock(Step step) {
        return over(SAFETY_STOCK, step);
    }

    /** Lays the settings of the stockpile step over it. */
    Step overStockpile(Step step) {
        return over(STOCKPILE, step);
    }

    /** Lays everything over the segmentation steps of a pipeline. */
    PipelineSpec over(PipelineSpec spec) {
        PipelineSpec result = spec;
        for (Step step : spec.segmentations()) {
            result = result.withSegmentation(over(step));
        }
        return result;
    }

    private Step over(String name, Step step) {
        Map<String, Setting> own = byStep.getOrDefault(name, Map.of());
        if (own.isEmpty()) {
            return step;
        }
        Map<String, Object> merged = new LinkedHashMap<>(step.settings());
        own.forEach((setting, given) -> {
            if (merged.putIfAbsent(setting, given.value()) != null) {
                throw given.section()
                        .problem(
                                given.section().line(given.key()),
                                given.section().path(given.key()) + " is the setting '" + setting + "' of step '"
                                        + step.name() + "', which is given there, too. Keep one of them.");
            }
        });
        return new Step(step.name(), step.use(), merged);
    }

    private void segment(PolicySection section) {
        section.only(List.of("abc", "xyz", "fsn"));
        section.section("abc").ifPresent(abc -> {
            abc.only(List.of("by", "cuts"));
            onlyWord(abc, "by", "annual_value");
            abc.cuts("cuts").ifPresent(cuts -> {
                put("abc", "a", abc, "cuts", cuts.get(0));
                put("abc", "b", abc, "cuts", cuts.get(1));
            });
        });
        section.section("xyz").ifPresent(xyz -> {
            xyz.only(List.of("by", "cuts", "intermittent"));
            onlyWord(xyz, "by", "cv");
            onlyWord(xyz, "intermittent", "syntetos-boylan");
            xyz.cuts("cuts").ifPresent(cuts -> {
                put("xyz", "x", xyz, "cuts", cuts.get(0));
                put("xyz", "y", xyz, "cuts", cuts.get(1));
            });
        });
        section.section("fsn").ifPresent(fsn -> {
            fsn.only(List.of("fast_turns", "slow_turns"));
            number(fsn, "fast_turns", "fsn", "fast");
            number(fsn, "slow_turns", "fsn", "slow");
        });
    }

    private void risk(PolicySection section) {
        section.only(List.of("criticality", "supplier", "levels"));
        section.section("criticality").ifPresent(criticality -> {
            criticality.only(List.of("weights", "by_category"));
            criticality.section("weights").ifPresent(weights -> weights.only(CRITICALITY_WEIGHTS));
            putIfAny("criticality", "weights", criticality, "weights", criticality.numbers("weights"));
            putIfAny("criticality", "byCategory", criticality, "by_category", criticality.numbers("by_category"));
        });
        section.section("supplier").ifPresent(supplier -> {
            supplier.only(List.of("weights"));
            supplier.section("weights")
                    .ifPresent(weights -> weights.only(
                            SUPPLIER_WEIGHTS.keySet().stream().sorted().toList()));
            putIfAny("sri", "weights", supplier, "weights", renamed(supplier.numbers("weights"), SUPPLIER_WEIGHTS));
        });
        section.section("levels").ifPresent(levels -> {
            levels.only(List.of("high", "medium", "exit"));
            number(levels, "high", "risk", "high");
            number(levels, "medium", "risk", "medium");
        });
    }

    private void size(PolicySection section) {
        section.only(List.of("formula", "service", "methods", SURVIVAL));
        section.text(SURVIVAL).ifPresent(word -> {
            if (!word.equals("full") && !word.equals("half")) {
                throw section.problem(
                        section.line(SURVIVAL), section.path(SURVIVAL) + " must be full or half, was '" + word + "'");
            }
            put(STOCKPILE, "safetyCounts", section, SURVIVAL, word.toUpperCase(Locale.ROOT));
        });
        section.section("service").ifPresent(service -> {
            service.only(List.of("V", "E", "D"));
            SERVICE.forEach((letter, setting) -> number(service, letter, SAFETY_STOCK, setting));
        });
        section.section("methods").ifPresent(methods -> {
            Map<String, Object> byClass = new LinkedHashMap<>();
            methods.byKey().keySet().forEach(name -> methods.text(name).ifPresent(method -> byClass.put(name, method)));
            putIfAny(SAFETY_STOCK, "methods", section, "methods", byClass);
        });
    }

    private void number(PolicySection section, String key, String step, String setting) {
        section.number(key).ifPresent(value -> put(step, setting, section, key, value));
    }

    private void putIfAny(String step, String setting, PolicySection section, String key, Map<String, Object> values) {
        if (!values.isEmpty()) {
            put(step, setting, section, key, values);
        }
    }

    private void put(String step, String setting, PolicySection section, String key, Object value) {
        byStep.computeIfAbsent(step, name -> new LinkedHashMap<>()).put(setting, new Setting(section, key, value));
    }

    private static Map<String, Object> renamed(Map<String, Object> values, Map<String, String> names) {
        Map<String, Object> renamed = new LinkedHashMap<>();
        values.forEach((name, value) -> renamed.put(names.getOrDefault(name, name), value));
        return renamed;
    }

    private static void onlyWord(PolicySection section, String key, String word) {
        section.text(key).filter(text -> !text.equals(word)).ifPresent(text -> {
            throw section.problem(
                    section.line(key), section.path(key) + " can only be " + word + ", was '" + text + "'");
        });
    }
}
