package io.posture.io.writeback;

import io.posture.io.writeback.Approvals.Approval;
import io.posture.io.writeback.Proposal.Pair;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What becomes of every proposal of a run: written, or one of the reasons why not. Rows are in the order of the run.
 *
 * @param fields quantities that are written
 * @param leftAlone quantities that the target takes, but of which the data hold no current value
 * @param rows what is written
 * @param refusals why rows are refused; a row may have several
 * @param refusedRows rows that are refused
 * @param unchanged rows with nothing to change
 * @param notApproved rows that nobody approved
 * @param notDecided rows without a decision that nobody asked for by name
 * @param approvers written rows by who approved them
 */
record ExportPlan(
        List<Field> fields,
        List<Field> leftAlone,
        List<Row> rows,
        List<Refusal> refusals,
        int refusedRows,
        int unchanged,
        int notApproved,
        int notDecided,
        Map<String, Integer> approvers) {

    /**
     * Plans an export.
     *
     * @param asked quantities that the user named; empty for those whose current values the data hold
     * @param approvals who approved what; empty if everything is exported
     */
    static ExportPlan of(
            List<Proposal> proposals, Target target, List<Field> asked, Optional<Approvals> approvals, Guards guards) {
        List<Field> fields = asked.isEmpty() ? known(proposals, target, guards) : List.copyOf(asked);
        Planner planner = new Planner(new RowGuard(target, fields, guards), target, fields, approvals);
        proposals.forEach(planner::add);
        List<Field> leftAlone = asked.isEmpty()
                ? target.fields().stream()
                        .filter(field -> !fields.contains(field))
                        .toList()
                : List.of();
        return planner.plan(leftAlone);
    }

    /** The quantities of which at least one item has a current value; all if none has, or if none is needed. */
    private static List<Field> known(List<Proposal> proposals, Target target, Guards guards) {
        List<Field> known = target.fields().stream()
                .filter(field -> proposals.stream()
                        .anyMatch(proposal -> proposal.of(field).current().isPresent()))
                .toList();
        return known.isEmpty() || guards.withoutRollback() ? target.fields() : known;
    }

    /** Collects while the proposals go by. */
    private static final class Planner {

        private final RowGuard guard;
        private final Target target;
        private final List<Field> fields;
        private final Optional<Approvals> approvals;
        private final List<Row> rows = new ArrayList<>();
        private final List<Refusal> refusals = new ArrayList<>();
        private final Map<String, Integer> approvers = new TreeMap<>();
        private int refusedRows;
        private int unchanged;
        private int notApproved;
        private int notDecided;

        Planner(RowGuard guard, Target target, List<Field> fields, Optional<Approvals> approvals) {
            this.guard = guard;
            this.target = target;
            this.fields = fields;
            this.approvals = approvals;
        }

        void add(Proposal proposal) {
            Optional<Approval> approval =
                    approvals.flatMap(given -> given.find(proposal.itemId(), proposal.locationId()));
            if (!proposal.decided()) {
                withoutDecision(proposal, approval);
                return;
            }
            if (approvals.isPresent() && approval.isEmpty()) {
                notApproved++;
                return;
            }
            List<Field> changed = fields.stream()
                    .filter(field -> proposal.of(field).changes())
                    .toList();
            if (changed.isEmpty()) {
                unchanged++;
                return;
            }
            List<Refusal> against = guard.check(proposal, changed);
            if (against.isEmpty()) {
                rows.add(row(proposal, changed));
                approval.ifPresent(given -> approvers.merge(given.by(), 1, Integer::sum));
            } else {
                refusals.addAll(against);
                refusedRows++;
            }
        }

        private void withoutDecision(Proposal proposal, Optional<Approval> approval) {
            if (approval.isPresent()) {
                refusals.add(new Refusal(
                        proposal, Refusal.Reason.NOT_DECIDED, "is approved, but the run did not decide on it"));
                refusedRows++;
            } else {
                notDecided++;
            }
        }

        private Row row(Proposal proposal, List<Field> changed) {
            Map<Field, BigDecimal> after = new EnumMap<>(Field.class);
            Map<Field, BigDecimal> before = new EnumMap<>(Field.class);
            for (Field field : fields) {
                Pair pair = proposal.of(field);
                boolean changes = changed.contains(field);
                if (changes || target.repeatsUnchanged()) {
                    after.put(field, (changes ? pair.proposed() : pair.current()).orElseThrow());
                    pair.current().ifPresent(old -> before.put(field, old));
                }
            }
            return new Row(proposal, after, before, valueChange(proposal));
        }

        /** Value of the change in the first of the fields. */
        private Optional<BigDecimal> valueChange(Proposal proposal) {
            Pair pair = proposal.of(fields.get(0));
            if (!pair.changes()) {
                return Optional.of(BigDecimal.ZERO);
            }
            return proposal.unitCost().isPresent() && pair.current().isPresent()
                    ? Optional.of(pair.proposed()
                            .orElseThrow()
                            .subtract(pair.current().get())
                            .multiply(proposal.unitCost().get()))
                    : Optional.empty();
        }

        ExportPlan plan(List<Field> leftAlone) {
            return new ExportPlan(
                    fields,
                    leftAlone,
                    List.copyOf(rows),
                    List.copyOf(refusals),
                    refusedRows,
                    unchanged,
                    notApproved,
                    notDecided,
                    new TreeMap<>(approvers));
        }
    }
}
