package io.posture.io.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posture.io.input.InputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The buffers that a run proposes for an item.
 *
 * @param safetyPieces safety stock; empty if the run does not decide on the item
 * @param strategicPieces strategic stock; empty if the run proposes none
 */
public record ProposedBuffers(OptionalDouble safetyPieces, OptionalDouble strategicPieces) {

    /** Nothing is proposed. */
    public static final ProposedBuffers UNKNOWN = new ProposedBuffers(OptionalDouble.empty(), OptionalDouble.empty());

    /**
     * The buffers of the run in a folder, by the key of their item.
     *
     * @throws InputException if the file of the proposals is damaged
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static Map<String, ProposedBuffers> read(Path folder) {
        Path file = folder.resolve(RunFiles.PROPOSALS);
        Map<String, ProposedBuffers> buffers = new HashMap<>();
        ObjectMapper json = new ObjectMapper();
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                JsonNode proposal = json.readTree(line);
                buffers.put(
                        proposal.path("item_id").asText(),
                        new ProposedBuffers(
                                proposed(proposal.path("safety_stock")), proposed(proposal.path("strategic_stock"))));
            }
        } catch (JsonProcessingException damaged) {
            throw new InputException(
                    file + ":" + number + " is damaged. Maybe: posture verify " + folder + ", then posture assess",
                    damaged);
        } catch (IOException problem) {
            throw Disk.failed("read", file, problem);
        }
        return buffers;
    }

    private static OptionalDouble proposed(JsonNode quantity) {
        JsonNode proposed = quantity.path("proposed");
        return proposed.isNumber() ? OptionalDouble.of(proposed.asDouble()) : OptionalDouble.empty();
    }
}
