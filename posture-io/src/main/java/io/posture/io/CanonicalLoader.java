package io.posture.io;

import io.posture.api.Bucket;
import io.posture.api.ItemId;
import io.posture.api.PriceBreak;
import io.posture.api.RowRefs;
import io.posture.io.demand.DemandSink;
import io.posture.io.input.InputException;
import io.posture.io.input.Note;
import io.posture.io.input.RejectCode;
import io.posture.io.table.Disposition;
import io.posture.io.table.Table;
import io.posture.io.table.TableRow;
import io.posture.profile.PopulationBuilder;
import io.posture.profile.ReceiptRow;
import io.posture.profile.StatedDemand;
import io.posture.profile.SupplyLinkRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/** Hands typed rows to the population, after the checks that need more than one table. Not thread-safe. */
final class CanonicalLoader implements DemandSink {

    /** Rule that leaves out links by which a supplier would stand behind itself. */
    static final String CIRCLE_RULE = "closes-a-circle-of-supply";

    private final PopulationBuilder population;
    private final Measures measures;
    private final StockRows stock;
    private final PricedItems priced = new PricedItems();
    private final SupplyCircles circles = new SupplyCircles();
    private final SupplierNames supplierNames = new SupplierNames();
    private final Map<String, Double> countryScores = new HashMap<>();
    private final Set<List<String>> sourcedPairs = new HashSet<>();
    private final ImportedEvents events;
    private final SupplyMapRows map = new SupplyMapRows();
    private final RecordRows records = new RecordRows();
    private final TreeSet<ItemId> analogues = new TreeSet<>();
    private final List<StatedDemand> stated = new ArrayList<>();
    private long partlyRatedItems;

    /**
     * A loader.
     *
     * @param currency currency of the run; empty if the items decide
     * @param asOf day whose exchange rates count; empty for the latest ones
     */
    CanonicalLoader(PopulationBuilder population, String currency, Optional<LocalDate> asOf) {
        this.population = population;
        this.events = new ImportedEvents(population);
        this.measures = new Measures(currency, asOf);
        this.stock = new StockRows(population, measures);
    }

    @Override
    public Disposition accept(TableRow row) {
        if (row.table().compareTo(Table.STOCKOUT_COSTS) > 0) {
            priced.handOver(population);
        }
        return switch (row.table()) {
            case UOM_CONVERSIONS -> measures.conversion(row) ? Disposition.USED : givenBefore(row, "from");
            case FX -> measures.rate(row) ? Disposition.USED : givenBefore(row, "base");
            case LOCATIONS, LANES -> map.add(row);
            case SUPPLIERS -> supplier(row);
            case ITEMS -> item(row);
            case BOM -> component(row);
            case COUNTRY_RISK -> countryRisk(row);
            case SOURCING -> sourcing(row);
            case PRICE_BREAKS -> priceBreak(row);
            case STOCKOUT_COSTS -> stockoutCost(row);
            case SUPPLY_LINKS -> supplyLink(row);
            case RECEIPTS -> receipt(row);
            case DEMAND -> demand(row);
            case STOCK -> unknownItem(row) ? rejectedItem(row) : stock.count(row, number(row));
            case EVENTS -> events.accept(row, number(row));
            case ITEM_LOCATIONS -> unknownItem(row) ? rejectedItem(row) : stock.location(row);
            case ORDER_LINES -> unknownItem(row) ? rejectedItem(row) : records.delivery(row, measures);
            case OVERRIDES ->
                unknownItem(row)
                        ? records.stranger(row)
                        : records.override(row, stock.locations().of(ItemId.of(row.text("item_id"))));
            case REVIEWS -> records.review(row);
        };
    }

    @Override
    public void contradicted(List<TableRow> rows) {
        TableRow first = rows.get(0);
        if (first.table() == Table.ITEMS && unknownItem(first)) {
            priced.addContradicted(
                    ItemId.of(first.text("item_id")),
                    RowRefs.of(
                            first.file(),
                            rows.stream()
                                    .filter(row -> row.file().equals(first.file()))
                                    .mapToInt(TableRow::line)
                                    .toArray()));
        }
    }

    /**
     * What was noticed over all rows.
     *
     * @throws InputException if items are priced in several currencies
     */
    List<Note> finish() {
        measures.requireOneCurrency();
        priced.handOver(population);
        stated.forEach(population::statedDemand);
        List<Note> notes = new ArrayList<>();
        noteSimilar("item", measures.items(), notes);
        noteSimilar("supplier", supplierNames.described(), notes);
        notes.addAll(measures.notes());
        notes.addAll(supplierNames.notes());
        notes.addAll(stock.notes());
        List<String> strangers = analogues.stream()
                .filter(item -> !population.hasItem(item))
                .map(ItemId::sku)
                .toList();
        if (!strangers.isEmpty()) {
            notes.add(new Note(
                    Note.Code.ANALOGUE_UNKNOWN,
                    "analogue_item names items that the items table does not have, so nothing is borrowed from them: "
                            + NameList.of(strangers),
                    0));
        }
        if (partlyRatedItems > 0) {
            notes.add(new Note(
                    Note.Code.RATING_INCOMPLETE,
                    "items with a part of severity, occurrence and detection only; a failure is rated by all three",
                    partlyRatedItems));
        }
        notes.addAll(priced.notes());
        notes.addAll(records.notes());
        notes.addAll(circles.notes());
        notes.addAll(events.notes(Set.copyOf(measures.items())));
        return notes;
    }

