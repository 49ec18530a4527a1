package io.posture.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posture.api.ItemId;
import io.posture.io.run.RunFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** At which place a run decided on an item. */
final class ProposalPlaces {

    private ProposalPlaces() {}

    /** The one place, as the user's system names it; none if there are several, or nobody named one. */
    static List<String> of(Path run, ItemId item) {
        Path file = run.resolve(RunFiles.PROPOSALS);
        ObjectMapper mapper = new ObjectMapper();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode proposal = mapper.readTree(line);
                if (proposal.path("item_id").asText().equals(item.sku())) {
                    return proposal.path("places").asInt() == 1
                            ? List.of(proposal.path("location_id").asText())
                            : List.of();
                }
            }
            return List.of();
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read " + file + ": " + problem, problem);
        }
    }
}
