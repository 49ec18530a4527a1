package io.posture.resilience.network;

import io.posture.numerics.Require;
import io.posture.numerics.Sums;
import java.util.ArrayList;
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

    /** A plan this near to a bound is the optimum; rounding of the solver is below it. */
    static final double SAME = 1e-9;

    /** How far the solver's answer may be off, as a share. */
    static final double SOLVER_ROUNDING = 1e-6;

    /** What lasts so long lasts for ever. */
    private static final double FOR_EVER_DAYS = 1e6;

    /** The sooner an event shows, the more is ample until then, and the smaller is the program. */
    private static final List<Double> HORIZONS_DAYS = List.of(30.0, 90.0, 365.0, 1e4);

    private final Graph graph;
    private final boolean[] disrupted;
    private final boolean[] destroyed;
    private final SolverLimit.Effort effort;

    private NetworkPrograms(SiteNetwork network, NetworkEvent event, SolverLimit.Effort effort) {
        this.graph = network.graph();
        this.disrupted = network.places(event.disrupted());
        this.destroyed = network.places(event.destroyed());
        this.effort = effort;
    }

    /**
     * Least margin lost while the sites of an event make nothing.
     *
     * @param days how long, at least 0
     * @param limit how long the solver may look
     * @throws IllegalArgumentException if a site of the event is not in the network
     */
    public static Impact impact(SiteNetwork network, NetworkEvent event, double days, SolverLimit limit) {
        Require.notNegative("days", days);
        return impact(network, event, days, limit.begin(System::nanoTime));
    }

    static Impact impact(SiteNetwork network, NetworkEvent event, double days, SolverLimit.Effort effort) {
        return new NetworkPrograms(network, event, effort).impact(days);
    }

    /**
     * Longest time for which all demand can be met while the sites of an event make nothing.
     *
     * @param limit how long the solver may look
     * @throws IllegalArgumentException if a site of the event is not in the network
     */
    public static Survival survival(SiteNetwork network, NetworkEvent event, SolverLimit limit) {
        return survival(network, event, FOR_EVER_DAYS, limit);
    }

    /**
     * Longest time for which all demand can be met while the sites of an event make nothing, if it is less than a horizon: the
     * nearer that is, the sooner it is known that nothing ends before it.
     *
     * @param horizonDays what lasts so long lasts for ever, days, above 0
     * @param limit how long the solver may look
     * @throws IllegalArgumentException if a site of the event is not in the network
     */
    public static Survival survival(SiteNetwork network, NetworkEvent event, double horizonDays, SolverLimit limit) {
        if (!(horizonDays > 0)) {
            throw new IllegalArgumentException("horizonDays must be above 0, was " + horizonDays);
        }
        return survival(network, event, horizonDays, limit.begin(System::nanoTime));
    }

    static Survival survival(SiteNetwork network, NetworkEvent event, double horizonDays, SolverLimit.Effort effort) {
        return new NetworkPrograms(network, event, effort).survival(Math.min(horizonDays, FOR_EVER_DAYS));
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

    private List<Component> shortFor(double days) {
        double[] stock = stock();
        double[] want = new double[graph.finished()];
        for (int good = 0; good < want.length; good++) {
            want[good] = Math.max(0, graph.demandPerDay(good) * days - stock[graph.finishedSite(good)]);
        }
        return Shortage.components(graph, new Shortage.Quantities(want, stock, capacity(days)));
    }

    private Impact impact(double days) {
        Impact[] impacts = shortFor(days).stream().map(this::impact).toArray(Impact[]::new);
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
        SharePlan plan = SharePlan.of(component, component.capacity, component.want, component.margin, SAME * wanted);
        return LeastLoss.of(component, component.margin, plan, SAME, effort);
    }

    private Survival survival(double longestDays) {
        List<Double> horizons = new ArrayList<>(
                HORIZONS_DAYS.stream().filter(days -> days < longestDays).toList());
        horizons.add(longestDays);
        double lasts = 0;
        for (double horizon : horizons) {
            Span span = new SurvivalSearch(this::shortFor, effort, lasts).within(horizon);
            if (span.atMostDays() < horizon) {
                return new Survival(
                        OptionalDouble.of(span.days()),
                        OptionalDouble.of(span.atMostDays()),
                        span.days() == span.atMostDays() ? Exactness.EXACT : Exactness.BOUND);
            }
            // where the solver gave no answer, a later horizon may still show a bound
            lasts = span.days();
        }
        return lasts < longestDays
                ? new Survival(OptionalDouble.of(lasts), OptionalDouble.empty(), Exactness.BOUND)
                : new Survival(OptionalDouble.empty(), OptionalDouble.empty(), Exactness.EXACT);
    }
}
