package io.posture.profile;

/**
 * Key of what one supplier delivers of one item.
 *
 * @param item number of the item
 * @param supplier key of the supplier; empty if unknown
 */
record Supply(int item, String supplier) {}
