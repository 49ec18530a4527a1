package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.cli.SpoiltData.Run;
import io.posture.io.DataSet;
import io.posture.io.Import;
import io.posture.io.input.FileChangedException;
import io.posture.io.policy.Policy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are something else than they seem: said exactly, exit code 3, and nothing is written. */
class BadFilesTest {

    private static final byte[] OLE = bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
    private static final String LFS_POINTER =
            "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 12345\n";

    @TempDir
    private Path work;

    private SpoiltData data = new SpoiltData(Path.of("target/none"));

    @BeforeEach
    void soundData() {
        data = new SpoiltData(work);
    }

    @Test
    void emptyFileIsSaidToBeEmpty() {
        data.put("items.csv", bytes()).refused(3, "items.csv is empty: it has no header line and no rows");
        data.put("items.csv", bytes(0xef, 0xbb, 0xbf)).refused(3, "items.csv is empty");
        data.put("items.csv", "", "").refused(3, "items.csv is empty");
    }

    @Test
    void headerWithoutRowsIsSaid() {
        data.put("demand.csv", "item_id,date,quantity")
                .refused(3, "demand.csv has a header line, but no rows; table demand needs some.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%PDF-1.7 | is a PDF document, need CSV or CSV.gz. Maybe save or export it as CSV.",
                "<html><table><tr><td>item_id</td></tr></table></html> | is HTML or XML, need CSV or CSV.gz.",
                "<?xml version=\"1.0\"?><rows/> | is HTML or XML, need CSV or CSV.gz.",
                "GIF89a | is a picture, need CSV or CSV.gz.",
                "Rar! | is an archive, need CSV or CSV.gz.",
                "[{\"item_id\": \"bolt\"}] | begins as a JSON array, need JSON lines",
                "item_id,item_id | has the column 'item_id' twice, as columns 1 and 2."
            })
    void textOfAnotherKindIsNamed(String text, String said) {
        data.put("items.csv", text).refused(3, "items.csv " + said);
    }

