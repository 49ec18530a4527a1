package io.posture.strategies;

import io.posture.api.DemandProfile;
import io.posture.api.SizedItem;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.Optional;

/** Whether the supplier might manage the stock of a cheap item of low risk that moves often, and between which levels. */
final class VmiOffer {

    private static final Origin.Formula OFFER = new Origin.Formula(
            "policy.vmiOffer.1", "value class C, risk LOW, issues a year >= vmiIssuesPerYear", "DOMAIN E.15");
    private static final Origin.Formula ISSUES = new Origin.Formula(
            "policy.issuesPerYear.1",
            "365 / (ADI * days per bucket): a bucket with demand counts as one issue",
            "DOMAIN E.15, A.3");
    private static final Origin.Formula MINIMUM =
            new Origin.Formula("policy.vmiMinimum.1", "ceil(d L + safety stock)", "DOMAIN E.15");
    private static final Origin.Formula MAXIMUM =
            new Origin.Formula("policy.vmiMaximum.1", "minimum + lot", "DOMAIN E.15");
    private static final double DAYS_PER_YEAR = 365;
    private static final double SLACK = 1e-9;

    private VmiOffer() {}

    /** The offer with its levels; empty if there is none. */
    static Optional<Finding> of(
            SizedItem item,
            ItemEvidence evidence,
            Facts facts,
            Quantities quantities,
            MatrixConfig config,
            SettingFigures settings) {
        DemandProfile demand = item.profile().demand();
        Optional<Figure> lead = evidence.leadTimeMean();
        if (!facts.standing().abc().equals("C")
                || facts.risk().level() != RiskLevel.LOW
                || demand.adi().isEmpty()
                || lead.isEmpty()) {
            return Optional.empty();
        }
        double adi = demand.adi().getAsDouble();
        double perYear = DAYS_PER_YEAR / (adi * demand.history().bucket().days());
        if (perYear < config.vmiIssuesPerYear() - SLACK) {
            return Optional.empty();
        }
        Figure issues = Figure.of(
                "issuesPerYear", perYear, Unit.COUNT, ISSUES, evidence.buckets(), settings.vmiIssuesPerYear());
        Figure perDay = demand.meanPerDayFigure();
        Figure leadTime = lead.get();
        double low = Math.ceil(
                perDay.value() * leadTime.value() + quantities.safetyStock().value() - SLACK);
        Figure minimum = Figure.of("vmiMinimum", low, Unit.PIECES, MINIMUM, perDay, leadTime, quantities.safetyStock());
        Figure maximum = Figure.of(
                "vmiMaximum",
                low + quantities.orderQuantity().value(),
                Unit.PIECES,
                MAXIMUM,
                minimum,
                quantities.orderQuantity());
        String text = "the supplier keeps " + Text.pieces(minimum.value()) + " to " + Text.pieces(maximum.value())
                + " pieces";
        return Optional.of(Finding.of("vmiOffer", text, OFFER, minimum, maximum, issues));
    }
}
