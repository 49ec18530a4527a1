package io.posture.analysis.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.stress.Shock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said to help; a carrying rate of a quarter. */
class FixesTest {

    @TempDir
    private Path folder;

    private Tables tables() {
        return new Tables(folder);
    }

    private static void assertFix(String what, double costPerYear, int daysLeft, StressRow row) {
        StressRow.CheapestFix fix = row.fix().orElseThrow(() -> new AssertionError(row));
        assertEquals(what, fix.what());
        assertEquals(costPerYear, fix.costPerYear(), 1e-6);
        assertEquals(daysLeft, fix.daysOutLeft());
        assertEquals(StressRow.FixState.FOUND, row.fixState());
    }

    @Test
    void aSupplierThatTheShockStopsIsNotOffered() throws IOException {
        Tables tables = tables().item("offer", "10", "5", 50)
                .row("suppliers", "supplier_id,country,alternate_bringup_days")
                .row("suppliers", "S1,DE,")
                .row("suppliers", "S3,DE,5")
                .row("lanes", "lane_id,mode,origin,dest,chokepoint")
                .row("lanes", "L1,sea,CN,DE,SUEZ")
                .row("lanes", "L2,sea,IN,DE,SUEZ")
                .row("supply_links", "downstream_supplier,upstream_supplier,commodity")
                .row("supply_links", "S1,T,steel")
                .row("supply_links", "S3,T,steel")
                .row("sourcing", "offer,S1,1,true,5,P,L1,,")
                .row("sourcing", "offer,S3,0,false,40,P,L2,1,100");
        // nothing on the days 6 to 35, stock for five of them
        for (Shock shock : new Shock[] {
            new Shock.NodeDown("P", 30), new Shock.NodeDown("region:DE", 30), new Shock.NodeDown("T", 30)
        }) {
            assertFix("hold 250 more", 625, 0, Tables.row(tables.test(shock), "offer"));
        }
        // nothing on the days 1 to 30, stock for five of them
        assertFix("hold 250 more", 625, 0, Tables.row(tables.test(new Shock.LaneClosed("SUEZ", 30)), "offer"));
        // what stops only the one leaves the other
        assertFix("qualify S3", 100, 0, Tables.row(tables.test(new Shock.SupplierDown("S1", 30)), "offer"));
    }

    @Test
    void stockOfTheComponentHelpsAllThatIsMadeOfIt() throws IOException {
        StressReport.Scenario test =
                family(tables().row("sourcing", "K,S1,1,true,10,,,,")).test(new Shock.SupplierDown("S1", 30));
        // 300 products of each, one part in the one and two in the other; a part costs 1, a product 10
        for (String product : new String[] {"P1", "P2"}) {
            assertEquals(300, Tables.row(test, product).impact().lostPieces(), 1e-6);
            assertFix("hold 900 more of K", 225, 0, Tables.row(test, product));
        }
        assertFix("hold 900 more", 225, 0, Tables.row(test, "K"));
    }

    @Test
    void aSecondSourceOfTheComponentHelpsAllThatIsMadeOfIt() throws IOException {
        StressReport.Scenario test = family(
                        tables().row("sourcing", "K,S1,1,true,10,,,,").row("sourcing", "K,S2,0,false,10,,,1,80"))
                .test(new Shock.SupplierDown("S1", 30));
        assertFix("qualify S2 for K", 80, 0, Tables.row(test, "P1"));
        assertFix("qualify S2 for K", 80, 0, Tables.row(test, "P2"));
        assertFix("qualify S2", 80, 0, Tables.row(test, "K"));
    }

    private static Tables family(Tables tables) {
        return tables.item("P1", "10", "5", 0)
                .item("P2", "10", "500", 0)
                .component("K", "1", 0)
                .row("bom", "parent,component,qty_per")
                .row("bom", "P1,K,1")
                .row("bom", "P2,K,2");
    }

    @Test
    void whatWasNotTriedIsSaid() throws IOException {
        Tables tables = tables().component("K", "", 0).row("sourcing", "K,S1,1,true,0,,,,");
        tables.row("bom", "parent,component,qty_per");
        int products = 150;
        for (int i = 0; i < products; i++) {
            String id = String.format(Locale.ROOT, "P%03d", i);
            tables.item(id, Integer.toString(1 + i), "5", 0).row("bom", id + ",K,1");
        }
        StressReport.Scenario test = tables.test(new Shock.SupplierDown("S1", 1));
        assertEquals(products + 1, test.hit().size());
        // the hundred cheapest are tried
        assertFix("hold 10 more", 2.5, 0, Tables.row(test, "P000"));
        assertFix("hold 10 more", 250, 0, Tables.row(test, "P099"));
        StressRow dear = Tables.row(test, "P100");
        assertEquals(StressRow.FixState.PARTLY_TRIED, dear.fixState());
        assertTrue(dear.fix().isEmpty());
    }

    @Test
    void whatHasNoKnownCostAndWhatDoesNotHelpAreDifferentThings() throws IOException {
        Tables tables = tables().item("free", "", "5", 0)
                .item("safe", "10", "5", 1000)
                .row("sourcing", "free,S1,1,true,0,P,,,")
                .row("sourcing", "free,S2,0,false,0,P,,1,80")
                .row("sourcing", "safe,S1,1,true,0,P,,,");
        StressReport.Scenario plant = tables.test(new Shock.NodeDown("P", 10));
        assertEquals(StressRow.FixState.NOTHING_HELPS, Tables.row(plant, "free").fixState());
        assertEquals(StressRow.FixState.NOT_NEEDED, Tables.row(plant, "safe").fixState());
        StressReport.Scenario rise = tables.test(new Shock.DemandUp(1, 10));
        assertEquals(80, Tables.row(rise, "free").fix().orElseThrow().costPerYear(), 1e-6);
    }
}
