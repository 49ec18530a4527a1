package io.posture.io.policy;

import io.posture.api.CarryingParts;
import io.posture.core.PipelineSpec;
import io.posture.core.Step;
import io.posture.io.policy.PolicyTree.Entries;
import io.posture.io.policy.PolicyTree.Entry;
import io.posture.profile.ProfileSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns a policy file into a policy; every refusal names the file and the line. */
final class PolicyReader {

    private static final String SAFETY_STOCK = "safety_stock";
    private static final String STOCKPILE = "stockpile";
    private static final String COVER = "cover";
    private static final String CARRYING_RATE = "carrying_rate";
    private static final String OPTIMAL_COVER = "optimal-cover";
    private static final Set<String> KEYS = new LinkedHashSet<>(List.of(
            "posture",
            "as_of",
            "currency",
            "home_country",
            CARRYING_RATE,
            "window_months",
            "winsorise",
            PeriodsReader.PERIODS,
            "max_reject_rate",
            "segment",
            "risk",
            "size",
            "steps",
            ReviewReader.REVIEW,
            "order_quantity",
            SAFETY_STOCK,
            STOCKPILE,
            "strategy"));
    private static final String USE = "use";
    private static final Set<String> TAKE_CARRYING_RATE =
            Set.of("auto", "eoq", "eoq-backorders", "eoq-disruptions", "eoq-production", "king", OPTIMAL_COVER);
    private static final Set<String> TAKE_HOME_COUNTRY = Set.of("matrix", "economic");

    private final String file;
    private final PolicySection policy;

    private PolicyReader(String file, PolicySection policy) {
        this.file = file;
        this.policy = policy;
    }

    static Policy read(Path path) {
        String file = String.valueOf(path.getFileName());
        PolicyReader reader = new PolicyReader(file, new PolicySection(file, "", PolicyTree.read(path)));
        return reader.policy();
    }

    private Policy policy() {
        policy.only(KEYS);
        if (!policy.text("posture").equals(Optional.of("v1"))) {
            throw policy.problem(policy.line(), "must say posture: v1, the version of its format");
        }
        Policy standard = Policy.standard();
        try {
            return new Policy(
                    file,
                    policy.text("currency").map(this::currency).orElse(standard.currency()),
                    pipeline(),
                    profile(),
                    policy.number("max_reject_rate").orElse(standard.maxRejectRate()),
                    ReviewReader.read(policy));
        } catch (IllegalArgumentException refused) {
            throw new PolicyException(file + ": " + refused.getMessage(), refused);
        }
    }

    private ProfileSettings profile() {
        ProfileSettings base = ProfileSettings.DEFAULTS;
        return new ProfileSettings(
                policy.date("as_of"),
                policy.number("window_months").map(this::whole).orElse(base.windowMonths()),
                base.completeShare(),
                base.lateToleranceDays(),
                base.priorStrength(),
                base.priorDegrees(),
                base.poolLines(),
                carryingRate().orElse(base.carryingRate()),
                PeriodsReader.windows(policy),
                policy.flag("winsorise").orElse(base.winsorise()));
    }

    /** Share of the unit cost a year, for items without their own: a number, or its parts. */
    private Optional<Double> carryingRate() {
        Optional<CarryingParts> parts = carryingParts();
        return parts.isPresent() ? parts.map(CarryingParts::rate) : policy.number(CARRYING_RATE);
    }

    /** What the carrying rate is made of, the usual parts where one is not named; none if it is a number. */
    private Optional<CarryingParts> carryingParts() {
        Entry entry = policy.byKey().get(CARRYING_RATE);
        if (entry == null || !(entry.value() instanceof Entries)) {
            return Optional.empty();
        }
        CarryingParts usual = CarryingParts.DEFAULTS;
        return policy.section(CARRYING_RATE)
                .map(parts -> parts.only(List.of("capital", "storage_handling", "obsolescence", "insurance_tax")))
                .map(parts -> new CarryingParts(
                        share(parts, "capital", usual.capital()),
                        share(parts, "storage_handling", usual.storageHandling()),
                        share(parts, "obsolescence", usual.obsolescence()),
                        share(parts, "insurance_tax", usual.insuranceTax())));
    }

    private static double share(PolicySection section, String key, double usual) {
        double share = section.number(key).orElse(usual);
        if (!(share >= 0 && share <= 1)) {
            throw section.problem(
                    section.line(key), section.path(key) + " must be a share a year between 0 and 1, was " + share);
        }
        return share;
    }

