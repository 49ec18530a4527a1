package io.posture.strategies;

import io.posture.api.Confidence;
import io.posture.api.DemandProfile;
import io.posture.api.Item;
import io.posture.api.LeadTime;
import io.posture.api.Segment;
import io.posture.api.Service;
import io.posture.api.SizedItem;
import io.posture.api.SourcingLink;
import io.posture.api.SupplyProfile;
import io.posture.api.Upstream;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the facts of the decision from an item, and keeps for each lean test the node that proves it. */
final class ItemEvidence {

    private static final Origin.Formula CV =
            new Origin.Formula("supply.leadTimeCv.1", "sd of the lead time / its mean", "DOMAIN B.1");
    private static final Origin.Formula MONTHLY_CV =
            new Origin.Formula("demand.stats.1", "sample sd / mean of monthly demand", "DOMAIN A.2");
    private static final Origin.Formula WEEKS = new Origin.Formula(
            "demand.weeks.1", "buckets * days per bucket / 7; a month is 365/84 weeks", "DOMAIN D.3");
    private static final Origin.Formula HOME_RELIEF = new Origin.Formula(
            "policy.homeRelief.1",
            "SRI high - relief * region * (1 - min(1, geopolitical / cushionRegionRisk))",
            "DOMAIN D.3");
    private static final Finding NO_LEAD_TIME =
            Finding.unknown("leadTimeDays", "deliver receipts or a contract lead time");
    private static final Finding NO_LEAD_TIME_CV = Finding.unknown("leadTimeCv", "deliver receipts with order dates");
    private static final Finding NO_SERVICE = Finding.unknown("otifLower", "deliver receipts with promised dates");
    private static final Finding NO_CRITICALITY =
            Finding.unknown("criticality", "score the consequences of a shortage");
    private static final List<String> SRI_COMPONENTS = List.of(
            "sriSource",
            "sriRegion",
            "sriGeopolitical",
            "sriLeadTime",
            "sriLeadTimeCv",
            "sriOtif",
            "sriFinancial",
            "sriTier2");
    private static final Set<String> ONE_EFFECTIVE_SOURCE = Set.of("SINGLE_SOURCE", "CONCENTRATED_SITE");
    private static final String CRITICAL_SPARE = "CRITICAL_SPARE";
    private static final List<JitTest> TESTS = List.of(JitTest.values());
    private static final double SLACK = 1e-9;
    private static final double ALTERNATE_TAKES_OFF = 0.5;

    private final SizedItem item;
    private final MatrixConfig config;
    private final SettingFigures settings;
    private final Segment sri;
    private final Optional<Figure> leadTimeMean;
    private final Figure buckets;
    private final Map<JitTest, Explanation> nodes = new EnumMap<>(JitTest.class);

    ItemEvidence(SizedItem item, MatrixConfig config, SettingFigures settings) {
        this.item = item;
        this.config = config;
        this.settings = settings;
        this.sri = item.segment(config.sriStep());
        this.leadTimeMean = item.profile().supply().leadTime().map(LeadTime::meanFigure);
        this.buckets = item.profile().demand().bucketsFigure();
        Origin.Input demandRows = new Origin.Input(
                "demand.quantity", item.profile().demand().rows().toString());
        for (JitTest test : TESTS) {
            nodes.put(test, read(test, demandRows));
        }
    }

    /** The mean lead time of the item, confirmed or not; empty if it has none. */
    Optional<Figure> leadTimeMean() {
        return leadTimeMean;
    }

    /** The number of buckets of the demand history. */
    Figure buckets() {
        return buckets;
    }

    /** The fact a test looks at, or a finding that it is unknown. */
    Explanation node(JitTest test) {
        return Objects.requireNonNull(nodes.get(test));
    }

    Facts facts() {
        return new Facts(
                new Facts.Standing(
                        item.profile().state(),
                        maintenance(),
                        criticalSpare(),
                        item.segment(config.abcStep()).code()),
                risk(),
                sources(),
                tests(),
                Set.of(),
                safetyStockDays());
    }

    private boolean maintenance() {
        String code = item.segment(config.mroStep()).code();
        return code.equals("MRO") || code.equals(CRITICAL_SPARE);
    }

    private boolean criticalSpare() {
        return item.segment(config.mroStep()).code().equals(CRITICAL_SPARE);
    }

    private OptionalDouble safetyStockDays() {
        OptionalDouble pieces = item.pieces(SizedItem.SAFETY_STOCK);
        double perDay = item.profile().demand().meanPerDay();
        return pieces.isPresent() && perDay > 0
                ? OptionalDouble.of(pieces.getAsDouble() / perDay)
                : OptionalDouble.empty();
    }

