package io.posture.parquet;

import io.posture.io.input.FileChangedException;
import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import io.posture.io.source.RawRow;
import io.posture.io.source.RowHandler;
import io.posture.io.source.SourceTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.apache.parquet.format.RowGroup;

/**
 * A Parquet file with flat columns. Its rows are counted from 1; null is an empty cell. Read row group by row group with one page
 * of each column in memory. Can be read several times; every pass checks that the file has not changed.
 */
final class ParquetTable implements SourceTable {

    private final InputFile file;
    private final Path path;
    private final String stamp;
    private final long bytes;
    private final String sha256;
    private final Footer footer;

    private ParquetTable(InputFile file, Path path, String stamp, long bytes, String sha256, Footer footer) {
        this.file = file;
        this.path = path;
        this.stamp = stamp;
        this.bytes = bytes;
        this.sha256 = sha256;
        this.footer = footer;
    }

    /**
     * Looks at a file and reads its footer.
     *
     * @throws InputException if it is damaged, encrypted, not flat, or not on a disk
     */
    static ParquetTable open(InputFile file) {
        Path path = file.onDisk()
                .orElseThrow(() ->
                        new InputException(file.name() + " is not a file on a disk, which Parquet is read from alone"));
        String stamp = file.stamp();
        try (FileChannel channel = FileChannel.open(path)) {
            Footer footer = Footer.read(file.name(), channel);
            for (RowGroup group : footer.rowGroups()) {
                for (int i = 0; i < footer.columns().size(); i++) {
                    Compression.requireKnown(
                            file.name(),
                            footer.columns().get(i).name(),
                            group.getColumns().get(i).getMeta_data().getCodec());
                }
            }
            return new ParquetTable(file, path, stamp, channel.size(), sha256(file), footer);
        } catch (IOException problem) {
            throw failed(file, problem);
        }
    }

    @Override
    public InputFile file() {
        return file;
    }

    @Override
    public List<String> header() {
        return footer.columns().stream().map(column -> column.name().strip()).toList();
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public String sha256() {
        return sha256;
    }

    @Override
    public String encoding() {
        return "parquet";
    }

    @Override
    public long read(RowHandler handler) {
        requireUnchanged();
        long rows = 0;
        try (FileChannel channel = FileChannel.open(path)) {
            for (RowGroup group : footer.rowGroups()) {
                rows += read(channel, group, rows, handler);
            }
        } catch (IOException problem) {
            throw failed(file, problem);
        }
        requireUnchanged();
        return rows;
    }

    private long read(FileChannel channel, RowGroup group, long before, RowHandler handler) {
        RowGroupReader reader = null;
        String[] cells = new String[footer.columns().size()];
        for (long row = 0; row < group.getNum_rows(); row++) {
            long number = before + row + 1;
            try {
                if (reader == null) {
                    reader = new RowGroupReader(channel, footer, group);
                }
                reader.next(cells);
            } catch (RuntimeException broken) {
                requireUnchanged();
                throw damaged(number, broken);
            }
            handler.row(new RawRow(Math.toIntExact(number), ',', cells));
        }
        return group.getNum_rows();
    }

    /** Whatever a damaged page makes of itself on its way through the decoders. */
    private InputException damaged(long row, RuntimeException broken) {
        Throwable cause = broken;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        boolean said = cause instanceof IllegalStateException || cause instanceof IOException;
        String what =
                said ? String.valueOf(cause.getMessage()) : cause.getClass().getSimpleName();
        InputException problem = Footer.damaged(file.name(), "row " + row + " cannot be read (" + what + ")");
        problem.addSuppressed(broken);
        return problem;
    }

    private void requireUnchanged() {
        String now = file.stamp();
        if (!now.equals(stamp)) {
            throw new FileChangedException(file, stamp, now);
        }
    }

    private static String sha256(InputFile file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(file.open(), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static UncheckedIOException failed(InputFile file, IOException problem) {
        return new UncheckedIOException("cannot read " + file.path() + ": " + problem, problem);
    }
}
