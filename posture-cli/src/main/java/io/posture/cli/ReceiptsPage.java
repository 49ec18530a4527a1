package io.posture.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The receipt lines behind the lead times of an item as lines of text: count, mean and deviation follow from them by hand. */
final class ReceiptsPage {

    private static final Map<String, String> LEFT_OUT = Map.of(
            "OPEN", "open, and no older than the mean",
            "DISRUPTED", "ordered in a disrupted stretch",
            "EVENT", "tagged with a disruption event",
            "ORDER_DATE_UNKNOWN", "no order date",
            "ORDERED_AFTER_RECEIPT", "ordered after a receipt");

    private final JsonNode receipts;
    private final int shown;
    private final List<String> lines = new ArrayList<>();

    private ReceiptsPage(JsonNode receipts, int shown) {
        this.receipts = receipts;
        this.shown = shown;
    }

    /**
     * The lines of the field {@code receipts} of an explanation; none if it is absent. A further line of one supplier begins with
     * blanks.
     *
     * @param shown how many receipts of a supplier are shown
     */
    static List<String> of(JsonNode receipts, int shown) {
        ReceiptsPage page = new ReceiptsPage(receipts, shown);
        if (receipts.isObject()) {
            page.suppliers();
            page.outside();
        }
        return page.lines;
    }

    private void suppliers() {
        Map<String, List<JsonNode>> bySupplier = new LinkedHashMap<>();
        for (JsonNode line : receipts.path("lines")) {
            bySupplier
                    .computeIfAbsent(line.path("supplier").asText(), none -> new ArrayList<>())
                    .add(line);
        }
        bySupplier.forEach((supplier, of) -> {
            lines.add((supplier.isEmpty() ? "supplier unknown" : supplier) + ": " + moments(supplier));
            of.stream().limit(shown).forEach(line -> lines.add("  " + receipt(line)));
            if (of.size() > shown) {
                lines.add("  and " + (of.size() - shown) + " more, which --receipts shows");
            }
        });
    }

    private String moments(String supplier) {
        for (JsonNode of : receipts.path("suppliers")) {
            if (of.path("supplier").asText().equals(supplier)) {
                int counting = of.path("lines").asInt();
                String deviation =
                        of.path("sd_days").isNumber() ? ", deviation (n - 1) " + Rounded.of(of.path("sd_days")) : "";
                return "share " + Rounded.of(of.path("share")) + ", n = " + counting
                        + (counting > 0 ? ", mean " + Rounded.of(of.path("mean_days")) + " days" + deviation : "")
                        + pooled(of);
            }
        }
        return "not among the suppliers of the sourcing table, so its lines are in no lead time";
    }

    /** What few lines became with the support of others. */
    private static String pooled(JsonNode supplier) {
        String pool = supplier.path("pool").asText();
        return pool.isEmpty() || pool.equals("own")
                ? ""
                : "; with the pool \"" + pool + "\" mean " + Rounded.of(supplier.path("estimated_mean_days"))
                        + " days, deviation " + Rounded.of(supplier.path("estimated_sd_days"));
    }

    private static String receipt(JsonNode line) {
        String days = line.path("days").isNumber() ? Rounded.of(line.path("days")) + " days, " : "";
        String dates =
                date(line, "ordered") + " to " + (line.path("complete").isNull() ? "open" : date(line, "complete"));
        return dates + ": " + days + use(line) + order(line) + "; " + rows(line);
    }

    private static String date(JsonNode line, String field) {
        return line.path(field).isNull() ? "unknown" : line.path(field).asText();
    }

    private static String use(JsonNode line) {
        String use = line.path("use").asText();
        return switch (use) {
            case "STABLE" -> use;
            case "OPEN_LATE" -> "open, counts with its age";
            default -> "left out: " + LEFT_OUT.getOrDefault(use, use);
        };
    }

    private static String order(JsonNode line) {
        String po = line.path("po").asText();
        String number = line.path("line").asText();
        return (po.isEmpty() ? "" : "; order " + po) + (number.isEmpty() ? "" : " line " + number);
    }

    private static String rows(JsonNode line) {
        return line.path("rows")
                .valueStream()
                .map(row -> row.path("file").asText() + ":" + row.path("line").asText())
                .collect(Collectors.joining(", "));
    }

    private void outside() {
        int outside = receipts.path("outside_lines").asInt();
        if (outside > 0) {
            lines.add(outside + (outside == 1 ? " line was" : " lines were") + " neither ordered nor received from "
                    + receipts.path("from").asText() + " to "
                    + receipts.path("to").asText()
                    + ", the days that are looked at");
        }
    }
}
