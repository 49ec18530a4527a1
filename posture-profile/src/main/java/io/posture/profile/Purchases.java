package io.posture.profile;

import io.posture.api.Item;
import io.posture.api.LeadTimeEvidence;
import io.posture.api.SupplySignals;
import io.posture.numerics.Sums;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The purchase-order lines of a run, counted up per item, supply and supplier. */
final class Purchases {

    /** Lines of every item by supplier, ascending. */
    private final List<Map<String, List<PurchaseLine>>> byItem = new ArrayList<>();

    private final int[] unusable;
    private final Window window;
    private final int[] allLines;
    private final RowSource source;
    private final Promises promises;
    private final LeadTimes leadTimes;
    private final ServiceLevels services;

    /**
     * Counts lines up.
     *
     * @param items items by number
     * @param tables suppliers and sourcing
     * @param lines lines in the window
     * @param allLines how many lines every item has, in the window or not
     * @param source files of the receipts
     */
    Purchases(
            List<Item> items,
            SupplyTables tables,
            List<PurchaseLine> lines,
            int[] allLines,
            Window window,
            ProfileSettings settings,
            AssumptionLog log,
            RowSource source) {
        this.unusable = new int[items.size()];
        this.window = window;
        this.allLines = allLines;
        this.source = source;
        this.promises = new Promises(items.size(), window, settings, log);
        items.forEach(item -> byItem.add(new TreeMap<>()));
        for (PurchaseLine line : lines) {
            byItem.get(line.item())
                    .computeIfAbsent(line.supplier(), key -> new ArrayList<>())
                    .add(line);
            noteAssumptions(line, log);
        }
        // by item id and supplier, so that no sum over supplies depends on the order of the input
        Map<Supply, LeadTimeSample> samples = new LinkedHashMap<>();
        IntStream.range(0, items.size())
                .boxed()
                .sorted(Comparator.comparing(item -> items.get(item).id()))
                .forEach(item -> byItem.get(item).forEach((supplier, of) -> {
                    Supply supply = new Supply(item, supplier);
                    List<OrderedLine> dated = dated(of, window, settings);
                    unusable[item] += of.size() - dated.size();
                    samples.put(supply, LeadTimeSample.of(dated, settings.periods(), source));
                    promises.add(
                            supply,
                            of,
                            tables.sourcing(supply)
                                    .map(SourcingRow::leadTimeDays)
                                    .orElse(OptionalDouble.empty()));
                }));
        noteKeptOut(samples, log);
        PoolChain chain = new PoolChain(items, tables, lines);
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
        if (byItem.get(item).isEmpty()) {
            return SupplySignals.NONE;
        }
        int overReceived = (int) byItem.get(item).values().stream()
                .flatMap(List::stream)
                .filter(PurchaseLine::overReceived)
                .count();
        return ReceiptSignals.of(samples(item), promises, item, overReceived);
    }

    /** The receipt lines of an item one by one. */
    LeadTimeEvidence evidence(int item) {
        Map<String, List<PurchaseLine>> bySupplier = byItem.get(item);
        if (allLines[item] == 0) {
            return LeadTimeEvidence.NONE;
        }
        ReceiptEvidence evidence = new ReceiptEvidence(source, promises);
        bySupplier.forEach((supplier, lines) -> evidence.add(leadTimes.sample(new Supply(item, supplier)), lines));
        int inside = bySupplier.values().stream().mapToInt(List::size).sum();
        return new LeadTimeEvidence(window.from(), window.asOf(), evidence.lines(), allLines[item] - inside);
    }

    private List<LeadTimeSample> samples(int item) {
        return byItem.get(item).keySet().stream()
                .map(supplier -> leadTimes.sample(new Supply(item, supplier)))
                .toList();
    }

    /**
     * Shares of an item's known suppliers by received pieces, by id; empty if none delivered. Where the pieces of a line are
     * unknown, all its lines count alike; while nothing has arrived, ordered pieces count.
     */
    Map<String, Double> shares(int item) {
        List<PurchaseLine> known = byItem.get(item).values().stream()
                .flatMap(List::stream)
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

    /** The lines with a usable order date. */
    private static List<OrderedLine> dated(List<PurchaseLine> lines, Window window, ProfileSettings settings) {
        int asOf = window.lastDay();
        List<OrderedLine> dated = new ArrayList<>(lines.size());
        for (PurchaseLine line : lines) {
            line.completion(settings.completeShare()).ifPresent(completion -> {
                int orderDay = line.orderDay().orElseThrow();
                dated.add(new OrderedLine(line, orderDay, completion, asOf - orderDay));
            });
        }
        return dated;
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
}
