package io.posture.io.writeback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.io.writeback.Proposal.Pair;
import io.posture.io.writeback.Rendering.Rendered;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RenderingTest {

    @Test
    void partsHaveNoMoreRowsThanTheTargetTakesAndEachItsHeader() {
        Rendering rendering = new Rendering(Target.NETSUITE, List.of(Field.SAFETY_STOCK), "2026-11-20", false);
        List<Row> rows =
                IntStream.range(0, 50_001).mapToObj(i -> row("i" + i, "7", "3")).toList();
        List<Rendered> parts = rendering.writeBack("netsuite-0", rows);
        assertEquals(
                List.of("netsuite-0.part-1.csv", "netsuite-0.part-2.csv", "netsuite-0.part-3.csv"),
                parts.stream().map(Rendered::name).toList());
        assertEquals(
                List.of(25_000, 25_000, 1), parts.stream().map(Rendered::rows).toList());
        for (Rendered part : parts) {
            assertTrue(text(part).startsWith("itemId,locationId,safetyStockLevel,"), part.name());
            assertEquals(part.rows() + 1, text(part).lines().count());
        }
        assertEquals(
                List.of(
                        "netsuite-0.rollback.part-1.csv",
                        "netsuite-0.rollback.part-2.csv",
                        "netsuite-0.rollback.part-3.csv"),
                rendering.rollback("netsuite-0", rows).stream()
                        .map(Rendered::name)
                        .toList());
    }

    @Test
    void decimalCommaSeparatesCellsBySemicolons() {
        Rendering rendering = new Rendering(Target.SAP_MM17, List.of(Field.SAFETY_STOCK), "2026-11-20", true);
        assertEquals(
                "MATNR;WERKS;EISBE\r\na;1000;7,125\r\n",
                text(rendering.writeBack("x", List.of(row("a", "7.125", "3"))).get(0)));
    }

    @Test
    void largeAndSmallNumbersHaveNoExponent() {
        Rendering rendering = new Rendering(Target.SAP_MM17, List.of(Field.SAFETY_STOCK), "2026-11-20", false);
        assertEquals(
                "MATNR,WERKS,EISBE\r\na,1000,12000000\r\nb,1000,0.001\r\nc,1000,0\r\n",
                text(rendering
                        .writeBack("x", List.of(row("a", "1.2E+7", "3"), row("b", "1E-3", "3"), row("c", "0.000", "3")))
                        .get(0)));
    }

    @Test
    void noRowsMakeNoFile() {
        Rendering rendering = new Rendering(Target.GENERIC, List.of(Field.SAFETY_STOCK), "2026-11-20", false);
        assertTrue(rendering.writeBack("x", List.of()).isEmpty());
        assertFalse(rendering.writeBack("x", List.of(row("a", "1", "2"))).isEmpty());
    }

    private static Row row(String item, String after, String before) {
        Pair none = new Pair(Optional.empty(), Optional.empty());
        Proposal proposal = new Proposal(
                item,
                "1000",
                "",
                1,
                true,
                "C62",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                none,
                none,
                none);
        return new Row(
                proposal,
                Map.of(Field.SAFETY_STOCK, new BigDecimal(after)),
                Map.of(Field.SAFETY_STOCK, new BigDecimal(before)),
                Optional.empty());
    }

    private static String text(Rendered file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }
}
