package io.posture.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posture.analysis.review.ReviewReport;
import io.posture.io.DoneReview;
import io.posture.io.run.PlainText;
import io.posture.review.ReviewReason;
import io.posture.review.ReviewReason.Urgency;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A review for people and for programs. */
final class ReviewPages {

    private static final int WIDTH = 100;
    private static final int SHORT_RUN_ID = 12;

    private ReviewPages() {}

    static String text(ReviewReport report, List<ReviewReport.Entry> findings, int top) {
        StringBuilder page = new StringBuilder();
        page.append(String.format(
                Locale.ROOT,
                "REVIEW of the run of %s (%s): %,d items%n",
                report.asOf(),
                cut(report.runId()),
                report.items()));
        page.append(report.since()
                .map(since -> "compared with the run of " + since.asOf() + " (" + cut(since.runId()) + ")")
                .orElse("nothing to compare it with: there is no run of an earlier day; name one with --since"));
        page.append('\n');
        Map<ReviewReason, List<ReviewReport.Entry>> byReason = new EnumMap<>(ReviewReason.class);
        findings.forEach(entry -> byReason.computeIfAbsent(entry.reason(), reason -> new ArrayList<>())
                .add(entry));
        if (byReason.isEmpty()) {
            page.append("\nNothing is due, nothing drifted, nothing calls for a look.\n");
        }
        for (Urgency urgency : Urgency.values()) {
            List<Map.Entry<ReviewReason, List<ReviewReport.Entry>>> here = byReason.entrySet().stream()
                    .filter(entry -> entry.getKey().urgency() == urgency)
                    .toList();
            if (here.isEmpty()) {
                continue;
            }
            page.append('\n').append(heading(urgency)).append('\n');
            here.forEach(entry -> reason(page, entry.getKey(), entry.getValue(), top));
        }
        return page.toString().replace("\r\n", "\n");
    }

    private static String heading(Urgency urgency) {
        return switch (urgency) {
            case AT_ONCE -> "AT ONCE";
            case DUE -> "DUE";
            case NOTED -> "NOTED: nothing to do";
        };
    }

    private static void reason(StringBuilder page, ReviewReason reason, List<ReviewReport.Entry> entries, int top) {
        page.append(String.format(Locale.ROOT, "  %s (%,d)%n", reason.name(), entries.size()));
        for (ReviewReport.Entry entry : entries.subList(0, Math.min(top, entries.size()))) {
            String subject = (entry.supplier() ? "supplier " : "") + entry.subject();
            paragraph(page, "    ", subject + ": " + entry.text());
            paragraph(page, "      ", evidence(entry));
        }
        if (entries.size() > top) {
            page.append(String.format(Locale.ROOT, "    and %,d more (--top N, --json)%n", entries.size() - top));
        }
    }

    private static String evidence(ReviewReport.Entry entry) {
        return entry.evidence().entrySet().stream()
                .map(fact -> fact.getKey() + " " + Rounded.withUnit(fact.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static void paragraph(StringBuilder page, String indent, String text) {
        for (String line : PlainText.wrap(text, WIDTH - indent.length(), "  ")) {
            page.append(indent).append(line).append('\n');
        }
    }

    private static String cut(String runId) {
        return runId.substring(0, Math.min(SHORT_RUN_ID, runId.length()));
    }

    static String json(ReviewReport report, List<ReviewReport.Entry> findings) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("schema", "posture/review-report/v1");
        root.put("run_id", report.runId());
        root.put("as_of", report.asOf().toString());
        if (report.since().isPresent()) {
            ObjectNode since = root.putObject("since");
            since.put("run_id", report.since().get().runId());
            since.put("as_of", report.since().get().asOf().toString());
        } else {
            root.putNull("since");
        }
        root.put("items", report.items());
        ArrayNode list = root.putArray("findings");
        for (ReviewReport.Entry entry : findings) {
            ObjectNode node = list.addObject();
            node.put("urgency", entry.reason().urgency().name());
            node.put("reason", entry.reason().name());
            node.put("kind", entry.supplier() ? "supplier" : "item");
            node.put("subject", entry.subject());
            node.put("text", entry.text());
            ObjectNode evidence = node.putObject("evidence");
            entry.evidence().forEach(evidence::put);
        }
        return root.toPrettyString();
    }

    static String done(List<DoneReview> reviews, Path file) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("schema", "posture/reviewed/v1");
        root.put("file", file.toString());
        ArrayNode list = root.putArray("reviews");
        for (DoneReview review : reviews) {
            ObjectNode node = list.addObject();
            node.put("kind", review.supplier() ? "supplier" : "item");
            node.put("subject", review.subject());
            node.put("reviewed_on", review.on().toString());
            node.put("reviewed_by", review.by());
            node.put("note", review.note());
        }
        return root.toPrettyString();
    }
}
