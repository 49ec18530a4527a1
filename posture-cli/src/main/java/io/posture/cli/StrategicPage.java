package io.posture.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The strategic stock of an item as lines of text: apart from its safety stock, with another reason, what it costs and avoids, and
 * what else would help.
 */
final class StrategicPage {

    private static final Map<String, String> KINDS = Map.of(
            "ACCEPT", "live with it",
            "STOCK", "strategic stock of the best size",
            "SECOND_SOURCE", "second source",
            "BACKUP_SOURCE", "backup source");
    private static final String A_YEAR = " a year";
    private static final String KEPT_AGAINST = "strategicStockKeptAgainst";
    private static final String REGULATORY = "regulatoryMinimum";

    private final JsonNode tree;
    private final Map<String, JsonNode> nodes = new LinkedHashMap<>();
    private final String root;
    private final List<String> lines = new ArrayList<>();

    private StrategicPage(JsonNode tree, String root) {
        this.tree = tree;
        this.root = root;
        tree.path("nodes").forEach(node -> nodes.put(node.path("id").asText(), node));
    }

    /** The lines of an explanation; none if no strategic stock was looked at. */
    static List<String> of(JsonNode tree) {
        String root = tree.path("quantities").path("strategic_stock_qty").asText();
        StrategicPage page = new StrategicPage(tree, root);
        if (page.find("stockpileState").isPresent()
                || page.find("strategicStockReason").isPresent()
                || page.find(KEPT_AGAINST).isPresent()
                || page.regulatory().isPresent()) {
            page.size();
            page.against();
            page.plan();
            page.survival();
            page.money();
            page.alternatives();
            page.changes();
        }
        return page.lines;
    }

    private void size() {
        JsonNode stock = nodes.getOrDefault(root, tree.path("nodes").path("absent"));
        Optional<JsonNode> notAsked = find("strategicStockReason");
        if (!stock.path("value").isNumber()) {
            unsized("No size: ", stock);
            return;
        }
        String held = Rounded.of(stock.path("value")) + " pieces";
        if (regulatory().isPresent()) {
            regulated(held, regulatory().get(), notAsked);
            return;
        }
        if (notAsked.isPresent()) {
            lines.add(held + ": " + notAsked.get().path("value").asText());
            Optional<JsonNode> sized =
                    find("stockpile").filter(node -> node.path("value").doubleValue() > 0);
            sized.ifPresent(node -> lines.add("It would be " + Rounded.of(node.path("value")) + " pieces"));
            return;
        }
        if (warned("STOCKPILE_CUT_BY_A_PERSON")) {
            lines.add(held + ", as many as are held today: only a person cuts the stockpile of a vital item. "
                    + text(KEPT_AGAINST)
                            .map(reason -> "It would be 0: " + reason)
                            .orElseGet(
                                    () -> "Best would be " + number("stockpile").orElse("unknown") + " pieces"));
            return;
        }
        lines.add(held
                + number("stockpileDays")
                        .map(days -> " = " + days + " days of demand beyond the "
                                + number("coveredDays").orElse("0") + " that the safety stock covers")
                        .orElse(""));
    }

    /** What a regulation asks for where that decides. */
    private Optional<String> regulatory() {
        for (JsonNode input :
                nodes.getOrDefault(root, tree.path("nodes").path("absent")).path("inputs")) {
            JsonNode node = nodes.get(input.asText());
            if (node != null && node.path("name").asText().equals(REGULATORY)) {
                return Optional.of(Rounded.of(node.path("value")));
            }
        }
        return Optional.empty();
    }

    private void regulated(String held, String minimum, Optional<JsonNode> notAsked) {
        String because = held + ", because a regulation asks for " + minimum + ": only a person cuts them";
        Optional<JsonNode> sized = find("stockpile");
        if (notAsked.isPresent()) {
            lines.add(
                    because + ". It would be 0: " + notAsked.get().path("value").asText());
        } else if (number("stockpile").isPresent()) {
            lines.add(because + ". Best would be " + number("stockpile").orElseThrow() + " pieces");
        } else {
            lines.add(because);
            sized.ifPresent(node -> unsized("What would be best has no size: ", node));
        }
        if (warned("REGULATORY_MINIMUM_BEYOND_SHELF_LIFE")) {
            lines.add("More than is used before it expires: some of it will be written off");
        }
    }

