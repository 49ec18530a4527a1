/** Reads the sheets of workbooks as tables and writes results as workbooks, reached through the format services. */
module io.posture.xlsx {
    requires io.posture.io;
    requires java.xml;
    requires static org.jspecify;

    provides io.posture.io.sink.OutputFormat with
            io.posture.xlsx.XlsxOutput;
    provides io.posture.io.source.TableFormat with
            io.posture.xlsx.XlsxFormat;
}
