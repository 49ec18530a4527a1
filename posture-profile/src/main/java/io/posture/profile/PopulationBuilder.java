package io.posture.profile;

import io.posture.api.Bucket;
import io.posture.api.DemandProfile;
import io.posture.api.Item;
import io.posture.api.ItemId;
import io.posture.api.ItemProfile;
import io.posture.api.ItemState;
import io.posture.api.LeadTime;
import io.posture.api.Lifecycle;
import io.posture.api.Supplier;
import io.posture.api.SupplyProfile;
import io.posture.numerics.Require;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Collects the rows of a run and makes the profiles of its items. Items come before the rows that name them; apart from
 * that the order of the calls never changes a result. Not thread-safe.
 */
public final class PopulationBuilder {

    private static final String DEMAND = "demand";
    private static final String RECEIPTS = "receipts";
    private static final String STOCK = "stock";
    private static final String EVENTS = "events";

    private final ProfileSettings settings;
    private final List<Item> items = new ArrayList<>();
    private final Map<ItemId, Integer> numbers = new HashMap<>();
    private final Map<String, RowSource> sources = new HashMap<>();
    private final Map<ItemId, StatedDemand> stated = new HashMap<>();
    private final SupplyTables tables = new SupplyTables();
    private final DemandLines demand = new DemandLines();
    private final ReceiptLines receipts = new ReceiptLines();
    private final StockLedger stock = new StockLedger();
    private final DisruptionEvents events = new DisruptionEvents();

    /** An empty run. */
    public PopulationBuilder(ProfileSettings settings) {
        this.settings = settings;
    }

    /**
     * Adds an item.
     *
     * @throws IllegalArgumentException if its id was given before
     */
    public void item(Item item) {
        if (numbers.putIfAbsent(item.id(), items.size()) != null) {
            throw new IllegalArgumentException("item " + item.id() + " was given before");
        }
        items.add(item);
    }

    /** Whether an item was given. */
    public boolean hasItem(ItemId id) {
        return numbers.containsKey(id);
    }

