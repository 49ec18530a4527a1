package io.posture.io.writeback;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A quantity of an item that the user's system holds and a run proposes. */
public enum Field {
    /** Safety stock. */
    SAFETY_STOCK,
    /** Level at which an order is placed. */
    REORDER_POINT,
    /** Level to order up to. */
    MAX,
    /** What an order at the reorder point fills up to the maximum: the maximum less the reorder point. */
    ORDER_QUANTITY;

    /** Name as options and cover sheets write it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field of a name, whatever its case. */
    public static Optional<Field> find(String id) {
        return Arrays.stream(values())
                .filter(field -> field.name().equalsIgnoreCase(id))
                .findFirst();
    }

    /** Names of fields, separated by commas. */
    static String list(List<Field> fields) {
        return String.join(", ", fields.stream().map(Field::id).toList());
    }
}
