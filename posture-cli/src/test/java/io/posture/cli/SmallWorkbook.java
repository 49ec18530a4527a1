package io.posture.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook made by hand out of text tables, as a spreadsheet program would hold them: numbers as numbers, days as serials. */
final class SmallWorkbook {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String RELATIONS =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private final List<String> names = new ArrayList<>();
    private final List<String> sheets = new ArrayList<>();

    /**
     * Adds a sheet.
     *
     * @param name its name, an exclamation mark before it if it is hidden
     * @param lines rows with commas between the cells
     */
    SmallWorkbook sheet(String name, List<String> lines) {
        StringBuilder rows = new StringBuilder();
        for (String line : lines) {
            rows.append("<row>");
            for (String cell : line.split(",", -1)) {
                rows.append(cell(cell));
            }
            rows.append("</row>");
        }
        names.add(name);
        sheets.add("<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>");
        return this;
    }

    /** Writes it. */
    Path write(Path file) throws IOException {
        StringBuilder list = new StringBuilder();
        StringBuilder targets = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            boolean hidden = names.get(i).startsWith("!");
            list.append("<sheet name=\"" + (hidden ? names.get(i).substring(1) : names.get(i)) + "\" sheetId=\""
                    + (i + 1) + "\" r:id=\"rId" + i + "\"" + (hidden ? " state=\"hidden\"" : "") + "/>");
            targets.append(relation("rId" + i, "worksheet", "worksheets/sheet" + i + ".xml"));
        }
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            part(
                    zip,
                    "_rels/.rels",
                    RELATIONS + relation("a", "officeDocument", "xl/workbook.xml") + "</Relationships>");
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + TYPES + "\"><sheets>" + list
                            + "</sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    RELATIONS + targets + relation("b", "styles", "styles.xml") + "</Relationships>");
            part(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet xmlns=\"" + MAIN
                            + "\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
            for (int i = 0; i < sheets.size(); i++) {
                part(zip, "xl/worksheets/sheet" + i + ".xml", sheets.get(i));
            }
        }
        return file;
    }

    private static String cell(String text) {
        if (text.isEmpty()) {
            return "<c/>";
        }
        if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
            return "<c s=\"1\"><v>" + ChronoUnit.DAYS.between(DAY_ZERO, LocalDate.parse(text)) + "</v></c>";
        }
        return text.matches("-?\\d+(\\.\\d+)?")
                ? "<c><v>" + text + "</v></c>"
                : "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + TYPES + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