    /** The number of an item, from 0 in the order of the calls; empty if it was not given. */
    public OptionalInt number(ItemId id) {
        Integer number = numbers.get(id);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /**
     * An item by its number.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public Item item(int number) {
        return items.get(number);
    }

    /**
     * Adds a supplier. A supplier that only other rows name is known by its id alone.
     *
     * @throws IllegalArgumentException if its id was given before
     */
    public void supplier(Supplier supplier) {
        tables.add(supplier);
    }

    /** Whether a supplier was given. */
    public boolean hasSupplier(String id) {
        return tables.hasSupplier(id);
    }

    /**
     * Adds the risk of a country.
     *
     * @param country ISO 3166-1 alpha-2 code
     * @param score 0 to 1, 1 worst
     * @throws IllegalArgumentException if the score is outside [0, 1] or contradicts an earlier one
     */
    public void countryRisk(String country, double score) {
        tables.addCountryRisk(country, Require.share("score", score));
    }

    /**
     * Adds a supplier of an item.
     *
     * @throws IllegalArgumentException if the item is unknown or its supplier was given before
     */
    public void sourcing(SourcingRow row) {
        tables.add(numberOf(row.item()), row);
    }

    /** Adds a place behind a supplier. */
    public void supplyLink(SupplyLinkRow row) {
        tables.add(row);
    }

    /**
     * Adds demand.
     *
     * @param item the item
     * @param date day, or any day of the week or month
     * @param grain period that the line speaks of; an item with lines per month keeps the month as its bucket
     * @param pieces pieces issued; below 0 for a return
     * @param row row number in the source, from 1; 0 if there is none
     * @throws IllegalArgumentException if the item is unknown or the pieces are NaN or beyond 1e15
     */
    public void demand(ItemId item, LocalDate date, Bucket grain, double pieces, int row) {
        demand(numberOf(item), Math.toIntExact(date.toEpochDay()), grain, pieces, row);
    }

    /**
     * Adds demand of which nothing but the quantity is known, without an object for it.
     *
     * @param number number of the item
     * @param epochDay days since 1970-01-01 of the day, or of any day of the week or month
     * @param grain period that the line speaks of
     * @param pieces pieces issued; below 0 for a return
     * @param row row number in the source, from 1; 0 if there is none
     * @throws IllegalArgumentException if the pieces are NaN or beyond 1e15
     */
    public void demand(int number, int epochDay, Bucket grain, double pieces, int row) {
        demand.add(number, epochDay, grain, Pieces.of("pieces", pieces), row);
    }

    /**
     * Adds demand with what is known around it: documents and partners tell corrections from returns, days without stock tell
     * what could not be sold.
     *
     * @throws IllegalArgumentException if the item is unknown
     */
    public void demand(DemandRow row) {
        demand.add(numberOf(row.item()), row);
    }

    /**
     * Adds a receipt or an open line.
     *
     * @throws IllegalArgumentException if the item is unknown
     */
    public void receipt(ReceiptRow row) {
        receipts.add(numberOf(row.item()), row);
    }

    /**
     * Adds a count of stock. The newest counts of an item add up.
     *
     * @throws IllegalArgumentException if the item is unknown
     */
    public void stock(StockRow row) {
        stock.add(numberOf(row.item()), row);
    }

    /**
     * Says how much of an item's stock is held as a strategic stockpile; several places add up.
     *
     * @throws IllegalArgumentException if the item is unknown, or the pieces are negative or not finite
     */
    public void strategicStock(ItemId item, double pieces) {
        stock.addStrategic(numberOf(item), Require.notNegative("pieces", pieces));
    }

    /**
     * Says how much of an item a regulation asks to be held as a strategic stockpile, whatever it costs; several places add up.
     *
     * @throws IllegalArgumentException if the item is unknown, or the pieces are negative or not finite
     */
    public void regulatoryMinimum(ItemId item, double pieces) {
        stock.addRegulatory(numberOf(item), Require.notNegative("pieces", pieces));
    }

    /** Adds a disruption. */
    public void event(EventRow row) {
        events.add(row);
    }

    /**
     * Adds demand that somebody states and no history shows; it stands in while the item has fewer than 8 full buckets of its own.
     *
     * @throws IllegalArgumentException if the item is unknown
     */
    public void statedDemand(StatedDemand demand) {
        numberOf(demand.item());
        stated.put(demand.item(), demand);
    }

    /**
     * Names where the rows of a table come from, if it is one file and they carry its row numbers.
     *
     * @param table {@code demand}, {@code receipts} or {@code stock}
     * @param file name that explanations show
     */
    public void source(String table, String file) {
        source(table).number(file, 1);
    }

    /**
     * The number by which a row of a file is known; rows of demand, receipts and stock carry it.
     *
     * @param table {@code demand}, {@code receipts}, {@code stock} or {@code events}
     * @param file name that explanations show
     * @param row row in the file as an editor shows it, from 1
     */
    public int row(String table, String file, int row) {
        return source(table).number(file, row);
    }

    /**
     * Dates of demand and receipts that lie so far ahead of all others that the day of the run should not be taken from them: at
     * most 5 % of at least 20 dates, more than a year after the others. Empty if there are none, or the day of the run is set.
     */
    public Optional<DatesAhead> datesAhead() {
        if (settings.asOf().isPresent()) {
            return Optional.empty();
        }
        WeekCounts weeks = new WeekCounts();
        demand.count(weeks);
        receipts.count(weeks);
        OptionalInt from = weeks.aheadFrom();
        if (from.isEmpty()) {
            return Optional.empty();
        }
        int first = from.getAsInt();
        int[] issued = demand.rowsSince(first);
        int[] bought = receipts.rowsSince(first);
        return Optional.of(new DatesAhead(
                LocalDate.ofEpochDay(days().max().orElseThrow()),
                LocalDate.ofEpochDay(days().filter(day -> day < first).max().orElseThrow()),
                issued.length + bought.length,
                List.of(source(DEMAND).refs(issued), source(RECEIPTS).refs(bought))));
    }

    private IntStream days() {
        return IntStream.concat(demand.days(), receipts.days());
    }

    /** Makes the profiles. */
    public Population build() {
        AssumptionLog log = new AssumptionLog();
        Window window = Window.of(asOf(log), settings.windowMonths());
        DemandProfiler demandProfiler = new DemandProfiler(items, demand, stock, window, settings, log, source(DEMAND));
        Purchases purchases = new Purchases(
                items,
                tables,
                receipts.within(window),
                receipts.counts(items.size()),
                window,
                settings,
                log,
                source(RECEIPTS));
        if (events.laterThan(window.asOf())) {
            log.add(Premise.DISRUPTIONS_LATER);
        }
        DisruptionRecords disruptions =
                new DisruptionRecords(events, tables, receipts.firstOrders(), window.asOf(), source(EVENTS));
        SupplyProfiler supplyProfiler = new SupplyProfiler(items, tables, purchases, disruptions, log);
        List<DemandProfile> demands = demandProfiler.profiles();
        Analogues analogues = new Analogues(items, numbers, stated, demands, demandProfiler, log);
        List<ItemProfile> profiles = IntStream.range(0, items.size())
                .boxed()
                .sorted(Comparator.comparing(number -> items.get(number).id()))
                .map(number -> {
                    Item item = items.get(number);
                    SupplyProfile supply = supplyProfiler.profile(number);
                    ItemState state = state(item, demandProfiler.isNew(number), supply, window.asOf());
                    noteAssumptions(number, item, log);
                    return new ItemProfile(
                            item,
                            state,
                            state == ItemState.NEW ? analogues.standIn(number) : demands.get(number),
                            supply,
                            stock.position(number, window.asOf(), log, source(STOCK)),
                            Optional.of(window.asOf()),
                            Optional.empty(),
                            Optional.empty());
                })
                .toList();
        return new Population(window.asOf(), profiles, log.list(settings));
    }

    private static ItemState state(Item item, boolean isNew, SupplyProfile supply, LocalDate asOf) {
        double leadTimeDays = supply.leadTime().map(LeadTime::meanDays).orElse(0.0);
        boolean ending = item.endOfLifeOn()
                .map(date -> date.toEpochDay() <= asOf.toEpochDay() + leadTimeDays)
                .orElse(false);
        if (item.lifecycle() == Lifecycle.OBSOLETE || ending) {
            return ItemState.OBSOLETE;
        }
        return isNew ? ItemState.NEW : ItemState.ACTIVE;
    }

    private static void noteAssumptions(int number, Item item, AssumptionLog log) {
        if (item.unitCost().isEmpty()) {
            log.add(Premise.UNIT_COST_UNKNOWN, number);
        }
        if (item.carryingRate().isEmpty()) {
            log.add(Premise.CARRYING_RATE, number);
        }
        if (item.shelfLifeDays().isEmpty()) {
            log.add(Premise.SHELF_LIFE_UNKNOWN, number);
        }
        if (item.criticality().known().isEmpty()) {
            log.add(Premise.CRITICALITY_UNKNOWN, number);
        }
    }

    /** The set date, else the newest of demand and receipts, else of stock; a run without any date has no window to fill. */
    private LocalDate asOf(AssumptionLog log) {
        if (settings.asOf().isPresent()) {
            return settings.asOf().get();
        }
        OptionalInt newest = IntStream.concat(demand.newestDay().stream(), receipts.newestDay().stream())
                .max();
        if (newest.isPresent()) {
            return LocalDate.ofEpochDay(newest.getAsInt());
        }
        log.add(Premise.DATE_UNKNOWN);
        return stock.newestDay().orElse(LocalDate.EPOCH);
    }

    private int numberOf(ItemId id) {
        Integer number = numbers.get(id);
        if (number == null) {
            throw new IllegalArgumentException(
                    "no item " + id + ". Maybe it is missing in items, or rows came before their items.");
        }
        return number;
    }

    private RowSource source(String table) {
        return sources.computeIfAbsent(table, RowSource::new);
    }
}
