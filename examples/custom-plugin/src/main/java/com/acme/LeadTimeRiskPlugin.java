package com.acme;

import io.posture.api.LeadTime;
import io.posture.api.Segment;
import io.posture.api.SegmentedItem;
import io.posture.explain.Finding;
import io.posture.explain.Origin;
import io.posture.spi.Contributions;
import io.posture.spi.Doc;
import io.posture.spi.PluginInfo;
import io.posture.spi.PosturePlugin;
import io.posture.spi.SegmentationScheme;
import java.io.Serializable;

/** Acme's own idea of risk: whatever takes long to arrive. An unknown lead time is never read as a short one. */
public final class LeadTimeRiskPlugin implements PosturePlugin {

    private static final Origin.Formula RULE = new Origin.Formula(
            "acme.lead-time-risk.1",
            "HIGH above slowDays, MEDIUM above half of it, else LOW; unknown is HIGH",
            "Acme planning handbook, 4.2");

    /** Acme's setting. */
    public record Config(@Doc("days; an item slower than this is HIGH risk, above 0") double slowDays)
            implements Serializable {
        public Config {
            if (!(slowDays > 0)) {
                throw new IllegalArgumentException("slowDays must be positive, was " + slowDays);
            }
        }
    }

    @Override
    public PluginInfo info() {
        return new PluginInfo("acme-lead-time-risk", "1.0.0", PluginInfo.API_VERSION, "Risk by lead time alone");
    }

    @Override
    public void contribute(Contributions to) {
        to.segmentation(
                "acme.lead-time-risk",
                new Config(120),
                config -> SegmentationScheme.perItem(item -> classify(item, config.slowDays())));
    }

    private static Segment classify(SegmentedItem item, double slowDays) {
        return item.profile()
                .supply()
                .leadTime()
                .map(leadTime -> known(leadTime, slowDays))
                .orElseGet(() -> Segment.of(
                        "HIGH",
                        Finding.of("leadTimeRisk", "HIGH", RULE, Finding.unknown("leadTime", "deliver receipts"))));
    }

    private static Segment known(LeadTime leadTime, double slowDays) {
        double days = leadTime.meanDays();
        String code = days > slowDays ? "HIGH" : days > slowDays / 2 ? "MEDIUM" : "LOW";
        return Segment.of(code, Finding.of("leadTimeRisk", code, RULE, leadTime.meanFigure()));
    }
}
