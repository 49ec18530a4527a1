package io.posture.io.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a mapping's knowledge of its files rests on. */
public enum Evidence {
    /** It was run on real files, and the figures were checked. */
    VERIFIED,
    /** Names and meanings are those of the vendor's documentation; it was not run on a real export. */
    FROM_DOCS,
    /** Names and meanings are from memory; it was not run on a real export. */
    FROM_MEMORY;

    /** The word as mappings write it, for example {@code from-docs}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The evidence of a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Evidence of(String word) {
        List<String> words = Arrays.stream(values()).map(Evidence::word).toList();
        int found = words.indexOf(word);
        if (found < 0) {
            throw new IllegalArgumentException("need one of " + words);
        }
        return values()[found];
    }
}
