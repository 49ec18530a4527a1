package io.posture.profile;

import io.posture.api.LeadTimeEvidence.Line;
import io.posture.api.LeadTimeEvidence.Use;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Puts the receipt lines of one item together, used ones and those left out, in an order that does not depend on the input. */
final class ReceiptEvidence {

    private static final Comparator<Line> IN_TIME = Comparator.comparing(
                    (Line line) -> line.orderDate().orElse(LocalDate.MAX))
            .thenComparingDouble(line -> line.days().orElse(0))
            .thenComparing(Line::po)
            .thenComparing(Line::line)
            .thenComparing(Line::use)
            .thenComparing(line -> line.rows().toString());

    private final RowSource source;
    private final Promises promises;
    private final List<Line> lines = new ArrayList<>();

    /**
     * No line yet.
     *
     * @param source files of the receipts
     * @param promises the lines against what was promised
     */
    ReceiptEvidence(RowSource source, Promises promises) {
        this.source = source;
        this.promises = promises;
    }

    /**
     * Adds the lines of one supplier.
     *
     * @param sample the lead times made from them
     * @param all its lines, those without a usable order date included
     */
    void add(LeadTimeSample sample, List<PurchaseLine> all) {
        List<Line> ofSupplier = new ArrayList<>(all.size());
        sample.forEach((ordered, use) -> ofSupplier.add(dated(ordered, use)));
        all.stream()
                .filter(line -> line.orderDay().isEmpty())
                .map(line -> line(
                        line,
                        Optional.empty(),
                        OptionalDouble.empty(),
                        line.orderedAfterReceipt() ? Use.ORDERED_AFTER_RECEIPT : Use.ORDER_DATE_UNKNOWN))
                .forEach(ofSupplier::add);
        ofSupplier.sort(IN_TIME);
        lines.addAll(ofSupplier);
    }

    /** The lines, supplier by supplier as they were added. */
    List<Line> lines() {
        return lines;
    }

    private Line dated(OrderedLine ordered, Use use) {
        Optional<LocalDate> complete = ordered.closed()
                ? Optional.of(LocalDate.ofEpochDay(Math.round(ordered.orderDay() + ordered.days())))
                : Optional.empty();
        return line(ordered.line(), complete, OptionalDouble.of(ordered.days()), use);
    }

    private Line line(PurchaseLine line, Optional<LocalDate> complete, OptionalDouble days, Use use) {
        return new Line(
                line.supplier(),
                line.po(),
                line.number(),
                date(line.statedOrderDay()),
                complete,
                days,
                use,
                promises.due(line),
                source.refs(line.rows().stream().mapToInt(Integer::intValue).toArray()));
    }

    private static Optional<LocalDate> date(OptionalInt day) {
        return day.isPresent() ? Optional.of(LocalDate.ofEpochDay(day.getAsInt())) : Optional.empty();
    }
}
