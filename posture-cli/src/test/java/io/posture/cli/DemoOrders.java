package io.posture.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** The raw file of purchase orders of the demo, read once more by the rules that its mapping states. */
final class DemoOrders {

    /** The file. */
    static final Path FILE = Path.of(
            "..",
            "posture-io",
            "src",
            "main",
            "resources",
            "io",
            "posture",
            "io",
            "demo",
            "SCMS_Delivery_History_public.csv.gz");

    private static final LocalDate FROM = LocalDate.of(2013, 9, 30);
    private static final LocalDate TO = LocalDate.of(2015, 9, 29);

    private DemoOrders() {}

    /** Takes a row by its number, the header being 1. */
    interface Taker {
        void take(int number, Row row);
    }

    /** Hands over every row. */
    static void read(Taker taker) throws IOException {
        try (BufferedReader file = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
            List<String> header = CsvCells.of(String.valueOf(file.readLine()));
            int number = 1;
            for (String text = file.readLine(); text != null; text = file.readLine()) {
                number++;
                taker.take(number, new Row(header, CsvCells.of(text)));
            }
        }
    }

    /** Whether a day is in the two years that the run looks at. */
    static boolean within(LocalDate day) {
        return !day.isBefore(FROM) && !day.isAfter(TO);
    }

    /**
     * A row.
     *
     * @param header names of the columns
     * @param cells its cells
     */
    record Row(List<String> header, List<String> cells) {

        String get(String column) {
            return cells.get(header.indexOf(column));
        }

        String item() {
            return get("Item Description");
        }

        /** The vendor; two names of one firm are one. */
        String vendor() {
            String vendor = get("Vendor");
            return vendor.equals("ABBOTT LOGISTICS B.V.") ? "ABBVIE LOGISTICS (FORMERLY ABBOTT LOGISTICS BV)" : vendor;
        }

        /** Whether the goods come from a warehouse and not from the vendor. */
        boolean fromWarehouse() {
            return get("Fulfill Via").equals("From RDC");
        }

        boolean orderDayKnown() {
            return !get("PO Sent to Vendor Date").equals("Date Not Captured");
        }

        LocalDate ordered() {
            return day("PO Sent to Vendor Date", "M/d/yy");
        }

        LocalDate received() {
            return day("Delivered to Client Date", "d-MMM-yy");
        }

        LocalDate wanted() {
            return day("Scheduled Delivery Date", "d-MMM-yy");
        }

        /** Whether it is a receipt that the run looks at; its order day has to be known. */
        boolean counts() {
            return !received().isBefore(ordered()) && (within(ordered()) || within(received()));
        }

        private LocalDate day(String column, String pattern) {
            return LocalDate.parse(get(column), DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
        }
    }
}
