package dev.storetwin.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {

    private final Disk disk = new FileDisk();

    @TempDir
    private Path directory;

    private Snapshots snapshots;

    @BeforeEach
    void open() throws IOException {
        snapshots = Snapshots.open(disk, directory);
    }

    @Test
    void the_newest_one_is_read() throws IOException {
        write(10, "ten");
        write(20, "twenty");

        assertThat(newest(99)).contains("20 twenty");
    }

    @Test
    void none_beyond_the_asked_position_is_read() throws IOException {
        write(10, "ten");
        write(20, "twenty");

        assertThat(newest(19)).contains("10 ten");
        assertThat(newest(9)).isEmpty();
    }

    @Test
    void one_of_many_chunks_is_read_as_it_was_written() throws IOException {
        var long1 = "state ".repeat(100_000);
        write(10, long1);
        write(11, "");

        assertThat(newest(10)).contains("10 " + long1);
        assertThat(newest(11)).contains("11 ");
    }

    @Test
    void a_damaged_one_is_passed_over_wherever_it_is_damaged() throws IOException {
        write(10, "ten");
        write(20, "twenty");
        var file = disk.list(directory).get(1);
        var whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at++) {
            if (at >= 8 && at < 12) {
                continue; // the version: another test
            }
            var damaged = whole.clone();
            damaged[at] ^= 0x10;
            Files.write(file, damaged);

            assertThat(newest(20)).as("byte %d", at).contains("10 ten");
            assertThat(snapshots.isWhole(20)).isFalse();
        }
    }

    @Test
    void one_that_was_cut_off_is_passed_over() throws IOException {
        write(10, "ten");
        write(20, "twenty");
        var file = disk.list(directory).get(1);
        var whole = Files.readAllBytes(file);
        for (int size = 0; size < whole.length; size++) {
            Files.write(file, java.util.Arrays.copyOf(whole, size));

            assertThat(newest(20)).as("%d bytes", size).contains("10 ten");
        }
    }

    @Test
    void one_that_its_reader_cannot_use_is_passed_over() throws IOException {
        write(10, "ten");
        write(20, "twenty");

        var read = snapshots.readNewest(20, in -> {
            var text = new String(in.readAllBytes());
            if (text.equals("twenty")) {
                throw new IOException("written in an older form");
            }
            return text;
        });

        assertThat(read.orElseThrow().content()).isEqualTo("ten");
    }

    @Test
    void one_of_a_newer_release_is_refused() throws IOException {
        write(10, "ten");
        try (var file = disk.open(disk.list(directory).get(0))) {
            file.write(
                    java.nio.ByteBuffer.allocate(4)
                            .putInt(SnapshotOutput.VERSION + 1)
                            .flip(),
                    8);
        }

        assertThatThrownBy(() -> newest(10)).isInstanceOf(JournalRefused.class).hasMessageContaining("format 2");
    }

    @Test
    void what_a_crash_left_unfinished_is_removed() throws IOException {
        Files.writeString(directory.resolve("000000000000000030.snapshot.new"), "half");

        open();

        assertThat(disk.list(directory)).isEmpty();
    }

    @Test
    void one_that_could_not_be_written_leaves_nothing() throws IOException {
        assertThatThrownBy(() -> snapshots.write(10, out -> {
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(DiskFull.class)
                .hasMessageContaining("000000000000000010.snapshot");

        assertThat(disk.list(directory)).isEmpty();
    }

    @Test
    void only_so_many_are_kept_and_the_journal_before_them_only_when_wanted() throws IOException {
        for (int position = 1; position <= 5; position++) {
            write(position, "state " + position);
        }
        try (var journal = journalOfFive()) {
            new Retention(2, true).apply(snapshots, journal);
            assertThat(snapshots.positions()).containsExactly(4L, 5L);
            assertThat(journal.firstPosition()).isZero();

            new Retention(2, false).apply(snapshots, journal);
            assertThat(journal.firstPosition()).isEqualTo(4);
        }
    }

    @Test
    void the_journal_before_a_damaged_snapshot_is_not_removed() throws IOException {
        write(4, "state 4");
        Files.writeString(disk.list(directory).get(0), "broken");
        try (var journal = journalOfFive()) {
            new Retention(1, false).apply(snapshots, journal);

            assertThat(journal.firstPosition()).isZero();
        }
    }

    private Journal journalOfFive() throws IOException {
        var journal = Journal.open(disk, directory.resolve("journal"), JournalSettings.DEFAULT.withSegmentBytes(1));
        for (int i = 0; i < 5; i++) {
            journal.append(java.util.List.of(new byte[] {1}));
            journal.commit();
        }
        return journal;
    }

    private void write(long position, String content) throws IOException {
        snapshots.write(position, out -> out.write(content.getBytes()));
    }

    private Optional<String> newest(long upTo) throws IOException {
        return snapshots
                .readNewest(upTo, in -> new String(in.readAllBytes()))
                .map(it -> it.position() + " " + it.content());
    }
}
