/** Reads canonical tables, also through mappings, and writes run folders. */
module io.posture.io {
    requires static transitive org.jspecify;
    requires transitive io.posture.core;
    requires transitive io.posture.profile;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.dataformat.yaml;
    requires de.siegmar.fastcsv;

    exports io.posture.io;
    exports io.posture.io.input;
    exports io.posture.io.manual;
    exports io.posture.io.policy;
    exports io.posture.io.run;
    exports io.posture.io.scenario;
    exports io.posture.io.sink;
    exports io.posture.io.source;
    exports io.posture.io.writeback;

    uses io.posture.io.sink.OutputFormat;
    uses io.posture.io.source.TableFormat;
    uses io.posture.io.source.TableStore;
}
