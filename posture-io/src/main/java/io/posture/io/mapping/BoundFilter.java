package io.posture.io.mapping;

import io.posture.io.input.Reject;
import io.posture.io.source.RawRow;
import io.posture.io.source.RowHandler;
import io.posture.io.source.SourceTable;
import io.posture.io.table.Blanks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A filter, bound to the columns of one file. */
final class BoundFilter {

    private final RowFilter rule;
    private final List<Test> tests = new ArrayList<>();

    private record Test(int column, Predicate<String> matches) {}

    /** Binds a filter; one that asks for the largest cell of a column reads the file for it. */
    BoundFilter(RowFilter rule, SourceTable csv, DeclaredNotation notation) {
        this.rule = rule;
        for (RowFilter.Condition condition : rule.conditions()) {
            int column = csv.requiredIndexOf(condition.column());
            tests.add(new Test(column, predicate(condition.test(), csv, column, notation)));
        }
    }

    RowFilter rule() {
        return rule;
    }

    /** Whether the filter leaves a row out. */
    boolean leavesOut(RawRow row) {
        for (Test test : tests) {
            if (!test.matches().test(Blanks.strip(row.cell(test.column())))) {
                return false;
            }
        }
        return true;
    }

    private static Predicate<String> predicate(
            RowFilter.Test test, SourceTable csv, int column, DeclaredNotation notation) {
        if (test instanceof RowFilter.Test.OneOf oneOf) {
            return cell -> oneOf.values().contains(cell) != oneOf.negated();
        }
        if (test instanceof RowFilter.Test.Matches matches) {
            return cell -> matches.pattern().matcher(new BoundedText(cell)).matches() != matches.negated();
        }
        if (test instanceof RowFilter.Test.Empty empty) {
            Set<String> empties = notation.empties();
            return cell -> (cell.isEmpty() || empties.contains(cell)) != empty.negated();
        }
        boolean negated = ((RowFilter.Test.Latest) test).negated();
        ValueOrder order = Conventions.order(csv, column, notation);
        ValueOrder.Value latest = latest(csv, column, order);
        return cell -> (order.value(cell).compareTo(latest) == 0) != negated;
    }

    private static ValueOrder.Value latest(SourceTable csv, int column, ValueOrder order) {
        ValueOrder.Value[] latest = {order.value("")};
        csv.read(new RowHandler() {
            @Override
            public void row(RawRow row) {
                ValueOrder.Value value = order.value(Blanks.strip(row.cell(column)));
                latest[0] = value.compareTo(latest[0]) > 0 ? value : latest[0];
            }

            @Override
            public void broken(Reject reject) {
                // counted when the rows are mapped
            }
        });
        return latest[0];
    }
}
