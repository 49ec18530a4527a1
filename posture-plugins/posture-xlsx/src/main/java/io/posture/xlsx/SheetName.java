package io.posture.xlsx;

import java.util.ArrayList;
import java.util.List;

/** Names that sheets may have. */
final class SheetName {

    private static final int LONGEST = 31;

    private SheetName() {}

    /**
     * Names of the sheets that a result is spread over.
     *
     * @param result name of the result
     * @param sheets how many
     */
    static List<String> of(String result, int sheets) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= sheets; i++) {
            names.add(of(result, i == 1 ? "" : " (" + i + ")", LONGEST));
        }
        return names;
    }

    private static String of(String result, String suffix, int longest) {
        // a name without signs that paths and formulas use; History is a name that Excel keeps for itself
        String name = result.replaceAll("[\\p{Cntrl}/\\\\?*\\[\\]:']", "-").strip();
        String safe = name.isEmpty() ? "Sheet" : name.equalsIgnoreCase("history") ? name + "-" : name;
        int end = Math.min(safe.length(), longest - suffix.length());
        return safe.substring(0, Character.isHighSurrogate(safe.charAt(end - 1)) ? end - 1 : end) + suffix;
    }
}
