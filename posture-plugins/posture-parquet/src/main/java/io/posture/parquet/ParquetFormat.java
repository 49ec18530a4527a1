package io.posture.parquet;

import io.posture.io.input.InputFile;
import io.posture.io.source.SourceTable;
import io.posture.io.source.TableFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Parquet files with flat columns. */
public final class ParquetFormat implements TableFormat {

    /** The format. */
    public ParquetFormat() {}

    @Override
    public String id() {
        return "parquet";
    }

    @Override
    public List<String> endings() {
        return List.of("parquet");
    }

    @Override
    public boolean recognises(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        return text.startsWith(Footer.MAGIC) || text.startsWith(Footer.ENCRYPTED_MAGIC);
    }

    @Override
    public List<String> parts(InputFile file) {
        return List.of();
    }

    @Override
    public SourceTable open(InputFile file) {
        return ParquetTable.open(file);
    }
}
