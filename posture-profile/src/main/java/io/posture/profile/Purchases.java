package io.posture.profile;

import io.posture.api.Item;
import io.posture.api.SupplySignals;
import io.posture.numerics.Sums;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The purchase-order lines of a run, counted up per item, supply and supplier. */
final class Purchases {

    private final List<Item> items;
    private final List<List<PurchaseLine>> byItem = new ArrayList<>();
    private final int[] unusable;
    private final Promises promises;
    private final LeadTimes leadTimes;
    private final ServiceLevels services;

    /**
     * Counts lines up.
     *
     * @param items items by number
     * @param tables suppliers and sourcing
     * @param lines lines in the window
     * @param source name of the receipts' source
     */
    Purchases(
            List<Item> items,
            SupplyTables tables,
            List<PurchaseLine> lines,
            Window window,
            ProfileSettings settings,
            AssumptionLog log,
            String source) {
        this.items = items;
        this.unusable = new int[items.size()];
        this.promises = new Promises(items.size(), tables, window, settings, log);
        items.forEach(item -> byItem.add(new ArrayList<>()));
        Map<Supply, List<OrderedLine>> ordered = new HashMap<>();
        for (PurchaseLine line : lines) {
            byItem.get(line.item()).add(line);
            Supply supply = new Supply(line.item(), line.supplier());
            Optional<OrderedLine> dated = dated(line, window, settings);
            dated.ifPresent(known ->
                    ordered.computeIfAbsent(supply, key -> new ArrayList<>()).add(known));
            unusable[line.item()] += dated.isPresent() ? 0 : 1;
            promises.add(line);
            noteAssumptions(line, log);
        }
        PoolChain chain = new PoolChain(items, tables, lines);
        Map<Supply, LeadTimeSample> samples = samples(ordered, List.of(), source);
        noteKeptOut(samples, log);
        leadTimes = new LeadTimes(samples, chain, settings);
        services = new ServiceLevels(promises.due(), chain, settings, source);
    }

    LeadTimes leadTimes() {
        return leadTimes;
    }

    ServiceLevels services() {
        return services;
    }

    /** Lines of an item without a usable order date. */
    int unusable(int item) {
        return unusable[item];
    }

    /** Closed lines of an item with a lead time that counts, over all suppliers. */
    int closed(int item) {
        return samples(item).stream().mapToInt(LeadTimeSample::closed).sum();
    }

    /** What an item's receipts show beyond the moments of its lead time. */
    SupplySignals signals(int item) {
        List<PurchaseLine> lines = byItem.get(item);
        return lines.isEmpty()
                ? SupplySignals.NONE
                : ReceiptSignals.of(samples(item), promises, item, (int)
                        lines.stream().filter(PurchaseLine::overReceived).count());
    }

    private List<LeadTimeSample> samples(int item) {
        return byItem.get(item).stream()
                .map(PurchaseLine::supplier)
                .distinct()
                .sorted()
                .map(supplier -> leadTimes.sample(new Supply(item, supplier)))
                .toList();
    }

    /**
     * Shares of an item's known suppliers by received pieces, by id; empty if none delivered. Where the pieces of a line are
     * unknown, all its lines count alike; while nothing has arrived, ordered pieces count.
     */
    Map<String, Double> shares(int item) {
        List<PurchaseLine> known = byItem.get(item).stream()
                .filter(line -> !line.supplier().isEmpty())
                .toList();
        List<PurchaseLine> arrived =
                known.stream().filter(line -> line.received() > 0).toList();
        List<PurchaseLine> counted = arrived.isEmpty() ? known : arrived;
        boolean measured = counted.stream().allMatch(PurchaseLine::measured);
        Map<String, List<Double>> pieces = new TreeMap<>();
        for (PurchaseLine line : counted) {
            double weight = !measured ? 1 : arrived.isEmpty() ? line.ordered() : line.received();
            pieces.computeIfAbsent(line.supplier(), key -> new ArrayList<>()).add(weight);
        }
        Map<String, Double> totals = new TreeMap<>();
        pieces.forEach((supplier, weights) -> totals.put(
                supplier,
                Sums.of(weights.stream()
                        .mapToDouble(Double::doubleValue)
                        .sorted()
                        .toArray())));
        double total = Sums.of(
                totals.values().stream().mapToDouble(Double::doubleValue).toArray());
        totals.replaceAll((supplier, weight) -> weight / total);
        return totals;
    }

    /** The line with its lead times; empty if its order date is unknown. */
    private static Optional<OrderedLine> dated(PurchaseLine line, Window window, ProfileSettings settings) {
        return line.completion(settings.completeShare()).map(completion -> {
            int orderDay = line.orderDay().orElseThrow();
            return new OrderedLine(line, orderDay, completion, window.lastDay() - orderDay);
        });
    }

    private static void noteKeptOut(Map<Supply, LeadTimeSample> samples, AssumptionLog log) {
        samples.forEach((supply, sample) -> {
            if (sample.eventLines() > 0) {
                log.add(Premise.LEAD_TIME_OF_EVENTS, supply.item());
            }
            if (sample.stretches().disrupted().isPresent()) {
                log.add(Premise.LEAD_TIME_DISRUPTED, supply.item());
            }
        });
    }

    private static void noteAssumptions(PurchaseLine line, AssumptionLog log) {
        if (!line.inFullKnown()) {
            log.add(Premise.IN_FULL_UNKNOWN, line.item());
        }
        if (line.overReceived()) {
            log.add(Premise.OVER_RECEIPT, line.item());
        }
        if (line.orderDay().isEmpty()) {
            log.add(Premise.ORDER_DATE_UNKNOWN, line.item());
        }
    }

    /** By item id and supplier, so that no sum over supplies depends on the order of the input. */
    private Map<Supply, LeadTimeSample> samples(
            Map<Supply, List<OrderedLine>> ordered, List<Period> periods, String source) {
        Comparator<Supply> byId = Comparator.comparing(
                        (Supply supply) -> items.get(supply.item()).id())
                .thenComparing(Supply::supplier);
        Map<Supply, LeadTimeSample> samples = new LinkedHashMap<>();
        ordered.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(byId))
                .forEach(entry -> samples.put(entry.getKey(), LeadTimeSample.of(entry.getValue(), periods, source)));
        return samples;
    }
}
