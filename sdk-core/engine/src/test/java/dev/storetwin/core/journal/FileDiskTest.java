package dev.storetwin.core.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.core.journal.Disk.OpenFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDiskTest {

    @TempDir
    private Path folder;

    private final Disk disk = new FileDisk();

    @AfterEach
    void calm() {
        var unused = Thread.interrupted();
    }

    @Test
    void an_interrupted_thread_writes_and_the_file_stays_open_for_all() throws IOException {
        var path = folder.resolve("file");
        try (var file = disk.create(path)) {
            Thread.currentThread().interrupt();
            file.write(bytes("one,two"), 0);
            file.force();
            file.truncate(3);
            disk.forceDirectory(folder);

            assertThat(Thread.interrupted()).isTrue();
            file.write(bytes(",three"), file.size());
            assertThat(text(file)).isEqualTo("one,three");
        }
    }

    @Test
    void a_small_file_is_replaced_by_an_interrupted_thread() throws IOException {
        var file = new SmallFile(disk, folder, "paces", 7);

        Thread.currentThread().interrupt();
        file.replace("new".getBytes(UTF_8));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(file.read(it -> new String(it, UTF_8))).contains("new");
    }

    @Test
    void a_journal_goes_on_after_an_interrupted_thread_has_written_to_it() throws IOException {
        try (var journal = Journal.open(disk, folder.resolve("journal"), JournalSettings.DEFAULT)) {
            Thread.currentThread().interrupt();
            journal.append(List.of("one".getBytes(UTF_8)));
            journal.commit();
            assertThat(Thread.interrupted()).isTrue();

            journal.append(List.of("two".getBytes(UTF_8)));
            journal.commit();

            assertThat(journal.durablePosition()).isEqualTo(2);
        }
    }

    @Test
    void a_file_is_never_cut_to_more_than_it_has() throws IOException {
        try (var file = disk.create(folder.resolve("file"))) {
            file.write(bytes("one"), 0);
            file.truncate(10);

            assertThat(file.size()).isEqualTo(3);
        }
    }

    @Test
    void what_is_new_must_not_be_there_and_what_is_opened_must() throws IOException {
        var path = folder.resolve("file");
        disk.create(path).close();

        assertThatThrownBy(() -> disk.create(path)).isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> disk.open(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
        assertThat(disk.exists(folder.resolve("none"))).isFalse();
    }

    @Test
    void who_reads_cannot_write() throws IOException {
        var path = folder.resolve("file");
        disk.create(path).close();
        try (var file = disk.openToRead(path)) {
            assertThatThrownBy(() -> file.write(bytes("x"), 0)).isInstanceOf(NonWritableChannelException.class);
            assertThatThrownBy(() -> file.truncate(0)).isInstanceOf(NonWritableChannelException.class);
            assertThatThrownBy(file::force).isInstanceOf(NonWritableChannelException.class);
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(UTF_8));
    }

    private static String text(OpenFile file) throws IOException {
        var bytes = ByteBuffer.allocate(100);
        file.read(bytes, 0);
        return UTF_8.decode(bytes.flip()).toString();
    }
}
