package io.posture.io;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Keys that may be one and the same, written in several ways: they differ in leading zeros, case or blanks only. */
final class SimilarKeys {

    private SimilarKeys() {}

    /** Groups of such keys, each of at least two, in order. */
    static List<List<String>> among(Collection<String> keys) {
        Map<String, TreeSet<String>> byCore = new TreeMap<>();
        keys.forEach(key ->
                byCore.computeIfAbsent(core(key), core -> new TreeSet<>()).add(key));
        return byCore.values().stream()
                .filter(group -> group.size() > 1)
                .map(List::copyOf)
                .toList();
    }

    private static String core(String key) {
        String plain = key.replaceAll("[\\s\\u00a0]+", "").toUpperCase(Locale.ROOT);
        String digits = plain.replaceFirst("^0+(?=\\d)", "");
        return digits.chars().allMatch(Character::isDigit) ? digits : plain;
    }
}
