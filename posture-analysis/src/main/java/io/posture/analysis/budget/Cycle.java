package io.posture.analysis.budget;

import io.posture.numerics.Normal;
import io.posture.numerics.UnitLoss;
import io.posture.resilience.economics.BudgetAllocation;

/**
 * What a safety stock leaves open between two orders: pieces short at the end of a cycle, and of those the ones that were not
 * short in the cycle before.
 */
sealed interface Cycle {

    /** Expected pieces short at the end of a cycle. */
    double shortPieces(double safety);

    /** Expected pieces that are not delivered from stock, counted once however long they wait. */
    double notServed(double safety);

    /**
     * Share of the cycles in which the next piece would be missing.
     *
     * @param once whether a piece that is short over several cycles counts once
     */
    double missing(double safety, boolean once);

    /** The safety stock whose next piece is missing in a share of the cycles, above 0; 0 if it is more rarely missing already. */
    double stock(double share, boolean once);

    /** The safety stock from which on more is not needed: four deviations, or as rarely short as a normal demand is then. */
    double enough();

    /** By a normal law of the demand over the lead time. */
    record Smooth(BudgetAllocation.Item terms) implements Cycle {

        private static final double ENOUGH = 4;

        private double lot() {
            return terms.orderQuantity() / terms.sigma();
        }

        private boolean varies() {
            return terms.sigma() > 0;
        }

        @Override
        public double shortPieces(double safety) {
            return varies() ? terms.sigma() * UnitLoss.of(safety / terms.sigma()) : 0;
        }

        @Override
        public double notServed(double safety) {
            return varies() ? terms.sigma() * UnitLoss.between(safety / terms.sigma(), lot()) : 0;
        }

        @Override
        public double missing(double safety, boolean once) {
            if (!varies()) {
                return 0;
            }
            double k = safety / terms.sigma();
            return once ? LastPiece.missing(k, lot()) : Normal.upper(k);
        }

        @Override
        public double stock(double share, boolean once) {
            if (!varies()) {
                return 0;
            }
            return terms.sigma()
                    * (once
                            ? LastPiece.stock(share, lot())
                            : BudgetAllocation.factor(terms, share * BudgetAllocation.worth(terms)));
        }

        @Override
        public double enough() {
            return ENOUGH * terms.sigma();
        }
    }

    /** In whole pieces. */
    record InPieces(CountedDemand demand, double lot) implements Cycle {

        @Override
        public double shortPieces(double safety) {
            return demand.shortPieces(safety);
        }

        @Override
        public double notServed(double safety) {
            return demand.shortPieces(safety) - demand.shortPieces(safety + lot);
        }

        @Override
        public double missing(double safety, boolean once) {
            return demand.missing(safety) - (once ? demand.missing(safety + lot) : 0);
        }

        @Override
        public double stock(double share, boolean once) {
            int low = 0;
            int high = demand.enough();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (missing(middle, once) > share) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        @Override
        public double enough() {
            return stock(Normal.upper(Smooth.ENOUGH), false);
        }
    }
}
