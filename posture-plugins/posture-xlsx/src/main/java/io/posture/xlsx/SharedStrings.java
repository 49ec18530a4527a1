package io.posture.xlsx;

import io.posture.io.input.InputException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;

/** The texts that cells of a workbook share, kept as bytes: a million of them are no million objects. */
final class SharedStrings {

    private final WorkbookFile book;
    private byte[] bytes = new byte[1 << 12];
    private int[] ends = new int[1 << 8];
    private int count;

    private SharedStrings(WorkbookFile book) {
        this.book = book;
    }

    /**
     * Reads them.
     *
     * @throws InputException if there are too many
     */
    static SharedStrings of(WorkbookFile book, Optional<String> part) {
        SharedStrings strings = new SharedStrings(book);
        if (part.isPresent() && book.has(part.get())) {
            try (XmlPart xml = book.xml(part.get())) {
                StringBuilder text = new StringBuilder();
                while (xml.nextElement()) {
                    if (xml.name().equals("si")) {
                        text.setLength(0);
                        appendRichText(xml, "si", text);
                        strings.add(EscapedText.read(text));
                    }
                }
            }
        }
        return strings;
    }

    /**
     * Adds the text within an element, however many runs of different looks it has; without hints for pronunciation.
     *
     * @param xml at the start of the element
     * @param element its name
     * @param text takes the text
     */
    static void appendRichText(XmlPart xml, String element, StringBuilder text) {
        boolean shown = false;
        boolean hint = false;
        int event = xml.next();
        while (event != XMLStreamConstants.END_DOCUMENT) {
            if (event == XMLStreamConstants.CHARACTERS) {
                if (shown) {
                    xml.appendText(text);
                }
            } else {
                boolean start = event == XMLStreamConstants.START_ELEMENT;
                String name = xml.name();
                if (!start && name.equals(element)) {
                    return;
                }
                hint = name.equals("rPh") ? start : hint;
                shown = start && name.equals("t") && !hint;
            }
            event = xml.next();
        }
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /**
     * One of them.
     *
     * @param index from 0, below the count
     */
    String text(int index) {
        int from = index == 0 ? 0 : ends[index - 1];
        return new String(bytes, from, ends[index] - from, StandardCharsets.UTF_8);
    }

    private void add(String text) {
        byte[] added = text.getBytes(StandardCharsets.UTF_8);
        int from = count == 0 ? 0 : ends[count - 1];
        Limits limits = book.limits();
        if (count == limits.strings() || from + (long) added.length > limits.stringBytes()) {
            throw new InputException(book.file() + " is refused, because its texts would fill the memory: more than "
                    + limits.strings() + " different ones, or " + (limits.stringBytes() >> 20)
                    + " MiB of them. Maybe save its sheets as CSV.");
        }
        if (from + added.length > bytes.length) {
            bytes = Arrays.copyOf(
                    bytes, Math.max(from + added.length, (int) Math.min(2L * bytes.length, limits.stringBytes())));
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, Math.min(2 * ends.length, limits.strings()));
        }
        System.arraycopy(added, 0, bytes, from, added.length);
        ends[count++] = from + added.length;
    }
}
