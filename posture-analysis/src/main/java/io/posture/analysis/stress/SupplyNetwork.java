package io.posture.analysis.stress;

import io.posture.api.ItemProfile;
import io.posture.io.Import;
import io.posture.io.input.Note;
import io.posture.stress.StressItem;
import io.posture.stress.StressNetwork;
import io.posture.stress.StressScenario;
import io.posture.stress.Unknown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** The supply network of what was read, ready to be put to the test. Immutable and safe for use by many threads. */
public final class SupplyNetwork {

    private static final String ARROW = " -> ";

    /** Gaps of nodes: those behind which no item stands do not matter. */
    private static final Set<Unknown> OF_NODES = Set.of(Unknown.UPSTREAM, Unknown.REGION, Unknown.COVER);

    private final Opening opening;
    private final StressNetwork network;
    private final Map<String, ItemWorth> worth;
    private final Map<String, List<SecondSourceOffer>> offers;
    private final List<VisibilityGap> gaps;
    private final List<String> cycles;
    private final boolean hasProducts;

    private SupplyNetwork(
            Opening opening,
            StressNetwork network,
            Map<String, ItemWorth> worth,
            Map<String, List<SecondSourceOffer>> offers,
            List<VisibilityGap> gaps,
            List<String> cycles,
            boolean hasProducts) {
        this.opening = opening;
        this.network = network;
        this.worth = worth;
        this.offers = offers;
        this.gaps = List.copyOf(gaps);
        this.cycles = List.copyOf(cycles);
        this.hasProducts = hasProducts;
    }

    /**
     * The network of an import.
     *
     * @param opening with what the ledgers begin
     * @param carryingRate share of the unit cost a year of items without their own
     * @param standInRecoveryDays time to recover of nodes of which nobody says it; empty leaves it unknown
     */
    public static SupplyNetwork of(
            Import imported, Opening opening, double carryingRate, OptionalDouble standInRecoveryDays) {
        GapLog gaps = new GapLog();
        Products products = new Products(imported, gaps);
        List<ItemProfile> needed = new ArrayList<>();
        Set<String> sourced = new HashSet<>();
        imported.items().forEach(profile -> {
            profile.supply().links().forEach(link -> sourced.add(link.supplier().id()));
            if (products.matters(profile.id().sku())) {
                needed.add(profile);
            } else {
                gaps.add(VisibilityGap.Kind.NO_DEMAND, profile.id().sku());
            }
        });
        MapReading map = new MapReading(imported.map(), sourced, standInRecoveryDays);
        SourcePlaces places = new SourcePlaces(imported.map(), map);
        ItemReading reading = new ItemReading(imported, map, places, opening, products, gaps);
        Map<String, ItemWorth> worth = new HashMap<>();
        List<StressItem> items = new ArrayList<>();
        for (ItemProfile profile : needed) {
            ItemWorth own = ItemWorth.of(profile, carryingRate);
            worth.put(profile.id().sku(), own);
            items.add(reading.item(profile, own));
        }
        StressNetwork network = StressNetwork.of(map.nodes(), map.links(), items);
        List<VisibilityGap> all = gaps.all();
        List<String> cycles = new ArrayList<>();
        imported.notes().stream()
                .filter(note -> note.code() == Note.Code.SUPPLY_CIRCLE)
                .forEach(note -> cycles.add(note.text()));
        Set<String> reached = map.behind(items);
        network.unknown().forEach((kind, subjects) -> {
            if (kind == Unknown.CYCLE) {
                subjects.forEach(cycle -> cycles.add(cycle + ": the last step is left out"));
            } else {
                List<String> told = subjects.stream()
                        .filter(subject -> !OF_NODES.contains(kind)
                                || reached.contains(subject.substring(
                                        subject.indexOf(ARROW) < 0 ? 0 : subject.indexOf(ARROW) + ARROW.length())))
                        .toList();
                if (!told.isEmpty()) {
                    all.add(VisibilityGap.of(kind, told));
                }
            }
        });
        return new SupplyNetwork(
                opening,
                network,
                worth,
                SecondSourceOffer.among(imported, map, places, products),
                all,
                cycles,
                !imported.map().components().isEmpty());
    }

    /** With what the ledgers begin. */
    public Opening opening() {
        return opening;
    }

    /** The network for the engine. */
    public StressNetwork network() {
        return network;
    }

    /**
     * Makes sure that a scenario finds its nodes, and their times to recover where it says none.
     *
     * @throws IllegalArgumentException if it does not, naming what is near
     */
    public void require(StressScenario scenario) {
        new ScenarioCheck(network).require(scenario);
    }

    /** What is missing in the map or was mended. */
    public List<VisibilityGap> gaps() {
        return gaps;
    }

    /** Cycles of supply and of components, each in words. */
    public List<String> cycles() {
        return cycles;
    }

    /** Whether something is made of something. */
    public boolean hasProducts() {
        return hasProducts;
    }

    /**
     * Money of a piece of an item that is missing: its margin, else what a piece short costs, else its unit cost.
     *
     * @return empty if none of them is known
     */
    public OptionalDouble valueOfPiece(String item) {
        return worth(item).value(1);
    }

    /** What the money of {@link #valueOfPiece} is. */
    public StressRow.Basis valueBasis(String item) {
        return worth(item).basis();
    }

    ItemWorth worth(String item) {
        ItemWorth known = worth.get(item);
        if (known == null) {
            throw new IllegalArgumentException("no item '" + item + "' in the network");
        }
        return known;
    }

    List<SecondSourceOffer> offers(String item) {
        return offers.getOrDefault(item, List.of());
    }
}
