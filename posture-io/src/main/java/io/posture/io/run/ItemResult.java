package io.posture.io.run;

import io.posture.api.Confidence;
import io.posture.api.ItemId;
import io.posture.api.ItemProfile;
import io.posture.api.LeadTime;
import io.posture.api.Outcome;
import io.posture.api.Posture;
import io.posture.api.PostureDecision;
import io.posture.api.Segment;
import io.posture.api.Service;
import io.posture.api.SizedItem;
import io.posture.api.SourcingLink;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Origin;
import io.posture.io.Import;
import io.posture.io.ItemLocation;
import io.posture.io.policy.Policy;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/** What a run says of one item, read from its outcome as register, explanations and summary show it. */
final class ItemResult {

    /** How an item's way ended, as tables name it. */
    enum Status {
        DECIDED,
        UNDECIDED,
        FAILED
    }

    static final String REVIEW_CODE = "REVIEW-DATA";
    private static final int FEW_BUCKETS = 8;
    private static final String EXPECTED_LOSS = "expectedAnnualLoss";

    private final Outcome outcome;
    private final double standardCarryingRate;
    private final BufferMove move;
    private final ItemLocation location;
    private final Optional<LocalDate> reviewDue;
    private final ReasonIndex reasons;
    private final ReasonIndex quantities;
    private final ReasonIndex classes;
    private final StrategicResult strategic;

    ItemResult(Outcome outcome, double standardCarryingRate, ItemLocation location) {
        this(outcome, standardCarryingRate, 0, location, Optional.empty());
    }

    ItemResult(
            Outcome outcome,
            double standardCarryingRate,
            double deadband,
            ItemLocation location,
            Optional<LocalDate> reviewDue) {
        this.reviewDue = reviewDue;
        this.move = new BufferMove(deadband);
        this.outcome = outcome;
        this.standardCarryingRate = standardCarryingRate;
        this.location = location;
        this.reasons = ReasonIndex.of(because());
        this.quantities = ReasonIndex.of(sizes());
        this.classes = ReasonIndex.of(sized().map(item -> item.segmented().segments().values().stream()
                        .map(Segment::reason)
                        .toList())
                .orElse(List.of()));
        this.strategic = StrategicResult.of(outcome);
    }

    /**
     * The result of a run.
     *
     * @param imported the input, which knows what the user's system holds of the item today
     * @param policy the policy in force
     * @param reviewDue day of the next review; empty where that is not asked for
     */
    static ItemResult of(Outcome outcome, Import imported, Policy policy, Optional<LocalDate> reviewDue) {
        return new ItemResult(
                outcome,
                policy.profile().carryingRate(),
                policy.review().deadband(),
                imported.locations().of(outcome.id()),
                reviewDue);
    }

    /** The strategic stock, apart from the safety stock. */
    StrategicResult strategic() {
        return strategic;
    }

    /** The quantities of a decision; without one, what was sized for it. */
    private List<Explanation> sizes() {
        if (outcome instanceof Outcome.Decided decided) {
            PostureDecision decision = decided.decision();
            return List.of(
                    decision.safetyStock(),
                    decision.reorderPoint(),
                    decision.orderQuantity(),
                    decision.strategicStock());
        }
        return sized().map(item -> List.copyOf(item.sizes().values())).orElse(List.of());
    }

    ItemId id() {
        return outcome.id();
    }

    Status status() {
        if (outcome instanceof Outcome.Decided) {
            return Status.DECIDED;
        }
        return outcome instanceof Outcome.Undecided ? Status.UNDECIDED : Status.FAILED;
    }

    ItemProfile profile() {
        return sized().map(SizedItem::profile).orElseGet(() -> ((Outcome.Failed) outcome).profile());
    }

    Optional<SizedItem> sized() {
        if (outcome instanceof Outcome.Decided decided) {
            return Optional.of(decided.item());
        }
        return outcome instanceof Outcome.Undecided undecided ? Optional.of(undecided.item()) : Optional.empty();
    }

    Optional<PostureDecision> decision() {
        return outcome instanceof Outcome.Decided decided ? Optional.of(decided.decision()) : Optional.empty();
    }

    Optional<Outcome.Failed> failure() {
        return outcome instanceof Outcome.Failed failed ? Optional.of(failed) : Optional.empty();
    }

    /** The reason tree, as far as it goes. */
    List<Explanation> because() {
        if (outcome instanceof Outcome.Undecided undecided) {
            return undecided.verdict().because();
        }
        return decision().map(PostureDecision::because).orElse(List.of());
    }

    /** JIT, HYBRID or JIC; empty unless decided. */
    String posture() {
        return decision().map(decision -> decision.posture().code()).orElse("");
    }

    String policy() {
        return decision().map(PostureDecision::policy).orElse("");
    }

