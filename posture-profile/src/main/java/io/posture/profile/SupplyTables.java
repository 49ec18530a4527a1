package io.posture.profile;

import io.posture.api.Supplier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Suppliers, sourcing, supply links and country risk as given. Not thread-safe. */
final class SupplyTables {

    private final Map<String, Supplier> suppliers = new HashMap<>();
    private final Map<Supply, SourcingRow> sourcing = new HashMap<>();
    private final Map<Integer, List<SourcingRow>> sourcingByItem = new HashMap<>();
    private final Map<String, Double> countryRisks = new HashMap<>();
    private final UpstreamMap upstream = new UpstreamMap();

    SupplyTables() {}

    /** A supplier that other tables name and nobody described. */
    private record UnlistedSupplier(String id) implements Supplier {}

    void add(Supplier supplier) {
        if (suppliers.putIfAbsent(supplier.id(), supplier) != null) {
            throw new IllegalArgumentException("supplier " + supplier.id() + " was given before");
        }
    }

    void addCountryRisk(String country, double score) {
        Double other = countryRisks.putIfAbsent(country, score);
        if (other != null && other != score) {
            throw new IllegalArgumentException(
                    "country " + country + " was given before with the risk " + other + ", was now " + score);
        }
    }

    void add(int item, SourcingRow row) {
        if (sourcing.putIfAbsent(new Supply(item, row.supplierId()), row) != null) {
            throw new IllegalArgumentException(
                    "sourcing of " + row.item() + " from " + row.supplierId() + " was given before");
        }
        sourcingByItem.computeIfAbsent(item, key -> new ArrayList<>()).add(row);
    }

    void add(SupplyLinkRow row) {
        upstream.add(row);
    }

    boolean hasSupplier(String id) {
        return suppliers.containsKey(id);
    }

    /** A supplier; one of which only the id is known if nobody described it. */
    Supplier supplier(String id) {
        Supplier known = suppliers.get(id);
        return known == null ? new UnlistedSupplier(id) : known;
    }

    List<SourcingRow> sourcing(int item) {
        return sourcingByItem.getOrDefault(item, List.of());
    }

    Optional<SourcingRow> sourcing(Supply supply) {
        return Optional.ofNullable(sourcing.get(supply));
    }

    UpstreamMap upstream() {
        return upstream;
    }

    OptionalDouble countryRisk(String country) {
        Double score = countryRisks.get(country);
        return score == null ? OptionalDouble.empty() : OptionalDouble.of(score);
    }
}
