package io.posture.profile;

/**
 * Something that stands in for facts that the data do not hold, or a limit of what they hold.
 *
 * @param code key, for example {@code STOCK_UNKNOWN}
 * @param text what is assumed, one line
 * @param items items that it concerns; 0 if it concerns the run as a whole
 */
public record Assumption(String code, String text, int items) {}
