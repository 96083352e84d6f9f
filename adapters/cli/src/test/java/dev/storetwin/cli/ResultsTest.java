package dev.storetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    private List<String> names() throws IOException {
        try (var paths = Files.list(folder)) {
            return paths.map(it -> it.getFileName().toString()).sorted().toList();
        }
    }
}
