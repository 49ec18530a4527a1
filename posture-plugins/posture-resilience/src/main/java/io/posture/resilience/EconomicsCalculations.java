package io.posture.resilience;

import io.posture.resilience.economics.BudgetAllocation;
import io.posture.resilience.economics.CarryingRate;
import io.posture.resilience.economics.LossTail;
import io.posture.resilience.economics.OverInsurance;
import io.posture.resilience.economics.PostureCost;
import io.posture.resilience.economics.ResilienceReturn;
import io.posture.resilience.economics.SecondSource;
import io.posture.resilience.economics.StockoutCost;
import io.posture.resilience.economics.UnitAllocation;
import io.posture.resilience.economics.WorkingCapital;
import io.posture.spi.Contributions;

/** Publishes the calculations of the economics of disruption. */
final class EconomicsCalculations {

    private EconomicsCalculations() {}

    static void offer(Contributions to) {
        to.calculation("econ.stockoutCost", StockoutCost.FORMULA, StockoutCost.Inputs.class, StockoutCost::calculate);
        to.calculation(
                "econ.overInsurance", OverInsurance.FORMULA, OverInsurance.Inputs.class, OverInsurance::calculate);
        to.calculation(
                "econ.workingCapital", WorkingCapital.FORMULA, WorkingCapital.Inputs.class, WorkingCapital::calculate);
        to.calculation("econ.carryRate", CarryingRate.FORMULA, CarryingRate.Inputs.class, CarryingRate::calculate);
        to.calculation("econ.varCvar", LossTail.FORMULA, LossTail.Inputs.class, LossTail::calculate);
        to.calculation(
                "econ.resilienceRoi",
                ResilienceReturn.FORMULA,
                ResilienceReturn.Inputs.class,
                ResilienceReturn::calculate);
        to.calculation("econ.secondSource", SecondSource.FORMULA, SecondSource.Inputs.class, SecondSource::calculate);
        to.calculation(
                "econ.allocateBudget",
                BudgetAllocation.FORMULA,
                BudgetAllocation.Inputs.class,
                BudgetAllocation::calculate);
        to.calculation(
                "econ.allocateUnits", UnitAllocation.FORMULA, UnitAllocation.Inputs.class, UnitAllocation::calculate);
        to.calculation("econ.postureCost", PostureCost.FORMULA, PostureCost.Inputs.class, PostureCost::calculate);
    }
}
