package io.posture.safetystock;

import io.posture.explain.Origin;
import io.posture.numerics.Normal;
import io.posture.numerics.Require;
import io.posture.spi.Doc;

/** One purchase for a need that ends: what is left over is lost, what is short is paid for. */
final class Newsvendor {

    static final Origin.Formula FORMULA = new Origin.Formula(
            "buf.newsvendorNormal.1",
            "mu + sigma z, z the normal quantile at cu / (cu + co); cost (cu + co) sigma phi(z)",
            "Arrow, Harris & Marschak 1951; Snyder & Shen 2019");

    private Newsvendor() {}

    /** Inputs of the calculation. */
    record Inputs(
            @Doc("cost of one piece left over co, money, above 0")
            double overage,

            @Doc("cost of one piece short cu, money, above 0")
            double underage,

            @Doc("mean need mu, pieces, at least 0") double mean,

            @Doc("standard deviation of the need sigma, pieces, at least 0")
            double sd) {

        Inputs {
            Require.positive("overage", overage);
            Require.positive("underage", underage);
            Require.notNegative("mean", mean);
            Require.notNegative("sd", sd);
        }
    }

    /** Quantity, pieces, below 0 if even none is too much, and expected cost of surplus and shortage, money. */
    record Result(double quantity, double cost) {}

    static Result calculate(Inputs inputs) {
        double both = inputs.underage + inputs.overage;
        // the smaller share is the exact one
        double z = inputs.underage <= inputs.overage
                ? Normal.quantile(inputs.underage / both)
                : -Normal.quantile(inputs.overage / both);
        return new Result(inputs.mean + z * inputs.sd, both * inputs.sd * Normal.density(z));
    }
}
