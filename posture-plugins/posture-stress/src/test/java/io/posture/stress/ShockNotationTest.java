package io.posture.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShockNotationTest {

    @Test
    void formsOfTheCommandLineAreRead() {
        assertEquals(new Shock.SupplierDown("V-2031", 30), ShockNotation.supplierDown("V-2031=30d"));
        assertEquals(new Shock.SupplierDown("a=b", 14), ShockNotation.supplierDown("a=b=2w"));
        assertEquals(new Shock.LaneClosed("SUEZ", 60), ShockNotation.laneClosed("SUEZ=60d"));
        assertEquals(new Shock.DemandUp(0.5, 30), ShockNotation.demand("+50%=30d"));
        assertEquals(new Shock.DemandUp(0.125, 7), ShockNotation.demand("+12.5%=1w"));
        assertEquals(new Shock.LeadTimesTimes(3), ShockNotation.leadTimes("x3"));
        assertEquals(new Shock.LeadTimesTimes(1.5, OptionalInt.of(60), 0), ShockNotation.leadTimes("x1.5=60d"));
        assertEquals(new Shock.NodeDown("P1"), ShockNotation.nodeDown("P1"));
        assertEquals(new Shock.NodeDown("plant:P1", 30), ShockNotation.nodeDown("plant:P1=30d"));
    }

    @ParameterizedTest
    @CsvSource({
        "supplier, V-2031, 'cannot read ''V-2031'': what happens stands before =, how long after it. Write it like V-2031=30d.'",
        "supplier, V=, 'cannot read ''V='': the duration is missing. Write it like V-2031=30d.'",
        "supplier, =30d, 'what happens stands before ='",
        "supplier, ' =30d', 'a shock needs the id of a supplier, was empty'",
        "supplier, V=30, 'a whole number and d for days or w for weeks, was ''30'''",
        "supplier, V=1.5d, 'was ''1.5d'''",
        "supplier, V=-3d, 'was ''-3d'''",
        "supplier, V=0d, 'a duration is 1 to 3650 days, was 0d'",
        "supplier, V=99999d, 'a duration is 1 to 3650 days, was 99999d'",
        "supplier, V=999999999999d, 'was ''999999999999d'''",
        "demand, 50%=30d, 'a rise begins with + and ends with %'",
        "demand, +50=30d, 'a rise begins with + and ends with %'",
        "demand, -20%=30d, 'a rise begins with + and ends with %'",
        "demand, +0%=30d, 'a rise of demand must be above 0 % and at most 10000 %, was 0.0 %'",
        "leadTimes, 3, 'a multiple begins with x. Write it like x3.'",
        "leadTimes, xNaN, 'a multiple begins with x'",
        "leadTimes, x1, 'lead times must be multiplied by more than 1 and at most 100, was x1.0'",
        "leadTimes, x999999, 'was x999999.0'",
        "node, ' ', 'a shock needs the id of a node, was empty'",
    })
    void anythingElseIsRefusedInWords(String form, String text, String message) {
        Function<String, Shock> reader = switch (form) {
            case "supplier" -> ShockNotation::supplierDown;
            case "demand" -> ShockNotation::demand;
            case "leadTimes" -> ShockNotation::leadTimes;
            default -> ShockNotation::nodeDown;
        };
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> reader.apply(text));
        assertTrue(refused.getMessage().contains(message), refused::getMessage);
    }
}
