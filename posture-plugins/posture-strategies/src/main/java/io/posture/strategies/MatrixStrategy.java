package io.posture.strategies;

import io.posture.api.DemandClass;
import io.posture.api.ItemState;
import io.posture.api.NoDecision;
import io.posture.api.PostureDecision;
import io.posture.api.Segment;
import io.posture.api.SizedItem;
import io.posture.api.StockpileNames;
import io.posture.api.Verdict;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.spi.PostureStrategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides by the matrix of value class and risk level, or by what the postures cost, and the order of DOMAIN D.2: obsolete, no demand, critical spare,
 * cell, lean tests, shelf life, storage, budget, economics, hysteresis. Every step is in the reasons, also one that was not reached. The decision itself is a pure
 * function of {@link Facts}; this class reads them, asks for the ruling and explains it.
 */
final class MatrixStrategy implements PostureStrategy {

    /** What takes the place of the matrix. */
    enum Chooser {
        /** The cell of value class and risk level. */
        RISK,
        /** The cheapest posture. */
        COST
    }

    /** What order quantity formulas name the last purchase of an item that is no longer replenished. */
    private static final String LAST_TIME_BUY = "lastTimeBuy";

    private final MatrixConfig config;
    private final SettingFigures settings;
    private final Chooser chooser;

    private MatrixStrategy(MatrixConfig config, Chooser chooser) {
        this.config = config;
        this.chooser = chooser;
        this.settings = new SettingFigures(config);
    }

    /** Decides by the matrix of value class and risk level. */
    static MatrixStrategy byRisk(MatrixConfig config) {
        return new MatrixStrategy(config, Chooser.RISK);
    }

    /** Decides by what the postures cost in a year. */
    static MatrixStrategy byCost(MatrixConfig config) {
        return new MatrixStrategy(config, Chooser.COST);
    }

    @Override
    public Verdict decide(SizedItem item) {
        ItemEvidence evidence = new ItemEvidence(item, config, settings);
        DecisionTree tree = new DecisionTree(item, evidence, config, settings);
        Optional<Costs> costs = chooser == Chooser.COST ? Costs.of(item) : Optional.empty();
        Facts facts = costs.map(evidence.facts()::with).orElseGet(evidence::facts);
        boolean spare = facts.standing().insuranceSpare();
        Optional<Figure> spares = spare ? spares(item) : Optional.empty();
        boolean obsolete = facts.standing().state() == ItemState.OBSOLETE;
        // a known rate of failures is a forecast
        boolean noDemand = item.profile().demand().demandClass() == DemandClass.NO_DEMAND && spares.isEmpty();
        List<String> missing = spares.isPresent() ? List.of() : missingFacts(item, facts, spare);

        List<Explanation> steps = new ArrayList<>(20);
        steps.add(tree.obsolete(obsolete));
        if (obsolete) {
            Quantities quantities = Quantities.runOut(tree.state());
            steps.addAll(tree.notReached(DecisionTree.NO_DEMAND, DecisionTree.LEAN, "obsolete", tree.state()));
            steps.add(quantities.shelfLife());
            StrategicStock none = StrategicStock.of(item, Policy.RUN_OUT, config);
            Ruling runOut = Ruling.of(facts, config);
            steps.addAll(tree.afterShelfLife(facts, runOut, none));
            item.size(SizedItem.ORDER_QUANTITY).find(LAST_TIME_BUY).ifPresent(steps::add);
            steps.add(Lenses.of(item, evidence, Policy.RUN_OUT, config, settings));
            boolean decidable = !noDemand && missing.isEmpty();
            return decision(item, facts, runOut, quantities, none, steps, decidable);
        }
        Finding demand = tree.noDemand(noDemand);
        steps.add(demand);
        if (noDemand) {
            steps.addAll(tree.notReached(DecisionTree.CRITICAL_SPARE, DecisionTree.HYSTERESIS, "no demand", demand));
            return new NoDecision(
                    List.of("demandInWindow", "forecast"),
                    "No demand in the whole window and no forecast: whether to stock it is for a person to decide.",
                    steps);
        }
        Finding spareStep = tree.criticalSpare(spare);
        steps.add(spareStep);
        if (!missing.isEmpty()) {
            String why = "not known: " + String.join(", ", missing);
            steps.addAll(tree.notReached(DecisionTree.MATRIX_CELL, DecisionTree.HYSTERESIS, why, spareStep));
            steps.addAll(item.sizes().values());
            steps.add(item.segment(config.abcStep()).reason());
            return new NoDecision(missing, "Not decidable without " + String.join(" and ", missing) + ".", steps);
        }
        Ruling ruling = Ruling.of(facts, config);
        Quantities quantities = spares.map(Quantities::spares).orElseGet(() -> Quantities.of(item, spare, config));
        StrategicStock strategic = StrategicStock.of(item, ruling.policy(), config);
        if (spare) {
            steps.addAll(tree.notReached(DecisionTree.MATRIX_CELL, DecisionTree.LEAN, "critical spare", spareStep));
        } else {
            steps.add(tree.cell(facts, ruling));
            steps.add(tree.lean(facts, ruling));
        }
        steps.add(quantities.shelfLife());
        steps.addAll(tree.afterShelfLife(facts, ruling, strategic));
        steps.add(Lenses.of(item, evidence, ruling.policy(), config, settings));
        steps.add(quantities.levels());
        if (!spare) {
            LeanEvidence.of(facts, ruling, config).ifPresent(lean -> steps.add(tree.leanEvidence(lean, quantities)));
            VmiOffer.of(item, evidence, facts, quantities, config, settings).ifPresent(steps::add);
        }
        return decision(item, facts, ruling, quantities, strategic, steps, true);
    }

