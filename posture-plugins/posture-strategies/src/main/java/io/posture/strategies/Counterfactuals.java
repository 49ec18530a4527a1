package io.posture.strategies;

import io.posture.api.Counterfactual;
import io.posture.api.EarlierRisk;
import io.posture.api.ItemState;
import io.posture.api.Segment;
import io.posture.strategies.Facts.Risk;
import io.posture.strategies.Facts.Standing;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What would change a decision, found by deciding again with one fact changed. A change of criticality, of missing
 * evidence or of the sources is carried through the risk; a shorter lead time or a better service is not carried through
 * the supplier risk index, so that the text never promises more than the change itself brings.
 */
final class Counterfactuals {

    private static final String SECOND_SOURCE = "a second, independent source is qualified (is one source)";
    // clearly below a limit, more than any tolerance of a comparison
    private static final double MARGIN = 1e-6;
    // the borders of class D and V in DOMAIN C.5
    private static final double BELOW_ESSENTIAL = 40 - MARGIN;
    private static final double VITAL = 70;

    private final Facts facts;
    private final Ruling ruling;
    private final MatrixConfig config;

    private Counterfactuals(Facts facts, Ruling ruling, MatrixConfig config) {
        this.facts = facts;
        this.ruling = ruling;
        this.config = config;
    }

    /** A change of facts and what it is called, which is put into words only if it changes the decision. */
    private record Change(Supplier<String> text, Facts facts) {}

    /** The changes that lead to another posture or policy; all obstacles together if none alone leads to a leaner one. */
    static List<Counterfactual> of(Facts facts, Ruling ruling, MatrixConfig config) {
        return new Counterfactuals(facts, ruling, config).find();
    }

    private List<Counterfactual> find() {
        List<Counterfactual> found = new ArrayList<>();
        for (Change change : singleChanges()) {
            decideAgain(change).ifPresent(found::add);
        }
        if (ruling.cell().isPresent() && !leaner(found)) {
            allTogether().flatMap(this::decideAgain).ifPresent(found::add);
        }
        return found;
    }

    private boolean leaner(List<Counterfactual> found) {
        for (Counterfactual change : found) {
            if (change.posture().compareTo(ruling.policy().posture()) < 0) {
                return true;
            }
        }
        return false;
    }

    private Optional<Counterfactual> decideAgain(Change change) {
        Policy other = Ruling.policyOf(change.facts, config);
        return other == ruling.policy()
                ? Optional.empty()
                : Optional.of(new Counterfactual(change.text.get(), other.posture(), other.name()));
    }

    private List<Change> singleChanges() {
        List<Change> changes = new ArrayList<>();
        Standing standing = facts.standing();
        if (ruling.policy() == Policy.RUN_OUT) {
            return List.of(new Change(
                    () -> "the item is in normal use again",
                    facts.with(
                            new Standing(ItemState.ACTIVE, standing.mro(), standing.criticalSpare(), standing.abc()))));
        }
        if (ruling.policy() == Policy.INSURANCE_SPARE) {
            return standing.abc().equals(Segment.NONE)
                    ? List.of()
                    : List.of(new Change(
                            () -> "its absence no longer stops an asset (is a critical spare)",
                            facts.with(new Standing(standing.state(), standing.mro(), false, standing.abc()))));
        }
        for (JitTest test : ruling.failed()) {
            changes.add(new Change(() -> text(test), passing(facts, test)));
        }
        if (ruling.aboveCap()) {
            changes.add(withinCap(ruling.capDays()));
        }
        if (ruling.tooNew()) {
            changes.add(new Change(
                    () -> "a history of at least 8 full buckets (is new)",
                    facts.with(
                            new Standing(ItemState.ACTIVE, standing.mro(), standing.criticalSpare(), standing.abc()))));
        }
        if (!ruling.unconfirmed().isEmpty() || !facts.risk().missingSri().isEmpty()) {
            changes.add(allEvidence());
        }
        if (facts.sources().single() && !facts.sources().alternate()) {
            changes.add(secondSource());
        }
        if (facts.risk().criticality().isEmpty()) {
            changes.add(
                    new Change(() -> "criticality known to be D, below 40 (unknown)", criticality(BELOW_ESSENTIAL)));
            changes.add(new Change(() -> "criticality known to be V, 70 or more (unknown)", criticality(VITAL)));
        }
        facts.costs().filter(Costs::priced).ifPresent(costs -> changes.addAll(dearer(costs)));
        if (facts.risk().held()) {
            changes.add(risk(facts.risk().calculated()));
        } else {
            facts.risk().level().lower().ifPresent(level -> changes.add(risk(level)));
        }
        facts.risk().level().higher().ifPresent(level -> changes.add(risk(level)));
        return changes;
    }

