/** The shipped safety stock and order quantity formulas, reached by id through the plugin contract. */
module io.posture.safetystock {
    requires io.posture.api;
    requires transitive io.posture.numerics;
    requires static org.jspecify;

    exports io.posture.safetystock.simulation;

    opens io.posture.safetystock;

    provides io.posture.spi.PosturePlugin with
            io.posture.safetystock.SafetyStockPlugin;
}
