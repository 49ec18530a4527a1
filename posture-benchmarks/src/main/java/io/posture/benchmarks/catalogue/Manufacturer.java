package io.posture.benchmarks.catalogue;

import io.posture.api.Bucket;
import io.posture.api.CriticalityScores;
import io.posture.api.ItemId;
import io.posture.api.ItemType;
import io.posture.api.Lifecycle;
import io.posture.benchmarks.Draws;
import io.posture.profile.Population;
import io.posture.profile.PopulationBuilder;
import io.posture.profile.ProfileSettings;
import io.posture.profile.ReceiptRow;
import io.posture.profile.SourcingRow;
import io.posture.profile.StockRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A made-up machine builder of middle size in Germany: nine families of items, three hundred suppliers, two years of
 * demand and purchase orders. The same seed gives the same world; with gaps it is the same world seen through worse data.
 */
public final class Manufacturer {

    /** ISO 3166-1 alpha-2 code of its country. */
    public static final String HOME = "DE";

    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final LocalDate FIRST_MONDAY = LocalDate.of(2024, 7, 1);
    private static final int WEEKS = 104;
    private static final int DAYS = 7 * WEEKS;
    private static final double PADDING = 1.28;

    private final long seed;
    private final boolean withGaps;
    private final List<Vendor> vendors;
    private final PopulationBuilder builder;

    private Manufacturer(long seed, boolean withGaps) {
        this.seed = seed;
        this.withGaps = withGaps;
        this.vendors = Vendor.all(seed);
        this.builder = new PopulationBuilder(ProfileSettings.DEFAULTS.withAsOf(AS_OF));
    }

    /**
     * Its profiles.
     *
     * @param seed seed of the world
     * @param items number of items, at least 1
     * @param withGaps whether facts are missing as they do in practice
     */
    public static Population population(long seed, int items, boolean withGaps) {
        Manufacturer world = new Manufacturer(seed, withGaps);
        Vendor.addCountries(world.builder);
        for (int i = 0; i < world.vendors.size(); i++) {
            world.vendors.get(i).addTo(world.builder, world.gaps("supplier", i));
        }
        for (int i = 0; i < items; i++) {
            world.add(i);
        }
        return world.builder.build();
    }

    private Gaps gaps(String of, int number) {
        return withGaps ? Gaps.draw(seed, of, number) : Gaps.NONE;
    }

    private void add(int number) {
        Draws draws = Draws.of(seed, "item", number);
        Family family = Family.ALL.draw(draws);
        Family.Role role = family.roles().draw(draws);
        Family.Pattern pattern = family.patterns().draw(draws);
        double perWeek = Math.max(0.1, draws.logNormal(family.weeklyMedian(), 0.9));
        double cost = Math.max(0.01, draws.logNormal(family.costMedian(), family.costSpread()));
        Vendor first = Vendor.pick(vendors, family.origins().draw(draws), draws);
        Vendor second = Vendor.pick(vendors, first.origin(), draws);
        Family.Sourcing sourcing = family.sources().draw(draws);
        double leadDays = Math.max(2, first.leadTimeFactor() * draws.logNormal(family.leadMedianDays(), 0.3));
        WeeklyDemand demand = WeeklyDemand.draw(pattern, perWeek, draws);
        Gaps gaps = gaps("item", number);

        ItemId id = ItemId.of(String.format(Locale.ROOT, "%s-%05d", family.category(), number));
        Life life = Life.draw(draws);
        builder.item(item(id, family, role, cost, first, life, draws, gaps));
        Supply supply = new Supply(id, number, perWeek, lotDays(perWeek * cost, demand), leadDays);
        addDemand(id, number, demand, life);
        if (!gaps.hides(Gaps.Fact.SUPPLIER)) {
            addSupply(supply, first, second, sourcing, life, gaps);
        }
        if (!gaps.hides(Gaps.Fact.STOCK)) {
            double stock = perWeek / 7 * (supply.lotDays / 2 + 0.3 * leadDays);
            builder.stock(new StockRow(
                    id, AS_OF, true, Math.rint(Draws.of(seed, "stock", number).logNormal(stock, 0.5)), 2 + number));
        }
    }

    private static MadeItem item(
            ItemId id, Family family, Family.Role role, double cost, Vendor vendor, Life life, Draws draws, Gaps gaps) {
        CriticalityScores scores = MadeItem.scores(role, draws);
        boolean finished = family.type() == ItemType.FINISHED;
        boolean stops = role == Family.Role.STOPS_THE_LINE;
        boolean spare = family.type() == ItemType.MRO && stops && draws.chance(0.4);
        boolean perishes = draws.chance(0.03);
        double shelfLife = draws.between(180, 720);
        double orderCost = vendor.origin() == Family.Origin.FAR ? draws.between(80, 150) : draws.between(20, 60);
        // a shortage is priced where it costs sales or stops a line, not elsewhere
        boolean priced = finished || stops;
        double shortage = Math.max(0.05, cost) * (stops ? draws.between(3, 12) : draws.between(0.4, 1.2));
        return new MadeItem(
                id,
                family.type(),
                family.category(),
                life.obsolete ? Lifecycle.OBSOLETE : Lifecycle.ACTIVE,
                gaps.hides(Gaps.Fact.INTRODUCTION) ? Optional.empty() : Optional.of(life.introduced),
                gaps.unless(Gaps.Fact.UNIT_COST, cost),
                gaps.unless(Gaps.Fact.ORDER_COST, orderCost),
                priced ? gaps.unless(Gaps.Fact.SHORTAGE_COST, shortage) : OptionalDouble.empty(),
                perishes ? gaps.unless(Gaps.Fact.SHELF_LIFE, shelfLife) : OptionalDouble.empty(),
                gaps.hides(Gaps.Fact.CRITICALITY) ? CriticalityScores.UNKNOWN : scores,
                spare,
                finished,
                finished ? OptionalDouble.of(draws.between(0.85, 0.99)) : OptionalDouble.empty());
    }

