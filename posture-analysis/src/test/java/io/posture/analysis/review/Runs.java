package io.posture.analysis.review;

import io.posture.core.FailurePolicy;
import io.posture.core.Parallelism;
import io.posture.core.PostureEngine;
import io.posture.core.plugin.PluginCatalog;
import io.posture.io.DataSet;
import io.posture.io.Import;
import io.posture.io.Importer;
import io.posture.io.policy.Policy;
import io.posture.io.run.BesideRun;
import io.posture.io.run.EarlierDay;
import io.posture.io.run.EarlierRun;
import io.posture.io.run.KeyFigureFile;
import io.posture.io.run.ReviewMemory;
import io.posture.io.run.ReviewMemoryFile;
import io.posture.io.run.RunClock;
import io.posture.io.run.RunFacts;
import io.posture.io.run.RunFolder;
import io.posture.io.run.RunInputs;
import io.posture.io.run.RunManifest;
import io.posture.io.run.RunWriter;
import io.posture.io.source.ReadingProgress;
import io.posture.review.ReviewReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Runs on canonical tables in a folder, one after another into another folder, with all shipped plugins. */
final class Runs {

    static final Path STRATEGIC_STOCK = Path.of("../examples/strategic-stock");

    private static final String COMMA_OUTSIDE_QUOTES = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

    private final Path data;
    private final Path out;
    private Policy policy = Policy.standard();

    private Runs(Path data, Path out) {
        this.data = data;
        this.out = out;
    }

    /** Items {@code bolt}, {@code nut} and {@code washer} of supplier V1 with demand from January to October 2026. */
    static Runs of(Path work) {
        Runs runs = new Runs(work.resolve("data"), work.resolve("out"));
        StringBuilder demand = new StringBuilder("item_id,date,quantity\n");
        StringBuilder receipts = new StringBuilder(
                "po,item_id,supplier_id,order_date,promised_date,receipt_date,ordered_qty,received_qty\n");
        LocalDate monday = LocalDate.of(2026, 1, 5);
        int order = 0;
        for (String item : List.of("bolt", "nut", "washer")) {
            for (int week = 0; week < 40; week++) {
                demand.append(String.join(
                        ",", item, monday.plusWeeks(week).toString(), String.valueOf(10 + week % 3) + "\n"));
            }
            for (int time = 0; time < 6; time++) {
                LocalDate day = monday.plusWeeks(4 + 5L * time);
                receipts.append(String.join(
                        ",",
                        "P" + ++order,
                        item,
                        "V1",
                        day.toString(),
                        day.plusDays(10).toString(),
                        day.plusDays(9 + time % 2).toString(),
                        "50,50\n"));
            }
        }
        return runs.write("items.csv", "item_id,unit_cost", "bolt,4", "nut,3", "washer,6")
                .write("demand.csv", demand.toString())
                .write("receipts.csv", receipts.toString())
                .write("suppliers.csv", "supplier_id,name,country", "V1,Acme,DE");
    }

    /** The example of strategic stock with its policy. */
    static Runs ofStrategicStock(Path work) {
        Runs runs = new Runs(STRATEGIC_STOCK, work.resolve("out"));
        runs.policy = Policy.read(STRATEGIC_STOCK.resolve("posture.yaml"));
        return runs;
    }

