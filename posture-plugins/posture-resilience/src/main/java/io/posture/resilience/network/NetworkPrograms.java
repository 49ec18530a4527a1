package io.posture.resilience.network;

import io.posture.numerics.Require;
import io.posture.numerics.Sums;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The linear programs of DOMAIN F.6: what an event costs if everybody does the best that is possible, and how long nobody
 * notices it. Only the sites that may run short go into a program, a component at a time, and into the solver only
 * components whose answer a plan does not already prove.
 *
 * <p>There is no timing inside the event: all flows may use all of it, which is optimistic.
 *
 * @see "Simchi-Levi, Schmidt & Wei, HBR 92 (2014); Simchi-Levi et al., Interfaces 45 (2015) 375-390"
 */
public final class NetworkPrograms {

    /** Longest time for a program where nothing else is said. */
    public static final Duration LIMIT = Duration.ofSeconds(20);

    /** A plan this near to a bound is the optimum; rounding of the solver is below it. */
    private static final double SAME = 1e-9;

    private static final double SOLVER_ROUNDING = 1e-6;

    /** Long enough for stock not to matter. */
    private static final double LONG_DAYS = 1e4;

    /** What lasts a tenth of this lasts for ever. */
    private static final double FOR_EVER_DAYS = 1e9;

    private final Graph graph;
    private final boolean[] disrupted;
    private final boolean[] destroyed;
    private final Duration limit;

    private NetworkPrograms(SiteNetwork network, NetworkEvent event, Duration limit) {
        this.graph = network.graph();
        this.disrupted = network.places(event.disrupted());
        this.destroyed = network.places(event.destroyed());
        this.limit = limit;
    }

    /**
     * Least margin lost while the sites of an event make nothing.
     *
     * @param days how long, at least 0
     * @param limit longest time for a program
     * @throws IllegalArgumentException if a site of the event is not in the network
     */
    public static Impact impact(SiteNetwork network, NetworkEvent event, double days, Duration limit) {
        Require.notNegative("days", days);
        return new NetworkPrograms(network, event, limit).impact(days);
    }

    /**
     * Longest time for which all demand can be met while the sites of an event make nothing.
     *
     * @param limit longest time for a program
     * @throws IllegalArgumentException if a site of the event is not in the network
     */
    public static Survival survival(SiteNetwork network, NetworkEvent event, Duration limit) {
        return new NetworkPrograms(network, event, limit).survival();
    }

    private double[] stock() {
        double[] stock = new double[graph.sites()];
        for (int site = 0; site < stock.length; site++) {
            stock[site] = destroyed[site] ? 0 : graph.stock(site);
        }
        return stock;
    }

    private double[] capacity(double days) {
        double[] capacity = new double[graph.sites()];
        for (int site = 0; site < capacity.length; site++) {
            capacity[site] = disrupted[site] ? 0 : graph.capacity(site, days);
        }
        return capacity;
    }

    private Impact impact(double days) {
        double[] stock = stock();
        double[] want = new double[graph.finished()];
        for (int good = 0; good < want.length; good++) {
            want[good] = Math.max(0, graph.demandPerDay(good) * days - stock[graph.finishedSite(good)]);
        }
        List<Component> components =
                Shortage.components(graph, new Shortage.Quantities(want, stock, capacity(days), true));
        Impact[] impacts = components.stream().map(this::impact).toArray(Impact[]::new);
        boolean exact = Arrays.stream(impacts).allMatch(impact -> impact.exactness() == Exactness.EXACT);
        return new Impact(
                Sums.of(Arrays.stream(impacts).mapToDouble(Impact::lost).toArray()),
                Sums.of(Arrays.stream(impacts).mapToDouble(Impact::atLeast).toArray()),
                exact ? Exactness.EXACT : Exactness.BOUND);
    }

    private Impact impact(Component component) {
        double wanted = 0;
        for (int good = 0; good < component.want.length; good++) {
            wanted += component.margin[good] * component.want[good];
        }
        if (!(wanted > 0)) {
            return new Impact(0, 0, Exactness.EXACT);
        }
        double[] most = component.capacity;
        Component.Output could = component.output(most, component.everything());
        double least = lost(component, could);
        double[][] shares = component.fairShares(could.gives(), component.want, could.made());
        double lost = lost(component, component.output(most, shares));
        if (lost - least <= SAME * wanted) {
            return new Impact(lost, lost, Exactness.EXACT);
        }
        OptionalDouble made = ComponentProgram.margin(component, most, could, limit);
        double solved = wanted - made.orElse(Double.NaN);
        if (solved >= least - SOLVER_ROUNDING * wanted && solved <= lost + SOLVER_ROUNDING * wanted) {
            double within = Math.max(least, Math.min(lost, solved));
            return new Impact(within, within, Exactness.EXACT);
        }
        return new Impact(lost, least, Exactness.BOUND);
    }

    private static double lost(Component component, Component.Output output) {
        double lost = 0;
        for (int good = 0; good < component.want.length; good++) {
            double missing = component.want[good] - output.made()[component.goodSite[good]];
            lost += component.margin[good] * Math.max(0, missing);
        }
        return lost;
    }

    private Survival survival() {
        double[] perDay = new double[graph.finished()];
        for (int good = 0; good < perDay.length; good++) {
            perDay[good] = graph.demandPerDay(good);
        }
        List<Component> components =
                Shortage.components(graph, new Shortage.Quantities(perDay, stock(), capacity(1), false));
        double days = Double.POSITIVE_INFINITY;
        double atMost = Double.POSITIVE_INFINITY;
        for (Component component : components) {
            Span span = span(component);
            days = Math.min(days, span.days);
            atMost = Math.min(atMost, span.atMost);
        }
        return new Survival(finite(days), finite(atMost), days == atMost ? Exactness.EXACT : Exactness.BOUND);
    }

    private static OptionalDouble finite(double days) {
        return Double.isFinite(days) ? OptionalDouble.of(days) : OptionalDouble.empty();
    }

    /** Days that are possible, and days beyond which nothing is; infinite for ever. */
    private record Span(double days, double atMost) {}

    private Span span(Component component) {
        double atMost = new Course(component, component.everything()).daysOfAll();
        if (atMost == 0) {
            return new Span(0, 0);
        }
        double horizon = Math.min(atMost, LONG_DAYS);
        double days = new Course(component, fairShares(component, horizon)).daysOfAll();
        if (days == atMost || atMost - days <= SAME * atMost) {
            return new Span(atMost, atMost);
        }
        double unitDays = Double.isInfinite(atMost) ? Math.max(1, days) : atMost;
        double solved = ComponentProgram.days(component, unitDays, Math.min(atMost, FOR_EVER_DAYS), limit)
                .orElse(Double.NaN);
        if (solved > FOR_EVER_DAYS / 10) {
            return new Span(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        if (solved >= days * (1 - SOLVER_ROUNDING)) {
            double within = Math.max(days, Math.min(atMost, solved));
            return new Span(within, within);
        }
        return new Span(days, atMost);
    }

    private static double[][] fairShares(Component component, double days) {
        double[] most = component.capacity.clone();
        for (int site = 0; site < most.length; site++) {
            most[site] = Double.isInfinite(most[site]) ? most[site] : most[site] * days;
        }
        double[] want = component.demandPerDay.clone();
        for (int good = 0; good < want.length; good++) {
            want[good] = Math.max(0, want[good] * days - component.stock[component.goodSite[good]]);
        }
        Component.Output could = component.output(most, component.everything());
        return component.fairShares(could.gives(), want, could.made());
    }
}
