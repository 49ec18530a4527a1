package io.posture.stress;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The ledgers of items that hang together through what is made of what, day by day. What is due is made first, of all
 * there is, scarce components going where they earn most. What is missing in stock is made after that, of what arrived on
 * the day alone: buffers are not used up to fill other buffers. Not thread-safe.
 */
final class GroupLedger {

    /** How long what waits is watched after the last day on which anything differs. */
    private static final int TAIL_DAYS = 365;

    private final ItemTable table;
    private final BillOfMaterials bom;
    private final Effects effects;
    private final int first;
    private final int firstLine;
    private final Inflow[] inflows;
    private final Ledger[] ledgers;
    private final LossCurve[] plants;
    private final double[] opening;
    private final double[] demand;
    private final double[] arrived;
    private final double[] wanted;
    private final double[] made;
    private final double[] served;
    private final double[] used;
    private final double[] limit;
    private final double[] part;
    private final double[] shortBy;
    private final double[] before;
    // products that a component may go into, by line
    private final double[] granted;
    private final @Nullable Claims[] claims;
    private int ranUntil;

    /**
     * The ledgers of a group.
     *
     * @param without what is short of each item anyway
     * @param lastDay last day that may be asked for
     */
    GroupLedger(
            ItemTable table,
            Effects effects,
            StressSettings settings,
            int group,
            Change change,
            Without[] without,
            int lastDay) {
        this.table = table;
        this.bom = table.bom;
        this.effects = effects;
        this.first = bom.groupStarts[group];
        this.firstLine = bom.starts[first];
        int n = bom.groupStarts[group + 1] - first;
        this.inflows = new Inflow[n];
        this.ledgers = new Ledger[n];
        this.plants = new LossCurve[n];
        this.opening = new double[n];
        for (int at = 0; at < n; at++) {
            int item = first + at;
            StressItem what = table.items.get(item);
            inflows[at] = new Inflow(table, item, effects, change.added(item), lastDay);
            opening[at] = settings.opening(what.stock()) + change.extraPieces(item);
            ledgers[at] = new Ledger(opening[at], what.mode(), what.stock().strategic(), without[at]);
            plants[at] = effects.node(table.madeAt[item]);
        }
        this.demand = new double[n];
        this.arrived = new double[n];
        this.wanted = new double[n];
        this.made = new double[n];
        this.served = new double[n];
        this.used = new double[n];
        this.limit = new double[n];
        this.part = new double[n];
        this.shortBy = new double[n];
        this.before = new double[n];
        this.granted = new double[bom.starts[first + n] - firstLine];
        this.claims = new Claims[n];
    }

    /** Whether the scenario reaches a source or a plant of the group. */
    boolean isTouched() {
        for (int at = 0; at < ledgers.length; at++) {
            if (inflows[at].isTouched() || !plants[at].isNone()) {
                return true;
            }
        }
        return false;
    }

    /** Whether an item of the group has orders with their days. */
    boolean isDated() {
        return Arrays.stream(inflows).anyMatch(Inflow::isDated);
    }

    /** Notes what is short on each day of a run. */
    Without[] note(int lastDay) {
        Without[] notes = new Without[ledgers.length];
        for (int at = 0; at < notes.length; at++) {
            notes[at] = new Without();
        }
        run(lastDay, notes);
        return notes;
    }

    /** Runs all days until nothing more can go short; returns whether there were days enough for it. */
    boolean run(int lastDay) {
        return run(lastDay, new Without[0]);
    }

    private boolean run(int lastDay, Without[] notes) {
        double begin = effects.demandBegin();
        double end = effects.demandEnd();
        for (int at = 0; at < ledgers.length; at++) {
            begin = Math.min(begin, Math.min(inflows[at].begin(), plants[at].begin()));
            end = Math.max(end, Math.max(inflows[at].end(), plants[at].end()));
        }
        int day = (int) Math.min(lastDay, begin) + 1;
        boolean steady = false;
        // once nothing waits every day is like the one before: stock moves between levels, but nothing goes short
        while (day <= lastDay && !steady && !(day > end && nothingWaits())) {
            begin(day);
            allocate(false);
            if (anythingHeldUp()) {
                allocate(true);
            }
            settle(day);
            restock();
            for (int at = 0; at < notes.length; at++) {
                notes[at].note(day, ledgers[at].gap(), ledgers[at].backlog());
            }
            steady = (!backlogMoved() && day > end) || day > end + TAIL_DAYS;
            day++;
        }
        if (steady) {
            // the last day only showed that nothing moves any more
            Arrays.stream(ledgers).forEach(Ledger::forget);
            day--;
        }
        for (int at = 0; at < notes.length; at++) {
            notes[at].note(day, ledgers[at].backlog(), ledgers[at].backlog());
        }
        ranUntil = day - 1;
        return steady || day > end;
    }

