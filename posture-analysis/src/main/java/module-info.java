/** Brings what was read and decided to the engines: the commands call it, and so can a host. */
module io.posture.analysis {
    requires static transitive org.jspecify;
    requires transitive io.posture.io;
    requires transitive io.posture.review;
    requires transitive io.posture.stress;
    requires io.posture.numerics;

    exports io.posture.analysis.review;
}
