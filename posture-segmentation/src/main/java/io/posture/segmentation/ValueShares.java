package io.posture.segmentation;

import java.io.Serializable;
import java.util.Arrays;

/**
 * How the value of a population is spread: for any value, the share of the total that lies in higher ones. Equal values
 * have equal shares, whatever the order of the items. Immutable.
 */
final class ValueShares implements Serializable {

    private static final long serialVersionUID = 1;

    /** Distinct positive values, highest first. */
    private final double[] values;
    /** Share of the total above each value; one more entry, 1, for what is below all of them. */
    private final double[] sharesBefore;

    private ValueShares(double[] values, double[] sharesBefore) {
        this.values = values;
        this.sharesBefore = sharesBefore;
    }

    /**
     * The shares of a population.
     *
     * @param population values in any order, not changed; those not above 0 add nothing
     */
    static ValueShares of(double[] population) {
        double[] ascending = population.clone();
        Arrays.sort(ascending);
        double[] values = new double[ascending.length];
        double[] above = new double[ascending.length + 1];
        int distinct = 0;
        double sum = 0;
        for (int i = ascending.length - 1; i >= 0 && ascending[i] > 0; i--) {
            if (distinct == 0 || ascending[i] != values[distinct - 1]) {
                values[distinct] = ascending[i];
                above[distinct] = sum;
                distinct++;
            }
            sum += ascending[i];
        }
        above[distinct] = sum;
        double[] shares = Arrays.copyOf(above, distinct + 1);
        for (int i = 0; i < shares.length && sum > 0; i++) {
            shares[i] /= sum;
        }
        return new ValueShares(Arrays.copyOf(values, distinct), shares);
    }

    /** Share of the population's value in items of a higher value, 0 to 1; 0 if there are none. */
    double before(double value) {
        int low = 0;
        int high = values.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] > value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return sharesBefore[low];
    }
}