    private boolean nothingWaits() {
        for (Ledger ledger : ledgers) {
            if (ledger.backlog() > Ledger.NOTHING) {
                return false;
            }
        }
        return true;
    }

    /** Whether a backlog is another one than on the day before. */
    private boolean backlogMoved() {
        boolean moved = false;
        for (int at = 0; at < ledgers.length; at++) {
            double backlog = ledgers[at].backlog();
            moved = moved || Math.abs(backlog - before[at]) > Ledger.NOTHING * Math.max(1, backlog);
            before[at] = backlog;
        }
        return moved;
    }

    /** The last day that counts. */
    int ranUntil() {
        return ranUntil;
    }

    /** What arrives, and what is wanted: from what is sold down to its components. */
    private void begin(int day) {
        double factor = effects.demandFactor(day);
        for (int at = ledgers.length - 1; at >= 0; at--) {
            int item = first + at;
            double needed = table.needPerDay[item] * factor;
            demand[at] = table.ownPerDay[item] * factor;
            arrived[at] = inflows[at].on(day, needed);
            ledgers[at].receive(arrived[at]);
            double loss = plants[at].on(day);
            limit[at] = loss > 0 ? (1 - loss) * needed : Double.POSITIVE_INFINITY;
            double missing = ledgers[at].due(demand[at]) + dependent(item) - ledgers[at].stock();
            wanted[at] = bom.isMade(item) ? Math.max(0, Math.min(limit[at], missing)) : 0;
        }
    }

    /** Pieces of an item that everything wanted of it needs. */
    private double dependent(int item) {
        double pieces = 0;
        for (int use = bom.useStarts[item]; use < bom.useStarts[item + 1]; use++) {
            pieces += wanted[bom.useMade[use] - first] * bom.usePerUnit[use];
        }
        return pieces;
    }

    /** From components up: what can be made, and who gets what there is. */
    private void allocate(boolean again) {
        for (int at = 0; at < ledgers.length; at++) {
            int item = first + at;
            made[at] = wanted[at];
            for (int line = bom.starts[item]; line < bom.starts[item + 1]; line++) {
                made[at] = Math.min(made[at], granted[line - firstLine]);
            }
            double available = ledgers[at].stock() + made[at];
            double due = ledgers[at].due(demand[at]);
            double asked = due;
            for (int use = bom.useStarts[item]; use < bom.useStarts[item + 1]; use++) {
                double products = again ? askedAgain(use) : wanted[bom.useMade[use] - first];
                granted[bom.useLine[use] - firstLine] = products;
                asked += products * bom.usePerUnit[use];
            }
            boolean scarce = asked > available + Ledger.NOTHING;
            if (!again) {
                shortBy[at] = scarce ? asked - available : 0;
            }
            served[at] = scarce ? claims(at).share(available, due) : due;
        }
    }

    /** Products that are asked for when it is known what their other components let be made. */
    private double askedAgain(int use) {
        int product = bom.useMade[use];
        double products = wanted[product - first];
        for (int line = bom.starts[product]; line < bom.starts[product + 1]; line++) {
            products = line == bom.useLine[use] ? products : Math.min(products, granted[line - firstLine]);
        }
        return products;
    }

    private Claims claims(int at) {
        Claims known = claims[at];
        if (known == null) {
            known = new Claims(first + at);
            claims[at] = known;
        }
        return known;
    }

    /** Who asks for an item: its own demand first, then what is made of it. */
    private final class Claims {

        private final int[] slots;
        private final double[] perUnit;
        private final double[] minimum;
        private final double[] asked;
        private final double[] quantities;
        private final int[] order;

