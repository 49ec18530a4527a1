package io.posture.analysis.stress;

import io.posture.io.scenario.ScenarioException;
import io.posture.io.scenario.ScenarioFile;
import io.posture.stress.NodeKind;
import io.posture.stress.Shock;
import io.posture.stress.ShockNotation;
import io.posture.stress.StressScenario;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Turns the scenarios of a file into scenarios for the engine. */
public final class Scenarios {

    private static final Pattern AT_ONCE = Pattern.compile("(0+[dw])?");

    private Scenarios() {}

    /**
     * The scenarios of a file.
     *
     * @param network what they are put to
     * @throws ScenarioException if one cannot be read, or names what the network does not have; the message names the line
     */
    public static List<StressScenario> of(ScenarioFile file, SupplyNetwork network) {
        List<StressScenario> scenarios = new ArrayList<>();
        for (ScenarioFile.Scenario written : file.scenarios()) {
            List<Shock> shocks = new ArrayList<>();
            for (ScenarioFile.Line line : written.shocks()) {
                try {
                    Shock shock = shock(line);
                    network.require(new StressScenario(written.name(), List.of(shock)));
                    shocks.add(shock);
                } catch (IllegalArgumentException bad) {
                    throw new ScenarioException(file.name() + ":" + line.line() + " " + bad.getMessage(), bad);
                }
            }
            scenarios.add(new StressScenario(written.name(), shocks));
        }
        return scenarios;
    }

    private static Shock shock(ScenarioFile.Line line) {
        String timed = line.lasts().isEmpty() ? line.what() : line.what() + "=" + line.lasts();
        Shock shock = switch (line.kind()) {
            case SUPPLIER_DOWN -> ShockNotation.supplierDown(lasting(line));
            case LANE_CLOSED -> ShockNotation.laneClosed(lasting(line));
            case REGION_DOWN -> regionDown(lasting(line));
            case NODE_DOWN -> line.lasts().isEmpty() ? new Shock.NodeDown(line.what()) : ShockNotation.nodeDown(timed);
            case DEMAND -> ShockNotation.demand(lasting(line));
            case LEAD_TIMES -> ShockNotation.leadTimes(timed);
        };
        return AT_ONCE.matcher(line.after()).matches() ? shock : shock.from(ShockNotation.days(line.after()));
    }

    private static String lasting(ScenarioFile.Line line) {
        if (line.lasts().isEmpty()) {
            throw new IllegalArgumentException("'" + line.kind().key() + ": " + line.what()
                    + "' does not say how long. Add for, like {" + line.kind().key() + ": " + line.what()
                    + ", for: 30d}.");
        }
        return line.what() + "=" + line.lasts();
    }

    /**
     * A region that fails: {@code IN=30d}.
     *
     * @throws IllegalArgumentException if the text is not of that form
     */
    public static Shock regionDown(String text) {
        String prefix = NodeKind.REGION.text() + ":";
        return ShockNotation.nodeDown((text.startsWith(prefix) ? "" : prefix) + timed(text));
    }

    private static String timed(String text) {
        if (text.lastIndexOf('=') <= 0) {
            throw new IllegalArgumentException("cannot read '" + text
                    + "': what happens stands before =, how long after it. Write it like IN=30d.");
        }
        return text;
    }
}
