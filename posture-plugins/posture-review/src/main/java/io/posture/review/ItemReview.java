package io.posture.review;

import static io.posture.explain.Unit.COUNT;
import static io.posture.explain.Unit.DAYS;
import static io.posture.explain.Unit.MONEY_PER_PIECE;
import static io.posture.explain.Unit.PIECES;
import static io.posture.explain.Unit.PIECES_PER_DAY;
import static io.posture.explain.Unit.SCORE;

import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Unit;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** What a review finds about one item when it compares a run with the one before. Pure. */
public final class ItemReview {

    /** What rounding adds to sums of pieces. */
    private static final double ROUNDING = 1e-9;

    private final Optional<ItemSnapshot> before;
    private final ItemSnapshot now;
    private final ReviewSettings settings;
    private final LocalDate asOf;
    private final List<ReviewFinding> findings = new ArrayList<>();

    private ItemReview(Optional<ItemSnapshot> before, ItemSnapshot now, ReviewSettings settings, LocalDate asOf) {
        this.before = before;
        this.now = now;
        this.settings = settings;
        this.asOf = asOf;
    }

    /**
     * What is due, drifted or triggered.
     *
     * @param before the run before; empty for a new item
     * @param now this run
     * @param asOf the day of this run
     */
    public static List<ReviewFinding> of(
            Optional<ItemSnapshot> before, ItemSnapshot now, ReviewSettings settings, LocalDate asOf) {
        ItemReview review = new ItemReview(before, now, settings, asOf);
        review.due();
        before.ifPresent(item -> {
            review.level(item);
            review.facts(item.facts());
        });
        now.facts().forecastErrors().ifPresent(review::forecast);
        review.buffer();
        review.stock();
        review.byHand();
        return List.copyOf(review.findings);
    }

    /**
     * The risk level after a run: up at once, down late.
     *
     * @param before the state of the run before
     * @param risk 0 to 100; empty leaves the level as it is
     * @param counts whether the run counts as a review; between reviews a level can only rise
     */
    public static LevelState level(LevelState before, OptionalDouble risk, ReviewSettings settings, boolean counts) {
        if (risk.isEmpty()) {
            return before;
        }
        return counts
                ? before.after(risk.getAsDouble(), settings.level())
                : before.between(risk.getAsDouble(), settings.level());
    }

    /**
     * The buffer after a review: the old one unless the new one differs enough.
     *
     * @param heldPieces at least 0
     * @param calculatedPieces at least 0
     */
    public static double buffer(double heldPieces, double calculatedPieces, ReviewSettings settings) {
        return Deadband.calculate(new Deadband.Inputs(heldPieces, calculatedPieces, settings.band()))
                .buffer();
    }

    private void due() {
        if (before.isEmpty()) {
            add(ReviewReason.NEW_ITEM, "was not in the run before", Finding.input("item", now.id()));
        }
        LocalDate due = Cadence.due(now, settings, asOf);
        if (!due.isAfter(asOf)) {
            Explanation last = now.reviewedOn()
                    .map(day -> Finding.input("reviewedOn", day.toString()))
                    .orElseGet(() -> Finding.unknown("reviewedOn", "review it once"));
            add(
                    ReviewReason.REVIEW_DUE,
                    "is due since " + due,
                    last,
                    Figure.input("reviewEveryDays", Cadence.days(now, settings), DAYS));
        }
    }

    private void level(ItemSnapshot earlier) {
        if (now.risk().isEmpty()) {
            return;
        }
        double risk = now.risk().getAsDouble();
        LevelState state = now.level();
        Explanation[] evidence = {
            Figure.input("risk", risk, SCORE),
            Finding.input("levelBefore", earlier.level().level().name()),
            Figure.input("reviewsBelow", state.reviewsBelow(), COUNT)
        };
        if (state.level() != earlier.level().level()) {
            boolean up = state.level() == LevelState.Level.HIGH;
            add(
                    up ? ReviewReason.LEVEL_UP : ReviewReason.LEVEL_DOWN,
                    up
                            ? "risk " + shown(risk) + " is at or above "
                                    + shown(settings.level().enter())
                            : "risk was below " + shown(settings.level().exit()) + " for "
                                    + settings.level().confirm() + " reviews in a row",
                    evidence);
        } else if (state.level() == LevelState.Level.HIGH && state.reviewsBelow() > 0) {
            add(
                    ReviewReason.LEVEL_HELD,
                    "risk " + shown(risk) + " is below "
                            + shown(settings.level().exit()) + ", review " + state.reviewsBelow() + " of "
                            + settings.level().confirm(),
                    evidence);
        }
    }

