package io.posture.resilience.sizing;

import io.posture.numerics.Require;
import io.posture.spi.Doc;
import java.io.Serializable;

/** What a second source is taken to do where nobody says it. */
record AssumedSource(
        @Doc("share of the demand that it would always deliver, (0, 1]")
        double share,

        @Doc("share of the demand that it can carry when the first source fails, 0 to 1")
        double surgeShare)
        implements Serializable {

    private static final long serialVersionUID = 1;

    static final AssumedSource DEFAULTS = new AssumedSource(0.5, 0.5);

    AssumedSource {
        Require.positive("share", Require.share("share", share));
        Require.share("surgeShare", surgeShare);
    }
}
