package io.posture.analysis.budget;

import io.posture.api.ItemId;
import io.posture.io.run.ItemEconomics;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Where the money for larger buffers comes from: the releases that pay for each raise, the most worthwhile raise first. What a
 * person alone may release pays for no raise. An item counts if both its stock of today and its proposal are known, and its unit
 * cost.
 *
 * @param lines in order: before each raise as many releases as pay for it, what is left of them next, last what a person decides on
 * @param unknown decided items whose stock of today is not known, of either buffer that they should hold, or that have no unit cost
 */
public record Funding(List<Line> lines, int unknown) {

    private static final double CENTS = 100;

    /** Lines in a list of their own. */
    public Funding {
        lines = List.copyOf(lines);
    }

    /** Which way money goes. */
    public enum Kind {
        /** A buffer shrinks. */
        RELEASE,
        /** A buffer grows. */
        RAISE
    }

    /** Which buffer. */
    public enum Buffer {
        /** Safety stock. */
        SAFETY,
        /** Strategic stockpile, kept apart from it. */
        STRATEGIC
    }

    /**
     * A buffer that changes.
     *
     * @param kind whether it frees money or needs it
     * @param buffer which
     * @param item of which item
     * @param vital whether a person decides on every cut
     * @param from pieces today
     * @param to pieces proposed
     * @param unitCost money per piece
     * @param cash money that is freed, below 0 where it is needed, to the cent
     * @param cumulated cash of all lines down to this one
     * @param funded whether a raise is paid for by releases above it; true of a release
     * @param avoided what a raise avoids, money a year; of a release what it leaves open, below 0; empty if not known
     * @param days until what is released is used up, days; empty for a raise, and where nothing is used
     * @param partners of a raise the items that pay for it, of a release those that it pays for
     */
    public record Line(
            Kind kind,
            Buffer buffer,
            ItemId item,
            boolean vital,
            double from,
            double to,
            double unitCost,
            double cash,
            double cumulated,
            boolean funded,
            OptionalDouble avoided,
            OptionalDouble days,
            List<ItemId> partners) {

        /** Partners in a list of their own. */
        public Line {
            partners = List.copyOf(partners);
        }
    }

    /** A change on its way to its place. */
    private static final class Change {

        private final Buffer buffer;
        private final ItemEconomics item;
        private final double from;
        private final double to;
        private final double cash;
        private final OptionalDouble avoided;
        private final List<ItemId> partners = new ArrayList<>();
        /** Of a release what is left of it, of a raise what nobody has paid. */
        private double openCents;

        Change(Buffer buffer, ItemEconomics item, double from, double to, double cash, OptionalDouble avoided) {
            this.buffer = buffer;
            this.item = item;
            this.from = from;
            this.to = to;
            this.cash = cash;
            this.avoided = avoided;
            openCents = Math.abs(Math.rint(cash * CENTS));
        }

        double cash() {
            return cash;
        }

        Buffer buffer() {
            return buffer;
        }

        double avoidedPerMoney() {
            return avoided.orElse(-1) / Math.abs(cash);
        }
    }

    /** The funding of what a run proposes. */
    public static Funding of(Portfolio portfolio) {
        List<Change> releases = new ArrayList<>();
        List<Change> raises = new ArrayList<>();
        int unknown = 0;
        for (ItemEconomics item : portfolio.items()) {
            boolean decided = item.safetyStock().proposed().isPresent();
            if (decided
                    && (item.unitCost().isEmpty()
                            || item.safetyStock().current().isEmpty()
                            || (item.strategicStock().current().isEmpty()
                                    && item.strategicStock().proposed().orElse(0) > 0))) {
                unknown++;
            }
            for (Change change : changes(item, portfolio)) {
                (change.cash > 0 ? releases : raises).add(change);
            }
        }
        releases.sort(Comparator.comparingDouble(Change::cash)
                .reversed()
                .thenComparing(change -> change.item.id())
                .thenComparing(Change::buffer));
        raises.sort(Comparator.comparingDouble(Change::avoidedPerMoney)
                .reversed()
                .thenComparing(Comparator.comparingDouble(Change::cash).reversed())
                .thenComparing(change -> change.item.id())
                .thenComparing(Change::buffer));
        return new Funding(lines(releases, raises), unknown);
    }

