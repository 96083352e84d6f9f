package dev.storetwin.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private final Disk disk = new FileDisk();

    @TempDir
    private Path directory;

    @Test
    void gives_back_what_was_committed_in_order() throws IOException {
        try (var journal = open()) {
            assertThat(journal.append(group("a", "b"))).isZero();
            assertThat(journal.append(group("c"))).isEqualTo(2);
            assertThat(journal.durablePosition()).isZero();
            assertThat(journal.commit()).isEqualTo(3);

            assertThat(read(journal, 0)).containsExactly("0 a", "1 b", "2 c");
            assertThat(read(journal, 1)).containsExactly("1 b", "2 c");
            assertThat(read(journal, 3)).isEmpty();
        }
    }

    @Test
    void goes_on_behind_what_is_there_when_opened_again() throws IOException {
        fill("a", "b");
        fill("c");

        try (var journal = open()) {
            assertThat(journal.nextPosition()).isEqualTo(3);
            assertThat(read(journal, 0)).containsExactly("0 a", "1 b", "2 c");
        }
    }

    @Test
    void an_opened_journal_that_nothing_is_appended_to_leaves_no_file() throws IOException {
        open().close();
        open().close();

        assertThat(segments()).isEmpty();
    }

    @Test
    void readers_see_only_what_was_durable_when_they_came() throws IOException {
        try (var journal = open()) {
            journal.append(group("a"));
            journal.commit();
            journal.append(group("b"));
            var cursor = journal.read(0);
            journal.commit();

            assertThat(rest(cursor)).containsExactly("0 a");
            assertThat(read(journal, 0)).containsExactly("0 a", "1 b");
        }
    }

    @Test
    void full_segments_are_followed_by_new_ones() throws IOException {
        var settings = JournalSettings.DEFAULT.withSegmentBytes(200);
        var words = IntStream.range(0, 100).mapToObj("record %d"::formatted).toList();
        try (var journal = Journal.open(disk, directory, settings)) {
            for (var word : words) {
                journal.append(group(word));
                journal.commit();
            }

            assertThat(segments()).hasSizeGreaterThan(10);
            assertThat(read(journal, 0)).hasSize(100);
            for (int i = 0; i < 100; i++) {
                assertThat(read(journal, i)).hasSize(100 - i).first().isEqualTo(i + " record " + i);
            }
        }
        try (var journal = open()) {
            assertThat(read(journal, 50)).hasSize(50);
        }
    }

    @Test
    void each_segment_tells_its_preamble() throws IOException {
        try (var journal = Journal.open(disk, directory, JournalSettings.DEFAULT.withPreamble(bytes("types 1")))) {
            journal.append(group("a"));
        }
        try (var journal = Journal.open(disk, directory, JournalSettings.DEFAULT.withPreamble(bytes("types 2")))) {
            journal.append(group("b"));
            journal.commit();
            var cursor = journal.read(0);

            assertThat(cursor.advance()).isTrue();
            assertThat(text(cursor.preamble())).isEqualTo("types 1");
            assertThat(cursor.advance()).isTrue();
            assertThat(text(cursor.preamble())).isEqualTo("types 2");
            cursor.close();
        }
    }

    @Test
    void what_is_rewound_is_gone_and_its_positions_are_used_again() throws IOException {
        try (var journal = open()) {
            journal.append(group("a"));
            journal.commit();
            journal.append(group("b", "c"));

            assertThat(journal.rewind()).isEqualTo(1);
            journal.append(group("d"));
            journal.commit();

            assertThat(read(journal, 0)).containsExactly("0 a", "1 d");
        }
        try (var journal = open()) {
            assertThat(read(journal, 0)).containsExactly("0 a", "1 d");
        }
    }

    @Test
    void a_torn_end_is_cut_off() throws IOException {
        fill("a", "b");
        var whole = Files.readAllBytes(segments().get(0));
        for (int size = 0; size < whole.length; size++) {
            Files.write(segments().get(0), java.util.Arrays.copyOf(whole, size));

            try (var journal = open()) {
                assertThat(read(journal, 0)).isIn(List.of(), List.of("0 a", "1 b"));
                journal.append(group("c"));
                journal.commit();
                assertThat(read(journal, 0)).last().asString().endsWith("c");
            }

            for (var segment : segments()) {
                Files.delete(segment);
            }
            Files.write(directory.resolve("00000001-000000000000000000.journal"), whole);
        }
    }

    @Test
    void damage_of_acknowledged_records_is_refused_wherever_it_is() throws IOException {
        fill("first", "second");
        fill("third");
        for (var segment : segments()) {
            var whole = Files.readAllBytes(segment);
            var lastFrame = whole.length - Frame.HEADER;
            for (int at = 0; at < lastFrame; at++) {
                var damaged = whole.clone();
                damaged[at] ^= 0x10;
                Files.write(segment, damaged);

                assertThatThrownBy(this::readAll)
                        .as("byte %d of %s", at, segment)
                        .isInstanceOf(JournalRefused.class)
                        .hasMessageContaining(segment.getFileName().toString());
                assertThat(Files.readAllBytes(segment)).isEqualTo(damaged);
            }
            Files.write(segment, whole);
        }
        assertThat(readAll()).containsExactly("0 first", "1 second", "2 third");
    }

    @Test
    void damage_of_the_very_last_group_is_no_torn_end() throws IOException {
        var whole = withoutClosing("first", "second");
        var segment = segments().get(0);
        var lengthAt = whole.length - Frame.HEADER - "first second".length() - 1 + Integer.BYTES;
        for (int at = 0; at < whole.length; at++) {
            var damaged = whole.clone();
            damaged[at] ^= 0x10;
            Files.write(segment, damaged);
            var isLength = at >= lengthAt && at < lengthAt + Integer.BYTES;

            if (!isLength && at >= lengthAt - Integer.BYTES) {
                assertThatThrownBy(this::readAll)
                        .as("byte %d", at)
                        .isInstanceOf(JournalRefused.class)
                        .hasMessageContaining("not in the way that a crash tears it");
                assertThat(Files.readAllBytes(segment)).isEqualTo(damaged);
            }
        }
    }

    @Test
    void what_a_crash_left_unwritten_is_cut_off() throws IOException {
        var whole = withoutClosing("x".repeat(3_000), "y");
        var segment = segments().get(0);
        var frameAt = whole.length - Frame.HEADER - 3_000 - 2 - 2;
        for (int from = frameAt; from < whole.length; from += 100) {
            var lost = whole.clone();
            java.util.Arrays.fill(lost, from, whole.length, (byte) 0);
            Files.write(segment, lost);
            assertThat(readAll()).as("zeros from %d on", from).isEmpty();
        }
        var block = whole.clone();
        java.util.Arrays.fill(block, 1024, 1536, (byte) 0);
        Files.write(segment, block);
        assertThat(readAll()).isEmpty();
    }

    /** The only segment as a process leaves it that is killed after the group was acknowledged. */
    private byte[] withoutClosing(String... records) throws IOException {
        try (var journal = open()) {
            journal.append(group(records));
            journal.commit();
            return Files.readAllBytes(segments().get(0));
        }
    }

    @Test
    void a_missing_segment_is_refused() throws IOException {
        fill("a");
        fill("b");
        fill("c");
        Files.delete(segments().get(1));

        assertThatThrownBy(this::readAll).isInstanceOf(JournalRefused.class).hasMessageContaining("position 1");
    }

    @Test
    void a_newer_format_is_refused() throws IOException {
        fill("a");
        try (var file = disk.open(segments().get(0))) {
            file.write(ByteBuffer.allocate(4).putInt(SegmentHeader.VERSION + 1).flip(), 8);
        }

        assertThatThrownBy(this::open)
                .isInstanceOf(JournalRefused.class)
                .hasMessageContaining("format 2, and this release knows formats up to 1");
    }

    @Test
    void foreign_files_are_refused() throws IOException {
        var foreign = directory.resolve("00000001-000000000000000000.journal");
        Files.writeString(foreign, "Dear diary, today I sold a bicycle.");

        assertThatThrownBy(this::open).isInstanceOf(JournalRefused.class).hasMessageContaining("is not a segment");

        Files.move(foreign, directory.resolve("diary.txt"));
        assertThatThrownBy(this::open).isInstanceOf(JournalRefused.class).hasMessageContaining("diary.txt");
    }

    @Test
    void whole_segments_before_a_position_can_be_removed() throws IOException {
        fill("a", "b");
        fill("c", "d");
        fill("e");
        try (var journal = open()) {
            journal.deleteBefore(3);

            assertThat(journal.firstPosition()).isEqualTo(2);
            assertThat(read(journal, 2)).containsExactly("2 c", "3 d", "4 e");
            assertThatThrownBy(() -> journal.read(1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("positions 2 to 5, and not 1");
        }
        try (var journal = open()) {
            journal.deleteBefore(5);
            assertThat(read(journal, 4)).containsExactly("4 e");
        }
    }

    @Test
    void a_group_may_be_larger_than_a_window_of_reading() throws IOException {
        var large = "x".repeat(1 << 20);
        fill("a", large, "b");
        fill(large);

        assertThat(readAll()).containsExactly("0 a", "1 " + large, "2 b", "3 " + large);
    }

    @Test
    void without_a_policy_of_forcing_commits_count_at_once() throws IOException {
        var settings = JournalSettings.DEFAULT.withForcePolicy(ForcePolicy.OFF).withSegmentBytes(100);
        try (var journal = Journal.open(disk, directory, settings)) {
            for (int i = 0; i < 20; i++) {
                journal.append(group("record " + i));
                assertThat(journal.commit()).isEqualTo(i + 1);
            }
            assertThat(read(journal, 0)).hasSize(20);
        }
        assertThat(readAll()).hasSize(20);
    }

    private Journal open() throws IOException {
        return Journal.open(disk, directory, JournalSettings.DEFAULT);
    }

    private void fill(String... records) throws IOException {
        try (var journal = open()) {
            journal.append(group(records));
            journal.commit();
        }
    }

    private List<String> readAll() throws IOException {
        try (var journal = open()) {
            return read(journal, 0);
        }
    }

    private List<Path> segments() throws IOException {
        return disk.list(directory);
    }

    private static List<byte[]> group(String... records) {
        return Stream.of(records).map(JournalTest::bytes).toList();
    }

    private static List<String> read(Journal journal, long from) throws IOException {
        return rest(journal.read(from));
    }

    private static List<String> rest(JournalCursor cursor) throws IOException {
        try (cursor) {
            var records = new ArrayList<String>();
            while (cursor.advance()) {
                records.add(cursor.position() + " " + new String(cursor.record(), StandardCharsets.UTF_8));
            }
            return records;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }
}
