package io.posture.testkit;

import io.posture.api.NoDecision;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.spi.Contributions;
import io.posture.spi.PluginInfo;
import io.posture.spi.PosturePlugin;
import java.io.Serializable;
import java.util.List;

/** The steps that a plugin under test does not bring: nothing is sized, nothing decided. */
final class PlainSizes implements PosturePlugin {

    static final String ORDER_QUANTITY = "testkit.no-order";
    static final String SAFETY_STOCK = "testkit.no-stock";
    static final String STRATEGY = "testkit.no-decision";

    private static final Origin NOTHING = new Origin.Parameter("testkit", "nothing");

    record NoSettings() implements Serializable {
        private static final long serialVersionUID = 1;
    }

    @Override
    public PluginInfo info() {
        return new PluginInfo(
                "testkit", "1.0.0", PluginInfo.API_VERSION, "Steps that a plugin under test does not bring");
    }

    @Override
    public void contribute(Contributions to) {
        Figure none = Figure.of("nothing", 0, Unit.PIECES, NOTHING);
        to.orderQuantity(ORDER_QUANTITY, new NoSettings(), settings -> item -> none);
        to.safetyStock(SAFETY_STOCK, new NoSettings(), settings -> item -> none);
        to.strategy(
                STRATEGY,
                new NoSettings(),
                settings -> item -> new NoDecision(
                        List.of("strategy"),
                        "The plugin under test brings no strategy.",
                        List.of(Finding.of("strategy", "none", NOTHING))));
    }
}
