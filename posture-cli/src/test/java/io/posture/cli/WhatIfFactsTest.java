package io.posture.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.posture.io.manual.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every fact that {@code whatif} can change does to a small item, against values by hand.
 *
 * <p>11 pieces a week, so d = 11/7 a day and D = 573.5714 a year, at 4 each, carried at 25 %, 10 an order, 100 on hand, all from
 * one source that takes 9.5 days, production score 0.5. Of {@code pump} a stock-out of 20 pieces costs 5 hours of 100 and a penalty of
 * 300, and V2 would deliver half of its demand for 1 a piece more and 100 a year.
 */
class WhatIfFactsTest {

    /** Item, change, column or reason, and what becomes of it: {@code =} a value, {@code +} a difference, {@code >} more. */
    private static final List<String> EFFECTS = List.of(
            // lot sqrt(2 K D / (i c)) rounded up: sqrt(2 * 10 * 573.5714 / (0.25 * 9)) = 71.4
            "bolt | unit_cost=9 | order_qty | =72",
            "bolt | unit_cost=unknown | posture | =",
            "bolt | carrying_rate=0.4 | order_qty | =85", // 84.67
            "bolt | order_cost=40 | order_qty | =215", // 214.2
            // service 1 - i c Q / (p D) with Q = sqrt(2 * 10 * 573.5714): 1 - 107.10476 / (p * 573.5714)
            "bolt | stockout_cost_per_unit=50 | service_target | =0.99626534",
            "bolt | stockout_cost_per_day=100 | service_target | =0.99706562", // p = 100 / d
            "bolt | unit_margin=3 | service_target | =0.93775564",
            "pump | downtime_hours=10 | service_target | =0.99712718", // p = (10 * 100 + 300) / 20
            "pump | downtime_hours=10 | stockoutCost | =1300",
            "pump | downtime_cost_per_hour=300 | service_target | =0.99792519", // p = (5 * 300 + 300) / 20
            // 48 usable days are 75.4 pieces, 3 of them safety stock
            "bolt | shelf_life_days=60 | order_qty | =72",
            // 100 (max s / 2 + sum w s / sum w / 2), production 0.5 of weight 0.30
            "bolt | criticality_class=halt | criticality | =100",
            "bolt | crit_production=1 | criticality | =100",
            "bolt | crit_safety=1 | criticality | =86.36363636", // 50 + 50 * 0.40 / 0.55
            "bolt | crit_contract=1 | criticality | =85", // 50 + 50 * 0.35 / 0.50
            "bolt | crit_revenue=1 | criticality | =83.33333333", // 50 + 50 * 0.30 / 0.45
            "bolt | crit_substitution=1 | criticality | =81.25", // 50 + 50 * 0.25 / 0.40
            "spare | critical_spare=true | recommended_policy | =INSURANCE_SPARE",
            "bolt | item_type=mro | jit_failed | =SRI;MRO",
            "bolt | service_target=0.999 | service_target | =0.999",
            "bolt | service_target=0.999 | safety_stock_qty | >",
            "bolt | demand_mean=3 | order_qty | =148", // sqrt(2 * 10 * 1095) = 147.99
            "bolt | mean_daily_demand=3 | order_qty | =148",
            "bolt | demand_sd=2 | demand_sd | =2",
            "bolt | demand_sd=2 | safety_stock_qty | >",
            "bolt | lead_time_mean=40 | lt_mean | =40",
            "bolt | lead_time_mean=40 | reorder_point | >",
            "bolt | lt_mean=40 | lt_mean | =40",
            "bolt | lead_time_sd=9 | lt_sd | =9",
            "bolt | lead_time_sd=9 | safety_stock_qty | >",
            "bolt | lt_sd=9 | lt_sd | =9",
            "bolt | moq=500 | order_qty | =500",
            "bolt | multiple=7 | order_qty | =105", // K D / Q + i c Q / 2: 107.1 a year at 105, 107.2 at 112
            // SRI: the source counts half with an alternate, 0.20 * 100 * 0.5
            "bolt | qualified_sources=2 | supplier_risk_index | +-10",
            "bolt | financial_score=10 | supplier_risk_index | +2", // 0.05 * (90 - 50), 50 standing in
            "bolt | political_score=0.9 | supplier_risk_index | +4", // 0.10 * (90 - 50)
            "bolt | ttr_days=90 | gap_days | =26.36363636", // 90 - 100 / d
            "bolt | on_hand=77 | tts_days | =49", // 77 / d
            // second source: fixed + premium * half of D + what it cannot carry
            "pump | price_premium=3 | costSecondSource | +573.57142857", // 2 * 0.5 * D
            "pump | fixed_cost=350 | costSecondSource | +250",
            "pump | surge_pct=1 | costSecondSource | =386.78571429"); // 100 + 0.5 * D

    @TempDir
    private static Path work;

