package io.posture.io.writeback;

import io.posture.api.ItemId;
import io.posture.io.ItemLocation;
import io.posture.io.ItemLocations;
import java.util.OptionalDouble;

/** What the user's system holds of an item in a test. */
final class Held {

    private String location = "1000";
    private String sourceKey = "";
    private String unit = "C62";
    private OptionalDouble safetyStock = OptionalDouble.empty();
    private OptionalDouble reorderPoint = OptionalDouble.empty();
    private OptionalDouble max = OptionalDouble.empty();
    private OptionalDouble minimumOrder = OptionalDouble.empty();
    private OptionalDouble multiple = OptionalDouble.empty();

    private Held() {}

    static Held nothing() {
        return new Held();
    }

    static Held of(double safetyStock, double reorderPoint, double max) {
        Held held = new Held();
        held.safetyStock = OptionalDouble.of(safetyStock);
        held.reorderPoint = OptionalDouble.of(reorderPoint);
        held.max = OptionalDouble.of(max);
        return held;
    }

    static Held of(double safetyStock) {
        Held held = new Held();
        held.safetyStock = OptionalDouble.of(safetyStock);
        return held;
    }

    Held at(String place) {
        location = place;
        return this;
    }

    Held key(String key) {
        sourceKey = key;
        return this;
    }

    Held minimumOrder(double pieces) {
        minimumOrder = OptionalDouble.of(pieces);
        return this;
    }

    Held multiple(double pieces) {
        multiple = OptionalDouble.of(pieces);
        return this;
    }

    ItemLocation location() {
        return new ItemLocation(1, location, sourceKey, unit, safetyStock, reorderPoint, max, minimumOrder, multiple);
    }

    /** Adds it to a table. */
    ItemLocations in(ItemLocations table, String item) {
        table.add(ItemId.of(item), location());
        return table;
    }
}