        Claims(int item) {
            int firstUse = bom.useStarts[item];
            int users = bom.useStarts[item + 1] - firstUse;
            this.slots = new int[users];
            this.perUnit = new double[users + 1];
            this.minimum = new double[users + 1];
            this.asked = new double[users + 1];
            this.quantities = new double[users + 1];
            double[] worth = new double[users + 1];
            perUnit[0] = 1;
            minimum[0] = table.items.get(item).contractPerDay();
            worth[0] = table.items.get(item).unitMargin().orElse(0);
            // ties of margin go by id
            int[] uses = IntStream.range(firstUse, firstUse + users)
                    .boxed()
                    .sorted(Comparator.comparing(
                            use -> table.items.get(bom.useMade[use]).id()))
                    .mapToInt(Integer::intValue)
                    .toArray();
            for (int i = 0; i < users; i++) {
                int product = bom.useMade[uses[i]];
                slots[i] = bom.useLine[uses[i]] - firstLine;
                perUnit[i + 1] = bom.usePerUnit[uses[i]];
                minimum[i + 1] = table.owedPerDay[product];
                worth[i + 1] = table.worth[product];
            }
            this.order = Allocation.byMargin(perUnit, worth);
        }

        /** Shares a scarce item out among what is asked for; returns what its own demand gets. */
        double share(double available, double due) {
            asked[0] = due;
            for (int i = 0; i < slots.length; i++) {
                asked[i + 1] = granted[slots[i]];
            }
            Allocation.allocate(available, perUnit, minimum, asked, order, quantities);
            for (int i = 0; i < slots.length; i++) {
                granted[slots[i]] = quantities[i + 1];
            }
            return quantities[0];
        }
    }

    private boolean anythingHeldUp() {
        for (int at = 0; at < ledgers.length; at++) {
            if (made[at] < wanted[at] - Ledger.NOTHING) {
                return true;
            }
        }
        return false;
    }

    /** Moves what is made, and serves demand. */
    private void settle(int day) {
        Arrays.fill(used, 0);
        for (int at = 0; at < ledgers.length; at++) {
            ledgers[at].receive(made[at]);
            consume(first + at, made[at], used);
        }
        for (int at = 0; at < ledgers.length; at++) {
            ledgers[at].take(used[at]);
            double most = Math.min(served[at], Math.min(ledgers[at].stock(), ledgers[at].due(demand[at])));
            ledgers[at].serve(day, demand[at], most, shortBy[at]);
            used[at] += most;
            limit[at] -= made[at];
        }
    }

    private void consume(int item, double products, double[] pieces) {
        if (products > 0) {
            for (int line = bom.starts[item]; line < bom.starts[item + 1]; line++) {
                pieces[bom.component[line] - first] += products * bom.perUnit[line];
            }
        }
    }

    /** Makes what is missing in stock of what arrived today and was not used. */
    private void restock() {
        boolean any = false;
        for (int at = ledgers.length - 1; at >= 0; at--) {
            int item = first + at;
            wanted[at] = 0;
            if (bom.isMade(item)) {
                double missing = Math.max(0, opening[at] - ledgers[at].stock()) + dependent(item);
                wanted[at] = Math.max(0, Math.min(limit[at], missing));
                any = any || wanted[at] > Ledger.NOTHING;
            }
        }
        if (!any) {
            return;
        }
        Arrays.fill(made, 0);
        for (int at = 0; at < ledgers.length; at++) {
            int item = first + at;
            double scale = 1;
            for (int line = bom.starts[item]; line < bom.starts[item + 1]; line++) {
                scale = Math.min(scale, part[bom.component[line] - first]);
            }
            made[at] = wanted[at] * scale;
            double fresh = Math.max(0, arrived[at] - used[at]) + made[at];
            double asked = dependent(item);
            part[at] = asked > fresh ? fresh / asked : 1;
        }
        Arrays.fill(used, 0);
        for (int at = 0; at < ledgers.length; at++) {
            ledgers[at].receive(made[at]);
            consume(first + at, made[at], used);
        }
        for (int at = 0; at < ledgers.length; at++) {
            ledgers[at].take(used[at]);
        }
    }

    /** The ledgers of the group, in the order of its items. */
    Ledger[] ledgers() {
        return ledgers.clone();
    }
}
