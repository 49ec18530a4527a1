package io.posture.analysis.budget;

/** What money is weighed by. */
public enum Basis {
    /** Expected loss: what a piece short costs. Items of which that is not known are not weighed. */
    LOSS,
    /**
     * Service: what a piece costs, so that the value of what is not delivered is least. No loss is claimed; it needs no
     * cost of a piece short.
     */
    SERVICE
}
