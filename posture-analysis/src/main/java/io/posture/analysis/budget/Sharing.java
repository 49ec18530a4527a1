package io.posture.analysis.budget;

/**
 * One price of money for all buffers: every one is as large as its last unit of money avoids theta. A stockpile also stops
 * where that would be less than it costs to carry.
 */
final class Sharing {

    private static final int HALVINGS = 100;
    private static final double SAME_MONEY = 1e-9;
    private static final double NEARLY = 1e-5;

    private final Portfolio portfolio;

    Sharing(Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    /** Money in all buffers at a theta; the larger theta, the less. */
    double capital(double theta) {
        return portfolio.capital(item -> item.safetyStock(theta), item -> item.strategicStock(theta));
    }

    /** What that money does. */
    Portfolio.Effect effect(double theta) {
        return portfolio.effect(item -> item.safetyStock(theta), item -> item.strategicStock(theta));
    }

    /** From this theta on nothing is bought; 0 if no money avoids anything. */
    double dearest() {
        return portfolio.weighed().stream().mapToDouble(Weighed::dearest).max().orElse(0);
    }

    /** From this theta down no more money is needed: every safety stock is at least four deviations. */
    double cheapest() {
        return portfolio.weighed().stream()
                .mapToDouble(Weighed::cheapest)
                .filter(theta -> theta > 0)
                .min()
                .orElse(dearest());
    }

    /** The smallest theta whose buffers cost no more than a limit, between the two ends. */
    double thetaWithin(double limit) {
        return thetaWithin(limit, SAME_MONEY);
    }

    /** The same, as near as is seen on a page. */
    double thetaNear(double limit) {
        return thetaWithin(limit, NEARLY);
    }

    private double thetaWithin(double limit, double share) {
        double low = Math.log(cheapest());
        double high = Math.log(dearest());
        for (int i = 0; i < HALVINGS && high - low > Math.ulp(high); i++) {
            double middle = low + (high - low) / 2;
            double capital = capital(Math.exp(middle));
            if (capital > limit) {
                low = middle;
            } else {
                high = middle;
                if (limit - capital <= share * limit) {
                    break;
                }
            }
        }
        return Math.exp(high);
    }
}
