package dev.storetwin.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    private final Disk disk = new FileDisk();

    @TempDir
    private Path parent;

    @Test
    void a_missing_directory_is_made_and_opened_again_later() throws IOException {
        var path = parent.resolve("shops/north");

        DataDirectory.open(disk, path).close();
        DataDirectory.open(disk, path).close();

        assertThat(path.resolve("FORMAT")).hasContent("storetwin data directory, format 1\n");
    }

    @Test
    void a_second_twin_of_this_process_is_refused_and_the_first_keeps_the_lock() throws Exception {
        try (var first = DataDirectory.open(disk, parent)) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> DataDirectory.open(disk, parent))
                        .isInstanceOf(DirectoryInUse.class)
                        .hasMessageContaining(first.path() + " is in use by a twin of this process");
            }
            assertThat(otherProcessMayLock()).isFalse();
        }
        assertThat(otherProcessMayLock()).isTrue();
        DataDirectory.open(disk, parent).close();
    }

    @Test
    void a_directory_that_is_locked_by_another_process_is_refused() throws Exception {
        DataDirectory.open(disk, parent).close();
        var other = process("hold");
        assertThat(other.getInputStream().read()).isEqualTo('l');

        assertThatThrownBy(() -> DataDirectory.open(disk, parent))
                .isInstanceOf(DirectoryInUse.class)
                .hasMessageContaining("by a twin of another process");

        other.destroyForcibly().waitFor();
        DataDirectory.open(disk, parent).close();
    }

    @Test
    void a_directory_of_somebody_else_is_refused_before_a_byte_is_written() throws IOException {
        Files.writeString(parent.resolve("taxes.xls"), "1 2 3");

        assertThatThrownBy(() -> DataDirectory.open(disk, parent))
                .isInstanceOf(JournalRefused.class)
                .hasMessageContaining("holds taxes.xls");

        assertThat(disk.list(parent)).containsExactly(parent.resolve("taxes.xls"));
    }

    @Test
    void a_directory_of_a_newer_release_is_refused() throws IOException {
        Files.writeString(parent.resolve("FORMAT"), "storetwin data directory, format 2\n");

        assertThatThrownBy(() -> DataDirectory.open(disk, parent))
                .isInstanceOf(JournalRefused.class)
                .hasMessageContaining("format 2, and this release knows formats up to 1");
        assertThat(disk.list(parent)).hasSize(1);
    }

    @Test
    void a_foreign_format_file_is_refused() throws IOException {
        Files.writeString(parent.resolve("FORMAT"), "A4 landscape");

        assertThatThrownBy(() -> DataDirectory.open(disk, parent)).isInstanceOf(JournalRefused.class);
    }

    private boolean otherProcessMayLock() throws Exception {
        return process("try").waitFor() == 0;
    }

    private Process process(String what) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockingProcess.class.getName(),
                        parent.resolve("LOCK").toString(),
                        what)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
