package io.posture.core.plugin;

/**
 * An input of a calculation.
 *
 * @param name its name in a document
 * @param type its type for readers: number, whole number, true or false, text, date, a choice of words, an array or an
 *     object of these
 * @param optional whether it may be absent or null
 * @param doc one line from the plugin, with unit and range; empty if it gives none
 */
public record CalculationInput(String name, String type, boolean optional, String doc) {}