    /** Other costs: safety stock alone as cheap as the cheapest, and a second source that is. */
    private List<Change> dearer(Costs costs) {
        List<Change> changes = new ArrayList<>();
        OptionalDouble insured = costs.stockpiled();
        if (insured.isPresent() && costs.buffered() > insured.getAsDouble()) {
            double saved = costs.buffered() - insured.getAsDouble();
            changes.add(new Change(
                    () -> "the stockpile saves nothing (saves " + Text.pieces(saved) + " a year)",
                    facts.with(costs.withBuffered(insured.getAsDouble()))));
        }
        if (ruling.policy() != Policy.SAFETY_STOCK_SECOND_SOURCE) {
            double least = Math.min(costs.buffered(), insured.orElse(costs.buffered()));
            double cost = 0.97 * least;
            changes.add(new Change(
                    () -> "safety stock with a second source costs " + Text.pieces(cost) + " a year or less "
                            + Text.is(costs.dualSourced()),
                    facts.with(costs.withSecondSource(cost))));
        } else {
            changes.add(new Change(
                    () -> "there is no second source at that price", facts.with(costs.withoutSecondSource())));
        }
        return changes;
    }

    private Change withinCap(double days) {
        return new Change(
                () -> "safety stock <= " + Text.number(days) + " days of demand " + Text.is(facts.safetyStockDays()),
                facts.withSafetyStockDays(days));
    }

    /** Everything that keeps the item from being lean; empty if that is a single thing. */
    private Optional<Change> allTogether() {
        Facts changed = facts.with(facts.risk().withLevel(RiskLevel.LOW));
        List<Supplier<String>> texts = new ArrayList<>();
        if (facts.costs().isPresent() && !ruling.leanCell()) {
            changed = changed.with(facts.costs().get().withoutInsurance());
            texts.add(() -> "neither a stockpile nor a second source pays");
        }
        Ruling lean = Ruling.of(changed, config);
        if (facts.costs().isEmpty() && facts.risk().level() != RiskLevel.LOW) {
            texts.add(risk(RiskLevel.LOW).text);
        }
        for (JitTest test : lean.failed()) {
            changed = passing(changed, test);
            texts.add(() -> text(test));
        }
        if (lean.aboveCap()) {
            changed = changed.withSafetyStockDays(lean.capDays());
            texts.add(withinCap(lean.capDays()).text);
        }
        if (Ruling.cushion(changed, config).contains(Ruling.CushionCause.SINGLE_SOURCE)) {
            changed = changed.with(changed.sources().withAlternate());
            texts.add(() -> SECOND_SOURCE);
        }
        return texts.size() > 1
                ? Optional.of(new Change(
                        () -> texts.stream().map(Supplier::get).collect(Collectors.joining(" and ")),
                        changed.with(changed.risk().withLevel(RiskLevel.LOW))))
                : Optional.empty();
    }

    /** A test passed at its limit; criticality and risk index move the risk as well. */
    private Facts passing(Facts from, JitTest test) {
        Risk risk = from.risk();
        if (test == JitTest.CRITICALITY) {
            return from.rescored(
                    OptionalDouble.of(limit(test) - MARGIN),
                    risk.sri(),
                    from.tests().sriHigh());
        }
        if (test == JitTest.SRI) {
            double high = limit(test) - MARGIN;
            return from.rescored(risk.criticality(), Math.min(risk.sri(), high), OptionalDouble.of(high));
        }
        Facts granted = from.granting(Set.of(test));
        Standing standing = from.standing();
        return test == JitTest.MRO
                ? granted.with(new Standing(standing.state(), false, standing.criticalSpare(), standing.abc()))
                : granted;
    }

    /** Everything that is missing turns out well. */
    private Change allEvidence() {
        Risk risk = facts.risk();
        OptionalDouble criticality = risk.criticality().isPresent()
                ? risk.criticality()
                : OptionalDouble.of(limit(JitTest.CRITICALITY) - MARGIN);
        Set<JitTest> granted = EnumSet.noneOf(JitTest.class);
        granted.addAll(ruling.unconfirmed());
        granted.removeAll(EnumSet.of(JitTest.SRI, JitTest.CRITICALITY)); // these have values of their own below
        Facts changed = facts.granting(granted).rescored(criticality, risk.sriLow(), OptionalDouble.of(risk.sriLow()));
        return new Change(this::allEvidenceText, changed);
    }

