package io.posture.resilience.network;

import java.util.ArrayList;
import java.util.List;

/** A network by numbers: sites with suppliers before those that they feed, and their needs as groups of sites. */
final class Graph {

    private final double[] stock;
    private final double[] capacityPerDay;
    private final int[] groupStart;
    private final double[] perUnit;
    private final int[] owner;
    private final int[][] members;
    private final int[] finished;
    private final double[] demandPerDay;
    private final double[] margin;

    private Graph(Builder builder) {
        int n = builder.sites.size();
        stock = builder.sites.stream().mapToDouble(site -> site[0]).toArray();
        capacityPerDay = builder.sites.stream().mapToDouble(site -> site[1]).toArray();
        perUnit = builder.perUnit.stream().mapToDouble(Double::doubleValue).toArray();
        owner = builder.owner.stream().mapToInt(Integer::intValue).toArray();
        members = builder.members.toArray(int[][]::new);
        finished = builder.finished.stream().mapToInt(Integer::intValue).toArray();
        demandPerDay = builder.sold.stream().mapToDouble(good -> good[0]).toArray();
        margin = builder.sold.stream().mapToDouble(good -> good[1]).toArray();
        groupStart = new int[n + 1];
        for (int site : owner) {
            groupStart[site + 1]++;
        }
        for (int i = 0; i < n; i++) {
            groupStart[i + 1] += groupStart[i];
        }
    }

    /** Collects a graph. */
    static final class Builder {

        private final List<double[]> sites = new ArrayList<>();
        private final List<Double> perUnit = new ArrayList<>();
        private final List<Integer> owner = new ArrayList<>();
        private final List<int[]> members = new ArrayList<>();
        private final List<Integer> finished = new ArrayList<>();
        private final List<double[]> sold = new ArrayList<>();

        /** The next site. */
        void site(double stock, double capacityPerDay) {
            sites.add(new double[] {stock, capacityPerDay});
        }

        /** A need of the last site: pieces of it per piece, from any of some sites. */
        void group(double pieces, int... suppliers) {
            owner.add(sites.size() - 1);
            perUnit.add(pieces);
            members.add(suppliers);
        }

        /** What a site sells. */
        void finished(int site, double perDay, double marginPerPiece) {
            finished.add(site);
            sold.add(new double[] {perDay, marginPerPiece});
        }

        Graph build() {
            return new Graph(this);
        }
    }

    int sites() {
        return stock.length;
    }

    double stock(int site) {
        return stock[site];
    }

    /** What a site can make in some days; infinite for any amount. */
    double capacity(int site, double days) {
        return capacityPerDay[site] == Double.POSITIVE_INFINITY ? capacityPerDay[site] : capacityPerDay[site] * days;
    }

    /** The first group of a site; its last one is before that of the next site. */
    int firstGroup(int site) {
        return groupStart[site];
    }

    /** Pieces of a group in one piece that its owner makes. */
    double perUnit(int group) {
        return perUnit[group];
    }

    /** Sites that deliver to a group. */
    int[] members(int group) {
        return members[group];
    }

    int finished() {
        return finished.length;
    }

    int finishedSite(int good) {
        return finished[good];
    }

    double demandPerDay(int good) {
        return demandPerDay[good];
    }

    double margin(int good) {
        return margin[good];
    }
}
