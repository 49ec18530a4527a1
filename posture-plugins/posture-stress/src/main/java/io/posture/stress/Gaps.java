package io.posture.stress;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects what is unknown. Not thread-safe. */
final class Gaps {

    private final Map<Unknown, List<String>> subjects = new EnumMap<>(Unknown.class);

    void add(Unknown kind, String subject) {
        List<String> known = subjects.computeIfAbsent(kind, none -> new ArrayList<>());
        // links and sources of one subject follow each other
        if (known.isEmpty() || !known.get(known.size() - 1).equals(subject)) {
            known.add(subject);
        }
    }

    /** Subjects by kind, in the order in which they were met. */
    Map<Unknown, List<String>> all() {
        Map<Unknown, List<String>> copies = new EnumMap<>(Unknown.class);
        subjects.forEach((kind, list) -> copies.put(kind, List.copyOf(list)));
        return Collections.unmodifiableMap(copies);
    }
}
