package io.posture.io.run;

import io.posture.api.StockpileNames;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Adds up the strategic stock of a run. Not thread-safe. */
final class StrategicTally {

    private final Map<String, Long> open = new TreeMap<>();
    private long held;
    private double value;
    private double carrying;
    private double avoided;
    private long exposed;
    private long survivalUnknown;
    private Optional<Summary.Exposed> worst = Optional.empty();
    private long overInsured;
    private double surplus;
    private long frequent;

    StrategicTally() {}

    void add(ItemResult result) {
        StrategicResult strategic = result.strategic();
        if (strategic.holds()) {
            held++;
            value += strategic.value().orElse(0);
            carrying += strategic.carryingPerYear().orElse(0);
            avoided += strategic.lossLean().orElse(0) - strategic.lossBuffered().orElse(0);
        }
        if (!strategic.openState().isEmpty()) {
            open.merge(strategic.openState(), 1L, Long::sum);
        }
        survival(result, strategic);
        String verdict = strategic.tree().text(StockpileNames.VERDICT_TODAY);
        double needed = Math.max(
                strategic.bestPieces().orElse(0), strategic.regulatoryMinimum().orElse(0));
        double surplusPieces = strategic.today().orElse(0) - needed;
        if ((verdict.equals("OVER_INSURED") || verdict.equals("TRIM")) && surplusPieces > 0) {
            overInsured++;
            surplus += surplusPieces * result.profile().item().unitCost().orElse(0);
        }
        frequent += strategic.tree().text("disruptionModel").equals("FREQUENT") ? 1 : 0;
    }

    private void survival(ItemResult result, StrategicResult strategic) {
        OptionalDouble gap = strategic.number(StockpileNames.GAP);
        if (gap.isEmpty()) {
            survivalUnknown++;
            return;
        }
        if (gap.getAsDouble() > 0) {
            exposed++;
            if (worst.isEmpty() || gap.getAsDouble() > worst.get().gapDays()) {
                worst = Optional.of(new Summary.Exposed(
                        result.id(),
                        strategic.number(StockpileNames.TIME_TO_SURVIVE).orElse(0),
                        strategic.number(StockpileNames.TIME_TO_RECOVER).orElse(0),
                        gap.getAsDouble()));
            }
        }
    }

    Summary.Strategic strategic() {
        return new Summary.Strategic(
                held, value, carrying, avoided, open, exposed, survivalUnknown, worst, overInsured, surplus, frequent);
    }
}
