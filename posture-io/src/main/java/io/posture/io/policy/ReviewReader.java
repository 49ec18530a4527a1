package io.posture.io.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the section {@code review} of a policy. */
final class ReviewReader {

    /** Name of the section. */
    static final String REVIEW = "review";

    private static final Pattern PERIOD =
            Pattern.compile("P(?:([0-9]{1,2})Y)?(?:([0-9]{1,3})M)?(?:([0-9]{1,3})W)?(?:([0-9]{1,4})D)?");
    private static final double DAYS_PER_MONTH = 365.0 / 12;
    private static final List<String> FIGURES = List.of(
            "turns",
            "dio",
            "gmroi",
            "unit_fill",
            "line_fill",
            "order_fill",
            "perfect_order",
            "supplier_otif",
            "mttr_closed",
            "mttr_with_open",
            "insurance_coverage",
            "buffer_cover",
            "cvar_95");

    private ReviewReader() {}

    /** The section; the defaults where it says nothing. */
    static ReviewPolicy read(PolicySection policy) {
        ReviewPolicy base = ReviewPolicy.DEFAULTS;
        Optional<PolicySection> levels = policy.section("risk").flatMap(risk -> risk.section("levels"));
        double enter = levels.flatMap(section -> section.number("high")).orElse(base.enter());
        double exit = levels.flatMap(section -> section.number("exit")).orElse(Math.min(base.exit(), enter));
        Optional<PolicySection> section = policy.section(REVIEW);
        section.ifPresent(review -> review.only(List.of(
                "every", "jic_and_vital", "deadband", "confirm", "emergency", "otif_target", "triggers", "targets")));
        Optional<PolicySection> triggers = section.flatMap(review -> review.section("triggers"));
        triggers.ifPresent(found ->
                found.only(List.of("sri_up", "lead_time_p90_up", "price_change", "tracking_signal", "class_change")));
        return new ReviewPolicy(
                section.flatMap(review -> days(review, "every")).orElse(base.everyDays()),
                section.flatMap(review -> days(review, "jic_and_vital")).orElse(base.jicAndVitalDays()),
                section.flatMap(review -> review.number("deadband")).orElse(base.deadband()),
                enter,
                exit,
                section.flatMap(review -> review.number("confirm"))
                        .map(number -> whole(section.get(), "confirm", number))
                        .orElse(base.confirm()),
                triggers.flatMap(found -> found.number("sri_up")).orElse(base.riskIndexUp()),
                triggers.flatMap(found -> found.number("lead_time_p90_up")).orElse(base.leadTimeUp()),
                triggers.flatMap(found -> found.number("price_change")).orElse(base.priceChange()),
                triggers.flatMap(found -> found.number("tracking_signal")).orElse(base.trackingSignal()),
                triggers.flatMap(found -> found.flag("class_change")).orElse(base.classChange()),
                section.flatMap(review -> days(review, "emergency")).orElse(base.emergencyDays()),
                section.flatMap(review -> review.number("otif_target")).orElse(base.otifTarget()),
                section.map(ReviewReader::targets).orElse(Map.of()));
    }

    private static Map<String, Double> targets(PolicySection review) {
        Map<String, Double> targets = new LinkedHashMap<>();
        review.section("targets").ifPresent(section -> {
            section.only(FIGURES);
            section.byKey()
                    .keySet()
                    .forEach(name -> section.number(name).ifPresent(number -> targets.put(name, number)));
        });
        return targets;
    }

    /** A period of ISO 8601 in days: a month has 365 / 12 of them. */
    private static Optional<Integer> days(PolicySection section, String key) {
        return section.text(key).map(text -> {
            Matcher period = PERIOD.matcher(text);
            if (!period.matches() || text.equals("P")) {
                throw wrong(section, key, text);
            }
            double days =
                    DAYS_PER_MONTH * (12 * part(period, 1) + part(period, 2)) + 7 * part(period, 3) + part(period, 4);
            if (Math.round(days) < 1) {
                throw wrong(section, key, text);
            }
            return (int) Math.round(days);
        });
    }

    private static double part(Matcher period, int group) {
        String number = period.group(group);
        return number == null ? 0 : Double.parseDouble(number);
    }

    private static PolicyException wrong(PolicySection section, String key, String text) {
        return section.problem(
                section.line(key),
                section.path(key) + " must be a period such as P3M, P1M or P180D, was '" + text + "'");
    }

    private static int whole(PolicySection section, String key, double number) {
        if (number != Math.rint(number) || number < 1 || number > 1000) {
            throw section.problem(
                    section.line(key), section.path(key) + " must be a whole number of at least 1, was " + number);
        }
        return (int) number;
    }
}
