package io.posture.cli;

import io.posture.io.input.Note;
import io.posture.io.input.RejectCode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The code of a message, in words.
 *
 * @param id the code
 * @param kind {@code reject} if rows are set aside, {@code note} if something is only said
 * @param explanation what it means, one sentence without its full stop
 * @param example what such a row may look like; empty for a note
 * @param consequence what became of the rows
 * @param remedy what to do
 */
record MessageCode(String id, String kind, String explanation, String example, String consequence, String remedy) {

    private static final String NOTED = "The rows were read; this is said so that you can judge the results.";

    /** All codes: those of rejects, then those of notes. */
    static List<MessageCode> all() {
        return Stream.concat(
                        Arrays.stream(RejectCode.values()).map(MessageCode::of),
                        Arrays.stream(Note.Code.values()).map(MessageCode::of))
                .toList();
    }

    /** The code with an id, whatever its case. */
    static Optional<MessageCode> find(String id) {
        return RejectCode.find(id)
                .map(MessageCode::of)
                .or(() -> Note.Code.find(id).map(MessageCode::of));
    }

    /** Whether rows are set aside under it. */
    boolean reject() {
        return kind.equals("reject");
    }

    private static MessageCode of(RejectCode code) {
        return new MessageCode(
                code.id(), "reject", code.explanation(), code.example(), code.consequence(), code.remedy());
    }

    private static MessageCode of(Note.Code code) {
        return new MessageCode(code.name(), "note", code.explanation(), "", NOTED, code.remedy());
    }
}
