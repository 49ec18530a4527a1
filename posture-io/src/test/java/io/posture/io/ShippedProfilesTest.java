package io.posture.io;

import static io.posture.io.MappingFolder.account;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.Analogue;
import io.posture.api.DemandClass;
import io.posture.api.DemandHistory;
import io.posture.api.ItemId;
import io.posture.api.ItemProfile;
import io.posture.api.ItemState;
import io.posture.io.input.FileNotation;
import io.posture.io.input.InputException;
import io.posture.io.input.MappingException;
import io.posture.io.input.Note;
import io.posture.io.input.TableAccount;
import io.posture.io.mapping.Evidence;
import io.posture.io.mapping.Mapping;
import io.posture.io.run.DataGrade;
import io.posture.profile.ProfileSettings;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped profiles on excerpts of the published files, and on made-up rows in the formats of others. */
class ShippedProfilesTest {

    private static final double DAYS_PER_MONTH = 365.0 / 12;

    @TempDir
    Path folder;

    @Test
    void everyProfileSaysWhatItIsForAndWhatItsKnowledgeRestsOn() {
        Map<String, Evidence> status = new TreeMap<>();
        for (ProfileFile profile : ShippedProfiles.all()) {
            Mapping mapping = profile.mapping();
            assertFalse(mapping.about().isEmpty(), profile.id());
            assertFalse(mapping.assumptions().isEmpty(), profile.id());
            status.put(profile.id(), mapping.status().orElseThrow());
        }
        Set<String> verified = Set.of("scms", "online-retail", "iowa-spirits", "carparts", "generic-wide");
        status.forEach((id, evidence) -> assertEquals(verified.contains(id), evidence == Evidence.VERIFIED, id));
    }

    @Test
    void theDemoIsTheProfileOfItsPurchaseOrders() {
        UsedMapping used = DataSet.demo().used().orElseThrow();
        assertEquals("scms", used.name());
        assertEquals("verified", used.status());
        assertTrue(used.shipped());
    }

    @Test
    void onlineRetailPairsCancelledOrdersAndLeavesOutWhatIsNoProduct() {
        Import read = detected("online_retail.csv");
        assertEquals("online-retail", read.mapping().orElseThrow().name());
        assertEquals(
                new TableAccount("items", 16, 11, Map.of("not-a-product", 5L), 0, 0, 6),
                account(read, "online_retail.csv", "items"));
        assertEquals(
                new TableAccount(
                        "demand", 16, 9, Map.of("not-a-product", 5L, "stock-write-off", 1L, "price-0", 1L), 0, 0, 9),
                account(read, "online_retail.csv", "demand"));
        for (String giant : List.of("23166", "23843")) {
            assertEquals(0, item(read, giant).demand().annualIssues(), giant);
            assertEquals(0, item(read, giant).demand().returnedPieces(), giant);
        }
        ItemProfile cakestand = item(read, "22423");
        assertEquals(1, cakestand.demand().returnedPieces(), "another customer's price: no earlier line to take back");
        assertEquals(12.75, cakestand.item().unitCost().orElseThrow());
        assertEquals(
                3,
                Arrays.stream(item(read, "84596L").demand().history().toArray()).sum(),
                "84596L and 84596l are one item");
        assertTrue(item(read, "22139").item().unitCost().isEmpty(), "a price of 0 is no cost");
        assertEquals(LocalDate.of(2011, 12, 9), read.population().asOf());
    }

    @Test
    void iowasSundayWeeksAreCountedInTheWeekTheyMostlyCover() {
        Import read = Importer.read(
                DataSet.of(List.of(
                        excerpt("McCormick_iowa_liquor_sales_brand.csv"),
                        excerpt("Five_Star_iowa_liquor_sales_brand.csv"))),
                ProfileSettings.DEFAULTS);
        assertEquals("iowa-spirits", read.mapping().orElseThrow().name());
        assertEquals(
                2,
                account(read, "McCormick_iowa_liquor_sales_brand.csv", "demand").used());
        assertEquals(
                3,
                account(read, "Five_Star_iowa_liquor_sales_brand.csv", "demand").used());
        assertEquals(LocalDate.of(2013, 10, 6), read.population().asOf(), "the week from Sunday 29 September");
        DemandHistory rum =
                item(read, "RHUM BARBANCOURT FIVE STAR W 2 GLASSES").demand().history();
        assertEquals(LocalDate.of(2013, 9, 30), rum.firstBucket());
        assertEquals(4.5, rum.pieces(0));
        assertEquals(65.7 / 10.5, item(read, "MCCORMICK GIN").item().unitCost().orElseThrow(), 1e-12);
    }

