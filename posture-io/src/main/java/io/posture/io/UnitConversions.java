package io.posture.io;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Factors between units: those of the table {@code uom_conversions}, first of the item and then of all items, in either
 * direction, and those that physics fixes between the codes of UN/CEFACT recommendation 20. Not thread-safe.
 */
final class UnitConversions {

    private static final String ANY_ITEM = "";
    private static final Map<String, Measure> MEASURES = Map.ofEntries(
            measure("KGM", "mass", 1),
            measure("GRM", "mass", 0.001),
            measure("MGM", "mass", 0.000001),
            measure("TNE", "mass", 1000),
            measure("LBR", "mass", 0.45359237),
            measure("ONZ", "mass", 0.028349523125),
            measure("MTR", "length", 1),
            measure("MMT", "length", 0.001),
            measure("CMT", "length", 0.01),
            measure("KMT", "length", 1000),
            measure("INH", "length", 0.0254),
            measure("FOT", "length", 0.3048),
            measure("YRD", "length", 0.9144),
            measure("LTR", "volume", 1),
            measure("MLT", "volume", 0.001),
            measure("HLT", "volume", 100),
            measure("MTQ", "volume", 1000),
            measure("MTK", "area", 1),
            measure("CMK", "area", 0.0001),
            measure("C62", "count", 1),
            measure("H87", "count", 1),
            measure("EA", "count", 1),
            measure("PR", "count", 2),
            measure("DZN", "count", 12),
            measure("CEN", "count", 100),
            measure("MIL", "count", 1000));

    private final Map<List<String>, Double> factors = new HashMap<>();

    UnitConversions() {}

    /** What a unit measures, and how much of it. */
    private record Measure(String kind, double size) {}

    private static Map.Entry<String, Measure> measure(String unit, String kind, double size) {
        return Map.entry(unit, new Measure(kind, size));
    }

    /**
     * Adds a conversion.
     *
     * @param item item it is for; empty for all
     * @param factor how many of the one unit are one of the other, above 0
     * @return false if there is another one already
     */
    boolean add(String item, String from, String to, double factor) {
        Double before = factors.putIfAbsent(List.of(item, code(from), code(to)), factor);
        return before == null || before == factor;
    }

    /** How many units of the one are one of the other for an item; empty if nobody knows. */
    OptionalDouble factor(String item, String from, String to) {
        String source = code(from);
        String target = code(to);
        if (source.equals(target)) {
            return OptionalDouble.of(1);
        }
        for (String owner : List.of(item, ANY_ITEM)) {
            Double forward = factors.get(List.of(owner, source, target));
            if (forward != null) {
                return OptionalDouble.of(forward);
            }
            Double back = factors.get(List.of(owner, target, source));
            if (back != null) {
                return OptionalDouble.of(1 / back);
            }
        }
        Measure one = MEASURES.get(source);
        Measure other = MEASURES.get(target);
        return one != null && other != null && one.kind.equals(other.kind)
                ? OptionalDouble.of(one.size / other.size)
                : OptionalDouble.empty();
    }

    /** What two units measure, where both are known and differ; empty text otherwise. */
    String clash(String from, String to) {
        Measure one = MEASURES.get(code(from));
        Measure other = MEASURES.get(code(to));
        return one == null || other == null || one.kind.equals(other.kind)
                ? ""
                : ": " + code(from) + " is a " + one.kind + ", " + code(to) + " a " + other.kind;
    }

    private static String code(String unit) {
        return unit.strip().toUpperCase(Locale.ROOT);
    }
}
