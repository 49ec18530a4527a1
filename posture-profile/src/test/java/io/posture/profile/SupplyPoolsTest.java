package io.posture.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.LeadTime;
import io.posture.api.Service;
import io.posture.api.Supplier;
import io.posture.explain.Explanation;
import io.posture.profile.Run.TestItem;
import io.posture.profile.Run.TestSupplier;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SupplyPoolsTest {

    private static final double DIGITS = 1e-9;

    private final Run run = Run.asOf(Run.day(300))
            .item(new TestItem("a").in("kits"))
            .item(new TestItem("b").in("kits"))
            .item(new TestItem("c").in("drugs"))
            .item(new TestItem("d").in("drugs"));

    /** A supplier with a region of its own making. */
    private record Regional(
            @Override String id,
            @Override String country,
            @Override String region) implements Supplier {}

    /** Ten lines with a mean ten days and a half above the first lead time. */
    private void tenLines(String sku, String supplier, int firstLeadTime, String lane) {
        for (int i = 0; i < 10; i++) {
            Purchase.of(sku, supplier, 0, firstLeadTime + i).by(lane).to(run);
        }
    }

    /** Lines promised for day 20, received then or a day later. */
    private void promised(String sku, String supplier, String lane, int onTime, int late) {
        for (int i = 0; i < onTime + late; i++) {
            Purchase.of(sku, supplier, 0, i < onTime ? 20 : 21)
                    .promised(20)
                    .by(lane)
                    .to(run);
        }
    }

    private void sourcing(String sku, String supplier, OptionalDouble agreedDays, String lane) {
        run.builder.sourcing(
                new SourcingRow(Run.id(sku), supplier, Run.NONE, true, agreedDays, Run.NONE, Run.NONE, Run.NONE, lane));
    }

    private LeadTime leadTime(String sku, String supplier) {
        return run.link(sku, supplier).leadTime().orElseThrow();
    }

    private Service service(String sku, String supplier) {
        return run.link(sku, supplier).service().orElseThrow();
    }

    @Test
    void theSupplierComesBeforeTheRoute() {
        tenLines("b", "s", 10, "SUEZ");
        tenLines("c", "t", 90, "CAPE");
        sourcing("a", "s", Run.NONE, "CAPE");
        assertEquals("supplier", leadTime("a", "s").pool());
        assertEquals(14.5, leadTime("a", "s").meanDays(), DIGITS);
    }

    @Test
    void theRouteComesBeforeTheCategory() {
        tenLines("b", "t", 10, "SUEZ");
        tenLines("c", "u", 90, "CAPE");
        sourcing("a", "s", Run.NONE, "CAPE");
        assertEquals("lane", leadTime("a", "s").pool());
        assertEquals(94.5, leadTime("a", "s").meanDays(), DIGITS);
    }

    @Test
    void theRouteOfMostReceiptsIsThatOfASupply() {
        tenLines("c", "t", 10, "SUEZ");
        tenLines("d", "u", 90, "CAPE");
        // two own lines by one and a single one by the other; then those of the supplier's other items
        Purchase.of("a", "s", 0, 40).by("CAPE").to(run);
        Purchase.of("a", "s", 0, 40).by("CAPE").to(run);
        Purchase.of("a", "s", 0, 40).by("SUEZ").to(run);
        assertEquals("lane", leadTime("a", "s").pool());
        assertTrue(leadTime("a", "s").poolMeanDays() > 60);
        sourcing("b", "s", Run.NONE, "");
        assertEquals("lane", leadTime("b", "s").pool());
        assertTrue(leadTime("b", "s").poolMeanDays() > 60);
    }

    @Test
    void aRouteWithNineLinesIsTooThin() {
        for (int i = 0; i < 9; i++) {
            Purchase.of("c", "t", 0, 90).by("CAPE").to(run);
        }
        tenLines("b", "u", 10, "SUEZ");
        sourcing("a", "s", Run.NONE, "CAPE");
        assertEquals("category", leadTime("a", "s").pool());
    }

    @Test
    void theRegionComesBeforeTheCategoryAndIsTheCountryIfNoneIsNamed() {
        run.supplier(new TestSupplier("s", "CN"))
                .supplier(new TestSupplier("t", "CN"))
                .supplier(new TestSupplier("u", "DE"));
        tenLines("c", "t", 90, "");
        tenLines("b", "u", 10, "");
        sourcing("a", "s", Run.NONE, "");
        assertEquals("region", leadTime("a", "s").pool());
        assertEquals(94.5, leadTime("a", "s").meanDays(), DIGITS);
    }

    @Test
    void aNamedRegionReachesAcrossCountries() {
        run.builder.supplier(new Regional("s", "CN", "EAST"));
        run.builder.supplier(new Regional("t", "VN", "EAST"));
        run.builder.supplier(new Regional("u", "CN", "WEST"));
        tenLines("c", "t", 90, "");
        tenLines("b", "u", 10, "");
        sourcing("a", "s", Run.NONE, "");
        assertEquals(94.5, leadTime("a", "s").meanDays(), DIGITS);
    }

    @Test
    void fewLinesOfASupplierLeanOnItsRoute() {
        // 3 hits of 4, route 18 of 20: vector supply.otifShrink-01
        promised("a", "s", "SUEZ", 3, 1);
        promised("b", "t", "SUEZ", 15, 1);
        promised("c", "u", "CAPE", 0, 40);
        Service service = service("a", "s");
        assertEquals("lane", service.pool());
        assertEquals(0.9, service.priorMean(), DIGITS);
        assertEquals(0.8571428571428571, service.otif(), DIGITS);
        assertEquals(0.68366023523727, service.lower05(), DIGITS);
    }

    @Test
    void thenOnItsRegion() {
        run.supplier(new TestSupplier("s", "CN")).supplier(new TestSupplier("t", "CN"));
        promised("a", "s", "", 3, 1);
        promised("c", "t", "", 15, 1);
        promised("b", "u", "", 0, 40);
        assertEquals("region", service("a", "s").pool());
        assertEquals(0.8571428571428571, service("a", "s").otif(), DIGITS);
    }

    @Test
    void thenOnTheCategoryAndTheCompany() {
        promised("a", "s", "", 3, 1);
        promised("b", "t", "", 15, 1);
        promised("c", "u", "", 2, 2);
        assertEquals("category", service("a", "s").pool());
        assertEquals(0.8571428571428571, service("a", "s").otif(), DIGITS);
        // the other category has four lines only: company 20 of 24
        assertEquals("company", service("c", "u").pool());
        assertEquals(20.0 / 24, service("c", "u").priorMean(), DIGITS);
        assertEquals((10 * 20.0 / 24 + 2) / 14, service("c", "u").otif(), DIGITS);
    }

    @Test
    void aRouteWithoutAnyMissIsNoCertainty() {
        promised("a", "s", "SUEZ", 4, 0);
        promised("b", "t", "SUEZ", 16, 0);
        // 20.5 of 21
        assertEquals(20.5 / 21, service("a", "s").priorMean(), DIGITS);
        assertEquals((10 * 20.5 / 21 + 4) / 14, service("a", "s").otif(), DIGITS);
    }

    @Test
    void aPoolStandsInForAnAgreedLeadTimeAndSaysSo() {
        tenLines("b", "s", 10, "");
        sourcing("a", "s", OptionalDouble.of(30), "");
        LeadTime lead = leadTime("a", "s");
        assertEquals(14.5, lead.meanDays(), DIGITS);
        assertEquals(OptionalDouble.of(30), lead.basis().agreedDays());
        Explanation tree = lead.meanFigure();
        assertEquals(
                "AGREED_LEAD_TIME_LONGER", tree.find("warning").orElseThrow().text());
        assertEquals("30", tree.find("agreedLeadTimeDays").orElseThrow().text());
    }

    @Test
    void anAgreedLeadTimeBelowThePoolNeedsNoWarning() {
        tenLines("b", "s", 10, "");
        sourcing("a", "s", OptionalDouble.of(14), "");
        Explanation tree = leadTime("a", "s").meanFigure();
        assertFalse(tree.find("warning").isPresent());
        assertEquals("14", tree.find("agreedLeadTimeDays").orElseThrow().text());
    }
}
