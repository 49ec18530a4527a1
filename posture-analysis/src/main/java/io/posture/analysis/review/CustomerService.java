package io.posture.analysis.review;

import io.posture.io.CustomerDelivery;
import io.posture.review.ScorecardInputs.CustomerLine;
import io.posture.review.ScorecardInputs.CustomerOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Customers' orders as key figures count them: lines that were due, and how each order went. */
final class CustomerService {

    private static final double NOTHING = 1e-9;

    private final Map<String, Map<String, Line>> orders = new LinkedHashMap<>();
    private final LocalDate asOf;

    /**
     * Orders on a day; lines asked for later are not looked at.
     *
     * @param deliveries rows of order_lines
     */
    CustomerService(List<CustomerDelivery> deliveries, LocalDate asOf) {
        this.asOf = asOf;
        for (CustomerDelivery row : deliveries) {
            String key = row.line() + "\n" + row.item();
            orders.computeIfAbsent(row.order(), order -> new LinkedHashMap<>())
                    .computeIfAbsent(key, line -> new Line())
                    .add(row);
        }
        orders.values().forEach(lines -> lines.values().removeIf(line -> !line.due()));
        orders.values().removeIf(Map::isEmpty);
    }

    /** Lines that were due. */
    List<CustomerLine> lines() {
        List<CustomerLine> all = new ArrayList<>();
        orders.forEach((order, lines) ->
                lines.values().forEach(line -> all.add(new CustomerLine(order, line.ordered, line.onTime()))));
        return all;
    }

    /** Orders with a line that was due. */
    List<CustomerOrder> orders() {
        return orders.values().stream()
                .map(lines -> new CustomerOrder(
                        all(lines.values().stream().map(Line::complete).toList()),
                        all(lines.values().stream().map(Line::completeOnTime).toList()),
                        all(lines.values().stream().map(line -> line.undamaged).toList()),
                        all(lines.values().stream()
                                .map(line -> line.documentsRight)
                                .toList())))
                .toList();
    }

    /** Whether all hold: one that does not decides, else one that is unknown. */
    private static Optional<Boolean> all(List<Optional<Boolean>> parts) {
        if (parts.stream().anyMatch(part -> part.isPresent() && !part.get())) {
            return Optional.of(false);
        }
        return parts.stream().allMatch(Optional::isPresent) ? Optional.of(true) : Optional.empty();
    }

    /** A line of an order with its deliveries. */
    private final class Line {

        private double ordered;
        private Optional<LocalDate> requested = Optional.empty();
        private Optional<Boolean> undamaged = Optional.of(true);
        private Optional<Boolean> documentsRight = Optional.of(true);
        private final List<CustomerDelivery> deliveries = new ArrayList<>();

        void add(CustomerDelivery row) {
            ordered = Math.max(ordered, row.orderedPieces());
            // of several days asked for the first counts, or moving it would make everyone punctual
            requested = requested.isEmpty()
                    ? row.requestedOn()
                    : row.requestedOn()
                            .filter(day -> day.isBefore(requested.get()))
                            .or(() -> requested);
            if (row.deliveredOn().filter(day -> !day.isAfter(asOf)).isPresent()) {
                deliveries.add(row);
                undamaged = all(List.of(undamaged, row.damaged().map(damaged -> !damaged)));
                documentsRight = all(List.of(documentsRight, row.documentsRight()));
            }
        }

        /** Whether it was to be there by now; a line without a day asked for is due once something came. */
        boolean due() {
            return requested.isPresent() ? !requested.get().isAfter(asOf) : !deliveries.isEmpty();
        }

        /** Pieces that came by the day asked for; empty if nobody knows. */
        OptionalDouble onTime() {
            return requested.isEmpty() ? OptionalDouble.empty() : delivered(requested.get());
        }

        Optional<Boolean> complete() {
            return reaches(delivered(asOf));
        }

        Optional<Boolean> completeOnTime() {
            return reaches(onTime());
        }

        private Optional<Boolean> reaches(OptionalDouble pieces) {
            return pieces.isPresent() ? Optional.of(pieces.getAsDouble() >= ordered - NOTHING) : Optional.empty();
        }

        private OptionalDouble delivered(LocalDate last) {
            double sum = 0;
            for (CustomerDelivery delivery : deliveries) {
                if (!delivery.deliveredOn().orElseThrow().isAfter(last)) {
                    if (delivery.deliveredPieces().isEmpty()) {
                        return OptionalDouble.empty();
                    }
                    sum += delivery.deliveredPieces().getAsDouble();
                }
            }
            return OptionalDouble.of(sum);
        }
    }
}
