/** Values, explanations and the plugin contracts of posture. Needs nothing but the JDK. */
module io.posture.api {
    requires static transitive org.jspecify;

    exports io.posture.api;
    exports io.posture.explain;
    exports io.posture.spi;
}
