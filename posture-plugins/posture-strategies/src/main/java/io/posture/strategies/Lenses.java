package io.posture.strategies;

import io.posture.api.DemandClass;
import io.posture.api.Posture;
import io.posture.api.Segment;
import io.posture.api.SizedItem;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.StringJoiner;

/**
 * Five looks at an item, each arguing for lean (-1), for a buffer (+1) or for neither (0). They explain the decision and do
 * not make it. What is not known argues for neither, or has no sign at all.
 */
final class Lenses {

    private static final Origin.Formula ALL =
            new Origin.Formula("policy.lenses.1", "five signs: -1 argues JIT, +1 argues JIC", "DOMAIN D.4");
    private static final Origin.Formula CRITICALITY =
            new Origin.Formula("policy.lensCriticality.1", "V +1, E 0, D -1", "DOMAIN D.4");
    private static final Origin.Formula LEAD_TIME = new Origin.Formula(
            "policy.lensLeadTime.1", "+1 if long or varying, -1 if short and steady, else 0", "DOMAIN D.4");
    private static final Origin.Formula VALUE = new Origin.Formula(
            "policy.lensValue.1", "-1 if H or SHORT, +1 if L and LONG or NONE, else 0", "DOMAIN D.4");
    private static final Origin.Formula DEMAND = new Origin.Formula(
            "policy.lensDemand.1", "+1 if LUMPY or with a season, -1 if SMOOTH, else 0", "DOMAIN D.4");
    private static final Origin.Formula SOURCING = new Origin.Formula(
            "policy.lensSourcing.1", "+1 if SRI >= fragileSri, -1 if < soundSri, else 0", "DOMAIN D.4");
    private static final Origin.Formula CONTRADICT = new Origin.Formula(
            "policy.lensesContradict.1", "number of signs opposite to the posture >= contradicting", "DOMAIN D.4");
    private static final double SLACK = 1e-9;

    private final SizedItem item;
    private final ItemEvidence evidence;
    private final MatrixConfig config;
    private final SettingFigures settings;
    private final LensLimits limits;

    private Lenses(SizedItem item, ItemEvidence evidence, MatrixConfig config, SettingFigures settings) {
        this.item = item;
        this.evidence = evidence;
        this.config = config;
        this.settings = settings;
        this.limits = config.lenses();
    }

    /** The five signs beside a decision, and a warning if most of them contradict it. */
    static Finding of(
            SizedItem item, ItemEvidence evidence, Policy policy, MatrixConfig config, SettingFigures settings) {
        return new Lenses(item, evidence, config, settings).signs(policy);
    }

    private Finding signs(Policy policy) {
        List<Explanation> lenses = List.of(criticality(), leadTime(), value(), demand(), sourcing());
        List<Explanation> because = new ArrayList<>(lenses.size() + 2);
        because.addAll(lenses);
        int opposite = -sign(policy.posture());
        int contradicting = 0;
        StringJoiner text = new StringJoiner(" ");
        for (Explanation lens : lenses) {
            text.add(text(lens));
            if (lens instanceof Figure figure && figure.value() == opposite) {
                contradicting++;
            }
        }
        if (policy != Policy.RUN_OUT && opposite != 0 && contradicting >= limits.contradicting()) {
            Figure limit = settings.contradicting();
            String warning =
                    contradicting + " of 5 argue against " + policy.posture().code();
            because.add(Finding.of("lensesContradict", warning, CONTRADICT, limit));
            because.add(Finding.of("warning", "LENSES_CONTRADICT", CONTRADICT, limit));
        }
        return new Finding("lenses", text.toString(), ALL, because);
    }

    private Explanation criticality() {
        Explanation scored = evidence.node(JitTest.CRITICALITY);
        return switch (item.segment(config.criticalityStep()).code()) {
            case "V" -> lens("lensCriticality", 1, CRITICALITY, scored);
            case "E" -> lens("lensCriticality", 0, CRITICALITY, scored);
            case "D" -> lens("lensCriticality", -1, CRITICALITY, scored);
            default -> Finding.unknown("lensCriticality", "class the item as V, E or D");
        };
    }

    /** Any lead time may argue for a buffer, only a confirmed one against it. */
    private Explanation leadTime() {
        var lead = item.profile().supply().leadTime();
        if (lead.isEmpty()) {
            return Finding.unknown("lensLeadTime", "deliver receipts or a contract lead time");
        }
        double days = lead.get().meanDays();
        OptionalDouble cv = lead.get().cv();
        boolean longOrVarying =
                days > limits.longLeadTimeDays() + SLACK || cv.orElse(0) > limits.longLeadTimeCv() + SLACK;
        boolean shortAndSteady = evidence.number(JitTest.LEAD_TIME).isPresent()
                && days <= limits.shortLeadTimeDays() + SLACK
                && evidence.number(JitTest.LEAD_TIME_CV).orElse(Double.MAX_VALUE) <= limits.shortLeadTimeCv() + SLACK;
        return lens(
                "lensLeadTime",
                longOrVarying ? 1 : shortAndSteady ? -1 : 0,
                LEAD_TIME,
                evidence.leadTimeMean().orElseThrow(),
                evidence.node(JitTest.LEAD_TIME_CV));
    }

    private Explanation value() {
        Segment cost = item.segment(config.hmlStep());
        Segment life = item.segment(config.perishabilityStep());
        boolean lasting = life.code().equals("LONG") || life.code().equals(Segment.NONE);
        if (life.code().equals("SHORT") || cost.code().equals("H")) {
            return lens("lensValue", -1, VALUE, cost.reason(), life.reason());
        }
        if (cost.code().equals(Segment.NONE)) {
            return Finding.unknown("lensValue", "deliver items.unit_cost");
        }
        return lens("lensValue", cost.code().equals("L") && lasting ? 1 : 0, VALUE, cost.reason(), life.reason());
    }

    private Explanation demand() {
        DemandClass pattern = item.profile().demand().demandClass();
        boolean seasonal = item.profile().demand().seasonal();
        int sign = seasonal || pattern == DemandClass.LUMPY ? 1 : pattern == DemandClass.SMOOTH ? -1 : 0;
        return lens("lensDemand", sign, DEMAND, evidence.node(JitTest.DEMAND_CLASS), evidence.node(JitTest.SEASONAL));
    }

    private Explanation sourcing() {
        Figure sri = item.segment(config.sriStep()).figure("sri");
        int sign = sri.value() >= limits.fragileSri() - SLACK ? 1 : sri.value() < limits.soundSri() - SLACK ? -1 : 0;
        return lens("lensSourcing", sign, SOURCING, sri);
    }

    private static int sign(Posture posture) {
        return switch (posture) {
            case JUST_IN_TIME -> -1;
            case HYBRID -> 0;
            case JUST_IN_CASE -> 1;
        };
    }

    private static Figure lens(String name, int sign, Origin origin, Explanation... because) {
        return Figure.of(name, sign, Unit.NONE, origin, because);
    }

    private static String text(Explanation lens) {
        if (!(lens instanceof Figure figure)) {
            return "?";
        }
        return figure.value() > 0 ? "+1" : figure.text();
    }
}
