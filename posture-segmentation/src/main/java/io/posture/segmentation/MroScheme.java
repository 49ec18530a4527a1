package io.posture.segmentation;

import io.posture.api.Item;
import io.posture.api.ItemType;
import io.posture.api.Segment;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.spi.SegmentationScheme;
import java.io.Serializable;

/**
 * Maintenance classes: MRO by the type of the item, CRITICAL_SPARE if in addition its failure stops an asset without
 * bypass, NONE for everything else.
 */
final class MroScheme {

    private static final Origin.Formula FORMULA = new Origin.Formula(
            "seg.mro.1",
            "CRITICAL_SPARE if of type MRO and marked as a critical spare, MRO if of that type, else NONE",
            "DOMAIN C.6");
    private static final Origin.Formula NO_EFFECT =
            new Origin.Formula("seg.mro.mark.1", "a critical spare is of type MRO", "DOMAIN C.6");

    private MroScheme() {}

    /** Nothing to set: the class follows from the type and the mark of the item. */
    record Config() implements Serializable {}

    static SegmentationScheme of(Config config) {
        return SegmentationScheme.perItem(item -> classify(item.profile().item()));
    }

    private static Segment classify(Item item) {
        boolean mro = item.type() == ItemType.MRO;
        String code = mro ? item.criticalSpare() ? "CRITICAL_SPARE" : "MRO" : Segment.NONE;
        String rows = item.rows().toString();
        Finding type = Finding.of("itemType", item.type().name(), new Origin.Input("items.item_type", rows));
        Finding mark = Finding.of(
                "criticalSpare",
                item.criticalSpare() ? "yes" : "not marked",
                new Origin.Input("items.critical_spare", rows));
        if (!mro && item.criticalSpare()) {
            Finding warning = Finding.of("warning", "SPARE_NOT_MRO", NO_EFFECT, type, mark);
            return Segment.of(code, Finding.of("mro", code, FORMULA, type, mark, warning));
        }
        return Segment.of(code, Finding.of("mro", code, FORMULA, type, mark));
    }
}
