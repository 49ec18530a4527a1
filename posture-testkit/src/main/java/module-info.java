/** Contract tests for plugin authors. */
module io.posture.testkit {
    requires static transitive org.jspecify;
    requires transitive io.posture.api;
    requires transitive io.posture.core;
    requires io.posture.profile;
    requires transitive org.junit.jupiter.api;

    exports io.posture.testkit;

    opens io.posture.testkit;
}
