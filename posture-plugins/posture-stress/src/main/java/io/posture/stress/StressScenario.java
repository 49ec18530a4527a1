package io.posture.stress;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is put to the test: shocks that go together. Shocks may overlap: days without supply are united, rises of demand
 * multiply.
 *
 * @param name how results name it
 * @param shocks at least one
 */
public record StressScenario(String name, List<Shock> shocks) {

    /** Copies and checks. */
    public StressScenario {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a scenario needs a name, was empty");
        }
        shocks = List.copyOf(shocks);
        if (shocks.isEmpty()) {
            throw new IllegalArgumentException("scenario '" + name + "' needs at least one shock, has none");
        }
    }

    /** A scenario named by what happens. */
    public static StressScenario of(Shock... shocks) {
        List<Shock> all = List.of(shocks);
        return new StressScenario(all.stream().map(Shock::text).collect(Collectors.joining(", ")), all);
    }

    /** The day after which the first shock begins. */
    public int fromDay() {
        return shocks.stream().mapToInt(Shock::fromDay).min().orElseThrow();
    }

    /** Shocks on the same thing, which may overlap, said in words; empty if there are none. */
    public List<String> overlaps() {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < shocks.size(); i++) {
            for (int j = i + 1; j < shocks.size(); j++) {
                if (subject(shocks.get(i)).equals(subject(shocks.get(j)))) {
                    found.add("'" + shocks.get(i).text() + "' and '"
                            + shocks.get(j).text() + "': "
                            + (shocks.get(i) instanceof Shock.DemandUp
                                    ? "rises of demand multiply"
                                    : "days without supply are united"));
                }
            }
        }
        return List.copyOf(found);
    }

    private static String subject(Shock shock) {
        if (shock instanceof Shock.SupplierDown down) {
            return "supplier:" + down.supplier();
        }
        if (shock instanceof Shock.LaneClosed closed) {
            return "lane:" + closed.lane();
        }
        if (shock instanceof Shock.NodeDown down) {
            return down.node();
        }
        return shock instanceof Shock.DemandUp ? "demand" : "lead times";
    }
}
