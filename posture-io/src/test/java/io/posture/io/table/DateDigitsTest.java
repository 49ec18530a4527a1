package io.posture.io.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick reader against the one of the platform. */
class DateDigitsTest {

    private static final long SEED = 20260101;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyy-MM-dd",
                "yyyy-M-d",
                "yyyyMMdd",
                "d.M.yyyy",
                "dd.MM.yyyy",
                "d/M/yy",
                "MM/dd/yyyy",
                "M-d-yy",
                "dd MM yyyy"
            })
    void saysWhatThePlatformSays(String pattern) {
        DateTimeFormatter platform = new DateTimeFormatterBuilder()
                .appendPattern(pattern.replace('y', 'u'))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
        DatePattern ours = DatePattern.of(pattern);
        Random random = new Random(SEED);
        for (int i = 0; i < 3000; i++) {
            LocalDate date = LocalDate.ofEpochDay(10_957 + random.nextInt(20_000));
            String text = platform.format(date);
            assertEquals(Optional.of(date), new DateDigits(pattern).date(text), text);
            char[] damaged = text.toCharArray();
            damaged[random.nextInt(damaged.length)] = "0123456789-/. x".charAt(random.nextInt(15));
            String other = new String(damaged);
            assertEquals(read(platform, other), ours.parse(other), other);
        }
        for (String text :
                List.of("", "2024", "2024-02-30", "2023-02-29", "00000000", "31.04.2024", "1/1/1", "9999999999")) {
            assertEquals(read(platform, text), ours.parse(text), text);
        }
    }

    private static Optional<LocalDate> read(DateTimeFormatter platform, String text) {
        try {
            return Optional.of(LocalDate.parse(text, platform));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
