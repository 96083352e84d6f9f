package dev.storetwin.core.audit;

import static dev.storetwin.core.audit.SampleEntries.MONDAY;
import static dev.storetwin.core.audit.SampleEntries.note;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.storetwin.audit.AuditEntry;
import dev.storetwin.audit.AuditQuery;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesAuditTrailTest {

    @TempDir
    private Path folder;

    @Test
    void counts_entries_from_zero_and_writes_a_line_for_each() {
        var trail = JsonLinesAuditTrail.inMemory();

        assertThat(trail.append(note(0))).isZero();
        assertThat(trail.append(note(1))).isEqualTo(1);

        assertThat(trail.lines()).hasSize(3).startsWith(TrailLine.HEADER);
        assertThat(trail.checkpoint().size()).isEqualTo(2);
    }

    @Test
    void a_file_holds_what_memory_would() throws IOException {
        var memory = JsonLinesAuditTrail.inMemory();
        try (var trail = JsonLinesAuditTrail.open(file())) {
            IntStream.range(0, 100).mapToObj(SampleEntries::note).forEach(it -> {
                trail.append(it);
                memory.append(it);
            });
            assertThat(linesOf(trail)).isEqualTo(memory.lines().toList());
        }

        assertThat(Files.readAllLines(file())).isEqualTo(memory.lines().toList());
        assertThat(AuditVerifier.verify(file(), Optional.of(memory.checkpoint()))
                        .isSound())
                .isTrue();
    }

    @Test
    void goes_on_where_it_ended() {
        var memory = JsonLinesAuditTrail.inMemory();
        for (int part = 0; part < 4; part++) {
            try (var trail = JsonLinesAuditTrail.open(file())) {
                for (int i = 0; i < part; i++) {
                    trail.append(note(i));
                    memory.append(note(i));
                }
                assertThat(trail.checkpoint()).isEqualTo(memory.checkpoint());
            }
        }
        assertThat(AuditVerifier.verify(file(), Optional.empty()).message())
                .isEqualTo(memory.checkpoint().toString());
    }

    @Test
    void who_asks_a_trail_that_was_cut_meanwhile_is_told_so() throws IOException {
        try (var trail = JsonLinesAuditTrail.open(file())) {
            IntStream.range(0, 100).mapToObj(SampleEntries::note).forEach(trail::append);
            assertThat(trail.query(AuditQuery.all())).hasSize(100);
            Files.writeString(file(), TrailLine.HEADER + "\n");

            assertThatThrownBy(() -> trail.query(AuditQuery.all()).toList())
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("entry 0 is not there any more.\nMaybe it was cut or replaced meanwhile");
        }
    }

    @Test
    void a_new_trail_has_its_header_at_once() throws IOException {
        try (var trail = JsonLinesAuditTrail.open(file())) {
            assertThat(trail.checkpoint().size()).isZero();
            assertThat(Files.readString(file())).isEqualTo(TrailLine.HEADER + "\n");
        }
    }

    @Test
    void an_entry_outlasts_the_process_at_once() throws IOException {
        try (var trail = JsonLinesAuditTrail.open(file())) {
            trail.append(note(0));

            assertThat(Files.readAllLines(file())).hasSize(2);
        }
    }

    @Test
    void lines_of_one_moment_do_not_grow() {
        try (var trail = JsonLinesAuditTrail.open(file())) {
            trail.append(note(0));
            try (var lines = trail.lines()) {
                trail.append(note(1));
                trail.flush();

                assertThat(lines).hasSize(2);
            }
        }
    }

    /** Requests are cancelled by interrupting their threads; decisions are audited on these. */
    @Test
    void goes_on_after_an_interrupted_thread_has_appended() {
        try (var trail = JsonLinesAuditTrail.open(file())) {
            Thread.currentThread().interrupt();
            trail.append(note(0));
            trail.flush();
            var read = linesOf(trail);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(read).hasSize(2);
            trail.append(note(1));
            assertThat(linesOf(trail)).hasSize(3);
        } finally {
            var unused = Thread.interrupted();
        }
        assertThat(AuditVerifier.verify(file(), Optional.empty()).isSound()).isTrue();
    }

    @Test
    void who_reads_on_an_interrupted_thread_does_not_disturb_who_writes() {
        try (var trail = JsonLinesAuditTrail.open(file())) {
            trail.append(note(0));
            Thread.currentThread().interrupt();
            try (var lines = trail.lines()) {
                assertThat(lines).hasSize(2);
            }
            assertThat(Thread.interrupted()).isTrue();

            assertThat(trail.append(note(1))).isEqualTo(1);
        } finally {
            var unused = Thread.interrupted();
        }
    }

    @Test
    void can_be_read_after_it_was_closed() {
        var trail = JsonLinesAuditTrail.open(file());
        trail.append(note(0));
        trail.close();
        trail.close();

        assertThat(linesOf(trail)).hasSize(2);
        assertThatThrownBy(() -> trail.append(note(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is closed");
    }

    @Test
    void refuses_a_foreign_file_and_leaves_it_alone() throws IOException {
        Files.writeString(file(), "sku,price\nMUG,19.99\n");

        assertThatThrownBy(() -> JsonLinesAuditTrail.open(file()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("audit.jsonl")
                .hasMessageContaining("it has no header");
        assertThat(Files.readString(file())).isEqualTo("sku,price\nMUG,19.99\n");
    }

    @Test
    void refuses_a_trail_that_was_tampered_with() throws IOException {
        writeNotes(3);
        Files.writeString(file(), Files.readString(file()).replace("shop-rules 1", "shop-rules 9"));

        assertThatThrownBy(() -> JsonLinesAuditTrail.open(file()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 3, entry 1: changed");
        assertThatThrownBy(() -> JsonLinesAuditTrail.recover(file(), MONDAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 3, entry 1: changed");
    }

    @Test
    void refuses_a_torn_trail_unless_it_is_recovered() throws IOException {
        writeNotes(3);
        var whole = Files.readString(file());
        Files.writeString(file(), whole.substring(0, whole.length() - 10));

        assertThatThrownBy(() -> JsonLinesAuditTrail.open(file()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 4, entry 2: torn")
                .hasMessageContaining("recover()");
        try (var trail = JsonLinesAuditTrail.recover(file(), MONDAY)) {
            assertThat(trail.checkpoint().size()).isEqualTo(3);
        }
        assertThat(Files.readAllLines(file()))
                .startsWith(whole.lines().limit(3).toArray(String[]::new))
                .last()
                .asString()
                .contains("\"what\":\"torn line cut\"");
        assertThat(AuditVerifier.verify(file(), Optional.empty()).isSound()).isTrue();
    }

    @Test
    void recovering_a_whole_trail_adds_nothing() throws IOException {
        writeNotes(3);
        var before = Files.readString(file());

        JsonLinesAuditTrail.recover(file(), MONDAY).close();

        assertThat(Files.readString(file())).isEqualTo(before);
    }

    @Test
    void refuses_a_file_that_another_trail_writes_to() {
        try (var first = JsonLinesAuditTrail.open(file())) {
            first.append(note(0));

            assertThatThrownBy(() -> JsonLinesAuditTrail.open(file()))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("another trail");
        }
        JsonLinesAuditTrail.open(file()).close();
    }

    @Test
    void refuses_a_folder_that_does_not_exist() {
        assertThatThrownBy(() -> JsonLinesAuditTrail.open(folder.resolve("nowhere/audit.jsonl")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("its folder does not exist");
    }

    @Test
    void a_full_disk_is_said() {
        var full = Path.of("/dev/full");
        assumeTrue(Files.isWritable(full), "a device that is always full");

        assertThatThrownBy(() -> JsonLinesAuditTrail.open(full))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("/dev/full");
    }

    @Test
    void who_took_the_file_away_is_noticed_and_what_is_put_back_goes_on() throws IOException {
        var elsewhere = folder.resolve("elsewhere.jsonl");
        try (var trail = JsonLinesAuditTrail.open(file())) {
            trail.append(note(0));
            Files.move(file(), elsewhere);

            assertThatThrownBy(trail::flush)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasStackTraceContaining("removed or moved");
            assertThatThrownBy(() -> IntStream.range(0, 10_000).forEach(it -> trail.append(note(it))))
                    .hasStackTraceContaining("removed or moved");

            Files.move(elsewhere, file());
            trail.append(note(1));
        }
        assertThat(AuditVerifier.verify(file(), Optional.empty()).isSound()).isTrue();
    }

    @Test
    void goes_on_after_entries_that_could_not_be_written_and_tells_of_them() throws IOException {
        var disk = new FailingLines();
        var trail = JsonLinesAuditTrail.started("on a bad disk", disk);
        trail.append(note(0));
        var before = trail.checkpoint();

        disk.fails = true;
        for (int i = 1; i <= 3; i++) {
            int number = i;
            assertThatThrownBy(() -> trail.append(note(number)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("on a bad disk cannot be written: no space left");
        }
        assertThat(trail.checkpoint()).isEqualTo(before);
        disk.fails = false;

        assertThat(trail.append(note(4))).isEqualTo(2);
        var lines = trail.lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(2)).contains("entries missing", "3 from ", "no space left");
        assertThat(AuditVerifier.verify((String.join("\n", lines) + "\n").getBytes(UTF_8), Optional.of(before))
                        .isSound())
                .isTrue();
    }

    @Test
    void what_is_missing_at_the_end_is_told_when_the_trail_is_closed() throws IOException {
        var disk = new FailingLines();
        var trail = JsonLinesAuditTrail.started("on a bad disk", disk);
        disk.fails = true;
        assertThatThrownBy(() -> trail.append(note(0))).isInstanceOf(UncheckedIOException.class);
        disk.fails = false;

        trail.close();

        assertThat(trail.lines()).hasSize(2).last().asString().contains("entries missing", "1 from ");
    }

    @Test
    void refuses_an_entry_that_is_too_long_and_goes_on() {
        var trail = JsonLinesAuditTrail.inMemory();

        assertThatThrownBy(() -> trail.append(new AuditEntry.Noted(MONDAY, "x", "y".repeat(TrailLine.LONGEST))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 16,776,192 bytes");

        assertThat(trail.append(note(0))).isZero();
    }

    @Test
    void many_threads_write_one_sound_trail() {
        try (var trail = JsonLinesAuditTrail.open(file())) {
            var places = IntStream.range(0, 400)
                    .parallel()
                    .mapToLong(i -> trail.append(note(i)))
                    .sorted()
                    .toArray();

            assertThat(places)
                    .containsExactly(IntStream.range(0, 400).asLongStream().toArray());
        }
        assertThat(AuditVerifier.verify(file(), Optional.empty()).isSound()).isTrue();
    }

    private static final class FailingLines implements LineStore {

        private final MemoryLines lines = new MemoryLines();
        private boolean fails;

        @Override
        public void add(byte[] line) throws IOException {
            if (fails) {
                throw new IOException("no space left");
            }
            lines.add(line);
        }

        @Override
        public void flush() {
            lines.flush();
        }

        @Override
        public Stream<String> lines(long count) {
            return lines.lines(count);
        }

        @Override
        public InputStream read(long offset) throws IOException {
            return lines.read(offset);
        }

        @Override
        public void close() {
            lines.close();
        }
    }

    private Path file() {
        return folder.resolve("audit.jsonl");
    }

    private void writeNotes(int count) {
        try (var trail = JsonLinesAuditTrail.open(file())) {
            SampleEntries.notes(count).forEach(trail::append);
        }
    }

    private static List<String> linesOf(JsonLinesAuditTrail trail) {
        try (Stream<String> lines = trail.lines()) {
            return lines.toList();
        }
    }
}
