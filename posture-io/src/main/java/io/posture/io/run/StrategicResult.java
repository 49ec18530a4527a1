package io.posture.io.run;

import io.posture.api.ItemProfile;
import io.posture.api.Outcome;
import io.posture.api.PostureDecision;
import io.posture.api.SizedItem;
import io.posture.api.StockpileNames;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a run says of the strategic stock of one item: apart from its safety stock in every number. */
final class StrategicResult {

    /** A state of an item whose policy asks for a stockpile: it holds one, or its best cover is none. */
    static final String HELD = "HELD";

    /** A state of an item whose policy asks for none. */
    static final String NOT_ASKED = "NOT_ASKED";

    private static final String REGULATED = "a regulatory minimum: only a person cuts it";

    private final Optional<PostureDecision> decision;
    private final ItemProfile profile;
    private final ReasonIndex tree;

    private StrategicResult(Optional<PostureDecision> decision, ItemProfile profile, ReasonIndex tree) {
        this.decision = decision;
        this.profile = profile;
        this.tree = tree;
    }

    static StrategicResult of(Outcome outcome) {
        if (outcome instanceof Outcome.Decided decided) {
            return new StrategicResult(
                    Optional.of(decided.decision()),
                    decided.item().profile(),
                    ReasonIndex.of(List.of(decided.decision().strategicStock())));
        }
        if (outcome instanceof Outcome.Undecided undecided) {
            return new StrategicResult(
                    Optional.empty(),
                    undecided.item().profile(),
                    ReasonIndex.of(undecided.item().findSize(SizedItem.STOCKPILE).stream()
                            .toList()));
        }
        return new StrategicResult(Optional.empty(), ((Outcome.Failed) outcome).profile(), ReasonIndex.of(List.of()));
    }

    /** Pieces; 0 where none is wanted, empty where one is and has no size. */
    OptionalDouble pieces() {
        return decision.isPresent() ? decision.get().strategicPieces() : OptionalDouble.empty();
    }

    /** HELD, NOT_ASKED, or why there is no size; empty without a decision or without a step that sizes one. */
    String state() {
        if (decision.isEmpty()) {
            return "";
        }
        if (pieces().isPresent()) {
            return tree.find(StockpileNames.NOT_ASKED).isPresent() && !holds() ? NOT_ASKED : HELD;
        }
        return tree.text(StockpileNames.STATE);
    }

    /** The reason in words. */
    String reason() {
        if (decision.isEmpty()) {
            return "";
        }
        if (state().equals(NOT_ASKED)) {
            return tree.text(StockpileNames.NOT_ASKED);
        }
        if (regulated()) {
            return REGULATED;
        }
        Explanation stock = decision.get().strategicStock();
        return stock instanceof Finding open && !open.text().equals(Finding.UNKNOWN) ? open.text() : "";
    }

    /** Why a stockpile that is asked for has no size, be a regulatory minimum held or nothing; empty if it has one. */
    String openState() {
        if (decision.isEmpty() || pieces().isEmpty()) {
            return state();
        }
        String sized = tree.text(StockpileNames.STATE);
        return regulated() && tree.find(StockpileNames.NOT_ASKED).isEmpty() && !sized.equals(StockpileNames.SIZED)
                ? sized
                : "";
    }

    /** Whether a regulation and nothing else says how much is held. */
    private boolean regulated() {
        return decision.stream()
                .flatMap(decided -> decided.strategicStock().because().stream())
                .anyMatch(node -> node.name().equals(StockpileNames.REGULATORY_MINIMUM));
    }

    /** The tree by name. */
    ReasonIndex tree() {
        return tree;
    }

    OptionalDouble number(String name) {
        return tree.number(name);
    }

    /** Whether pieces are held. */
    boolean holds() {
        return pieces().orElse(0) > 0;
    }

    /** The size that costs least, pieces, not rounded; empty if it has none. */
    OptionalDouble bestPieces() {
        OptionalDouble days = number(StockpileNames.BEST_COVER_DAYS);
        OptionalDouble perDay = number(StockpileNames.EXPOSED_DEMAND);
        if (days.isEmpty() || perDay.isEmpty()) {
            return OptionalDouble.empty();
        }
        double beyond = Math.max(
                0, days.getAsDouble() - number(StockpileNames.COVERED_DAYS).orElse(0));
        return OptionalDouble.of(Math.min(
                beyond * perDay.getAsDouble(),
                number(StockpileNames.SHELF_LIFE_CAP).orElse(Double.MAX_VALUE)));
    }

    /**
     * A source that fails.
     *
     * @param exposedShare share of the demand without supply while it is down
     * @param law how often and how long
     */
    record Failing(double exposedShare, FailureLaw law) {}

