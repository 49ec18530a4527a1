package io.posture.resilience.network;

import java.util.Arrays;

/**
 * A plan of who gets how much of what each site has: one that could be followed, so that what it loses bounds the optimum
 * from above. What everybody would lose with all of it to itself bounds it from below.
 */
final class SharePlan {

    private static final int ROUNDS = 40;

    /** How far a round goes from the shares of the last one towards those that would even out the loads. */
    private static final double STEP = 0.7;

    private final Component component;
    private final double[] most;
    private final double[] want;
    private final double[] worth;
    private final Output could;
    private final double least;
    private double[][] shares;
    private double lost;

    /**
     * What sites make and what they can give.
     *
     * @param made pieces
     * @param gives pieces, stock included
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared; read by this package alone
    record Output(double[] made, double[] gives) {}

    /**
     * What sites make and what flows under the plan, no more than is needed.
     *
     * @param made pieces
     * @param gives pieces, by group and member
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared; read by this package alone
    record Flow(double[] made, double[][] gives) {}

    private SharePlan(Component component, double[] most, double[] want, double[] worth) {
        this.component = component;
        this.most = most;
        this.want = want;
        this.worth = worth;
        shares = everything(component);
        could = output(component, most, shares);
        least = lost(could);
        lost = Double.POSITIVE_INFINITY;
    }

    /**
     * The best of some plans.
     *
     * @param most by site, what it can make; infinite for any amount
     * @param want by good, what is to be made
     * @param worth by good, what a piece missing costs
     * @param enough how near to the lower bound is good enough
     */
    static SharePlan of(Component component, double[] most, double[] want, double[] worth, double enough) {
        SharePlan plan = new SharePlan(component, most, want, worth);
        plan.improve(enough);
        return plan;
    }

    /** All of each site for each of its consumers, by group and member. */
    static double[][] everything(Component component) {
        double[][] all = new double[component.members.length][];
        for (int group = 0; group < all.length; group++) {
            all[group] = new double[component.members[group].length];
            Arrays.fill(all[group], 1);
        }
        return all;
    }

    /** What each site makes and can give under shares. */
    static Output output(Component component, double[] most, double[][] shares) {
        double[] made = new double[component.sites()];
        double[] gives = new double[component.sites()];
        for (int site = 0; site < made.length; site++) {
            double least = most[site];
            for (int group = component.firstGroup(site); group < component.firstGroup(site + 1); group++) {
                double there = 0;
                for (int m = 0; m < component.members[group].length; m++) {
                    there += shares[group][m] * gives[component.members[group][m]];
                }
                least = Math.min(least, there / component.perUnit[group]);
            }
            made[site] = least;
            gives[site] = component.stock[site] + least;
        }
        return new Output(made, gives);
    }

    /** What the plan loses, money. */
    double lost() {
        return lost;
    }

    /** What is lost whatever the plan, money. */
    double least() {
        return least;
    }

    /** What each site could make and give if it had all there is. */
    Output could() {
        return could;
    }

    /** Share of each site for each consumer, by group and member; for one site they are 1 together. */
    double[][] shares() {
        return shares;
    }

    /** What flows. */
    Flow flow() {
        Output output = output(component, most, shares);
        double[] made = new double[component.sites()];
        for (int good = 0; good < want.length; good++) {
            made[component.goodSite[good]] = Math.min(want[good], output.made[component.goodSite[good]]);
        }
        double[] asked = new double[component.sites()];
        double[][] gives = new double[component.members.length][];
        for (int site = component.sites() - 1; site >= 0; site--) {
            made[site] += Math.min(output.made[site], Math.max(0, asked[site] - component.stock[site]));
            for (int group = component.firstGroup(site); group < component.firstGroup(site + 1); group++) {
                int[] members = component.members[group];
                double there = 0;
                gives[group] = new double[members.length];
                for (int m = 0; m < members.length; m++) {
                    gives[group][m] = shares[group][m] * output.gives[members[m]];
                    there += gives[group][m];
                }
                double taken = component.perUnit[group] * made[site];
                for (int m = 0; m < members.length; m++) {
                    gives[group][m] *= taken < there ? taken / there : 1;
                    asked[members[m]] += gives[group][m];
                }
            }
        }
        return new Flow(made, gives);
    }

    private void improve(double enough) {
        double[][] weights = everything(component);
        for (int group = 0; group < weights.length; group++) {
            for (int m = 0; m < weights[group].length; m++) {
                weights[group][m] = could.gives[component.members[group][m]];
            }
        }
        double[] outflow = new double[component.sites()];
        for (int round = 0; round < ROUNDS; round++) {
            double[][] next = ask(weights, outflow);
            Output output = output(component, most, next);
            double loses = lost(output);
            if (loses < lost) {
                lost = loses;
                shares = next;
            }
            if (lost - least <= enough) {
                return;
            }
            even(weights, outflow, output.gives);
        }
    }

    /** Every site asks its suppliers by their weights for what it is asked for itself. */
    private double[][] ask(double[][] weights, double[] outflow) {
        double[] asked = new double[component.sites()];
        Arrays.fill(outflow, 0);
        for (int good = 0; good < want.length; good++) {
            asked[component.goodSite[good]] = want[good];
        }
        double[][] flows = new double[component.members.length][];
        for (int site = component.sites() - 1; site >= 0; site--) {
            double wanted = asked[site] + Math.max(0, outflow[site] - component.stock[site]);
            double made = Math.min(could.made[site], wanted);
            for (int group = component.firstGroup(site); group < component.firstGroup(site + 1); group++) {
                int[] members = component.members[group];
                double all = 0;
                for (double weight : weights[group]) {
                    all += weight;
                }
                flows[group] = new double[members.length];
                for (int m = 0; m < members.length; m++) {
                    flows[group][m] = all > 0 ? component.perUnit[group] * made * (weights[group][m] / all) : 0;
                    outflow[members[m]] += flows[group][m];
                }
            }
        }
        for (int group = 0; group < flows.length; group++) {
            for (int m = 0; m < flows[group].length; m++) {
                double all = outflow[component.members[group][m]];
                flows[group][m] = all > 0 ? flows[group][m] / all : 0;
            }
        }
        return flows;
    }

    /** Less weight where more is asked than given, more where less is. */
    private void even(double[][] weights, double[] outflow, double[] gives) {
        for (int group = 0; group < weights.length; group++) {
            double largest = 0;
            for (int m = 0; m < weights[group].length; m++) {
                int member = component.members[group][m];
                if (outflow[member] > 0) {
                    weights[group][m] *= Math.pow(gives[member] / outflow[member], STEP);
                }
                largest = Math.max(largest, weights[group][m]);
            }
            if (largest > 0) {
                for (int m = 0; m < weights[group].length; m++) {
                    weights[group][m] /= largest;
                }
            }
        }
    }

    private double lost(Output output) {
        double sum = 0;
        for (int good = 0; good < want.length; good++) {
            sum += worth[good] * Math.max(0, want[good] - output.made[component.goodSite[good]]);
        }
        return sum;
    }
}
