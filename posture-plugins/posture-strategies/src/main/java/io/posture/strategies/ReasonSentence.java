package io.posture.strategies;

import io.posture.api.LeadTime;
import io.posture.api.Segment;
import io.posture.api.SizedItem;
import io.posture.api.StockpileNames;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** The decision in one sentence that a planner understands. */
final class ReasonSentence {

    private ReasonSentence() {}

    static String of(
            SizedItem item,
            Facts facts,
            Ruling ruling,
            Quantities quantities,
            Explanation strategicStock,
            MatrixConfig config) {
        String action = action(ruling, quantities, strategicStock);
        String sentence = switch (ruling.policy()) {
            case RUN_OUT -> "obsolete: " + action;
            case INSURANCE_SPARE -> "critical spare whose absence stops an asset: " + action;
            default -> situation(item, facts, config) + ": " + action;
        };
        String cut = quantities.stockCut() ? ", cut to what is used before it expires" : "";
        return Text.upperFirst(sentence) + cut + kept(strategicStock) + ".";
    }

    /** What is said of strategic stock that a regulation asks for, or the policy does not and a person has to cut. */
    private static String kept(Explanation strategic) {
        if (holds(strategic, StockpileNames.REGULATORY_MINIMUM)) {
            return "; keep the " + Text.pieces(((Figure) strategic).value())
                    + " pieces strategic stock that a regulation asks for";
        }
        return holds(strategic, StockpileNames.KEPT_AGAINST)
                ? "; keep the " + Text.pieces(((Figure) strategic).value())
                        + " pieces strategic stock until a person decides on them"
                : "";
    }

    private static String situation(SizedItem item, Facts facts, MatrixConfig config) {
        List<String> parts = new ArrayList<>();
        Segment sourcing = item.segment(config.sourcingStep());
        parts.add(sourcing.reason().find("sourcingText").map(Explanation::text).orElse("sourcing " + sourcing.code()));
        Optional<LeadTime> lead = item.profile().supply().leadTime();
        if (lead.isPresent()) {
            parts.add("lead time " + Text.pieces(lead.get().meanDays()) + " days");
        }
        parts.add("supplier risk " + Text.pieces(facts.risk().sri()));
        parts.add(
                facts.risk().criticality().isPresent()
                        ? "criticality "
                                + Text.pieces(facts.risk().criticality().getAsDouble())
                        : "criticality not known");
        if (facts.risk().held() && facts.costs().isEmpty()) {
            parts.add("risk " + HeldLevel.kept(facts.risk()));
        }
        return String.join(", ", parts);
    }

    private static String action(Ruling ruling, Quantities quantities, Explanation strategic) {
        String stock = "hold " + Text.pieces(quantities.safetyStock().value()) + " pieces safety stock";
        String point = Text.pieces(quantities.reorderPoint().value());
        String lot = Text.pieces(quantities.orderQuantity().value());
        return switch (ruling.policy()) {
            case RUN_OUT -> "use up what is left, order nothing";
            case INSURANCE_SPARE ->
                "hold at least " + Text.pieces(quantities.safetyStock().value())
                        + (quantities.safetyStock().find(StockpileNames.SPARES).isPresent()
                                ? " pieces, as many as its failures in a lead time and its downtime ask for"
                                : " pieces, by the safety stock formula");
            case STRATEGIC_STOCKPILE_DIVERSIFY, SAFETY_STOCK_DIVERSIFY -> stock + apart(strategic) + " and diversify";
            case SAFETY_STOCK_BULK_FORWARD -> stock + " and buy in bulk or ahead";
            case SAFETY_STOCK_SECOND_SOURCE -> stock + " and qualify a second source";
            case SAFETY_STOCK -> stock + cushion(ruling);
            case ROP_WITH_SAFETY_STOCK -> "reorder at " + point + " pieces and " + stock + "; " + notLean(ruling);
            case JIT_EOQ -> "run lean, order " + lot + " pieces at a time and " + stock;
            case ROP_OR_VMI -> "reorder at " + point + " pieces, or let the supplier manage the stock; " + stock;
        };
    }

    private static boolean holds(Explanation strategic, String name) {
        return strategic.because().stream().anyMatch(node -> node.name().equals(name));
    }

    /** What is said of the strategic stock beside the safety stock. */
    private static String apart(Explanation strategic) {
        if (holds(strategic, StockpileNames.KEPT_AGAINST) || holds(strategic, StockpileNames.REGULATORY_MINIMUM)) {
            return "";
        }
        if (strategic instanceof Figure pieces) {
            return pieces.value() > 0
                    ? ", apart from it " + Text.pieces(pieces.value()) + " pieces strategic stock,"
                    : ", no strategic stock beyond it";
        }
        String state =
                strategic.find(StockpileNames.STATE).map(Explanation::text).orElse("");
        return switch (state) {
            case StockpileNames.REFUSED -> ", no strategic stock until its plan is whole,";
            case StockpileNames.UNSIZED -> ", strategic stock as soon as " + missing(strategic.text()) + " known,";
            case StockpileNames.PROJECT_DEMAND -> ", no strategic stock for demand this irregular";
            default -> "";
        };
    }

    private static String missing(String unsized) {
        if (unsized.endsWith("recoveryDays")) {
            return "the days that its source needs to recover are";
        }
        return (unsized.endsWith("unitCost") ? "its unit cost" : "the cost of a shortage") + " is";
    }

    private static String cushion(Ruling ruling) {
        if (!ruling.leanCell()) {
            return "";
        }
        return ruling.cushion().isEmpty()
                ? " as a maintenance item"
                : " as a cushion regardless of cost ("
                        + ruling.cushion().stream().map(ReasonSentence::text).collect(Collectors.joining(", ")) + ")";
    }

    private static String text(Ruling.CushionCause cause) {
        return switch (cause) {
            case SINGLE_SOURCE -> "one source without an alternate";
            case SINGLE_REGION -> "one region of some country risk";
            case COUNTRY_RISK -> "high country risk";
        };
    }

    private static String notLean(Ruling ruling) {
        List<String> causes = new ArrayList<>();
        List<JitTest> failed = ruling.failedForGood();
        if (!failed.isEmpty()) {
            causes.add("fails " + labels(failed));
        }
        if (!ruling.unconfirmed().isEmpty()) {
            causes.add("not confirmed " + labels(List.copyOf(ruling.unconfirmed())));
        }
        if (ruling.tooNew()) {
            causes.add("too new");
        }
        if (ruling.aboveCap()) {
            causes.add("its safety stock is above " + Text.number(ruling.capDays()) + " days of demand");
        }
        return "not lean: " + String.join(", ", causes);
    }

    private static String labels(List<JitTest> tests) {
        StringJoiner labels = new StringJoiner(" and ");
        for (JitTest test : tests) {
            labels.add(test.label());
        }
        return labels.toString();
    }
}
