package io.posture.io.policy;

import io.posture.core.PipelineSpec;
import io.posture.core.Step;
import io.posture.io.input.NearestNames;
import io.posture.io.policy.PolicyTree.Entries;
import io.posture.io.policy.PolicyTree.Entry;
import io.posture.profile.ProfileSettings;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns a policy file into a policy; every refusal names the file and the line. */
final class PolicyReader {

    private static final Set<String> KEYS = new LinkedHashSet<>(List.of(
            "posture",
            "as_of",
            "currency",
            "home_country",
            "carrying_rate",
            "window_months",
            "max_reject_rate",
            "steps",
            "order_quantity",
            "safety_stock",
            "strategy"));
    private static final String USE = "use";
    private static final Set<String> TAKE_CARRYING_RATE = Set.of("eoq", "king");
    private static final String TAKES_HOME_COUNTRY = "matrix";

    private final String file;
    private final Entries entries;

    private PolicyReader(String file, Entries entries) {
        this.file = file;
        this.entries = entries;
    }

    static Policy read(Path path) {
        String file = String.valueOf(path.getFileName());
        PolicyReader reader = new PolicyReader(file, PolicyTree.read(path));
        return reader.policy();
    }

    private Policy policy() {
        entries.byKey().forEach((key, entry) -> {
            if (!KEYS.contains(key)) {
                throw problem(
                        entry.line(), "unknown key '" + key + "'. Keys: " + KEYS + "." + NearestNames.maybe(key, KEYS));
            }
        });
        if (!text("posture").equals(Optional.of("v1"))) {
            throw problem(entries.line(), "must say posture: v1, the version of its format");
        }
        Policy standard = Policy.standard();
        try {
            return new Policy(
                    file,
                    text("currency").map(this::currency).orElse(standard.currency()),
                    pipeline(),
                    profile(),
                    number("max_reject_rate").orElse(standard.maxRejectRate()));
        } catch (IllegalArgumentException refused) {
            throw new PolicyException(file + ": " + refused.getMessage(), refused);
        }
    }

    private ProfileSettings profile() {
        ProfileSettings base = ProfileSettings.DEFAULTS;
        return new ProfileSettings(
                text("as_of").map(this::date),
                number("window_months").map(this::whole).orElse(base.windowMonths()),
                base.completeShare(),
                base.lateToleranceDays(),
                base.priorStrength(),
                base.priorDegrees(),
                base.poolLines(),
                number("carrying_rate").orElse(base.carryingRate()),
                base.periods(),
                base.winsorise());
    }

    private PipelineSpec pipeline() {
        PipelineSpec spec = PipelineSpec.standard();
        for (Map.Entry<String, Entry> step : sections("steps").entrySet()) {
            spec = spec.withSegmentation(segmentation(spec, step.getKey(), step.getValue()));
        }
        spec = spec.withOrderQuantity(step("order_quantity", spec.orderQuantity()));
        spec = spec.withSafetyStock(step("safety_stock", spec.safetyStock()));
        return spec.withStrategy(step("strategy", spec.strategy()));
    }

    private Step segmentation(PipelineSpec spec, String name, Entry entry) {
        Map<String, String> otherKinds = Map.of(
                spec.orderQuantity().name(), "order_quantity",
                spec.safetyStock().name(), "safety_stock",
                spec.strategy().name(), "strategy");
        String kind = otherKinds.get(name);
        if (kind != null) {
            throw problem(entry.line(), "'" + name + "' is not a segmentation step. Maybe '" + kind + ":' is meant.");
        }
        Map<String, Object> settings = settings("steps." + name, entry);
        Object use = settings.remove(USE);
        String standardUse = spec.segmentations().stream()
                .filter(step -> step.name().equals(name))
                .map(Step::use)
                .findFirst()
                .orElse(name);
        return new Step(name, use == null ? standardUse : String.valueOf(use), settings);
    }

    /** The step of a kind: another contribution by its id alone, or settings, or both. */
    private Step step(String key, Step standard) {
        Entry entry = entries.byKey().get(key);
        Map<String, Object> settings = entry == null
                ? new LinkedHashMap<>()
                : entry.value() instanceof String use ? new LinkedHashMap<>(Map.of(USE, use)) : settings(key, entry);
        Object use = settings.remove(USE);
        String id = use == null ? standard.use() : String.valueOf(use);
        if (TAKE_CARRYING_RATE.contains(id)) {
            number("carrying_rate").ifPresent(rate -> settings.putIfAbsent("carryingRate", rate));
        }
        if (id.equals(TAKES_HOME_COUNTRY)) {
            text("home_country").ifPresent(country -> settings.putIfAbsent("homeCountry", country));
        }
        return new Step(id, id, settings);
    }

    private Map<String, Entry> sections(String key) {
        Entry entry = entries.byKey().get(key);
        if (entry == null) {
            return Map.of();
        }
        if (entry.value() instanceof Entries inner) {
            return inner.byKey();
        }
        throw problem(entry.line(), key + " must have keys of its own: the names of steps");
    }

    private Map<String, Object> settings(String place, Entry entry) {
        if (entry.value() instanceof Entries inner) {
            return new LinkedHashMap<>(inner.values());
        }
        throw problem(entry.line(), place + " must have keys of its own, for example {" + USE + ": abc}");
    }

    private Optional<String> text(String key) {
        Entry entry = entries.byKey().get(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.value() instanceof String text) {
            return Optional.of(text);
        }
        throw problem(entry.line(), key + " must be a text, was " + shown(entry.value()));
    }

    private Optional<Double> number(String key) {
        Entry entry = entries.byKey().get(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.value() instanceof Number number) {
            return Optional.of(number.doubleValue());
        }
        throw problem(entry.line(), key + " must be a number, was " + shown(entry.value()));
    }

    private int whole(double value) {
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("window_months must be a whole number, was " + value);
        }
        return (int) value;
    }

    private LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException bad) {
            throw new IllegalArgumentException("as_of must be a date YYYY-MM-DD, was '" + text + "'", bad);
        }
    }

    private String currency(String code) {
        if (!code.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("currency must be an ISO 4217 code such as EUR, was '" + code + "'");
        }
        return code;
    }

    private static String shown(Object value) {
        return value instanceof Entries inner ? String.valueOf(inner.byKey().keySet()) : "'" + value + "'";
    }

    private PolicyException problem(int line, String what) {
        return new PolicyException(file + ":" + line + " " + what);
    }
}
