package io.posture.core;

import io.posture.api.Bucket;
import io.posture.api.DemandClass;
import io.posture.api.DemandHistory;
import io.posture.api.DemandProfile;
import io.posture.api.ItemId;
import io.posture.api.ItemProfile;
import io.posture.api.ItemState;
import io.posture.api.NoDecision;
import io.posture.api.Posture;
import io.posture.api.PostureDecision;
import io.posture.api.RowRefs;
import io.posture.api.Segment;
import io.posture.api.SizedItem;
import io.posture.api.StockPosition;
import io.posture.api.SupplyProfile;
import io.posture.api.Verdict;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.spi.Contributions;
import io.posture.spi.Doc;
import io.posture.spi.PluginInfo;
import io.posture.spi.PosturePlugin;
import io.posture.spi.SegmentationScheme;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Items and plugins for the tests of the core. */
public final class Fixtures {

    public static final Origin.Formula RULE = new Origin.Formula("fixture.1", "as the test says", "the test");

    private Fixtures() {}

    /** An item whose demand is one number a week. */
    public static ItemProfile item(String sku, double perWeek) {
        ItemId id = ItemId.of(sku);
        return new ItemProfile(
                () -> id,
                ItemState.ACTIVE,
                new DemandProfile(
                        DemandHistory.of(LocalDate.of(2026, 1, 5), Bucket.WEEK, perWeek, perWeek),
                        DemandClass.SMOOTH,
                        perWeek / 7,
                        OptionalDouble.of(0),
                        OptionalDouble.of(1),
                        OptionalDouble.of(0),
                        perWeek / 7,
                        0,
                        OptionalDouble.empty(),
                        false,
                        2 * perWeek,
                        OptionalInt.of(1),
                        0,
                        RowRefs.NONE),
                SupplyProfile.UNKNOWN,
                StockPosition.UNKNOWN);
    }

    /** A configuration with a rule between its components. */
    public record Cut(
            @Doc("first, (0, second)") double first,
            @Doc("second, (first, 1]") double second) implements Serializable {

        private static final long serialVersionUID = 1;

        public Cut {
            if (!(0 < first && first < second && second <= 1)) {
                throw new IllegalArgumentException(
                        "need 0 < first < second <= 1, were first=" + first + ", second=" + second);
            }
        }
    }

    /** No settings. */
    public record None() implements Serializable {
        private static final long serialVersionUID = 1;
    }

    /** A plugin that offers what a test wants. */
    public static PosturePlugin plugin(String id, Consumer<Contributions> offers) {
        return plugin(new PluginInfo(id, "1.2.3", PluginInfo.API_VERSION, "for a test"), offers);
    }

    /** A plugin that says of itself what a test wants. */
    public static PosturePlugin plugin(PluginInfo info, Consumer<Contributions> offers) {
        return new PosturePlugin() {
            @Override
            public PluginInfo info() {
                return info;
            }

            @Override
            public void contribute(Contributions to) {
                offers.accept(to);
            }
        };
    }

    /** A scheme that gives every item the same code. */
    public static SegmentationScheme always(String code) {
        return SegmentationScheme.perItem(item -> Segment.of(code, Finding.of("always", code, RULE)));
    }

    /** The steps besides segmentation: orders a week, holds half of it, decides by whether an item has demand. */
    public static void sizesAndStrategy(Contributions to) {
        to.orderQuantity(
                "week",
                new None(),
                none -> item -> pieces(
                        "orderQuantity", item.profile().demand().history().pieces(0)));
        to.safetyStock(
                "half",
                new None(),
                none -> item -> pieces(
                        "safetyStock", item.pieces(SizedItem.ORDER_QUANTITY).orElseThrow() / 2));
        to.strategy("demand", new None(), none -> Fixtures::decide);
    }

    /** A pipeline of the steps of {@link #sizesAndStrategy}. */
    public static PipelineSpec spec(Step... segmentations) {
        return new PipelineSpec(List.of(segmentations), Step.of("week"), Step.of("half"), Step.of("demand"));
    }

    public static Figure pieces(String name, double value) {
        return Figure.of(name, value, Unit.PIECES, RULE);
    }

    private static Verdict decide(SizedItem item) {
        Explanation safetyStock = item.size(SizedItem.SAFETY_STOCK);
        if (!(safetyStock instanceof Figure figure) || figure.value() == 0) {
            return new NoDecision(List.of("demand"), "No demand.", List.of(safetyStock));
        }
        return new PostureDecision(
                item.id(),
                Posture.HYBRID,
                "SAFETY_STOCK",
                "FIXTURE",
                "It has demand.",
                figure,
                PostureDecision.STRATEGIC_STOCK_NOT_SIZED,
                figure,
                figure,
                List.copyOf(item.segmented().segments().values().stream()
                        .map(Segment::reason)
                        .toList()),
                List.of());
    }
}
