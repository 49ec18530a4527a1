/**
 * Stockpiles, supply networks and the economics of disruption: pure functions on records, published as calculations
 * through the plugin contract.
 */
module io.posture.resilience {
    requires transitive io.posture.api;
    requires transitive io.posture.numerics;
    requires ojalgo;
    requires static org.jspecify;

    exports io.posture.resilience.economics;
    exports io.posture.resilience.network;
    exports io.posture.resilience.simulation;
    exports io.posture.resilience.stockpile;

    opens io.posture.resilience.economics;
    opens io.posture.resilience.network;
    opens io.posture.resilience.sizing;
    opens io.posture.resilience.stockpile;

    provides io.posture.spi.PosturePlugin with
            io.posture.resilience.ResiliencePlugin;
}