    @Test
    void carpartsTurnsMonthsIntoRowsAndKnowsThatNaIsNotZero() {
        Import read = detected("carparts_made_up.csv");
        assertEquals("carparts", read.mapping().orElseThrow().name());
        assertEquals(
                new TableAccount("demand", 12, 7, Map.of("not-available", 5L), 0, 0, 7),
                account(read, "carparts_made_up.csv", "demand"));
        assertEquals(3, read.sources().get(0).rows());
        assertEquals(LocalDate.of(1998, 4, 30), read.population().asOf());
        DemandHistory first = item(read, "00700100").demand().history();
        assertEquals(LocalDate.of(1998, 1, 1), first.firstBucket());
        assertEquals(2, first.pieces(1));
        assertEquals(
                LocalDate.of(1998, 3, 1),
                item(read, "00700200").demand().history().firstBucket());
    }

    @Test
    void theWideSheetStandsInForAHistoryAndIsOfTheWorstGrade() {
        Import read = detected("wide.csv");
        assertEquals("generic-wide", read.mapping().orElseThrow().name());
        ItemProfile pump = item(read, "pump");
        assertEquals(ItemState.NEW, pump.state());
        assertEquals(60 / DAYS_PER_MONTH, pump.demand().meanPerDay(), 1e-12);
        assertEquals(12 / Math.sqrt(DAYS_PER_MONTH), pump.demand().sdPerDay().orElseThrow(), 1e-12);
        assertEquals(DemandClass.SMOOTH, pump.demand().demandClass());
        assertEquals(DemandClass.ERRATIC, item(read, "seal").demand().demandClass());
        assertEquals(1250, item(read, "seal").item().unitCost().orElseThrow());
        Analogue stated = pump.demand().signals().analogue().orElseThrow();
        assertEquals("stated", stated.kind());
        assertEquals(DataGrade.D, DataGrade.of(pump));
        assertEquals(45, pump.stock().usablePieces().orElseThrow());
        assertEquals(21, pump.supply().leadTime().orElseThrow().meanDays());
        assertEquals("NO", item(read, "seal").supply().used().get(0).supplier().country());
        assertEquals(Optional.empty(), item(read, "felt").demand().signals().analogue());
        assertTrue(read.population().assumptions().stream()
                .anyMatch(assumption -> assumption.code().equals("DEMAND_STATED")));
    }

