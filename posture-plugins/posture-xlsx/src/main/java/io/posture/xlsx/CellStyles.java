package io.posture.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The formats of a workbook's cells, by the number of a cell's style. Immutable. */
final class CellStyles {

    private static final int MOST = 1 << 17;

    private final List<NumberFormat> formats;

    private CellStyles(List<NumberFormat> formats) {
        this.formats = List.copyOf(formats);
    }

    /** Reads the part with the styles; without one every number is plain. */
    static CellStyles of(WorkbookFile book, Optional<String> part) {
        if (part.isEmpty() || !book.has(part.get())) {
            return new CellStyles(List.of());
        }
        Map<Integer, NumberFormat> own = new HashMap<>();
        List<NumberFormat> formats = new ArrayList<>();
        try (XmlPart xml = book.xml(part.get())) {
            boolean cellFormats = false;
            while (xml.nextElement()) {
                switch (xml.name()) {
                    case "numFmt" -> own.put(number(xml, "numFmtId"), NumberFormat.of(xml.attribute("formatCode")));
                    case "cellXfs" -> cellFormats = true;
                    case "cellStyleXfs", "cellStyles", "dxfs" -> cellFormats = false;
                    case "xf" -> {
                        if (cellFormats) {
                            int id = number(xml, "numFmtId");
                            formats.add(own.getOrDefault(id, NumberFormat.builtIn(id)));
                        }
                    }
                    default -> {
                        // fonts, fills and borders do not matter
                    }
                }
                if (own.size() > MOST || formats.size() > MOST) {
                    throw xml.wrong("there are more than " + MOST + " styles");
                }
            }
        }
        return new CellStyles(formats);
    }

    /** How numbers of a style are shown. */
    NumberFormat format(int style) {
        return style >= 0 && style < formats.size() ? formats.get(style) : NumberFormat.PLAIN;
    }

    private static int number(XmlPart xml, String attribute) {
        String text = xml.attribute(attribute);
        if (text.isEmpty()) {
            return 0;
        }
        return CellPlace.count(text).orElseThrow(() -> xml.wrong(attribute + " is \"" + text + "\", need a number"));
    }
}
