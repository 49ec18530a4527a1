package io.posture.io.run;

import io.posture.api.Bucket;
import io.posture.api.Counterfactual;
import io.posture.api.Item;
import io.posture.api.ItemId;
import io.posture.api.NoDecision;
import io.posture.api.Posture;
import io.posture.api.PostureDecision;
import io.posture.api.Segment;
import io.posture.api.SizedItem;
import io.posture.api.Verdict;
import io.posture.core.FailurePolicy;
import io.posture.core.Parallelism;
import io.posture.core.PipelineSpec;
import io.posture.core.PostureEngine;
import io.posture.core.Step;
import io.posture.core.plugin.PluginCatalog;
import io.posture.explain.Explanation;
import io.posture.explain.Figure;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.explain.Unit;
import io.posture.io.Import;
import io.posture.io.ItemLocations;
import io.posture.io.input.Reject;
import io.posture.io.input.RejectCode;
import io.posture.io.input.SourceAccount;
import io.posture.io.input.TableAccount;
import io.posture.io.policy.Policy;
import io.posture.io.sink.OutputFormat;
import io.posture.profile.PopulationBuilder;
import io.posture.profile.ProfileSettings;
import io.posture.spi.Contributions;
import io.posture.spi.Doc;
import io.posture.spi.PluginInfo;
import io.posture.spi.PosturePlugin;
import io.posture.spi.SegmentationScheme;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A run small enough to know every cell of: each item has a demand of 7 pieces in each of 20 weeks, a safety stock of 5
 * and a lot of 4. Items whose key contains {@code lost} are undecided, those with {@code boom} fail, those with {@code level}
 * have a maximum of 30, those with {@code lean} would be lean if their criticality were known and have a loss to expect.
 */
public final class SmallRun {

    static final Origin.Formula RULE = new Origin.Formula("small.1", "as the test says", "the test");
    static final Instant STARTED = Instant.parse("2026-11-20T10:00:00Z");
    static final Instant FINISHED = Instant.parse("2026-11-20T10:00:05Z");
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    private static final int WEEKS = 20;

    private final List<Item> items = new ArrayList<>();
    private ItemLocations locations = new ItemLocations();
    private Instant finished = FINISHED;
    private int threads = 1;
    private long seed = 1;
    private String inputFolder = "/data/";
    private List<OutputFormat> formats = List.of();

    /** A run without items. */
    public SmallRun() {}

    /** An item with a cost. */
    record Costed(ItemId id, OptionalDouble unitCost) implements Item {}

    /** The one setting of the strategy. */
    record Config(@Doc("what nobody reads") double unused) implements Serializable {
        private static final long serialVersionUID = 1;
    }

    /** An item with a cost. */
    public SmallRun item(String sku, double unitCost) {
        items.add(new Costed(ItemId.of(sku), OptionalDouble.of(unitCost)));
        return this;
    }

    /** An item without a cost. */
    public SmallRun itemWithoutCost(String sku) {
        items.add(new Costed(ItemId.of(sku), OptionalDouble.empty()));
        return this;
    }

    /** The user's system holds this today. */
    public SmallRun locations(ItemLocations today) {
        locations = today;
        return this;
    }

    SmallRun finished(Instant instant) {
        finished = instant;
        return this;
    }

    SmallRun threads(int number) {
        threads = number;
        return this;
    }

    /** Another seed makes another run. */
    public SmallRun seed(long number) {
        seed = number;
        return this;
    }

    SmallRun inputFolder(String folder) {
        inputFolder = folder;
        return this;
    }

    SmallRun formats(OutputFormat... further) {
        formats = List.of(further);
        return this;
    }

    /** Runs into a folder. */
    public Summary into(Path folder) {
        try (RunFolder.Claim claim = RunFolder.at(folder).claim(notice -> {})) {
            return into(claim);
        }
    }

    /** Runs into a folder and says which. */
    Path intoFolder(Path folder) {
        into(folder);
        return folder;
    }

    Summary into(RunFolder.Claim claim) {
        try (PluginCatalog catalog = PluginCatalog.of(new SmallPlugin())) {
            Policy policy = new Policy("", "", spec(), ProfileSettings.DEFAULTS, 0.05);
            Import imported = imported();
            RunFacts facts = RunFacts.of("1.2.3", imported, policy, catalog, FailurePolicy.FAIL, seed);
            try (RunWriter writer = RunWriter.begin(claim, facts, formats)) {
                PostureEngine.builder(policy.pipeline(), catalog)
                        .parallelism(new Parallelism(threads))
                        .build()
                        .assess(imported.population()::items, writer);
                return writer.finish(new RunClock(STARTED, finished, threads), RunInputs.ofDemo());
            }
        }
    }

