package io.posture.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.SourcingLink;
import io.posture.api.StockPosition;
import io.posture.api.SupplierStatus;
import io.posture.api.Upstream;
import io.posture.profile.Run.TestSupplier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PopulationSourcingTest {

    private static final double DIGITS = 1e-12;

    private final Run run = Run.asOf(Run.day(200)).item("a");

    private PopulationSourcingTest source(String supplier, double share) {
        run.sourcing("a", supplier, OptionalDouble.of(share), Run.NONE, Run.NONE);
        return this;
    }

    private PopulationSourcingTest place(
            String supplier, String place, String sku, OptionalDouble share, String country) {
        run.builder.supplyLink(new SupplyLinkRow(supplier, place, sku, share, country));
        return this;
    }

    private Map<String, Double> shares() {
        Map<String, Double> shares = new LinkedHashMap<>();
        run.profile("a")
                .supply()
                .links()
                .forEach(link -> shares.put(link.supplier().id(), link.share()));
        return shares;
    }

    private List<Upstream> upstream(String supplier) {
        return run.link("a", supplier).upstream();
    }

    private void delivered(String supplier, OptionalDouble ordered, OptionalDouble received) {
        run.builder.receipt(new ReceiptRow(
                "",
                "",
                Run.id("a"),
                supplier,
                Optional.of(Run.day(0)),
                Optional.empty(),
                Optional.of(Run.day(9)),
                ordered,
                received,
                0));
    }

    @Test
    void sharesComeFromReceivedPieces() {
        delivered("s", OptionalDouble.of(40), OptionalDouble.of(30));
        delivered("t", OptionalDouble.of(10), OptionalDouble.of(10));
        assertEquals(Map.of("s", 0.75, "t", 0.25), shares());
        assertTrue(Run.assumption(run.build(), Premise.SHARES_FROM_RECEIPTS).isPresent());
    }

    @Test
    void whereReceivedPiecesAreUnknownOrderedOnesCount() {
        delivered("s", OptionalDouble.of(30), Run.NONE);
        delivered("t", OptionalDouble.of(10), OptionalDouble.of(10));
        assertEquals(Map.of("s", 0.75, "t", 0.25), shares());
    }

    @Test
    void whereNoPiecesAreKnownLinesCount() {
        delivered("s", Run.NONE, Run.NONE);
        delivered("s", OptionalDouble.of(1000), Run.NONE);
        delivered("t", Run.NONE, Run.NONE);
        delivered("t", Run.NONE, Run.NONE);
        assertEquals(Map.of("s", 0.5, "t", 0.5), shares());
    }

    @Test
    void aSupplierThatNeverDeliveredIsNoSecondSource() {
        delivered("s", OptionalDouble.of(10), OptionalDouble.of(10));
        run.open("a", "t", 5);
        assertEquals(Map.of("s", 1.0), shares());
    }

    @Test
    void openOrdersShowTheSupplierWhileNothingArrived() {
        run.open("a", "t", 5);
        assertEquals(Map.of("t", 1.0), shares());
    }

    @Test
    void linksComeByShareThenById() {
        source("t", 0.25).source("s", 0.25).source("u", 0.5);
        assertEquals(List.of("u", "s", "t"), List.copyOf(shares().keySet()));
    }

    @Test
    void rowsWithoutShareDivideTheRest() {
        source("s", 0.5);
        run.sourcing("a", "t", Run.NONE, Run.NONE, Run.NONE).sourcing("a", "u", Run.NONE, Run.NONE, Run.NONE);
        assertEquals(Map.of("s", 0.5, "t", 0.25, "u", 0.25), shares());
        assertTrue(Run.assumption(run.build(), Premise.SHARES_EQUAL).isPresent());
    }

    @Test
    void anUnqualifiedSupplierGetsNoEqualPart() {
        run.sourcing("a", "s", Run.NONE, Run.NONE, Run.NONE);
        run.builder.sourcing(
                new SourcingRow(Run.id("a"), "t", Run.NONE, false, Run.NONE, Run.NONE, Run.NONE, Run.NONE));
        run.supplier(new TestSupplier("u", "", SupplierStatus.BLOCKED, Run.NONE))
                .sourcing("a", "u", Run.NONE, Run.NONE, Run.NONE);
        assertEquals(Map.of("s", 1.0, "t", 0.0, "u", 0.0), shares());
        assertFalse(run.profile("a").supply().hasQualifiedAlternate());
    }

    @Test
    void sharesAreBroughtToASumOfOneAndItIsSaid() {
        source("s", 0.5).source("t", 0.3);
        assertEquals(0.625, shares().get("s"), DIGITS);
        assertEquals(0.375, shares().get("t"), DIGITS);
        assertTrue(Run.assumption(run.build(), Premise.SHARES_NORMALISED).isPresent());
    }

    @Test
    void alternatesOnlyMeansNothingIsBought() {
        source("s", 0).source("t", 0);
        assertEquals(Map.of("s", 0.0, "t", 0.0), shares());
        assertTrue(run.profile("a").supply().used().isEmpty());
    }

    @Test
    void receiptsDoNotOverruleSourcing() {
        source("s", 1);
        delivered("t", OptionalDouble.of(10), OptionalDouble.of(10));
        assertEquals(Map.of("s", 1.0), shares());
    }

    @Test
    void aSupplierNobodyDescribedHasNoCountry() {
        delivered("s", OptionalDouble.of(10), OptionalDouble.of(10));
        SourcingLink link = run.link("a", "s");
        assertEquals("", link.supplier().country());
        assertEquals(OptionalDouble.empty(), link.countryRisk());
        assertFalse(run.builder.hasSupplier("s"));
    }

    @Test
    void weightsAboveOneBecomeShares() {
        source("s", 1)
                .place("s", "p", "", OptionalDouble.of(2), "IN")
                .place("s", "q", "", OptionalDouble.of(1), "")
                .place("s", "p", "", OptionalDouble.of(1), "IN");
        assertEquals(List.of(new Upstream("p", "IN", 0.75), new Upstream("q", "", 0.25)), upstream("s"));
    }

    @Test
    void whatSharesLeaveIsUnmapped() {
        source("s", 1).place("s", "p", "", OptionalDouble.of(0.4), "IN");
        assertEquals(List.of(new Upstream("p", "IN", 0.4)), upstream("s"));
    }

    @Test
    void placesWithoutSharesDivideTheRest() {
        source("s", 1)
                .place("s", "p", "", OptionalDouble.of(0.5), "")
                .place("s", "q", "", Run.NONE, "")
                .place("s", "r", "", Run.NONE, "");
        assertEquals(
                List.of(new Upstream("p", "", 0.5), new Upstream("q", "", 0.25), new Upstream("r", "", 0.25)),
                upstream("s"));
    }

    @Test
    void placesOfTheItemComeBeforePlacesOfTheSupplier() {
        source("s", 1).place("s", "p", "", Run.NONE, "").place("s", "q", "a", Run.NONE, "");
        assertEquals(List.of(new Upstream("q", "", 1)), upstream("s"));
    }

    @Test
    void contradictingCountriesOfAPlaceLeaveItUnknown() {
        source("s", 1).place("s", "p", "", Run.NONE, "IN").place("s", "p", "", Run.NONE, "CN");
        assertEquals(List.of(new Upstream("p", "", 1)), upstream("s"));
    }

    @Test
    void countryRiskIsThatOfThePlacesWhereEverythingIsMade() {
        run.builder.countryRisk("IN", 0.5);
        run.builder.countryRisk("DE", 0.1);
        run.builder.countryRisk("US", 0.2);
        run.supplier(new TestSupplier("s", "US")).supplier(new TestSupplier("t", "US"));
        run.supplier(new TestSupplier("u", "US", SupplierStatus.APPROVED, OptionalDouble.of(0.9)));
        run.supplier(new TestSupplier("v", "XX"));
        source("s", 0.25).source("t", 0.25).source("u", 0.25).source("v", 0.25);
        for (String supplier : List.of("s", "u")) {
            place(supplier, "p", "", OptionalDouble.of(0.75), "IN")
                    .place(supplier, "q", "", OptionalDouble.of(0.25), "DE");
        }
        place("t", "p", "", OptionalDouble.of(0.75), "IN");
        // 0.75 * 0.5 + 0.25 * 0.1
        assertEquals(0.4, run.link("a", "s").countryRisk().orElseThrow(), DIGITS);
        // a quarter of the deliveries is unmapped: the supplier's country
        assertEquals(0.2, run.link("a", "t").countryRisk().orElseThrow(), DIGITS);
        assertEquals(0.9, run.link("a", "u").countryRisk().orElseThrow(), DIGITS);
        assertEquals(OptionalDouble.empty(), run.link("a", "v").countryRisk());
    }

    @Test
    void repeatedKeysAreRefused() {
        source("s", 1);
        Exception refused = assertThrows(IllegalArgumentException.class, () -> source("s", 0.5));
        assertEquals("sourcing of a from s was given before", refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> run.item("a"));
        run.supplier(new TestSupplier("s", ""));
        assertThrows(IllegalArgumentException.class, () -> run.supplier(new TestSupplier("s", "")));
        run.builder.countryRisk("DE", 0.1);
        run.builder.countryRisk("DE", 0.1);
        assertThrows(IllegalArgumentException.class, () -> run.builder.countryRisk("DE", 0.2));
    }

    @Test
    void rowsOfUnknownItemsAreRefused() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> run.issue("b", "2024-01-01", 1));
        assertEquals("no item b. Maybe it is missing in items, or rows came before their items.", refused.getMessage());
    }

    @Test
    void stockIsTheNewestUsableCount() {
        stock(10, true, 99);
        stock(20, true, 7);
        stock(20, true, 5);
        stock(20, false, 100);
        stock(201, true, 1000);
        assertEquals(OptionalDouble.of(12), run.profile("a").stock().usablePieces());
    }

    @Test
    void onlyBlockedStockIsNoStock() {
        stock(20, false, 100);
        assertEquals(OptionalDouble.of(0), run.profile("a").stock().usablePieces());
    }

    @Test
    void negativeStockIsNoneAndItIsSaid() {
        stock(20, true, -5);
        assertEquals(OptionalDouble.of(0), run.profile("a").stock().usablePieces());
        assertTrue(Run.assumption(run.build(), Premise.STOCK_NEGATIVE).isPresent());
    }

    @Test
    void stockWithoutACountIsUnknown() {
        assertEquals(StockPosition.UNKNOWN, run.profile("a").stock());
        assertTrue(Run.assumption(run.build(), Premise.STOCK_UNKNOWN).isPresent());
    }

    private void stock(int day, boolean usable, double pieces) {
        run.builder.stock(new StockRow(Run.id("a"), Run.day(day), usable, pieces, 0));
    }
}
