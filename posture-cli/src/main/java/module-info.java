/** The command line. */
module io.posture.cli {
    requires static org.jspecify;
    requires io.posture.analysis;
    requires io.posture.io;
    requires io.posture.review;
    requires info.picocli;
    requires org.slf4j;
    requires ch.qos.logback.classic;

    opens io.posture.cli to
            info.picocli;
}
