package io.posture.stress;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Runs the ledgers of items that hang together, with what is changed of them and without. Each lasts until nothing changes
 * any more, whatever other items do. Not thread-safe.
 */
final class GroupRun {

    private final ItemTable table;
    private final StressSettings settings;
    private final Effects effects;
    private final int group;
    private final int first;
    private final int count;
    private Ledger[] anyway = new Ledger[0];
    private Without[] without = new Without[0];
    private int days;
    private boolean complete = true;

    GroupRun(ItemTable table, StressSettings settings, Effects effects, int group) {
        this.table = table;
        this.settings = settings;
        this.effects = effects;
        this.group = group;
        this.first = table.bom.groupStarts[group];
        this.count = table.bom.groupStarts[group + 1] - first;
    }

    /** Days of the longest run so far. */
    int days() {
        return days;
    }

    /** Whether all runs so far came to an end. */
    boolean isComplete() {
        return complete;
    }

    /** What the effects do to each member; nothing if they do not reach it. */
    ItemImpact[] with(Change change) {
        Ledger[] ledgers = count == 1 ? alone(change) : together(change);
        ItemImpact[] impacts = new ItemImpact[ledgers.length];
        for (int at = 0; at < ledgers.length; at++) {
            impacts[at] = impact(table.items.get(first + at), ledgers[at], at);
        }
        return impacts;
    }

    private Ledger[] together(Change change) {
        int last = settings.longestDays();
        GroupLedger ledger = new GroupLedger(table, effects, settings, group, change, none(), last);
        if (!ledger.isTouched() && effects.demandEnd() == 0) {
            return new Ledger[0];
        }
        if (ledger.isDated()) {
            if (anyway.length == 0) {
                GroupLedger quiet = new GroupLedger(table, Effects.NONE, settings, group, Change.NONE, none(), last);
                without = quiet.note(last);
                anyway = quiet.ledgers();
            }
            ledger = new GroupLedger(table, effects, settings, group, change, without, last);
        }
        complete &= ledger.run(last);
        days = Math.max(days, ledger.ranUntil());
        return ledger.ledgers();
    }

    private Without[] none() {
        Without[] none = new Without[count];
        Arrays.fill(none, Without.NONE);
        return none;
    }

    private Ledger[] alone(Change change) {
        int last = settings.longestDays();
        Inflow inflow = new Inflow(table, first, effects, change.added(first), last);
        StressItem item = table.items.get(first);
        boolean rises = effects.demandEnd() > 0 && item.demandPerDay() > 0;
        if (!inflow.isTouched() && !rises) {
            return new Ledger[0];
        }
        if (inflow.isDated() && anyway.length == 0) {
            Inflow quiet = new Inflow(table, first, Effects.NONE, Change.NONE.added(first), last);
            Ledger ledger = ledger(item, 0, Without.NONE);
            Without notes = new Without();
            int orders = (int) Math.min(last, quiet.end());
            for (int day = 1; day <= orders; day++) {
                serve(item, quiet, Effects.NONE, ledger, day);
                notes.note(day, ledger.gap(), ledger.backlog());
            }
            // from here on nothing more is short, and what waits goes on waiting
            notes.note(orders + 1, ledger.backlog(), ledger.backlog());
            anyway = new Ledger[] {ledger};
            without = new Without[] {notes};
        }
        Ledger ledger = ledger(item, change.extraPieces(first), inflow.isDated() ? without[0] : Without.NONE);
        // before and after, what arrives is what is needed
        int begin = (int) Math.min(last, Math.floor(Math.min(inflow.begin(), effects.demandBegin())));
        double end = Math.ceil(Math.max(inflow.end(), effects.demandEnd()));
        for (int day = begin + 1; day <= Math.min(last, end); day++) {
            serve(item, inflow, effects, ledger, day);
        }
        complete &= end <= last;
        days = (int) Math.max(days, Math.min(last, end));
        return new Ledger[] {ledger};
    }

    private Ledger ledger(StressItem item, double more, Without unavoidable) {
        return new Ledger(
                settings.opening(item.stock()) + more, item.mode(), item.stock().strategic(), unavoidable);
    }

    private static void serve(StressItem item, Inflow inflow, Effects effects, Ledger ledger, int day) {
        double demand = item.demandPerDay() * effects.demandFactor(day);
        ledger.receive(inflow.on(day, demand));
        ledger.serve(day, demand);
    }

    private ItemImpact impact(StressItem item, Ledger ledger, int at) {
        double strategic = item.stock().strategic();
        double safety = settings.safetyStockShare() * item.stock().safetyStock();
        ItemImpact.Anyway quiet = at < anyway.length ? anyway(anyway[at]) : ItemImpact.Anyway.NONE;
        double lost = Math.max(0, ledger.lost() - quiet.lostPieces());
        return new ItemImpact(
                item.id(),
                item.finished(),
                ledger.firstOut(),
                ledger.daysOut(),
                lost,
                item.unitMargin().isPresent()
                        ? OptionalDouble.of(lost * item.unitMargin().getAsDouble())
                        : OptionalDouble.empty(),
                ledger.backorderPieceDays(),
                Math.max(0, ledger.backlog() - quiet.waitingPieces()),
                Math.max(0, Math.min(safety, strategic + safety - ledger.lowest())),
                Math.max(0, strategic - ledger.lowest()),
                ledger.firstReserve(),
                quiet,
                Optional.empty());
    }

    private static ItemImpact.Anyway anyway(Ledger ledger) {
        return new ItemImpact.Anyway(ledger.daysOut(), ledger.lost(), ledger.backlog());
    }
}