    @BeforeAll
    static void assess() {
        LocalDate monday = LocalDate.of(2026, 1, 5);
        StringBuilder items = new StringBuilder("item_id,base_uom,unit_cost,item_type,order_cost,crit_production\n");
        StringBuilder demand = new StringBuilder("item_id,date,quantity\n");
        StringBuilder receipts = new StringBuilder(
                "po,line,item_id,supplier_id,order_date,promised_date,receipt_date,ordered_qty,received_qty\n");
        StringBuilder stock = new StringBuilder("item_id,as_of,quantity\n");
        for (String item : List.of("bolt", "spare", "pump")) {
            items.append(item)
                    .append(",C62,4,")
                    .append(item.equals("spare") ? "mro" : "component")
                    .append(",10,0.5\n");
            stock.append(item).append(",2026-10-05,100\n");
            for (int week = 0; week < 40; week++) {
                demand.append(String.join(
                        ",", item, monday.plusWeeks(week).toString(), Integer.toString(10 + week % 3) + "\n"));
            }
            for (int order = 0; order < 6; order++) {
                LocalDate ordered = monday.plusWeeks(4 + 5L * order);
                receipts.append(String.join(
                        ",",
                        item + order,
                        "1",
                        item,
                        "V1",
                        ordered.toString(),
                        ordered.plusDays(10).toString(),
                        ordered.plusDays(9 + order % 2).toString(),
                        "50,50\n"));
            }
        }
        Path data = work.resolve("data");
        SmallData.write(data.resolve("items.csv"), items.toString());
        SmallData.write(data.resolve("demand.csv"), demand.toString());
        SmallData.write(data.resolve("receipts.csv"), receipts.toString());
        SmallData.write(data.resolve("stock.csv"), stock.toString());
        SmallData.write(
                data.resolve("suppliers.csv"),
                "supplier_id,name,country,alternate_bringup_days\nV1,Acme,DE,\nV2,Beta,FR,10\n");
        SmallData.write(data.resolve("sourcing.csv"), """
                item_id,supplier_id,share,qualified,price_premium,fixed_cost_yr,surge_pct
                bolt,V1,1,,,,
                spare,V1,1,,,,
                pump,V1,1,,,,
                pump,V2,0,true,1,100,0.5
                """);
        SmallData.write(data.resolve("stockout_costs.csv"), """
                item_id,units_short,downtime_hours,downtime_cost_per_hour,downtime_includes_margin,penalty
                pump,20,5,100,true,300
                """);
        Terminal run = Terminal.run("assess", data, "--out", work.resolve("out"));
        assertEquals(0, run.exitCode(), run::all);
    }

    static Stream<String> effects() {
        return EFFECTS.stream();
    }

    @ParameterizedTest
    @MethodSource("effects")
    void aFactHasTheEffectThatIsExpectedByHand(String effect) throws IOException {
        String[] parts = effect.split(" \\| ", -1);
        Terminal terminal = Terminal.run("whatif", parts[0], "--set", parts[1], "--run", work.resolve("out"), "--json");
        assertEquals(0, terminal.exitCode(), terminal::all);
        JsonNode answer = new ObjectMapper().readTree(terminal.out());
        String before = value(answer, parts[2], "before");
        String after = value(answer, parts[2], "after");
        String expected = parts[3].substring(1);
        switch (parts[3].charAt(0)) {
            case '>' -> assertTrue(Double.parseDouble(after) > Double.parseDouble(before), before + " " + after);
            case '+' ->
                assertEquals(
                        Double.parseDouble(expected), Double.parseDouble(after) - Double.parseDouble(before), 1e-6);
            default -> {
                if (expected.matches("[0-9.]+")) {
                    assertEquals(Double.parseDouble(expected), Double.parseDouble(after), 1e-6);
                } else {
                    assertEquals(expected, after);
                }
            }
        }
        assertTrue(!before.equals(after), () -> "nothing changed: " + before);
    }

    /** A cell of the register, or the number of a reason. */
    private static String value(JsonNode answer, String name, String side) {
        JsonNode row = answer.path(side);
        if (row.has(name)) {
            return row.path(name).asText("");
        }
        for (JsonNode reason : answer.path("reasons")) {
            if (reason.path("name").asText().equals(name)) {
                return reason.path(side).asText().replaceAll(" .*", "");
            }
        }
        throw new AssertionError("no " + name + " in " + answer);
    }

    @Test
    void everyFactAndEveryNameInTheGuideIsChangedAbove() throws IOException {
        Set<String> changed = EFFECTS.stream()
                .map(effect -> effect.split(" \\| ", -1)[1].replaceAll("=.*", ""))
                .collect(Collectors.toSet());
        assertEquals(
                EnumSet.allOf(Fact.class),
                changed.stream().map(name -> Fact.find(name).orElseThrow()).collect(Collectors.toSet()));
        String guide = Files.readString(Path.of("..", "docs", "review.md"));
        String table = guide.substring(guide.indexOf("| Facts |")).split("\n\n", 2)[0];
        Set<String> named = Pattern.compile("`([a-z_]+)`")
                .matcher(table)
                .results()
                .map(match -> match.group(1))
                .filter(name -> Fact.find(name).isPresent())
                .collect(Collectors.toSet());
        assertEquals(named, changed);
        assertTrue(named.containsAll(Arrays.stream(Fact.values()).map(Fact::id).toList()));
    }
}
