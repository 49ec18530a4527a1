package io.posture.segmentation;

import io.posture.api.FailureRating;
import io.posture.explain.Origin;
import io.posture.spi.Doc;
import java.util.stream.IntStream;

/**
 * Numbers made of the ratings of a failure mode. The risk priority number is shown only: a product of ranks has no ratio
 * meaning, and the same number stands for different risks.
 */
final class FailureModes {

    static final Origin.Formula RPN = new Origin.Formula(
            "seg.rpn.1", "severity * occurrence * detection", "DOMAIN C.7; its flaws: Bowles 2003, Wheeler 2011");
    static final Origin.Formula LATTICE =
            new Origin.Formula("seg.rpnLattice.1", "number of different products S * O * D on 1..10", "Bowles 2003");
    static final Origin.Formula PRIORITY = new Origin.Formula(
            "seg.actionPriority.1",
            "cell of the table of severity, occurrence and detection in the settings",
            "DOMAIN C.7, a table as recalled: not compared with a printed handbook");

    private static final int WORST = 10;

    private FailureModes() {}

    /** Inputs of the calculations. */
    record Inputs(
            @Doc("severity, a whole number in [1, 10], 10 worst")
            int severity,

            @Doc("occurrence, a whole number in [1, 10], 10 most often")
            int occurrence,

            @Doc("detection, a whole number in [1, 10], 10 least likely to be detected")
            int detection) {

        Inputs {
            rating(severity, occurrence, detection);
        }

        FailureRating rating() {
            return rating(severity, occurrence, detection);
        }

        private static FailureRating rating(int severity, int occurrence, int detection) {
            return new FailureRating(severity, occurrence, detection);
        }
    }

    /** The risk priority number, 1 to 1000. */
    record RpnResult(int rpn) {}

    /** No inputs. */
    record LatticeInputs() {}

    /** How many different numbers there are. */
    record LatticeResult(int distinct) {}

    /** The action priority: H, M or L. */
    record PriorityResult(String priority) {}

    static RpnResult rpn(Inputs inputs) {
        return new RpnResult(rpn(inputs.rating()));
    }

    static int rpn(FailureRating rating) {
        return rating.severity() * rating.occurrence() * rating.detection();
    }

    static LatticeResult lattice(LatticeInputs none) {
        long distinct = ratings()
                .flatMap(severity ->
                        ratings().flatMap(occurrence -> ratings().map(detection -> severity * occurrence * detection)))
                .distinct()
                .count();
        return new LatticeResult((int) distinct);
    }

    /** The action priority by the default table. */
    static PriorityResult actionPriority(Inputs inputs) {
        return new PriorityResult(FmeaScheme.Config.DEFAULTS.priority(inputs.rating()));
    }

    private static IntStream ratings() {
        return IntStream.rangeClosed(1, WORST);
    }
}
