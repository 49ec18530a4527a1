package io.posture.resilience;

import io.posture.resilience.network.ExposureIndex;
import io.posture.resilience.network.ImpactProgram;
import io.posture.resilience.network.SurvivalProgram;
import io.posture.spi.Contributions;

/** Publishes the calculations of supply networks. */
final class NetworkCalculations {

    private NetworkCalculations() {}

    static void offer(Contributions to) {
        to.calculation("pile.lpImpact", ImpactProgram.FORMULA, ImpactProgram.Inputs.class, ImpactProgram::calculate);
        to.calculation("pile.lpTts", SurvivalProgram.FORMULA, SurvivalProgram.Inputs.class, SurvivalProgram::calculate);
        to.calculation("pile.rei", ExposureIndex.FORMULA, ExposureIndex.Inputs.class, ExposureIndex::calculate);
    }
}
