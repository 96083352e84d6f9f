package dev.storetwin.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureTest {

    @TempDir
    private Path directory;

    @Test
    void nothing_is_left_of_an_erased_customer_and_all_of_the_others() throws IOException {
        var figures = Erasure.run(directory, 20_000, 50);

        assertThat(figures.owners()).isEqualTo(21);
        assertThat(figures.keys()).isEqualTo(1_050 - 21);
    }

    @Test
    void the_scan_finds_a_word_that_lies_across_two_pieces() throws IOException {
        Files.writeString(directory.resolve("file"), "x".repeat((1 << 20) - 3) + "secret");

        assertThat(new ByteScan(List.of("secret", "sacred")).found(directory)).containsExactly("secret");
    }
}
