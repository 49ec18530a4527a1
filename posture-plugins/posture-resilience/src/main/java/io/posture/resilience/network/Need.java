package io.posture.resilience.network;

import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.util.LinkedHashSet;
import java.util.List;

/** Something that a site needs to make a piece, from any of some other sites. */
public record Need(
        @Doc("ids of the sites that deliver it, any of them; none if nobody does")
        List<String> from,

        @Doc("pieces of it in one piece made, above 0") double perUnit) {

    /** A need with a quantity. */
    public Need {
        from = List.copyOf(new LinkedHashSet<>(from));
        Require.positive("perUnit", perUnit);
    }
}
