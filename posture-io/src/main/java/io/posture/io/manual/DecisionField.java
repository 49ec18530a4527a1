package io.posture.io.manual;

import io.posture.api.Posture;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A part of a decision that can be set by hand. */
enum DecisionField {
    /** How the item is stocked. */
    POSTURE("how it is stocked"),
    /** Safety stock; the reorder point moves with it. */
    SAFETY_STOCK("pieces; the reorder point moves with it"),
    /** Reorder point. */
    REORDER_POINT("pieces"),
    /** Order quantity. */
    ORDER_QTY("pieces"),
    /** Strategic stock, apart from the safety stock. */
    STRATEGIC_STOCK("pieces held apart from the safety stock");

    private static final Map<String, DecisionField> BY_NAME = byName();

    private final String about;

    DecisionField(String about) {
        this.about = about;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String about() {
        return about;
    }

    static List<String> ids() {
        return List.copyOf(BY_NAME.keySet());
    }

    static Optional<DecisionField> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name.strip().toLowerCase(Locale.ROOT)));
    }

    String allowed() {
        return this == POSTURE
                ? "one of " + Arrays.stream(Posture.values()).map(Posture::code).toList()
                : "a whole number from 0 to 1e15";
    }

    boolean allows(String value) {
        return this == POSTURE ? posture(value).isPresent() : pieces(value);
    }

    /** Decisions are whole pieces. */
    private static boolean pieces(String value) {
        return !value.equals(Fact.UNKNOWN)
                && Fact.ON_HAND.allows(value)
                && Double.parseDouble(value) == Math.rint(Double.parseDouble(value));
    }

    /** The posture of a code. */
    static Optional<Posture> posture(String code) {
        return Arrays.stream(Posture.values())
                .filter(posture -> posture.code().equals(code))
                .findFirst();
    }

    private static Map<String, DecisionField> byName() {
        Map<String, DecisionField> fields = new TreeMap<>();
        Arrays.stream(values()).forEach(field -> fields.put(field.id(), field));
        fields.put("safety_stock_qty", SAFETY_STOCK);
        fields.put("strategic_stock_qty", STRATEGIC_STOCK);
        return fields;
    }
}
