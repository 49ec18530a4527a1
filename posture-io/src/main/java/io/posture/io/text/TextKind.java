package io.posture.io.text;

/** What a text file is opened as: what messages call it, and what it cannot begin with. */
public enum TextKind {
    /** Cells separated by signs, below a header line. */
    DELIMITED("it has no header line and no rows", "CSV or CSV.gz", "Maybe save or export it as CSV."),
    /** An object on each line. */
    JSON_LINES("it has no rows", "JSON lines", "Maybe its ending is wrong, or another file is meant.");

    private final String emptiness;
    private final String wanted;
    private final String remedy;

    TextKind(String emptiness, String wanted, String remedy) {
        this.emptiness = emptiness;
        this.wanted = wanted;
        this.remedy = remedy;
    }

    /** What an empty file lacks. */
    String emptiness() {
        return emptiness;
    }

    /** What is needed. */
    String wanted() {
        return wanted;
    }

    /** What to do with a file that is something else. */
    String remedy() {
        return remedy;
    }

    /** What a file that begins so is instead; empty if it may be of this kind. */
    String otherThan(String start) {
        String plain = start.stripLeading();
        if (start.startsWith("PK\u0003\u0004")) {
            return "a zip archive or an Excel workbook (.xlsx)";
        }
        if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return "an old Office document, probably an Excel workbook (.xls) or one with a password";
        }
        if (start.startsWith("PAR1")) {
            return "a Parquet file";
        }
        if (start.startsWith("%PDF")) {
            return "a PDF document";
        }
        if (start.startsWith("\u0089PNG") || start.startsWith("GIF8") || start.startsWith("\u00ff\u00d8\u00ff")) {
            return "a picture";
        }
        if (start.startsWith("Rar!") || start.startsWith("7z\u00bc\u00af")) {
            return "an archive";
        }
        if (this == DELIMITED && (plain.startsWith("{") || plain.startsWith("["))) {
            return "JSON";
        }
        return plain.startsWith("<") ? "HTML or XML" : "";
    }
}
