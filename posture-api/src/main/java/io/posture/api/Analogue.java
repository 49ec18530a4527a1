package io.posture.api;

import java.util.OptionalDouble;

/**
 * Where the demand of a new item is borrowed from.
 *
 * @param kind whether one analogue or a category pool: {@code "item"}, {@code "category"}
 * @param name the item or the category
 * @param items items behind it
 * @param meanPerDay pieces a day
 * @param sdPerDay deviation of daily demand, pieces; empty if unknown
 */
public record Analogue(String kind, String name, int items, double meanPerDay, OptionalDouble sdPerDay) {}
