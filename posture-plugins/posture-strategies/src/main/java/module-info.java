/** The shipped posture strategies, reached by id through the plugin contract. */
module io.posture.strategies {
    requires io.posture.api;
    requires io.posture.numerics;
    requires static org.jspecify;

    opens io.posture.strategies;

    provides io.posture.spi.PosturePlugin with
            io.posture.strategies.StrategiesPlugin;
}