    private void buffer() {
        if (now.calculatedPieces().isEmpty() || before.isEmpty()) {
            return;
        }
        double held = before.get().bufferPieces();
        double calculated = now.calculatedPieces().getAsDouble();
        boolean moves = Deadband.calculate(new Deadband.Inputs(held, calculated, settings.band()))
                .changed();
        if (moves || held != calculated) {
            add(
                    moves ? ReviewReason.BUFFER_MOVES : ReviewReason.BUFFER_KEPT,
                    "buffer " + shown(held) + " held, " + shown(calculated) + " calculated: "
                            + (moves ? "it moves" : "within the band of " + shown(100 * settings.band()) + " %"),
                    Figure.input("heldPieces", held, PIECES),
                    Figure.input("calculatedPieces", calculated, PIECES),
                    Figure.input("band", settings.band(), Unit.SHARE));
        }
    }

    private void facts(ItemSnapshot.Facts earlier) {
        ItemSnapshot.Facts facts = now.facts();
        rise(
                ReviewReason.RISK_INDEX_UP,
                "supplier risk index",
                earlier.riskIndex(),
                facts.riskIndex(),
                settings.riskIndexRise(),
                0,
                SCORE);
        rise(
                ReviewReason.LEAD_TIME_UP,
                "90 % lead time",
                earlier.leadTimeP90Days(),
                facts.leadTimeP90Days(),
                0,
                settings.leadTimeRise(),
                DAYS);
        if (facts.sources().orElse(-1) == 1 && earlier.sources().orElse(0) > 1) {
            add(
                    ReviewReason.SINGLE_SOURCE,
                    "has one source left",
                    Figure.input("sourcesBefore", earlier.sources().getAsDouble(), COUNT),
                    Figure.input("sources", 1, COUNT));
        }
        if (facts.endOfLifeOn().isPresent() && !facts.endOfLifeOn().equals(earlier.endOfLifeOn())) {
            add(
                    ReviewReason.END_OF_LIFE,
                    "ends on " + facts.endOfLifeOn().get(),
                    Finding.input("endOfLifeOn", facts.endOfLifeOn().get().toString()),
                    earlier.endOfLifeOn()
                            .map(day -> Finding.input("endOfLifeBefore", day.toString()))
                            .orElseGet(() -> Finding.input("endOfLifeBefore", "none")));
        }
        if (facts.unitPrice().isPresent() && earlier.unitPrice().isPresent()) {
            price(earlier.unitPrice().getAsDouble(), facts.unitPrice().getAsDouble());
        }
        new TreeMap<>(facts.announced()).forEach((reason, day) -> announced(reason, day, earlier.announced()));
        if (facts.demandChangedOn().isPresent()
                && earlier.demandChangedOn()
                        .map(day -> day.isBefore(facts.demandChangedOn().get()))
                        .orElse(true)) {
            LocalDate day = facts.demandChangedOn().get();
            add(
                    ReviewReason.DEMAND_CHANGE,
                    "demand changed its level on " + day,
                    Finding.input("demandChangedOn", day.toString()));
        }
    }

    private void announced(ReviewReason reason, LocalDate day, Map<ReviewReason, LocalDate> before) {
        LocalDate last = before.getOrDefault(reason, LocalDate.MIN);
        if (day.isAfter(last)) {
            add(
                    reason,
                    switch (reason) {
                                case PRICE_EVENT -> "a change of its price";
                                case END_OF_LIFE -> "its end of life";
                                default -> "something of its supply";
                            }
                            + " was announced for " + day + ", see the table events",
                    Finding.input("announcedFor", day.toString()));
        }
    }

    private void rise(
            ReviewReason reason,
            String what,
            OptionalDouble earlier,
            OptionalDouble later,
            double absolute,
            double relative,
            Unit unit) {
        if (earlier.isEmpty() || later.isEmpty()) {
            return;
        }
        double from = earlier.getAsDouble();
        double to = later.getAsDouble();
        if (to > from && to - from >= absolute + relative * from - 1e-9) {
            add(
                    reason,
                    what + " rose from " + shown(from) + " to " + shown(to),
                    Figure.input("before", from, unit),
                    Figure.input("now", to, unit));
        }
    }

    private void price(double from, double to) {
        if (Math.abs(to - from) >= settings.priceChange() * from - 1e-9 && to != from) {
            add(
                    ReviewReason.PRICE_EVENT,
                    "price went from " + shown(from) + " to " + shown(to),
                    Figure.input("before", from, MONEY_PER_PIECE),
                    Figure.input("now", to, MONEY_PER_PIECE));
        }
    }

