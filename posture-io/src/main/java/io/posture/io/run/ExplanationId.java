package io.posture.io.run;

import io.posture.api.ItemId;

/** Key of an explanation: made from the item's key alone, so that it is the same in every run. */
final class ExplanationId {

    private static final int DIGITS = 16;

    private ExplanationId() {}

    static String of(ItemId item) {
        return "x" + Sha256.of(item.sku() + '\0' + item.site()).substring(0, DIGITS);
    }
}
