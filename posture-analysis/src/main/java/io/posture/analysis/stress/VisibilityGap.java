package io.posture.analysis.stress;

import io.posture.stress.Unknown;
import java.util.List;

/**
 * A part of the map that is missing or was mended.
 *
 * @param code stable kind
 * @param text what is unknown, and what the tests take instead
 * @param subjects items, nodes or links, in order
 */
public record VisibilityGap(String code, String text, List<String> subjects) {

    /** Copies. */
    public VisibilityGap {
        subjects = List.copyOf(subjects);
    }

    static VisibilityGap of(Unknown kind, List<String> subjects) {
        return new VisibilityGap(kind.name(), kind.text(), subjects);
    }

    /** Gaps that the tables show before there is a network. */
    enum Kind {
        NO_DEMAND("nothing was needed of it in the window: it cannot go short and was left out"),
        STOCK("its stock is unknown: none is taken to be there"),
        NO_PLAN("the run proposes no buffer for it: none is taken to be there"),
        WEIGHTS("its shares add up to more than 1: they were read as weights"),
        SURGE("what it can carry as an alternate is unknown: nothing is taken to come from it"),
        OVERDUE_ORDER("an open order is past its promised day: it is taken not to come"),
        BOUGHT_AND_MADE("it is bought and made of components: each is taken to stand in for the other"),
        OWN_DEMAND("its history holds what products took of it: only what is beyond their need is its own demand");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        VisibilityGap of(List<String> subjects) {
            return new VisibilityGap(name(), text, subjects);
        }
    }
}
