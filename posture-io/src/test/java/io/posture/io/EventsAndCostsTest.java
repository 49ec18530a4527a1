package io.posture.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.DisruptionLengths;
import io.posture.api.ItemId;
import io.posture.api.ItemProfile;
import io.posture.api.SourceTerms;
import io.posture.api.SourcingLink;
import io.posture.io.input.Note;
import io.posture.profile.ProfileSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables events and stockout_costs, and the columns of other tables that strategic stock needs. */
class EventsAndCostsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void twoItemsOfOneSupplier() throws IOException {
        write("items.csv", "item_id,unit_cost,unit_margin,failures_per_year", "bolt,1,35,2", "nut,1,,");
        write("demand.csv", "item_id,date,quantity", "bolt,2024-12-30,10", "nut,2024-12-30,10");
        write("suppliers.csv", "supplier_id,country,ttr_days,alternate_bringup_days", "V1,IN,84,21");
        write(
                "sourcing.csv",
                "item_id,supplier_id,share,price_premium,fixed_cost_yr,surge_pct",
                "bolt,V1,1,,,",
                "bolt,V2,0,0.04,100,0.8");
        write(
                "receipts.csv",
                "item_id,supplier_id,order_date,receipt_date,received_qty",
                "bolt,V1,2023-01-02,2023-02-01,5");
    }

    @Test
    void disruptionsOfASourceReachTheItemsThatDependOnIt() throws IOException {
        write(
                "events.csv",
                "event_id,at,scope,ref,kind,ended_on",
                "E1,2023-06-01,supplier,V1,,2023-07-01",
                "E2,2024-12-02,region,in,disruption,",
                "E3,2024-01-01,supplier,V1,price,",
                "E4,2024-01-01,industry,steel,price,");
        Import read = read();
        SourcingLink link = profile(read, "bolt").supply().links().get(0);
        assertEquals(
                new DisruptionLengths(List.of(30.0), List.of(30.0)),
                link.disruptions().lengths());
        assertEquals(2, link.disruptions().yearsObserved(), 1e-9);
        assertEquals("events.csv rows 2, 3", link.disruptions().rows().toString());
        assertEquals(
                1,
                read.sources().stream()
                        .filter(source -> source.name().equals("events.csv"))
                        .flatMap(source -> source.tables().stream())
                        .mapToLong(table -> table.filtered().getOrDefault("announced-of-no-item-or-source", 0L))
                        .sum());
    }

    @Test
    void announcementsReachTheItemAndTheItemsOfTheSource() throws IOException {
        write(
                "events.csv",
                "event_id,at,scope,ref,kind,as_of",
                "E1,2024-01-01,supplier,v1,price,",
                "E2,2024-03-01,region,IN,price,",
                "E3,2025-06-30,item,bolt,end_of_life,",
                "E4,2025-06-30,item,bolt,notice,2025-02-01",
                "E5,2024-12-01,lane,V1,notice,");
        Import read = read();
        LocalDate day = LocalDate.of(2024, 12, 30);
        assertEquals(
                Map.of(
                        Announcements.Kind.PRICE, LocalDate.of(2024, 3, 1),
                        Announcements.Kind.END_OF_LIFE, LocalDate.of(2025, 6, 30)),
                read.records().announced().latest(profile(read, "bolt"), day));
        assertEquals(Map.of(), read.records().announced().latest(profile(read, "nut"), day));
    }

    @Test
    void aDisruptionThatIsOverBeforeItBeganIsSetAside() throws IOException {
        write("events.csv", "event_id,at,scope,ref,ended_on", "E1,2023-06-01,supplier,V1,2023-05-01");
        assertEquals(
                List.of(
                        "events.csv:2:5 [E-NUM-002] ended_on \"2023-05-01\" is before the disruption began on 2023-06-01."
                                + " Correct one of the days. Leave ended_on empty while it is not over. Row set aside in"
                                + " rejects.csv."),
                read().rejects().stream().map(reject -> reject.text()).toList());
    }

    @Test
    void aScopeThatDoesNotExistIsSetAside() throws IOException {
        write("events.csv", "event_id,at,scope,ref", "E1,2023-06-01,planet,V1");
        assertEquals("E-CODE-001", read().rejects().get(0).code().id());
    }

    @Test
    void disruptionsOfWhatNobodyHasAreNoted() throws IOException {
        write(
                "events.csv",
                "event_id,at,scope,ref",
                "E1,2023-06-01,supplier,V9",
                "E2,2023-06-01,item,screw",
                "E3,2023-06-01,industry,Somebody",
                "E4,2023-06-01,supplier,v1");
        Note note = read().notes().stream()
                .filter(one -> one.code() == Note.Code.EVENT_UNMATCHED)
                .findFirst()
                .orElseThrow();
        assertTrue(note.text().endsWith(": item screw, supplier V9"), note.text());
    }

    @Test
    void theSameEventOfTwoSourcesIsNoRepetition() throws IOException {
        write(
                "events.csv",
                "event_id,at,scope,ref,ended_on",
                "E1,2023-06-01,supplier,V1,2023-06-11",
                "E1,2023-06-01,supplier,V2,2023-06-11",
                "E1,2023-06-01,supplier,V2,2023-06-11");
        Import read = read();
        assertTrue(read.rejects().isEmpty());
        assertEquals(
                List.of(10.0),
                profile(read, "bolt")
                        .supply()
                        .links()
                        .get(1)
                        .disruptions()
                        .lengths()
                        .closedDays());
    }

    @Test
    void aStockOutCostsItsEventOverThePiecesThatAreShort() throws IOException {
        // econ.stockoutCost-01 of the reference vectors: 216,000 for 200 pieces
        write(
                "stockout_costs.csv",
                "item_id,units_short,expedite,downtime_hours,downtime_cost_per_hour,penalty,churn_probability,customer_value",
                "bolt,200,4000,16,12000,10000,0.02,500000");
        assertEquals(1080, profile(read(), "bolt").shortageCost().orElseThrow().value(), 1e-9);
    }

    @Test
    void withoutDowntimeTheMarginIsLostOnTopUnlessItIsUnknown() throws IOException {
        write(
                "stockout_costs.csv",
                "item_id,units_short,expedite",
                "bolt,200,4000", // 20 a piece and the margin of 35
                "nut,200,4000");
        Import read = read();
        assertEquals(55, profile(read, "bolt").shortageCost().orElseThrow().value(), 1e-9);
        assertEquals(20, profile(read, "nut").shortageCost().orElseThrow().value(), 1e-9);
        assertEquals(
                "SHORTAGE_COST_LOWER_BOUND",
                profile(read, "nut")
                        .shortageCost()
                        .orElseThrow()
                        .find("warning")
                        .orElseThrow()
                        .text());
    }

    @Test
    void whatTheItemItselfSaysOfACostWins() throws IOException {
        write("items.csv", "item_id,unit_cost,stockout_cost_per_unit", "bolt,1,7", "nut,1,");
        write("stockout_costs.csv", "item_id,units_short,expedite", "bolt,200,4000", "screw,1,1");
        Import read = read();
        assertEquals(7, profile(read, "bolt").shortageCost().orElseThrow().value(), 0);
        assertEquals("E-KEY-003", read.rejects().get(0).code().id());
    }

    @Test
    void anEventWithoutItsPiecesPricesNothing() throws IOException {
        write("items.csv", "item_id,unit_cost", "bolt,1", "nut,1");
        write("stockout_costs.csv", "item_id,units_short,expedite", "bolt,,4000");
        assertTrue(profile(read(), "bolt").shortageCost().isEmpty());
    }

    @Test
    void termsOfSourcesAndSparesAreRead() throws IOException {
        Import read = read();
        SourcingLink alternate = profile(read, "bolt").supply().links().get(1);
        assertEquals(
                new SourceTerms(
                        OptionalDouble.of(0.04),
                        OptionalDouble.of(100),
                        OptionalDouble.of(0.8),
                        OptionalDouble.empty()),
                alternate.terms());
        SourcingLink used = profile(read, "bolt").supply().links().get(0);
        assertEquals(84, used.supplier().recoveryDays().orElseThrow(), 0);
        assertEquals(21, used.supplier().alternateBringUpDays().orElseThrow(), 0);
        assertEquals(2, profile(read, "bolt").item().failuresPerYear().orElseThrow(), 0);
    }

    @Test
    void aPriceOfASourceIsInItsOwnCurrencyOrThatOfItsItem() throws IOException {
        write("items.csv", "item_id,unit_cost,currency", "bolt,1,EUR", "nut,1,EUR");
        write(
                "sourcing.csv",
                "item_id,supplier_id,share,unit_price,currency",
                "bolt,V1,1,2.5,",
                "bolt,V2,0,2.6,eur",
                "nut,V1,1,3,USD");
        Import read = read();
        List<SourcingLink> links = profile(read, "bolt").supply().links();
        assertEquals(2.5, links.get(0).terms().unitPrice().orElseThrow(), 0);
        assertEquals(2.6, links.get(1).terms().unitPrice().orElseThrow(), 0);
        // nobody says in which currency the run is, nor what a dollar is worth
        assertTrue(
                profile(read, "nut").supply().links().get(0).terms().unitPrice().isEmpty());
    }

    @Test
    void strategicStockOfTodayAndWhatIsOnItsWayStandApart() throws IOException {
        write(
                "item_locations.csv",
                "item_id,location_id,current_strategic_stock",
                "bolt,P1,30",
                "bolt,P2,20",
                "nut,P1,0");
        write(
                "stock.csv",
                "item_id,as_of,quantity,status",
                "bolt,2025-01-01,100,unrestricted",
                "bolt,2025-01-01,40,in_transit");
        Import read = read();
        assertEquals(50, profile(read, "bolt").stock().strategicPieces(), 0);
        assertEquals(100, profile(read, "bolt").stock().usablePieces().orElseThrow(), 0);
        assertEquals(40, profile(read, "bolt").stock().inTransitPieces(), 0);
        assertTrue(profile(read, "nut").stock().strategicKnown());
    }

    @Test
    void whatARegulationAsksForAddsUpOverPlacesAndIsNotSaidToBeUnused() throws IOException {
        write("item_locations.csv", "item_id,location_id,regulatory_min_qty", "bolt,P1,30", "bolt,P2,20.5", "nut,P1,");
        write("stock.csv", "item_id,as_of,quantity", "bolt,2025-01-01,100");
        Import read = read();
        assertEquals(50.5, profile(read, "bolt").stock().regulatoryPieces(), 0);
        assertFalse(profile(read, "bolt").stock().strategicKnown());
        assertEquals(0, profile(read, "nut").stock().regulatoryPieces(), 0);
        assertTrue(read.notes().stream().noneMatch(note -> note.text().contains("regulatory_min_qty")));
    }

    private static ItemProfile profile(Import read, String item) {
        return read.population().find(ItemId.of(item)).orElseThrow();
    }

    private Import read() {
        return Importer.read(
                DataSet.of(List.of(folder.toString())), ProfileSettings.DEFAULTS.withAsOf(LocalDate.of(2025, 1, 1)));
    }

    private void write(String file, String... lines) throws IOException {
        Files.writeString(folder.resolve(file), String.join("\n", lines) + "\n");
    }
}
