package io.posture.profile;

import io.posture.api.RowRefs;
import io.posture.api.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * On time in full of suppliers over all their lines, or of one item from a supplier where it has lines enough. Few lines are
 * supported by the company's rate, those of one item by the supplier's.
 */
final class ServiceLevels {

    private static final int LINES_OF_ONE_ITEM = 50;
    private static final double HALF_A_LINE = 0.5;

    private final Map<String, Due> bySupplier = new HashMap<>();
    private final Map<Supply, Due> bySupply = new HashMap<>();
    private final Due company = new Due();
    private final Map<String, Optional<Service>> services = new HashMap<>();
    private final Window window;
    private final ProfileSettings settings;
    private final String source;

    ServiceLevels(Window window, ProfileSettings settings, String source) {
        this.window = window;
        this.settings = settings;
        this.source = source;
    }

    /** Adds a line with its promise. */
    void add(PurchaseLine line, double promisedDay) {
        OnTimeInFull.Line promised = new OnTimeInFull.Line(line.ordered(), promisedDay, line.receipts());
        company.add(promised, line);
        if (!line.supplier().isEmpty()) {
            bySupplier.computeIfAbsent(line.supplier(), key -> new Due()).add(promised, line);
            bySupply.computeIfAbsent(new Supply(line.item(), line.supplier()), key -> new Due())
                    .add(promised, line);
        }
    }

    /** Service of a supply; empty if no line of the supplier was due, or too few in all. */
    Optional<Service> of(Supply supply) {
        Due supplier = bySupplier.get(supply.supplier());
        if (supplier == null) {
            return Optional.empty();
        }
        Due own = bySupply.get(supply);
        if (own != null && own.result().due() >= LINES_OF_ONE_ITEM) {
            return service(own, "supplier", rate(supplier));
        }
        return services.computeIfAbsent(supply.supplier(), key -> service(supplier, "company", rate(company)));
    }

    private Optional<Service> service(Due lines, String pool, OptionalDouble prior) {
        int due = lines.result().due();
        if (due == 0 || prior.isEmpty()) {
            return Optional.empty();
        }
        int hits = lines.result().hits();
        ServiceShrinkage.Result posterior = ServiceShrinkage.of(
                new ServiceShrinkage.Inputs(hits, due, prior.getAsDouble(), settings.priorStrength()));
        // of a very lopsided distribution more than 95 % may lie on one side of the mean
        return Optional.of(new Service(
                posterior.mean(),
                Math.min(posterior.lower05(), posterior.mean()),
                Math.max(posterior.upper95(), posterior.mean()),
                hits,
                due,
                pool,
                prior.getAsDouble(),
                lines.rows()));
    }

    /** Rate of a pool with enough lines, half a line away from certainty: no record is proof of perfection. */
    private OptionalDouble rate(Due pool) {
        int due = pool.result().due();
        int hits = pool.result().hits();
        if (due < settings.poolLines()) {
            return OptionalDouble.empty();
        }
        boolean certain = hits == 0 || hits == due;
        return OptionalDouble.of(certain ? (hits + HALF_A_LINE) / (due + 1.0) : (double) hits / due);
    }

    /** Lines with a promise, and their service once asked for. */
    private final class Due {

        private final List<OnTimeInFull.Line> lines = new ArrayList<>();
        private final List<Integer> rows = new ArrayList<>();
        private Optional<OnTimeInFull.Result> result = Optional.empty();

        void add(OnTimeInFull.Line promised, PurchaseLine line) {
            lines.add(promised);
            if (promised.promisedDay() + settings.lateToleranceDays() <= window.lastDay()) {
                rows.addAll(line.rows());
            }
        }

        OnTimeInFull.Result result() {
            if (result.isEmpty()) {
                result = Optional.of(OnTimeInFull.of(
                        new OnTimeInFull.Inputs(lines, window.lastDay(), settings.lateToleranceDays(), 0)));
            }
            return result.get();
        }

        RowRefs rows() {
            return RowRefs.of(source, rows.stream().mapToInt(Integer::intValue).toArray());
        }
    }
}
