package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of {@code why}, from lines of explanations written by hand. */
class ReasonPageTest {

    private static final String HEAD = "{'item': '4711-X', 'location': 'DEFAULT', 'data_grade': 'B',"
            + " 'decision': {'status': 'DECIDED', 'posture': 'JIC', 'policy': 'SAFETY_STOCK', 'code': 'C',"
            + " 'reason': 'Because.'},";

    @Test
    void methodIsShownWithEveryRejectedAlternative() {
        String page = page("'quantities': {'safety_stock_qty': 'safetyStock'}, 'nodes': ["
                + "{'id': 'cv', 'name': 'cv', 'kind': 'formula', 'value': 0.71234, 'formula': 'f.1', 'expr': 'sd / mean'},"
                + "{'id': 'rejected', 'name': 'rejected', 'kind': 'rule', 'value': 'NORMAL', 'formula': 'n.1',"
                + " 'expr': 'a coefficient of variation of at most 0.5', 'inputs': ['cv']},"
                + "{'id': 'method', 'name': 'method', 'kind': 'rule', 'value': 'GAMMA', 'formula': 'g.1',"
                + " 'expr': 'a coefficient of variation above 0.5', 'inputs': ['cv', 'rejected']},"
                + "{'id': 'safetyStock', 'name': 'safetyStock', 'kind': 'formula', 'value': 45, 'unit': 'pcs',"
                + " 'formula': 's.1', 'expr': 'r - dL', 'inputs': ['method']}]");
        assertTrue(page.contains("Safety stock by:\n  GAMMA: a coefficient of variation above 0.5 (cv: 0.7123)"), page);
        assertTrue(page.contains("  not NORMAL, which is for: a coefficient of variation of at most 0.5\n"), page);
    }

    @Test
    void lensesAreShownBesideTheDecision() {
        String page = page("'because': ['lenses'], 'nodes': ["
                + "{'id': 'lensCriticality', 'name': 'lensCriticality', 'kind': 'formula', 'value': 1},"
                + "{'id': 'lensValue', 'name': 'lensValue', 'kind': 'formula', 'value': -1},"
                + "{'id': 'lensDemand', 'name': 'lensDemand', 'kind': 'assumption', 'value': 'unknown', 'note': 'n'},"
                + "{'id': 'lenses', 'name': 'lenses', 'kind': 'rule', 'value': '0',"
                + " 'inputs': ['lensCriticality', 'lensValue', 'lensDemand']}]");
        assertTrue(page.contains("Lenses, beside the decision:\n  - criticality: +1, argues for stock (JIC)"), page);
        assertTrue(page.contains("  - value and shelf life: -1, argues for lean (JIT)"), page);
        assertTrue(page.contains("  - demand pattern: unknown"), page);
        assertFalse(page.contains("sourcing risk"), page);
    }

    @Test
    void stretchesAreShownSideBySideAndNeverPooled() {
        String page = page("'history': {'demand': {'class': 'SMOOTH', 'bucket': 'WEEK', 'buckets': 104,"
                + " 'mean_per_day': 4.0001, 'sd_per_day': 1.5,"
                + " 'trend': {'z': 2.5, 'p': 0.0124, 'slope': -0.25, 'flagged': true},"
                + " 'season': {'bucket': 'MONTH', 'start': '2024-01-01', 'autocorrelation': 0.7, 'limit': 0.5,"
                + " 'confidence': 'LOW', 'indices': [1.5, 0.5, 1]},"
                + " 'stretches': {'by_user': false, 'level_shift': true, 'suspected_shift': '2025-02-03', 'list': ["
                + "{'regime': 'STABLE', 'from': '2024-01-01', 'to': '2024-12-29', 'buckets': 52, 'mean': 4, 'sd': 1.5},"
                + "{'regime': 'DISRUPTED', 'from': '2024-12-30', 'to': '2025-06-29', 'buckets': 26, 'mean': 9, 'sd': 3}],"
                + " 'disrupted': {'mean': 9, 'sd': 3, 'share': 0.25}},"
                + " 'outliers': [{'bucket': '2024-03-04', 'pieces': 95, 'winsorised': 16.19}],"
                + " 'censoring': {'method': 'POISSON', 'censored_buckets': 3, 'observed_mean_per_day': 3.5,"
                + " 'mean_per_day': 4, 'sd_per_day': null}},"
                + " 'lead_time': {'closed_lines': 9, 'open_lines': 1, 'lower_bound': true, 'median_days': 12,"
                + " 'p90_days': null, 'unpromised_lines': 2, 'slip_days': 1.5, 'event_lines': 1}}");
        assertEquals("""
                What the history shows:
                  Demand: SMOOTH over 104 buckets of a week, 4 pieces a day, deviation 1.5
                  Trend: demand falls by 0.25 pieces a week (p = 0.0124)
                  Season: month 1 at 1.5 times the average is highest, month 2 at 0.5 lowest, counted from
                      2024-01-01; autocorrelation 0.7 against a limit of 0.5, confidence LOW
                  Stretches found; only the stable ones count for sizes:
                    2024-01-01 to 2024-12-29 STABLE: 52 buckets, 4 pieces a day, deviation 1.5
                    2024-12-30 to 2025-06-29 DISRUPTED: 26 buckets, 9 pieces a day, deviation 3
                  Disrupted together: 9 pieces a day, deviation 3, 25 % of the time
                  The level has moved: the last stretch is the new normal
                  The level may have moved on 2025-02-03: look at it, nothing was changed for it
                  Outlier: 95 pieces in the bucket from 2024-03-04, far above 16.19
                  3 buckets with a stock-out: sold 3.5 pieces a day, estimated 4 pieces a day (POISSON)
                  Lead time: 9 closed lines, 1 open, half within 12 days
                  Open lines are older than the mean of the closed ones: the true lead time is longer
                  Against the first promise: 1.5 days late on average, 2 lines without a promise left out
                  1 lines of disruption events are kept out of the lead time
                """, page.substring(page.indexOf("What the history shows")));
    }

