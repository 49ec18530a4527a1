package io.posture.api;

/**
 * What a firm's log of disruptions says over all of its sources, and what is known of disruptions elsewhere. The same of every
 * item of a run.
 *
 * @param events disruptions of own sources
 * @param sourceYears years in which they were counted, added up over all sources
 * @param lengths how long those of own sources lasted
 * @param elsewhere how long disruptions of the industry lasted, of sources that are not the firm's: lengths alone, they say
 *     nothing of how often an own source fails
 * @param elsewhereRows the rows those were read from
 */
public record DisruptionLog(
        int events, double sourceYears, DisruptionLengths lengths, DisruptionLengths elsewhere, RowRefs elsewhereRows) {

    /** No log is kept. */
    public static final DisruptionLog NONE =
            new DisruptionLog(0, 0, DisruptionLengths.NONE, DisruptionLengths.NONE, RowRefs.NONE);
}
