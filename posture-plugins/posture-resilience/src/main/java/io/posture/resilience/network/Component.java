package io.posture.resilience.network;

import java.util.ArrayList;
import java.util.List;

/** Sites that share what is scarce, by numbers: suppliers before those that they feed, and the goods that they make. */
final class Component {

    /** Stock and what can be made, pieces; infinite for any amount. */
    final double[] stock;

    final double[] capacity;

    /** Needs: pieces per piece made, and from where. */
    final double[] perUnit;

    final int[][] members;

    /** Site of the goods, pieces to make, pieces sold a day, margin. */
    final int[] goodSite;

    /** Numbers of the goods in the network. */
    final int[] goodNumber;

    final double[] want;
    final double[] demandPerDay;
    final double[] margin;

    private final int[] groupStart;

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
        goodSite = builder.goods.stream().mapToInt(Good::site).toArray();
        goodNumber = builder.goods.stream().mapToInt(Good::number).toArray();
        want = builder.goods.stream().mapToDouble(Good::want).toArray();
        demandPerDay = builder.goods.stream().mapToDouble(Good::demandPerDay).toArray();
        margin = builder.goods.stream().mapToDouble(Good::margin).toArray();
    }

    private record Good(int number, int site, double want, double demandPerDay, double margin) {}

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

        void good(int number, int site, double wanted, double perDay, double marginPerPiece) {
            goods.add(new Good(number, site, wanted, perDay, marginPerPiece));
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
}
