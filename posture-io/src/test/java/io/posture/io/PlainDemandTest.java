package io.posture.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.posture.api.DemandProfile;
import io.posture.io.input.Reject;
import io.posture.io.input.SourceAccount;
import io.posture.profile.ProfileSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Demand read from bytes is the demand that the general reading finds: UTF-16 always goes the general way. */
class PlainDemandTest {

    private static final List<String> ITEMS =
            List.of("bolt", "nut", "M\u00fctter", "0047", "47", "no such item", " bolt", "bolt\u00a0", "#N/A", "");
    private static final List<String> DATES = List.of(
            "2025-01-06",
            "2025-02-28",
            "2025-02-29",
            "2024-02-29",
            "1969-12-31",
            "1970-01-01",
            "2025-1-6",
            "2025-13-01",
            "2025-00-10",
            "2025-01-00",
            "06.01.2025",
            "2099-12-31",
            "2100-01-01",
            "",
            " 2025-01-06",
            "20250106",
            "2025-01-061");
    private static final List<String> QUANTITIES = List.of(
            "1",
            "10",
            "0",
            "-3",
            "+3",
            "0.1",
            "2.675",
            "1e3",
            ".5",
            "5.",
            "1,5",
            "",
            "123456789012345",
            "1234567890123456",
            "0.000000000000001",
            "1.15",
            "8.41",
            "nan",
            "12O",
            "007",
            "1 ",
            "1..2",
            ".");
    private static final List<String> GRAINS = List.of("", "", "day", "week", "month", "Day", "year", " week");
    private static final List<String> KINDS =
            List.of("", "", "sale", "consumption", "dependent", "transfer", "return", "gift");
    private static final List<String> UNITS = List.of("", "", "C62", "c62", "KGM", "#N/A", "C62 ");
    private static final List<String> PLACES = List.of("", "", "1000", "#REF!", " #REF!");
    private static final List<String> RARE = List.of("", "", "", "", "", "", "", "1");

    @TempDir
    Path folder;

    @Test
    void bothWaysReadTheSame() throws IOException {
        for (int seed = 0; seed < 8; seed++) {
            Random random = new Random(seed);
            StringBuilder text =
                    new StringBuilder("quantity,item_id,date,grain,kind,uom,location_id,document,stockout,extra\n");
            for (int row = 0; row < 3_000; row++) {
                boolean sound = random.nextInt(3) > 0;
                text.append(sound ? random.nextInt(50) : any(QUANTITIES, random))
                        .append(',');
                text.append(sound ? ITEMS.get(random.nextInt(5)) : any(ITEMS, random))
                        .append(',');
                text.append(sound ? "2025-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10) : any(DATES, random))
                        .append(',');
                text.append(sound ? "" : any(GRAINS, random)).append(',');
                text.append(sound ? "sale" : any(KINDS, random)).append(',');
                text.append(sound ? "C62" : any(UNITS, random)).append(',');
                text.append(any(PLACES, random)).append(',');
                text.append(any(RARE, random)).append(',');
                text.append(any(RARE, random)).append(",x\n");
            }
            String content = text.toString().replace("\"", "");
            Import plain = read(seed + "-plain", content.getBytes(StandardCharsets.UTF_8));
            Import general = read(seed + "-general", ("\uFEFF" + content).getBytes(StandardCharsets.UTF_16LE));
            assertEquals(profiles(general), profiles(plain));
            assertEquals(
                    general.rejects().stream().map(Reject::text).toList(),
                    plain.rejects().stream().map(Reject::text).toList());
            assertEquals(accounts(general), accounts(plain));
            assertEquals(general.notes(), plain.notes());
            assertEquals(general.population().assumptions(), plain.population().assumptions());
        }
    }

    private static String any(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }

    private static List<List<Object>> profiles(Import read) {
        return read.population().items().map(profile -> facts(profile.demand())).toList();
    }

    private static List<Object> facts(DemandProfile demand) {
        return List.of(
                Arrays.toString(demand.history().toArray()),
                demand.demandClass(),
                demand.meanPerDay(),
                demand.sdPerDay(),
                demand.annualIssues(),
                demand.daysSinceLastIssue(),
                demand.returnedPieces(),
                demand.rows().toString());
    }

    private static List<String> accounts(Import read) {
        return read.sources().stream()
                .map(SourceAccount::tables)
                .map(Object::toString)
                .toList();
    }

    private Import read(String name, byte[] demand) throws IOException {
        Path data = Files.createDirectory(folder.resolve(name));
        Files.writeString(data.resolve("items.csv"), "item_id,unit_cost\nbolt,1\nnut,2\nM\u00fctter,3\n0047,4\n47,5\n");
        Files.write(data.resolve("demand.csv"), demand);
        return Importer.read(
                DataSet.of(List.of(data.toString())), ProfileSettings.DEFAULTS.withAsOf(LocalDate.of(2025, 10, 1)));
    }
}
