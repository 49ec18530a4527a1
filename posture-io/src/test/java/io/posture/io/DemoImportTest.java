package io.posture.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.posture.api.Item;
import io.posture.api.ItemId;
import io.posture.io.csv.CsvTable;
import io.posture.io.input.Note;
import io.posture.io.input.Reject;
import io.posture.io.input.TableAccount;
import io.posture.io.mapping.LookupTables;
import io.posture.io.mapping.Mapping;
import io.posture.io.mapping.SourceSpec;
import io.posture.io.mapping.TableMapping;
import io.posture.io.mapping.TableReading;
import io.posture.io.source.ReadingProgress;
import io.posture.io.source.SourceTable;
import io.posture.io.table.CellReader;
import io.posture.io.table.DateLimits;
import io.posture.io.table.Disposition;
import io.posture.io.table.RejectLog;
import io.posture.io.table.Table;
import io.posture.io.table.TableRow;
import io.posture.profile.ProfileSettings;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bundled data against facts computed from the raw files by other means; see the headers of the golden files. */
class DemoImportTest {

    private static Import demo;

    @BeforeAll
    static void read() {
        demo = Importer.read(DataSet.demo(), ProfileSettings.DEFAULTS);
    }

    @Test
    void everyRowIsAccountedForInEveryTable() {
        assertEquals(account("suppliers", 3260, Map.of("from-rdc", 3466L), 0, 57), account("suppliers"));
        assertEquals(account("items", 6726, Map.of(), 0, 166), account("items"));
        assertEquals(
                account("supply_links", 3252, Map.of("from-rdc", 3466L, "plant-not-stated", 8L), 0, 357),
                account("supply_links"));
        assertEquals(
                account("receipts", 2980, Map.of("from-rdc", 3466L, "no-order-date", 276L), 4, 2980),
                account("receipts"));
        assertEquals(account("demand", 6726, Map.of(), 0, 6726), account("demand"));
        assertEquals(
                new TableAccount(
                        "country_risk",
                        24396,
                        1230,
                        Map.of("not-latest-year", 23112L, "dissolved", 6L, "fewer-than-six-indicators", 48L),
                        0,
                        0,
                        205),
                account("country_risk"));
    }

    @Test
    void deliveriesBeforeTheOrderAreSetAside() {
        assertEquals(
                List.of(266, 1675, 2122, 3148),
                demo.rejects().stream().map(Reject::line).toList());
        assertEquals(
                Set.of("E-DATE-003"),
                new TreeSet<>(demo.rejects().stream()
                        .map(reject -> reject.code().id())
                        .toList()));
        assertEquals(List.of(), demo.tooManyRejects(Import.MAX_REJECT_RATE));
    }

    @Test
    void theRawFilesAreBundledByteForByte() {
        Map<String, String> hashes = new HashMap<>();
        demo.sources().forEach(source -> hashes.put(source.path(), source.sha256()));
        assertEquals(
                "dbdd8286c601fff90522abdaae895ba72b6a78c7ebcc4534ad83116e38de6229",
                hashes.get("bundled:SCMS_Delivery_History_public.csv.gz"));
        assertEquals(
                "4fa475ec7b26ca7425a4b90b572f8df5f7b236a6d03e95f20dafcedcf0f9731c",
                hashes.get("bundled:wgi_2005_2023.csv.gz"));
    }

