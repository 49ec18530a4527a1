package io.posture.io.policy;

import io.posture.api.Regime;
import io.posture.profile.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the section {@code periods} of a policy: which windows are stable or disrupted, and what sizes are made for. */
final class PeriodsReader {

    /** Name of the section. */
    static final String PERIODS = "periods";

    /** Name of its part that says what sizes are made for. */
    static final String USE = "use";

    private static final String STABLE = "stable";
    private static final String MIXTURE = "mixture";
    private static final Pattern WEIGHTED = Pattern.compile("mixture\\((0|1|0?\\.[0-9]+|1\\.0*|0\\.[0-9]*)\\)");
    private static final List<String> OF = List.of("demand", "lead_time");
    private static final Map<String, String> STABLE_SHARE =
            Map.of("demand", "demandStableShare", "lead_time", "leadTimeStableShare");

    private PeriodsReader() {}

    /** A setting of the safety stock step, and the key of {@code use} that gives it. */
    record Given(String key, Object value) {}

    /** The windows that the policy names; none if it has no such section. */
    static List<Period> windows(PolicySection policy) {
        Optional<PolicySection> periods = policy.section(PERIODS);
        if (periods.isEmpty()) {
            return List.of();
        }
        periods.get().only(List.of(STABLE, "disrupted", USE));
        List<Period> windows = new ArrayList<>();
        periods.get().sections(STABLE).forEach(window -> windows.add(window(window, Regime.STABLE)));
        periods.get().sections("disrupted").forEach(window -> windows.add(window(window, Regime.DISRUPTED)));
        return windows;
    }

    private static Period window(PolicySection window, Regime regime) {
        window.only(List.of("from", "to", "note"));
        LocalDate from = needed(window, "from");
        LocalDate to = needed(window, "to");
        if (to.isBefore(from)) {
            throw window.problem(
                    window.line("to"), window.path("to") + " must not be before from " + from + ", was " + to);
        }
        return new Period(regime, from, to, window.text("note").orElse(""));
    }

    private static LocalDate needed(PolicySection window, String key) {
        return window.date(key)
                .orElseThrow(() -> window.problem(
                        window.line(), window.path(key) + " is missing; a window has from and to, YYYY-MM-DD"));
    }

    /**
     * What {@code use} means for the safety stock step: one number for both worlds as soon as demand or lead time is to be
     * mixed; what is not mixed then is stable all of the time.
     */
    static Map<String, Given> settings(PolicySection use) {
        use.only(OF);
        Map<String, Given> settings = new LinkedHashMap<>();
        Map<String, String> words = new LinkedHashMap<>();
        OF.forEach(key -> use.text(key).ifPresent(word -> words.put(key, word)));
        if (words.values().stream().allMatch(STABLE::equals)) {
            return settings;
        }
        for (String key : OF) {
            String word = words.getOrDefault(key, STABLE);
            Matcher weighted = WEIGHTED.matcher(word);
            if (word.equals(STABLE)) {
                settings.put(setting(key), new Given(key, 1.0));
            } else if (weighted.matches()) {
                settings.put(setting(key), new Given(key, Double.valueOf(weighted.group(1))));
            } else if (!word.equals(MIXTURE)) {
                throw use.problem(
                        use.line(key),
                        use.path(key) + " must be stable, mixture, or mixture(w) with the share w of the stable"
                                + " stretches from 0 to 1, was '" + word + "'");
            }
            if (!word.equals(STABLE)) {
                settings.put(USE, new Given(key, "MIXTURE"));
            }
        }
        return settings;
    }

    private static String setting(String key) {
        return STABLE_SHARE.getOrDefault(key, key);
    }
}
