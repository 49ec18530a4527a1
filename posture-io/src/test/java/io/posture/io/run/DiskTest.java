package io.posture.io.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTest {

    @Test
    void fullDiskIsSaidWithWhatIsLeftAndWhatToDo() {
        assertEquals(
                ". The disk has 4,096 bytes left. Maybe free some space, or choose a folder on another disk; results that"
                        + " were there are as they were.",
                Disk.space(4096));
        assertEquals("", Disk.space(1L << 40));
    }

    @Test
    void failureNamesThePathEvenOfWhatDoesNotExist(@TempDir Path folder) {
        Path file = folder.resolve("not/there.csv");
        String message = Disk.failed("write", file, new IOException("No space left on device"))
                .getMessage();
        assertTrue(message.startsWith("cannot write " + file + ": No space left on device"), message);
    }
}