    private PipelineSpec pipeline() {
        StepSettings shorthands = StepSettings.of(policy);
        PipelineSpec spec = PipelineSpec.standard();
        Optional<PolicySection> steps = policy.section("steps");
        if (steps.isPresent()) {
            for (String name : steps.get().byKey().keySet()) {
                spec = spec.withSegmentation(segmentation(spec, steps.get(), name));
            }
        }
        spec = shorthands.over(spec);
        spec = spec.withOrderQuantity(step("order_quantity", spec.orderQuantity()));
        spec = spec.withSafetyStock(shorthands.overSafetyStock(safetyStock(spec.safetyStock())));
        spec = spec.withStockpile(
                shorthands.overStockpile(step(STOCKPILE, spec.stockpile().orElseThrow())));
        return spec.withStrategy(step("strategy", spec.strategy()));
    }

    private Step segmentation(PipelineSpec spec, PolicySection steps, String name) {
        Map<String, String> otherKinds = Map.of(
                spec.orderQuantity().name(),
                "order_quantity",
                spec.safetyStock().name(),
                SAFETY_STOCK,
                spec.stockpile().orElseThrow().name(),
                STOCKPILE,
                spec.strategy().name(),
                "strategy");
        String kind = otherKinds.get(name);
        if (kind != null) {
            throw policy.problem(
                    steps.line(name), "'" + name + "' is not a segmentation step. Maybe '" + kind + ":' is meant.");
        }
        Map<String, Object> settings =
                steps.section(name).map(PolicySection::values).orElseGet(LinkedHashMap::new);
        Object use = settings.remove(USE);
        String standardUse = spec.segmentations().stream()
                .filter(step -> step.name().equals(name))
                .map(Step::use)
                .findFirst()
                .orElse(name);
        return new Step(name, use == null ? standardUse : String.valueOf(use), settings);
    }

    /** The formula can be named at the step or in {@code size}. */
    private Step safetyStock(Step standard) {
        Optional<PolicySection> size = policy.section("size");
        Optional<String> formula = size.flatMap(section -> section.text("formula"));
        if (formula.isEmpty()) {
            return step(SAFETY_STOCK, standard);
        }
        Entry entry = policy.byKey().get(SAFETY_STOCK);
        boolean named = entry != null
                && (entry.value() instanceof String
                        || policy.section(SAFETY_STOCK)
                                .filter(step -> step.has(USE))
                                .isPresent());
        if (named) {
            throw policy.problem(
                    size.get().line("formula"),
                    "size.formula and " + SAFETY_STOCK + " both name the formula. Keep one of them.");
        }
        return step(SAFETY_STOCK, Step.of(formula.get()));
    }

    /** The step of a kind: another contribution by its id alone, or settings, or both. */
    private Step step(String key, Step standard) {
        Entry entry = policy.byKey().get(key);
        Map<String, Object> settings = entry != null && entry.value() instanceof String use
                ? new LinkedHashMap<>(Map.of(USE, use))
                : policy.section(key).map(PolicySection::values).orElseGet(LinkedHashMap::new);
        Object use = settings.remove(USE);
        String id = use == null ? standard.use() : String.valueOf(use);
        if (TAKE_CARRYING_RATE.contains(id)) {
            carryingRate().ifPresent(rate -> settings.putIfAbsent("carryingRate", rate));
        }
        if (id.equals(OPTIMAL_COVER)) {
            carryingParts()
                    .filter(parts -> Double.valueOf(parts.rate()).equals(settings.get("carryingRate")))
                    .ifPresent(parts -> settings.putIfAbsent("carryingParts", parts.byName()));
        }
        if (TAKE_HOME_COUNTRY.contains(id)) {
            policy.text("home_country").ifPresent(country -> settings.putIfAbsent("homeCountry", country));
        }
        if (key.equals(STOCKPILE)) {
            settings.computeIfPresent(
                    COVER, (name, word) -> String.valueOf(word).toUpperCase(Locale.ROOT));
        }
        return new Step(id, id, settings);
    }

    private int whole(double value) {
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("window_months must be a whole number, was " + value);
        }
        return (int) value;
    }

    private String currency(String code) {
        if (!code.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("currency must be an ISO 4217 code such as EUR, was '" + code + "'");
        }
        return code;
    }
}
