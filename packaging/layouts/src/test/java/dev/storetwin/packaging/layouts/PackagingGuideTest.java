package dev.storetwin.packaging.layouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the guide tells others to write into their pom is what packs the application here, to the letter. */
class PackagingGuideTest {

    private static final Pattern PLUGIN = Pattern.compile(" *<plugin>\n.*?</plugin>\n", Pattern.DOTALL);

    @ParameterizedTest
    @CsvSource({"host, exec-maven-plugin", "shaded, maven-shade-plugin"})
    void the_guide_says_what_is_built(String module, String plugin) throws IOException {
        var built = PLUGIN.matcher(Files.readString(Path.of("..", module, "pom.xml")))
                .results()
                .map(MatchResult::group)
                .filter(it -> it.contains("<artifactId>%s</artifactId>".formatted(plugin)))
                .findFirst()
                .orElseThrow();
        var told = built.stripTrailing().stripIndent().replace("${host.main}", "com.example.Shop");

        assertThat(Files.readString(Path.of("../../docs/guide/packaging.md"))).contains("```xml\n" + told + "\n```");
    }
}
