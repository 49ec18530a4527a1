package io.posture.profile;

import java.util.Optional;
import java.util.OptionalDouble;

/** A purchase-order line of 10 pieces under test; days are counted from {@link Run#DAY_0}. */
record Purchase(
        String sku,
        String supplier,
        int ordered,
        Optional<Integer> received,
        Optional<Integer> promised,
        Optional<Integer> lastPromised,
        String event,
        String lane) {

    /** A line received in full after a lead time. */
    static Purchase of(String sku, String supplier, int ordered, int leadTimeDays) {
        return new Purchase(
                sku,
                supplier,
                ordered,
                Optional.of(ordered + leadTimeDays),
                Optional.empty(),
                Optional.empty(),
                "",
                "");
    }

    /** A line that is not received. */
    static Purchase open(String sku, String supplier, int ordered) {
        return new Purchase(sku, supplier, ordered, Optional.empty(), Optional.empty(), Optional.empty(), "", "");
    }

    Purchase promised(int day) {
        return new Purchase(sku, supplier, ordered, received, Optional.of(day), lastPromised, event, lane);
    }

    Purchase lastPromised(int day) {
        return new Purchase(sku, supplier, ordered, received, promised, Optional.of(day), event, lane);
    }

    Purchase tagged(String disruption) {
        return new Purchase(sku, supplier, ordered, received, promised, lastPromised, disruption, lane);
    }

    Purchase by(String route) {
        return new Purchase(sku, supplier, ordered, received, promised, lastPromised, event, route);
    }

    /** Adds it to a run. */
    void to(Run run) {
        run.builder.receipt(new ReceiptRow(
                "",
                "",
                Run.id(sku),
                supplier,
                Optional.of(Run.day(ordered)),
                promised.map(Run::day),
                received.map(Run::day),
                OptionalDouble.of(10),
                OptionalDouble.of(10),
                0,
                event,
                lane,
                lastPromised.map(Run::day)));
    }
}
