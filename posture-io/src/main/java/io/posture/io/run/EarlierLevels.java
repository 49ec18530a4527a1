package io.posture.io.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posture.api.ItemId;
import io.posture.io.EarlierRisks;
import io.posture.io.policy.ReviewPolicy;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the risk levels that a run has to hold from {@link RunFiles#REVIEW} of the run in its folder: those after that run if it is of
 * an earlier day, else those that it started from itself, so that a rerun of the same day decides the same.
 */
public final class EarlierLevels {

    private static final String AFTER = "after";
    private static final String BEFORE = "before";

    private final JsonFactory json = new JsonFactory();
    private final String part;
    private final Map<ItemId, Integer> reviewsBelow = new HashMap<>();

    private EarlierLevels(String part) {
        this.part = part;
    }

    /**
     * The levels; none if the folder has no run of an earlier day and knows of none.
     *
     * @param folder of the run that is there now
     * @param asOf day of the run that asks
     * @param policy when a level may fall
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static EarlierRisks read(Path folder, LocalDate asOf, ReviewPolicy policy) {
        Path file = folder.resolve(RunFiles.REVIEW);
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String first = lines.readLine();
            var head = new ObjectMapper().readTree(first == null ? "{}" : first);
            if (!head.path("schema").asText().equals(ReviewMemoryFile.SCHEMA)) {
                return EarlierRisks.NONE;
            }
            Optional<LocalDate> day = JsonNumbers.day(head, "as_of").filter(asOf::isAfter);
            String part = day.isPresent() ? AFTER : BEFORE;
            day = day.or(() -> JsonNumbers.day(head, "previous_as_of").filter(asOf::isAfter));
            if (day.isEmpty()) {
                return EarlierRisks.NONE;
            }
            EarlierLevels levels = new EarlierLevels(part);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                levels.add(line);
            }
            return EarlierRisks.of(day.get(), levels.reviewsBelow, policy.exit(), policy.confirm());
        } catch (NoSuchFileException none) {
            return EarlierRisks.NONE;
        } catch (IOException problem) {
            throw Disk.failed("read", file, problem);
        }
    }

    /** A line may be long and only three values of it count. */
    private void add(String line) throws IOException {
        try (JsonParser parser = json.createParser(line)) {
            String item = "";
            String location = "";
            String level = "";
            int below = 0;
            parser.nextToken();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                if (name.equals("item")) {
                    item = parser.getText();
                } else if (name.equals("location")) {
                    location = parser.getText();
                } else if (name.equals(part)) {
                    for (String fact = parser.nextFieldName(); fact != null; fact = parser.nextFieldName()) {
                        JsonToken value = parser.nextToken();
                        if (fact.equals("level")) {
                            level = parser.getText();
                        } else if (fact.equals("reviews_below") && value.isNumeric()) {
                            below = parser.getIntValue();
                        } else {
                            parser.skipChildren();
                        }
                    }
                } else {
                    parser.skipChildren();
                }
            }
            if (!item.isEmpty() && level.equals("HIGH")) {
                reviewsBelow.put(new ItemId(item, location), below);
            }
        }
    }
}
