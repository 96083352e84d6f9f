package dev.storetwin.core.journal.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.core.binary.Fingerprint;
import dev.storetwin.core.journal.FileDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStoreTest {

    private static final Predicate<byte[]> ANY = it -> true;

    @TempDir
    private Path folder;

    private RunStore store;

    @BeforeEach
    void open() throws IOException {
        store = RunStore.open(new FileDisk(), folder);
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Filed record(int number, String text) {
        return new Filed(Fingerprint.of(bytes("key " + number)), bytes(text));
    }

    private SortedRun run(List<Filed> records) throws IOException {
        var sorted = new ArrayList<>(records);
        sorted.sort((one, other) -> one.key().compareTo(other.key()));
        try (var draft = store.begin(records.size())) {
            for (var record : sorted) {
                draft.writer().add(record);
            }
            return draft.finish(bytes("a note"));
        }
    }

    private SortedRun run(int from, int until, String text) throws IOException {
        return run(IntStream.range(from, until)
                .mapToObj(it -> record(it, text + " " + it))
                .toList());
    }

    @Test
    void finds_what_was_filed_and_nothing_else() throws IOException {
        var run = run(0, 5_000, "value");

        for (int i = 0; i < 5_000; i++) {
            assertThat(run.find(record(i, "").key(), ANY)).contains(bytes("value " + i));
            assertThat(run.find(record(i + 5_000, "").key(), ANY)).isEmpty();
        }
        assertThat(run.note()).isEqualTo(bytes("a note"));
        assertThat(run.count()).isEqualTo(5_000);
    }

    @Test
    void tells_apart_what_shares_a_fingerprint() throws IOException {
        var key = Fingerprint.of(bytes("both"));
        var run = run(IntStream.range(0, 3_000)
                .mapToObj(it -> new Filed(key, bytes("value " + it)))
                .toList());

        assertThat(run.find(key, it -> Arrays.equals(it, bytes("value 2999")))).isPresent();
        assertThat(run.find(key, it -> Arrays.equals(it, bytes("value 3000")))).isEmpty();
    }

    @Test
    void a_merge_has_each_thing_once_as_the_newest_run_has_it() throws IOException {
        var old = run(0, 3_000, "old");
        var young = run(2_000, 4_000, "young");

        var merge = new RunMerge(List.of(young.records(), old.records()), (one, other) -> true);
        var found = new ArrayList<Filed>();
        merge.forEachRemaining(found::add);

        assertThat(found).hasSize(4_000).isSortedAccordingTo((one, other) -> one.key()
                .compareTo(other.key()));
        assertThat(found.stream().filter(it -> new String(it.value(), StandardCharsets.UTF_8).startsWith("young")))
                .hasSize(2_000);
    }

    @Test
    void a_walk_from_the_middle_begins_there() throws IOException {
        var run = run(0, 3_000, "value");
        var all = new ArrayList<Filed>();
        run.records().forEachRemaining(all::add);

        for (int place = 0; place < all.size(); place += 97) {
            var first = run.recordsFrom(all.get(place).key().high()).next();
            assertThat(first.key()).isEqualTo(all.get(place).key());
        }
        assertThat(run.recordsFrom(-1L).hasNext()).isFalse();
    }

    @Test
    void an_interrupt_of_a_reader_closes_nothing() throws IOException {
        var run = run(0, 100, "value");

        Thread.currentThread().interrupt();
        var found = run.find(record(5, "").key(), ANY);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(found).isPresent();
        assertThat(run.find(record(6, "").key(), ANY)).isPresent();
    }

    @Test
    void damage_is_told_with_file_and_offset() throws IOException {
        var run = run(0, 2_000, "value");
        try (var file = new FileDisk().open(folder.resolve(run.ref().name()))) {
            file.write(ByteBuffer.wrap(new byte[] {1, 2, 3}), 40);
        }

        assertThat(store.isWhole(run.ref())).isFalse();
        assertThatThrownBy(() -> run.records().next())
                .hasMessageContaining(run.ref().name())
                .hasMessageContaining("offset 12")
                .hasMessageContaining("Maybe");
    }

    @Test
    void keeps_what_is_named_or_held_and_removes_the_rest() throws IOException {
        var named = run(0, 10, "named").ref();
        var other = run(10, 20, "other").ref();
        store.close();
        open();
        var held = run(20, 30, "held");

        store.keep(List.of(named));

        assertThat(folder.resolve(named.name())).exists();
        assertThat(folder.resolve(other.name())).doesNotExist();
        assertThat(held.find(record(25, "").key(), ANY)).isPresent();
        assertThat(store.find(named).count()).isEqualTo(10);
    }

    @Test
    void another_file_of_the_same_name_is_refused() throws IOException {
        var ref = run(0, 10, "one").ref();

        assertThatThrownBy(() -> store.find(new RunRef(ref.name(), ref.checksum() + 1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Maybe");
    }

    @Test
    void what_was_not_finished_leaves_nothing() throws IOException {
        try (var draft = store.begin(10)) {
            draft.writer().add(record(1, "value"));
        }

        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