    /** Later runs with another word in the policy of the example. */
    Runs with(String word, String other) {
        try {
            return rules(
                    Files.readString(STRATEGIC_STOCK.resolve("posture.yaml")).replace(word, other));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Later runs with a policy. */
    Runs rules(String yaml) {
        Path file = out.resolveSibling("posture.yaml");
        write(file, yaml);
        policy = Policy.read(file);
        return this;
    }

    /** Other runs on the same data. */
    Runs into(Path other) {
        Runs runs = new Runs(data, other);
        runs.policy = policy;
        return runs;
    }

    /** Writes a table of the data. */
    Runs write(String table, String... lines) {
        return write(data.resolve(table), lines);
    }

    /** Writes what somebody set by hand: item, field, value, reason, from and until. */
    Runs overrides(String... rows) {
        StringBuilder text =
                new StringBuilder("item_id,field,value,reason_code,approved_on,expires_on,rationale,approved_by");
        for (String row : rows) {
            text.append('\n').append(row).append(",why,planning");
        }
        return write(BesideRun.overrides(out), text.toString());
    }

    /** Writes reviews that were done: kind, subject and day. */
    Runs reviews(String... rows) {
        StringBuilder text = new StringBuilder("kind,subject,reviewed_on,reviewed_by");
        for (String row : rows) {
            text.append('\n').append(row).append(",planning");
        }
        return write(BesideRun.reviews(out), text.toString());
    }

    private Runs write(Path file, String... lines) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, String.join("\n", lines) + "\n");
            return this;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** What is done with the input and the engine of a run. */
    interface Use {

        void with(Import imported, PostureEngine engine, RunFacts facts);
    }

    /** Decides on the day of the policy, or of the data. */
    void use(Use use) {
        use(policy, use);
    }

    private void use(Policy rules, Use use) {
        try (PluginCatalog catalog = PluginCatalog.inspect(Runs.class.getClassLoader(), Optional.empty())) {
            Policy seeded = rules.withSeed(catalog, 1);
            PostureEngine engine = PostureEngine.builder(seeded.pipeline(), catalog)
                    .onFailure(FailurePolicy.FAIL)
                    .parallelism(new Parallelism(1))
                    .build();
            Import read = Importer.read(
                    DataSet.of(List.of(data.toString())).withRecords(BesideRun.overrides(out), BesideRun.reviews(out)),
                    seeded.profile(),
                    ReadingProgress.NONE,
                    seeded.review().emergencyDays());
            Import imported = EarlierDay.in(out, read, seeded.review());
            use.with(
                    imported,
                    engine,
                    RunFacts.of("test", imported, seeded, catalog, FailurePolicy.FAIL, 1)
                            .after(EarlierRun.before(out, imported.population().asOf())));
        }
    }

    /** Runs on a day. */
    Runs on(String day) {
        return run(policy.withProfile(policy.profile().withAsOf(LocalDate.parse(day))));
    }

    /** Runs on the day of the policy, or of the data. */
    Runs run() {
        return run(policy);
    }

    private Runs run(Policy rules) {
        use(rules, (imported, engine, facts) -> {
            try (RunFolder.Claim claim = RunFolder.at(out).claim(notice -> {});
                    RunReview review = new RunReview(facts, ReviewMemoryFile.Items.open(out));
                    RunWriter writer = RunWriter.begin(
                            claim,
                            facts,
                            List.of(),
                            List.of(review, new RunKeyFigures(facts, KeyFigureFile.find(out))))) {
                engine.assess(imported::items, outcome -> writer.accept(imported.settled(outcome)));
                writer.finish(new RunClock(Instant.EPOCH, Instant.EPOCH, 1), RunInputs.ofDemo());
            }
        });
        return this;
    }

    RunManifest manifest() {
        return RunManifest.find(out).orElseThrow();
    }

    ReviewMemory memory() {
        return ReviewMemoryFile.find(out).orElseThrow();
    }

    ReviewMemory.Facts item(String sku) {
        return memory().items().entrySet().stream()
                .filter(item -> item.getKey().sku().equals(sku))
                .map(item -> item.getValue().facts())
                .findFirst()
                .orElseThrow();
    }

    /** Findings of a reason about a subject. */
    List<ReviewReport.Entry> findings(ReviewReason reason, String subject) {
        return ReviewReport.of(memory(), policy.review()).findings().stream()
                .filter(entry -> entry.reason() == reason && entry.subject().equals(subject))
                .toList();
    }

    KeyFigureFile.Row figure(String name) {
        return KeyFigureFile.find(out).orElseThrow().find(name).orElseThrow();
    }

    /** A cell of the register. */
    String register(String sku, String column) {
        try {
            List<String> lines = Files.readAllLines(out.resolve("register.csv"));
            int at = List.of(lines.get(0).split(",")).indexOf(column);
            return lines.stream()
                    .filter(line -> line.startsWith(sku + ","))
                    .map(line -> line.split(COMMA_OUTSIDE_QUOTES, -1)[at])
                    .findFirst()
                    .orElseThrow();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    String file(String name) {
        try {
            return Files.readString(out.resolve(name));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