    private static List<Change> changes(ItemEconomics item, Portfolio portfolio) {
        List<Change> changes = new ArrayList<>();
        if (item.unitCost().isEmpty()) {
            return changes;
        }
        double cost = item.unitCost().getAsDouble();
        for (Buffer buffer : Buffer.values()) {
            ItemEconomics.Stock stock = buffer == Buffer.SAFETY ? item.safetyStock() : item.strategicStock();
            if (stock.current().isPresent() && stock.proposed().isPresent()) {
                double from = stock.current().getAsDouble();
                double to = stock.proposed().getAsDouble();
                double cash = Math.rint((from - to) * cost * CENTS) / CENTS;
                if (cash != 0) {
                    OptionalDouble avoided = portfolio.weighed(item).stream()
                            .mapToDouble(weighed -> avoided(buffer, weighed, from))
                            .findFirst();
                    changes.add(new Change(buffer, item, from, to, cash, avoided));
                }
            }
        }
        return changes;
    }

    /** What the change of one buffer avoids while the other is as proposed. */
    private static double avoided(Buffer buffer, Weighed item, double from) {
        double proposed = item.open(item.proposedSafety(), item.proposedStrategic());
        double before = buffer == Buffer.SAFETY
                ? item.open(from, item.proposedStrategic())
                : item.open(item.proposedSafety(), from);
        return before - proposed;
    }

    /** Each raise after the releases that pay for it; no cent is spent twice. */
    private static List<Line> lines(List<Change> releases, List<Change> raises) {
        List<Change> order = new ArrayList<>();
        Deque<Change> purses = new ArrayDeque<>(
                releases.stream().filter(release -> !release.item.vital()).toList());
        for (Change raise : raises) {
            while (raise.openCents > 0 && !purses.isEmpty()) {
                Change purse = purses.getFirst();
                if (purse.partners.isEmpty()) {
                    order.add(purse);
                }
                purse.partners.add(raise.item.id());
                raise.partners.add(purse.item.id());
                double paid = Math.min(raise.openCents, purse.openCents);
                raise.openCents -= paid;
                purse.openCents -= paid;
                if (!(purse.openCents > 0)) {
                    purses.removeFirst();
                }
            }
            order.add(raise);
        }
        purses.stream().filter(release -> release.partners.isEmpty()).forEach(order::add);
        releases.stream().filter(release -> release.item.vital()).forEach(order::add);
        List<Line> lines = new ArrayList<>();
        double cents = 0;
        for (Change change : order) {
            cents += Math.rint(change.cash * CENTS);
            lines.add(line(change, cents / CENTS));
        }
        return lines;
    }

    private static Line line(Change change, double cumulated) {
        double perDay = change.item.demandPerDay().orElse(0);
        boolean release = change.cash > 0;
        return new Line(
                release ? Kind.RELEASE : Kind.RAISE,
                change.buffer,
                change.item.id(),
                change.item.vital(),
                change.from,
                change.to,
                change.item.unitCost().orElse(0),
                change.cash,
                cumulated,
                release || !(change.openCents > 0),
                change.avoided,
                release && perDay > 0 ? OptionalDouble.of((change.from - change.to) / perDay) : OptionalDouble.empty(),
                change.partners);
    }

    /** Cash of all lines of a kind, money: of raises what they need, above 0. */
    public double total(Kind kind) {
        double cents = 0;
        for (Line line : lines) {
            cents += line.kind == kind ? Math.abs(Math.rint(line.cash * CENTS)) : 0;
        }
        return cents / CENTS;
    }

    /** Cash of the releases that wait for a person and pay for no raise, money. */
    public double byPerson() {
        double cents = 0;
        for (Line line : lines) {
            cents += line.kind == Kind.RELEASE && line.vital ? Math.rint(line.cash * CENTS) : 0;
        }
        return cents / CENTS;
    }

    /** What is left of all releases when all raises are paid, money; below 0 where they do not suffice. */
    public double net() {
        return lines.isEmpty() ? 0 : lines.get(lines.size() - 1).cumulated();
    }

    /** Raises that releases do not pay for. */
    public long unfunded() {
        return lines.stream().filter(line -> !line.funded).count();
    }
}
