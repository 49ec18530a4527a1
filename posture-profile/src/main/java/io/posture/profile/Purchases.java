package io.posture.profile;

import io.posture.api.Item;
import io.posture.numerics.Sums;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** The purchase-order lines of a run, counted up per item, supply and supplier. */
final class Purchases {

    private final List<Item> items;
    private final Map<Supply, SourcingRow> sourcing;
    private final List<List<PurchaseLine>> byItem = new ArrayList<>();
    private final int[] unusable;
    private final LeadTimes leadTimes;
    private final ServiceLevels services;

    /**
     * Counts lines up.
     *
     * @param items items by number
     * @param sourcing sourcing rows by supply
     * @param lines lines in the window
     * @param source name of the receipts' source
     */
    Purchases(
            List<Item> items,
            Map<Supply, SourcingRow> sourcing,
            List<PurchaseLine> lines,
            Window window,
            ProfileSettings settings,
            AssumptionLog log,
            String source) {
        this.items = items;
        this.sourcing = sourcing;
        this.unusable = new int[items.size()];
        this.services = new ServiceLevels(window, settings, source);
        items.forEach(item -> byItem.add(new ArrayList<>()));
        Map<Supply, LeadTimeSample.Builder> builders = new HashMap<>();
        for (PurchaseLine line : lines) {
            byItem.get(line.item()).add(line);
            Supply supply = new Supply(line.item(), line.supplier());
            countLeadTime(
                    line, builders.computeIfAbsent(supply, key -> new LeadTimeSample.Builder()), window, settings);
            countService(line, supply, log);
            noteAssumptions(line, log);
        }
        leadTimes = new LeadTimes(
                samples(builders, source), items.stream().map(Item::category).toList(), settings);
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

    /** Closed lines of an item with a lead time, over all suppliers. */
    int closed(int item) {
        return byItem.get(item).stream()
                .map(PurchaseLine::supplier)
                .distinct()
                .mapToInt(supplier -> leadTimes.closed(new Supply(item, supplier)))
                .sum();
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

    private void countLeadTime(
            PurchaseLine line, LeadTimeSample.Builder builder, Window window, ProfileSettings settings) {
        if (line.orderDay().isEmpty()) {
            unusable[line.item()]++;
            return;
        }
        OptionalDouble days = line.leadTimeDays(settings.completeShare());
        if (days.isPresent()) {
            builder.closed(days.getAsDouble(), line);
        } else {
            builder.open(window.lastDay() - line.orderDay().getAsInt());
        }
    }

    private void countService(PurchaseLine line, Supply supply, AssumptionLog log) {
        if (line.promisedDay().isPresent()) {
            services.add(line, line.promisedDay().getAsInt());
            return;
        }
        OptionalDouble contract = Optional.ofNullable(sourcing.get(supply))
                .map(SourcingRow::leadTimeDays)
                .orElse(OptionalDouble.empty());
        if (contract.isPresent() && line.orderDay().isPresent()) {
            services.add(line, line.orderDay().getAsInt() + contract.getAsDouble());
            log.add(Premise.PROMISE_FROM_LEAD_TIME, line.item());
        }
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
    private Map<Supply, LeadTimeSample> samples(Map<Supply, LeadTimeSample.Builder> builders, String source) {
        Comparator<Supply> byId = Comparator.comparing(
                        (Supply supply) -> items.get(supply.item()).id())
                .thenComparing(Supply::supplier);
        Map<Supply, LeadTimeSample> samples = new LinkedHashMap<>();
        builders.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(byId))
                .forEach(entry -> samples.put(entry.getKey(), entry.getValue().build(source)));
        return samples;
    }
}
