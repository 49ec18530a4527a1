package io.posture.io.writeback;

/** How sure it is that a system takes a file as it is written here. */
public enum Status {
    /** The file was read back by what it is for. */
    VERIFIED("verified", "verified"),
    /** Columns are those of the vendor's documents; no such system has read the file yet. */
    FROM_DOCS("from-docs", "columns as documented, not yet read by such a system"),
    /** Columns are from memory. */
    FROM_MEMORY("from-memory", "columns from memory: compare them with your system before the first import");

    private final String id;
    private final String meaning;

    Status(String id, String meaning) {
        this.id = id;
        this.meaning = meaning;
    }

    /** The word for it: {@code from-docs}. */
    public String id() {
        return id;
    }

    /** What that means for the reader. */
    public String meaning() {
        return meaning;
    }
}