    @Test
    void warningsAreShownInWordsAndAreNoAssumptions() {
        String page = page(
                "'because': ['warning'], 'nodes': [{'id': 'warning', 'name': 'warning', 'kind': 'assumption',"
                        + " 'value': 'PROJECT_DEMAND', 'note': 'more than 180 days of demand', 'remedy': 'plan by order'}]");
        assertTrue(
                page.contains(
                        "Warnings:\n  - PROJECT_DEMAND: more than 180 days of demand. What helps: plan by order\n"),
                page);
        assertFalse(page.contains("\nAssumed:"), page);
    }

    @Test
    void newItemSaysWhoseDemandItBorrows() {
        String page = page("'history': {'demand': {'class': 'NO_DEMAND', 'bucket': 'WEEK', 'buckets': 3,"
                + " 'mean_per_day': 2, 'analogue': {'kind': 'category', 'name': 'seals', 'items': 12,"
                + " 'mean_per_day': 2, 'sd_per_day': 0.5}}}");
        assertTrue(
                page.contains("New: demand is borrowed from the category seals, 2 pieces a day, deviation 0.5"), page);
    }

    @Test
    void leadTimesStandLineByLineWithWhatWasLeftOut() {
        String page = page("'receipts': {'from': '2024-11-21', 'to': '2026-11-20', 'outside_lines': 1, 'suppliers': ["
                + "{'supplier': 'V-1', 'share': 1, 'lines': 2, 'mean_days': 30, 'sd_days': 14.142135,"
                + " 'pool': 'supplier', 'estimated_mean_days': 33.25, 'estimated_sd_days': 12}], 'lines': ["
                + "{'supplier': 'V-1', 'po': '4500', 'line': '10', 'ordered': '2025-01-01', 'complete': '2025-01-21',"
                + " 'days': 20, 'use': 'STABLE', 'rows': [{'file': 'po.csv', 'line': 7}, {'file': 'po.csv', 'line': 9}]},"
                + "{'supplier': 'V-1', 'po': '', 'line': '', 'ordered': '2026-10-11', 'complete': null, 'days': 40,"
                + " 'use': 'OPEN_LATE', 'rows': [{'file': 'po.xlsx[open]', 'line': 12}]},"
                + "{'supplier': 'V-1', 'po': '', 'line': '', 'ordered': null, 'complete': null, 'days': null,"
                + " 'use': 'ORDER_DATE_UNKNOWN', 'rows': [{'file': 'po.csv', 'line': 3}]},"
                + "{'supplier': 'V-2', 'po': '', 'line': '', 'ordered': '2025-01-01', 'complete': '2025-01-02', 'days': 1,"
                + " 'use': 'EVENT', 'rows': [{'file': 'po.csv', 'line': 4}]}]}");
        assertEquals("""
                Lead times, line by line, from the order to the receipt that completed it:
                  V-1: share 1, n = 2, mean 30 days, deviation (n - 1) 14.14; with the pool "supplier" mean 33.25
                      days, deviation 12
                    2025-01-01 to 2025-01-21: 20 days, STABLE; order 4500 line 10; po.csv:7, po.csv:9
                    2026-10-11 to open: 40 days, open, counts with its age; po.xlsx[open]:12
                    and 1 more, which --receipts shows
                  V-2: not among the suppliers of the sourcing table, so its lines are in no lead time
                    2025-01-01 to 2025-01-02: 1 days, left out: tagged with a disruption event; po.csv:4
                  1 line was neither ordered nor received from 2024-11-21 to 2026-11-20, the days that are looked at
                  Of all rows of po.csv were left out: 5 by filter internal
                """, page.substring(page.indexOf("Lead times, line")));
    }

    private static String page(String rest) {
        return ReasonPage.of(
                (HEAD + rest + "}").replace('\'', '"'),
                2,
                List.of("Of all rows of po.csv were left out: 5 by filter internal"));
    }
}
