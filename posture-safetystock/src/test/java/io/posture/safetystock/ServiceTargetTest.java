package io.posture.safetystock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ServiceTargetTest {

    @Test
    void aPriceOfAShortageDecides() {
        // 1 - 0.25 * 10 * 200 / (20 * 1000)
        assertEquals(
                new ServiceTarget.Result(0.975, ServiceTarget.Source.ECONOMIC), ServiceTarget.calculate(priced("E")));
    }

    @Test
    void theClassDecidesWithoutAPrice() {
        assertEquals(0.99, level(OptionalDouble.empty(), 1000, "V").csl());
        assertEquals(0.975, level(OptionalDouble.of(0), 1000, "E").csl());
        assertEquals(0.95, level(OptionalDouble.of(20), 0, "D").csl());
    }

    @Test
    void theLevelIsClipped() {
        assertEquals(0.9999, level(OptionalDouble.of(1e9), 1000, "D").csl());
        assertEquals(0.5, level(OptionalDouble.of(1e-9), 1000, "D").csl());
    }

    @Test
    void aLevelOfOneIsRefused() {
        assertEquals(
                "vital must be in (0, 1), was 1.0",
                assertThrows(IllegalArgumentException.class, () -> new ServiceTarget.Levels(1, 0.9, 0.8))
                        .getMessage());
    }

    private static ServiceTarget.Result level(OptionalDouble shortageCost, double annualDemand, String ved) {
        return ServiceTarget.calculate(new ServiceTarget.Inputs(
                OptionalDouble.of(10),
                OptionalDouble.of(0.25),
                OptionalDouble.of(200),
                annualDemand,
                shortageCost,
                ved));
    }

    static ServiceTarget.Inputs priced(String ved) {
        return new ServiceTarget.Inputs(
                OptionalDouble.of(10),
                OptionalDouble.of(0.25),
                OptionalDouble.of(200),
                1000,
                OptionalDouble.of(20),
                ved);
    }
}
