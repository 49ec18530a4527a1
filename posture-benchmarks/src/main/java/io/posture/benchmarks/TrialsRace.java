package io.posture.benchmarks;

import java.util.Locale;

/** Times trials as the yardstick program in C does, with the same arguments and the same line of output. */
public final class TrialsRace {

    private static final int ROUNDS = 5;

    private TrialsRace() {}

    /** Arguments: normal or boot, number of items, number of trials. */
    public static void main(String[] args) {
        boolean bootstrap = args[0].equals("boot");
        int items = Integer.parseInt(args[1]);
        double[] trials = new double[Integer.parseInt(args[2])];
        LeadTimeDemand[] made = new LeadTimeDemand[items];
        for (int i = 0; i < items; i++) {
            made[i] = new LeadTimeDemand(i);
        }
        for (int round = 0; round < ROUNDS; round++) {
            double sum = 0;
            long start = System.nanoTime();
            for (LeadTimeDemand item : made) {
                for (double quantile : bootstrap ? item.bootstrapTrials(trials) : item.normalTrials(trials)) {
                    sum += quantile;
                }
            }
            double micros = (System.nanoTime() - start) / 1e3;
            System.out.printf(
                    Locale.ROOT,
                    "java %s T=1 %.1f us/item mean quantile %.4f%n",
                    args[0],
                    micros / items,
                    sum / items / LeadTimeDemand.LEVELS.length);
        }
    }
}
