package io.posture.segmentation;

import io.posture.api.Item;
import io.posture.api.ItemProfile;
import io.posture.api.Segment;
import io.posture.api.SegmentedItem;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.numerics.DoubleColumn;
import io.posture.spi.Doc;
import io.posture.spi.SegmentationScheme;
import io.posture.spi.Segmenter;
import io.posture.spi.Tuple;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collector;

/**
 * Value classes: A for the few items that carry most of the annual value at cost, then B, then C. The class follows from
 * the share of the total in items of a higher value, so that equal values share a class and the item that crosses a
 * cut-off goes up.
 */
final class AbcScheme implements SegmentationScheme {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "seg.abc.1",
            "A if the share of value before the item < a, B if < b, else C; value <= 0 is C",
            "Dickie 1951; Silver, Pyke & Thomas 2017");

    private static final Origin.Formula VALUE =
            new Origin.Formula("seg.abc.value.1", "demand per day * 365 * unit cost", "DOMAIN C.1");
    private static final Origin.Formula SHARE_BEFORE =
            new Origin.Formula("seg.abc.share.1", "value of items above this one / value of all items", "DOMAIN C.1");
    private static final Origin.Formula ZERO_VALUE =
            new Origin.Formula("seg.abc.zero.1", "annual value <= 0", "DOMAIN C.1");
    private static final double SLACK = 1e-12;

    private final Config config;

    AbcScheme(Config config) {
        this.config = config;
    }

    /** Cut-offs. */
    record Config(
            @Doc("share of annual value up to which an item is class A, (0, 1)")
            double a,

            @Doc("share of annual value up to which an item is class B, (a, 1]")
            double b)
            implements Serializable {

        static final Config DEFAULTS = new Config(0.80, 0.95);

        Config {
            requireCutOffs("a", a, "b", b);
        }
    }

    /** An item of the calculation. */
    @Tuple
    record ValuedItem(
            @Doc("key of the item") String id,
            @Doc("annual value, money a year") double value) {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("items with their annual value") List<ValuedItem> items,

            @Doc("share of value up to which an item is class A, (0, 1)")
            double aCut,

            @Doc("share of value up to which an item is class B, (aCut, 1]")
            double bCut) {

        Inputs {
            items = List.copyOf(items);
            requireCutOffs("aCut", aCut, "bCut", bCut);
        }
    }

    /** Classes by item id. */
    record Result(Map<String, String> classes) {}

    /** Classes of a small population. */
    static Result classes(Inputs inputs) {
        ValueShares shares = ValueShares.of(
                inputs.items().stream().mapToDouble(ValuedItem::value).toArray());
        Map<String, String> classes = new LinkedHashMap<>();
        for (ValuedItem item : inputs.items()) {
            classes.put(item.id(), code(item.value(), shares.before(item.value()), inputs.aCut(), inputs.bCut()));
        }
        return new Result(classes);
    }

    /**
     * Class of one item.
     *
     * @param value annual value, money a year
     * @param shareBefore share of the population's value in items of a higher value, 0 to 1
     */
    static String code(double value, double shareBefore, double a, double b) {
        if (!(value > 0)) {
            return "C";
        }
        if (shareBefore < a - SLACK) {
            return "A";
        }
        return shareBefore < b - SLACK ? "B" : "C";
    }

    @Override
    public Collector<ItemProfile, ?, ? extends Segmenter> fit() {
        return Collector.of(
                DoubleColumn::new,
                (values, item) -> annualValue(item).ifPresent(values::add),
                DoubleColumn::addAll,
                values -> Fitted.of(config, ValueShares.of(values.toArray())));
    }

    private static OptionalDouble annualValue(ItemProfile item) {
        OptionalDouble cost = item.item().unitCost();
        return cost.isPresent()
                ? OptionalDouble.of(item.demand().perYear() * cost.getAsDouble())
                : OptionalDouble.empty();
    }

    private static void requireCutOffs(String aName, double a, String bName, double b) {
        if (!(0 < a && a < b && b <= 1)) {
            throw new IllegalArgumentException(
                    "need 0 < " + aName + " < " + bName + " <= 1, were " + aName + "=" + a + ", " + bName + "=" + b);
        }
    }

    private record Fitted(Config config, ValueShares shares, Figure a, Figure b) implements Segmenter {

        static Fitted of(Config config, ValueShares shares) {
            return new Fitted(
                    config,
                    shares,
                    Setting.figure("abc", "a", config.a, Unit.SHARE),
                    Setting.figure("abc", "b", config.b, Unit.SHARE));
        }

        @Override
        public Segment classify(SegmentedItem item) {
            Item master = item.profile().item();
            OptionalDouble value = annualValue(item.profile());
            if (value.isEmpty()) {
                Finding unknown = Finding.unknown("unitCost", "deliver items.unit_cost");
                return Segment.of(Segment.NONE, Finding.of("abc", Segment.NONE, FORMULA, unknown));
            }
            double annual = value.getAsDouble();
            double before = shares.before(annual);
            String code = code(annual, before, config.a, config.b);

            Figure annualValue = Figure.of(
                    "annualValue",
                    annual,
                    Unit.MONEY_PER_YEAR,
                    VALUE,
                    item.profile().demand().meanPerDayFigure(),
                    Figure.of(
                            "unitCost",
                            master.unitCost().orElseThrow(),
                            Unit.MONEY_PER_PIECE,
                            new Origin.Input("items.unit_cost", master.rows().toString())));
            Figure shareBefore = Figure.of("cumulativeShareBefore", before, Unit.SHARE, SHARE_BEFORE, annualValue);
            List<Explanation> because = new ArrayList<>();
            because.add(shareBefore);
            because.add(a);
            because.add(b);
            if (!(annual > 0)) {
                because.add(Finding.of("abcFlag", "ZERO_VALUE", ZERO_VALUE, annualValue));
            }
            return new Segment(code, List.of(annualValue, shareBefore), new Finding("abc", code, FORMULA, because));
        }
    }
}
