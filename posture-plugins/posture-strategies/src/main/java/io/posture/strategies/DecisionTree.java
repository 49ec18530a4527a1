package io.posture.strategies;

import io.posture.api.Item;
import io.posture.api.SizedItem;
import io.posture.api.StockpileNames;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.strategies.JitEligibility.Ending;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;

/** The steps of the decision as nodes, in the order in which they were taken. */
final class DecisionTree {

    static final String NO_DEMAND = "stepNoDemand";
    static final String CRITICAL_SPARE = "stepCriticalSpare";
    static final String MATRIX_CELL = "stepMatrixCell";
    static final String LEAN = "stepLean";
    static final String SHELF_LIFE = "stepShelfLife";
    static final String HYSTERESIS = HeldLevel.STEP;

    private static final Finding STORAGE = notAskedFor("stepStorage", "no storage limit given", "storageLimit");

    private static final Finding BUDGET = notAskedFor("stepBudget", "no budget given", "budget");
    private static final String OBSOLETE = "stepObsolete";
    private static final List<String> STEPS = List.of(
            OBSOLETE,
            NO_DEMAND,
            CRITICAL_SPARE,
            MATRIX_CELL,
            LEAN,
            SHELF_LIFE,
            STORAGE.name(),
            BUDGET.name(),
            StrategicStock.STEP,
            HYSTERESIS);
    private static final Origin.Formula CHEAPEST = new Origin.Formula(
            "policy.cheapest.1",
            "the cheapest of safety stock alone, with a second source and with a stockpile, within 2 % the leaner one",
            "DOMAIN G.4");
    private static final Origin.Formula UNCONFIRMED = new Origin.Formula(
            "policy.jitUnknown.1", "failed tests that the missing evidence could still pass", "DOMAIN D.3");
    private static final Origin.Formula CUSHION = new Origin.Formula(
            "policy.cushionFloor.1",
            "C >= cushionCriticality and (one source without alternate, or one foreign region with country risk >= "
                    + "cushionRegionRisk, or country risk >= cushionCountryRisk)",
            "DOMAIN D.2");
    private static final Origin.Formula STOCK_DAYS =
            new Origin.Formula("policy.safetyStockDays.1", "safety stock / demand per day", "DOMAIN D.3");
    private static final Origin.Formula LEAN_EVIDENCE = new Origin.Formula(
            "policy.leanEvidence.1", "unknown facts with which, at their best, the item would be JIT", "DOMAIN D.3");
    private static final Origin.Formula CAPITAL_FREED = new Origin.Formula(
            "policy.capitalFreed.1",
            "unit cost * max(0, safety stock + lot / 2 - cap in days * demand per day)",
            "DOMAIN D.3");
    private static final Origin.Formula TOO_NEW =
            new Origin.Formula("policy.new.1", "an item in state NEW is never JIT", "DOMAIN 0");

    private final SizedItem item;
    private final ItemEvidence evidence;
    private final MatrixConfig config;
    private final SettingFigures settings;
    private final Finding state;

    DecisionTree(SizedItem item, ItemEvidence evidence, MatrixConfig config, SettingFigures settings) {
        this.item = item;
        this.evidence = evidence;
        this.config = config;
        this.settings = settings;
        this.state = Finding.of(
                "itemState",
                item.profile().state().name(),
                new Origin.Input("items.lifecycle", item.profile().item().rows().toString()));
    }

    /** The item's state, as read. */
    Finding state() {
        return state;
    }

    /** Step 1. */
    Finding obsolete(boolean obsolete) {
        return step(OBSOLETE, obsolete ? "RUN_OUT" : "no", state);
    }

    /** Step 1b. */
    Finding noDemand(boolean none) {
        return step(
                NO_DEMAND,
                none ? "NO_STOCK_DECISION: no demand in the window and no forecast" : "no",
                evidence.node(JitTest.DEMAND_CLASS),
                evidence.buckets());
    }

    /** Step 2. */
    Finding criticalSpare(boolean spare) {
        return step(CRITICAL_SPARE, spare ? Policy.INSURANCE_SPARE.name() : "no", evidence.node(JitTest.MRO));
    }

    /** Steps from one to another, both included, that an earlier one made needless. */
    List<Finding> notReached(String from, String to, String why, Explanation decider) {
        String value = "not reached: " + why;
        List<Finding> steps = new ArrayList<>(STEPS.size());
        for (String name : STEPS.subList(STEPS.indexOf(from), STEPS.indexOf(to) + 1)) {
            steps.add(step(name, value, decider));
        }
        return steps;
    }

    /** What comes after the shelf life: storage and budget ask for nothing, what the strategic stock is worth, the earlier run. */
    List<Finding> afterShelfLife(Facts facts, Ruling ruling, StrategicStock strategic) {
        return List.of(STORAGE, BUDGET, strategic.economics(), hysteresis(facts, ruling));
    }

    private Finding hysteresis(Facts facts, Ruling ruling) {
        boolean byCell = ruling.cell().isPresent() && facts.costs().isEmpty();
        return HeldLevel.step(facts.risk(), item.segment(config.riskStep()).findFigure("risk"), byCell);
    }

    /** Step 3. */
    Finding cell(Facts facts, Ruling ruling) {
        Policy cell = ruling.cell().orElseThrow();
        if (facts.costs().isPresent()) {
            return Finding.of(MATRIX_CELL, "cheapest: " + cell, CHEAPEST, priced(item.size(SizedItem.STOCKPILE)));
        }
        Facts.Risk risk = facts.risk();
        List<Explanation> because = new ArrayList<>();
        because.add(item.segment(config.abcStep()).reason());
        because.add(item.segment(config.riskStep()).reason());
        if (risk.held()) {
            because.add(hysteresis(facts, ruling));
        }
        return new Finding(
                MATRIX_CELL,
                facts.standing().abc() + " x " + risk.level()
                        + (risk.held() ? " (kept, calculated " + risk.calculated() + ")" : "") + ": " + cell,
                PolicyMatrix.FORMULA,
                because);
    }

