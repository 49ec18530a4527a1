package io.posture.io.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posture.api.EarlierPlan;
import io.posture.api.EarlierRisk;
import io.posture.api.ItemId;
import io.posture.io.DoneReview;
import io.posture.io.EarlierItems;
import io.posture.io.Import;
import io.posture.io.ReviewDays;
import io.posture.io.policy.ReviewPolicy;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the run of an earlier day left that {@link EarlierRun} names: the risk levels that a run has to hold, and since when plans of
 * stockpiles hold. Read from {@link RunFiles#REVIEW} of the run in the folder, which is that run or a rerun that looked back to it
 * itself.
 */
public final class EarlierDay {

    private static final String HIGH = "HIGH";

    private EarlierDay() {}

    /**
     * An input with what that run left; without anything if the folder has no run of an earlier day and knows of none.
     *
     * @param folder of the run that is there now
     * @param read the input
     * @param policy when a level may fall
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static Import in(Path folder, Import read, ReviewPolicy policy) {
        return read.after(read(folder, read.population().asOf(), read.records().reviews(), policy));
    }

    static EarlierItems read(Path folder, LocalDate asOf, List<DoneReview> done, ReviewPolicy policy) {
        Optional<ReviewMemoryFile.Head> head = ReviewMemoryFile.head(folder);
        boolean direct = head.filter(run -> run.asOf().isBefore(asOf)).isPresent();
        Optional<LocalDate> day = direct
                ? head.map(ReviewMemoryFile.Head::asOf)
                : head.flatMap(ReviewMemoryFile.Head::earlier)
                        .map(EarlierRun::asOf)
                        .filter(asOf::isAfter);
        if (day.isEmpty()) {
            return EarlierItems.NONE;
        }
        // what is reviewed on the day of the run itself counts from the next run on, so that a rerun decides the same
        ReviewDays reviews = new ReviewDays(done, asOf.minusDays(1));
        Map<ItemId, EarlierRisk> high = new HashMap<>();
        Map<ItemId, EarlierPlan> plans = new HashMap<>();
        Path file = folder.resolve(RunFiles.REVIEW);
        ObjectMapper mapper = new ObjectMapper();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode node = mapper.readTree(line.contains(HIGH) || line.contains(ReviewMemory.PLAN) ? line : "{}");
                if (node.has("item")) {
                    ItemId id = new ItemId(
                            node.path("item").asText(), node.path("location").asText());
                    ReviewMemory.Item item = ReviewMemoryRows.item(id, node);
                    Optional<ReviewMemory.Facts> then = direct ? Optional.of(item.facts()) : item.before();
                    then.flatMap(ReviewMemory.Facts::plan).ifPresent(plan -> plans.put(id, plan));
                    then.filter(facts -> facts.standing().level().equals(HIGH))
                            .ifPresent(facts -> high.put(
                                    id,
                                    new EarlierRisk(
                                            day.get(),
                                            true,
                                            facts.standing().reviewsBelow(),
                                            policy.exit(),
                                            policy.confirm(),
                                            facts.counts(id, asOf, reviews, policy))));
                }
            }
        } catch (IOException problem) {
            throw Disk.failed("read", file, problem);
        }
        return EarlierItems.of(day.get(), high, plans, policy.exit(), policy.confirm());
    }
}