    private Facts.Risk risk() {
        Segment risk = item.segment(config.riskStep());
        Segment criticality = item.segment(config.criticalityStep());
        OptionalDouble known = criticality.findScore("criticality");
        double sriValue = sri.figure("sri").value();
        RiskLevel calculated = RiskLevel.of(risk.code());
        OptionalDouble value = risk.findScore("risk");
        return new Facts.Risk(
                Facts.Risk.held(calculated, value, item.profile().earlierRisk()),
                calculated,
                item.profile().earlierRisk(),
                value,
                setting(risk, "high"),
                setting(risk, "medium"),
                known,
                known.orElseGet(() -> criticality.figure("assumedCriticality").value()),
                sriValue,
                sri.findScore("sriLow").orElse(sriValue),
                missingSri(),
                sourcePoints());
    }

    private List<String> missingSri() {
        List<String> missing = new ArrayList<>();
        for (String component : SRI_COMPONENTS) {
            if (sri.findScore(component).isEmpty()) {
                missing.add(component);
            }
        }
        return missing;
    }

    /** Points that a qualified alternate takes off the index. */
    private double sourcePoints() {
        if (item.profile().supply().hasQualifiedAlternate()) {
            return 0; // taken off already
        }
        return sri.findFigure("sriSource")
                .flatMap(source -> source.find("weight")
                        .filter(Figure.class::isInstance)
                        .map(weight -> 100 * ((Figure) weight).value() * source.value() * ALTERNATE_TAKES_OFF))
                .orElse(0.0);
    }

    private Facts.Sources sources() {
        Segment sourcing = item.segment(config.sourcingStep());
        OptionalDouble alternates = sourcing.findScore("independentAlternates");
        return new Facts.Sources(
                ONE_EFFECTIVE_SOURCE.contains(sourcing.code()),
                alternates.isPresent()
                        ? alternates.getAsDouble() > 0
                        : item.profile().supply().hasQualifiedAlternate(),
                sri.findScore("sriRegion").orElse(0) >= 1 - SLACK,
                domestic(),
                sri.findScore("sriGeopolitical"));
    }

    private JitEligibility.Inputs tests() {
        return new JitEligibility.Inputs(
                Optional.of(item.profile().demand().demandClass().name()),
                number(JitTest.MONTHLY_CV),
                Optional.of(item.profile().demand().seasonal()),
                number(JitTest.LEAD_TIME),
                number(JitTest.LEAD_TIME_CV),
                number(JitTest.OTIF),
                number(JitTest.SRI),
                number(JitTest.CRITICALITY),
                number(JitTest.EQUIPMENT),
                item.profile().item().internalSupply(),
                Optional.of(maintenance()),
                number(JitTest.DEMAND_HISTORY),
                number(JitTest.RECEIPT_HISTORY),
                Optional.empty());
    }

    /** The number a test looks at; empty if it is unknown. */
    OptionalDouble number(JitTest test) {
        return node(test) instanceof Figure figure ? OptionalDouble.of(figure.value()) : OptionalDouble.empty();
    }

    private Explanation read(JitTest test, Origin.Input demandRows) {
        Item master = item.profile().item();
        DemandProfile demand = item.profile().demand();
        SupplyProfile supply = item.profile().supply();
        return switch (test) {
            case DEMAND_CLASS -> Finding.of("demandClass", demand.demandClass().name(), demandRows);
            case MONTHLY_CV ->
                demand.monthlyCv().isPresent()
                        ? Figure.of(
                                "monthlyCv",
                                demand.monthlyCv().getAsDouble(),
                                Unit.NONE,
                                MONTHLY_CV,
                                Figure.of("months", demand.months(), Unit.COUNT, demandRows))
                        : Finding.unknown("monthlyCv", "deliver two or more full months with demand");
            case SEASONAL -> Finding.of("seasonal", demand.seasonal() ? "yes" : "no", demandRows);
            case LEAD_TIME -> confirmedLeadTime().isPresent() ? leadTimeMean.orElseThrow() : NO_LEAD_TIME;
            case LEAD_TIME_CV -> leadTimeCv();
            case OTIF -> service().<Explanation>map(Service::lowerFigure).orElse(NO_SERVICE);
            case SRI -> sriHigh();
            case CRITICALITY ->
                item.segment(config.criticalityStep())
                        .findFigure("criticality")
                        .<Explanation>map(figure -> figure)
                        .orElse(NO_CRITICALITY);
            case EQUIPMENT -> equipment(master);
            case MRO -> item.segment(config.mroStep()).reason();
            case DEMAND_HISTORY ->
                Figure.of(
                        "demandWeeks",
                        demand.history().length() * demand.history().bucket().days() / 7,
                        Unit.COUNT,
                        WEEKS,
                        buckets);
            case RECEIPT_HISTORY ->
                Figure.of(
                        "receipts",
                        supply.receipts(),
                        Unit.COUNT,
                        new Origin.Input(
                                "receipts",
                                supply.leadTime()
                                        .map(LeadTime::rows)
                                        .map(Object::toString)
                                        .orElse("")));
        };
    }