    private void forecast(ForecastErrors errors) {
        boolean above = errors.errorPieces() > 0;
        TrackingSignal.Result tracked = TrackingSignal.calculate(
                new TrackingSignal.Inputs(errors.errorPieces(), errors.madPieces(), settings.trackingSignal()));
        if (!tracked.exceeded() || (!above && errors.hidden())) {
            return;
        }
        double demand = errors.forecastPieces() + errors.errorPieces();
        List<Explanation> evidence = new ArrayList<>(List.of(
                Finding.input("since", errors.since().toString()),
                Figure.input("periods", errors.periods(), COUNT),
                Figure.input("forecast", errors.forecastPieces(), PIECES),
                Figure.input("demand", demand, PIECES),
                Figure.input("madByChance", errors.madPieces(), PIECES),
                Figure.input("limit", settings.trackingSignal(), Unit.NONE)));
        String ratio = "";
        if (tracked.signal().isPresent()) {
            double signal = tracked.signal().getAsDouble();
            ratio = ": tracking signal " + shown(signal) + " is above " + shown(settings.trackingSignal());
            evidence.add(Figure.of("trackingSignal", signal, Unit.NONE, TrackingSignal.FORMULA));
        }
        findings.add(found(
                ReviewReason.FORECAST_DRIFT,
                "demand since " + errors.since() + " was " + shown(demand) + " where "
                        + (errors.forecastPieces() > 0 ? shown(errors.forecastPieces()) + " were" : "none was")
                        + " forecast" + ratio + ", too " + (above ? "little" : "much") + " is forecast"
                        + (demand > 0 ? "" : ", or demand since then was not delivered"),
                evidence));
    }

    private void stock() {
        ItemSnapshot.Stock stock = now.stock();
        OptionalDouble age = stock.emergencySince()
                .map(day -> OptionalDouble.of((double) Math.max(0, ChronoUnit.DAYS.between(day, asOf))))
                .orElse(OptionalDouble.empty());
        List<Explanation> evidence = new ArrayList<>(List.of(
                Figure.input("onHand", stock.onHand(), PIECES),
                Figure.input("dailyDemand", stock.dailyDemand(), PIECES_PER_DAY),
                stock.daysSinceLastIssue().isPresent()
                        ? Figure.input(
                                "daysSinceLastIssue", stock.daysSinceLastIssue().getAsDouble(), DAYS)
                        : Finding.input("daysSinceLastIssue", "never issued")));
        age.ifPresent(days -> evidence.add(Figure.input("emergencyBufferAgeDays", days, DAYS)));
        List<StockAge.Flag> flags = StockAge.calculate(new StockAge.Inputs(
                        stock.onHand(),
                        stock.dailyDemand(),
                        stock.daysSinceLastIssue(),
                        stock.criticalSpare(),
                        age,
                        settings.emergencyDays()))
                .flags();
        for (StockAge.Flag flag : flags) {
            findings.add(
                    switch (flag) {
                        case DEAD -> found(ReviewReason.DEAD, "no issue for more than a year", evidence);
                        case INSURANCE ->
                            found(ReviewReason.INSURANCE, "no issue for more than a year: a critical spare", evidence);
                        case EXCESS -> found(ReviewReason.EXCESS, "stock for more than two years", evidence);
                        case EXPIRED_BUFFER -> found(ReviewReason.EXPIRED_BUFFER, expired(), evidence);
                    });
        }
    }

    private String expired() {
        String target = now.calculatedPieces().isPresent()
                ? shown(now.calculatedPieces().getAsDouble()) + " pieces"
                : "the calculated level";
        return "the emergency is older than " + settings.emergencyDays() + " days: the target falls to " + target
                + ", surplus is used up. Maybe renew it with a reason.";
    }

    private void byHand() {
        int longest = 2 * Cadence.days(now, settings);
        for (ManualDecision decision : now.byHand()) {
            Explanation[] evidence = {
                Finding.input("field", decision.field()),
                Finding.input("value", decision.value()),
                Finding.input("reason", decision.reason()),
                Finding.input("approver", decision.approver()),
                Finding.input("expiresOn", decision.expiresOn().toString())
            };
            long days = ChronoUnit.DAYS.between(decision.approvedOn(), decision.expiresOn());
            if (decision.expiresOn().isBefore(asOf)) {
                add(
                        ReviewReason.OVERRIDE_EXPIRED,
                        decision.field() + " set by hand expired on " + decision.expiresOn()
                                + ": the calculated value holds again",
                        evidence);
            } else if (days > longest) {
                add(
                        ReviewReason.OVERRIDE_TOO_LONG,
                        decision.field() + " set by hand holds for " + days + " days, longer than two reviews ("
                                + longest + " days)",
                        evidence);
            }
        }
    }

    private void add(ReviewReason reason, String text, Explanation... evidence) {
        findings.add(ReviewFinding.of(now.id(), reason, text, evidence));
    }

    private ReviewFinding found(ReviewReason reason, String text, List<Explanation> evidence) {
        return new ReviewFinding(now.id(), reason, text, evidence);
    }

    private static String shown(double value) {
        return Math.abs(value - Math.rint(value)) <= ROUNDING && Math.abs(value) < 1e15
                ? String.valueOf(Math.round(value))
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