    /** How a source of the item fails; empty if nobody says. */
    Optional<Failing> failing(String supplier) {
        if (tree.text(StockpileNames.EXPOSED_SOURCE).equals(supplier)) {
            return failing(
                    tree.find(StockpileNames.EXPOSED_SHARE),
                    tree.find(StockpileNames.DISRUPTIONS_PER_YEAR),
                    tree.find(StockpileNames.DISRUPTION_DAYS));
        }
        return tree.find(StockpileNames.OTHER_SOURCES).map(Explanation::because).orElse(List.of()).stream()
                .filter(other -> other.text().equals(supplier))
                .findFirst()
                .flatMap(other -> failing(
                        other.find(StockpileNames.EXPOSED_SHARE),
                        other.find(StockpileNames.DISRUPTIONS_PER_YEAR),
                        other.find(StockpileNames.DISRUPTION_DAYS)));
    }

    private static Optional<Failing> failing(
            Optional<Explanation> share, Optional<Explanation> rate, Optional<Explanation> days) {
        Optional<FailureLaw> law = ExposedSupply.law(rate, days);
        return share.filter(Figure.class::isInstance)
                .map(Figure.class::cast)
                .flatMap(of -> law.map(how -> new Failing(of.value(), how)));
    }

    /** Value of the pieces, money. */
    OptionalDouble value() {
        OptionalDouble cost = profile.item().unitCost();
        return pieces().isPresent() && cost.isPresent()
                ? OptionalDouble.of(pieces().getAsDouble() * cost.getAsDouble())
                : OptionalDouble.empty();
    }

    /** What they cost to carry, money a year; 0 where none is held. */
    OptionalDouble carryingPerYear() {
        OptionalDouble sized = ofHeld(StockpileNames.CARRYING, 0);
        if (!byHand() || !holds()) {
            return sized;
        }
        double replaced = replaced().orElse(0);
        return sized.isPresent() && replaced > 0
                ? OptionalDouble.of(sized.getAsDouble() * pieces().orElseThrow() / replaced)
                : OptionalDouble.empty();
    }

    /** Expected loss with the safety stock alone, money a year. */
    OptionalDouble lossLean() {
        return number(StockpileNames.LOSS_LEAN);
    }

    /** Expected loss with what is held, money a year. */
    OptionalDouble lossBuffered() {
        if (pieces().isEmpty()) {
            return OptionalDouble.empty();
        }
        return holds() ? ofSized(StockpileNames.LOSS_BUFFERED) : lossLean();
    }

    /** Carrying cost over the loss avoided; empty where none is held. */
    OptionalDouble insuranceRatio() {
        return holds() ? ofSized(StockpileNames.INSURANCE_RATIO) : OptionalDouble.empty();
    }

    /** Loss avoided less carrying cost, money a year; 0 where none is held. */
    OptionalDouble netBenefit() {
        return byHand() && holds() ? OptionalDouble.empty() : ofHeld(StockpileNames.NET_BENEFIT, 0);
    }

    /** What is held today, pieces; empty if nobody says. */
    OptionalDouble today() {
        return profile.stock().strategicKnown()
                ? OptionalDouble.of(profile.stock().strategicPieces())
                : OptionalDouble.empty();
    }

    /** What a regulation asks for, pieces; empty if none does. */
    OptionalDouble regulatoryMinimum() {
        double pieces = profile.stock().regulatoryPieces();
        return pieces > 0 ? OptionalDouble.of(pieces) : OptionalDouble.empty();
    }

    /** Code of the cheapest thing that can be done about the source; empty if that is not known. */
    String bestAlternative() {
        return tree.text(StockpileNames.ALTERNATIVES);
    }

    /** What can be done about the source, each with its cost. */
    List<Figure> alternatives() {
        return tree.find(StockpileNames.ALTERNATIVES).map(Explanation::because).orElse(List.of()).stream()
                .filter(Figure.class::isInstance)
                .map(Figure.class::cast)
                .filter(figure -> !figure.name().equals(StockpileNames.BREAK_EVEN_PREMIUM))
                .toList();
    }

    /** Whether somebody set the pieces by hand. */
    private boolean byHand() {
        return decision.isPresent() && decision.get().strategicStock().origin() instanceof Origin.ByHand;
    }

    /** Pieces that were decided before somebody set them by hand; empty if nobody did, or they had no size. */
    private OptionalDouble replaced() {
        return byHand()
                ? decision.orElseThrow().strategicStock().because().stream()
                        .filter(Figure.class::isInstance)
                        .mapToDouble(node -> ((Figure) node).value())
                        .findFirst()
                : OptionalDouble.empty();
    }

    /** What was computed for the pieces as decided; unknown for others that were set by hand. */
    private OptionalDouble ofSized(String name) {
        return byHand() ? OptionalDouble.empty() : number(name);
    }

    private OptionalDouble ofHeld(String name, double none) {
        if (pieces().isEmpty()) {
            return OptionalDouble.empty();
        }
        return holds() ? number(name) : OptionalDouble.of(none);
    }
}
