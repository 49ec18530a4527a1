package io.posture.profile;

import io.posture.api.Item;
import io.posture.api.Supplier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The pools around a supply, nearest first: its supplier, its route, the region it comes from, its category, the company.
 *
 * <p>The route is the one that sourcing names, else the one that most of the supply's receipts name, else that of most of
 * the supplier's. The region is the supplier's, else its country.
 */
final class PoolChain {

    private final List<Item> items;
    private final SupplyTables tables;
    private final Map<Supply, Map<String, Integer>> bySupply = new HashMap<>();
    private final Map<String, Map<String, Integer>> bySupplier = new HashMap<>();

    /**
     * Counts routes.
     *
     * @param items items by number
     * @param tables suppliers and sourcing
     * @param lines purchase-order lines in the window
     */
    PoolChain(List<Item> items, SupplyTables tables, List<PurchaseLine> lines) {
        this.items = items;
        this.tables = tables;
        for (PurchaseLine line : lines) {
            if (!line.lane().isEmpty()) {
                count(bySupply, new Supply(line.item(), line.supplier()), line.lane());
                count(bySupplier, line.supplier(), line.lane());
            }
        }
    }

    /** The pools that a supply belongs to, nearest first; what is not known of it has no pool. */
    List<Pool> of(Supply supply) {
        List<Pool> pools = new ArrayList<>(Pool.Kind.values().length);
        add(pools, Pool.Kind.SUPPLIER, supply.supplier());
        add(pools, Pool.Kind.LANE, lane(supply));
        add(pools, Pool.Kind.REGION, region(supply.supplier()));
        add(pools, Pool.Kind.CATEGORY, items.get(supply.item()).category());
        pools.add(new Pool(Pool.Kind.COMPANY, ""));
        return pools;
    }

    private String lane(Supply supply) {
        String agreed = tables.sourcing(supply).map(SourcingRow::laneId).orElse("");
        if (!agreed.isEmpty()) {
            return agreed;
        }
        Map<String, Integer> own = bySupply.getOrDefault(supply, Map.of());
        // receipts that name no supplier do not all come by one route
        boolean borrow = own.isEmpty() && !supply.supplier().isEmpty();
        return mostFrequent(borrow ? bySupplier.getOrDefault(supply.supplier(), Map.of()) : own);
    }

    private String region(String supplierId) {
        Supplier supplier = tables.supplier(supplierId);
        return supplier.region().isEmpty() ? supplier.country() : supplier.region();
    }

    /** The lane with most lines, the first by key of several; empty without any. */
    private static String mostFrequent(Map<String, Integer> lanes) {
        String most = "";
        int lines = 0;
        for (Map.Entry<String, Integer> lane : lanes.entrySet()) {
            if (lane.getValue() > lines) {
                most = lane.getKey();
                lines = lane.getValue();
            }
        }
        return most;
    }

    private static <K> void count(Map<K, Map<String, Integer>> lanes, K key, String lane) {
        lanes.computeIfAbsent(key, none -> new TreeMap<>()).merge(lane, 1, Integer::sum);
    }

    private static void add(List<Pool> pools, Pool.Kind kind, String key) {
        if (!key.isEmpty()) {
            pools.add(new Pool(kind, key));
        }
    }
}
