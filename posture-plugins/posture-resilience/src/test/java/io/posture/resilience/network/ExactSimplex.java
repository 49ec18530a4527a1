package io.posture.resilience.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The largest value of a sum of variables of at least 0 under upper limits of at least 0, in exact numbers by Bland's rule:
 * it shares no code with the solver, never cycles and never rounds. For small programs.
 */
final class ExactSimplex {

    private final List<Fraction> objective = new ArrayList<>();
    private final List<long[]> rows = new ArrayList<>();
    private final List<Long> limits = new ArrayList<>();

    int variable(long worth) {
        objective.add(Fraction.of(worth));
        return objective.size() - 1;
    }

    /** Limit: pairs of a variable and its factor, in all at most this. */
    void atMost(long most, long... variablesAndFactors) {
        rows.add(variablesAndFactors);
        limits.add(most);
    }

    /** Empty if there is no largest value. */
    Optional<Fraction> largest() {
        int n = objective.size();
        int m = rows.size();
        Fraction[][] table = new Fraction[m + 1][n + m + 1];
        for (Fraction[] row : table) {
            Arrays.fill(row, Fraction.ZERO);
        }
        int[] basis = new int[m];
        for (int i = 0; i < m; i++) {
            long[] row = rows.get(i);
            for (int k = 0; k < row.length; k += 2) {
                int variable = (int) row[k];
                table[i][variable] = table[i][variable].minus(Fraction.of(-row[k + 1]));
            }
            table[i][n + i] = Fraction.of(1);
            table[i][n + m] = Fraction.of(limits.get(i));
            basis[i] = n + i;
        }
        for (int j = 0; j < n; j++) {
            table[m][j] = Fraction.ZERO.minus(objective.get(j));
        }
        while (true) {
            int enter = 0;
            while (enter < n + m && table[m][enter].sign() >= 0) {
                enter++;
            }
            if (enter == n + m) {
                return Optional.of(table[m][n + m]);
            }
            int leave = -1;
            for (int i = 0; i < m; i++) {
                if (table[i][enter].sign() > 0) {
                    int order = leave < 0
                            ? -1
                            : table[i][n + m]
                                    .over(table[i][enter])
                                    .compareTo(table[leave][n + m].over(table[leave][enter]));
                    if (order < 0 || (order == 0 && basis[i] < basis[leave])) {
                        leave = i;
                    }
                }
            }
            if (leave < 0) {
                return Optional.empty();
            }
            pivot(table, leave, enter);
            basis[leave] = enter;
        }
    }

    private static void pivot(Fraction[][] table, int leave, int enter) {
        Fraction by = table[leave][enter];
        for (int j = 0; j < table[leave].length; j++) {
            table[leave][j] = table[leave][j].over(by);
        }
        for (int i = 0; i < table.length; i++) {
            Fraction factor = table[i][enter];
            if (i != leave && factor.sign() != 0) {
                for (int j = 0; j < table[i].length; j++) {
                    if (table[leave][j].sign() != 0) {
                        table[i][j] = table[i][j].minus(factor.times(table[leave][j]));
                    }
                }
            }
        }
    }
}
