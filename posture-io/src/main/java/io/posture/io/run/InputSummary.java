package io.posture.io.run;

import com.fasterxml.jackson.core.JsonGenerator;
import io.posture.io.Import;
import io.posture.io.input.Note;
import io.posture.io.input.Reject;
import io.posture.io.input.RejectCode;
import io.posture.io.input.SourceAccount;
import io.posture.io.input.TableAccount;
import io.posture.profile.Assumption;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was read at a glance.
 *
 * @param asOf date of the run
 * @param items items with a profile
 * @param sources inputs with what became of their rows
 * @param rejects rejected rows by reason code, in the order of the codes
 * @param assumptions what stands in for facts that the data do not hold
 * @param notes what a reader should know of the input
 */
public record InputSummary(
        LocalDate asOf,
        int items,
        List<SourceAccount> sources,
        Map<String, Long> rejects,
        List<Assumption> assumptions,
        List<Note> notes) {

    /** Copies. */
    public InputSummary {
        sources = List.copyOf(sources);
        rejects = Collections.unmodifiableMap(new TreeMap<>(rejects));
        assumptions = List.copyOf(assumptions);
        notes = List.copyOf(notes);
    }

    /** The summary of an import. */
    public static InputSummary of(Import imported) {
        Map<String, Long> rejects = new TreeMap<>();
        for (Reject reject : imported.rejects()) {
            rejects.merge(reject.code().id(), 1L, Long::sum);
        }
        return new InputSummary(
                imported.population().asOf(),
                imported.population().size(),
                imported.sources(),
                rejects,
                imported.population().assumptions(),
                imported.notes());
    }

    /** As text for people: at most 100 columns wide, lines ended by LF. */
    public String text() {
        Page page = new Page();
        page.paragraph("", "", items + " items as of " + asOf);
        write(page);
        return page.toString();
    }

    /** As one JSON document, schema {@code posture/input/v1}. */
    public String json() {
        return JsonText.indented(json -> {
            json.writeStartObject();
            json.writeStringField("schema", "posture/input/v1");
            json.writeStringField("as_of", asOf.toString());
            json.writeNumberField("items", items);
            write(json);
            json.writeEndObject();
        });
    }

    void write(Page page) {
        page.heading("ROWS");
        page.row("", "read", "used", "filtered", "rejected", "merged");
        sources.forEach(source -> rows(page, source));
        long all = rejects.values().stream().mapToLong(Long::longValue).sum();
        page.heading("REJECTS: " + Page.counted(all, "row") + " set aside");
        rejects.forEach((code, rows) -> page.paragraph(
                "  ",
                "  ",
                Page.grouped(rows) + " " + code + ": "
                        + RejectCode.find(code).map(RejectCode::explanation).orElse("not known to this version")
                        + "."));
        if (!assumptions.isEmpty()) {
            page.heading("ASSUMED");
            for (Assumption assumption : assumptions) {
                String concerned = assumption.items() == 0 ? "" : " (" + Page.counted(assumption.items(), "item") + ")";
                page.paragraph("  ", "  ", "- " + assumption.text() + concerned);
            }
        }
        if (!notes.isEmpty()) {
            page.heading("NOTES ON THE INPUT");
            for (Note note : notes) {
                String concerned = note.rows() == 0 ? "" : " (" + Page.counted(note.rows(), "row") + ")";
                page.paragraph("  ", "  ", "- " + note.text() + concerned);
            }
        }
    }

    private static void rows(Page page, SourceAccount source) {
        page.paragraph("  ", "  ", source.name());
        for (TableAccount table : source.tables()) {
            page.row(
                    "  -> " + table.table(),
                    Page.grouped(table.read()),
                    Page.grouped(table.used()),
                    Page.grouped(table.filteredRows()),
                    Page.grouped(table.rejected()),
                    Page.grouped(table.merged()));
            table.filtered()
                    .forEach((rule, rows) ->
                            page.paragraph("       ", "  ", "filtered by " + rule + ": " + Page.grouped(rows)));
        }
    }

    void write(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("inputs");
        for (SourceAccount source : sources) {
            json.writeStartObject();
            json.writeStringField("name", source.name());
            json.writeNumberField("rows", source.rows());
            ManifestWriter.writeTables(json, source);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("rejects");
        for (Map.Entry<String, Long> reject : rejects.entrySet()) {
            json.writeNumberField(reject.getKey(), reject.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("assumptions");
        for (Assumption assumption : assumptions) {
            json.writeStartObject();
            json.writeStringField("code", assumption.code());
            json.writeStringField("text", assumption.text());
            json.writeNumberField("items", assumption.items());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("notes");
        for (Note note : notes) {
            json.writeStartObject();
            json.writeStringField("code", note.code().name());
            json.writeStringField("text", note.text());
            json.writeNumberField("rows", note.rows());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
