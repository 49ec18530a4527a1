package io.posture.io;

import java.util.List;

/** Names within a sentence. */
final class NameList {

    private static final int SHOWN = 10;

    private NameList() {}

    /** The first names and how many more there are. */
    static String of(List<String> names) {
        String more = names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "";
        return String.join(", ", names.subList(0, Math.min(SHOWN, names.size()))) + more;
    }
}
