package io.posture.io.mapping;

import io.posture.io.input.MappingException;

/** A text that a regular expression may look at only so often, so that no pattern of a mapping runs for ever. */
final class BoundedText implements CharSequence {

    private static final int MOST_LOOKS = 1_000_000;

    private final String text;
    private final int[] looks;

    BoundedText(String text) {
        this(text, new int[1]);
    }

    private BoundedText(String text, int[] looks) {
        this.text = text;
        this.looks = looks;
    }

    @Override
    public char charAt(int index) {
        if (++looks[0] > MOST_LOOKS) {
            throw new MappingException("a regular expression of the mapping takes too long on \""
                    + text.substring(0, Math.min(60, text.length()))
                    + "\". Maybe it nests repetitions, as (a+)+ does.");
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new BoundedText(text.substring(start, end), looks);
    }

    @Override
    public String toString() {
        return text;
    }
}
