package io.posture.xlsx;

import io.posture.io.input.InputFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook out of hand-written XML, so that it can be as odd as real ones are. */
final class Book {

    static final String SPACES = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
            + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private static final String TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final List<String> sheets = new ArrayList<>();
    private final StringBuilder relations = new StringBuilder();
    private String properties = "";

    /** A shown sheet with rows, as within {@code sheetData}. */
    Book sheet(String name, String rows) {
        return sheet(name, "visible", rows, "");
    }

    /** A sheet. */
    Book sheet(String name, String state, String rows, String behind) {
        int id = sheets.size() + 1;
        sheets.add(
                "<sheet name=\"" + name + "\" sheetId=\"" + id + "\" state=\"" + state + "\" r:id=\"rId" + id + "\"/>");
        relation("rId" + id, "worksheet", "worksheets/sheet" + id + ".xml");
        return part(
                "xl/worksheets/sheet" + id + ".xml",
                "<worksheet " + SPACES + "><sheetData>" + rows + "</sheetData>" + behind + "</worksheet>");
    }

    /** Texts that cells share. */
    Book strings(String... items) {
        relation("rIdS", "sharedStrings", "sharedStrings.xml");
        return part("xl/sharedStrings.xml", "<sst " + SPACES + ">" + String.join("", items) + "</sst>");
    }

    /** Formats: style 0 is general, the others are these codes in their order. */
    Book formats(String... codes) {
        StringBuilder own = new StringBuilder();
        StringBuilder cells = new StringBuilder("<xf numFmtId=\"0\"/>");
        for (int i = 0; i < codes.length; i++) {
            own.append("<numFmt numFmtId=\"")
                    .append(164 + i)
                    .append("\" formatCode=\"")
                    .append(codes[i])
                    .append("\"/>");
            cells.append("<xf numFmtId=\"").append(164 + i).append("\"/>");
        }
        relation("rIdF", "styles", "styles.xml");
        return part(
                "xl/styles.xml",
                "<styleSheet " + SPACES + "><numFmts>" + own
                        + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>" + "<cellXfs>" + cells
                        + "</cellXfs></styleSheet>");
    }

    /** Days count from 1904. */
    Book from1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    /** A part as it stands. */
    Book part(String name, String xml) {
        return part(name, xml.getBytes(StandardCharsets.UTF_8));
    }

    /** A part as it stands. */
    Book part(String name, byte[] bytes) {
        parts.put(name, bytes);
        return this;
    }

    /** Parts by name, those that hold the others together included. */
    Map<String, byte[]> parts() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        String relationSpace = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
        all.put(
                "_rels/.rels",
                (relationSpace + "<Relationship Id=\"r\" Type=\"" + TYPES
                                + "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")
                        .getBytes(StandardCharsets.UTF_8));
        all.put(
                "xl/workbook.xml",
                ("<workbook " + SPACES + ">" + properties + "<sheets>" + String.join("", sheets)
                                + "</sheets></workbook>")
                        .getBytes(StandardCharsets.UTF_8));
        all.put(
                "xl/_rels/workbook.xml.rels",
                (relationSpace + relations + "</Relationships>").getBytes(StandardCharsets.UTF_8));
        all.putAll(parts);
        return all;
    }

    /** Writes it into a folder. */
    InputFile in(Path folder) throws IOException {
        return InputFile.of(zip(folder.resolve("book.xlsx"), parts()));
    }

    /** Writes parts into an archive. */
    static Path zip(Path file, Map<String, byte[]> parts) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    /** A row of texts and numbers without places. */
    static String row(Object... cells) {
        StringBuilder row = new StringBuilder("<row>");
        for (Object cell : cells) {
            row.append(
                    cell instanceof Number
                            ? "<c><v>" + cell + "</v></c>"
                            : "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    private void relation(String id, String type, String target) {
        relations
                .append("<Relationship Id=\"")
                .append(id)
                .append("\" Type=\"")
                .append(TYPES)
                .append(type)
                .append("\" Target=\"")
                .append(target)
                .append("\"/>");
    }
}
