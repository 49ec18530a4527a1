package io.posture.segmentation;

import io.posture.api.FailureRating;
import io.posture.api.Item;
import io.posture.api.Segment;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.spi.Doc;
import io.posture.spi.SegmentationScheme;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * Action priority of the worst failure mode, H, M or L, from a table in the settings; the risk priority number stands
 * beside it. No buffer follows from either: buffers follow the expected loss.
 */
final class FmeaScheme {

    private static final Origin.Formula TABLE =
            new Origin.Formula("seg.actionPriority.row.1", "row of the severity, word of the occurrence", "DOMAIN C.7");
    private static final int WORST = 10;

    private static final Segment UNRATED = Segment.of(
            Segment.NONE,
            Finding.of(
                    "fmea",
                    Segment.NONE,
                    FailureModes.PRIORITY,
                    Finding.unknown(
                            "failureRating",
                            "rate the worst failure mode in items.severity, occurrence and detection")));

    private FmeaScheme() {}

    /** The table of action priorities. */
    record Config(
            @Doc("lowest severity of each row of the table, falling, the last is 1")
            List<Integer> severityFrom,

            @Doc("lowest occurrence of each column, falling, the last is 1")
            List<Integer> occurrenceFrom,

            @Doc("lowest detection of each letter of a cell, falling, the last is 1")
            List<Integer> detectionFrom,

            @Doc("the rows: a word for each column, and in it a letter H, M or L for each detection")
            List<String> rows)
            implements Serializable {

        static final Config DEFAULTS = new Config(
                List.of(9, 7, 4, 2, 1),
                List.of(8, 6, 4, 2, 1),
                List.of(7, 5, 2, 1),
                List.of(
                        "HHHH HHHH HHHM HMLL LLLL",
                        "HHHH HHHM HMMM MMLL LLLL",
                        "HHMM MMML MLLL LLLL LLLL",
                        "MMLL LLLL LLLL LLLL LLLL",
                        "LLLL LLLL LLLL LLLL LLLL"));

        Config {
            severityFrom = bands("severityFrom", severityFrom);
            occurrenceFrom = bands("occurrenceFrom", occurrenceFrom);
            detectionFrom = bands("detectionFrom", detectionFrom);
            rows = List.copyOf(rows);
            String word = "[HML]{" + detectionFrom.size() + "}";
            String shape = word + (" " + word).repeat(occurrenceFrom.size() - 1);
            if (rows.size() != severityFrom.size() || !rows.stream().allMatch(row -> row.matches(shape))) {
                throw new IllegalArgumentException("rows must be " + severityFrom.size() + " of "
                        + occurrenceFrom.size() + " words of " + detectionFrom.size() + " letters H, M or L, were "
                        + rows);
            }
        }

        /** The letter of a rating. */
        String priority(FailureRating rating) {
            int column = band(occurrenceFrom, rating.occurrence());
            int at = column * (detectionFrom.size() + 1) + band(detectionFrom, rating.detection());
            return row(rating).substring(at, at + 1);
        }

        String row(FailureRating rating) {
            return rows.get(band(severityFrom, rating.severity()));
        }

        private static int band(List<Integer> from, int rating) {
            int band = 0;
            while (rating < from.get(band)) {
                band++;
            }
            return band;
        }

        private static List<Integer> bands(String name, List<Integer> from) {
            boolean falling = !from.isEmpty() && from.get(0) <= WORST && from.get(from.size() - 1) == 1;
            for (int i = 1; i < from.size(); i++) {
                falling &= from.get(i) < from.get(i - 1);
            }
            if (!falling) {
                throw new IllegalArgumentException(
                        name + " must hold whole numbers from at most 10 falling to 1, was " + from);
            }
            return List.copyOf(from);
        }
    }

    static SegmentationScheme of(Config config) {
        return SegmentationScheme.perItem(item -> classify(item.profile().item(), config));
    }

    private static Segment classify(Item item, Config config) {
        Optional<FailureRating> found = item.failureRating();
        if (found.isEmpty()) {
            return UNRATED;
        }
        FailureRating rating = found.get();
        List<Explanation> ratings = List.of(
                rating("severity", rating.severity(), item),
                rating("occurrence", rating.occurrence(), item),
                rating("detection", rating.detection(), item));
        Figure rpn = new Figure("rpn", FailureModes.rpn(rating), Unit.COUNT, FailureModes.RPN, ratings);
        String code = config.priority(rating);
        Finding row = new Finding("tableRow", config.row(rating), TABLE, ratings);
        return new Segment(code, List.of(rpn), Finding.of("fmea", code, FailureModes.PRIORITY, row, rpn));
    }

    private static Figure rating(String name, int value, Item item) {
        return Figure.of(
                name,
                value,
                Unit.COUNT,
                new Origin.Input("items." + name, item.rows().toString()));
    }
}
