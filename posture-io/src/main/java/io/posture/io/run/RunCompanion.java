package io.posture.io.run;

import io.posture.api.Outcome;
import io.posture.io.sink.OutputColumn;
import io.posture.io.sink.OutputTable;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells something else of a run beside its register and explanations, in files of its own that the manifest vouches for. It
 * sees the outcomes one by one as they are written, and keeps what it needs.
 */
public interface RunCompanion extends Consumer<Outcome> {

    /** Takes an outcome; outcomes come in the order of their keys. */
    @Override
    default void accept(Outcome outcome) {}

    /** Takes the money of an item, after its outcome. */
    default void add(ItemEconomics item) {}

    /**
     * Opens what it writes while outcomes arrive.
     *
     * @param run where to
     * @throws IOException if the disk refuses
     */
    default void begin(Place run) throws IOException {}

    /**
     * Writes its files, after the last outcome.
     *
     * @param run where to
     * @throws IOException if the disk refuses
     */
    void finish(Place run) throws IOException;

    /** When an item is to be looked at again, for the register; empty if this does not know. */
    default Optional<LocalDate> reviewDue(Outcome outcome) {
        return Optional.empty();
    }

    /** Where a companion writes. */
    interface Place {

        /** Name of the run, 64 hexadecimal digits. */
        String runId();

        /**
         * Opens a text file of the run.
         *
         * @param name one of the names that {@link RunFiles} knows
         */
        Writer open(String name);

        /**
         * Begins a table in every format of the run; whoever begins it closes it.
         *
         * @param csvName name of its CSV file, one of those that {@link RunFiles} knows
         * @param columns its columns
         * @throws IOException if the disk refuses
         */
        OutputTable table(String csvName, List<OutputColumn> columns) throws IOException;

        /**
         * Has the manifest vouch for the audit record of the run, which lies beside its folder.
         *
         * @param name name of its file
         * @param sha256 its hash, lower case hexadecimal
         */
        void audit(String name, String sha256);

        /** Adds a section to the summary. */
        void section(Summary.Section section);
    }
}
