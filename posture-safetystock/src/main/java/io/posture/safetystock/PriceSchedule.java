package io.posture.safetystock;

import io.posture.numerics.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * What a lot costs a year where the price falls with the quantity: purchase, ordering and holding.
 *
 * <p>Within a region of one price the cost of a lot is {@code c D + (K + F) D / Q + i c Q / 2 + i F / 2}, which has one
 * lowest point. F is what the pieces before the region cost beyond its price: 0 where a price holds for all pieces, else
 * the sum of {@code (c_(l-1) - c_l) b_l} up to the region.
 */
final class PriceSchedule {

    private static final double SLACK = 1e-9;
    // two costs that differ by less are a tie, which the smaller lot wins
    private static final double TIE = 1e-13;

    private final Terms terms;
    private final List<Region> regions;

    private PriceSchedule(Terms terms, List<Region> regions) {
        this.terms = terms;
        this.regions = List.copyOf(regions);
    }

    /**
     * What ordering and holding cost.
     *
     * @param orderCost cost of one order K, money, at least 0
     * @param annualDemand demand D, pieces a year, at least 0
     * @param carryRate carrying rate i, share of the price a year, at least 0
     */
    record Terms(double orderCost, double annualDemand, double carryRate) {}

    /**
     * Quantities of one price.
     *
     * @param index 0 is the region of the smallest quantities
     * @param from smallest quantity, pieces
     * @param to first quantity of the next region, pieces; infinite in the last
     * @param unitPrice money per piece
     * @param dearerPieces F, money per lot
     */
    record Region(int index, double from, double to, double unitPrice, double dearerPieces) {}

    /**
     * A lot in its region.
     *
     * @param region index of the region
     * @param quantity pieces
     * @param cost money a year, purchase included
     */
    record Lot(int region, double quantity, double cost) {}

    /**
     * A schedule whose prices hold for all pieces of an order.
     *
     * @param breakpoints smallest quantity of each region, pieces, the first 0, ascending
     * @param unitCosts price in each region, money per piece, above 0, never rising
     * @throws IllegalArgumentException if that is not so
     */
    static PriceSchedule allUnits(Terms terms, List<Double> breakpoints, List<Double> unitCosts) {
        return of(terms, breakpoints, unitCosts, false);
    }

    /** As {@link #allUnits}, but a price holds for the pieces above its breakpoint only. */
    static PriceSchedule incremental(Terms terms, List<Double> breakpoints, List<Double> unitCosts) {
        return of(terms, breakpoints, unitCosts, true);
    }

    private static PriceSchedule of(
            Terms terms, List<Double> breakpoints, List<Double> unitCosts, boolean incremental) {
        if (breakpoints.isEmpty() || breakpoints.size() != unitCosts.size()) {
            throw new IllegalArgumentException(
                    "breakpoints and unitCosts must have the same length of at least 1, were " + breakpoints.size()
                            + " and " + unitCosts.size());
        }
        if (breakpoints.get(0) != 0) {
            throw new IllegalArgumentException("breakpoints must begin with 0, were " + breakpoints);
        }
        List<Region> regions = new ArrayList<>();
        double dearer = 0;
        for (int j = 0; j < breakpoints.size(); j++) {
            double from = breakpoints.get(j);
            double price = Require.positive("unitCosts[" + j + "]", unitCosts.get(j));
            double to = j + 1 < breakpoints.size() ? breakpoints.get(j + 1) : Double.POSITIVE_INFINITY;
            if (!(to > from)) {
                throw new IllegalArgumentException("breakpoints must be ascending, were " + breakpoints);
            }
            if (j > 0) {
                double before = unitCosts.get(j - 1);
                if (!(price <= before)) {
                    throw new IllegalArgumentException("unitCosts must not rise, were " + unitCosts);
                }
                dearer += incremental ? (before - price) * from : 0;
            }
            regions.add(new Region(j, from, to, price, dearer));
        }
        return new PriceSchedule(terms, regions);
    }

    /** The regions, smallest quantities first. */
    List<Region> regions() {
        return regions;
    }

    /** The cheapest lot without limits. */
    Lot cheapest() {
        return cheapest(0, Double.POSITIVE_INFINITY);
    }

    /**
     * The cheapest lot between two quantities.
     *
     * @param smallest pieces, at least 0
     * @param largest pieces, at least smallest
     */
    Lot cheapest(double smallest, double largest) {
        List<Lot> lots = new ArrayList<>();
        for (Region region : regions) {
            double low = Math.max(region.from, smallest);
            double wanted = Math.max(low, Math.min(economic(region), largest));
            // beyond the region the next one is cheaper at every quantity
            if (low <= largest && wanted < region.to) {
                lots.add(lot(region, wanted));
            }
        }
        return cheapest(lots);
    }

    /**
     * The cheapest multiple between two quantities.
     *
     * @param multiple pieces, above 0
     * @param smallest a multiple, pieces
     * @param largest pieces, at least smallest
     */
    Lot cheapestMultiple(double multiple, double smallest, double largest) {
        List<Lot> lots = new ArrayList<>();
        for (Region region : regions) {
            double low = Math.max(Math.ceil(region.from / multiple - SLACK) * multiple, smallest);
            double high = Math.min((Math.ceil(region.to / multiple - SLACK) - 1) * multiple, largest);
            double last = Math.floor(high / multiple + SLACK) * multiple;
            if (low > last) {
                continue;
            }
            double wanted = economic(region);
            double below = Math.max(low, Math.min(Math.floor(wanted / multiple) * multiple, last));
            double above = Math.max(low, Math.min(Math.ceil(wanted / multiple) * multiple, last));
            lots.add(lot(region, below));
            lots.add(lot(region, above));
        }
        return cheapest(lots);
    }

    /** The lot at which ordering and holding at this region's price cost the same, whether the region holds it or not. */
    private double economic(Region region) {
        double root = 2 * (terms.orderCost + region.dearerPieces) * terms.annualDemand;
        return root == 0 ? 0 : Math.sqrt(root / (terms.carryRate * region.unitPrice));
    }

    /**
     * The cheapest lot that a region holds.
     *
     * @param region its end must be above smallest
     * @param smallest pieces, at least 0
     */
    Lot cheapestOf(Region region, double smallest) {
        return lot(region, Math.max(Math.max(region.from, smallest), Math.min(economic(region), region.to)));
    }

    private Lot lot(Region region, double quantity) {
        double perLot = terms.orderCost + region.dearerPieces;
        double ordering = perLot == 0 || terms.annualDemand == 0 ? 0 : perLot * terms.annualDemand / quantity;
        double holding = terms.carryRate * (region.unitPrice * quantity + region.dearerPieces) / 2;
        return new Lot(region.index, quantity, region.unitPrice * terms.annualDemand + ordering + holding);
    }

    private static Lot cheapest(List<Lot> lots) {
        Lot best = lots.get(0);
        for (Lot lot : lots) {
            if (lot.cost < best.cost * (1 - TIE)) {
                best = lot;
            }
        }
        return best;
    }
}
