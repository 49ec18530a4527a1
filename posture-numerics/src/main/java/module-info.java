/** What no library has in the needed form: distributions' tails, quantile types, sums that do not depend on order. */
module io.posture.numerics {
    requires static transitive org.jspecify;
    requires org.apache.commons.numbers.gamma;
    requires org.apache.commons.statistics.distribution;

    exports io.posture.numerics;
}