    @Test
    void sapListsInGermanNotationWithTrailingMinusAndEmptyDates() {
        new MappingFolder(folder)
                .with(
                        "MBEW.txt",
                        "MATNR\tBWKEY\tVPRSV\tSTPRS\tVERPR\tPEINH",
                        "000000000000004711\t1000\tS\t1.250,00\t9,99\t1.000",
                        "000000000000000815\t1000\tV\t0,00\t2,50\t1")
                .with(
                        "MSEG.txt",
                        "MBLNR\tMJAHR\tMATNR\tBWART\tSHKZG\tMENGE",
                        "49001\t2025\t000000000000004711\t261\tH\t10,500",
                        "49002\t2025\t000000000000004711\t262\tS\t0,500",
                        "49003\t2025\t000000000000004711\t101\tS\t99,000",
                        "49004\t2025\t000000000000000815\t601\tH\t3,000")
                .with(
                        "MKPF.txt",
                        "MBLNR\tMJAHR\tBUDAT",
                        "49001\t2025\t06.01.2025",
                        "49002\t2025\t07.01.2025",
                        "49003\t2025\t07.01.2025",
                        "49004\t2025\t31.03.2025")
                .with(
                        "MARC.txt",
                        "MATNR\tWERKS\tPLIFZ\tEISBE\tMINBE\tMABST\tBSTMI\tBSTRF",
                        "000000000000004711\t1000\t21\t12,000\t30,000\t90,000\t50,000\t0,000")
                .with(
                        "EKBE.txt",
                        "EBELN\tEBELP\tVGABE\tBUDAT\tMENGE\tSHKZG\tMATNR",
                        "45001\t00010\t1\t24.01.2025\t60,000\tS\t000000000000004711",
                        "45001\t00010\t1\t27.01.2025\t10,000\tH\t000000000000004711",
                        "45001\t00010\t2\t28.01.2025\t50,000\tS\t000000000000004711")
                .with("EKKO.txt", "EBELN\tLIFNR\tBEDAT", "45001\t0000100042\t02.01.2025")
                .with(
                        "EKET.txt",
                        "EBELN\tEBELP\tETENR\tEINDT\tSLFDT",
                        "45001\t00010\t0001\t23.01.2025\t20.01.2025",
                        "45001\t00010\t0002\t30.01.2025\t00.00.0000")
                .with("LFA1.txt", "LIFNR\tNAME1\tLAND1", "0000100042\tAcme\tDE")
                .with(
                        "MARD.txt",
                        "MATNR\tWERKS\tLGORT\tLABST",
                        "000000000000004711\t1000\t0001\t302,35-",
                        "000000000000004711\t1000\t0002\t1.400,00");
        String undecided = assertThrows(
                        InputException.class,
                        () -> Importer.read(DataSet.of(List.of(folder.toString())), ProfileSettings.DEFAULTS))
                .getMessage();
        assertTrue(undecided.endsWith("or for all files: --decimal , or --decimal ."), undecided);
        Import read = Importer.read(
                DataSet.of(List.of(folder.toString()), new FileNotation(Optional.of(','), List.of())),
                ProfileSettings.DEFAULTS);
        assertEquals(
                "numbers with a comma before the fraction",
                read.mapping().orElseThrow().notation());
        assertEquals("sap", read.mapping().orElseThrow().name());
        assertEquals("from-docs", read.mapping().orElseThrow().status());
        assertEquals(List.of(), read.rejects());
        ItemProfile item = item(read, "000000000000004711");
        assertEquals(1.25, item.item().unitCost().orElseThrow(), "1,250.00 for 1,000 pieces");
        assertEquals(2.5, item(read, "000000000000000815").item().unitCost().orElseThrow());
        assertEquals(
                new TableAccount("demand", 4, 3, Map.of("no-demand", 1L), 0, 0, 3),
                account(read, "MSEG.txt", "demand"));
        assertEquals(10.5, item.demand().annualIssues());
        assertEquals(0.5, item.demand().returnedPieces());
        assertEquals(1400, item.stock().usablePieces().orElseThrow(), "stock below 0 is read as 0");
        assertEquals("Acme", item.supply().used().get(0).supplier().name());
        assertEquals(30, read.locations().of(item.id()).reorderPoint().orElseThrow());
        assertEquals(
                Map.of("no-receipt", 1L), account(read, "EKBE.txt", "receipts").filtered());
        assertEquals(
                List.of(
                                "no file for source 'mara' (*MARA*), so what is looked up in it is unknown",
                                "no file for source 'makt' (*MAKT*), so what is looked up in it is unknown")
                        .stream()
                        .sorted()
                        .toList(),
                MappingFolder.notes(read, Note.Code.SOURCE_ABSENT));
    }