    private void unsized(String lead, JsonNode open) {
        lines.add(lead + open.path("note").asText() + ". What helps: "
                + open.path("remedy").asText());
        number("breakEvenShortageCost")
                .filter(cost -> number("shortageCost").isEmpty()
                        && text("stockpileState").filter("UNSIZED"::equals).isPresent())
                .ifPresent(cost -> lines.add("The question: does a piece short cost more than " + cost
                        + "? From there on the first day of strategic stock pays"));
    }

    private void against() {
        number("disruptionsPerYear")
                .ifPresent(rate -> lines.add("Against: " + rate + " disruptions a year of "
                        + number("disruptionDays").orElse("unknown") + " days on average"
                        + text("exposedSource").map(source -> " at " + source).orElse("")));
        text("otherExposedSources")
                .ifPresent(others ->
                        lines.add("Sized against " + text("exposedSource").orElse("") + " only: " + others
                                + (others.contains(",") ? " fail" : " fails") + " too, and nothing is sized for that"));
        if (warned("SOURCE_IS_DOWN")) {
            lines.add("It is down today: what is held is released by the plan");
        }
        if (text("disruptionModel").filter("FREQUENT"::equals).isPresent()) {
            lines.add(
                    "Frequency times length is " + number("downDaysPerYear").orElse("")
                            + " days a year; from 120 on that is no rare event, and base stock with disruptions takes the place of the best cover");
        }
    }

    private boolean warned(String code) {
        return below(root, new HashSet<>())
                .anyMatch(node -> node.path("name").asText().equals("warning")
                        && node.path("value").asText().equals(code));
    }

    private void plan() {
        text("stockpilePlan").ifPresent(plan -> lines.add("Plan: " + plan + counted()));
    }

    /** When a plan ends that holds for a time. */
    private String counted() {
        return text("stockpilePlanSince")
                .map(since -> ", on " + text("stockpilePlanEnds").orElse("") + ", counted from " + since)
                .orElse("");
    }

    private void survival() {
        Optional<String> survive = number("ttsDays");
        Optional<String> recover = number("ttrDays");
        if (text("ttsDays").filter("no end"::equals).isPresent()) {
            lines.add("No failure of one source leaves demand without supply");
            return;
        }
        if (survive.isPresent() && recover.isPresent()) {
            lines.add("Today it survives " + survive.get() + " days without its source, which needs " + recover.get()
                    + " to recover: " + number("gapDays").orElse("unknown") + " days without stock");
        } else {
            lines.add("How long it survives without its source: "
                    + survive.map(days -> days + " days").orElse("unknown, deliver stock")
                    + "; how long that needs to recover: "
                    + recover.map(days -> days + " days").orElse("unknown, deliver suppliers.ttr_days"));
        }
    }

    private void money() {
        Optional<String> lean = number("expectedAnnualLoss");
        Optional<String> buffered = number("expectedLossBuffered");
        if (lean.isPresent() && buffered.isPresent()) {
            lines.add("Costs " + number("stockpileCarrying").orElse("0") + A_YEAR + " to carry; expected loss "
                    + lean.get()
                    + " with safety stock alone, " + buffered.get() + " with it"
                    + number("insuranceRatio")
                            .map(ratio -> " (insurance ratio " + ratio + ")")
                            .orElse("")
                    + number("stockpileNetBenefit")
                            .map(net -> ", net benefit " + net + A_YEAR)
                            .orElse(""));
        } else {
            lean.ifPresent(loss -> lines.add("Expected loss with safety stock alone: " + loss + A_YEAR));
        }
        number("stockoutCost")
                .ifPresent(event -> number("stockoutsCostPerYear")
                        .ifPresent(year -> lines.add("A stock-out costs " + event + " as a whole; "
                                + number("stockoutsPerYear").orElse("") + " a year outlast the safety stock: " + year
                                + A_YEAR)));
        text("insuranceVerdict").ifPresent(verdict -> lines.add("Verdict on it: " + verdict));
        text("insuranceVerdictToday")
                .ifPresent(verdict -> lines.add("Verdict on the "
                        + number("strategicStockToday").orElse("") + " pieces that are held today: " + verdict));
    }

