package io.posture.analysis.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.io.ResultSchemas;
import io.posture.io.run.RunFiles;
import io.posture.io.run.Summary;
import io.posture.io.sink.OutputColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BudgetTablesTest {

    private static final Pattern NAME = Pattern.compile("\n    \"([a-z_]+)\" : \\{");

    @Test
    void everyColumnIsInTheSchemaOfItsTable() {
        Map.of(
                        "funding", BudgetTables.FUNDING,
                        "exchange", BudgetTables.EXCHANGE,
                        "over-insured", BudgetTables.OVER_INSURED)
                .forEach((table, columns) -> {
                    assertTrue(RunFiles.ADDITIONS.contains(table + ".csv"), table);
                    String schema = ResultSchemas.all().getOrDefault(ResultSchemas.nameOf(table), "");
                    List<String> described = new ArrayList<>();
                    Matcher names = NAME.matcher(schema);
                    while (names.find()) {
                        described.add(names.group(1));
                    }
                    assertEquals(columns.stream().map(OutputColumn::name).toList(), described, table);
                });
    }

    @Test
    void aRunWithoutItemsSaysThatNothingIsWeighed() {
        Summary.Section section = new BudgetResults().section();
        assertTrue(section.sentences().toString().contains("Nothing to weigh"), section::toString);
    }

    @Test
    void whatIsNotKnownOfTodayIsEmptyInTheSummary() {
        BudgetResults results = new BudgetResults();
        results.add(Economics.item("a")
                .cost(10)
                .shortage(20)
                .demand(1200, 100, 30)
                .proposed(40)
                .done());
        Summary.Section section = results.section();
        assertEquals(OptionalDouble.empty(), section.figures().get("capital_now"));
        assertEquals(OptionalDouble.empty(), section.figures().get("net_cash"));
        assertEquals(OptionalDouble.of(400), section.figures().get("capital_proposed"));
    }

    @Test
    void stockThatIsListedTwiceCountsOnce() {
        BudgetResults results = new BudgetResults();
        results.add(Economics.item("a")
                .cost(10)
                .demand(0, 1, 0)
                .today(8)
                .proposed(2)
                .onHand(20, 400)
                .done());
        Summary.Section section = results.section();
        assertEquals(OptionalDouble.of(2), section.figures().get("over_insured_stocks"));
        assertEquals(OptionalDouble.of(200), section.figures().get("over_insured_capital"));
    }
}
