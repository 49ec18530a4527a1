/** Key figures and reviews: functions for hosts, and calculations through the plugin contract. */
module io.posture.review {
    requires transitive io.posture.api;
    requires io.posture.numerics;
    requires static org.jspecify;

    exports io.posture.review;

    opens io.posture.review;

    provides io.posture.spi.PosturePlugin with
            io.posture.review.ReviewPlugin;
}
