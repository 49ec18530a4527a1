package io.posture.io.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posture.io.run.Explanations.Search;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplanationsTest {

    @TempDir
    private Path work;

    @Test
    void everyItemIsFoundByItsKey() throws JsonProcessingException {
        SmallRun run = new SmallRun();
        for (int i = 0; i < 300; i++) {
            run.item("item " + Integer.toString(i * 7919, 36), 1);
        }
        run.item("\u00fcber", 1)
                .item("\ud83d\ude00", 1)
                .item("=1+1", 1)
                .item("A @ B", 1)
                .into(work.resolve("out"));
        for (int i = 0; i < 300; i++) {
            found("item " + Integer.toString(i * 7919, 36));
        }
        found("\u00fcber");
        found("\ud83d\ude00");
        found("=1+1");
        found("A @ B");
    }

    @Test
    void keyWithItsSiteIsFound() throws JsonProcessingException {
        new SmallRun().item("bolt", 1).into(work.resolve("out"));
        assertEquals("bolt", item(find("bolt @ DEFAULT")));
    }

    @Test
    void partOfAKeyIsEnoughIfNoOtherItemHasIt() throws JsonProcessingException {
        new SmallRun()
                .item("Seal, blue", 1)
                .item("Seal, red", 1)
                .item("=Seal, odd", 1)
                .into(work.resolve("out"));
        assertEquals("Seal, blue", item(find("BLUE")));
        assertEquals("=Seal, odd", item(find("odd")));
    }

    @Test
    void exactKeyWinsOverLongerOnes() throws JsonProcessingException {
        new SmallRun().item("4711", 1).item("4711-X", 1).into(work.resolve("out"));
        assertEquals("4711", item(find("4711")));
    }

    @Test
    void severalItemsWithThePartAreListed() {
        new SmallRun()
                .item("Seal, blue", 1)
                .item("Seal, red", 1)
                .item("Bolt", 1)
                .into(work.resolve("out"));
        assertEquals(new Search.Unclear(true, List.of("Seal, blue", "Seal, red")), find("seal"));
    }

    @Test
    void misspeltKeyGetsSuggestions() {
        new SmallRun().item("pump-seal", 1).item("bolt", 1).into(work.resolve("out"));
        assertEquals(new Search.Unclear(false, List.of("pump-seal")), find("pmup-seal"));
    }

    @Test
    void keyBeforeTheFirstAndBehindTheLastIsNotFound() {
        new SmallRun().item("m", 1).into(work.resolve("out"));
        assertTrue(find("aaaaaaaaaa") instanceof Search.Unclear);
        assertTrue(find("zzzzzzzzzz") instanceof Search.Unclear);
    }

    private void found(String key) throws JsonProcessingException {
        assertEquals(key, item(find(key)));
    }

    private Search find(String query) {
        return new Explanations(work.resolve("out")).find(query);
    }

    private static String item(Search search) throws JsonProcessingException {
        String json = assertInstanceOf(Search.Found.class, search).json();
        return new ObjectMapper().readTree(json).get("item").asText();
    }
}