    /** Step 4. */
    Finding lean(Facts facts, Ruling ruling) {
        List<Explanation> because = new ArrayList<>(5);
        because.add(failed(ruling));
        because.add(unconfirmed(ruling));
        because.add(cushion(ruling));
        if (facts.safetyStockDays().isPresent()) {
            because.add(stockDays(facts.safetyStockDays().getAsDouble(), ruling));
        }
        if (ruling.tooNew()) {
            because.add(Finding.of("tooNew", "yes", TOO_NEW, state));
        }
        String value = ruling.leanCell()
                ? ruling.policy().name()
                : "not asked for: the cell is " + ruling.policy().posture().code();
        return new Finding(LEAN, value, PolicyMatrix.FORMULA, because);
    }

    /** The facts whose absence alone keeps the item from being lean, and the capital that they hold. */
    Finding leanEvidence(LeanEvidence lean, Quantities quantities) {
        List<Explanation> because = new ArrayList<>();
        because.add(capitalFreed(lean, quantities));
        lean.tests().forEach(test -> because.add(evidence.node(test)));
        return new Finding("leanEvidence", String.join(", ", lean.facts()), LEAN_EVIDENCE, because);
    }

    private Explanation capitalFreed(LeanEvidence lean, Quantities quantities) {
        Item master = item.profile().item();
        if (master.unitCost().isEmpty()) {
            return Finding.unknown("capitalFreed", "deliver items.unit_cost");
        }
        double perDay = item.profile().demand().meanPerDay();
        double held =
                quantities.safetyStock().value() + quantities.orderQuantity().value() / 2;
        double pieces = Math.max(0, held - config.capDays(lean.basic()) * perDay);
        return Figure.of(
                "capitalFreed",
                master.unitCost().getAsDouble() * pieces,
                Unit.MONEY,
                CAPITAL_FREED,
                Figure.of(
                        "unitCost",
                        master.unitCost().getAsDouble(),
                        Unit.MONEY_PER_PIECE,
                        new Origin.Input("items.unit_cost", master.rows().toString())),
                quantities.safetyStock(),
                quantities.orderQuantity(),
                settings.capDays(lean.basic()),
                item.profile().demand().meanPerDayFigure());
    }

    private Finding failed(Ruling ruling) {
        List<Explanation> tests = new ArrayList<>(ruling.tests().size());
        boolean basic = ruling.basic();
        ruling.tests().forEach((test, ending) -> tests.add(test(test, ending, basic)));
        return new Finding("jitFailed", names(ruling.failed()), JitEligibility.FORMULA, tests);
    }

    private Finding test(JitTest test, Ending ending, boolean basic) {
        Explanation fact = evidence.node(test);
        return fact instanceof Figure
                ? Finding.of(test.node(), ending.text(), JitEligibility.FORMULA, fact, settings.limit(test, basic))
                : Finding.of(test.node(), ending.text(), JitEligibility.FORMULA, fact);
    }

    private Finding unconfirmed(Ruling ruling) {
        List<Explanation> because = new ArrayList<>(JitTest.values().length);
        for (JitTest test : ruling.unconfirmed()) {
            because.add(evidence.node(test));
        }
        if (because.isEmpty()) {
            because.add(evidence.node(JitTest.SRI));
            because.add(evidence.node(JitTest.CRITICALITY));
        }
        return new Finding("jitUnknown", names(ruling.unconfirmed()), UNCONFIRMED, because);
    }

    private Finding cushion(Ruling ruling) {
        List<Explanation> because = new ArrayList<>(7);
        because.add(item.segment(config.criticalityStep()).reason());
        because.add(settings.cushionCriticality());
        because.add(item.segment(config.sourcingStep()).reason());
        for (Figure score : item.segment(config.sriStep()).figures()) {
            if (score.name().equals("sriRegion") || score.name().equals("sriGeopolitical")) {
                because.add(score);
            }
        }
        because.add(settings.cushionRegionRisk());
        because.add(settings.cushionCountryRisk());
        return new Finding("cushionFloor", names(ruling.cushion()), CUSHION, because);
    }

    private Figure stockDays(double days, Ruling ruling) {
        return Figure.of(
                "safetyStockDays",
                days,
                Unit.DAYS,
                STOCK_DAYS,
                item.size(SizedItem.SAFETY_STOCK),
                item.profile().demand().meanPerDayFigure(),
                settings.capDays(ruling.basic()));
    }

    private static String names(Collection<? extends Enum<?>> values) {
        if (values.isEmpty()) {
            return "none";
        }
        StringJoiner names = new StringJoiner(", ");
        for (Enum<?> value : values) {
            names.add(value.name());
        }
        return names.toString();
    }

    /** The node with the costs of the postures; where demand is too irregular for one, the stockpile that says so. */
    private static Explanation priced(Explanation pile) {
        return pile.find(StockpileNames.POSTURE_COSTS).orElse(pile);
    }

    private static Finding notAskedFor(String name, String reason, String lacking) {
        return step(name, "not asked for: " + reason, Finding.input(lacking, "none"));
    }

    private static Finding step(String name, String value, Explanation... because) {
        return Finding.of(name, value, PolicyMatrix.FORMULA, because);
    }
}
