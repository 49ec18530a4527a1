package io.posture.segmentation;

import io.posture.spi.Contributions;
import io.posture.spi.PluginInfo;
import io.posture.spi.PosturePlugin;

/**
 * Offers the schemes {@code abc, xyz, fsn, hml, demand-class, mro, perishability, criticality, fmea, sourcing, sri, risk,
 * kraljic}.
 */
public final class SegmentationPlugin implements PosturePlugin {

    /** For the service loader. */
    public SegmentationPlugin() {}

    @Override
    public PluginInfo info() {
        return new PluginInfo(
                "posture-segmentation", "0.1.0", PluginInfo.API_VERSION, "Value, demand, criticality and risk classes");
    }

    @Override
    public void contribute(Contributions to) {
        to.segmentation("abc", AbcScheme.Config.DEFAULTS, AbcScheme::new);
        to.segmentation("xyz", XyzScheme.Config.DEFAULTS, XyzScheme::of);
        to.segmentation("fsn", FsnScheme.Config.DEFAULTS, FsnScheme::of);
        to.segmentation("hml", HmlScheme.Config.DEFAULTS, HmlScheme::new);
        to.segmentation("demand-class", new DemandClassScheme.Config(), DemandClassScheme::of);
        to.segmentation("mro", new MroScheme.Config(), MroScheme::of);
        to.segmentation("perishability", PerishabilityScheme.Config.DEFAULTS, PerishabilityScheme::of);
        to.segmentation("criticality", CriticalityScheme.Config.DEFAULTS, CriticalityScheme::of);
        to.segmentation("fmea", FmeaScheme.Config.DEFAULTS, FmeaScheme::of);
        to.segmentation("sourcing", new SourcingScheme.Config(), SourcingScheme::of);
        to.segmentation("sri", SriScheme.Config.DEFAULTS, SriScheme::of);
        to.segmentation("risk", RiskScheme.Config.DEFAULTS, RiskScheme::of);
        to.segmentation("kraljic", KraljicScheme.Config.DEFAULTS, KraljicScheme::of);

        to.calculation("seg.abc", AbcScheme.FORMULA, AbcScheme.Inputs.class, AbcScheme::classes);
        to.calculation("seg.xyz", XyzScheme.FORMULA, XyzScheme.Inputs.class, XyzScheme::classOf);
        to.calculation("seg.fsn", FsnScheme.FORMULA, FsnScheme.Inputs.class, FsnScheme::classOf);
        to.calculation("seg.hml", HmlScheme.FORMULA, HmlScheme.Inputs.class, HmlScheme::classes);
        to.calculation("seg.rpn", FailureModes.RPN, FailureModes.Inputs.class, FailureModes::rpn);
        to.calculation("seg.rpnLattice", FailureModes.LATTICE, FailureModes.LatticeInputs.class, FailureModes::lattice);
        to.calculation(
                "seg.actionPriority", FailureModes.PRIORITY, FailureModes.Inputs.class, FailureModes::actionPriority);
        to.calculation("seg.hhi", Concentration.FORMULA, Concentration.Inputs.class, Concentration::of);
        to.calculation(
                "seg.sri", SupplierRiskIndex.FORMULA, SupplierRiskIndex.Inputs.class, SupplierRiskIndex::calculate);
        to.calculation("seg.criticality", Criticality.FORMULA, Criticality.Inputs.class, Criticality::calculate);
        to.calculation("seg.risk", RiskScheme.FORMULA, RiskScheme.Inputs.class, RiskScheme::calculate);
        to.calculation("seg.kraljic", KraljicScheme.FORMULA, KraljicScheme.Inputs.class, KraljicScheme::calculate);
    }
}
