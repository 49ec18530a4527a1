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
        subjects.computeIfAbsent(kind, none -> new ArrayList<>()).add(subject);
    }

    /** Subjects by kind, sorted, each once. */
    Map<Unknown, List<String>> all() {
        Map<Unknown, List<String>> copies = new EnumMap<>(Unknown.class);
        subjects.forEach((kind, list) ->
                copies.put(kind, list.stream().distinct().sorted().toList()));
        return Collections.unmodifiableMap(copies);
    }
}
