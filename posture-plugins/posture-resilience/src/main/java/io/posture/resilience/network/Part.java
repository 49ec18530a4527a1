package io.posture.resilience.network;

import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.List;

/**
 * Something that is bought, made or sold.
 *
 * @param id id
 * @param stock on our side, pieces, at least 0
 * @param components what goes into a piece, wherever it is made
 */
public record Part(String id, double stock, List<Use> components) {

    /** A component of a part. */
    public record Use(
            @Doc("id of the part") String part,
            @Doc("pieces of it in one piece, above 0") double perUnit) {

        /** A component with a quantity. */
        public Use {
            Require.positive("perUnit of " + part, perUnit);
        }
    }

    /** A part in its range. */
    public Part {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a part needs an id, was blank");
        }
        Require.notNegative("stock of " + id, stock);
        components = List.copyOf(components);
    }
}