    /** Dear items are bought often; sporadic ones not more often than they are needed. */
    private static double lotDays(double valuePerWeek, WeeklyDemand demand) {
        double byValue = valuePerWeek > 1_000 ? 14 : valuePerWeek > 150 ? 35 : 90;
        return Math.max(byValue, 7 / demand.busyShare());
    }

    private void addDemand(ItemId id, int number, WeeklyDemand demand, Life life) {
        Draws draws = Draws.of(seed, "demand", number);
        for (int week = 0; week < WEEKS; week++) {
            LocalDate monday = FIRST_MONDAY.plusWeeks(week);
            double pieces = demand.pieces(week, monday, draws);
            LocalDate day = monday.plusDays(draws.below(5));
            if (pieces > 0 && !life.dead && !day.isBefore(life.introduced)) {
                builder.demand(id, day, Bucket.DAY, pieces, 2 + WEEKS * number + week);
            }
        }
    }

    private void addSupply(Supply supply, Vendor first, Vendor second, Family.Sourcing sourcing, Life life, Gaps gaps) {
        boolean two = sourcing == Family.Sourcing.TWO && !second.equals(first);
        boolean alternate = sourcing == Family.Sourcing.ONE_AND_ALTERNATE && !second.equals(first);
        // agreed times are padded: what nine deliveries of ten keep
        double agreed = Math.ceil(supply.leadDays * (1 + PADDING * first.leadTimeCv()));
        OptionalDouble contract = gaps.unless(Gaps.Fact.CONTRACT_LEAD_TIME, agreed);
        builder.sourcing(sourcing(supply, first, two ? 0.6 : 1, contract));
        if (two || (alternate && !gaps.hides(Gaps.Fact.ALTERNATE))) {
            builder.sourcing(sourcing(supply, second, two ? 0.4 : 0, contract));
        }
        if (gaps.hides(Gaps.Fact.RECEIPTS)) {
            return;
        }
        Draws draws = Draws.of(seed, "receipts", supply.number);
        int line = 0;
        for (double day = draws.between(0, supply.lotDays); day < DAYS; day += supply.lotDays) {
            LocalDate ordered = FIRST_MONDAY.plusDays((long) day);
            Vendor vendor = two && draws.chance(0.4) ? second : first;
            ReceiptRow row = receipt(supply, vendor, ordered, ++line, draws);
            if (!life.dead && !ordered.isBefore(life.introduced)) {
                builder.receipt(row);
            }
        }
    }

    private static SourcingRow sourcing(Supply supply, Vendor vendor, double share, OptionalDouble contract) {
        return new SourcingRow(
                supply.id,
                vendor.id(),
                OptionalDouble.of(share),
                true,
                contract,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    private ReceiptRow receipt(Supply supply, Vendor vendor, LocalDate ordered, int line, Draws draws) {
        long taken = Math.max(1, Math.round(draws.gamma(supply.leadDays, vendor.leadTimeCv())));
        boolean punctual = draws.chance(vendor.punctual());
        long promised = punctual ? taken + draws.below(3) : Math.max(0, taken - 1 - draws.below(1 + (int) taken / 5));
        double pieces = Math.max(1, Math.rint(supply.perWeek * supply.lotDays / 7));
        LocalDate arrives = ordered.plusDays(taken);
        boolean arrived = !arrives.isAfter(AS_OF);
        boolean promiseKnown = !(draws.chance(Gaps.LINES_WITHOUT_PROMISE) && withGaps);
        boolean orderDateKnown = !(draws.chance(Gaps.LINES_WITHOUT_ORDER_DATE) && withGaps);
        return new ReceiptRow(
                "PO-" + supply.number + "-" + line,
                "1",
                supply.id,
                vendor.id(),
                orderDateKnown ? Optional.of(ordered) : Optional.empty(),
                promiseKnown ? Optional.of(ordered.plusDays(promised)) : Optional.empty(),
                arrived ? Optional.of(arrives) : Optional.empty(),
                OptionalDouble.of(pieces),
                arrived ? OptionalDouble.of(pieces) : OptionalDouble.empty(),
                line);
    }

    private record Supply(ItemId id, int number, double perWeek, double lotDays, double leadDays) {}

    /** Where an item stands in its life. */
    private record Life(LocalDate introduced, boolean obsolete, boolean dead) {

        static Life draw(Draws draws) {
            double kind = draws.uniform();
            int weeksOld = kind < 0.025 ? 3 + draws.below(5) : 10 + draws.below(50);
            LocalDate introduced = kind < 0.065 ? AS_OF.minusWeeks(weeksOld) : FIRST_MONDAY.minusYears(2);
            return new Life(introduced, draws.chance(0.02), draws.chance(0.02));
        }
    }
}