    @Test
    void erpnextIssuesAreNegativeInItsLedger() {
        new MappingFolder(folder)
                .with(
                        "Item.csv",
                        "item_code,item_name,item_group,stock_uom,valuation_rate,lead_time_days,safety_stock,min_order_qty,shelf_life_in_days",
                        "bolt,Bolt M8,Fasteners,Nos,0.25,14,3,0,0")
                .with(
                        "Stock Ledger Entry.csv",
                        "item_code,warehouse,posting_date,actual_qty,voucher_type,voucher_no,is_cancelled",
                        "bolt,Stores,2025-01-06,-5,Delivery Note,DN-1,0",
                        "bolt,Stores,2025-01-07,20,Purchase Receipt,PR-1,0",
                        "bolt,Stores,2025-01-08,-7,Delivery Note,DN-2,1",
                        "bolt,Stores,2025-01-09,-2,Stock Reconciliation,SR-1,0")
                .with(
                        "Purchase Receipt Item.csv",
                        "parent,item_code,stock_qty,schedule_date,purchase_order,purchase_order_item",
                        "PR-1,bolt,20,2025-01-06,PO-1,a1")
                .with("Purchase Receipt.csv", "name,supplier,posting_date", "PR-1,Acme,2025-01-07");
        Import read = Importer.read(DataSet.of(List.of(folder.toString())), ProfileSettings.DEFAULTS);
        assertEquals("erpnext", read.mapping().orElseThrow().name());
        assertEquals(List.of(), read.rejects());
        assertEquals(
                new TableAccount(
                        "demand", 4, 1, Map.of("cancelled", 1L, "no-issue", 1L, "count-or-receipt", 1L), 0, 0, 1),
                account(read, "Stock Ledger Entry.csv", "demand"));
        assertEquals(5, item(read, "bolt").demand().annualIssues());
        assertEquals(
                "Acme", item(read, "bolt").supply().used().get(0).supplier().id());
        assertEquals(14, item(read, "bolt").supply().leadTime().orElseThrow().meanDays());
    }

    @Test
    void twoProfilesThatFitEquallyWellStopWithBothNames() {
        new MappingFolder(folder)
                .with(
                        "a.csv",
                        "part,2025-01,item,cost,avg demand,sd,lead time,supplier,country,on hand",
                        "p,1,i,1,1,1,1,s,DE,1");
        ProfileDetection detection = ProfileDetection.of(
                List.of(io.posture.io.input.InputFile.of(folder.resolve("a.csv"))), OpenedTables.textOnly());
        assertEquals(
                List.of("generic-wide", "carparts"),
                detection.fits().stream()
                        .filter(ProfileDetection.Fit::complete)
                        .map(fit -> fit.profile().id())
                        .toList(),
                "the larger signature says more");
        assertEquals("generic-wide", Profiles.decided(detection).orElseThrow().id());
        List<ProfileDetection.Fit> twice =
                List.of(detection.fits().get(0), detection.fits().get(0));
        assertEquals(
                "several profiles fit the headers of the files equally well: generic-wide and generic-wide. Say which one is"
                        + " meant: --profile generic-wide.",
                assertThrows(InputException.class, () -> Profiles.decided(ProfileDetection.ofFits(twice)))
                        .getMessage());
    }

    @Test
    void aFolderMayHoldMoreThanTables() {
        new MappingFolder(folder)
                .with("sheet.csv", "item,cost,avg demand,sd,lead time,supplier,country,on hand", "p,1,1,1,1,s,DE,1")
                .with("notes.txt", "\"to do: ask for the supplier")
                .with("empty.csv");
        Import read = Importer.read(DataSet.of(List.of(folder.toString())), ProfileSettings.DEFAULTS);
        assertEquals("generic-wide", read.mapping().orElseThrow().name());
        assertEquals(2, MappingFolder.notes(read, Note.Code.FILE_NOT_USED).size());
    }

    @Test
    void anUnknownProfileIsRefusedWithTheNearestName() {
        assertTrue(assertThrows(
                        MappingException.class, () -> DataSet.profile("onlineretail", List.of(), FileNotation.OPEN))
                .getMessage()
                .endsWith("Maybe 'online-retail' is meant."));
    }

    private Import detected(String file) {
        return Importer.read(DataSet.of(List.of(excerpt(file))), ProfileSettings.DEFAULTS);
    }

    private static String excerpt(String file) {
        try {
            URL found = ShippedProfilesTest.class.getResource("/profiles/" + file);
            return Path.of(Objects.requireNonNull(found, file).toURI()).toString();
        } catch (URISyntaxException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static ItemProfile item(Import read, String sku) {
        return read.population().find(ItemId.of(sku)).orElseThrow();
    }
}
