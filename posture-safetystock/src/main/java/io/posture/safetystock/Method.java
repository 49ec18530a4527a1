package io.posture.safetystock;

import io.posture.explain.Origin;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** How a safety stock is computed. */
enum Method {
    /** The method that suits the item. */
    AUTO("the first whose condition holds of MIXTURE, EMPIRICAL, TIME_PHASED, POISSON, NEGATIVE_BINOMIAL, GAMMA,"
            + " SHIFTED_GAMMA, NORMAL"),
    /** Stable and disrupted stretches mixed by their share of time. */
    MIXTURE("disrupted stretches, and the setting use asks for both worlds at once"),
    /** The buckets themselves, convolved over the lead time. */
    EMPIRICAL("class INTERMITTENT or LUMPY, 24 stable buckets, 8 of them with demand"),
    /** Normal around a forecast that follows the season. */
    TIME_PHASED("a season, and class neither INTERMITTENT nor LUMPY"),
    /** Lead-time demand as Poisson. */
    POISSON("whole pieces, lead-time demand below 10 with a variance of at most 1.1 times the mean"),
    /** Lead-time demand as negative binomial. */
    NEGATIVE_BINOMIAL("whole pieces, lead-time demand below 10 with a variance above 1.1 times the mean;"
            + " or INTERMITTENT or LUMPY with fewer than 8 buckets with demand"),
    /** Lead-time demand as gamma. */
    GAMMA("a coefficient of variation of lead-time demand above 0.5: a normal would put 2 % below zero"),
    /** Lead-time demand by mean, deviation and skewness. */
    SHIFTED_GAMMA(
            "a coefficient of variation of lead-time demand of at most 0.5 and a skewness of at least 0.1: a normal"
                    + " would miss a service level of 95 % by a third of a point or more"),
    /** Lead-time demand as normal. */
    NORMAL("a coefficient of variation of lead-time demand of at most 0.5, and hardly a skewness"),
    /** The errors of a smoothed forecast. */
    FORECAST_ERROR("asked for: it is for items whose level moves, and follows it"),
    /** The worst seen less the average. */
    MAX_AVERAGE("asked for: it has no service level, and one outlier rules it"),
    /** Simulated. */
    MONTE_CARLO("asked for: what the other methods say without a sampling error needs no simulation");

    private final String condition;

    Method(String condition) {
        this.condition = condition;
    }

    /** When this method is taken, as a rule of a reason tree. */
    Origin.Formula rule() {
        return Objects.requireNonNull(Rules.BY_METHOD.get(this));
    }

    /** One rule for each method, made once: an enum has no field that could change. */
    private static final class Rules {

        static final Map<Method, Origin.Formula> BY_METHOD = new EnumMap<>(Method.class);

        static {
            for (Method method : values()) {
                BY_METHOD.put(
                        method,
                        new Origin.Formula("buf.auto." + method + ".1", method.condition, "DOMAIN E.5 to E.10"));
            }
        }
    }
}
