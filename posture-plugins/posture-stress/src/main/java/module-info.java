/** Stress tests of a supply network: an engine for hosts, and its calculations through the plugin contract. */
module io.posture.stress {
    requires transitive io.posture.api;
    requires io.posture.numerics;
    requires static org.jspecify;

    exports io.posture.stress;

    opens io.posture.stress;

    provides io.posture.spi.PosturePlugin with
            io.posture.stress.StressPlugin;
}
