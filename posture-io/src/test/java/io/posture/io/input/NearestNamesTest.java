package io.posture.io.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNamesTest {

    private static final List<String> COLUMNS = List.of("item_id", "unit_cost", "quantity");

    @Test
    void findsANameWithOneWrongLetter() {
        assertEquals(List.of("quantity"), NearestNames.of("quantitiy", COLUMNS));
    }

    @Test
    void ignoresCaseAndSeparators() {
        assertEquals(List.of("unit_cost"), NearestNames.of("Unit Cost", COLUMNS));
    }

    @Test
    void keepsSilentWhenNothingIsNear() {
        assertEquals("", NearestNames.maybe("warehouse", COLUMNS));
    }

    @Test
    void phrasesASuggestion() {
        assertEquals(" Maybe 'item_id' is meant.", NearestNames.maybe("itemid", COLUMNS));
    }

    @Test
    void countsInsertionsDeletionsAndReplacements() {
        assertEquals(3, NearestNames.distance("kitten", "sitting"));
        assertEquals(4, NearestNames.distance("", "four"));
    }
}
