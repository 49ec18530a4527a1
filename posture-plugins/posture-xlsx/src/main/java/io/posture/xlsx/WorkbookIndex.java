package io.posture.xlsx;

import io.posture.io.input.InputException;
import io.posture.io.input.NearestNames;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a workbook holds.
 *
 * @param file name of the workbook, for messages
 * @param sheets its sheets of cells, in their order
 * @param from1904 whether its days count from 1904
 * @param styles the part with the formats of cells
 * @param strings the part with texts that several cells share
 */
record WorkbookIndex(
        String file, List<Sheet> sheets, boolean from1904, Optional<String> styles, Optional<String> strings) {

    private static final String FORBIDDEN_IN_NAMES = "/\\?*[]:";

    /**
     * A sheet.
     *
     * @param name as its tab has it
     * @param hidden whether the tab is not shown
     * @param part the part with its cells
     */
    record Sheet(String name, boolean hidden, String part) {}

    private record Target(String type, String part) {}

    /** Copies. */
    WorkbookIndex {
        sheets = List.copyOf(sheets);
    }

    /**
     * Reads what there is.
     *
     * @throws InputException if the archive is no workbook
     */
    static WorkbookIndex of(WorkbookFile book) {
        String main = mainPart(book);
        Map<String, Target> targets = targets(book, relationsOf(main), folder(main));
        List<Sheet> sheets = new ArrayList<>();
        boolean from1904 = false;
        try (XmlPart xml = book.xml(main)) {
            if (!xml.nextElement() || !xml.name().equals("workbook")) {
                throw notAWorkbook(book, main);
            }
            while (xml.nextElement()) {
                if (xml.name().equals("workbookPr")) {
                    from1904 = xml.flag("date1904");
                } else if (xml.name().equals("sheet")) {
                    Target target = targets.getOrDefault(xml.attribute("id"), new Target("", ""));
                    if (target.type().equals("worksheet")) {
                        sheets.add(new Sheet(checkedName(xml), !isVisible(xml), target.part()));
                    }
                }
            }
        }
        return new WorkbookIndex(
                book.file(), sheets, from1904, part(targets, "styles"), part(targets, "sharedStrings"));
    }

    /**
     * A sheet by its name, whatever its case.
     *
     * @throws InputException if there is none, naming those there are
     */
    Sheet sheet(String name) {
        return sheets.stream()
                .filter(sheet -> sheet.name().equals(name))
                .findFirst()
                .or(() -> sheets.stream()
                        .filter(sheet -> sheet.name().strip().equalsIgnoreCase(name.strip()))
                        .findFirst())
                .orElseThrow(() -> {
                    List<String> names = sheets.stream().map(Sheet::name).toList();
                    return new InputException(file + " has no sheet '" + name + "'. Sheets: " + names + "."
                            + NearestNames.maybe(name, names));
                });
    }

    private static boolean isVisible(XmlPart xml) {
        String state = xml.attribute("state");
        return state.isEmpty() || state.equals("visible");
    }

    private static String checkedName(XmlPart xml) {
        String name = xml.attribute("name");
        boolean odd = name.isBlank()
                || name.length() > 255
                || name.chars().anyMatch(c -> Character.isISOControl(c) || FORBIDDEN_IN_NAMES.indexOf(c) >= 0);
        if (odd) {
            throw xml.wrong(
                    "a sheet has a name that no sheet may have: \"" + name.replaceAll("\\p{Cntrl}", "?") + "\"");
        }
        return name;
    }

    private static String mainPart(WorkbookFile book) {
        if (!book.has("_rels/.rels")) {
            if (book.has("xl/workbook.xml")) {
                return "xl/workbook.xml";
            }
            throw notAWorkbook(book, "");
        }
        String main = part(targets(book, "_rels/.rels", ""), "officeDocument").orElse("xl/workbook.xml");
        if (!book.has(main) || main.endsWith(".bin")) {
            throw notAWorkbook(book, main);
        }
        return main;
    }

    private static InputException notAWorkbook(WorkbookFile book, String main) {
        String what = " is an archive, but no Excel workbook";
        if (main.endsWith(".bin")) {
            what = " is a binary Excel workbook (.xlsb)";
        } else if (book.has("content.xml")) {
            what = " is an OpenDocument file, no Excel workbook";
        }
        return new InputException(book.file() + what
                + ". Maybe save it as an Excel workbook (.xlsx) or as CSV; unpack an archive first.");
    }

    private static Optional<String> part(Map<String, Target> targets, String type) {
        return targets.values().stream()
                .filter(target -> target.type().equals(type))
                .map(Target::part)
                .findFirst();
    }

    /** Parts of the archive that another part refers to, by id; what is outside of the archive is left out. */
    private static Map<String, Target> targets(WorkbookFile book, String relations, String folder) {
        Map<String, Target> targets = new LinkedHashMap<>();
        if (!book.has(relations)) {
            return targets;
        }
        try (XmlPart xml = book.xml(relations)) {
            while (xml.nextElement()) {
                if (xml.name().equals("Relationship")
                        && !xml.attribute("TargetMode").equals("External")) {
                    String type = xml.attribute("Type");
                    targets.put(
                            xml.attribute("Id"),
                            new Target(
                                    type.substring(type.lastIndexOf('/') + 1),
                                    resolved(folder, xml.attribute("Target"))));
                }
            }
        }
        return targets;
    }

    private static String folder(String part) {
        return part.substring(0, part.lastIndexOf('/') + 1);
    }

    private static String relationsOf(String part) {
        return folder(part) + "_rels/" + part.substring(part.lastIndexOf('/') + 1) + ".rels";
    }

    private static String resolved(String folder, String target) {
        String path = target.startsWith("/") ? target : folder + target;
        Deque<String> steps = new ArrayDeque<>();
        for (String step : path.split("/", -1)) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }
}
