package io.posture.io.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberVoteTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"12.5", "1,234.56", "0.123", ".5", "1234.567", "1,234,567", "302.35-", "-1,234.5", "1.5e3", "7."
            })
    void readsAPointBeforeTheFraction(String text) {
        assertEquals(Optional.of(NumberStyle.POINT), vote(text, "1,234", "17").style());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"12,5", "1.234,56", "0,123", ",5", "1234,567", "1.234.567", "302,35-", "-1.234,5", "1\u00a0234,5"
            })
    void readsACommaBeforeTheFraction(String text) {
        assertEquals(Optional.of(NumberStyle.COMMA), vote(text, "1.234", "17").style());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.234", "1,234", "-12.345", "123,456-"})
    void aColumnOfNothingElseStaysOpen(String text) {
        NumberVote vote = vote("17", text, "3");
        assertEquals(Optional.empty(), vote.style());
        assertFalse(vote.contradictory());
        assertEquals(new NumberVote.Example(text, 3), vote.example());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"17", "-4", "n/a", "1,2,3", "1.23.4", "1.234.5", "12,34.5", "1'234", "1 234 567", "1e5", ""})
    void saysNothingWhereBothReadingsAreTheSameOrThereIsNone(String text) {
        assertEquals(Optional.of(NumberStyle.POINT), vote(text).style());
        assertEquals(Optional.of(NumberStyle.COMMA), vote(text, "2,5").style());
    }

    @Test
    void theStyleOfMostTellingValuesWins() {
        assertEquals(
                Optional.of(NumberStyle.COMMA),
                vote("1,5", "2,5", "3.5", "1.000").style());
    }

    @Test
    void asManyOfOneAsOfTheOtherDecideNothing() {
        NumberVote vote = vote("1,5", "3.5");
        assertEquals(Optional.empty(), vote.style());
        assertTrue(vote.contradictory());
        assertEquals("3.5", vote.example().text());
        assertEquals("1,5", vote.contrary().text());
    }

    private static NumberVote vote(String... texts) {
        NumberVote vote = new NumberVote();
        int line = 2;
        for (String text : List.of(texts)) {
            vote.add(text, line++);
        }
        return vote;
    }
}