    private static void noteSimilar(String what, Collection<String> keys, List<Note> notes) {
        List<List<String>> groups = SimilarKeys.among(keys);
        if (!groups.isEmpty()) {
            notes.add(new Note(
                    Note.Code.SIMILAR_KEYS,
                    what
                            + " ids that differ in leading zeros, case or blanks only were kept apart, maybe they are one: "
                            + NameList.of(groups.stream()
                                    .map(group -> "'" + String.join("' and '", group) + "'")
                                    .toList()),
                    0));
        }
    }

    private Disposition supplier(TableRow row) {
        supplierNames.describe(row.text("supplier_id"));
        events.knowSupplier(row.text("supplier_id"));
        if (population.hasSupplier(row.text("supplier_id"))) {
            return givenBefore(row, "supplier_id");
        }
        population.supplier(ImportedSupplier.of(row));
        return map.add(row);
    }

    private Disposition item(TableRow row) {
        if (!unknownItem(row)) {
            return givenBefore(row, "item_id");
        }
        for (String column : ImportedItem.RATINGS) {
            double rating = row.number(column).orElse(1);
            if (rating != Math.rint(rating)) {
                return new Disposition.Rejected(row.reject(
                        column,
                        RejectCode.OUT_OF_RANGE,
                        "is not a whole number from 1 to 10",
                        "Ratings have no halves. Leave the cell empty if unknown."));
            }
        }
        OptionalDouble rate = measures.moneyRate(row);
        if (rate.isEmpty()) {
            return new Disposition.Rejected(measures.otherCurrency(row));
        }
        ImportedItem item = ImportedItem.of(row, rate.getAsDouble());
        long ratings = ImportedItem.RATINGS.stream()
                .filter(column -> row.number(column).isPresent())
                .count();
        partlyRatedItems += ratings > 0 && item.failureRating().isEmpty() ? 1 : 0;
        item.analogue().ifPresent(analogues::add);
        row.number(Table.STATED_DEMAND)
                .ifPresent(
                        pieces -> stated.add(new StatedDemand(item.id(), pieces, row.number("demand_sd_per_month"))));
        priced.add(item);
        measures.item(row, rate.getAsDouble());
        map.addItem(row);
        return Disposition.USED;
    }

    private Disposition countryRisk(TableRow row) {
        String country = row.text("country").toUpperCase(Locale.ROOT);
        double score = row.number("score").orElseThrow();
        if (countryScores.putIfAbsent(country, score) != null) {
            return givenBefore(row, "country");
        }
        population.countryRisk(country, score);
        return Disposition.USED;
    }

    private Disposition sourcing(TableRow row) {
        if (unknownItem(row)) {
            return rejectedItem(row);
        }
        if (!sourcedPairs.add(List.of(row.text("item_id"), row.text("supplier_id")))) {
            return givenBefore(row, "supplier_id");
        }
        nameSupplier(row);
        priced.add(ImportedSourcing.of(row, measures));
        return map.addSource(row, measures.moneyRate(row.text("item_id")));
    }

    private Disposition priceBreak(TableRow row) {
        if (unknownItem(row)) {
            return rejectedItem(row);
        }
        PriceBreak price = new PriceBreak(
                row.number("min_qty").orElseThrow(),
                row.number("unit_price").orElseThrow() * measures.moneyRate(row.text("item_id")),
                row.text("kind").equals("incremental"));
        if (!priced.add(ItemId.of(row.text("item_id")), row.text("supplier_id"), price)) {
            return new Disposition.Rejected(row.reject(
                    "kind",
                    RejectCode.CONFLICT,
                    "is another kind than that of earlier prices of the item and supplier",
                    "A price list is all_units or incremental as a whole."));
        }
        nameSupplier(row);
        return Disposition.USED;
    }

    private Disposition stockoutCost(TableRow row) {
        if (unknownItem(row)) {
            return rejectedItem(row);
        }
        priced.add(ItemId.of(row.text("item_id")), ImportedStockout.of(row, measures.moneyRate(row.text("item_id"))));
        return Disposition.USED;
    }

