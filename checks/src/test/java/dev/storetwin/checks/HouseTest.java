package dev.storetwin.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class HouseTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern OWN_ARTIFACT =
            Pattern.compile("</parent>\\s*<artifactId>([^<]+)</artifactId>", Pattern.DOTALL);

    /** A rule over no class would be kept by anyone. */
    @ParameterizedTest
    @FieldSource("dev.storetwin.checks.HouseClasses#FOLDERS")
    void classes_of_each_module_are_seen(String folder) {
        assertThat(HouseClasses.builtIn(folder)).isNotEmpty();
    }

    @ParameterizedTest
    @FieldSource("dev.storetwin.checks.HouseClasses#FOLDERS")
    void the_bom_lists_each_module(String folder) throws IOException {
        var module = OWN_ARTIFACT.matcher(Files.readString(ROOT.resolve(folder).resolve("pom.xml")));

        assertThat(module.find()).isTrue();
        assertThat(Files.readString(ROOT.resolve("bom/pom.xml")))
                .contains("<artifactId>%s</artifactId>".formatted(module.group(1)));
    }
}