    @Test
    void itemsAreAsComputedFromTheRawFile() throws IOException {
        List<NamedCsvRecord> expected = golden("scms_items.csv");
        assertEquals(166, expected.size());
        assertEquals(166, demo.population().size());
        for (NamedCsvRecord line : expected) {
            String sku = line.getField("item_id");
            Item item = demo.population().find(ItemId.of(sku)).orElseThrow().item();
            String cost = line.getField("unit_cost");
            assertEquals(
                    cost.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cost)),
                    item.unitCost(),
                    sku);
            assertEquals(line.getField("category"), item.category(), sku);
            boolean first = line.getField("first_line_last").equals("Yes");
            assertEquals(
                    first ? Map.of("contract", 0.8) : Map.of(),
                    item.criticality().known(),
                    sku);
        }
    }

    @Test
    void demandIsEveryLineOfTheRawFile() throws IOException {
        Map<String, Integer> lines = new HashMap<>();
        Map<String, Double> packs = new HashMap<>();
        for (TableRow row : rows(Table.DEMAND)) {
            lines.merge(row.text("item_id"), 1, Integer::sum);
            packs.merge(row.text("item_id"), row.number("quantity").orElseThrow(), Double::sum);
        }
        int receipts = 0;
        for (NamedCsvRecord line : golden("scms_items.csv")) {
            String sku = line.getField("item_id");
            assertEquals(Integer.parseInt(line.getField("lines")), lines.get(sku), sku);
            assertEquals(Double.parseDouble(line.getField("packs")), packs.get(sku), sku);
            receipts += Integer.parseInt(line.getField("receipts"));
        }
        assertEquals(receipts, account("receipts").used());
    }

    @Test
    void linksToPlantsAreAsComputedFromTheRawFile() throws IOException {
        Map<List<String>, Double> shares = new HashMap<>();
        for (TableRow row : rows(Table.SUPPLY_LINKS)) {
            shares.put(
                    List.of(row.text("downstream_supplier"), row.text("upstream_supplier"), row.text("item_id")),
                    row.number("share").orElseThrow());
        }
        List<NamedCsvRecord> expected = golden("scms_links.csv");
        assertEquals(expected.size(), shares.size());
        for (NamedCsvRecord line : expected) {
            List<String> key = List.of(line.getField("vendor"), line.getField("plant"), line.getField("item_id"));
            assertEquals(Double.parseDouble(line.getField("share")), shares.get(key), 1e-12, key.toString());
        }
    }

    @Test
    void linesWithoutAPlantStayInTheWhole() {
        double mapped = rows(Table.SUPPLY_LINKS).stream()
                .filter(row -> row.text("downstream_supplier").equals("Orgenics, Ltd"))
                .filter(row -> row.text("item_id").equals("HIV 1/2, Clearview Complete Kit, 25 Tests"))
                .mapToDouble(row -> row.number("share").orElseThrow())
                .sum();
        assertEquals(0.7534321801208127 + 0.0005491488193300384 + 0.16364634816035145, mapped, 1e-12);
    }

    @Test
    void plantsHaveACountryOnlyWhereTheirNameSaysIt() {
        Map<String, String> countries = new TreeMap<>();
        rows(Table.SUPPLY_LINKS).forEach(row -> countries.put(row.text("upstream_supplier"), row.text("site_country")));
        assertEquals("IN", countries.get("Aurobindo Unit III, India"));
        assertEquals("IN", countries.get("Ipca Dadra/Nagar Haveli IN"));
        assertEquals("IN", countries.get("Strides, Bangalore, India."));
        assertEquals("ZA", countries.get("Aspen-OSD, Port Elizabeth, SA"));
        assertEquals("NL", countries.get("MSD, Haarlem, NL"));
        assertEquals("GB", countries.get("GSK Ware (UK)"));
        assertEquals("US", countries.get("Inverness USA"));
        assertEquals("US", countries.get("Orasure Technologies, Inc USA"));
        assertEquals("NO", countries.get("Weifa A.S., Hausmanngt. 6, P.O. Box 9113 Grønland, 0133, Oslo, Norway"));
        for (String silent : List.of(
                "GSK Aranda",
                "Alere Medical Co., Ltd.",
                "Mylan (formerly Matrix) Nashik",
                "Roche Basel",
                "ABBVIE GmbH & Co.KG Wiesbaden")) {
            assertEquals("", countries.get(silent), silent);
        }
        assertTrue(!countries.containsKey("Not Applicable") && !countries.containsKey("Orasure Technologies, Inc"));
    }

    @Test
    void countryScoresAreAsComputedFromTheRawFile() throws IOException {
        Map<String, Double> scores = new HashMap<>();
        rows(Table.COUNTRY_RISK)
                .forEach(row ->
                        scores.put(row.text("country"), row.number("score").orElseThrow()));
        Map<String, String> special =
                Map.of("ADO", "AD", "KSV", "XK", "ROM", "RO", "TMP", "TL", "WBG", "PS", "ZAR", "CD");
        Map<String, String> iso = new HashMap<>(special);
        for (String code : Locale.getISOCountries()) {
            iso.put(new Locale.Builder().setRegion(code).build().getISO3Country(), code);
        }
        List<NamedCsvRecord> expected = golden("wgi_scores.csv");
        assertEquals(expected.size(), scores.size());
        for (NamedCsvRecord line : expected) {
            String country = Objects.requireNonNull(iso.get(line.getField("code")), line.getField("code"));
            assertEquals(Double.parseDouble(line.getField("score")), scores.get(country), 1e-12, country);
        }
    }

    @Test
    void economiesWithoutAllSixIndicatorsAreNamed() {
        assertEquals(
                "country_risk: 8 left out by 'fewer-than-six-indicators': AS, AI, BM, GU, MQ, NU, RE, VI",
                demo.notes().stream()
                        .filter(note -> note.code() == Note.Code.GROUPS_LEFT_OUT)
                        .findFirst()
                        .orElseThrow()
                        .text());
    }

    @Test
    void everyDestinationIsACountry() {
        Set<String> codes = Set.of(Locale.getISOCountries());
        Set<String> destinations = new TreeSet<>();
        double packs = 0;
        for (TableRow row : rows(Table.DEMAND)) {
            destinations.add(row.text("destination_country"));
            packs += row.number("quantity").orElseThrow();
        }
        assertEquals(38, destinations.size());
        assertTrue(codes.containsAll(destinations), destinations.toString());
        assertEquals(114859132, packs);
    }

    @Test
    void theDayOfTheDataIsThatOfItsRelease() {
        assertEquals(LocalDate.of(2015, 9, 29), demo.population().asOf());
    }

    private static TableAccount account(
            String table, long used, Map<String, Long> filtered, long rejected, long records) {
        return new TableAccount(table, 6726, used, filtered, rejected, 0, records);
    }

    private static TableAccount account(String table) {
        return demo.sources().stream()
                .flatMap(source -> source.tables().stream())
                .filter(account -> account.table().equals(table))
                .findFirst()
                .orElseThrow();
    }

    private static List<TableRow> rows(Table table) {
        DataSet dataSet = DataSet.demo();
        Mapping mapping = dataSet.mapping().orElseThrow();
        Map<String, List<SourceTable>> sources = new HashMap<>();
        dataSet.files()
                .forEach((id, files) -> sources.put(
                        id, files.stream().<SourceTable>map(CsvTable::open).toList()));
        TableMapping wanted = mapping.tables().stream()
                .filter(one -> one.table() == table)
                .findFirst()
                .orElseThrow();
        SourceSpec source = mapping.source(wanted.from());
        RejectLog rejects = new RejectLog();
        List<TableRow> rows = new ArrayList<>();
        new TableReading(
                        wanted,
                        source.notation(),
                        new CellReader(DateLimits.around(Optional.empty())),
                        new LookupTables(sources, rejects),
                        rejects,
                        row -> {
                            rows.add(row);
                            return Disposition.USED;
                        },
                        ReadingProgress.NONE)
                .read(sources.get(wanted.from()), note -> {});
        return rows;
    }

    private static List<NamedCsvRecord> golden(String file) throws IOException {
        try (InputStream bytes = DemoImportTest.class.getResourceAsStream("/golden/" + file)) {
            return CsvReader.builder()
                    .commentStrategy(CommentStrategy.SKIP)
                    .ofNamedCsvRecord(Objects.requireNonNull(bytes, file))
                    .stream()
                    .toList();
        }
    }
}
