package io.posture.safetystock.simulation;

/** Order statistics without sorting. */
public final class Selection {

    private static final int SAMPLE_ABOVE = 600;

    private Selection() {}

    /**
     * The value that would be at a position if a part of an array were sorted. Reorders the part so that this value is
     * there, none before it is larger and none behind it smaller.
     *
     * @param values reordered between from and to
     * @param from first position of the part
     * @param to last position of the part
     * @param position wanted, from to to
     * @see "Floyd & Rivest, CACM 18 (1975), algorithm 489"
     */
    public static double select(double[] values, int from, int to, int position) {
        int left = from;
        int right = to;
        while (right > left) {
            if (right - left > SAMPLE_ABOVE) {
                narrow(values, left, right, position);
            }
            double pivot = values[position];
            int i = left;
            int j = right;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double held = values[i];
                    values[i] = values[j];
                    values[j] = held;
                    i++;
                    j--;
                }
            }
            if (j < position) {
                left = i;
            }
            if (position < i) {
                right = j;
            }
        }
        return values[position];
    }

    /** Brings a value near the wanted one to the position, by selecting within a sample around it. */
    private static void narrow(double[] values, int left, int right, int position) {
        double n = right - left + 1.0;
        double i = position - left + 1.0;
        double z = StrictMath.log(n);
        double s = 0.5 * StrictMath.exp(2 * z / 3);
        double spread = 0.5 * Math.sqrt(z * s * (n - s) / n) * (i < n / 2 ? -1 : 1);
        int sampleLeft = Math.max(left, (int) (position - i * s / n + spread));
        int sampleRight = Math.min(right, (int) (position + (n - i) * s / n + spread));
        select(values, sampleLeft, sampleRight, position);
    }
}