    private String allEvidenceText() {
        List<String> texts =
                new ArrayList<>(ruling.unconfirmed().stream().map(this::text).toList());
        if (!facts.risk().missingSri().isEmpty() && !ruling.unconfirmed().contains(JitTest.SRI)) {
            texts.add("supplier risk evidence (missing " + missingSri() + ")");
        }
        return "all missing evidence supplied and good: " + String.join(" and ", texts);
    }

    private Change secondSource() {
        Risk risk = facts.risk();
        OptionalDouble high = facts.tests().sriHigh();
        Facts changed = facts.with(facts.sources().withAlternate())
                .rescored(
                        risk.criticality(),
                        risk.sri() - risk.sourcePoints(),
                        high.isPresent() ? OptionalDouble.of(high.getAsDouble() - risk.sourcePoints()) : high);
        return new Change(() -> SECOND_SOURCE, changed);
    }

    private Facts criticality(double value) {
        return facts.rescored(
                OptionalDouble.of(value), facts.risk().sri(), facts.tests().sriHigh());
    }

    private Change risk(RiskLevel level) {
        return new Change(() -> riskText(level), facts.with(facts.risk().withLevel(level)));
    }

    private String riskText(RiskLevel level) {
        Risk risk = facts.risk();
        if (risk.held()) {
            EarlierRisk earlier = risk.earlier().orElseThrow();
            return "risk below " + Text.number(earlier.exit()) + " in " + earlier.confirm() + " reviews in a row, then "
                    + level + " " + Text.is(risk.value());
        }
        boolean lower = level.compareTo(risk.level()) < 0;
        boolean atHigh = lower ? level == RiskLevel.MEDIUM : level == RiskLevel.HIGH;
        OptionalDouble border = atHigh ? risk.highFrom() : risk.mediumFrom();
        String limit =
                border.isPresent() ? (lower ? " below " : " of at least ") + Text.number(border.getAsDouble()) : "";
        String is = risk.value().isPresent() ? Text.number(risk.value().getAsDouble()) + " " : "";
        return "risk" + limit + ", " + level + " (is " + is + risk.level() + ")";
    }

    private double limit(JitTest test) {
        boolean basic = config.cells().cell(facts.standing().abc(), RiskLevel.LOW) == Policy.ROP_OR_VMI;
        return JitEligibility.limit(test, basic, config).value();
    }

    private String missingSri() {
        return facts.risk().missingSri().stream()
                .map(name -> name.substring("sri".length()))
                .collect(Collectors.joining(", "));
    }

    private String text(JitTest test) {
        JitEligibility.Inputs is = facts.tests();
        return switch (test) {
            case DEMAND_CLASS -> "demand class SMOOTH (is " + is.demandClass().orElse("unknown") + ")";
            case MONTHLY_CV -> "monthly demand CV <= " + shown(test) + " " + Text.is(is.monthlyCv());
            case SEASONAL -> "demand without a season (has one)";
            case LEAD_TIME -> "lead time <= " + shown(test) + " days " + Text.is(is.leadTimeDays());
            case LEAD_TIME_CV -> "lead time CV <= " + shown(test) + " " + Text.is(is.leadTimeCv());
            case OTIF -> "on time in full, 5 % bound, >= " + shown(test) + " " + Text.is(is.otifLower());
            case SRI ->
                "supplier risk index, upper bound, < " + shown(test) + " " + Text.is(is.sriHigh())
                        + (facts.risk().missingSri().isEmpty() ? "" : ", missing " + missingSri());
            case CRITICALITY -> "criticality < " + shown(test) + " " + Text.is(is.criticality());
            case EQUIPMENT ->
                "availability of the own process >= " + shown(test) + " " + Text.is(is.equipmentAvailability());
            case MRO -> "an item type other than MRO (is MRO)";
            case DEMAND_HISTORY -> "demand history >= " + shown(test) + " weeks " + Text.is(is.demandBuckets());
            case RECEIPT_HISTORY -> "own receipts >= " + shown(test) + " " + Text.is(is.receipts());
        };
    }

    private String shown(JitTest test) {
        return Text.number(limit(test));
    }
}
