package io.posture.analysis.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.posture.io.DataSet;
import io.posture.io.Import;
import io.posture.io.Importer;
import io.posture.profile.ProfileSettings;
import io.posture.stress.Shock;
import io.posture.stress.StressScenario;
import io.posture.stress.StressSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Tables small enough for a sheet of paper. Ten pieces a day are needed of every item of which something is needed. */
final class Tables {

    static final LocalDate AS_OF = LocalDate.of(2026, 3, 1);

    private static final int WEEKS = 60;

    private final Path folder;
    private final Map<String, List<String>> tables = new LinkedHashMap<>();

    Tables(Path folder) {
        this.folder = folder;
        row("items", "item_id,base_uom,unit_cost,unit_margin,item_type,made_at,contract_per_day");
        row("demand", "item_id,date,quantity,grain");
        row("stock", "item_id,as_of,quantity");
        row("sourcing", "item_id,supplier_id,share,qualified,lead_time_days,site_id,lane_id,surge_pct,fixed_cost_yr");
    }

    Tables row(String table, String text) {
        tables.computeIfAbsent(table, none -> new ArrayList<>()).add(text);
        return this;
    }

    /** An item that is sold, with its stock. */
    Tables item(String id, String cost, String margin, int pieces) {
        return product(id, cost, margin, pieces, "", "");
    }

    /** An item that is sold, with where it is made and what is owed of it. */
    Tables product(String id, String cost, String margin, int pieces, String madeAt, String contractPerDay) {
        row("items", id + ",C62," + cost + "," + margin + ",finished," + madeAt + "," + contractPerDay);
        for (int week = 1; week <= WEEKS; week++) {
            row("demand", id + "," + AS_OF.minusDays(7L * week - 1) + ",70,week");
        }
        return row("stock", id + "," + AS_OF + "," + pieces);
    }

    /** A component without demand of its own. */
    Tables component(String id, String cost, int pieces) {
        return row("items", id + ",C62," + cost + ",,component,,").row("stock", id + "," + AS_OF + "," + pieces);
    }

    Import read() throws IOException {
        for (Map.Entry<String, List<String>> table : tables.entrySet()) {
            Files.write(folder.resolve(table.getKey() + ".csv"), table.getValue());
        }
        Import imported = Importer.read(DataSet.of(List.of(folder.toString())), ProfileSettings.DEFAULTS);
        assertEquals(List.of(), imported.rejects());
        assertEquals(AS_OF, imported.population().asOf());
        return imported;
    }

    SupplyNetwork network() throws IOException {
        return SupplyNetwork.of(read(), new Opening.OnHand(), 0.25, OptionalDouble.empty());
    }

    StressReport.Scenario test(Shock... shocks) throws IOException {
        return new StressTest(network(), StressSettings.DEFAULTS).run(StressScenario.of(shocks));
    }

    static StressRow row(StressReport.Scenario scenario, String item) {
        return scenario.rows().stream()
                .filter(row -> row.impact().item().equals(item))
                .findFirst()
                .orElseThrow();
    }
}
