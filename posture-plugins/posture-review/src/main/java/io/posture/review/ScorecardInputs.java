package io.posture.review;

import io.posture.numerics.Require;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a scorecard is counted from; every part may be missing.
 *
 * @param lines lines of customers' orders
 * @param orders customers' orders
 * @param money sales and stock in money; empty if unknown
 * @param otif lines of suppliers; empty if none were due or known
 * @param recovery disruptions; empty if nobody keeps a log
 * @param buffers safety stocks of all items
 * @param stockpiles strategic stocks of all items
 * @param tail loss of the worst years
 */
public record ScorecardInputs(
        List<CustomerLine> lines,
        List<CustomerOrder> orders,
        Optional<Money> money,
        Optional<Otif> otif,
        Optional<Disruptions> recovery,
        List<ItemBuffer> buffers,
        List<ItemBuffer> stockpiles,
        Tail tail) {

    /** Nothing is known. */
    public static final ScorecardInputs NONE = new ScorecardInputs(
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            new Tail(OptionalDouble.empty(), 0, 0, "the loss of the worst years was not simulated"));

    /** Copies. */
    public ScorecardInputs {
        lines = List.copyOf(lines);
        orders = List.copyOf(orders);
        buffers = List.copyOf(buffers);
        stockpiles = List.copyOf(stockpiles);
    }

    /**
     * A line of a customer's order.
     *
     * @param orderId order
     * @param orderedPieces at least 0
     * @param shippedOnTimePieces at least 0; empty if unknown
     */
    public record CustomerLine(String orderId, double orderedPieces, OptionalDouble shippedOnTimePieces) {

        /** Checks. */
        public CustomerLine {
            Require.notNegative("pieces ordered in order '" + orderId + "'", orderedPieces);
            shippedOnTimePieces.ifPresent(
                    pieces -> Require.notNegative("pieces shipped in order '" + orderId + "'", pieces));
        }
    }

    /**
     * How a customer's order went; what is unknown is empty.
     *
     * @param complete everything that was ordered
     * @param onTime by the day asked for
     * @param undamaged nothing damaged
     * @param documents documents right
     */
    public record CustomerOrder(
            Optional<Boolean> complete,
            Optional<Boolean> onTime,
            Optional<Boolean> undamaged,
            Optional<Boolean> documents) {

        /** Whether all four are known. */
        boolean isKnown() {
            return complete.isPresent() && onTime.isPresent() && undamaged.isPresent() && documents.isPresent();
        }
    }

    /**
     * Sales and stock in money.
     *
     * @param annualCogs cost of goods sold, money a year, at least 0
     * @param averageInventory at cost without the stockpile, money, at least 0
     * @param stockpile strategic stock at cost
     * @param margin margin and stock of the items of which the margin is known; empty if there is none
     * @param estimated whether a single count stands in for the average, or demand at cost for sales
     * @param items items of which stock, cost and sales are known
     * @param allItems all items
     */
    public record Money(
            double annualCogs,
            double averageInventory,
            Stockpile stockpile,
            Optional<Margin> margin,
            boolean estimated,
            int items,
            int allItems) {

        /** Checks. */
        public Money {
            Require.notNegative("annualCogs", annualCogs);
            Require.notNegative("averageInventory", averageInventory);
        }
    }

    /**
     * Strategic stock.
     *
     * @param value at cost, money, at least 0
     * @param items items of which somebody says how much of it they have
     */
    public record Stockpile(double value, int items) {

        /** Checks. */
        public Stockpile {
            Require.notNegative("stockpile", value);
        }
    }

    /**
     * Margin.
     *
     * @param perYear money a year
     * @param averageInventory stock of the same items at cost, money, at least 0
     * @param items of which it is known
     */
    public record Margin(double perYear, double averageInventory, int items) {

        /** Checks. */
        public Margin {
            Require.finite("margin", perYear);
            Require.notNegative("averageInventory", averageInventory);
        }
    }

    /**
     * Loss of the worst years.
     *
     * @param cvar its mean, money a year; empty if it was not simulated
     * @param items items with a loss
     * @param allItems all items
     * @param note what it is of, or why it was not simulated
     */
    public record Tail(OptionalDouble cvar, int items, int allItems, String note) {

        /** Checks. */
        public Tail {
            cvar.ifPresent(value -> Require.finite("cvar", value));
        }
    }

    /**
     * Lines of suppliers that were due.
     *
     * @param onTimeInFull lines complete by their limit
     * @param due lines due of which a promise is known
     * @param excluded lines due of which none is known
     */
    public record Otif(int onTimeInFull, int due, int excluded) {

        /** Checks. */
        public Otif {
            if (!(onTimeInFull >= 0 && onTimeInFull <= due && excluded >= 0)) {
                throw new IllegalArgumentException("lines on time in full must be in 0..due, were " + onTimeInFull
                        + " of " + due + " due and " + excluded + " excluded");
            }
        }
    }

    /**
     * Disruptions.
     *
     * @param closedDays days to recover of those that are over, at least 0
     * @param openAges days since the start of those that are not, at least 0
     */
    public record Disruptions(List<Double> closedDays, List<Double> openAges) {

        /** Copies and checks. */
        public Disruptions {
            closedDays = Require.notNegative("closedDays", closedDays);
            openAges = Require.notNegative("openAges", openAges);
        }
    }

    /**
     * A buffer of an item.
     *
     * @param pieces held, at least 0; empty if nobody says
     * @param optimalPieces at least 0; empty if it cannot be said
     * @param unitCost money per piece, at least 0; empty if unknown
     * @param demandPerDay pieces a day, at least 0; empty if unknown
     */
    public record ItemBuffer(
            OptionalDouble pieces, OptionalDouble optimalPieces, OptionalDouble unitCost, OptionalDouble demandPerDay) {

        /** Checks. */
        public ItemBuffer {
            pieces.ifPresent(value -> Require.notNegative("buffer", value));
            optimalPieces.ifPresent(value -> Require.notNegative("optimal buffer", value));
            unitCost.ifPresent(value -> Require.notNegative("unit cost", value));
            demandPerDay.ifPresent(value -> Require.notNegative("demand", value));
        }
    }
}
