package io.posture.xlsx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * Cells of a sheet that are merged with those below them. A text, day or flag in one stands for every row that it spans. A
 * number does not: it would count several times.
 */
final class MergedAreas {

    private final List<Area> areas;
    private final List<Open> open = new ArrayList<>();
    private int next;
    private long filled;

    private record Area(int firstRow, int lastRow, int column) {}

    private record Open(Area area, String text, CellKind kind) {}

    private MergedAreas(List<Area> areas) {
        this.areas = areas;
    }

    /** Reads which areas of a sheet are merged, which stands behind its cells. */
    static MergedAreas of(WorkbookFile book, WorkbookIndex.Sheet sheet) {
        List<Area> areas = new ArrayList<>();
        if (book.mentions(sheet.part(), "mergeCell")) {
            try (XmlPart xml = book.xml(sheet.part())) {
                while (xml.nextElement()) {
                    if (xml.name().equals("mergeCell")) {
                        add(xml, xml.attribute("ref"), areas);
                    }
                    if (areas.size() > book.limits().mergedAreas()) {
                        throw xml.wrong("there are more than " + book.limits().mergedAreas() + " merged areas");
                    }
                }
            }
        }
        areas.sort(Comparator.comparingInt(Area::firstRow));
        return new MergedAreas(areas);
    }

    /** The same areas before the first row. */
    MergedAreas fromTop() {
        return new MergedAreas(areas);
    }

    /** Puts values from above into the cells of a row; rows come in their order. */
    void fill(SheetReader row) {
        if (areas.isEmpty()) {
            return;
        }
        open.removeIf(one -> one.area().lastRow() < row.row());
        for (Open one : open) {
            if (row.kind(one.area().column()) == CellKind.EMPTY) {
                row.fill(one.area().column(), one.text(), one.kind());
                filled++;
            }
        }
        while (next < areas.size() && areas.get(next).firstRow() <= row.row()) {
            Area area = areas.get(next++);
            CellKind kind = row.kind(area.column());
            boolean spreads = kind == CellKind.TEXT || kind == CellKind.DATE || kind == CellKind.FLAG;
            if (area.firstRow() == row.row() && spreads) {
                open.add(new Open(area, row.text(area.column()), kind));
            }
        }
    }

    /** Cells that took a value from above so far. */
    long filled() {
        return filled;
    }

    private static void add(XmlPart xml, String place, List<Area> areas) {
        int colon = place.indexOf(':');
        if (colon < 0) {
            return;
        }
        OptionalInt first = CellPlace.row(place.substring(0, colon));
        OptionalInt last = CellPlace.row(place.substring(colon + 1));
        OptionalInt column = CellPlace.column(place);
        if (first.isEmpty() || last.isEmpty() || column.isEmpty()) {
            throw xml.wrong("the merged area \"" + place + "\" is no area of a sheet");
        }
        if (last.getAsInt() > first.getAsInt()) {
            areas.add(new Area(first.getAsInt(), last.getAsInt(), column.getAsInt()));
        }
    }
}
