package io.posture.resilience.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sites that share what is scarce, by numbers: suppliers before those that they feed, and the goods that they make. */
final class Component {

    /** Stock, pieces; capacity, pieces or pieces a day. */
    final double[] stock;

    final double[] capacity;

    /** Needs: pieces per piece made, and from where. */
    final double[] perUnit;

    final int[][] members;

    /** Site and quantities of the goods: pieces to make, or a day; margin. */
    final int[] goodSite;

    final double[] want;
    final double[] demandPerDay;
    final double[] margin;

    private final int[] groupStart;
    private final int[] consumers;

    private Component(Builder builder) {
        stock = builder.stock.stream().mapToDouble(Double::doubleValue).toArray();
        capacity = builder.capacity.stream().mapToDouble(Double::doubleValue).toArray();
        perUnit = builder.perUnit.stream().mapToDouble(Double::doubleValue).toArray();
        members = builder.members.toArray(int[][]::new);
        groupStart = new int[stock.length + 1];
        builder.owners.forEach(site -> groupStart[site + 1]++);
        for (int site = 0; site < stock.length; site++) {
            groupStart[site + 1] += groupStart[site];
        }
        consumers = new int[stock.length];
        for (int[] group : members) {
            for (int member : group) {
                consumers[member]++;
            }
        }
        goodSite = builder.goods.stream().mapToInt(Good::site).toArray();
        want = builder.goods.stream().mapToDouble(Good::want).toArray();
        demandPerDay = builder.goods.stream().mapToDouble(Good::demandPerDay).toArray();
        margin = builder.goods.stream().mapToDouble(Good::margin).toArray();
    }

    private record Good(int site, double want, double demandPerDay, double margin) {}

    /** Collects a component. */
    static final class Builder {

        private final List<Double> stock = new ArrayList<>();
        private final List<Double> capacity = new ArrayList<>();
        private final List<Double> perUnit = new ArrayList<>();
        private final List<Integer> owners = new ArrayList<>();
        private final List<int[]> members = new ArrayList<>();
        private final List<Good> goods = new ArrayList<>();

        /** The next site; gives its place. */
        int site(double pieces, double most) {
            stock.add(pieces);
            capacity.add(most);
            return stock.size() - 1;
        }

        /** A need of the last site. */
        void group(double pieces, int... suppliers) {
            owners.add(stock.size() - 1);
            perUnit.add(pieces);
            members.add(suppliers);
        }

        void good(int site, double wanted, double perDay, double marginPerPiece) {
            goods.add(new Good(site, wanted, perDay, marginPerPiece));
        }

        Component build() {
            return new Component(this);
        }
    }

    int sites() {
        return stock.length;
    }

    int firstGroup(int site) {
        return groupStart[site];
    }

    /**
     * How much of a site's pieces each of its consumers gets: by group and member.
     *
     * @return all of it for everybody: more than there is, unless no site has two consumers
     */
    double[][] everything() {
        double[][] shares = new double[members.length][];
        for (int group = 0; group < members.length; group++) {
            shares[group] = new double[members[group].length];
            Arrays.fill(shares[group], 1);
        }
        return shares;
    }

    /**
     * Shares that add up: every site is asked for what its consumers would need of it, each of them asking its suppliers
     * by what these could give.
     *
     * @param couldGive what each site could give at most
     * @param wanted by good, what is to be made
     * @param most what each site can make in the same time
     */
    double[][] fairShares(double[] couldGive, double[] wanted, double[] most) {
        double[] asked = new double[sites()];
        double[] outflow = new double[sites()];
        for (int good = 0; good < goodSite.length; good++) {
            asked[goodSite[good]] = wanted[good];
        }
        double[][] shares = everything();
        for (int site = sites() - 1; site >= 0; site--) {
            double made = Math.min(most[site], asked[site] + Math.max(0, outflow[site] - stock[site]));
            for (int group = firstGroup(site); group < firstGroup(site + 1); group++) {
                double all = 0;
                for (int member : members[group]) {
                    all += couldGive[member];
                }
                for (int m = 0; m < members[group].length; m++) {
                    int member = members[group][m];
                    shares[group][m] = all > 0 ? perUnit[group] * made * (couldGive[member] / all) : 0;
                    outflow[member] += shares[group][m];
                }
            }
        }
        for (int group = 0; group < members.length; group++) {
            for (int m = 0; m < members[group].length; m++) {
                int member = members[group][m];
                if (consumers[member] == 1) {
                    shares[group][m] = 1;
                } else {
                    shares[group][m] = outflow[member] > 0 ? shares[group][m] / outflow[member] : 0;
                }
            }
        }
        return shares;
    }

    /** What each site makes within some time and can give, stock included, under shares. */
    Output output(double[] most, double[][] shares) {
        double[] made = new double[sites()];
        double[] gives = new double[sites()];
        for (int site = 0; site < sites(); site++) {
            double least = most[site];
            for (int group = firstGroup(site); group < firstGroup(site + 1); group++) {
                double there = 0;
                for (int m = 0; m < members[group].length; m++) {
                    there += shares[group][m] * gives[members[group][m]];
                }
                least = Math.min(least, there / perUnit[group]);
            }
            made[site] = least;
            gives[site] = stock[site] + least;
        }
        return new Output(made, gives);
    }

    /**
     * What sites make and what they can give.
     *
     * @param made pieces
     * @param gives pieces, stock included
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared; read by this package alone
    record Output(double[] made, double[] gives) {}
}