    private Import imported() {
        PopulationBuilder population = new PopulationBuilder(ProfileSettings.DEFAULTS);
        for (Item item : items) {
            population.item(item);
            for (int week = 0; week < WEEKS; week++) {
                population.demand(item.id(), MONDAY.plusWeeks(week), Bucket.DAY, 7, 2 + week);
            }
        }
        population.source("demand", "demand.csv");
        TableAccount account = new TableAccount("demand", 10, 7, Map.of("old", 2L), 1, 0, 7);
        SourceAccount source = new SourceAccount(
                "demand.csv", inputFolder + "demand.csv", 123, "ab".repeat(32), "UTF-8", 10, List.of(account));
        Reject reject = Reject.of(
                "demand.csv",
                4,
                3,
                RejectCode.NOT_A_NUMBER,
                "=1+1",
                "quantity \"=1+1\" is not a number",
                "Fix it.",
                "a,b,=1+1");
        return new Import("small", population.build(), locations, List.of(source), List.of(reject), List.of());
    }

    static PipelineSpec spec() {
        return new PipelineSpec(
                List.of(Step.of("abc"), Step.of("risk")), Step.of("four"), Step.of("five"), Step.of("always"));
    }

    /** What the run is made of. */
    static final class SmallPlugin implements PosturePlugin {

        SmallPlugin() {}

        @Override
        public PluginInfo info() {
            return new PluginInfo("small", "9.9.9", PluginInfo.API_VERSION, "for tests");
        }

        @Override
        public void contribute(Contributions to) {
            Config config = new Config(0.5);
            to.segmentation(
                    "abc", config, any -> SegmentationScheme.perItem(item -> scored("abc", "A", "annualValue", 250.5)));
            to.segmentation(
                    "risk",
                    config,
                    any -> SegmentationScheme.perItem(item -> scored(
                            "risk",
                            "HIGH",
                            "risk",
                            item.profile().item().unitCost().orElse(0))));
            to.orderQuantity("four", config, any -> item -> pieces("orderQuantity", 4));
            to.safetyStock("five", config, any -> item -> pieces("safetyStock", 5));
            to.strategy("always", config, any -> SmallPlugin::decide);
        }

        private static Segment scored(String name, String code, String score, double value) {
            Figure figure = Figure.of(score, value, Unit.NONE, RULE);
            return new Segment(code, List.of(figure), Finding.of(name, code, RULE, figure));
        }

        private static Figure pieces(String name, double value) {
            return Figure.of(name, value, Unit.PIECES, RULE, Figure.input("shared", 1, Unit.COUNT));
        }

        private static Figure reorderPoint(String sku) {
            Figure max = Figure.of("orderUpTo", 30, Unit.PIECES, RULE);
            return sku.contains("level")
                    ? Figure.of("reorderPoint", 12.25, Unit.PIECES, RULE, max)
                    : pieces("reorderPoint", 12.25);
        }

        private static Verdict decide(SizedItem item) {
            String sku = item.id().sku();
            if (sku.contains("boom")) {
                throw new IllegalStateException("boom on " + sku);
            }
            Finding assumed = Finding.of("guess", "yes", new Origin.Assumption("nobody knows", "ask somebody"));
            if (sku.contains("lost")) {
                return new NoDecision(List.of("unitCost", "leadTime"), "Two facts are missing.", List.of(assumed));
            }
            List<Explanation> extra = sku.contains("lean")
                    ? List.of(
                            Finding.of(
                                    "leanEvidence",
                                    "criticality",
                                    RULE,
                                    Figure.of("capitalFreed", 1200, Unit.NONE, RULE)),
                            Figure.of("expectedAnnualLoss", 300, Unit.NONE, RULE))
                    : List.of();
            Figure setting = Figure.of("unused", 0.5, Unit.NONE, new Origin.Parameter("always", "unused"));
            Figure read = Figure.of(
                    "weekBuckets", 20, Unit.COUNT, new Origin.Input("demand.quantity", "demand.csv rows 2, 3"));
            return new PostureDecision(
                    item.id(),
                    Posture.HYBRID,
                    "SAFETY_STOCK",
                    "FIXTURE",
                    "=because of \"quotes\", commas\nand lines.",
                    (Figure) item.size(SizedItem.SAFETY_STOCK),
                    PostureDecision.STRATEGIC_STOCK_NOT_SIZED,
                    reorderPoint(sku),
                    (Figure) item.size(SizedItem.ORDER_QUANTITY),
                    Stream.concat(
                                    Stream.of(
                                            Finding.of("first", "passed", RULE, read, setting, assumed),
                                            Finding.of("second", "passed", RULE, read),
                                            item.segment("abc").reason()),
                                    extra.stream())
                            .toList(),
                    List.of(new Counterfactual("it is cheaper", Posture.JUST_IN_TIME, "JIT_EOQ")));
        }
    }
}
