package io.posture.stress;

import java.util.OptionalInt;

/** One thing that goes wrong, from the end of a day on; day 0 is the day the stress test begins. */
public sealed interface Shock {

    /** Longest duration and latest beginning that are accepted, days: ten years. */
    int LONGEST_DAYS = 3_650;

    /** The day after which it begins, at least 0. */
    int fromDay();

    /** How people write it. */
    String text();

    /** The same, beginning after another day. */
    Shock from(int day);

    /**
     * A supplier delivers nothing.
     *
     * @param supplier id
     * @param days how long, 1 to 3650
     * @param fromDay the day after which it begins
     */
    record SupplierDown(String supplier, int days, int fromDay) implements Shock {

        /** Checks. */
        public SupplierDown {
            requireId("supplier", supplier);
            requireDays(days, fromDay);
        }

        /** From day 0 on. */
        public SupplierDown(String supplier, int days) {
            this(supplier, days, 0);
        }

        @Override
        public String text() {
            return "supplier " + supplier + " down " + days + " d" + since(fromDay);
        }

        @Override
        public Shock from(int day) {
            return new SupplierDown(supplier, days, day);
        }
    }

    /**
     * A way is closed, for what is on it too.
     *
     * @param lane id
     * @param days how long, 1 to 3650
     * @param fromDay the day after which it begins
     */
    record LaneClosed(String lane, int days, int fromDay) implements Shock {

        /** Checks. */
        public LaneClosed {
            requireId("lane", lane);
            requireDays(days, fromDay);
        }

        /** From day 0 on. */
        public LaneClosed(String lane, int days) {
            this(lane, days, 0);
        }

        @Override
        public String text() {
            return "lane " + lane + " closed " + days + " d" + since(fromDay);
        }

        @Override
        public Shock from(int day) {
            return new LaneClosed(lane, days, day);
        }
    }

    /**
     * Demand of every item rises.
     *
     * @param share by how much, 0.5 for +50 %, above 0, at most 100
     * @param days how long, 1 to 3650
     * @param fromDay the day after which it begins
     */
    record DemandUp(double share, int days, int fromDay) implements Shock {

        private static final double LARGEST = 100;

        /** Checks. */
        public DemandUp {
            if (!(share > 0 && share <= LARGEST)) {
                throw new IllegalArgumentException(
                        "a rise of demand must be above 0 % and at most 10000 %, was " + share * 100 + " %");
            }
            requireDays(days, fromDay);
        }

        /** From day 0 on. */
        public DemandUp(double share, int days) {
            this(share, days, 0);
        }

        @Override
        public String text() {
            return "demand +" + plain(share * 100) + " % for " + days + " d" + since(fromDay);
        }

        @Override
        public Shock from(int day) {
            return new DemandUp(share, days, day);
        }
    }

    /**
     * Orders take longer; those placed before come in time.
     *
     * @param multiplier what lead times are multiplied by, above 1, at most 100
     * @param days how long, 1 to 3650; empty for good
     * @param fromDay the day after which it begins
     */
    record LeadTimesTimes(double multiplier, OptionalInt days, int fromDay) implements Shock {

        private static final double LARGEST = 100;

        /** Checks. */
        public LeadTimesTimes {
            if (!(multiplier > 1 && multiplier <= LARGEST)) {
                throw new IllegalArgumentException(
                        "lead times must be multiplied by more than 1 and at most 100, was x" + multiplier);
            }
            requireDays(days.orElse(1), fromDay);
        }

        /** From day 0 on, for good. */
        public LeadTimesTimes(double multiplier) {
            this(multiplier, OptionalInt.empty(), 0);
        }

        @Override
        public String text() {
            String length = days.isPresent() ? " for " + days.getAsInt() + " d" : "";
            return "lead times x" + plain(multiplier) + length + since(fromDay);
        }

        @Override
        public Shock from(int day) {
            return new LeadTimesTimes(multiplier, days, day);
        }
    }

    /**
     * A node of any kind and tier fails.
     *
     * @param node id; {@code kind:id} where nodes of several kinds share it
     * @param days how long, 1 to 3650; empty for the node's time to recover
     * @param fromDay the day after which it begins
     */
    record NodeDown(String node, OptionalInt days, int fromDay) implements Shock {

        /** Checks. */
        public NodeDown {
            requireId("node", node);
            requireDays(days.orElse(1), fromDay);
        }

        /** From day 0 on, for the node's time to recover. */
        public NodeDown(String node) {
            this(node, OptionalInt.empty(), 0);
        }

        /** From day 0 on. */
        public NodeDown(String node, int days) {
            this(node, OptionalInt.of(days), 0);
        }

        @Override
        public String text() {
            String length = days.isPresent() ? days.getAsInt() + " d" : "for its time to recover";
            for (NodeKind kind : NodeKind.values()) {
                if (node.startsWith(kind.text() + ":")) {
                    return kind.text() + " " + node.substring(kind.text().length() + 1) + " down " + length
                            + since(fromDay);
                }
            }
            return "node " + node + " down " + length + since(fromDay);
        }

        @Override
        public Shock from(int day) {
            return new NodeDown(node, days, day);
        }
    }

    private static void requireId(String what, String id) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a shock needs the id of a " + what + ", was empty");
        }
    }

    private static void requireDays(int days, int fromDay) {
        if (!(days >= 1 && days <= LONGEST_DAYS)) {
            throw new IllegalArgumentException("a shock must last 1 to " + LONGEST_DAYS + " days, was " + days);
        }
        if (!(fromDay >= 0 && fromDay <= LONGEST_DAYS)) {
            throw new IllegalArgumentException(
                    "a shock must begin after day 0 to " + LONGEST_DAYS + ", was day " + fromDay);
        }
    }

    private static String since(int fromDay) {
        return fromDay == 0 ? "" : " after day " + fromDay;
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
