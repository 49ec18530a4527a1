/** The shipped segmentation schemes, reached by id through the plugin contract. */
module io.posture.segmentation {
    requires io.posture.api;
    requires io.posture.numerics;
    requires static org.jspecify;

    opens io.posture.segmentation;

    provides io.posture.spi.PosturePlugin with
            io.posture.segmentation.SegmentationPlugin;
}
