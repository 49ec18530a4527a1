package io.posture.xlsx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The parts of a workbook that hold no data. */
final class WorkbookParts {

    static final String XML_HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    static final String SHEET_SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /** Style of the header. */
    static final int HEADER_STYLE = 1;

    /** Style of days. */
    static final int DATE_STYLE = 2;

    /** Style of texts: a text stays one when its cell is edited. */
    static final int TEXT_STYLE = 3;

    private static final String DOCUMENT_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE_SPACE = "http://schemas.openxmlformats.org/package/2006";
    private static final String CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    static final String STYLES = XML_HEAD + "<styleSheet xmlns=\"" + SHEET_SPACE + "\">"
            + "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
            + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
            + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            + "<cellXfs count=\"4\">"
            + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
            + "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"/>"
            + "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
            + "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
            + "</cellXfs>"
            + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
            + "</styleSheet>";

    static final String RELATIONS = XML_HEAD + "<Relationships xmlns=\"" + PACKAGE_SPACE + "/relationships\">"
            + "<Relationship Id=\"rId1\" Type=\"" + DOCUMENT_TYPES + "/officeDocument\" Target=\"xl/workbook.xml\"/>"
            + "</Relationships>";

    private WorkbookParts() {}

    /** The list of sheets. */
    static String workbook(List<String> names) {
        StringBuilder xml = new StringBuilder(
                XML_HEAD + "<workbook xmlns=\"" + SHEET_SPACE + "\" xmlns:r=\"" + DOCUMENT_TYPES + "\"><sheets>");
        for (int i = 1; i <= names.size(); i++) {
            xml.append("<sheet name=\"");
            appendEscaped(names.get(i - 1), xml);
            xml.append("\" sheetId=\"")
                    .append(i)
                    .append("\" r:id=\"rId")
                    .append(i)
                    .append("\"/>");
        }
        return xml.append("</sheets></workbook>").toString();
    }

    /** Where the sheets are. */
    static String workbookRelations(int sheets) {
        StringBuilder xml =
                new StringBuilder(XML_HEAD + "<Relationships xmlns=\"" + PACKAGE_SPACE + "/relationships\">");
        for (int i = 1; i <= sheets; i++) {
            relation(xml, i, "worksheet", "worksheets/sheet" + i + ".xml");
        }
        relation(xml, sheets + 1, "styles", "styles.xml");
        return xml.append("</Relationships>").toString();
    }

    /** What each part is. */
    static String contentTypes(int sheets) {
        StringBuilder xml = new StringBuilder(XML_HEAD + "<Types xmlns=\"" + PACKAGE_SPACE + "/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        override(xml, "/xl/workbook.xml", "sheet.main+xml");
        for (int i = 1; i <= sheets; i++) {
            override(xml, "/xl/worksheets/sheet" + i + ".xml", "worksheet+xml");
        }
        override(xml, "/xl/styles.xml", "styles+xml");
        return xml.append("</Types>").toString();
    }

    private static void relation(StringBuilder xml, int id, String type, String target) {
        xml.append("<Relationship Id=\"rId")
                .append(id)
                .append("\" Type=\"")
                .append(DOCUMENT_TYPES)
                .append('/')
                .append(type)
                .append("\" Target=\"")
                .append(target)
                .append("\"/>");
    }

    private static void override(StringBuilder xml, String part, String type) {
        xml.append("<Override PartName=\"")
                .append(part)
                .append("\" ContentType=\"")
                .append(CONTENT)
                .append(type)
                .append("\"/>");
    }

    private static void appendEscaped(String text, StringBuilder xml) {
        try {
            EscapedText.write(text, xml);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory takes everything", impossible);
        }
    }
}