    private Disposition supplyLink(TableRow row) {
        if (!row.text("item_id").isEmpty() && unknownItem(row)) {
            return rejectedItem(row);
        }
        SupplyLinkRow link = new SupplyLinkRow(
                row.text("downstream_supplier"),
                row.text("upstream_supplier"),
                row.text("item_id"),
                row.number("share"),
                row.text("site_country").toUpperCase(Locale.ROOT));
        events.knowSite(link.upstream());
        if (!circles.add(link)) {
            return new Disposition.Filtered(CIRCLE_RULE);
        }
        population.supplyLink(link);
        return map.add(row);
    }

    private Disposition receipt(TableRow row) {
        if (unknownItem(row)) {
            return rejectedItem(row);
        }
        OptionalDouble factor = measures.toBase(row);
        if (factor.isEmpty()) {
            return new Disposition.Rejected(measures.otherUnit(row));
        }
        Optional<LocalDate> ordered = row.date("order_date");
        Optional<LocalDate> received = row.date("receipt_date");
        if (ordered.isPresent() && received.isPresent() && received.get().isBefore(ordered.get())) {
            return new Disposition.Rejected(row.reject(
                    "receipt_date",
                    RejectCode.RECEIPT_BEFORE_ORDER,
                    "is before the order of " + ordered.get() + ", so the lead time would be negative",
                    RejectCode.RECEIPT_BEFORE_ORDER.remedy()));
        }
        nameSupplier(row);
        population.receipt(new ReceiptRow(
                row.text("po"),
                row.text("line"),
                ItemId.of(row.text("item_id")),
                row.text("supplier_id"),
                ordered,
                row.date("promised_date"),
                received,
                Measures.times(row.number("ordered_qty"), factor),
                Measures.times(row.number("received_qty"), factor),
                number(row),
                row.text("event_id"),
                row.text("lane_id"),
                row.date("last_promised_date")));
        return map.addReceipt(row, factor.getAsDouble());
    }

    private Disposition demand(TableRow row) {
        if (unknownItem(row)) {
            return rejectedItem(row);
        }
        OptionalDouble factor = measures.toBase(row);
        if (factor.isEmpty()) {
            return new Disposition.Rejected(measures.otherUnit(row));
        }
        if (ImportedDemand.isTransfer(row)) {
            return new Disposition.Filtered(ImportedDemand.TRANSFER_RULE);
        }
        population.demand(ImportedDemand.of(row, factor.getAsDouble(), number(row)));
        return ImportedDemand.disposition(row);
    }

    @Override
    public int item(String id) {
        priced.handOver(population);
        return population.number(ItemId.of(id)).orElse(-1);
    }

    @Override
    public boolean counts(int item, String unit) {
        return measures.baseUnit(population.item(item).id().sku()).equalsIgnoreCase(unit);
    }

    @Override
    public void demand(int item, int epochDay, Bucket grain, double pieces, String file, int line) {
        population.demand(item, epochDay, grain, pieces, population.row(Table.DEMAND.id(), file, line));
    }

    /** The number by which the population knows a row. */
    private int number(TableRow row) {
        return population.row(row.table().id(), row.file(), row.line());
    }

    /** What people and customers did, on the day of the run. */
    Records records(LocalDate asOf, int emergencyDays) {
        return records.build(asOf, emergencyDays, events.announcements());
    }

    private Disposition component(TableRow row) {
        if (unknownItem(row, "parent")) {
            return rejectedItem(row, "parent");
        }
        OptionalDouble factor = measures.toBase(row, "component");
        return factor.isPresent()
                ? map.addComponent(row, factor.getAsDouble())
                : new Disposition.Rejected(measures.otherUnit(row, "component"));
    }

    /** Who delivers what, from where and by which way. */
    SupplyMap map() {
        return map.build();
    }

    /** What the user's system holds of items today. */
    ItemLocations locations() {
        return stock.locations();
    }

    private static Disposition givenBefore(TableRow row, String key) {
        return new Disposition.Rejected(row.reject(
                key,
                RejectCode.CONFLICT,
                "was given before in table " + row.table().id(),
                "Keep one of the rows."));
    }

    private boolean unknownItem(TableRow row) {
        return unknownItem(row, "item_id");
    }

    private boolean unknownItem(TableRow row, String column) {
        ItemId item = ItemId.of(row.text(column));
        return !priced.has(item) && !population.hasItem(item);
    }

    private static Disposition rejectedItem(TableRow row) {
        return rejectedItem(row, "item_id");
    }

    private static Disposition rejectedItem(TableRow row, String column) {
        return new Disposition.Rejected(row.reject(
                column,
                RejectCode.UNKNOWN_ITEM,
                "is not in the items table",
                "Add it there, or repair its row if it was set aside."));
    }

    private void nameSupplier(TableRow row) {
        events.knowSupplier(row.text("supplier_id"));
        supplierNames.name(row.text("supplier_id"), row.rows());
    }
}
