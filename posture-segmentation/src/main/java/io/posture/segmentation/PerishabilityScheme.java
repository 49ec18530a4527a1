package io.posture.segmentation;

import io.posture.api.Item;
import io.posture.api.Segment;
import io.posture.api.SegmentedItem;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.numerics.Require;
import io.posture.spi.Doc;
import io.posture.spi.SegmentationScheme;
import io.posture.spi.Segmenter;
import java.io.Serializable;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Classes by the days in which stock can be used, a reserve for the customer's remaining life taken off: SHORT, MEDIUM,
 * LONG; NONE for an item that does not perish.
 */
final class PerishabilityScheme implements Segmenter {

    private static final long serialVersionUID = 1;

    private static final Origin.Formula FORMULA = new Origin.Formula(
            "seg.perishability.1",
            "SHORT if usable life < shortDays, MEDIUM if < mediumDays, else LONG; no shelf life is NONE",
            "DOMAIN C.6");
    private static final Origin.Formula USABLE_LIFE =
            new Origin.Formula("item.usableLife.1", "shelf life * usable share", "DOMAIN C.6");

    private final Config config;
    private final Figure usableShare;
    private final Figure shortDays;
    private final Figure mediumDays;

    private PerishabilityScheme(Config config) {
        this.config = config;
        this.usableShare = Setting.figure("perishability", "usableShare", config.usableShare, Unit.SHARE);
        this.shortDays = Setting.figure("perishability", "shortDays", config.shortDays, Unit.DAYS);
        this.mediumDays = Setting.figure("perishability", "mediumDays", config.mediumDays, Unit.DAYS);
    }

    /** The reserve and the cut-offs. */
    record Config(
            @Doc("share of the shelf life in which stock may be used, (0, 1]")
            double usableShare,

            @Doc("usable life below which an item is SHORT, days, above 0")
            double shortDays,

            @Doc("usable life below which an item is MEDIUM, days, above shortDays")
            double mediumDays)
            implements Serializable {

        static final Config DEFAULTS = new Config(0.8, 90, 365);

        Config {
            Require.positive("usableShare", Require.share("usableShare", usableShare));
            if (!(0 < shortDays && shortDays < mediumDays && mediumDays < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "need 0 < shortDays < mediumDays, were shortDays=" + shortDays + ", mediumDays=" + mediumDays);
            }
        }
    }

    static SegmentationScheme of(Config config) {
        return SegmentationScheme.perItem(new PerishabilityScheme(config));
    }

    @Override
    public Segment classify(SegmentedItem segmented) {
        Item item = segmented.profile().item();
        OptionalDouble shelfLife = item.shelfLifeDays();
        Origin.Input input =
                new Origin.Input("items.shelf_life_days", item.rows().toString());
        if (shelfLife.isEmpty()) {
            return Segment.of(
                    Segment.NONE,
                    Finding.of(
                            "perishability", Segment.NONE, FORMULA, Finding.of("shelfLife", "does not perish", input)));
        }
        double days = shelfLife.getAsDouble() * config.usableShare;
        Figure usable = Figure.of(
                "usableLifeDays",
                days,
                Unit.DAYS,
                USABLE_LIFE,
                Figure.of("shelfLifeDays", shelfLife.getAsDouble(), Unit.DAYS, input),
                usableShare);
        String code = days < config.shortDays ? "SHORT" : days < config.mediumDays ? "MEDIUM" : "LONG";
        Finding reason = Finding.of("perishability", code, FORMULA, usable, shortDays, mediumDays);
        return new Segment(code, List.of(usable), reason);
    }
}
