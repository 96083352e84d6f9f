package dev.storetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {

    private static final Console SILENT = new Console(System.out, System.err, false, () -> 0);

    @TempDir
    private Path folder;

    @Test
    void a_file_that_could_not_be_finished_does_not_appear() throws IOException {
        var result = new ResultFile(folder.resolve("r.csv"), SILENT).check();

        assertThatThrownBy(() -> result.write(to -> {
                    to.write("half");
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(names()).isEmpty();
    }

    @Test
    void a_finished_file_replaces_the_older_one() throws IOException {
        var path = Files.writeString(folder.resolve("r.csv"), "old");

        new ResultFile(path, SILENT).check().write(to -> to.write("new"));

        assertThat(path).hasContent("new");
        assertThat(names()).containsExactly("r.csv");
    }

    @Test
    void folders_on_the_way_are_made() throws IOException {
        new ResultFile(folder.resolve("a/b/r.csv"), SILENT).check().write(to -> to.write("x"));

        assertThat(folder.resolve("a/b/r.csv")).hasContent("x");
    }

    @Test
    void files_of_a_folder_appear_together_or_not_at_all() throws IOException {
        try (var results = ResultFolder.in(folder.resolve("out"))) {
            results.write("a.csv", to -> to.write("a"));
            results.write("b.csv", to -> to.write("b"));
            assertThat(folder.resolve("out/a.csv")).doesNotExist();
        }
        assertThat(names()).containsExactly("out");
        assertThat(folder.resolve("out")).isEmptyDirectory();

        try (var results = ResultFolder.in(folder.resolve("out"))) {
            results.write("a.csv", to -> to.write("a"));
            results.publish();
        }
        assertThat(folder.resolve("out/a.csv")).hasContent("a");
    }

    /** Where even an administrator cannot make a file. */
    @Test
    void a_place_that_cannot_be_written_to_is_refused_before_the_work() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")));

        for (var closed : List.of("/proc/self/r.csv", "/proc/nothing/r.csv")) {
            assertThatThrownBy(() -> new ResultFile(Path.of(closed), SILENT).check())
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("Maybe");
        }
        assertThatThrownBy(() -> ResultFolder.check(Path.of("/proc/self"))).isInstanceOf(BadInput.class);
    }

    @Test
    void a_name_that_is_empty_or_too_long_is_refused_and_one_that_just_fits_is_written() throws IOException {
        assertThatThrownBy(() -> new ResultFile(Path.of(""), SILENT).check()).hasMessageContaining("is empty");
        assertThatThrownBy(() -> new ResultFile(folder.resolve("x".repeat(300)), SILENT).check())
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("cannot be written");

        new ResultFile(folder.resolve("x".repeat(250)), SILENT).check().write(to -> to.write("new"));

        assertThat(names()).containsExactly("x".repeat(250));
    }

    @Test
    void looking_whether_a_place_can_be_written_to_leaves_nothing_and_changes_nothing() throws IOException {
        var old = Files.writeString(folder.resolve("r.csv"), "old");

        new ResultFile(old, SILENT).check();
        new ResultFile(folder.resolve("s.csv"), SILENT).check();
        new ResultFile(folder.resolve("a/b/s.csv"), SILENT).check();
        ResultFolder.check(folder.resolve("c/d"));

        assertThat(names()).containsExactly("r.csv");
        assertThat(old).hasContent("old");
    }

    private List<String> names() throws IOException {
        try (var paths = Files.list(folder)) {
            return paths.map(it -> it.getFileName().toString()).sorted().toList();
        }
    }
}
