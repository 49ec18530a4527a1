package io.posture.analysis.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.io.input.Note;
import io.posture.stress.SecondSource;
import io.posture.stress.Shock;
import io.posture.stress.Unknown;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tables say becomes a network; expected numbers are worked out by hand. */
class SupplyTablesTest {

    @TempDir
    private Path folder;

    private Tables tables() {
        return new Tables(folder);
    }

    @Test
    void whatIsOrderedAlreadyComesAlthoughTheSupplierFails() throws IOException {
        Tables tables = tables().item("dated", "10", "5", 50)
                .item("steady", "10", "5", 50)
                .row("sourcing", "dated,S,1,true,60,,,,")
                .row("sourcing", "steady,S,1,true,60,,,,")
                .row("receipts", "item_id,po,supplier_id,order_date,promised_date,receipt_date,ordered_qty");
        for (int day : new int[] {1, 21, 41}) {
            tables.row(
                    "receipts",
                    "dated,po" + day + ",S," + Tables.AS_OF.plusDays(day - 60L) + "," + Tables.AS_OF.plusDays(day)
                            + ",,200");
        }
        StressReport.Scenario test = tables.test(new Shock.SupplierDown("S", 30));
        for (String item : List.of("dated", "steady")) {
            // 60 days on their way, five of stock, then 25 days without
            assertEquals(OptionalInt.of(66), Tables.row(test, item).impact().firstStockOutDay(), item);
            assertEquals(250, Tables.row(test, item).impact().lostPieces(), 1e-6, item);
        }
    }

    @Test
    void whatIsShortAnywayIsShownApartAndNotCharged() throws IOException {
        StressReport.Scenario test = tables().item("late", "10", "5", 0)
                .row("sourcing", "late,S,1,true,10,,,,")
                .row("receipts", "item_id,po,supplier_id,order_date,promised_date,receipt_date,ordered_qty")
                .row("receipts", "late,po,S," + Tables.AS_OF.minusDays(6) + "," + Tables.AS_OF.plusDays(4) + ",,100")
                .test(new Shock.DemandUp(0.1, 5));
        StressRow row = Tables.row(test, "late");
        // nothing is there for three days: 10 a day without the rise, 11 with it
        assertEquals(3, row.impact().lostPieces(), 1e-6);
        assertEquals(15, row.lostValue().orElseThrow(), 1e-6);
        assertEquals(3, row.impact().anyway().daysOut());
        assertEquals(30, row.impact().anyway().lostPieces(), 1e-6);
        assertEquals(1, test.shortAnyway());
    }

    @Test
    void anAlternateAtTheDeadPlantIsNoHelp() throws IOException {
        StressReport.Scenario test = tables().item("paper", "10", "5", 50)
                .row("suppliers", "supplier_id,country,alternate_bringup_days")
                .row("suppliers", "S2,DE,5")
                .row("sourcing", "paper,S1,1,true,5,P,,,")
                .row("sourcing", "paper,S2,0,true,40,P,,1,")
                .test(new Shock.NodeDown("P", 30));
        StressRow row = Tables.row(test, "paper");
        assertEquals(OptionalInt.of(11), row.impact().firstStockOutDay());
        assertEquals(250, row.impact().lostPieces(), 1e-6);
    }

    @Test
    void anAlternateComesUpAsItsRampSays() throws IOException {
        StressReport.Scenario test = tables().item("ramp", "10", "5", 0)
                .row("suppliers", "supplier_id,country,alternate_bringup_days,alternate_ramp_days")
                .row("suppliers", "S2,DE,2,4")
                .row("sourcing", "ramp,S1,1,true,0,,,,")
                .row("sourcing", "ramp,S2,0,true,0,,,1,")
                .test(new Shock.SupplierDown("S1", 10));
        // two days nothing, then 2.5, 5, 7.5 and 10 of ten
        assertEquals(20 + 7.5 + 5 + 2.5, Tables.row(test, "ramp").impact().lostPieces(), 1e-6);
    }

    @Test
    void stockAndWayBetweenTiersDelayAndShortenAnOutage() throws IOException {
        StressReport.Scenario test = tables().item("deep", "10", "5", 50)
                .row("sourcing", "deep,V,1,true,10,,,,")
                .row("supply_links", "downstream_supplier,upstream_supplier,commodity,cover_days,transit_days")
                .row("supply_links", "V,T2,steel,7,3")
                .test(new Shock.NodeDown("T2", 20));
        // 3 days on the way, 7 of stock, 10 of lead time, 5 of stock: 13 days are left, of which 5 are covered
        assertEquals(OptionalInt.of(26), Tables.row(test, "deep").impact().firstStockOutDay());
        assertEquals(80, Tables.row(test, "deep").impact().lostPieces(), 1e-6);
    }

    @Test
    void companiesOfOneParentFailTogether() throws IOException {
        Tables tables = tables().item("two", "10", "5", 0)
                .row("suppliers", "supplier_id,country,parent_id")
                .row("suppliers", "V1,DE,HOLDING")
                .row("suppliers", "V2,FR,HOLDING")
                .row("sourcing", "two,V1,0.5,true,0,P,sea,,")
                .row("sourcing", "two,V2,0.5,true,0,Q,air,,");
        SecondSource source = tables.network().network().secondSources().get(0);
        assertEquals(SecondSource.State.PAPER, source.state());
        assertEquals(List.of("supplier:HOLDING"), source.shared());
        assertEquals(
                100,
                Tables.row(tables.test(new Shock.SupplierDown("HOLDING", 10)), "two")
                        .impact()
                        .lostPieces(),
                1e-6);
    }

