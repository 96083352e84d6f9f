package dev.storetwin.core.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.journal.FileDisk;
import dev.storetwin.core.platform.ReadingMark.OpenReading;
import dev.storetwin.platform.ResourceKind;
import dev.storetwin.type.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarksOnDiskTest {

    private static final Source SHOP = Source.of("shopify:kiln");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456Z");
    private static final ReadingMark MARK = new ReadingMark(
            ResourceKind.ORDERS,
            Optional.of(NOON),
            Optional.empty(),
            true,
            Optional.of(new OpenReading(NOON, Optional.of(NOON.minusSeconds(600)), Optional.of("page-7"))),
            3,
            Optional.of(NOON.plusSeconds(5)));

    @TempDir
    Path directory;

    private MarksOnDisk marks(Source platform) throws IOException {
        return MarksOnDisk.in(new FileDisk(), directory, platform);
    }

    private Path onlyFile() throws IOException {
        try (var files = Files.list(directory)) {
            return files.toList().get(0);
        }
    }

    @Test
    void the_last_mark_of_each_list_is_there_after_a_restart() throws IOException {
        var before = marks(SHOP);
        before.write(ReadingMark.unread(ResourceKind.ORDERS));
        before.write(MARK);
        before.write(ReadingMark.unread(ResourceKind.PRICES).givenUp(NOON));

        var after = marks(SHOP);

        assertThat(after.read(ResourceKind.ORDERS)).isEqualTo(MARK);
        assertThat(after.read(ResourceKind.PRICES).again()).contains(NOON);
        assertThat(after.read(ResourceKind.REFUNDS)).isEqualTo(ReadingMark.unread(ResourceKind.REFUNDS));
    }

    @Test
    void two_platforms_do_not_share_their_marks() throws IOException {
        marks(SHOP).write(MARK);

        assertThat(marks(Source.of("shopify:other")).read(ResourceKind.ORDERS).readUpTo())
                .isEmpty();
    }

    @Test
    void a_damaged_file_means_that_everything_is_read_again() throws IOException {
        marks(SHOP).write(MARK);
        var bytes = Files.readAllBytes(onlyFile());
        for (int i = 0; i < bytes.length; i++) {
            var damaged = bytes.clone();
            damaged[i] ^= 0x10;
            Files.write(onlyFile(), damaged);
            assertThat(marks(SHOP).read(ResourceKind.ORDERS)).isEqualTo(ReadingMark.unread(ResourceKind.ORDERS));
        }
    }

    @Test
    void a_truncated_file_means_that_everything_is_read_again() throws IOException {
        marks(SHOP).write(MARK);
        var bytes = Files.readAllBytes(onlyFile());
        for (int length = 0; length < bytes.length; length++) {
            Files.write(onlyFile(), Arrays.copyOf(bytes, length));
            assertThat(marks(SHOP).read(ResourceKind.ORDERS)).isEqualTo(ReadingMark.unread(ResourceKind.ORDERS));
        }
    }
}
