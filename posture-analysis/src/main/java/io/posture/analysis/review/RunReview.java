package io.posture.analysis.review;

import io.posture.api.DemandProfile;
import io.posture.api.ItemId;
import io.posture.api.ItemProfile;
import io.posture.api.Outcome;
import io.posture.api.PostureDecision;
import io.posture.api.Segment;
import io.posture.api.SizedItem;
import io.posture.api.SourcingLink;
import io.posture.api.StockpileNames;
import io.posture.api.Stretch;
import io.posture.api.Stretches;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Origin;
import io.posture.io.Import;
import io.posture.io.ReviewDays;
import io.posture.io.policy.ReviewPolicy;
import io.posture.io.run.EarlierRun;
import io.posture.io.run.ReviewMemory;
import io.posture.io.run.ReviewMemoryFile;
import io.posture.io.run.RunCompanion;
import io.posture.io.run.RunFacts;
import io.posture.io.run.RunFiles;
import io.posture.io.run.Summary;
import io.posture.review.ItemReview;
import io.posture.review.LevelState;
import io.posture.review.ReviewFinding;
import io.posture.review.ReviewReason;
import io.posture.review.ReviewSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Compares a run with the one before while it is written, and writes what the next one must know to
 * {@link RunFiles#REVIEW}. It looks back to the run of an earlier day: a rerun of the same day says the same.
 */
public final class RunReview implements RunCompanion, AutoCloseable {

    private final Import imported;
    private final ReviewPolicy policy;
    private final ReviewSettings settings;
    private final LocalDate asOf;
    private final Optional<ReviewMemoryFile.Items> before;
    private final Optional<EarlierRun> earlier;
    private final boolean direct;
    private final ItemFindings findings;
    private final SupplierLines suppliers;
    private final ReviewDays reviewed;
    private final ReviewDays reviewedBefore;
    private final Map<ReviewReason, Integer> counts = new EnumMap<>(ReviewReason.class);
    private Optional<ReviewMemoryFile> file = Optional.empty();
    private Optional<Remembered> current = Optional.empty();

    /** An item with what is found about it. */
    private record Remembered(Outcome outcome, ReviewMemory.Item item, List<ReviewFinding> findings) {}

    /**
     * A review of a run.
     *
     * @param facts what the run is made of, with the run of an earlier day that it looks back to
     * @param before what the run that lies in the folder remembers, closed with this; empty if there is none
     */
    public RunReview(RunFacts facts, Optional<ReviewMemoryFile.Items> before) {
        this.imported = facts.imported();
        this.policy = facts.policy().review();
        this.settings = ReviewSnapshots.settings(policy);
        this.asOf = imported.population().asOf();
        this.before = before;
        this.earlier = facts.earlier();
        this.direct = before.isPresent()
                && earlier.filter(run -> run.runId().equals(before.get().runId()))
                        .isPresent();
        boolean rerun = before.isPresent()
                && earlier.isPresent()
                && earlier.equals(before.get().earlier());
        if (earlier.isPresent() && !direct && !rerun) {
            throw new IllegalArgumentException("what is remembered of the run of "
                    + earlier.get().asOf() + " is needed to look back to it. Maybe use EarlierRun.before.");
        }
        this.findings = new ItemFindings(policy, asOf, earlier.map(EarlierRun::asOf), earlier.isEmpty());
        this.suppliers = new SupplierLines(policy, facts.policy().profile().priorStrength());
        this.reviewed = new ReviewDays(imported.records().reviews(), asOf);
        this.reviewedBefore = new ReviewDays(imported.records().reviews(), asOf.minusDays(1));
    }

    @Override
    public void begin(Place run) throws IOException {
        file = Optional.of(new ReviewMemoryFile(run.open(RunFiles.REVIEW), run.runId(), asOf, earlier));
    }

    @Override
    public Optional<LocalDate> reviewDue(Outcome outcome) {
        ReviewMemory.Facts item = remembered(outcome).item().facts();
        LocalDate due = item.standing().reviewedOn().plusDays(item.reviewEveryDays(policy));
        boolean atOnce = remembered(outcome).findings().stream()
                .anyMatch(finding -> finding.reason().urgency() == ReviewReason.Urgency.AT_ONCE);
        return Optional.of(atOnce && due.isAfter(asOf) ? asOf : due);
    }

    @Override
    public void accept(Outcome outcome) {
        Remembered item = remembered(outcome);
        suppliers.add(RunKeyFigures.profile(outcome));
        item.findings().forEach(finding -> counts.merge(finding.reason(), 1, Integer::sum));
        try {
            file.orElseThrow(() -> new IllegalStateException("the run was not begun"))
                    .write(outcome.id(), item.item());
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot write " + RunFiles.REVIEW + ": " + problem, problem);
        }
    }

    private Remembered remembered(Outcome outcome) {
        if (current.isEmpty() || current.get().outcome() != outcome) {
            current = Optional.of(remember(outcome));
        }
        return current.get();
    }

    private Remembered remember(Outcome outcome) {
        ItemId id = outcome.id();
        Optional<ReviewMemory.Facts> then = (earlier.isEmpty() ? Optional.<ReviewMemory.Item>empty() : find(id))
                .flatMap(item -> direct ? Optional.of(item.facts()) : item.before());
        Map<String, Double> numbers = numbers(outcome);
        Map<String, String> codes = codes(outcome);
        Map<String, LocalDate> days = dates(outcome);
        ReviewMemory.Standing standing =
                standing(id, then, Optional.ofNullable(numbers.get("risk")), numbers.get("calculated"));
        DemandProfile demand = RunKeyFigures.profile(outcome).demand();
        ForecastTracking.remember(demand, numbers, days);
        then.flatMap(run -> ForecastTracking.after(
                        demand, run, earlier.orElseThrow().asOf(), standing.reviewedOn()))
                .ifPresent(errors -> ForecastTracking.remember(errors, numbers, days));
        ReviewMemory.Item item = new ReviewMemory.Item(
                new ReviewMemory.Facts(codes, standing, numbers, days),
                then,
                RunKeyFigures.profile(outcome).item().criticalSpare(),
                imported.records().overrides().of(id));
        return new Remembered(outcome, item, findings.of(id, then, item));
    }

    private Optional<ReviewMemory.Item> find(ItemId id) {
        try {
            return before.orElseThrow().find(id);
        } catch (IOException problem) {
            throw new UncheckedIOException(
                    "cannot read " + RunFiles.REVIEW + " of the run before: " + problem, problem);
        }
    }

    private ReviewMemory.Standing standing(
            ItemId id, Optional<ReviewMemory.Facts> then, Optional<Double> risk, @Nullable Double calculated) {
        Optional<ReviewMemory.Standing> standing = then.map(ReviewMemory.Facts::standing);
        double held = standing.map(ReviewMemory.Standing::heldPieces).orElse(0.0);
        if (calculated != null) {
            held = standing.isPresent() ? ItemReview.buffer(held, calculated, settings) : calculated;
        }
        LocalDate day =
                reviewed.last(id, then.map(item -> item.standing().reviewedOn()).orElse(asOf));
        boolean counts = then.isEmpty() || then.get().counts(id, asOf, reviewedBefore, policy);
        LevelState level = ItemReview.level(
                standing.map(ReviewSnapshots::level).orElse(LevelState.START),
                risk.isPresent() ? OptionalDouble.of(risk.get()) : OptionalDouble.empty(),
                settings,
                counts);
        LocalDate countedOn =
                counts ? asOf : standing.map(ReviewMemory.Standing::countedOn).orElse(asOf);
        return new ReviewMemory.Standing(level.level().name(), level.reviewsBelow(), held, day, countedOn);
    }

    private static Map<String, String> codes(Outcome outcome) {
        Map<String, String> codes = new LinkedHashMap<>();
        Optional<PostureDecision> decision = decision(outcome);
        codes.put("posture", decision.map(decided -> decided.posture().code()).orElse(""));
        codes.put("abc", code(outcome, "abc"));
        codes.put("ved", code(outcome, "criticality"));
        plan(outcome)
                .filter(plan -> plan.find(StockpileNames.PLAN_SINCE).isPresent())
                .ifPresent(plan -> codes.put(ReviewMemory.PLAN, plan.text()));
        return codes;
    }

    /** The plan by which a stockpile is asked for; empty if none is. */
    private static Optional<Explanation> plan(Outcome outcome) {
        return decision(outcome)
                .map(PostureDecision::strategicStock)
                .filter(stock -> stock.find(StockpileNames.NOT_ASKED).isEmpty()
                        && stock.find(StockpileNames.KEPT_AGAINST).isEmpty())
                .flatMap(stock -> stock.find(StockpileNames.PLAN));
    }

    /** Whether a stockpile above 0 is proposed, or would be if the plan allowed it. */
    private static boolean holdsOrWould(Outcome outcome) {
        return decision(outcome)
                .filter(decided -> decided.strategicPieces().orElse(0) > 0
                        || decided.strategicStock()
                                .find(StockpileNames.STATE)
                                .filter(state -> state.text().equals(StockpileNames.REFUSED))
                                .isPresent())
                .isPresent();
    }

    private static Optional<PostureDecision> decision(Outcome outcome) {
        return outcome instanceof Outcome.Decided decided ? Optional.of(decided.decision()) : Optional.empty();
    }

    private static Optional<Segment> segment(Outcome outcome, String step) {
        Optional<SizedItem> item = outcome instanceof Outcome.Decided decided
                ? Optional.of(decided.item())
                : outcome instanceof Outcome.Undecided undecided ? Optional.of(undecided.item()) : Optional.empty();
        return item.map(sized -> sized.segmented().segments().get(step));
    }

    private static String code(Outcome outcome, String step) {
        return segment(outcome, step)
                .map(Segment::code)
                .filter(code -> !code.equals(Segment.NONE))
                .orElse("");
    }

    private static Map<String, Double> numbers(Outcome outcome) {
        ItemProfile profile = RunKeyFigures.profile(outcome);
        Map<String, Double> numbers = new LinkedHashMap<>();
        segment(outcome, "risk").ifPresent(risk -> put(numbers, "risk", risk.findScore("risk")));
        segment(outcome, "sri").ifPresent(index -> put(numbers, "risk_index", index.findScore("sri")));
        decision(outcome).ifPresent(decided -> numbers.put("calculated", calculated(decided.safetyStock())));
        put(numbers, "lead_time_p90", profile.supply().signals().p90Days());
        if (!profile.supply().links().isEmpty()) {
            numbers.put("sources", (double)
                    profile.supply().links().stream().filter(RunReview::source).count());
        }
        put(numbers, "unit_cost", profile.item().unitCost());
        put(numbers, "on_hand", profile.stock().usablePieces());
        profile.demand().daysSinceLastIssue().ifPresent(days -> numbers.put("days_since_last_issue", (double) days));
        return numbers;
    }

    /** Pieces without what somebody set by hand. */
    static double calculated(Figure stock) {
        return stock.origin() instanceof Origin.ByHand
                ? stock.because().stream()
                        .filter(Figure.class::isInstance)
                        .mapToDouble(node -> calculated((Figure) node))
                        .findFirst()
                        .orElse(stock.value())
                : stock.value();
    }

    private static boolean source(SourcingLink link) {
        return link.share() > 0 || link.qualifiedAlternate();
    }

    private static void put(Map<String, Double> numbers, String name, OptionalDouble value) {
        value.ifPresent(number -> numbers.put(name, number));
    }

    private Map<String, LocalDate> dates(Outcome outcome) {
        ItemProfile profile = RunKeyFigures.profile(outcome);
        Map<String, LocalDate> days = new LinkedHashMap<>();
        Optional<Explanation> plan = plan(outcome);
        plan.flatMap(words -> words.find(StockpileNames.PLAN_SINCE))
                .ifPresent(since -> days.put(ReviewMemory.PLAN_SINCE, LocalDate.parse(since.text())));
        plan.filter(words -> holdsOrWould(outcome))
                .flatMap(words -> words.find(StockpileNames.PLAN_ENDS))
                .ifPresent(ends -> days.put(ReviewSnapshots.PLAN_ENDS, LocalDate.parse(ends.text())));
        profile.item().endOfLifeOn().ifPresent(day -> days.put("end_of_life_on", day));
        // a shift that is only suspected is for a person to look at, and would call for that again and again
        Stretches stretches = profile.demand().signals().stretches();
        List<Stretch> list = stretches.list();
        if (list.size() > 1 && !stretches.byUser()) {
            days.put("demand_changed_on", list.get(list.size() - 1).from());
        }
        imported.records()
                .announced()
                .latest(profile, asOf)
                .forEach((kind, day) -> days.put(ReviewSnapshots.announcedFor(kind), day));
        return days;
    }

    @Override
    public void finish(Place run) throws IOException {
        List<ItemId> gone = gone();
        SupplierLines.Watched watched =
                suppliers.watched(watchedBefore(), imported.records().reviews(), asOf);
        List<ReviewFinding> aboutSuppliers = suppliers.findings(watched);
        try (ReviewMemoryFile target = file.orElseThrow()) {
            for (ItemId id : gone) {
                counts.merge(ReviewReason.GONE_ITEM, 1, Integer::sum);
                target.writeGone(id);
            }
            for (ReviewFinding finding : aboutSuppliers) {
                counts.merge(finding.reason(), 1, Integer::sum);
                target.write(new ReviewMemory.SupplierFinding(
                        finding.subject(), finding.reason().name(), finding.text(), evidence(finding)));
            }
            for (Map.Entry<String, ReviewMemory.Watch> watch :
                    watched.bySupplier().entrySet()) {
                target.write(watch.getKey(), watch.getValue());
            }
        }
        run.section(new Summary.Section("review", "REVIEW (posture review)", lines(), Map.of()));
    }

    /** Items of the run of an earlier day that are not there any more. */
    private List<ItemId> gone() throws IOException {
        List<ItemId> ids = new ArrayList<>();
        if (earlier.isPresent() && before.isPresent()) {
            for (Map.Entry<ItemId, ReviewMemory.Item> item : before.get().skipped()) {
                if (direct || item.getValue().before().isPresent()) {
                    ids.add(item.getKey());
                }
            }
            if (!direct) {
                ids.addAll(before.get().gone());
            }
        }
        ids.sort(Comparator.naturalOrder());
        return ids;
    }

    /** Since when suppliers were watched after the run of an earlier day. */
    private Map<String, LocalDate> watchedBefore() throws IOException {
        Map<String, LocalDate> since = new HashMap<>();
        if (earlier.isPresent() && before.isPresent()) {
            before.get().watched().forEach((supplier, watch) -> {
                if (direct) {
                    since.put(supplier, watch.since());
                } else {
                    watch.before().ifPresent(day -> since.put(supplier, day));
                }
            });
        }
        return since;
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(earlier.map(then -> "compared with the run of " + then.asOf())
                .orElse("the first run: there is none of an earlier day to compare it with"));
        for (ReviewReason.Urgency urgency : List.of(ReviewReason.Urgency.AT_ONCE, ReviewReason.Urgency.DUE)) {
            List<String> parts = new ArrayList<>();
            counts.forEach((reason, count) -> {
                if (reason.urgency() == urgency) {
                    parts.add(reason.name() + " " + count);
                }
            });
            if (!parts.isEmpty()) {
                lines.add((urgency == ReviewReason.Urgency.AT_ONCE ? "at once: " : "due: ") + String.join(", ", parts));
            }
        }
        return lines;
    }

    static Map<String, String> evidence(ReviewFinding finding) {
        Map<String, String> evidence = new LinkedHashMap<>();
        for (Explanation node : finding.evidence()) {
            String unit = node instanceof Figure figure ? figure.unit().symbol() : "";
            evidence.putIfAbsent(node.name(), node.text() + (unit.isEmpty() ? "" : " " + unit));
        }
        return evidence;
    }

    /** Lets the run before go. */
    @Override
    public void close() {
        before.ifPresent(items -> {
            try {
                items.close();
            } catch (IOException alreadyRead) {
                return;
            }
        });
    }
}
