package io.posture.xlsx;

import static io.posture.xlsx.Book.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.io.input.InputException;
import io.posture.io.input.InputFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no workbook, damaged or a threat: refused with a sentence, before the memory is full. */
class RefusedWorkbookTest {

    private static final String RAW = "<worksheet " + Book.SPACES + "><sheetData>";

    @TempDir
    Path folder;

    @Test
    void emptyFileIsSaidToBeEmpty() throws IOException {
        refused("is empty: it has no bytes", new byte[0]);
    }

    @Test
    void textIsSaidToBeText() throws IOException {
        refused(
                "is no workbook, whatever its name says. Maybe it is text: then call it .csv.",
                "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void archiveOfSomethingElseIsNoWorkbook() throws IOException {
        Book.zip(folder.resolve("book.xlsx"), Map.of("items.csv", "a,b".getBytes(StandardCharsets.UTF_8)));
        refused("is an archive, but no Excel workbook.");
    }

    @Test
    void binaryWorkbookIsNamed() throws IOException {
        Map<String, byte[]> parts =
                new LinkedHashMap<>(new Book().sheet("s", "").parts());
        parts.put(
                "_rels/.rels",
                new String(parts.get("_rels/.rels"), StandardCharsets.UTF_8)
                        .replace("workbook.xml", "workbook.bin")
                        .getBytes(StandardCharsets.UTF_8));
        parts.put("xl/workbook.bin", new byte[] {1});
        Book.zip(folder.resolve("book.xlsx"), parts);
        refused("is a binary Excel workbook (.xlsb).");
    }

    @Test
    void cutOffArchiveIsDamaged() throws IOException {
        byte[] whole = Files.readAllBytes(new Book()
                .sheet("s", row("a", "b") + row("x", 1))
                .in(folder)
                .onDisk()
                .orElseThrow());
        refused("is a workbook that is cut off or damaged", Arrays.copyOf(whole, whole.length / 2));
    }

    @Test
    void cutOffSheetIsDamaged() throws IOException {
        new Book()
                .sheet("s", "")
                .part("xl/worksheets/sheet1.xml", RAW + row("a", "b") + "<row><c><v>5")
                .in(folder);
        refused("is a workbook whose part xl/worksheets/sheet1.xml is cut off or damaged");
    }

    @Test
    void flippedBitIsFoundByTheChecksum() throws IOException {
        Map<String, byte[]> parts =
                new Book().sheet("s", row("a", "b") + row("x", 123456)).parts();
        Path file = folder.resolve("book.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(0);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        byte[] bytes = Files.readAllBytes(file);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("123456");
        bytes[at] = '9';
        refused("checksum of xl/worksheets/sheet1.xml does not match", bytes);
    }

    @Test
    void documentTypeIsRefusedWhateverItSays() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        String sheet = RAW + row("a", "b") + row("&x;", 1) + "</sheetData></worksheet>";
        for (String type : new String[] {
            "<!DOCTYPE worksheet SYSTEM \"http://localhost:1/x.dtd\">",
            "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>",
            "<!DOCTYPE worksheet [<!ENTITY y \"yyyyyyyyyy\"><!ENTITY x \"&y;&y;&y;&y;&y;&y;&y;&y;&y;&y;\">]>",
            "<!DOCTYPE worksheet [<!ENTITY % p SYSTEM \"" + secret.toUri() + "\"> %p; <!ENTITY x \"\">]>"
        }) {
            new Book()
                    .sheet("s", "")
                    .part("xl/worksheets/sheet1.xml", type + sheet)
                    .in(folder);
            refused("declares a document type, which no spreadsheet program does.");
        }
    }

    @Test
    void documentTypesAreRefusedInEveryPart() throws IOException {
        String type = "<!DOCTYPE x [<!ENTITY a \"b\">]>";
        for (String part : new String[] {
            "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedStrings.xml"
        }) {
            Map<String, byte[]> parts = new LinkedHashMap<>(new Book()
                    .strings("<si><t>a</t></si>")
                    .formats("0")
                    .sheet("s", row("a", "b") + row("x", 1))
                    .parts());
            String xml = new String(parts.get(part), StandardCharsets.UTF_8);
            parts.put(part, (type + xml).getBytes(StandardCharsets.UTF_8));
            Book.zip(folder.resolve("book.xlsx"), parts);
            refused("declares a document type");
        }
    }

    @Test
    void unknownEntityIsNoText() throws IOException {
        new Book().sheet("s", row("a", "b") + row("&x;", 1)).in(folder);
        refused("xl/worksheets/sheet1.xml is cut off or damaged");
    }

    @Test
    void partThatIsPackedTooTightlyIsABomb() throws IOException {
        bomb(64 << 20, "<!-- nothing --> ");
        refused("would fill the memory: it is packed more than 200 to 1. Maybe it was made to do harm");
    }

    @Test
    void partThatGrowsTooLargeIsABomb() throws IOException {
        bomb(1 << 20, "<!-- nothing --> ");
        refused(limits(1 << 19, 1L << 30, 1 << 20, 1 << 20), "it holds more than 0 MiB");
    }

    @Test
    void partsTogetherThatGrowTooLargeAreABomb() throws IOException {
        Book book = new Book();
        for (int i = 0; i < 10; i++) {
            book.sheet("s" + i, " ".repeat(1 << 18));
        }
        book.in(folder);
        refused(limits(1 << 19, 1 << 20, 1 << 20, 1 << 20), "would fill the memory: it holds more than ");
    }

    @Test
    void oneEndlessTagIsABomb() throws IOException {
        Map<String, byte[]> parts =
                new LinkedHashMap<>(new Book().sheet("s", "").parts());
        parts.put(
                "xl/worksheets/sheet1.xml",
                ("<worksheet a=\"" + "0123456789".repeat(1 << 16) + "\"/>").getBytes(StandardCharsets.UTF_8));
        Book.zip(folder.resolve("book.xlsx"), parts);
        refused(limits(1L << 30, 1L << 30, 1 << 20, 1 << 16), "it holds a tag or text of more than 0 MiB");
    }

    @Test
    void longSheetOfShortTagsIsNoBomb() throws IOException {
        InputFile book = new Book()
                .sheet("s", row("a", "b") + row("x", 1).repeat(10_000))
                .in(folder);
        XlsxFormat format = new XlsxFormat(limits(1L << 30, 1L << 30, 1, 1 << 16));
        assertEquals(10_000, Read.of(format.open(book.part("s"))).count());
    }

    @Test
    void bytesThatAreNoTextAreRefusedWithoutAWordOnStandardError() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>(
                new Book().sheet("s", row("a", "b") + row("x", 1)).parts());
        byte[] sheet = parts.get("xl/worksheets/sheet1.xml");
        sheet[new String(sheet, StandardCharsets.UTF_8).indexOf('x', 200)] = (byte) 0xFF;
        Book.zip(folder.resolve("book.xlsx"), parts);
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
            refused("in its part xl/worksheets/sheet1.xml there are bytes that are no text in UTF-8 or UTF-16");
        } finally {
            System.setErr(before);
        }
        assertEquals("", said.toString(StandardCharsets.UTF_8));
    }

    @Test
    void deepNestingIsRefused() throws IOException {
        new Book().sheet("s", "<a>".repeat(1000) + "</a>".repeat(1000)).in(folder);
        refused("elements stand within each other more than 64 deep");
    }

    @Test
    void tooManyPartsAreRefused() throws IOException {
        Map<String, byte[]> parts =
                new LinkedHashMap<>(new Book().sheet("s", "").parts());
        for (int i = 0; i < 10_000; i++) {
            parts.put("p" + i, new byte[0]);
        }
        Book.zip(folder.resolve("book.xlsx"), parts);
        refused("its archive holds 10004 parts, more than 10000");
    }

    @Test
    void tooManySharedStringsAreRefused() throws IOException {
        String[] items = new String[101];
        Arrays.fill(items, "<si><t>a</t></si>");
        new Book().strings(items).sheet("s", row("a", "b") + row("x", 1)).in(folder);
        refused(limits(1L << 30, 1L << 30, 100, 1 << 20), "more than 100 different ones");
    }

    @Test
    void rowsOutOfOrderAreDamage() throws IOException {
        new Book()
                .sheet("s", "<row r=\"2\"/>" + "<row r=\"2\"/>" + row("a", "b"))
                .in(folder);
        refused("row \"2\" follows row 2; rows must ascend up to 1048576");
        new Book().sheet("s", "<row r=\"1048577\"><c><v>1</v></c></row>").in(folder);
        refused("row \"1048577\" follows row 0");
    }

    @Test
    void cellsOutsideOfASheetAreDamage() throws IOException {
        for (String place : new String[] {"XFE1", "1", "ZZZZZZZZZZ1", "A1\"/><c r=\"A1"}) {
            new Book()
                    .sheet("s", "<row><c r=\"" + place + "\"><v>1</v></c></row>")
                    .in(folder);
            refused("of row 1 is not behind the one before it");
        }
    }

    @Test
    void textThatIsNotSharedIsDamage() throws IOException {
        new Book()
                .strings("<si><t>a</t></si>")
                .sheet("s", "<row><c t=\"s\"><v>1</v></c></row>")
                .in(folder);
        refused("a cell of row 1 refers to text 1, but there are 1.");
    }

    @Test
    void sheetWithoutTextsHasNoHeader() throws IOException {
        new Book().sheet("s", row(1, 2) + row(3, "4,5")).in(folder);
        refused("book.xlsx[s] has no header: none of its first 2 rows has texts as names of columns.");
    }

    @Test
    void workbookWithoutSheetsToReadSaysSo() throws IOException {
        new Book().sheet("a", "hidden", row("a", "b"), "").sheet("b", "").in(folder);
        refused("book.xlsx has no sheet to read: all of [a, b] are empty or hidden.");
    }

    @Test
    void nameThatCouldBeAPathIsRefused() throws IOException {
        new Book().sheet("../../etc", row("a", "b")).in(folder);
        refused("a sheet has a name that no sheet may have: \"../../etc\"");
    }

    private void bomb(int bytes, String filler) throws IOException {
        Map<String, byte[]> parts =
                new LinkedHashMap<>(new Book().sheet("s", "").parts());
        parts.put(
                "xl/worksheets/sheet1.xml",
                (RAW + filler.repeat(bytes / filler.length())).getBytes(StandardCharsets.UTF_8));
        Book.zip(folder.resolve("book.xlsx"), parts);
    }

    private static Limits limits(long entryBytes, long totalBytes, int strings, int nodeBytes) {
        Limits all = Limits.STANDARD;
        return new Limits(
                all.entries(),
                entryBytes,
                totalBytes,
                all.ratio(),
                all.ratioFromBytes(),
                strings,
                all.stringBytes(),
                all.cellChars(),
                nodeBytes,
                all.depth(),
                all.mergedAreas());
    }

    private void refused(String words, byte[] bytes) throws IOException {
        Files.write(folder.resolve("book.xlsx"), bytes);
        refused(words);
    }

    private void refused(String words) {
        refused(Limits.STANDARD, words);
    }

    private void refused(Limits limits, String words) {
        XlsxFormat format = new XlsxFormat(limits);
        InputFile file = InputFile.of(folder.resolve("book.xlsx"));
        String message = assertThrows(
                        InputException.class,
                        () -> Read.of(format.open(file.part(format.parts(file).get(0)))))
                .getMessage();
        assertTrue(message.contains(words), message);
        assertEquals(0, message.indexOf("book.xlsx"), message);
    }
}
