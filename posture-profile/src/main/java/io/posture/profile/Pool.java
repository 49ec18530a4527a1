package io.posture.profile;

/**
 * A pool of purchase-order lines that few own lines lean on.
 *
 * @param kind what its lines have in common
 * @param key which supplier, route, region or category; empty for the company
 */
record Pool(Kind kind, String key) {

    /** What the lines of a pool have in common, nearest first. */
    enum Kind {
        SUPPLIER("supplier"),
        LANE("lane"),
        REGION("region"),
        CATEGORY("category"),
        COMPANY("company");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** How figures name it. */
        String word() {
            return word;
        }
    }
}
