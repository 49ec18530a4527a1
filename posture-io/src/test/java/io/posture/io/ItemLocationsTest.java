package io.posture.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.ItemId;
import io.posture.io.input.InputException;
import io.posture.io.input.Note;
import io.posture.io.input.RejectCode;
import io.posture.profile.ProfileSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemLocationsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void minimum() throws IOException {
        write("items.csv", "item_id,unit_cost,base_uom", "bolt,0.20,H87", "nut,1,KGM");
        write("demand.csv", "item_id,date,quantity", "bolt,2025-01-06,10", "nut,2025-01-13,5");
    }

    @Test
    void rowIsKeptWithItsKeyToTheLetter() throws IOException {
        write(
                "item_locations.csv",
                "item_id,location_id,source_key,current_safety_stock,current_reorder_point,current_max,moq,multiple",
                "bolt , 1000,  000000000000004711 ,12,30.5,,5,6",
                "nut,1000,   ,,,,,");
        ItemLocation bolt = read().locations().of(ItemId.of("bolt"));
        assertEquals(
                new ItemLocation(
                        1,
                        "1000",
                        "  000000000000004711 ",
                        "H87",
                        OptionalDouble.of(12),
                        OptionalDouble.of(30.5),
                        OptionalDouble.empty(),
                        OptionalDouble.of(5),
                        OptionalDouble.of(6)),
                bolt);
        assertEquals("", read().locations().of(ItemId.of("nut")).sourceKey());
    }

    @Test
    void withoutTheTableWhatIsHeldIsUnknown() {
        ItemLocation bolt = read().locations().of(ItemId.of("bolt"));
        assertEquals(ItemLocation.UNKNOWN, bolt);
        assertTrue(bolt.safetyStock().isEmpty());
    }

    @Test
    void itemAtSeveralPlacesIsUnknownAsAWholeAndIsSaid() throws IOException {
        write(
                "item_locations.csv",
                "item_id,location_id,current_safety_stock",
                "bolt,1000,12",
                "bolt,2000,3",
                "nut,1000,1");
        Import read = read();
        assertEquals(2, read.locations().of(ItemId.of("bolt")).places());
        assertFalse(read.locations().of(ItemId.of("bolt")).safetyStock().isPresent());
        assertEquals(1, read.locations().of(ItemId.of("nut")).safetyStock().orElseThrow());
        assertEquals(
                1,
                read.notes().stream()
                        .filter(note -> note.code() == Note.Code.SEVERAL_LOCATIONS)
                        .findFirst()
                        .orElseThrow()
                        .rows());
    }

    @Test
    void rowOfAStrangeItemAndNegativeStockAreSetAside() throws IOException {
        write("item_locations.csv", "item_id,current_safety_stock", "screw,12", "bolt,-1", "nut,1");
        assertEquals(
                List.of(RejectCode.UNKNOWN_ITEM, RejectCode.OUT_OF_RANGE),
                read().rejects().stream().map(reject -> reject.code()).toList());
    }

    @Test
    void fileOnItsOwnIsReadWholeOrNotAtAll() throws IOException {
        Path good = write("now.csv", "item_id,current_safety_stock", "bolt,12");
        assertEquals(
                12, ItemLocations.read(good).of(ItemId.of("bolt")).safetyStock().orElseThrow());
        Path bad = write("bad.csv", "item_id,current_safety_stock", "bolt,12", "nut,1O");
        InputException problem = assertThrows(InputException.class, () -> ItemLocations.read(bad));
        assertTrue(problem.getMessage().startsWith("bad.csv:3:2 [E-NUM-003] "), problem::getMessage);
    }

    private Import read() {
        return Importer.read(DataSet.of(List.of(folder.toString())), ProfileSettings.DEFAULTS);
    }

    private Path write(String file, String... lines) throws IOException {
        return Files.writeString(folder.resolve(file), String.join("\n", lines) + "\n");
    }
}
