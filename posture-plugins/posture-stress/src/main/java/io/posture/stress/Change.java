package io.posture.stress;

/**
 * What is tried out on one item.
 *
 * @param item its number; -1 for none
 * @param extraPieces further stock
 * @param added a further source
 */
record Change(int item, double extraPieces, RampUp added) {

    static final Change NONE = new Change(-1, 0, RampUp.NONE);

    double extraPieces(int of) {
        return of == item ? extraPieces : 0;
    }

    RampUp added(int of) {
        return of == item ? added : RampUp.NONE;
    }
}
