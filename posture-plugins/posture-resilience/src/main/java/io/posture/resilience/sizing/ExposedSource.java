package io.posture.resilience.sizing;

import io.posture.api.DisruptionLengths;
import io.posture.api.DisruptionLog;
import io.posture.api.SizedItem;
import io.posture.api.SourceDisruptions;
import io.posture.api.SourcingLink;
import io.posture.api.StockpileNames;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.resilience.stockpile.DisruptionLength;
import io.posture.resilience.stockpile.EventRate;
import io.posture.resilience.stockpile.FrequentFailures;
import io.posture.resilience.stockpile.ObservedLength;
import io.posture.resilience.stockpile.RatePrior;
import io.posture.resilience.stockpile.SupplyFailures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The source whose failure leaves most of an item's demand open, and how it fails.
 *
 * @param link the source; empty if none is known
 * @param exposedShare share of the demand without supply while it is down, 0 to 1
 * @param rate how often it fails
 * @param failures how often and how long
 * @param because where that comes from
 */
record ExposedSource(
        Optional<SourcingLink> link,
        double exposedShare,
        EventRate.Result rate,
        SupplyFailures failures,
        List<Explanation> because) {

    private static final Set<String> ONE_EFFECTIVE_SOURCE = Set.of("SINGLE_SOURCE", "CONCENTRATED_SITE");
    private static final Set<String> OF_A_SOURCE =
            Set.of(StockpileNames.EXPOSED_SHARE, StockpileNames.DISRUPTIONS_PER_YEAR, StockpileNames.DISRUPTION_DAYS);
    private static final Origin.Formula EXPOSED = new Origin.Formula(
            "pile.exposedShare.1",
            "1 if the sources are one in effect; else 1 - what the others deliver or can carry",
            "DOMAIN F.1: days without receipts after alternates");
    private static final Origin.Formula WORST = new Origin.Formula(
            "pile.exposedSource.1",
            "the source with the largest lambda E[X] * share of the demand without supply, ties by id",
            "DOMAIN F.1");
    private static final Origin.Formula MODEL = new Origin.Formula(
            "pile.disruptionModel.1",
            "RARE, a stockpile that is refilled before the next one, if lambda E[X] < 120 days a year; else FREQUENT, base "
                    + "stock with a source that is up or down: fails with lambda / 365 a day, recovers with 1 / E[X]",
            "DOMAIN F.1, F.3");
    private static final Origin.Formula DOWN =
            new Origin.Formula("pile.downDaysPerYear.1", "lambda E[X]", "DOMAIN F.1");
    private static final Origin.Assumption NO_LOG = new Origin.Assumption(
            "neither a disruption of this source nor enough of all sources are logged: one in 3.7 years is a figure per company, not "
                    + "per supplier, of McKinsey Global Institute 2020",
            "deliver the table events, or set stockpile.disruption.yearsBetween");
    private static final Origin.Assumption NO_LENGTHS = new Origin.Assumption(
            "too few disruptions are known to say how long they last",
            "deliver the table events, or set stockpile.disruption");
    private static final Origin.Assumption ELSEWHERE = new Origin.Assumption(
            "lengths of disruptions elsewhere in the industry stand in for those of own sources; what was over long ago has left "
                    + "such lists, and short disruptions are seldom in them, so the lengths may be too long",
            "deliver the disruptions of own suppliers in the table events");

    /** The source of an item that matters most. */
    static ExposedSource of(SizedItem item, StockpileConfig config) {
        List<SourcingLink> used = item.profile().supply().used();
        DisruptionLog log = item.profile().supply().disruptions();
        if (used.isEmpty()) {
            return of(
                    Optional.empty(),
                    1,
                    List.of(Finding.unknown("supplier", "deliver sourcing or receipts")),
                    log,
                    config);
        }
        boolean one = used.size() == 1
                || item.segmented()
                        .findSegment(config.sourcingStep())
                        .filter(segment -> ONE_EFFECTIVE_SOURCE.contains(segment.code()))
                        .isPresent();
        List<ExposedSource> all = used.stream()
                .map(link -> of(link, used, one, log, config))
                .sorted(Comparator.comparingDouble(ExposedSource::openShare)
                        .reversed()
                        .thenComparing(ExposedSource::id))
                .toList();
        List<String> others = all.stream()
                .skip(1)
                .filter(other -> !one && other.openShare() > 0)
                .map(ExposedSource::id)
                .sorted()
                .toList();
        return all.size() > 1 ? all.get(0).beside(all, others) : all.get(0);
    }

    /** Days that it needs to recover; empty if unknown. */
    OptionalDouble recoveryDays() {
        return link.isPresent() ? link.get().supplier().recoveryDays() : OptionalDouble.empty();
    }

    private String id() {
        return link.map(source -> source.supplier().id()).orElse("");
    }

    /**
     * With what is known of the other sources behind its own reasons.
     *
     * @param exposed those that fail for themselves, against which nothing is sized
     */
    private ExposedSource beside(List<ExposedSource> all, List<String> exposed) {
        List<Explanation> others = new ArrayList<>();
        for (ExposedSource other : all) {
            String supplier = other.link.orElseThrow().supplier().id();
            if (!supplier.equals(link.orElseThrow().supplier().id())) {
                others.add(new Finding(
                        "otherSource",
                        supplier,
                        WORST,
                        other.because.stream()
                                .filter(node -> OF_A_SOURCE.contains(node.name()))
                                .map(ExposedSource::figuresOnly)
                                .toList()));
            }
        }
        List<Explanation> more = new ArrayList<>(because);
        if (!exposed.isEmpty()) {
            more.add(Finding.of(
                    "otherExposedSources",
                    String.join(", ", exposed),
                    WORST,
                    Figure.of("usedSources", all.size(), Unit.COUNT, new Origin.Input("sourcing", ""))));
        }
        more.add(new Finding(StockpileNames.OTHER_SOURCES, Integer.toString(others.size()), WORST, others));
        return new ExposedSource(link, exposedShare, rate, failures, more);
    }

    /** The numbers that a figure was made from, without what is to be said of them. */
    private static Explanation figuresOnly(Explanation node) {
        return node instanceof Figure figure
                ? new Figure(
                        figure.name(),
                        figure.value(),
                        figure.unit(),
                        figure.origin(),
                        figure.because().stream()
                                .filter(Figure.class::isInstance)
                                .toList())
                : node;
    }

    /** Days of demand a year that no stock at all would leave open. */
    private double openShare() {
        return exposedShare * failures.openDaysPerYear(0);
    }

    private static ExposedSource of(
            SourcingLink link, List<SourcingLink> used, boolean one, DisruptionLog log, StockpileConfig config) {
        double total = 0;
        double others = 0;
        for (SourcingLink source : used) {
            total += source.share();
        }
        for (SourcingLink source : used) {
            if (!source.supplier().id().equals(link.supplier().id())) {
                others += Math.max(
                        source.share() / total, source.terms().surgeShare().orElse(0));
            }
        }
        double share = one ? 1 : Math.max(0, 1 - others);
        List<Explanation> because = new ArrayList<>();
        because.add(Finding.of(
                "exposedSource",
                link.supplier().id(),
                WORST,
                Figure.of("share", link.share(), Unit.SHARE, new Origin.Input("sourcing.share", ""))));
        because.add(Figure.of(
                "exposedShare",
                share,
                Unit.SHARE,
                EXPOSED,
                Figure.of("usedSources", used.size(), Unit.COUNT, new Origin.Input("sourcing", "")),
                Finding.of("oneInEffect", one ? "yes" : "no", new Origin.Input("sourcing", ""))));
        return of(Optional.of(link), share, because, log, config);
    }

    private static ExposedSource of(
            Optional<SourcingLink> link,
            double share,
            List<Explanation> source,
            DisruptionLog log,
            StockpileConfig config) {
        SourceDisruptions own = link.map(SourcingLink::disruptions).orElse(SourceDisruptions.UNKNOWN);
        List<Explanation> because = new ArrayList<>(source);
        RatePrior prior = RatePrior.of(
                own.events(),
                log.events(),
                log.sourceYears(),
                new RatePrior(1, config.disruption().yearsBetween()));
        EventRate.Result rate = EventRate.of(own.events(), own.yearsObserved(), prior);
        boolean pooled = RatePrior.pooled(own.events(), log.events(), log.sourceYears());
        because.add(rateFigure(own, prior, pooled, rate));
        Length length = length(own.lengths(), log, config);
        because.add(length.figure);
        SupplyFailures failures = SupplyFailures.of(rate.rate(), length.law);
        because.add(model(rate.rate(), length.law.meanDays(), failures, because));
        own.lengths().openDays().stream()
                .filter(age -> age > 0)
                .max(Double::compare)
                .ifPresent(age -> because.add(Finding.of(
                        "warning",
                        "SOURCE_IS_DOWN",
                        new Origin.Assumption(
                                "the log has a disruption of this source that is not over, after " + Math.round(age)
                                        + " days",
                                "use what is there by the release rule; enter events.ended_on when it is over"))));
        return new ExposedSource(link, share, rate, failures, because);
    }

    private static Figure rateFigure(SourceDisruptions own, RatePrior prior, boolean pooled, EventRate.Result rate) {
        Origin rows = new Origin.Input("events", own.rows().toString());
        List<Explanation> because = new ArrayList<>();
        because.add(Figure.of("disruptions", own.events(), Unit.COUNT, rows));
        because.add(Figure.of("yearsObserved", own.yearsObserved(), Unit.NONE, rows));
        Origin from = pooled
                ? new Origin.Input("events", "disruptions of all sources")
                : new Origin.Parameter("optimal-cover", "disruption.yearsBetween");
        because.add(Figure.of("priorEvents", prior.events(), Unit.COUNT, from));
        because.add(Figure.of("priorYears", prior.years(), Unit.NONE, from));
        if (own.events() == 0 && !pooled) {
            because.add(Finding.of("confidence", "ASSUMED", NO_LOG));
        }
        return new Figure(StockpileNames.DISRUPTIONS_PER_YEAR, rate.rate(), Unit.NONE, EventRate.FORMULA, because);
    }

    private record Length(DisruptionLength law, Figure figure) {}

    /** The lengths of the source's own disruptions if there are enough, else of all of the firm's, else of the industry's. */
    private static Length length(DisruptionLengths own, DisruptionLog log, StockpileConfig config) {
        AssumedDisruptions assumed = config.disruption();
        if (own.count() >= assumed.fewest()) {
            return seen(own, "this source", List.of(), config);
        }
        if (log.lengths().count() >= assumed.fewest()) {
            return seen(log.lengths(), "all sources", List.of(), config);
        }
        if (log.elsewhere().count() >= assumed.fewest()) {
            Finding elsewhere = Finding.of("lengthsFrom", "the industry, not own sources", ELSEWHERE);
            return seen(log.elsewhere(), "the industry", List.of(elsewhere), config);
        }
        return new Length(
                DisruptionLength.lognormal(assumed.meanDays(), assumed.cv()),
                Figure.of(
                        StockpileNames.DISRUPTION_DAYS,
                        assumed.meanDays(),
                        Unit.DAYS,
                        new Origin.Parameter("optimal-cover", "disruption.meanDays"),
                        Figure.of(
                                StockpileNames.DISRUPTION_CV,
                                assumed.cv(),
                                Unit.NONE,
                                new Origin.Parameter("optimal-cover", "disruption.cv")),
                        Finding.of("confidence", "ASSUMED", NO_LENGTHS)));
    }

    private static Length seen(
            DisruptionLengths lengths, String whose, List<Explanation> more, StockpileConfig config) {
        ObservedLength seen = ObservedLength.of(lengths);
        // a disruption that began and ended on one day still took a day
        double mean = Math.max(1, seen.meanDays());
        double cv = seen.cv().orElse(config.disruption().cv());
        Origin events = new Origin.Input("events", "disruptions of " + whose);
        List<Explanation> because = new ArrayList<>();
        because.add(Figure.of("closedDisruptions", seen.closed(), Unit.COUNT, events));
        because.add(Figure.of("openDisruptions", seen.open(), Unit.COUNT, events));
        because.add(Figure.of(StockpileNames.DISRUPTION_CV, cv, Unit.NONE, events));
        if (seen.openCounted() > 0) {
            because.add(Finding.of(
                    "lowerBound",
                    seen.openCounted() + " that are not over enter at their age",
                    new Origin.Assumption("they last longer than that", "enter events.ended_on when they are over")));
        }
        because.addAll(more);
        return new Length(
                DisruptionLength.lognormal(mean, cv),
                new Figure(StockpileNames.DISRUPTION_DAYS, mean, Unit.DAYS, ObservedLength.FORMULA, because));
    }

    private static Finding model(double rate, double meanDays, SupplyFailures failures, List<Explanation> because) {
        Figure down = new Figure("downDaysPerYear", rate * meanDays, Unit.DAYS, DOWN, lastTwo(because));
        if (failures instanceof FrequentFailures) {
            return Finding.of(
                    "disruptionModel",
                    "FREQUENT",
                    MODEL,
                    down,
                    Finding.of(
                            "disruptionsNotRare",
                            "yes",
                            new Origin.Assumption(
                                    "frequency times mean length is 120 days a year or more: supply that is down so often is no "
                                            + "rare event, so base stock with disruptions sizes the cover",
                                    "look for a second source; the lengths may also be those of a list that drops short ones")));
        }
        return Finding.of("disruptionModel", "RARE", MODEL, down);
    }

    private static List<Explanation> lastTwo(List<Explanation> because) {
        return List.copyOf(because.subList(because.size() - 2, because.size()));
    }
}