    @Test
    void aPlantOfOursStopsWhatIsMadeThere() throws IOException {
        Tables tables = tables().product("made", "10", "5", 30, "WORKS", "")
                .component("part", "1", 500)
                .row("sourcing", "part,V,1,true,10,,,,")
                .row("locations", "id,country")
                .row("locations", "WORKS,DE")
                .row("bom", "parent,component,qty_per")
                .row("bom", "made,part,1");
        for (Shock shock : List.of(new Shock.NodeDown("WORKS", 10), new Shock.NodeDown("region:DE", 10))) {
            assertEquals(70, Tables.row(tables.test(shock), "made").impact().lostPieces(), 1e-6, shock::text);
        }
    }

    @Test
    void whatIsOwedByContractIsServedFirst() throws IOException {
        StressReport.Scenario test = tables().product("owed", "10", "5", 0, "", "4")
                .item("dear", "10", "500", 0)
                .component("part", "1", 12)
                .row("sourcing", "part,V,1,true,0,,,,")
                .row("bom", "parent,component,qty_per")
                .row("bom", "owed,part,1")
                .row("bom", "dear,part,1")
                .test(new Shock.SupplierDown("V", 1));
        // twelve parts for twenty products: four are owed, the other eight go where they earn most
        assertEquals(6, Tables.row(test, "owed").impact().lostPieces(), 1e-6);
        assertEquals(2, Tables.row(test, "dear").impact().lostPieces(), 1e-6);
    }

    @Test
    void whatAShockMayHitUnseenIsCountedByItsKind() throws IOException {
        Tables tables = tables().item("seen", "10", "5", 0)
                .item("nowhere", "10", "5", 0)
                .item("no lane", "10", "5", 0)
                .item("elsewhere", "10", "5", 0)
                .row("suppliers", "supplier_id,country")
                .row("suppliers", "V,DE")
                .row("suppliers", "W,FR")
                .row("supply_links", "downstream_supplier,upstream_supplier,site_country")
                .row("supply_links", "V,P,DE")
                .row("supply_links", "W,Q,FR")
                .row("sourcing", "seen,V,1,true,10,P,sea,,")
                .row("sourcing", "no lane,W,1,true,,R,,,")
                .row("sourcing", "elsewhere,W,1,true,10,Q,air,,");
        assertUnseen(1, List.of(Unknown.SOURCE), tables, new Shock.SupplierDown("V", 5));
        assertUnseen(2, List.of(Unknown.SOURCE, Unknown.LANE), tables, new Shock.LaneClosed("sea", 5));
        assertUnseen(2, List.of(Unknown.SOURCE, Unknown.LEAD_TIME), tables, new Shock.LeadTimesTimes(2));
        // R, where "no lane" is made, lies nobody knows where
        assertUnseen(2, List.of(Unknown.REGION, Unknown.SOURCE), tables, new Shock.NodeDown("region:DE", 5));
        assertUnseen(0, List.of(), tables, new Shock.DemandUp(0.5, 5));
        // a rise that nobody notices does not make the lane known
        Unseen together = tables().item("plenty", "10", "5", 5000)
                .row("lanes", "lane_id,mode,origin,dest,chokepoint")
                .row("lanes", "air,air,CN,DE,")
                .row("sourcing", "plenty,V,1,true,10,P,,,")
                .test(new Shock.DemandUp(0.01, 5), new Shock.LaneClosed("air", 5))
                .unseen();
        assertEquals(new Unseen(1, List.of(Unknown.LANE)), together);
        assertEquals(
                "supply or lane",
                tables.test(new Shock.LaneClosed("sea", 5)).unseen().text());
    }

    private static void assertUnseen(int items, List<Unknown> parts, Tables tables, Shock shock) throws IOException {
        assertEquals(new Unseen(items, parts), tables.test(shock).unseen(), shock::text);
    }

    @Test
    void aMarginBelowZeroIsKnownAndLosesNothing() throws IOException {
        Tables tables = tables().item("gift", "10", "-100", 0)
                .item("even", "10", "0", 0)
                .item("open", "10", "", 0)
                .row("sourcing", "gift,S,1,true,0,,,,")
                .row("sourcing", "even,S,1,true,0,,,,")
                .row("sourcing", "open,S,1,true,0,,,,");
        StressReport.Scenario test = tables.test(new Shock.SupplierDown("S", 1));
        assertEquals(StressRow.Basis.NEGATIVE_MARGIN, Tables.row(test, "gift").basis());
        assertEquals(OptionalDouble.of(0), Tables.row(test, "gift").lostValue());
        assertEquals(StressRow.Basis.MARGIN, Tables.row(test, "even").basis());
        assertEquals(OptionalDouble.of(0), Tables.row(test, "even").lostValue());
        assertEquals(StressRow.Basis.UNIT_COST, Tables.row(test, "open").basis());
        assertEquals("open", test.rows().get(0).impact().item());
        VisibilityGap margin = tables.network().gaps().stream()
                .filter(gap -> gap.code().equals(Unknown.MARGIN.name()))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("open"), margin.subjects());
        List<Note> notes = tables.read().notes();
        assertTrue(notes.stream()
                .anyMatch(note -> note.code() == Note.Code.NEGATIVE_MARGIN
                        && note.text().contains("gift")
                        && !note.text().contains("even")));
        assertFalse(test.lostValue().containsKey(StressRow.Basis.SHORTAGE_COST));
    }
}
