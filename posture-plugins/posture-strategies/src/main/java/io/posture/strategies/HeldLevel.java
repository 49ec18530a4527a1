package io.posture.strategies;

import io.posture.api.EarlierRisk;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The step of the decision that holds a risk level: it rises at once and falls late. */
final class HeldLevel {

    static final String STEP = "stepHysteresis";

    private static final Origin.Formula FORMULA = new Origin.Formula(
            "policy.hysteresis.1",
            "HIGH as soon as it is calculated; a level that was HIGH stays it until `confirm` reviews in a row are below `exit`; runs "
                    + "between two reviews are not counted",
            "DOMAIN D.2, J.1");

    private static final Finding NO_EARLIER_RUN = Finding.of(
            STEP,
            "not asked for: no earlier run to compare with",
            PolicyMatrix.FORMULA,
            Finding.input("earlierRun", "none"));

    private HeldLevel() {}

    /**
     * The step.
     *
     * @param risk the risk, calculated and held
     * @param score the calculated risk; empty if it has none
     * @param byCell whether the level decided anything: it does so through the cell of the matrix only
     */
    static Finding step(Facts.Risk risk, Optional<Figure> score, boolean byCell) {
        if (risk.earlier().isEmpty()) {
            return NO_EARLIER_RUN;
        }
        EarlierRisk earlier = risk.earlier().get();
        Origin run = new Origin.Input("review.jsonl", "run of " + earlier.on());
        List<Explanation> because = new ArrayList<>();
        because.add(Finding.of("levelBefore", earlier.high() ? "HIGH" : "not HIGH", run));
        if (earlier.high()) {
            because.add(Figure.of("reviewsBelowBefore", earlier.reviewsBelow(), Unit.COUNT, run));
            score.ifPresent(because::add);
            because.add(Finding.of("countsAsReview", earlier.counts() ? "yes" : "no", run));
            because.add(
                    Figure.of("exit", earlier.exit(), Unit.SCORE, new Origin.Parameter("review", "risk.levels.exit")));
            because.add(Figure.of(
                    "confirm", earlier.confirm(), Unit.COUNT, new Origin.Parameter("review", "review.confirm")));
        }
        if (byCell && risk.held()) {
            because.add(Finding.of("warning", "RISK_LEVEL_KEPT", FORMULA, because.get(0)));
        }
        String value =
                byCell || !earlier.high() ? text(risk, earlier) : "not asked for: the level decides nothing here";
        return new Finding(STEP, value, FORMULA, because);
    }

    private static String text(Facts.Risk risk, EarlierRisk earlier) {
        if (!earlier.high()) {
            return "nothing to keep: not HIGH in the run of " + earlier.on();
        }
        if (risk.held()) {
            return kept(risk);
        }
        return risk.level() == RiskLevel.HIGH
                ? "HIGH as in the run of " + earlier.on()
                : "down to " + risk.level() + ": " + reviews(earlier.reviewsBelow(risk.value()), earlier);
    }

    /** Why a level is held, in words. */
    static String kept(Facts.Risk risk) {
        EarlierRisk earlier = risk.earlier().orElseThrow();
        if (risk.value().isEmpty()) {
            return "kept HIGH, the risk is not known";
        }
        if (!earlier.counts()) {
            return "kept HIGH until the next review, " + reviews(earlier.reviewsBelow(), earlier);
        }
        int below = earlier.reviewsBelow(risk.value());
        return "kept HIGH, " + (below == 0 ? "not below " + Text.number(earlier.exit()) : reviews(below, earlier));
    }

    private static String reviews(int below, EarlierRisk earlier) {
        return below + " of " + earlier.confirm() + " reviews below " + Text.number(earlier.exit());
    }
}