    /** The lead time, unless it is only borrowed from other items: a lean line needs one of its own or a contract. */
    private Optional<LeadTime> confirmedLeadTime() {
        return item.profile()
                .supply()
                .leadTime()
                .filter(lead ->
                        lead.confidence() != Confidence.ASSUMED || lead.pool().equals("contract"));
    }

    /** The variation of a confirmed lead time; an agreed one has none that anybody saw. */
    private Explanation leadTimeCv() {
        Optional<LeadTime> lead = confirmedLeadTime()
                .filter(time ->
                        time.confidence() != Confidence.ASSUMED && time.cv().isPresent());
        return lead.isPresent()
                ? Figure.of(
                        "leadTimeCv",
                        lead.get().cv().orElseThrow(),
                        Unit.NONE,
                        CV,
                        lead.get().sdFigure(),
                        leadTimeMean.orElseThrow())
                : NO_LEAD_TIME_CV;
    }

    /** The lowest service among the suppliers with a notable share; empty if one of them has none. */
    private Optional<Service> service() {
        List<SourcingLink> used = item.profile().supply().used();
        double total = 0;
        for (SourcingLink link : used) {
            total += link.share();
        }
        List<SourcingLink> notable = new ArrayList<>(used.size());
        for (SourcingLink link : used) {
            if (link.share() >= config.otifShare() * total - SLACK) {
                notable.add(link);
            }
        }
        return lowest(notable.isEmpty() ? used : notable);
    }

    private static Optional<Service> lowest(List<SourcingLink> links) {
        Optional<Service> lowest = Optional.empty();
        for (SourcingLink link : links) {
            Optional<Service> service = link.service();
            if (service.isEmpty()) {
                return service;
            }
            if (lowest.isEmpty() || service.get().lower05() < lowest.get().lower05()) {
                lowest = service;
            }
        }
        return lowest;
    }

    private Explanation sriHigh() {
        Figure high = sri.figure("sriHigh");
        OptionalDouble region = sri.findScore("sriRegion");
        OptionalDouble politics = sri.findScore("sriGeopolitical");
        if (!domestic() || region.isEmpty() || politics.isEmpty()) {
            return high;
        }
        double relief = config.homeRelief()
                * region.getAsDouble()
                * (1 - Math.min(1, politics.getAsDouble() / config.cushionRegionRisk()));
        return Figure.of(
                "sriHighRelieved",
                high.value() - relief,
                Unit.SCORE,
                HOME_RELIEF,
                high,
                settings.homeRelief(),
                sri.figure("sriRegion"),
                sri.figure("sriGeopolitical"),
                settings.homeCountry());
    }

    /** Whether every supplier and every mapped place is known to be in the own country. */
    private boolean domestic() {
        String home = config.homeCountry();
        List<SourcingLink> used = item.profile().supply().used();
        if (home.isEmpty() || used.isEmpty()) {
            return false;
        }
        Stream<String> countries = used.stream()
                .flatMap(link -> Stream.concat(
                        Stream.of(link.supplier().country()),
                        link.upstream().stream().map(Upstream::country)));
        return countries.allMatch(home::equals);
    }

    private static Explanation equipment(Item master) {
        if (!master.internalSupply()) {
            return Finding.of(
                    "internalSupply",
                    "not marked",
                    new Origin.Input(
                            "item_locations.internal_supply", master.rows().toString()));
        }
        return master.processReliability().isPresent()
                ? Figure.of(
                        "processReliability",
                        master.processReliability().getAsDouble(),
                        Unit.SHARE,
                        new Origin.Input(
                                "item_locations.process_reliability",
                                master.rows().toString()))
                : Finding.unknown("processReliability", "deliver item_locations.process_reliability");
    }

    private static OptionalDouble setting(Segment segment, String name) {
        for (Explanation node : segment.reason().because()) {
            if (node instanceof Figure figure
                    && figure.name().equals(name)
                    && figure.origin() instanceof Origin.Parameter) {
                return OptionalDouble.of(figure.value());
            }
        }
        return OptionalDouble.empty();
    }
}
