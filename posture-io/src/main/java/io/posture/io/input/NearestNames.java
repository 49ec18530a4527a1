package io.posture.io.input;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that somebody may have meant. */
public final class NearestNames {

    private static final int SHOWN = 3;

    private NearestNames() {}

    /**
     * The known names that are close to a written one: at most a third of its letters differ (at least two may), case
     * and separators aside.
     *
     * @return up to three, nearest first
     */
    public static List<String> of(String written, Collection<String> known) {
        String plain = plain(written);
        int limit = Math.max(2, plain.length() / 3);
        return known.stream()
                .distinct()
                .filter(name -> distance(plain, plain(name)) <= limit)
                .sorted(Comparator.comparingInt((String name) -> distance(plain, plain(name)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .toList();
    }

    /** {@code " Maybe 'x' or 'y' is meant."}, or nothing when no known name is close. */
    public static String maybe(String written, Collection<String> known) {
        List<String> near = of(written, known);
        return near.isEmpty() ? "" : " Maybe '" + String.join("' or '", near) + "' is meant.";
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]+", "");
    }

    /** Levenshtein distance: insertions, deletions and replacements of one letter. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