    private PostureDecision decision(
            SizedItem item,
            Facts facts,
            Ruling ruling,
            Quantities quantities,
            StrategicStock strategic,
            List<Explanation> steps,
            boolean decidable) {
        return new PostureDecision(
                item.id(),
                ruling.policy().posture(),
                ruling.policy().name(),
                ReasonCode.of(facts, ruling, quantities.stockCut(), config).code(),
                ReasonSentence.of(item, facts, ruling, quantities, strategic.stock(), config),
                quantities.safetyStock(),
                strategic.stock(),
                quantities.reorderPoint(),
                quantities.orderQuantity(),
                steps,
                decidable ? Counterfactuals.of(facts, ruling, config) : List.of());
    }

    /** Names of the facts without which the item cannot be decided; a critical spare needs no value class. */
    private List<String> missingFacts(SizedItem item, Facts facts, boolean spare) {
        Set<String> missing = new LinkedHashSet<>(namesIn(item.size(SizedItem.SAFETY_STOCK)));
        if (!spare) {
            missing.addAll(namesIn(item.size(SizedItem.ORDER_QUANTITY)));
            if (item.segment(config.abcStep()).code().equals(Segment.NONE)) {
                missing.add("unitCost");
            }
            if (chooser == Chooser.COST && facts.costs().isEmpty()) {
                missing.addAll(item.findSize(SizedItem.STOCKPILE)
                        .map(MatrixStrategy::namesIn)
                        .orElse(List.of("stockpile")));
                missing.remove("");
                if (missing.isEmpty()) {
                    missing.add("postureCosts");
                }
            }
        }
        return List.copyOf(missing);
    }

    /** The spares of a critical spare whose failures and downtime are known. */
    private static Optional<Figure> spares(SizedItem item) {
        return item.findSize(SizedItem.STOCKPILE)
                .flatMap(pile -> pile.find(StockpileNames.SPARES))
                .filter(Figure.class::isInstance)
                .map(Figure.class::cast);
    }

    private static List<String> namesIn(Explanation size) {
        return size instanceof Finding finding ? Arrays.asList(finding.value().split(", ", -1)) : List.of();
    }
}
