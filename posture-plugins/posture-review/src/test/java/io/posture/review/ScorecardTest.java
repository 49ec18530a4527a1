package io.posture.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.posture.review.KeyFigure.Status;
import io.posture.review.ScorecardInputs.CustomerLine;
import io.posture.review.ScorecardInputs.CustomerOrder;
import io.posture.review.ScorecardInputs.Disruptions;
import io.posture.review.ScorecardInputs.ItemBuffer;
import io.posture.review.ScorecardInputs.Margin;
import io.posture.review.ScorecardInputs.Money;
import io.posture.review.ScorecardInputs.Otif;
import io.posture.review.ScorecardInputs.Stockpile;
import io.posture.review.ScorecardInputs.Tail;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ScorecardTest {

    @Test
    void withoutDataEveryFigureIsNotAvailableAndSaysWhatIsMissing() {
        Scorecard empty = Scorecard.of(ScorecardInputs.NONE);
        assertEquals(20, empty.figures().size());
        for (KeyFigure figure : empty.figures()) {
            assertEquals(Status.NOT_AVAILABLE, figure.status(), figure::name);
            assertTrue(figure.value().isEmpty(), figure::name);
            assertFalse(figure.note().isBlank(), figure::name);
            assertEquals(0, figure.coverage(), figure.name());
        }
        assertEquals("not_available", Status.NOT_AVAILABLE.code());
    }

    @Test
    void fillCountsWhatIsKnownAndSaysHowMuchThatIs() {
        Scorecard card = Scorecard.of(lines(
                line("o1", 10, 10),
                line("o1", 5, 3),
                line("o2", 8, 8),
                line("o3", 4, 4),
                line("o3", 1, 1),
                new CustomerLine("o2", 7, OptionalDouble.empty())));
        KeyFigure units = card.figure("unit_fill");
        assertEquals(26.0 / 28, units.value().getAsDouble(), 1e-12);
        assertEquals(26, units.numerator().getAsDouble(), 0);
        assertEquals(28, units.denominator().getAsDouble(), 0);
        assertEquals(5, units.observations());
        assertEquals(5.0 / 6, units.coverage(), 1e-12);
        assertEquals(Status.MEASURED, units.status());
        assertEquals(0.8, card.value("line_fill").getAsDouble(), 1e-12);
        // of o2 a line is unknown
        assertEquals(0.5, card.value("order_fill").getAsDouble(), 1e-12);
        assertEquals(2.0 / 3, card.figure("order_fill").coverage(), 1e-12);
    }

    @Test
    void stockpileIsOutsideTurns() {
        Scorecard card = Scorecard.of(money(
                new Money(12e6, 1.5e6, new Stockpile(4e5, 3), Optional.of(new Margin(4.5e6, 1.5e6, 4)), true, 5, 8)));
        assertEquals(8, card.value("turns").getAsDouble(), 1e-12);
        assertEquals(45.625, card.value("dio").getAsDouble(), 1e-12);
        assertEquals(3, card.value("gmroi").getAsDouble(), 1e-12);
        assertEquals(4e5, card.value("stockpile_value").getAsDouble(), 0);
        assertEquals(Status.ESTIMATED, card.figure("turns").status());
        assertEquals(5.0 / 8, card.figure("turns").coverage(), 1e-12);
        assertEquals(4.0 / 8, card.figure("gmroi").coverage(), 1e-12);
        assertEquals(3.0 / 8, card.figure("stockpile_value").coverage(), 1e-12);
        Scorecard none = Scorecard.of(money(new Money(0, 0, new Stockpile(0, 0), Optional.empty(), false, 1, 1)));
        assertEquals(OptionalDouble.empty(), none.value("turns"));
        assertEquals("nothing to divide by", none.figure("dio").note());
        assertEquals(Status.NOT_AVAILABLE, none.figure("gmroi").status());
    }

    @Test
    void perfectOrderIsCountedJointlyOverOrdersThatAreKnown() {
        Optional<Boolean> yes = Optional.of(true);
        Optional<Boolean> no = Optional.of(false);
        ScorecardInputs inputs = new ScorecardInputs(
                List.of(),
                List.of(
                        new CustomerOrder(yes, yes, yes, yes),
                        new CustomerOrder(yes, no, yes, yes),
                        new CustomerOrder(no, no, yes, yes),
                        new CustomerOrder(yes, yes, yes, no),
                        new CustomerOrder(yes, yes, Optional.empty(), yes)),
                Optional.empty(),
                Optional.of(new Otif(18, 20, 5)),
                Optional.of(new Disruptions(List.of(10.0, 20.0, 45.0), List.of(15.0))),
                List.of(
                        buffer(100, 60, 5, 4),
                        buffer(20, 50, 10, 1),
                        new ItemBuffer(
                                OptionalDouble.of(7),
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                OptionalDouble.of(1))),
                List.of(
                        buffer(600, 100, 40, 8),
                        new ItemBuffer(
                                OptionalDouble.empty(),
                                OptionalDouble.of(5),
                                OptionalDouble.of(1),
                                OptionalDouble.of(1))),
                new Tail(OptionalDouble.of(120_000), 2, 3, "simulated"));
        Scorecard card = Scorecard.of(inputs);
        assertEquals(0.25, card.value("perfect_order").getAsDouble(), 1e-12);
        assertEquals(0.8, card.figure("perfect_order").coverage(), 1e-12);
        assertEquals(0.28125, card.value("perfect_order_if_independent").getAsDouble(), 1e-12);
        assertEquals(0.9, card.value("supplier_otif").getAsDouble(), 1e-12);
        assertEquals(0.8, card.figure("supplier_otif").coverage(), 1e-12);
        assertEquals(25, card.value("mttr_closed").getAsDouble(), 1e-12);
        assertEquals(30, card.value("mttr_with_open").getAsDouble(), 1e-12);
        assertEquals(Status.ESTIMATED, card.figure("mttr_with_open").status());
        assertEquals(200, card.value("over_insured").getAsDouble(), 1e-12);
        assertEquals(300, card.value("under_insured").getAsDouble(), 1e-12);
        assertEquals(0.625, card.value("insurance_coverage").getAsDouble(), 1e-12);
        assertEquals(2.0 / 3, card.figure("insurance_coverage").coverage(), 1e-12);
        // 700 in buffers against 30 a day
        assertEquals(700.0 / 30, card.value("buffer_cover").getAsDouble(), 1e-12);
        assertEquals(120_000, card.value("cvar_95").getAsDouble(), 0);
        assertEquals(2.0 / 3, card.figure("cvar_95").coverage(), 1e-12);
        assertEquals(Status.ESTIMATED, card.figure("cvar_95").status());
        // (600 - 100) * 40
        assertEquals(20_000, card.value("strategic_over_insured").getAsDouble(), 1e-12);
        assertEquals(0, card.value("strategic_under_insured").getAsDouble(), 1e-12);
        assertEquals(1, card.value("strategic_insurance_coverage").getAsDouble(), 1e-12);
        assertEquals(0.5, card.figure("strategic_insurance_coverage").coverage(), 1e-12);
    }

    @Test
    void whereNobodySaysWhatIsHeldTheProposalIsCoveredAndNothingIsInsured() {
        ItemBuffer proposed = new ItemBuffer(
                OptionalDouble.empty(), OptionalDouble.of(60), OptionalDouble.of(5), OptionalDouble.of(4));
        ScorecardInputs none = ScorecardInputs.NONE;
        Scorecard card = Scorecard.of(new ScorecardInputs(
                none.lines(),
                none.orders(),
                none.money(),
                none.otif(),
                Optional.of(new Disruptions(List.of(), List.of())),
                List.of(proposed),
                List.of(),
                none.tail()));
        assertEquals(15, card.value("buffer_cover").getAsDouble(), 1e-12);
        assertTrue(card.figure("buffer_cover").note().startsWith("of the proposed buffers"));
        assertTrue(card.figure("over_insured").note().startsWith("nobody says what is held"));
        assertTrue(card.figure("mttr_closed").note().startsWith("no event"));
    }

    @Test
    void impossibleCountsCannotBeBuilt() {
        assertThrows(IllegalArgumentException.class, () -> new Otif(3, 2, 0));
        assertThrows(IllegalArgumentException.class, () -> line("o", -1, 0));
        assertThrows(IllegalArgumentException.class, () -> buffer(Double.NaN, 1, 1, 0));
        IllegalArgumentException unknown = assertThrows(
                IllegalArgumentException.class,
                () -> Scorecard.of(ScorecardInputs.NONE).figure("turn"));
        assertTrue(unknown.getMessage().startsWith("no key figure 'turn'. Available: [turns, dio"));
    }

    private static CustomerLine line(String order, double ordered, double shipped) {
        return new CustomerLine(order, ordered, OptionalDouble.of(shipped));
    }

    private static ScorecardInputs lines(CustomerLine... lines) {
        ScorecardInputs none = ScorecardInputs.NONE;
        return new ScorecardInputs(
                List.of(lines),
                none.orders(),
                none.money(),
                none.otif(),
                none.recovery(),
                none.buffers(),
                none.stockpiles(),
                none.tail());
    }

    private static ItemBuffer buffer(double pieces, double optimal, double cost, double perDay) {
        return new ItemBuffer(
                OptionalDouble.of(pieces),
                OptionalDouble.of(optimal),
                OptionalDouble.of(cost),
                OptionalDouble.of(perDay));
    }

    private static ScorecardInputs money(Money money) {
        ScorecardInputs none = ScorecardInputs.NONE;
        return new ScorecardInputs(
                none.lines(),
                none.orders(),
                Optional.of(money),
                none.otif(),
                none.recovery(),
                none.buffers(),
                none.stockpiles(),
                none.tail());
    }
}
