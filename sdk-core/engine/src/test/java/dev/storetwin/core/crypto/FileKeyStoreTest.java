package dev.storetwin.core.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKeyStoreTest {

    private static final KeyId ANNA = new KeyId(11, 12);
    private static final KeyId BERT = new KeyId(21, 22);

    @TempDir
    private Path directory;

    @Test
    void a_key_is_found_by_owner_and_version() {
        try (var keys = FileKeyStore.open(directory)) {
            keys.add(ANNA, key(1, 'a'));
            keys.add(ANNA, key(2, 'b'));
            keys.add(BERT, key(1, 'c'));

            assertThat(keys.newest(ANNA).orElseThrow().version()).isEqualTo(2);
            assertThat(keys.find(ANNA, 1).orElseThrow().bytes()).containsOnly('a');
            assertThat(keys.find(ANNA, 2).orElseThrow().bytes()).containsOnly('b');
            assertThat(keys.find(ANNA, 3)).isEmpty();
            assertThat(keys.size()).isEqualTo(2);
        }
    }

    @Test
    void owners_whose_ids_begin_alike_are_told_apart() {
        var alike = new KeyId(ANNA.high(), 99);
        try (var keys = FileKeyStore.open(directory)) {
            keys.add(ANNA, key(1, 'a'));
            keys.add(alike, key(1, 'b'));
            keys.force();

            assertThat(keys.newest(ANNA).orElseThrow().bytes()).containsOnly('a');
            assertThat(keys.newest(alike).orElseThrow().bytes()).containsOnly('b');
        }
    }

    @Test
    void an_interrupted_thread_keeps_wraps_and_destroys_keys() {
        try (var keys = FileKeyStore.open(directory)) {
            Thread.currentThread().interrupt();
            keys.add(ANNA, key(1, 'a'));
            keys.add(BERT, key(1, 'b'));
            keys.force();
            keys.rewrap((owner, key) -> key(1, 'c'));
            keys.destroy(List.of(BERT));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(keys.newest(ANNA).orElseThrow().bytes()).containsOnly('c');
            assertThat(keys.isDestroyed(BERT)).isTrue();
        } finally {
            var unused = Thread.interrupted();
        }
    }

    @Test
    void versions_follow_each_other() {
        try (var keys = FileKeyStore.open(directory)) {
            assertThatThrownBy(() -> keys.add(ANNA, key(2, 'a'))).hasMessageContaining("version 1, not 2");
        }
    }

    @Test
    void a_destroyed_key_is_gone_from_the_disk_and_never_comes_back() throws IOException {
        try (var keys = FileKeyStore.open(directory)) {
            keys.add(ANNA, key(1, 'a'));
            keys.add(ANNA, key(2, 'b'));
            keys.add(BERT, key(1, 'c'));
            keys.force();

            keys.destroy(List.of(ANNA, BERT, ANNA));

            assertThat(keys.newest(ANNA)).isEmpty();
            assertThat(keys.find(ANNA, 1)).isEmpty();
            assertThat(keys.isDestroyed(ANNA)).isTrue();
            assertThat(keys.add(ANNA, key(1, 'd'))).isFalse();
            assertThat(keys.size()).isZero();
        }
        assertThat(allBytes()).doesNotContain("aaaa").doesNotContain("bbbb").doesNotContain("cccc");
    }

    @Test
    void a_key_that_was_not_yet_written_is_destroyed_too() throws IOException {
        try (var keys = FileKeyStore.open(directory)) {
            keys.add(ANNA, key(1, 'a'));

            keys.destroy(List.of(ANNA));

            assertThat(keys.newest(ANNA)).isEmpty();
            assertThat(keys.size()).isZero();
        }
        assertThat(allBytes()).doesNotContain("aaaa");
    }

    @Test
    void keys_and_tombstones_outlive_a_restart() {
        try (var keys = FileKeyStore.open(directory)) {
            keys.add(ANNA, key(1, 'a'));
            keys.destroy(List.of(BERT));
        }

        try (var keys = FileKeyStore.open(directory)) {
            assertThat(keys.newest(ANNA).orElseThrow().bytes()).containsOnly('a');
            assertThat(keys.isDestroyed(BERT)).isTrue();
            assertThat(keys.isDestroyed(ANNA)).isFalse();
            assertThat(keys.size()).isEqualTo(1);
        }
    }

    @Test
    void wrapping_anew_reaches_every_key_and_keeps_tombstones() throws IOException {
        try (var keys = FileKeyStore.open(directory)) {
            keys.add(ANNA, key(1, 'a'));
            keys.add(ANNA, key(2, 'a'));
            keys.add(BERT, key(1, 'a'));
            keys.destroy(List.of(BERT));

            keys.rewrap((owner, key) -> key(key.version(), 'z'));

            assertThat(keys.find(ANNA, 1).orElseThrow().bytes()).containsOnly('z');
            assertThat(keys.find(ANNA, 2).orElseThrow().bytes()).containsOnly('z');
            assertThat(keys.isDestroyed(BERT)).isTrue();
            assertThat(keys.add(ANNA, key(3, 'y'))).isTrue();
        }
        assertThat(allBytes()).doesNotContain("aaaa");
        try (var keys = FileKeyStore.open(directory)) {
            assertThat(keys.newest(ANNA).orElseThrow().version()).isEqualTo(3);
            assertThat(keys.isDestroyed(BERT)).isTrue();
        }
    }

    @Test
    void wrapping_anew_that_fails_changes_nothing() {
        try (var keys = FileKeyStore.open(directory)) {
            keys.add(ANNA, key(1, 'a'));

            assertThatThrownBy(() -> keys.rewrap((owner, key) -> {
                        throw new IllegalStateException("key service is down");
                    }))
                    .hasMessage("key service is down");

            assertThat(keys.newest(ANNA).orElseThrow().bytes()).containsOnly('a');
        }
    }

    @Test
    void a_file_with_many_destroyed_keys_shrinks_when_it_is_opened() throws IOException {
        var owners = Stream.iterate(new KeyId(1, 1), it -> new KeyId(it.high() * 31 + 7, it.low() + 1))
                .limit(10_000)
                .toList();
        try (var keys = FileKeyStore.open(directory)) {
            owners.forEach(it -> keys.add(it, key(1, 'a')));
            keys.force();
            keys.destroy(owners.subList(0, 9_000));
        }
        long before = Files.size(file());

        try (var keys = FileKeyStore.open(directory)) {
            assertThat(keys.size()).isEqualTo(1_000);
            assertThat(keys.isDestroyed(owners.get(0))).isTrue();
            assertThat(keys.newest(owners.get(9_999)).orElseThrow().bytes()).containsOnly('a');
            assertThat(Files.size(file())).isLessThan(before);
        }
    }

    @Test
    void two_stores_on_one_directory_are_refused() {
        try (var keys = FileKeyStore.open(directory)) {
            assertThatThrownBy(() -> FileKeyStore.open(directory))
                    .isInstanceOf(KeysUnusable.class)
                    .hasMessageContaining("in use")
                    .hasMessageContaining(directory.toString());
            assertThat(keys.size()).isZero();
        }
    }

    @Test
    void a_foreign_file_is_refused() throws IOException {
        Files.writeString(file(), "these are not the keys that you look for");

        assertThatThrownBy(() -> FileKeyStore.open(directory))
                .isInstanceOf(KeysUnusable.class)
                .hasMessageContaining("no key file of format 1");
    }

    @Test
    void nobody_else_may_read_the_keys() throws IOException {
        FileKeyStore.open(directory.resolve("own")).close();
        FileMasterKey.in(directory.resolve("own")).current();

        try (var files = Files.list(directory.resolve("own"))) {
            assertThat(files).hasSizeGreaterThan(1).allSatisfy(it -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(it)))
                    .isEqualTo("rw-------"));
        }
    }

    /** Whatever of the last batch reached the disk, what was durable before it is there, and nothing half. */
    @Test
    void a_crash_at_any_byte_of_a_batch_loses_only_that_batch() throws IOException {
        byte[] before;
        byte[] count;
        byte[] after;
        try (var keys = FileKeyStore.open(directory)) {
            keys.add(ANNA, key(1, 'a'));
            keys.force();
            before = Files.readAllBytes(file());
            count = Files.readAllBytes(count());
            keys.add(ANNA, key(2, 'b'));
            keys.add(BERT, key(1, 'c'));
            keys.force();
            after = Files.readAllBytes(file());
        }

        for (int length = before.length; length < after.length; length++) {
            checkFirstBatchAlone(Arrays.copyOf(after, length), count);
            checkFirstBatchAlone(withHole(after, before.length, length), count);
        }
    }

    /** All of the batch but one byte range reached the disk. */
    private static byte[] withHole(byte[] whole, int from, int at) {
        var torn = whole.clone();
        Arrays.fill(torn, from, Math.min(at + 1, torn.length), (byte) 0);
        return torn;
    }

    private void checkFirstBatchAlone(byte[] torn, byte[] count) throws IOException {
        Files.write(file(), torn);
        Files.write(count(), count);
        try (var keys = FileKeyStore.open(directory)) {
            assertThat(keys.newest(ANNA).orElseThrow().version()).isEqualTo(1);
            assertThat(keys.newest(BERT)).isEmpty();
            assertThat(keys.add(ANNA, key(2, 'd'))).isTrue();
        }
    }

    /** The tombstone is durable; of the overwriting any part may be. */
    @Test
    void a_crash_at_any_byte_of_an_overwriting_is_made_good() throws IOException {
        byte[] before;
        byte[] after;
        try (var keys = FileKeyStore.open(directory)) {
            keys.add(ANNA, key(1, 'a'));
            keys.force();
            keys.add(ANNA, key(2, 'b'));
            keys.force();
            before = Files.readAllBytes(file());
            keys.destroy(List.of(ANNA));
            after = Files.readAllBytes(file());
        }

        for (int bytes = 0; bytes <= before.length; bytes++) {
            var torn = after.clone();
            System.arraycopy(before, bytes, torn, bytes, before.length - bytes);
            checkErased(torn);
            System.arraycopy(before, 0, torn, 0, bytes);
            System.arraycopy(after, bytes, torn, bytes, before.length - bytes);
            checkErased(torn);
        }
    }

    private void checkErased(byte[] torn) throws IOException {
        Files.write(file(), torn);
        try (var keys = FileKeyStore.open(directory)) {
            assertThat(keys.isDestroyed(ANNA)).isTrue();
            assertThat(keys.newest(ANNA)).isEmpty();
        }
        assertThat(allBytes()).doesNotContain("aaaa").doesNotContain("bbbb");
    }

    @Test
    void damage_that_no_crash_does_is_refused_with_its_place() throws IOException {
        try (var keys = FileKeyStore.open(directory)) {
            keys.add(ANNA, key(1, 'a'));
            keys.force();
            keys.add(BERT, key(1, 'b'));
            keys.force();
        }
        var bytes = Files.readAllBytes(file());

        for (int at = 16; at < 16 + 2 * Slot.BYTES; at++) {
            var damaged = bytes.clone();
            damaged[at] ^= 1;
            Files.write(file(), damaged);

            assertThatThrownBy(() -> FileKeyStore.open(directory))
                    .isInstanceOf(KeysUnusable.class)
                    .hasMessageContaining("damaged at byte");
        }
    }

    @Test
    void a_rewriting_that_was_cut_short_leaves_no_trace() throws IOException {
        try (var keys = FileKeyStore.open(directory)) {
            keys.add(ANNA, key(1, 'a'));
        }
        Files.copy(file(), directory.resolve("owners.keys.next"), StandardCopyOption.REPLACE_EXISTING);

        try (var keys = FileKeyStore.open(directory)) {
            assertThat(keys.newest(ANNA)).isPresent();
            assertThat(directory.resolve("owners.keys.next")).doesNotExist();
        }
    }

    @Test
    void a_file_whose_end_is_missing_is_not_taken_for_a_whole_one() throws IOException {
        try (var keys = FileKeyStore.open(directory)) {
            keys.add(ANNA, key(1, 'a'));
            keys.force();
            keys.add(BERT, key(1, 'b'));
        }
        var bytes = Files.readAllBytes(file());

        for (int records = 0; records < 4; records++) {
            Files.write(file(), Arrays.copyOf(bytes, 16 + records * Slot.BYTES));

            assertThatThrownBy(() -> FileKeyStore.open(directory))
                    .isInstanceOf(KeysUnusable.class)
                    .hasMessageContaining("owners.keys")
                    .hasMessageContaining("of 4 records")
                    .hasMessageContaining("put the whole file back");
        }
        Files.write(file(), bytes);
        try (var keys = FileKeyStore.open(directory)) {
            assertThat(keys.size()).isEqualTo(2);
        }
    }

    @Test
    void a_file_that_was_written_anew_and_shorter_is_whole() {
        try (var keys = FileKeyStore.open(directory)) {
            for (int version = 1; version <= 9; version++) {
                keys.add(ANNA, key(version, 'a'));
            }
            keys.destroy(List.of(ANNA));
            keys.add(BERT, key(1, 'b'));
            keys.rewrap((owner, key) -> key);
        }

        try (var keys = FileKeyStore.open(directory)) {
            assertThat(keys.isDestroyed(ANNA)).isTrue();
            assertThat(keys.newest(BERT)).isPresent();
        }
    }

    private static WrappedKey key(int version, char letter) {
        var bytes = new byte[KeyStore.LONGEST];
        Arrays.fill(bytes, (byte) letter);
        return WrappedKey.of(version, bytes);
    }

    private Path count() {
        return directory.resolve("owners.count");
    }

    private Path file() {
        return directory.resolve("owners.keys");
    }

    private String allBytes() throws IOException {
        try (var files = Files.list(directory)) {
            var all = new StringBuilder();
            for (var file : files.toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            return all.toString();
        }
    }
}
