package io.posture.resilience.network;

/**
 * A place that all sources of a part pass: its second source is one on paper only.
 *
 * @param part id of the part
 * @param sources how many it has, at least 2
 * @param place id of the place
 * @param kind what the place is
 */
public record SharedPlace(String part, int sources, String place, Place.Kind kind) {}
