package io.posture.profile;

import io.posture.api.Supplier;
import io.posture.api.SupplierStatus;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Shares of the suppliers of one item from its sourcing rows.
 *
 * @param shares share by supplier, adding up to 1 unless nothing is bought; by id
 * @param equal whether rows without a share got an equal part
 * @param normalised whether given shares were brought to a sum of 1
 */
record SourcingShares(Map<String, Double> shares, boolean equal, boolean normalised) {

    private static final double SLACK = 1e-6;

    /**
     * Shares of rows.
     *
     * <p>Rows without a share get equal parts of what the others leave. An unqualified or blocked supplier gets none of it
     * while there is another: to count it as a source would make the item look safer than it is.
     *
     * @param rows sourcing rows of one item, one a supplier
     * @param suppliers suppliers by id
     */
    static SourcingShares of(List<SourcingRow> rows, Function<String, Supplier> suppliers) {
        List<SourcingRow> open =
                rows.stream().filter(row -> row.share().isEmpty()).toList();
        List<SourcingRow> able = open.stream()
                .filter(row ->
                        row.qualified() && suppliers.apply(row.supplierId()).status() != SupplierStatus.BLOCKED)
                .toList();
        boolean othersBuy = rows.stream().anyMatch(row -> row.share().orElse(0) > 0);
        List<SourcingRow> equal = able.isEmpty() && !othersBuy ? open : able;
        double given = rows.stream()
                .map(SourcingRow::share)
                .flatMapToDouble(OptionalDouble::stream)
                .sorted()
                .sum();
        double part = equal.isEmpty() ? 0 : Math.max(0, 1 - given) / equal.size();
        double total = given + part * equal.size();
        boolean normalise = total > 0 && Math.abs(total - 1) > SLACK;
        Map<String, Double> shares = new TreeMap<>();
        for (SourcingRow row : rows) {
            double share = row.share().orElse(equal.contains(row) ? part : 0);
            shares.put(row.supplierId(), total > 0 ? Math.min(1, share / total) : 0);
        }
        return new SourcingShares(shares, !equal.isEmpty(), normalise);
    }
}
