package io.posture.profile;

import io.posture.numerics.DoubleColumn;
import io.posture.numerics.IntColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Returns that take an issue back. Such a return was never demand: it cancels the issue in the issue's bucket. It does so if it
 * names the issue's document, or else if an earlier issue has its item, partner, price and quantity; unknown partners and prices
 * are equal to nothing. Keeps only lines that could be paired. Not thread-safe.
 */
final class Corrections {

    private static final int UNKNOWN = -1;

    private final IntColumn items = new IntColumn();
    private final IntColumn lines = new IntColumn();
    private final IntColumn days = new IntColumn();
    private final DoubleColumn pieces = new DoubleColumn();
    private final IntColumn documents = new IntColumn();
    private final IntColumn cancelled = new IntColumn();
    private final IntColumn partners = new IntColumn();
    private final DoubleColumn prices = new DoubleColumn();
    private final Map<String, Integer> keys = new HashMap<>();
    private boolean returns;

    Corrections() {}

    /**
     * Adds a line.
     *
     * @param item number of the item
     * @param line number of the line among all lines of demand
     */
    void add(int item, int line, DemandRow row) {
        boolean known = !row.partner().isEmpty() && row.unitPrice().isPresent();
        boolean back = row.pieces() < 0;
        String document = back ? row.cancelsDocument() : row.document();
        if (row.pieces() == 0 || (!known && document.isEmpty())) {
            return;
        }
        returns |= back;
        items.add(item);
        lines.add(line);
        days.add(Math.toIntExact(row.date().toEpochDay()));
        pieces.add(row.pieces());
        documents.add(back ? UNKNOWN : key(row.document()));
        cancelled.add(back ? key(row.cancelsDocument()) : UNKNOWN);
        partners.add(known ? key(row.partner()) : UNKNOWN);
        prices.add(row.unitPrice().orElse(0));
    }

    private int key(String text) {
        return text.isEmpty() ? UNKNOWN : keys.computeIfAbsent(text, unseen -> keys.size());
    }

    /** What an issue and its return have in common where no document is named. */
    private record Twin(int partner, double price, double pieces) {}

    /**
     * What has to be added to the pieces of lines so that returns and the issues that they take back are gone.
     *
     * @param itemCount number of items
     * @param lastDay newest day looked at
     * @return pieces by line number: below 0 for an issue, above 0 for a return; no entry for lines that stay as they are
     */
    Map<Integer, Double> changes(int itemCount, int lastDay) {
        Map<Integer, Double> changes = new HashMap<>();
        if (!returns) {
            return changes;
        }
        KeyedPositions byItem = new KeyedPositions(items, itemCount);
        Comparator<Integer> byDay = Comparator.<Integer>comparingInt(days::get)
                .thenComparingDouble(pieces::get)
                .thenComparingDouble(prices::get);
        for (int item = 0; item < itemCount; item++) {
            List<Integer> back = new ArrayList<>();
            for (int i = 0; i < byItem.size(item); i++) {
                int position = byItem.get(item, i);
                if (pieces.get(position) < 0 && days.get(position) <= lastDay) {
                    back.add(position);
                }
            }
            if (!back.isEmpty()) {
                back.sort(byDay);
                OfItem ofItem = new OfItem(back, changes);
                for (int i = 0; i < byItem.size(item); i++) {
                    int position = byItem.get(item, i);
                    if (pieces.get(position) > 0 && days.get(position) <= lastDay) {
                        ofItem.offer(position);
                    }
                }
                ofItem.sort(byDay);
                ofItem.pair();
            }
        }
        return changes;
    }

    private Twin twin(int position) {
        return new Twin(partners.get(position), prices.get(position), Math.abs(pieces.get(position)));
    }

    /** The returns of one item, and the issues that they may take back. */
    private final class OfItem {

        private final List<Integer> returned;
        private final Map<Integer, List<Integer>> byDocument = new HashMap<>();
        private final Map<Twin, List<Integer>> byTwin = new HashMap<>();
        private final Map<Integer, Double> changes;

        OfItem(List<Integer> returned, Map<Integer, Double> changes) {
            this.returned = returned;
            this.changes = changes;
            for (int back : returned) {
                if (cancelled.get(back) != UNKNOWN) {
                    byDocument.putIfAbsent(cancelled.get(back), new ArrayList<>());
                } else if (partners.get(back) != UNKNOWN) {
                    byTwin.putIfAbsent(twin(back), new ArrayList<>());
                }
            }
        }

        /** Keeps an issue that a return may mean. */
        void offer(int issue) {
            List<Integer> sameDocument = byDocument.get(documents.get(issue));
            if (sameDocument != null) {
                sameDocument.add(issue);
            }
            if (!byTwin.isEmpty() && partners.get(issue) != UNKNOWN) {
                List<Integer> twins = byTwin.get(twin(issue));
                if (twins != null) {
                    twins.add(issue);
                }
            }
        }

        void sort(Comparator<Integer> order) {
            byDocument.values().forEach(issues -> issues.sort(order));
            byTwin.values().forEach(issues -> issues.sort(order));
        }

        /** Named issues first: what they leave is open to the others. */
        void pair() {
            for (int back : returned) {
                if (cancelled.get(back) != UNKNOWN) {
                    takeBack(back, byDocument.getOrDefault(cancelled.get(back), List.of()));
                }
            }
            for (int back : returned) {
                if (cancelled.get(back) == UNKNOWN && partners.get(back) != UNKNOWN) {
                    cancelTwin(back, byTwin.getOrDefault(twin(back), List.of()));
                }
            }
        }

        /** Of several lines in the document the one of the same size, the latest on a tie; else the latest ones in turn. */
        private void takeBack(int back, List<Integer> issues) {
            for (int i = issues.size() - 1; i >= 0; i--) {
                if (open(issues.get(i)) == -open(back)) {
                    cancel(back, issues.get(i));
                    return;
                }
            }
            for (int i = issues.size() - 1; i >= 0 && open(back) < 0; i--) {
                cancel(back, issues.get(i));
            }
        }

        private void cancelTwin(int back, List<Integer> issues) {
            for (int i = issues.size() - 1; i >= 0; i--) {
                int issue = issues.get(i);
                if (days.get(issue) <= days.get(back) && !changes.containsKey(lines.get(issue))) {
                    cancel(back, issue);
                    return;
                }
            }
        }

        private void cancel(int back, int issue) {
            double taken = Math.min(-open(back), open(issue));
            if (taken > 0) {
                changes.merge(lines.get(back), taken, Double::sum);
                changes.merge(lines.get(issue), -taken, Double::sum);
            }
        }

        /** What is left of a line. */
        private double open(int position) {
            return pieces.get(position) + changes.getOrDefault(lines.get(position), 0.0);
        }
    }
}
