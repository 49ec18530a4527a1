package io.posture.io.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posture.api.ItemId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The economics of the items of a finished run, read back without deciding again. */
public final class RunEconomics {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RunEconomics() {}

    /**
     * The figures of all items, in the order of their keys.
     *
     * @param folder of a run
     * @throws RunFolderRefusedException if the run was written by a version that did not write them, or is damaged
     * @throws java.io.UncheckedIOException if the disk refuses
     */
    public static List<ItemEconomics> read(Path folder) {
        Path file = folder.resolve(RunFiles.PROPOSALS);
        List<ItemEconomics> items = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                JsonNode proposal = JSON.readTree(line);
                if (!proposal.path("economics").isObject()) {
                    throw new RunFolderRefusedException(
                            file + " line " + number
                                    + " has no economics: the run is of an earlier version. Maybe decide again: posture assess");
                }
                items.add(item(proposal, proposal.path("economics")));
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException | IllegalArgumentException broken) {
            throw new RunFolderRefusedException(file + " is damaged. Maybe: posture verify " + folder);
        } catch (IOException problem) {
            throw Disk.failed("read", file, problem);
        }
        return items;
    }

    private static ItemEconomics item(JsonNode proposal, JsonNode economics) {
        List<ItemEconomics.Supply> sources = new ArrayList<>();
        for (JsonNode source : economics.path("sources")) {
            sources.add(new ItemEconomics.Supply(
                    source.path("supplier").asText(),
                    source.path("region").asText(""),
                    source.path("share").doubleValue(),
                    number(source.path("exposed_share")),
                    ExposedSupply.readLaw(source.path("failures"))));
        }
        return new ItemEconomics(
                new ItemId(
                        proposal.path("item_id").asText(),
                        economics.path("location").asText()),
                economics.path("policy").asText(),
                economics.path("vital").asBoolean(),
                number(proposal.path("unit_cost")),
                economics.path("carrying_rate").doubleValue(),
                number(economics.path("shortage_cost")),
                number(economics.path("demand_per_day")),
                number(economics.path("order_quantity")),
                number(economics.path("sigma")),
                stock(proposal.path("safety_stock")),
                counted(economics.path("counted")),
                stock(economics.path("strategic_stock")),
                economics.path("strategic_stock").path("regulatory_minimum").doubleValue(),
                economics.path("strategic_stock").path("state").asText(""),
                number(economics.path("on_hand")),
                economics.path("days_since_issue").isNumber()
                        ? OptionalInt.of(economics.path("days_since_issue").intValue())
                        : OptionalInt.empty(),
                economics.path("critical_spare").asBoolean(),
                ExposedSupply.read(economics.path("exposed")),
                sources);
    }

    private static ItemEconomics.Stock stock(JsonNode pair) {
        return new ItemEconomics.Stock(number(pair.path("current")), number(pair.path("proposed")));
    }

    private static Optional<ItemEconomics.Counted> counted(JsonNode demand) {
        return demand.isObject()
                ? Optional.of(new ItemEconomics.Counted(
                        demand.path("mean").doubleValue(),
                        demand.path("variance").doubleValue()))
                : Optional.empty();
    }

    static OptionalDouble number(JsonNode node) {
        return node.isNumber() ? OptionalDouble.of(node.doubleValue()) : OptionalDouble.empty();
    }
}
