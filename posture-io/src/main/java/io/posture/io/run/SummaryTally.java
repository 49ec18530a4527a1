package io.posture.io.run;

import io.posture.api.Posture;
import io.posture.api.SourcingLink;
import io.posture.api.Upstream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Adds up a run's results one by one; of an item it keeps nothing but its place among the highest risks. */
final class SummaryTally {

    private static final int TOP = 10;
    private static final Comparator<Summary.Group> MOST_ITEMS =
            Comparator.comparingLong(Summary.Group::items).reversed().thenComparing(Summary.Group::name);

    private final Map<String, Sums> postures = new LinkedHashMap<>();
    private final Map<String, Sums> policies = new TreeMap<>();
    private final Map<String, Sums> segments = new LinkedHashMap<>();
    private final Map<String, Sums> sourcing = new TreeMap<>();
    private final Map<String, Sums> undecided = new TreeMap<>();
    private final Map<String, Sums> failedSteps = new TreeMap<>();
    private final Map<String, Sums> grades = new LinkedHashMap<>();
    private final Map<String, Sums> methods = new TreeMap<>();
    private final Sums leanRun = new Sums();
    private final HistoryTally history = new HistoryTally();
    private final StrategicTally strategic = new StrategicTally();
    private final LeanCandidates candidates;
    private final RiskPareto pareto;
    private final Map<String, PlaceSums> places = new TreeMap<>();
    private final List<Summary.TopRisk> topRisks = new ArrayList<>();
    private final Map<ItemResult.Status, Long> byStatus = new EnumMap<>(ItemResult.Status.class);

    /** Sums over the items of a group. Items arrive in a fixed order, so plain sums are always the same. */
    private static final class Sums {
        private long items;
        private double annualValue;
        private double stockValue;

        void add(ItemResult result) {
            items++;
            annualValue += result.annualValue().orElse(0);
            stockValue += result.averageStockValue().orElse(0);
        }

        Summary.Group named(String name) {
            return new Summary.Group(name, items, annualValue, stockValue);
        }
    }

    private static final class PlaceSums {
        private final String kind;
        private final String place;
        private long items;
        private int suppliers;
        private double annualValue;

        PlaceSums(String kind, String place) {
            this.kind = kind;
            this.place = place;
        }
    }

    SummaryTally(LeanCandidates candidates, RiskPareto pareto) {
        this.candidates = candidates;
        this.pareto = pareto;
        for (Posture posture : Posture.values()) {
            postures.put(posture.code(), new Sums());
        }
        for (String abc : List.of("A", "B", "C")) {
            for (String risk : List.of("HIGH", "MEDIUM", "LOW")) {
                segments.put(abc + " " + risk, new Sums());
            }
        }
        for (DataGrade grade : DataGrade.values()) {
            grades.put(grade.name(), new Sums());
        }
    }

    void add(ItemResult result) {
        byStatus.merge(result.status(), 1L, Long::sum);
        String posture = result.posture().isEmpty() ? result.status().name() : result.posture();
        sums(postures, posture).add(result);
        sums(grades, result.grade().name()).add(result);
        if (!result.policy().isEmpty()) {
            sums(policies, result.policy()).add(result);
        }
        if (!result.missingFacts().isEmpty()) {
            sums(undecided, String.join(", ", result.missingFacts())).add(result);
        }
        if (!MethodSentence.method(result).isEmpty()) {
            sums(methods, MethodSentence.method(result)).add(result);
        }
        if (result.leanRun()) {
            leanRun.add(result);
        }
        history.add(result.profile());
        strategic.add(result);
        candidates.add(result);
        pareto.add(result);
        result.failure().ifPresent(failed -> sums(failedSteps, failed.step()).add(result));
        if (!result.code("abc").isEmpty() && !result.code("risk").isEmpty()) {
            sums(segments, result.code("abc") + " " + result.code("risk")).add(result);
        }
        if (!result.code("sourcing").isEmpty()) {
            sums(sourcing, result.code("sourcing")).add(result);
            addPlace(result);
        }
        addRisk(result);
    }

    RunCounts counts() {
        long decided = byStatus.getOrDefault(ItemResult.Status.DECIDED, 0L);
        long open = byStatus.getOrDefault(ItemResult.Status.UNDECIDED, 0L);
        long failed = byStatus.getOrDefault(ItemResult.Status.FAILED, 0L);
        return new RunCounts(decided + open + failed, decided, open, failed);
    }

    Summary summary(RunFacts facts, List<Summary.Section> sections) {
        return new Summary(
                facts.runId(),
                facts.policy().currency(),
                counts(),
                groups(postures),
                byItems(policies),
                groups(segments),
                byItems(sourcing),
                concentrations(),
                byItems(methods),
                leanRun.named("lean run"),
                candidates.answers(),
                history.history(),
                pareto.losses(),
                strategic.strategic(),
                topRisks,
                byItems(undecided),
                byItems(failedSteps),
                groups(grades),
                sections,
                InputSummary.of(facts.imported()));
    }

    private void addRisk(ItemResult result) {
        if (result.score("risk", "risk").isEmpty()) {
            return;
        }
        double risk = result.score("risk", "risk").getAsDouble();
        int at = 0;
        while (at < topRisks.size() && topRisks.get(at).risk() >= risk) {
            at++;
        }
        if (at < TOP) {
            topRisks.add(
                    at,
                    new Summary.TopRisk(
                            result.id(),
                            risk,
                            result.posture(),
                            result.policy(),
                            result.reason(),
                            result.annualValue()));
        }
        if (topRisks.size() > TOP) {
            topRisks.remove(TOP);
        }
    }

    private void addPlace(ItemResult result) {
        boolean plant = result.code("sourcing").equals("CONCENTRATED_SITE");
        if (!plant && !result.code("sourcing").equals("CONCENTRATED_COUNTRY")) {
            return;
        }
        List<SourcingLink> used = result.profile().supply().used();
        String place = used.stream()
                .flatMap(link -> plant ? link.upstream().stream().map(Upstream::id) : countries(link))
                .filter(name -> !name.isEmpty())
                .sorted()
                .findFirst()
                .orElse("not named");
        String kind = plant ? "plant" : "country";
        PlaceSums sums = places.computeIfAbsent(kind + " " + place, key -> new PlaceSums(kind, place));
        sums.items++;
        sums.suppliers = Math.max(sums.suppliers, used.size());
        sums.annualValue += result.annualValue().orElse(0);
    }

    private static Stream<String> countries(SourcingLink link) {
        return Stream.concat(
                link.upstream().stream().map(Upstream::country),
                link.upstream().isEmpty() ? Stream.of(link.supplier().country()) : Stream.empty());
    }

    private List<Summary.Concentration> concentrations() {
        return places.values().stream()
                .map(sums ->
                        new Summary.Concentration(sums.kind, sums.place, sums.items, sums.suppliers, sums.annualValue))
                .sorted(Comparator.comparingLong(Summary.Concentration::items)
                        .reversed()
                        .thenComparing(Summary.Concentration::kind)
                        .thenComparing(Summary.Concentration::place))
                .toList();
    }

    private static Sums sums(Map<String, Sums> groups, String name) {
        return groups.computeIfAbsent(name, key -> new Sums());
    }

    private static List<Summary.Group> groups(Map<String, Sums> groups) {
        return groups.entrySet().stream()
                .map(entry -> entry.getValue().named(entry.getKey()))
                .toList();
    }

    private static List<Summary.Group> byItems(Map<String, Sums> groups) {
        return groups(groups).stream().sorted(MOST_ITEMS).toList();
    }
}
