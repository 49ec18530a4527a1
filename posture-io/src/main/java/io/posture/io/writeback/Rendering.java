package io.posture.io.writeback;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Rows as files of a target. Cells are exact: no apostrophe before what a spreadsheet would take for a formula, because a
 * machine reads them. The same rows give the same bytes.
 */
final class Rendering {

    /** The earliest time that a zip can hold. */
    private static final LocalDateTime ZIP_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Target target;
    private final List<Target.Column> columns;
    private final String asOf;
    private final boolean decimalComma;

    Rendering(Target target, List<Field> fields, String asOf, boolean decimalComma) {
        this.target = target;
        this.columns = target.columns(fields);
        this.asOf = asOf;
        this.decimalComma = decimalComma;
    }

    /** A file, not yet on a disk. Its bytes are not to be changed. */
    static final class Rendered {

        private final String name;
        private final int rows;
        private final byte[] bytes;

        private Rendered(String name, int rows, byte[] bytes) {
            this.name = name;
            this.rows = rows;
            this.bytes = bytes;
        }

        String name() {
            return name;
        }

        /** Rows that it holds, without its header. */
        int rows() {
            return rows;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    /** The files that write rows. */
    List<Rendered> writeBack(String stem, List<Row> rows) {
        return files(stem, rows, Row::after);
    }

    /** The files that undo them; rows that cannot be undone are left out. */
    List<Rendered> rollback(String stem, List<Row> rows) {
        List<Row> known = rows.stream()
                .filter(row -> target.repeatsUnchanged()
                        ? row.reversible()
                        : !row.before().isEmpty())
                .toList();
        return files(stem + ".rollback", known, Row::before);
    }

    private List<Rendered> files(String stem, List<Row> rows, Function<Row, Map<Field, BigDecimal>> quantities) {
        int most = target.packing().mostRows();
        if (rows.isEmpty()) {
            return List.of();
        }
        if (rows.size() <= most) {
            return List.of(file(stem, rows, quantities));
        }
        List<Rendered> parts = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += most) {
            List<Row> part = rows.subList(from, Math.min(rows.size(), from + most));
            parts.add(file(stem + ".part-" + (parts.size() + 1), part, quantities));
        }
        return parts;
    }

    private Rendered file(String stem, List<Row> rows, Function<Row, Map<Field, BigDecimal>> quantities) {
        byte[] csv = csv(rows, quantities).getBytes(StandardCharsets.UTF_8);
        String entry = target.packing().zipEntry();
        return entry.isEmpty()
                ? new Rendered(FileName.of(stem + ".csv"), rows.size(), csv)
                : new Rendered(FileName.of(stem + ".zip"), rows.size(), zipped(entry, csv));
    }

    private String csv(List<Row> rows, Function<Row, Map<Field, BigDecimal>> quantities) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(decimalComma ? ';' : ',')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            csv.writeRecord(columns.stream().map(Target.Column::name).toList());
            for (Row row : rows) {
                Map<Field, BigDecimal> numbers = quantities.apply(row);
                csv.writeRecord(columns.stream()
                        .map(column -> cell(column.cell(), row.proposal(), numbers))
                        .toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private String cell(Cell cell, Proposal proposal, Map<Field, BigDecimal> numbers) {
        if (cell instanceof Cell.Key key) {
            return switch (key) {
                case ITEM -> proposal.itemId();
                case SOURCE_KEY_OR_ITEM -> proposal.sourceKey().isEmpty() ? proposal.itemId() : proposal.sourceKey();
                case SOURCE_KEY -> proposal.sourceKey();
                case LOCATION_OR_DEFAULT, LOCATION -> proposal.locationId();
            };
        }
        if (cell instanceof Cell.Quantity quantity) {
            return Optional.ofNullable(numbers.get(quantity.field()))
                    .map(Decimals::plain)
                    .map(text -> decimalComma ? text.replace('.', ',') : text)
                    .orElse("");
        }
        return cell instanceof Cell.Constant constant ? constant.text() : asOf;
    }

    /** Stored, not deflated: what deflating gives differs between machines. */
    private static byte[] zipped(String name, byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(checksum.getValue());
        entry.setTimeLocal(ZIP_TIME);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
