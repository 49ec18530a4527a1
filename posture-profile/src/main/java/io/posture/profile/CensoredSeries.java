package io.posture.profile;

import io.posture.spi.Doc;
import java.util.List;
import java.util.Objects;

/**
 * Values of which some are lower bounds.
 *
 * @param values values, each at least 0
 * @param censored whether each is a lower bound
 */
record CensoredSeries(
        @Doc("values, each at least 0") List<Double> values,

        @Doc("whether each value is a lower bound, as many as values; not all of them")
        List<Boolean> censored) {

    CensoredSeries {
        values = Series.notNegative("values", values);
        if (censored == null || censored.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("censored must be a list of true and false, was " + censored);
        }
        if (censored.size() != values.size()) {
            throw new IllegalArgumentException(
                    "censored must hold as many values as values, " + values.size() + ", held " + censored.size());
        }
        if (!censored.contains(false)) {
            throw new IllegalArgumentException(
                    "censored must be false at least once: lower bounds alone give no estimate");
        }
        censored = List.copyOf(censored);
    }

    double[] array() {
        return Series.array(values);
    }

    boolean[] mask() {
        boolean[] mask = new boolean[censored.size()];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = censored.get(i);
        }
        return mask;
    }
}
