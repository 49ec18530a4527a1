package io.posture.io.demand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteKeysTest {

    @Test
    void isAMap() {
        Random random = new Random(3);
        ByteKeys keys = new ByteKeys();
        Map<String, Integer> map = new HashMap<>();
        for (int i = 0; i < 50_000; i++) {
            String key = Integer.toString(random.nextInt(20_000), 2 + random.nextInt(30))
                    .repeat(1 + random.nextInt(3));
            byte[] bytes = ("x".repeat(random.nextInt(9)) + key + "y".repeat(random.nextInt(9)))
                    .getBytes(StandardCharsets.US_ASCII);
            int from = random.nextInt(3) % (bytes.length + 1);
            int to = bytes.length - random.nextInt(bytes.length - from + 1);
            String part = new String(bytes, from, to - from, StandardCharsets.US_ASCII);
            assertEquals(map.getOrDefault(part, ByteKeys.ABSENT), keys.get(bytes, from, to));
            int number = random.nextInt();
            if (number != ByteKeys.ABSENT) {
                keys.put(bytes, from, to, number);
                map.put(part, number);
            }
            assertEquals(map.get(part), keys.get(bytes, from, to));
        }
    }

    @Test
    void whatWasApproachedBeforeOtherKeysCameIsFound() {
        ByteKeys keys = new ByteKeys();
        byte[][] texts = new byte[5_000][];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = ("item " + i).getBytes(StandardCharsets.US_ASCII);
        }
        for (int known = 0; known < texts.length; known = known * 2 + 64) {
            for (int turn = 0; turn < 64; turn++) {
                keys.approach(turn, texts[turn], 0, texts[turn].length);
            }
            for (int i = 0; i < known; i++) {
                keys.put(texts[i], 0, texts[i].length, i * 7);
            }
            for (int turn = 0; turn < 64; turn++) {
                assertEquals(
                        turn < known ? turn * 7 : ByteKeys.ABSENT, keys.get(turn, texts[turn], 0, texts[turn].length));
            }
        }
    }

    @Test
    void keysThatBeginAlikeDoNotQueueUp() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            ByteKeys keys = new ByteKeys();
            for (int i = 0; i < 200_000; i++) {
                byte[] key = ("the same sixteen and more characters " + i).getBytes(StandardCharsets.US_ASCII);
                keys.put(key, 0, key.length, i);
            }
            byte[] last = "the same sixteen and more characters 199999".getBytes(StandardCharsets.US_ASCII);
            assertEquals(199_999, keys.get(last, 0, last.length));
        });
    }
}
