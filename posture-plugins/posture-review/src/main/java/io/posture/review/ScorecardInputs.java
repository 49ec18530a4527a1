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
 * @param buffers buffers of items
 * @param cvar mean loss of the worst years, money; empty if it was not simulated
 */
public record ScorecardInputs(
        List<CustomerLine> lines,
        List<CustomerOrder> orders,
        Optional<Money> money,
        Optional<Otif> otif,
        Optional<Disruptions> recovery,
        List<ItemBuffer> buffers,
        OptionalDouble cvar) {

    /** Nothing is known. */
    public static final ScorecardInputs NONE = new ScorecardInputs(
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            OptionalDouble.empty());

    /** Copies. */
    public ScorecardInputs {
        lines = List.copyOf(lines);
        orders = List.copyOf(orders);
        buffers = List.copyOf(buffers);
        cvar.ifPresent(value -> Require.finite("cvar", value));
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
     * @param stockpile strategic stock at cost, money, at least 0
     * @param grossMargin money a year; empty if unknown
     * @param estimated whether a single count stands in for the average, or demand at cost for sales
     * @param items items of which stock, cost and sales are known
     * @param allItems all items
     */
    public record Money(
            double annualCogs,
            double averageInventory,
            double stockpile,
            OptionalDouble grossMargin,
            boolean estimated,
            int items,
            int allItems) {

        /** All of which are known. */
        public Money(
                double annualCogs,
                double averageInventory,
                double stockpile,
                OptionalDouble grossMargin,
                boolean estimated) {
            this(annualCogs, averageInventory, stockpile, grossMargin, estimated, 1, 1);
        }

        /** Checks. */
        public Money {
            Require.notNegative("annualCogs", annualCogs);
            Require.notNegative("averageInventory", averageInventory);
            Require.notNegative("stockpile", stockpile);
            grossMargin.ifPresent(value -> Require.finite("grossMargin", value));
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
     * The buffer of an item, safety and strategic stock together.
     *
     * @param pieces at least 0
     * @param optimalPieces at least 0; empty if it cannot be said
     * @param unitCost money per piece, at least 0; empty if unknown
     * @param demandPerDay pieces a day, at least 0
     */
    public record ItemBuffer(
            double pieces, OptionalDouble optimalPieces, OptionalDouble unitCost, double demandPerDay) {

        /** Checks. */
        public ItemBuffer {
            Require.notNegative("buffer", pieces);
            optimalPieces.ifPresent(value -> Require.notNegative("optimal buffer", value));
            unitCost.ifPresent(value -> Require.notNegative("unit cost", value));
            Require.notNegative("demand", demandPerDay);
        }
    }
}
