package io.posture.analysis.stress;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Collects gaps of the tables. Not thread-safe. */
final class GapLog {

    private final Map<VisibilityGap.Kind, TreeSet<String>> subjects = new EnumMap<>(VisibilityGap.Kind.class);

    GapLog() {}

    void add(VisibilityGap.Kind kind, String subject) {
        subjects.computeIfAbsent(kind, none -> new TreeSet<>()).add(subject);
    }

    List<VisibilityGap> all() {
        List<VisibilityGap> gaps = new ArrayList<>();
        subjects.forEach((kind, names) -> gaps.add(kind.of(List.copyOf(names))));
        return gaps;
    }
}
