package io.posture.io.writeback;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an export did: counts, totals, and what was refused and why. Its text is the cover sheet that goes with the files.
 *
 * @param request what was asked for
 * @param run the run that was exported
 * @param plan what became of its rows
 * @param strangers approved items that the run does not have
 * @param files the files, those of the rollback included; empty if there was nothing to write
 */
record Cover(WriteBack.Request request, RunIdentity run, ExportPlan plan, List<String> strangers, List<Listed> files) {

    /** Copies. */
    Cover {
        strangers = List.copyOf(strangers);
        files = List.copyOf(files);
    }

    /**
     * The run.
     *
     * @param id name of the run, hexadecimal
     * @param asOf day of the run
     * @param currency its currency; empty if unknown
     */
    record RunIdentity(String id, String asOf, String currency) {

        /** The first twelve digits, as people write it. */
        String shortId() {
            return id.substring(0, Math.min(12, id.length()));
        }
    }

    /**
     * A file of the export.
     *
     * @param name its name
     * @param rollback whether it undoes another
     * @param rows its rows
     * @param sha256 its hash
     */
    record Listed(String name, boolean rollback, int rows, String sha256) {}

    /** Rows that the rollback does not undo, or not all of. */
    long withoutRollback() {
        return plan.rows().stream().filter(row -> !row.reversible()).count();
    }

    /** Sum of the rises in value, money. */
    BigDecimal raised() {
        return sum(1);
    }

    /** Sum of the falls in value, money, as a positive number. */
    BigDecimal reduced() {
        return sum(-1).negate();
    }

    /** Rows whose change in value is unknown. */
    long withoutValue() {
        return plan.rows().stream().filter(row -> row.valueChange().isEmpty()).count();
    }

    /** Refused rows by guard; a row that several guards refuse counts with each. */
    Map<Refusal.Reason, Long> refusedBy() {
        Map<Refusal.Reason, Set<Proposal>> rows = new TreeMap<>();
        plan.refusals()
                .forEach(refusal -> rows.computeIfAbsent(refusal.reason(), reason -> new HashSet<>())
                        .add(refusal.proposal()));
        Map<Refusal.Reason, Long> counts = new TreeMap<>();
        rows.forEach((reason, refused) -> counts.put(reason, (long) refused.size()));
        return counts;
    }

    /** Written rows that end with a reorder point above their maximum. */
    List<Row> crossing() {
        return plan.rows().stream().filter(Row::crosses).toList();
    }

    private BigDecimal sum(int sign) {
        return plan.rows().stream()
                .flatMap(row -> row.valueChange().stream())
                .filter(value -> value.signum() == sign)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
