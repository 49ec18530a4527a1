package io.posture.stress;

import java.util.List;

/**
 * What is tried out on one item.
 *
 * @param item its number; -1 for none
 * @param extraPieces further stock
 * @param added further sources
 */
record Change(int item, double extraPieces, List<Source> added) {

    static final Change NONE = new Change(-1, 0, List.of());

    double extraPieces(int of) {
        return of == item ? extraPieces : 0;
    }

    List<Source> added(int of) {
        return of == item ? added : List.of();
    }
}
