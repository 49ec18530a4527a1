package io.posture.io.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void terminalEscapesAreRemoved() {
        assertEquals("red alert", PlainText.of("\u001b[31mred\u001b[0m alert"));
        assertEquals("title", PlainText.of("\u001b]0;owned\u0007title"));
        assertEquals("x y", PlainText.of("x\u001by".replace("\u001by", "\u0007y")));
    }

    @Test
    void controlCharactersBecomeSpacesAndReorderingOnesVanish() {
        assertEquals("a b c", PlainText.of("a\nb\tc"));
        assertEquals("abc", PlainText.of("a\u202eb\u2066c\u200f"));
    }

    @Test
    void namesInAllScriptsStayAsTheyAre() {
        assertEquals("Gr\u00f8nland \u6f22 \ud83d\ude00", PlainText.of("Gr\u00f8nland \u6f22 \ud83d\ude00"));
    }

    @Test
    void linesAreNeverLongerThanAskedFor() {
        String text = "one two three " + "x".repeat(250) + " four";
        List<String> lines = PlainText.wrap(text, 40, "  ");
        assertTrue(lines.stream().allMatch(line -> line.length() <= 40), lines::toString);
        assertEquals(text.replace(" ", ""), String.join("", lines).replace(" ", ""));
    }

    @Test
    void emptyTextIsOneEmptyLine() {
        assertEquals(List.of(""), PlainText.wrap("", 40, ""));
    }
}