    private void alternatives() {
        JsonNode all = tree.path("alternatives");
        if (all.isEmpty()) {
            return;
        }
        List<String> priced = new ArrayList<>();
        JsonNode best = all.get(0);
        double stock = Double.NaN;
        for (JsonNode one : all) {
            priced.add(named(one) + " " + Rounded.of(one.path("cost_yr")));
            best = one.path("cost_yr").doubleValue() < best.path("cost_yr").doubleValue() ? one : best;
            stock = one.path("kind").asText().equals("STOCK")
                    ? one.path("cost_yr").doubleValue()
                    : stock;
        }
        lines.add("What can be done, a year: " + String.join(" | ", priced));
        if (best.path("cost_yr").doubleValue() < stock * (1 - 1e-9)) {
            lines.add("Cheaper: " + named(best) + premium(best) + " = " + Rounded.of(best.path("cost_yr")) + A_YEAR);
        }
        find("breakEvenPremium")
                .filter(node -> node.path("value").isNumber())
                .ifPresent(node -> lines.add("A second source is cheaper up to a premium of "
                        + Rounded.of(node.path("value")) + " a piece" + percent(node.path("value"))));
    }

    private static String named(JsonNode alternative) {
        String kind = alternative.path("kind").asText();
        String supplier = alternative.path("supplier").asText();
        return KINDS.getOrDefault(kind, kind) + (supplier.isEmpty() ? "" : " " + supplier);
    }

    private String premium(JsonNode alternative) {
        return alternative.path("supplier").asText().isEmpty()
                ? ""
                : find("pricePremium")
                        .map(node -> " at" + plainPercent(node) + credited())
                        .orElse("");
    }

    /** A price below that of today is shown, and not counted. */
    private String credited() {
        return find("priceDifference")
                .filter(node -> node.path("value").doubleValue() < 0)
                .map(node -> " (its price of" + plainPercent(node) + " is not credited)")
                .orElse("");
    }

    private String plainPercent(JsonNode node) {
        return percent(node.path("value")).replace("(", "").replace(")", "");
    }

    /** A sum of money as a share of the unit cost. */
    private String percent(JsonNode money) {
        return find("unitCost")
                .filter(cost -> cost.path("value").doubleValue() > 0)
                .map(cost -> String.format(
                        Locale.ROOT,
                        " (%+.1f %%)",
                        100 * money.doubleValue() / cost.path("value").doubleValue()))
                .orElse("");
    }

    private void changes() {
        below(root, new HashSet<>())
                .filter(node -> node.path("name").asText().equals("stockpileIf"))
                .distinct()
                .forEach(node -> lines.add("Would be "
                        + Rounded.of(
                                nodes.getOrDefault(node.path("inputs").path(0).asText(), node)
                                        .path("value"))
                        + " pieces if " + node.path("value").asText()));
    }

    private Optional<String> number(String name) {
        return find(name)
                .map(node -> node.path("value"))
                .filter(JsonNode::isNumber)
                .map(Rounded::of);
    }

    private Optional<String> text(String name) {
        return find(name).map(node -> node.path("value").asText());
    }

    /** The first node of a name below the strategic stock. */
    private Optional<JsonNode> find(String name) {
        return below(root, new HashSet<>())
                .filter(node -> node.path("name").asText().equals(name))
                .findFirst();
    }

    private Stream<JsonNode> below(String id, Set<String> seen) {
        JsonNode node = nodes.get(id);
        if (node == null || !seen.add(id)) {
            return Stream.empty();
        }
        return Stream.concat(
                Stream.of(node), node.path("inputs").valueStream().flatMap(input -> below(input.asText(), seen)));
    }
}
