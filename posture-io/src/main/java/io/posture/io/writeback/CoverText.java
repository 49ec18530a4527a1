package io.posture.io.writeback;

import io.posture.io.run.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The cover sheet as text for people. */
final class CoverText {

    private static final int WIDTH = 110;
    private static final String INDENT = " ".repeat(12);

    private final Cover cover;
    private final List<String> lines = new ArrayList<>();

    private CoverText(Cover cover) {
        this.cover = cover;
    }

    static String of(Cover cover) {
        CoverText text = new CoverText(cover);
        text.head();
        text.rows();
        text.money();
        text.warnings();
        text.refused();
        return String.join("\n", text.lines) + "\n";
    }

    private void head() {
        Target target = cover.request().target();
        lines.add("posture export | " + target.id() + " | run " + cover.run().shortId() + " | as of "
                + PlainText.of(cover.run().asOf()));
        line("Target", target.status().meaning());
        line("Import", target.hint());
        line("Cells", "exact, for machines: nothing is put before texts that a spreadsheet would take for a formula");
        if (cover.files().isEmpty()) {
            line("Files", "none, there is nothing to write");
        }
        for (Cover.Listed file : cover.files()) {
            line(
                    file.rollback() ? "Roll back" : "Write back",
                    file.name() + ": " + count(file.rows(), "row") + ", sha256 " + file.sha256());
        }
    }

    private void rows() {
        ExportPlan plan = cover.plan();
        line("Fields", Field.list(plan.fields()));
        if (!plan.leftAlone().isEmpty()) {
            line("Left alone", Field.list(plan.leftAlone()) + ": the data hold no current value of any item");
        }
        line(
                "Rows",
                String.format(
                        Locale.ROOT,
                        "%d written, %d unchanged, %d not approved, %d not decided, %d refused",
                        plan.rows().size(),
                        plan.unchanged(),
                        plan.notApproved(),
                        plan.notDecided(),
                        plan.refusedRows()));
        plan.approvers().forEach((by, rows) -> line("Approved by", by + ": " + count(rows, "row")));
        if (cover.request().approvals().isEmpty()) {
            line("Approved by", "nobody: all rows were asked for (--only all)");
        }
    }

    private void money() {
        String currency = cover.run().currency().isEmpty()
                ? ""
                : " " + PlainText.of(cover.run().currency());
        line(
                "Value",
                cover.plan().fields().get(0).id() + " raised by " + Decimals.money(cover.raised()) + ", reduced by "
                        + Decimals.money(cover.reduced()) + ", net "
                        + Decimals.money(cover.raised().subtract(cover.reduced())) + currency);
        if (cover.withoutValue() > 0) {
            line("", count(cover.withoutValue(), "row") + " of unknown value beside that");
        }
    }

    private void warnings() {
        if (cover.withoutRollback() > 0) {
            line(
                    "WARNING",
                    count(cover.withoutRollback(), "row")
                            + " cannot be rolled back in full: nobody knows the old values (--without-rollback)");
        }
        for (Row row : cover.crossing()) {
            line(
                    "WARNING",
                    row.proposal().name()
                            + " gets a reorder point above its maximum; the run proposes no maximum for it");
        }
        for (String stranger : cover.strangers()) {
            line("Approved", stranger + " is approved, but is not in the run");
        }
    }

    private void refused() {
        for (Map.Entry<Refusal.Reason, Long> guard : cover.refusedBy().entrySet()) {
            line("Refused", guard.getKey().id() + ": " + guard.getValue());
        }
        for (Refusal refusal : cover.plan().refusals()) {
            String text = refusal.proposal().name() + " [" + refusal.reason().id() + "] " + refusal.text();
            PlainText.wrap(text, WIDTH - 2, "  ").forEach(line -> lines.add("  " + line));
        }
    }

    private void line(String name, String text) {
        List<String> wrapped = PlainText.wrap(text, WIDTH - INDENT.length(), "");
        lines.add(name + INDENT.substring(name.length()) + wrapped.get(0));
        wrapped.stream().skip(1).forEach(line -> lines.add(INDENT + line));
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
