/** Brings what was read and decided to the engines: the commands call it, and so can a host. */
module io.posture.analysis {
    requires static transitive org.jspecify;
    requires io.posture.numerics;
    requires transitive io.posture.io;
    requires transitive io.posture.resilience;
    requires transitive io.posture.review;
    requires transitive io.posture.stress;

    exports io.posture.analysis.budget;
    exports io.posture.analysis.exposure;
    exports io.posture.analysis.review;
    exports io.posture.analysis.stress;
}
