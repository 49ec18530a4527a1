package io.posture.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationTest {

    private static final Origin.Formula SUM = new Origin.Formula("sum.1", "a + b", "arithmetic");
    private static final Figure A = Figure.input("a", 1, Unit.PIECES);
    private static final Figure TREE =
            Figure.of("sum", 3.5, Unit.PIECES, SUM, A, Figure.of("b", 2.5, Unit.PIECES, SUM, A.named("c")));

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void figureRefusesWhatIsNoNumber(double value) {
        assertThrows(IllegalArgumentException.class, () -> Figure.input("a", value, Unit.PIECES));
    }

    @Test
    void nodesAreFoundByNameAtAnyDepth() {
        assertEquals(A.named("c"), TREE.find("c").orElseThrow());
        assertEquals(TREE, TREE.find("sum").orElseThrow());
        assertTrue(TREE.find("d").isEmpty());
    }

    @Test
    void wholeNumbersAreWrittenWithoutFraction() {
        assertEquals("1", A.text());
        assertEquals("3.5", TREE.text());
    }

    @Test
    void unknownFactSaysWhatWouldMakeItKnown() {
        Finding unknown = Finding.unknown("leadTime", "deliver receipts");
        assertEquals(Finding.UNKNOWN, unknown.text());
        assertEquals(new Origin.Assumption("not in the data", "deliver receipts"), unknown.origin());
    }

    @Test
    void treesTravelBetweenProcesses() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(Finding.of("f", "v", SUM, TREE));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertEquals(List.of(TREE), ((Finding) in.readObject()).because());
        }
    }

    @Test
    void nodesNeedNames() {
        assertThrows(IllegalArgumentException.class, () -> Finding.input(" ", "v"));
        assertThrows(IllegalArgumentException.class, () -> Figure.input("", 1, Unit.NONE));
    }
}
