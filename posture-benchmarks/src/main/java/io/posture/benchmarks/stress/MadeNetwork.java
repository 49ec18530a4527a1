package io.posture.benchmarks.stress;

import io.posture.stress.BomLine;
import io.posture.stress.ItemStock;
import io.posture.stress.NodeKind;
import io.posture.stress.RampUp;
import io.posture.stress.ShortageMode;
import io.posture.stress.Source;
import io.posture.stress.StressItem;
import io.posture.stress.StressNetwork;
import io.posture.stress.SupplyLink;
import io.posture.stress.SupplyNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * A manufacturer that is made up: of every ten items five are traded, one is a product, one a sub-assembly and three are
 * components. Suppliers have a plant, a lane and a region each, and three tiers stand behind the first.
 */
final class MadeNetwork {

    private static final int SUPPLIERS_PER_ITEM = 50;
    private static final int LANES = 40;
    private static final int REGIONS = 30;
    private static final int TEN = 10;

    private final SplittableRandom random;
    private final int items;
    private final int family;
    private final int suppliers;

    private MadeNetwork(long seed, int items, int family) {
        this.random = new SplittableRandom(seed);
        this.items = items;
        this.family = family;
        this.suppliers = Math.max(1, items / SUPPLIERS_PER_ITEM);
    }

    /**
     * A network.
     *
     * @param items how many, a multiple of ten
     * @param family products that share components, so many items hang together
     */
    static StressNetwork of(long seed, int items, int family) {
        return new MadeNetwork(seed, items, family).make();
    }

    private StressNetwork make() {
        List<SupplyNode> nodes = new ArrayList<>();
        List<SupplyLink> links = new ArrayList<>();
        for (int i = 0; i < suppliers; i++) {
            nodes.add(node("V" + i, NodeKind.SUPPLIER, 1));
            nodes.add(node("plant" + i, NodeKind.PLANT, 1));
            for (int tier = 2; tier <= 4; tier++) {
                nodes.add(
                        node("T" + tier + "-" + i, NodeKind.SUPPLIER, tier).withTimeToRecover(20 + random.nextInt(60)));
                String below = tier == 2 ? "V" + i : "T" + (tier - 1) + "-" + random.nextInt(suppliers);
                links.add(SupplyLink.of("T" + tier + "-" + i, below).with(random.nextInt(15), random.nextInt(20)));
            }
        }
        List<StressItem> all = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            all.add(item(i));
        }
        return StressNetwork.of(nodes, links, all);
    }

    private SupplyNode node(String id, NodeKind kind, int tier) {
        return SupplyNode.of(id, kind)
                .withTier(tier)
                .withRegion("R" + random.nextInt(REGIONS))
                .withKnownUpstream();
    }

    private StressItem item(int number) {
        String id = "item" + number;
        double perDay = 1 + random.nextInt(40);
        return switch (number % TEN) {
            case 0 -> product(id, perDay, number);
            case 1 -> assembly(id, perDay, number);
            case 2, 3, 4 -> StressItem.component(id, stock(perDay * 3), sources());
            default -> StressItem.bought(id, perDay, 1 + random.nextInt(50), stock(perDay), sources());
        };
    }

    private StressItem product(String id, double perDay, int number) {
        return StressItem.made(
                        id,
                        perDay,
                        20 + random.nextInt(200),
                        stock(perDay),
                        "plant" + random.nextInt(suppliers),
                        List.of(
                                new BomLine("item" + relative(number, 1), 1),
                                new BomLine("item" + relative(number, 2), 2),
                                new BomLine("item" + relative(number, 3), 1)))
                .withContract(random.nextInt(3));
    }

    private StressItem assembly(String id, double perDay, int number) {
        return new StressItem(
                id,
                false,
                0,
                OptionalDouble.of(0),
                0,
                stock(perDay),
                ShortageMode.BACKORDER,
                "plant" + random.nextInt(suppliers),
                List.of(),
                List.of(new BomLine("item" + relative(number, 3), 1), new BomLine("item" + relative(number, 4), 4)));
    }

    /** An item of a kind in the family of another. */
    private int relative(int number, int kind) {
        int block = family * TEN;
        int first = number / block * block;
        int size = Math.min(block, items - first) / TEN;
        return first + random.nextInt(size) * TEN + kind;
    }

    private ItemStock stock(double perDay) {
        double safety = perDay * random.nextInt(20);
        return new ItemStock(safety + perDay * random.nextInt(15), safety, random.nextInt(5) == 0 ? perDay * 30 : 0);
    }

    private List<Source> sources() {
        boolean second = random.nextInt(4) == 0;
        Source first = source(second ? 0.7 : 1);
        return second
                ? List.of(first, source(0.3).withSurge(new RampUp(0.4, 10 + random.nextInt(20), 10)))
                : List.of(first);
    }

    private Source source(double share) {
        int supplier = random.nextInt(suppliers);
        return Source.of("V" + supplier, share, 3 + random.nextInt(90))
                .withPlant("plant" + supplier)
                .withLane("lane" + supplier % LANES);
    }
}
