/** Finds plugins, wires them into a pipeline and runs items through it. */
module io.posture.core {
    requires static transitive org.jspecify;
    requires transitive io.posture.api;
    requires transitive com.google.guice;
    requires jakarta.inject;
    requires com.google.common; // Guice is an automatic module and cannot say that it needs Guava
    requires transitive com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jdk8;
    requires com.fasterxml.jackson.datatype.jsr310;
    requires org.slf4j;

    exports io.posture.core;
    exports io.posture.core.plugin;

    opens io.posture.core to
            com.google.guice;

    uses io.posture.spi.PosturePlugin;
}
