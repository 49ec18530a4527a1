package io.posture.api;

import java.util.OptionalDouble;

/**
 * Where the demand of an item without a history of its own comes from.
 *
 * @param kind whether one analogue, a category pool, or what somebody states: {@code "item"}, {@code "category"}, {@code "stated"}
 * @param name the item, the category, or the field in which it is stated
 * @param items items behind it
 * @param meanPerDay pieces a day
 * @param sdPerDay deviation of daily demand, pieces; empty if unknown
 */
public record Analogue(String kind, String name, int items, double meanPerDay, OptionalDouble sdPerDay) {}
