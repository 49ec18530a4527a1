package io.posture.io;

import io.posture.api.Item;
import io.posture.api.ItemId;
import io.posture.api.PriceBreak;
import io.posture.api.RowRefs;
import io.posture.api.StockoutEvent;
import io.posture.io.input.Note;
import io.posture.profile.PopulationBuilder;
import io.posture.profile.SourcingRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Items and their sources until the prices of the sources are known, too: an item carries the prices by quantity of the
 * supplier with its largest share. Not thread-safe.
 */
final class PricedItems {

    private static final String ANY_SUPPLIER = "";

    private final Map<ItemId, ImportedItem> items = new LinkedHashMap<>();
    private final List<SourcingRow> sources = new ArrayList<>();
    private final Map<ItemId, Map<String, List<PriceBreak>>> prices = new HashMap<>();
    private final List<String> contradicted = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private long severalLists;

    PricedItems() {}

    void add(ImportedItem item) {
        items.put(item.id(), item);
    }

    /** Adds an item of which nothing but its key can be trusted. */
    void addContradicted(ItemId id, RowRefs rows) {
        items.put(id, ImportedItem.contradicted(id, rows));
        contradicted.add(id.sku());
    }

    void add(SourcingRow row) {
        sources.add(row);
    }

    /** Adds a price, an empty supplier means any; false if earlier prices of the list are of the other kind. */
    boolean add(ItemId item, String supplier, PriceBreak price) {
        List<PriceBreak> list = prices.computeIfAbsent(item, key -> new TreeMap<>())
                .computeIfAbsent(supplier, key -> new ArrayList<>());
        return (list.isEmpty() || list.get(0).incremental() == price.incremental()) && list.add(price);
    }

    /** Adds what a stock-out of an item costs. */
    void add(ItemId item, StockoutEvent event) {
        items.computeIfPresent(item, (id, known) -> known.withStockout(event));
    }

    boolean has(ItemId item) {
        return items.containsKey(item);
    }

    /** What was noticed until they were handed over. */
    List<Note> notes() {
        List<Note> all = new ArrayList<>();
        if (!contradicted.isEmpty()) {
            all.add(new Note(
                    Note.Code.ITEM_CONTRADICTED,
                    "the rows of items contradict each other; the items are undecided until one row of each is left: "
                            + NameList.of(contradicted),
                    0));
        }
        all.addAll(notes);
        if (severalLists > 0) {
            all.add(new Note(
                    Note.Code.SEVERAL_PRICE_LISTS,
                    "items with price breaks of several suppliers; those of the largest share count",
                    severalLists));
        }
        return all;
    }

    /** Hands everything over; what comes later goes there directly. */
    void handOver(PopulationBuilder population) {
        if (items.isEmpty()) {
            return;
        }
        Map<ItemId, List<SourcingRow>> byItem = new HashMap<>();
        sources.forEach(row ->
                byItem.computeIfAbsent(row.item(), key -> new ArrayList<>()).add(row));
        notes.addAll(CostOutliers.among(items.values()));
        List<String> negative = items.values().stream()
                .filter(item -> item.unitMargin().orElse(0) < 0)
                .map(item -> item.id().sku())
                .toList();
        if (!negative.isEmpty()) {
            notes.add(new Note(
                    Note.Code.NEGATIVE_MARGIN,
                    "unit_margin below 0, so by it these items lose nothing by being short: " + NameList.of(negative),
                    0));
        }
        items.values().forEach(item -> population.item(priced(item, byItem.getOrDefault(item.id(), List.of()))));
        sources.forEach(population::sourcing);
        items.clear();
        sources.clear();
        prices.clear();
    }

    private Item priced(ImportedItem item, List<SourcingRow> from) {
        Map<String, List<PriceBreak>> lists = prices.get(item.id());
        if (lists == null) {
            return item;
        }
        Set<String> suppliers = lists.keySet();
        severalLists += suppliers.stream().filter(name -> !name.isEmpty()).count() > 1 ? 1 : 0;
        String chosen = from.stream()
                .filter(row -> suppliers.contains(row.supplierId()))
                .max(Comparator.comparingDouble((SourcingRow row) -> row.share().orElse(1.0 / from.size()))
                        .thenComparing(SourcingRow::supplierId, Comparator.reverseOrder()))
                .map(SourcingRow::supplierId)
                .orElseGet(() -> suppliers.contains(ANY_SUPPLIER)
                        ? ANY_SUPPLIER
                        : suppliers.iterator().next());
        return item.withPriceBreaks(lists.getOrDefault(chosen, List.of()).stream()
                .sorted(Comparator.comparingDouble(PriceBreak::minPieces))
                .toList());
    }
}
