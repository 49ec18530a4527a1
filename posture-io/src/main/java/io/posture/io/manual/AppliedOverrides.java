package io.posture.io.manual;

import io.posture.api.ItemProfile;
import io.posture.api.NoDecision;
import io.posture.api.Outcome;
import io.posture.api.Posture;
import io.posture.api.PostureDecision;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The overrides of one item, applied to it and to its decision. */
final class AppliedOverrides {

    /** Reason code of a decision of which a part was set by hand. */
    static final String REASON_CODE = "OVERRIDE";

    private static final String OVERRIDE = "override";
    private static final Origin.Formula UP_TO = new Origin.Formula(
            "policy.overrideMaximum.1", "maximum level + (reorder point by hand - reorder point)", "DOMAIN J.1");

    private final ItemProfile original;
    private final List<ManualOverride> overrides;
    private final Map<ManualOverride, String> refused = new LinkedHashMap<>();
    private ItemProfile changed;

    AppliedOverrides(ItemProfile original, List<ManualOverride> overrides) {
        this.original = original;
        this.overrides = List.copyOf(overrides);
        this.changed = original;
        List<FactChange> applied = new ArrayList<>();
        for (ManualOverride override : overrides) {
            if (override.decision().isEmpty()) {
                applied.add(override.change());
                try {
                    changed = FactChange.apply(applied, original);
                } catch (IllegalArgumentException nothingToSet) {
                    applied.remove(applied.size() - 1);
                    refused.put(override, String.valueOf(nothingToSet.getMessage()));
                }
            }
        }
    }

    /** The item with the facts set by hand. */
    ItemProfile profile() {
        return changed;
    }

    /** Its outcome with the parts of the decision set by hand. */
    Outcome to(Outcome outcome) {
        if (outcome instanceof Outcome.Decided decided) {
            return new Outcome.Decided(decided.item(), decision(decided.decision()));
        }
        if (outcome instanceof Outcome.Undecided undecided) {
            NoDecision verdict = undecided.verdict();
            List<Explanation> because = new ArrayList<>(facts());
            overrides.stream()
                    .filter(override -> override.decision().isPresent())
                    .map(override -> notApplied(override, "nothing was decided that could be set by hand"))
                    .forEach(because::add);
            because.addAll(verdict.because());
            return new Outcome.Undecided(
                    undecided.item(), new NoDecision(verdict.missingFacts(), verdict.reason(), because));
        }
        return outcome;
    }

    private PostureDecision decision(PostureDecision decided) {
        Map<DecisionField, ManualOverride> byField = new LinkedHashMap<>();
        overrides.forEach(override -> override.decision().ifPresent(field -> byField.put(field, override)));
        Figure stock = figure(decided.safetyStock(), byField.get(DecisionField.SAFETY_STOCK));
        Figure point = point(decided, stock, byField);
        Figure lot = figure(decided.orderQuantity(), byField.get(DecisionField.ORDER_QTY));
        Posture posture = Optional.ofNullable(byField.get(DecisionField.POSTURE))
                .flatMap(override -> DecisionField.posture(override.value()))
                .orElse(decided.posture());
        List<Explanation> because = new ArrayList<>(facts());
        byField.forEach((field, override) -> because.add(Finding.of(
                OVERRIDE,
                override.id(),
                override.origin(),
                switch (field) {
                    case POSTURE ->
                        Finding.of(
                                "postureBefore",
                                decided.posture().code(),
                                new Origin.Formula("policy.decision.1", "as decided without the override", "DOMAIN D"));
                    case SAFETY_STOCK -> decided.safetyStock();
                    case REORDER_POINT -> decided.reorderPoint();
                    case ORDER_QTY -> decided.orderQuantity();
                    case STRATEGIC_STOCK -> decided.strategicStock();
                })));
        because.addAll(decided.because());
        String reason = byField.isEmpty()
                ? decided.reason()
                : byField.values().stream()
                                .map(override -> override.field() + " " + override.value() + " set by hand, "
                                        + override.reasonCode() + ": " + override.rationale() + " ("
                                        + override.approvedBy() + ", until " + override.expiresOn() + ")")
                                .collect(Collectors.joining("; "))
                        + ". Without it: " + decided.reasonCode() + ". " + decided.reason();
        return new PostureDecision(
                decided.item(),
                posture,
                decided.policy(),
                byField.isEmpty() ? decided.reasonCode() : REASON_CODE,
                reason,
                stock,
                strategic(decided.strategicStock(), byField.get(DecisionField.STRATEGIC_STOCK)),
                point,
                lot,
                because,
                decided.counterfactuals());
    }

    /** One node for each fact that was set, with what was known before. */
    private List<Explanation> facts() {
        List<Explanation> nodes = new ArrayList<>();
        for (ManualOverride override : overrides) {
            if (override.decision().isPresent()) {
                continue;
            }
            if (refused.containsKey(override)) {
                nodes.add(notApplied(override, String.valueOf(refused.get(override))));
                continue;
            }
            String field = override.field();
            Finding before = override.change()
                    .today(original)
                    .map(value -> Finding.input(field + "Before", value))
                    .orElseGet(() -> Finding.unknown(field + "Before", "deliver it, so that nobody has to set it"));
            nodes.add(Finding.of(OVERRIDE, override.id(), override.origin(), before));
        }
        return nodes;
    }

    private static Finding notApplied(ManualOverride override, String why) {
        return Finding.of(
                "warning",
                "OVERRIDE_NOT_APPLIED",
                new Origin.Assumption(
                        override.text() + " is not applied: " + why,
                        "repair or withdraw the override " + override.id()));
    }

    private static Figure figure(Figure computed, @Nullable ManualOverride override) {
        return override == null
                ? computed
                : Figure.of(
                        computed.name(),
                        Double.parseDouble(override.value()),
                        Unit.PIECES,
                        override.origin(),
                        computed);
    }

    private static Explanation strategic(Explanation decided, @Nullable ManualOverride override) {
        return override == null
                ? decided
                : Figure.of(
                        PostureDecision.STRATEGIC_STOCK,
                        Double.parseDouble(override.value()),
                        Unit.PIECES,
                        override.origin(),
                        decided);
    }

    /** The reorder point by hand, or moved with the safety stock; the maximum level moves with it. */
    private static Figure point(PostureDecision decided, Figure stock, Map<DecisionField, ManualOverride> byField) {
        Figure computed = decided.reorderPoint();
        Optional<ManualOverride> override = Optional.ofNullable(byField.get(DecisionField.REORDER_POINT))
                .or(() -> Optional.ofNullable(byField.get(DecisionField.SAFETY_STOCK)));
        if (override.isEmpty()) {
            return computed;
        }
        double value = override.get()
                        .decision()
                        .filter(DecisionField.REORDER_POINT::equals)
                        .isPresent()
                ? Double.parseDouble(override.get().value())
                : Math.max(
                        0,
                        computed.value() + stock.value() - decided.safetyStock().value());
        List<Explanation> because = new ArrayList<>(List.of(computed));
        decided.safetyStock()
                .find("orderUpTo")
                .filter(Figure.class::isInstance)
                .map(Figure.class::cast)
                .ifPresent(level -> because.add(Figure.of(
                        "orderUpToByHand",
                        Math.max(value, level.value() + value - computed.value()),
                        Unit.PIECES,
                        UP_TO,
                        level,
                        computed)));
        return new Figure(computed.name(), value, Unit.PIECES, override.get().origin(), because);
    }
}