    String reasonCode() {
        return decision().map(PostureDecision::reasonCode).orElse(REVIEW_CODE);
    }

    String reason() {
        if (outcome instanceof Outcome.Failed failed) {
            return "Step '" + failed.step() + "' failed on this item: " + failed.cause();
        }
        if (outcome instanceof Outcome.Undecided undecided) {
            return undecided.verdict().reason();
        }
        return decision().map(PostureDecision::reason).orElse("");
    }

    List<String> missingFacts() {
        return outcome instanceof Outcome.Undecided undecided
                ? undecided.verdict().missingFacts()
                : List.of();
    }

    Optional<Segment> segment(String step) {
        return sized().map(item -> item.segmented().segments().get(step));
    }

    /** The class of a step; empty if the item could not be classed, or there is no such step. */
    String code(String step) {
        return segment(step)
                .map(Segment::code)
                .filter(code -> !code.equals(Segment.NONE))
                .orElse("");
    }

    OptionalDouble score(String step, String name) {
        Optional<Segment> segment = segment(step);
        return segment.isPresent() ? segment.get().findScore(name) : OptionalDouble.empty();
    }

    /** The reason tree by name. */
    ReasonIndex reasons() {
        return reasons;
    }

    /** What the quantities were made from, by name. */
    ReasonIndex quantities() {
        return quantities;
    }

    /** What the classes were made from, by name. */
    ReasonIndex classes() {
        return classes;
    }

    /** The first node of a name in the reason tree or behind a quantity, if it is a number. */
    OptionalDouble number(String name) {
        return reasons.find(name).isPresent() ? reasons.number(name) : quantities.number(name);
    }

    /** Loss to expect of being out of stock, money a year. */
    OptionalDouble expectedAnnualLoss() {
        OptionalDouble decided = number(EXPECTED_LOSS);
        return decided.isPresent() ? decided : classes.number(EXPECTED_LOSS);
    }

    /** Whether the item runs lean: JIT, or on a routine reorder point at low risk; as decided, not as set by hand. */
    boolean leanRun() {
        String byHand = reasons.text("postureBefore");
        return (byHand.isEmpty() ? posture() : byHand).equals(Posture.JUST_IN_TIME.code())
                || (policy().equals("ROP_WITH_SAFETY_STOCK") && code("risk").equals("LOW"));
    }

    /** The supplier's service that the lean test looked at. */
    Optional<Service> service() {
        OptionalDouble lower = number("otifLower");
        return profile().supply().used().stream()
                .map(SourcingLink::service)
                .flatMap(Optional::stream)
                .filter(service -> lower.isPresent() && service.lower05() == lower.getAsDouble())
                .findFirst();
    }

    Optional<LeadTime> leadTime() {
        return profile().supply().leadTime();
    }

    /** The level to order up to, pieces. */
    OptionalDouble maximum() {
        OptionalDouble byHand = quantities.number("orderUpToByHand");
        return byHand.isPresent() ? byHand : quantities.number("orderUpTo");
    }

    /** When it is to be looked at again; empty if nobody said. */
    Optional<LocalDate> reviewDue() {
        return reviewDue;
    }

    /** Keys of what was set by hand. */
    List<String> overrides() {
        return because().stream()
                .filter(node -> node.name().equals("override"))
                .map(Explanation::text)
                .toList();
    }

    /** Id of the formula that sized the safety stock, before it was rounded. */
    String formulaId() {
        return sized().map(item -> item.sizes().get(SizedItem.SAFETY_STOCK))
                .filter(size -> size instanceof Figure && size.origin() instanceof Origin.Formula)
                .map(size -> ((Origin.Formula) size.origin()).id())
                .orElse("");
    }

    /** How far the sizes can be trusted: as far as the lead time, and not far on a short history. */
    String confidence() {
        if (profile().demand().history().length() < FEW_BUCKETS && leadTime().isPresent()) {
            return Confidence.LOW.name();
        }
        return leadTime().map(lead -> lead.confidence().name()).orElse("");
    }

    /** Value of the safety stock, money. */
    OptionalDouble bufferValue() {
        return times(decision().map(decision -> decision.safetyStock().value()));
    }