    @Test
    void bytesOfAnotherKindAreNamed() throws IOException {
        data.put("items.csv", bytes(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'))
                .refused(3, "items.csv is a picture");
        data.put("items.csv", bytes('i', 't', 0, 'm'))
                .refused(3, "items.csv is not a text file: it contains zero bytes.");
        data.put("items.csv", zip("word/document.xml", "<w/>"))
                .refused(3, "items.csv is an archive, but no Excel workbook.");
        data.put("items.csv", cutOff(gzip("item_id,unit_cost\n" + "bolt,1\n".repeat(1000))))
                .refused(3, "items.csv is gzip, but its compressed data is cut off or damaged");
    }

    @Test
    void oldAndLockedWorkbooksAreNamed() {
        data.remove("items.csv");
        data.put("items.xlsx", ole("Workbook"))
                .refused(3, "items.xlsx is in the format of Excel before 2007 (.xls) or of another program.");
        data.put("items.xlsx", ole("EncryptedPackage"))
                .refused(3, "items.xlsx is protected by a password. Remove the password: open it, save it without.");
    }

    @Test
    void webPageThatIsCalledWorkbookIsNamed() {
        Path page =
                SmallData.write(work.resolve("export.xls"), "<html><table><tr><td>item_id</td></tr></table></html>");
        Terminal run = Terminal.run("assess", "items=" + page, data.data().resolve("demand.csv"), "--out", data.out());
        assertEquals(3, run.exitCode(), run::all);
        assertTrue(run.err().contains("export.xls is HTML or XML"), run::all);
    }

    @ParameterizedTest
    @CsvSource({"items.csv", "items.jsonl", "items.xlsx", "items.parquet", "items.csv.gz"})
    void pointerInThePlaceOfDataIsNamedWhateverItIsCalled(String name) {
        data.remove("items.csv");
        data.put(name, LFS_POINTER.getBytes(StandardCharsets.UTF_8))
                .refused(
                        3, name + " is a Git LFS pointer, not the data itself. Maybe 'git lfs pull' fetches the file.");
    }

    @Test
    void workbookThatGrowsWithoutEndIsRefused() throws IOException {
        data.remove("items.csv");
        data.put("items.xlsx", workbook("<worksheet><sheetData>" + " ".repeat(60_000_000) + "</sheetData></worksheet>"))
                .refused(3, "items.xlsx is refused, because its part xl/worksheets/sheet1.xml would fill the memory");
    }

    @Test
    void workbookThatRefersToOtherFilesIsRefused() throws IOException {
        Path secret = SmallData.write(work.resolve("secret.txt"), "do not read me");
        data.remove("items.csv");
        Run run = data.put(
                        "items.xlsx",
                        workbook("<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"" + secret.toUri()
                                + "\">]><worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&x;</t></is></c></row>"
                                + "</sheetData></worksheet>"))
                .refused(3, "items.xlsx", "document type");
        assertFalse(run.terminal().all().contains("do not read me"));
    }

    @Test
    void otherEncodingsAreReadAndRecorded() {
        data.addColumn("items.csv", "description", "Dichtung für Öl");
        String before = registerOf(data.done());
        recorded("UTF-8");
        rewrite(StandardCharsets.UTF_16LE, bytes(0xff, 0xfe));
        assertEquals(before, registerOf(data.done()));
        recorded("UTF-16LE with BOM");
        rewrite(StandardCharsets.UTF_16BE, bytes(0xfe, 0xff));
        assertEquals(before, registerOf(data.done()));
        recorded("UTF-16BE with BOM");
        rewrite(Charset.forName("windows-1252"), bytes());
        Run windows = data.done();
        windows.says("items.csv is not UTF-8 and was read as windows-1252. Maybe check names with accents");
        assertEquals(before, registerOf(windows));
        recorded("windows-1252");
    }

    @Test
    void mixedEncodingsAreReadAsTheLikelierAndToldOrStop() {
        byte[] utf8 = "item_id,unit_cost,description\nbolt,1,für\n".getBytes(StandardCharsets.UTF_8);
        byte[] windows = "nut,1,für\nwasher,1,x\n".getBytes(Charset.forName("windows-1252"));
        data.put("items.csv", joined(utf8, windows))
                .done()
                .says("items.csv is not UTF-8 and was read as windows-1252")
                .counts("items.csv", 3, 3, 0, 0, 0);
        data.put("items.csv", joined(bytes(0xef, 0xbb, 0xbf), utf8, windows));
        Terminal stopped = data.assess().terminal();
        assertEquals(3, stopped.exitCode(), stopped::all);
        assertTrue(stopped.err().contains("begins as UTF-8 with BOM, but byte 53 is not."), stopped::all);
    }

    @Test
    void utf16WithoutItsMarkIsToldApartFromOtherBytes() {
        data.put("items.csv", "item_id,unit_cost\nbolt,1\n".getBytes(StandardCharsets.UTF_16LE))
                .refused(3, "zero bytes", "Maybe it is UTF-16 without a byte order mark: save it as UTF-8.");
    }

    @Test
    void fileThatChangesWhileItIsReadIsReadOnceMore() throws IOException {
        String row = "bolt,1,100,10,14,V1,DE,5\n";
        Path sheet = SmallData.write(
                work.resolve("wide.csv"), "item,cost,avg demand,sd,lead time,supplier,country,on hand\n" + row);
        List<String> names = List.of(sheet.toString());
        // its header is looked at to find the profile, then somebody adds a row
        DataSet found = DataSet.of(names);
        Files.writeString(sheet, row.replace("bolt", "nut"), StandardOpenOption.APPEND);
        StringWriter said = new StringWriter();
        Console console = new Console(new PrintWriter(said), new PrintWriter(said), false);
        Import read = Reading.of(found, () -> DataSet.of(names), Policy.standard(), console);
        assertEquals(2, read.population().size());
        assertTrue(said.toString().contains("wide.csv changed while it was read: it was "), said::toString);
        assertTrue(said.toString().contains("Reading it once more."), said::toString);
    }

    @Test
    void fileThatKeepsChangingIsAnErrorOfTheDisk() throws IOException {
        Path sheet = SmallData.write(
                work.resolve("wide.csv"),
                "item,cost,avg demand,sd,lead time,supplier,country,on hand\nbolt,1,100,10,14,V1,DE,5\n");
        Supplier<DataSet> changing = () -> {
            DataSet found = DataSet.of(List.of(sheet.toString()));
            SmallData.write(
                    sheet,
                    "item,cost,avg demand,sd,lead time,supplier,country,on hand\nnut,1,1,1,1,V1,DE," + System.nanoTime()
                            + "\n");
            return found;
        };
        Console silent = new Console(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), true);
        DataSet first = changing.get();
        FileChangedException changed =
                assertThrows(FileChangedException.class, () -> Reading.of(first, changing, Policy.standard(), silent));
        assertTrue(String.valueOf(changed.getMessage()).contains("start again when it has finished"));
    }

    @Test
    void pathThatIsTooLongIsAnErrorOfTheDisk() {
        Terminal run = Terminal.run("assess", data.data(), "--out", work.resolve("x".repeat(300)));
        assertEquals(5, run.exitCode(), run::all);
        assertTrue(run.err().contains("cannot create the lock file"), run::all);
    }

    @Test
    void pathThatNoSystemAllowsIsAUsageError() {
        Terminal run = Terminal.run("check", "data\0.csv");
        assertEquals(2, run.exitCode(), run::all);
    }

    @Test
    void restOfAStoppedRunIsRemovedAndToldAndNeverRead() throws IOException {
        data.done();
        Path rest = Files.createDirectory(work.resolve("out.tmp-0123456789ab"));
        Files.writeString(rest.resolve("register.csv"), "item_id\nhalf");
        data.done().says("removed out.tmp-0123456789ab, the rest of a run that was stopped");
        assertFalse(Files.exists(rest));
    }

    @Test
    void editedResultIsNamedByVerify() throws IOException {
        data.done();
        Path rejects = data.out().resolve("rejects.csv");
        Files.writeString(rejects, Files.readString(rejects) + "\n");
        Terminal verify = Terminal.run("verify", data.out());
        assertEquals(1, verify.exitCode(), verify::all);
        assertTrue(verify.out().contains("rejects.csv"), verify::all);
    }

    private void recorded(String encoding) {
        assertEquals(
                encoding,
                new Run(new Terminal(0, "", ""), data.out())
                        .input("items.csv")
                        .get("encoding")
                        .asText());
    }

    private void rewrite(Charset charset, byte[] mark) {
        String text = "item_id,base_uom,unit_cost,category,description\n" + String.join("\n", items) + "\n";
        data.put("items.csv", joined(mark, text.getBytes(charset)));
    }

    private List<String> items = List.of();

    private String registerOf(Run run) {
        if (items.isEmpty()) {
            List<String> lines = data.lines("items.csv");
            items = lines.subList(1, lines.size());
        }
        return run.text("register.csv");
    }

    private static byte[] ole(String stream) {
        return joined(OLE, new byte[504], stream.getBytes(StandardCharsets.UTF_16LE), new byte[512]);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] cutOff(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 2);
    }

    /** A workbook with one sheet. */
    private static byte[] workbook(String sheet) throws IOException {
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        return zip(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
                "xl/workbook.xml",
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"" + relations
                        + "\"><sheets><sheet name=\"items\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                        + " Id=\"rId1\" Type=\"" + relations
                        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
                "xl/worksheets/sheet1.xml",
                sheet);
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
