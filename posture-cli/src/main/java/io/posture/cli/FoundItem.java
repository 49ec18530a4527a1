package io.posture.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posture.api.ItemId;
import io.posture.io.run.Explanations;
import io.posture.io.run.RunFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An item of a run, found by what a user called it.
 *
 * @param id its key
 * @param json its line of {@code explanations.jsonl}
 */
record FoundItem(ItemId id, String json) {

    private static final int SHOWN = 10;

    /**
     * Finds an item.
     *
     * @param folder the folder of the run, as the user wrote it
     * @param item its key, KEY @ LOCATION, or a part of the key that no other item has
     * @param command the command that asks, for messages
     * @param console is told if an earlier run was put back
     * @throws CommandException if there is no run, or not exactly one such item
     */
    static FoundItem in(Path folder, String item, String command, Console console) {
        RunFolder run = RunOption.run(folder, command, console);
        Explanations.Search search = new Explanations(run.path()).find(item);
        if (search instanceof Explanations.Search.Found found) {
            return new FoundItem(key(found.json()), found.json());
        }
        throw new CommandException(ExitCode.USAGE, unclear(folder, item, (Explanations.Search.Unclear) search));
    }

    private static ItemId key(String json) {
        try {
            JsonNode line = new ObjectMapper().readTree(json);
            return new ItemId(line.path("item").asText(), line.path("location").asText());
        } catch (JsonProcessingException broken) {
            throw new CommandException(
                    ExitCode.USAGE, "the explanations of the run cannot be read. Maybe: posture verify", broken);
        }
    }

    private static String unclear(Path folder, String item, Explanations.Search.Unclear search) {
        List<String> names = search.names();
        String shown = names.stream().limit(SHOWN).map(name -> "\n  " + name).collect(Collectors.joining());
        String more = names.size() > SHOWN ? "\n  and " + (names.size() - SHOWN) + " more" : "";
        if (search.contained()) {
            return names.size() + " items have '" + item + "' in their key. Maybe one of:" + shown + more;
        }
        return "no item '" + item + "' in " + folder + "."
                + (names.isEmpty()
                        ? " Its items are in the column item_id of register.csv."
                        : " Maybe one of:" + shown);
    }
}
