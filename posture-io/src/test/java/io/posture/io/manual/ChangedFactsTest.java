package io.posture.io.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.api.Item;
import io.posture.api.ItemId;
import io.posture.api.Supplier;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangedFactsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Test
    void everythingThatIsKnownOfAnItemAndASupplierIsPassedOn() {
        assertEquals(List.of(), leftToDefaults(Item.class, ChangedItem.class));
        assertEquals(List.of(), leftToDefaults(Supplier.class, ChangedSupplier.class));
    }

    private static List<String> leftToDefaults(Class<?> contract, Class<?> changed) {
        return Arrays.stream(contract.getMethods())
                .filter(Method::isDefault)
                .map(Method::getName)
                .filter(name -> Arrays.stream(changed.getDeclaredMethods())
                        .noneMatch(method -> method.getName().equals(name)))
                .toList();
    }

    @Test
    void decisionsSetByHandAreWholePiecesThatCanBeMeant() {
        for (String field : List.of("safety_stock", "reorder_point", "order_qty", "strategic_stock")) {
            assertTrue(ManualOverride.refusal(field, "0").isEmpty());
            assertTrue(ManualOverride.refusal(field, "1e15").isEmpty());
            for (String refused : List.of("12.7", "1e300", "2e15", "-1", "unknown")) {
                assertFalse(ManualOverride.refusal(field, refused).isEmpty(), () -> field + " " + refused);
            }
        }
        assertFalse(ManualOverride.refusal("unit_cost", "1e300").isEmpty());
    }

    @Test
    void anEmergencyEndsBeforeItsLastDay() {
        ManualOverride strike = override("EMERGENCY", "safety_stock", DAY.minusDays(181), DAY.plusDays(400));
        ManualOverride fresh = override("EMERGENCY", "safety_stock", DAY.minusDays(180), DAY.plusDays(400));
        ManualOverride contract = override("CONTRACT", "safety_stock", DAY.minusDays(181), DAY.plusDays(400));
        ManualOverride fact = override("EMERGENCY", "ttr_days", DAY.minusDays(181), DAY.plusDays(400));
        assertEquals(List.of(), inForce(strike));
        assertEquals(List.of(fresh), inForce(fresh));
        assertEquals(List.of(contract), inForce(contract));
        assertEquals(List.of(fact), inForce(fact));
        assertEquals(List.of(fresh), inForce(strike, fresh));
        assertEquals(List.of(strike, fresh), new Overrides(List.of(strike, fresh), DAY, 180).of(strike.item()));
    }

    private static List<ManualOverride> inForce(ManualOverride... all) {
        return new Overrides(List.of(all), DAY, 180).inForce(all[0].item());
    }

    private static ManualOverride override(String reason, String field, LocalDate from, LocalDate until) {
        return new ManualOverride(ItemId.of("bolt"), field, "50", reason, "why", "planning", from, until, "");
    }
}
