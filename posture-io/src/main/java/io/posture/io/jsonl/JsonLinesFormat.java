package io.posture.io.jsonl;

import io.posture.io.input.InputFile;
import io.posture.io.source.SourceTable;
import io.posture.io.source.TableFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** JSON lines: an object for each row, plain or gzip. */
public final class JsonLinesFormat implements TableFormat {

    // an object or a list of objects, behind a byte order mark
    private static final Pattern START =
            Pattern.compile("(\u00EF\u00BB\u00BF)?\\s*(\\{\\s*[\"}]|\\[\\s*\\{).*", Pattern.DOTALL);

    /** The format. */
    public JsonLinesFormat() {}

    @Override
    public String id() {
        return "jsonl";
    }

    @Override
    public List<String> endings() {
        return List.of("jsonl", "ndjson", "jsonl.gz", "ndjson.gz");
    }

    @Override
    public boolean recognises(byte[] start) {
        return START.matcher(new String(start, StandardCharsets.ISO_8859_1)).matches();
    }

    @Override
    public List<String> parts(InputFile file) {
        return List.of();
    }

    @Override
    public SourceTable open(InputFile file) {
        return JsonLinesTable.open(file);
    }
}