    /** What holding the safety stock costs, money a year. */
    OptionalDouble carryingCostPerYear() {
        OptionalDouble value = bufferValue();
        return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * carryingRate()) : value;
    }

    /** Its carrying rate, or that of items without one of their own, share of the unit cost a year. */
    double carryingRate() {
        return profile().item().carryingRate().orElse(standardCarryingRate);
    }

    /** Value of the stock to expect on average, safety stock and half a lot, money. */
    OptionalDouble averageStockValue() {
        return times(decision()
                .map(decision -> decision.safetyStock().value()
                        + decision.orderQuantity().value() / 2));
    }

    /** Value of a year's demand, money. */
    OptionalDouble annualValue() {
        return score("abc", "annualValue");
    }

    DataGrade grade() {
        return DataGrade.of(profile());
    }

    /** Codes of what a reader should know before relying on the row. */
    List<String> warnings() {
        Set<String> warnings = new LinkedHashSet<>();
        if (grade() == DataGrade.D && decision().isPresent()) {
            warnings.add("PROVISIONAL");
        }
        if (score("criticality", "assumedCriticality").isPresent()) {
            warnings.add("CRITICALITY_ASSUMED");
        }
        if (code("sri").equals("PROVISIONAL")) {
            warnings.add("SUPPLIER_RISK_PROVISIONAL");
        }
        if (code("sourcing").equals("UNMAPPED") || code("sourcing").equals("NO_SUPPLIER")) {
            warnings.add("SUPPLY_NOT_MAPPED");
        }
        if (leadTime().filter(lead -> lead.confidence() == Confidence.ASSUMED).isPresent()) {
            warnings.add("LEAD_TIME_ASSUMED");
        }
        if (profile().demand().returnedPieces() > 0) {
            warnings.add("RETURNS_LEFT_OUT");
        }
        failure().ifPresent(failed -> warnings.add("STEP_FAILED " + failed.step()));
        warnings.addAll(reasons.warnings());
        warnings.addAll(quantities.warnings());
        warnings.addAll(classes.warnings());
        return List.copyOf(warnings);
    }

    /** What the user's system holds of it today. */
    ItemLocation location() {
        return location;
    }

    /**
     * The safety stock to set, pieces: the decided one, unless it differs from the one of today by no more than the deadband; one that
     * was set by hand moves it always.
     */
    OptionalDouble proposedSafetyStock() {
        return safetyStockKept() ? location.safetyStock() : decided(PostureDecision::safetyStock);
    }

    /** The reorder point to set, pieces: it stays with the safety stock, where it differs by no more than the deadband itself. */
    OptionalDouble proposedReorderPoint() {
        return safetyStockKept()
                        && move.kept(location.reorderPoint(), decision().map(PostureDecision::reorderPoint))
                ? location.reorderPoint()
                : decided(PostureDecision::reorderPoint);
    }

    /** The level to order up to to set, pieces: it stays with the reorder point. */
    OptionalDouble proposedMaximum() {
        if (decision().isEmpty()) {
            return OptionalDouble.empty();
        }
        return move.kept(location.reorderPoint(), decision().map(PostureDecision::reorderPoint))
                        && safetyStockKept()
                        && move.kept(location.max(), maximum())
                ? location.max()
                : maximum();
    }

    private boolean safetyStockKept() {
        return move.kept(location.safetyStock(), decision().map(PostureDecision::safetyStock));
    }

    private OptionalDouble decided(Function<PostureDecision, Figure> quantity) {
        return decision().stream().map(quantity).mapToDouble(Figure::value).findFirst();
    }

    /** The proposed safety stock less the one of today, pieces; unknown if either is. */
    OptionalDouble change() {
        return BufferMove.change(location.safetyStock(), proposedSafetyStock());
    }

    /** Value of that change, money. */
    OptionalDouble changeValue() {
        return times(change().stream().boxed().findFirst());
    }

    /**
     * What to do about the safety stock of today: RAISE, HOLD, REDUCE, or RELEASE where none is needed and some is held.
     * REVIEW_DATA without a decision; empty if nobody knows what is held.
     */
    String action() {
        return decision().isEmpty() ? "REVIEW_DATA" : BufferMove.action(location.safetyStock(), proposedSafetyStock());
    }

    /**
     * The strategic stock to set, pieces: the decided one, unless it differs from the one of today by no more than the deadband and
     * that is what a regulation asks for.
     */
    OptionalDouble proposedStrategicStock() {
        return decision().isPresent()
                        && decision().get().strategicStock() instanceof Figure figure
                        && move.kept(strategic.today(), Optional.of(figure))
                        && strategic.today().orElse(0)
                                >= strategic.regulatoryMinimum().orElse(0)
                ? strategic.today()
                : strategic.pieces();
    }

    /** The proposed strategic stock less the one of today, pieces; unknown if either is. */
    OptionalDouble strategicChange() {
        return BufferMove.change(strategic.today(), proposedStrategicStock());
    }

    /** What to do about the strategic stock of today, as for the safety stock; empty where there is no size. */
    String strategicAction() {
        return BufferMove.action(strategic.today(), proposedStrategicStock());
    }

    private OptionalDouble times(Optional<Double> pieces) {
        OptionalDouble cost = profile().item().unitCost();
        return pieces.isPresent() && cost.isPresent()
                ? OptionalDouble.of(pieces.get() * cost.getAsDouble())
                : OptionalDouble.empty();
    }
}
