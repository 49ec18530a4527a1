package io.posture.profile;

import io.posture.api.Service;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * On time in full of suppliers over all their lines, or of one item from a supplier where it has lines enough. Few lines are
 * supported by the first pool with enough lines: those of one item by the supplier's, those of a supplier by its route, its
 * region, the item's category, the company.
 */
final class ServiceLevels {

    private static final int LINES_OF_ONE_ITEM = 50;
    private static final double HALF_A_LINE = 0.5;

    private final Map<Supply, LinesDue> bySupply;
    private final Map<Pool, LinesDue> pools = new HashMap<>();
    private final Map<Supported, Service> services = new HashMap<>();
    private final PoolChain chain;
    private final ProfileSettings settings;
    private final RowSource source;

    /**
     * Makes the pools.
     *
     * @param bySupply lines due by item and supplier
     * @param chain pools around supplies
     * @param source name of the receipts' source
     */
    ServiceLevels(Map<Supply, LinesDue> bySupply, PoolChain chain, ProfileSettings settings, RowSource source) {
        this.bySupply = bySupply;
        this.chain = chain;
        this.settings = settings;
        this.source = source;
        bySupply.forEach((supply, due) -> chain.of(supply)
                .forEach(pool -> pools.computeIfAbsent(pool, key -> new LinesDue())
                        .addAll(due, pool.kind() == Pool.Kind.SUPPLIER)));
    }

    private record Supported(Pool supplier, Pool prior) {}

    private record Prior(Pool pool, LinesDue lines) {}

    /** Service of a supply; empty if no line of the supplier was due, or too few in all. */
    Optional<Service> of(Supply supply) {
        Pool supplier = new Pool(Pool.Kind.SUPPLIER, supply.supplier());
        LinesDue lines = pools.get(supplier);
        if (lines == null) {
            return Optional.empty();
        }
        LinesDue own = bySupply.get(supply);
        if (own != null && own.count() >= LINES_OF_ONE_ITEM) {
            return prior(supply, true).map(prior -> service(own, prior));
        }
        return prior(supply, false)
                .map(prior ->
                        services.computeIfAbsent(new Supported(supplier, prior.pool()), key -> service(lines, prior)));
    }

    /** The first pool with enough lines. */
    private Optional<Prior> prior(Supply supply, boolean supplierToo) {
        return chain.of(supply).stream()
                .filter(pool -> supplierToo || pool.kind() != Pool.Kind.SUPPLIER)
                .flatMap(pool -> Optional.ofNullable(pools.get(pool)).stream()
                        .filter(lines -> lines.count() >= settings.poolLines())
                        .map(lines -> new Prior(pool, lines)))
                .findFirst();
    }

    private Service service(LinesDue lines, Prior pool) {
        double prior = rate(pool.lines());
        ServiceShrinkage.Result posterior = ServiceShrinkage.of(
                new ServiceShrinkage.Inputs(lines.hits(), lines.count(), prior, settings.priorStrength()));
        // of a very lopsided distribution more than 95 % may lie on one side of the mean
        return new Service(
                posterior.mean(),
                Math.min(posterior.lower05(), posterior.mean()),
                Math.max(posterior.upper95(), posterior.mean()),
                lines.hits(),
                lines.count(),
                pool.pool().kind().word(),
                prior,
                lines.rows(source));
    }

    /** Rate of a pool, half a line away from certainty: no record is proof of perfection. */
    private static double rate(LinesDue pool) {
        boolean certain = pool.hits() == 0 || pool.hits() == pool.count();
        return certain ? (pool.hits() + HALF_A_LINE) / (pool.count() + 1.0) : (double) pool.hits() / pool.count();
    }
}
