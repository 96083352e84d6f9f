package dev.storetwin.drools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.RuleFile;
import dev.storetwin.guardrail.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Sixty rule files by somebody who has read the guide and no code, as they were written. */
class LawfulFilesTest {

    private static final Path FOLDER = Path.of("src/test/resources/lawful");

    /** Here the guide had left open what is a text, what a number can do, and what a name may stand for. */
    private static final Set<String> GUESSED =
            Set.of("36-largest-order.drl", "39-carrier-and-region.drl", "56-marketplace-rules.drl");

    static List<Path> files() throws IOException {
        try (var paths = Files.list(FOLDER)) {
            return paths.filter(it -> !GUESSED.contains(it.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void each_is_taken(Path path) throws IOException {
        assertThat(Drl.findings(read(path))).isEmpty();
    }

    @Test
    void all_but_three_of_sixty_are_taken() throws IOException {
        assertThat(files()).hasSize(57);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "36-largest-order.drl|15:64: A plain double has no method 'intValue'. Maybe compare it as it is; a quantity as quantity.toDouble.",
                "39-carrier-and-region.drl|13:58: String has no field 'value'. It is a text itself: maybe leave '.value' out.",
                "56-marketplace-rules.drl|19:45: What is calculated with other names cannot have a name here, unless it is a call. Maybe compare without a name, or calculate after 'then'."
            })
    void what_the_guide_had_left_open_is_told_with_a_way_out(String name, String finding) throws IOException {
        assertThat(Drl.findings(read(FOLDER.resolve(name)))).contains(name + ":" + finding);
    }

    private static RuleSet read(Path path) throws IOException {
        var file = new RuleFile(path.getFileName().toString(), Files.readString(path));
        return new RuleSet("lawful", List.of(file));
    }
}
