package dev.storetwin.rules.examples;

import static dev.storetwin.rules.examples.Samples.price;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.RuleFile;
import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.testing.RuleExamples;
import dev.storetwin.testing.RuleKit;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rules as a merchant installs them: a whole folder. */
class RulesFolderTest {

    private static final RuleSet FOLDER = RuleSet.fromDirectory(Path.of("src/main/resources/rules"));
    private static final Pattern RULE = Pattern.compile("(?m)^rule \"");

    @Test
    void all_rules_work_together() {
        try (var rules = RuleKit.of(FOLDER)) {
            assertThat(rules.given().check(price("19.99", "17.20")).hits())
                    .extracting(RuleHit::rule)
                    .containsExactly("price ending");
        }
    }

    @Test
    void the_examples_in_text_come_out_as_told_and_try_every_rule() {
        try (var rules = RuleKit.of(FOLDER)) {
            var examples = RuleExamples.ofFolder(Path.of("src/main/resources/rules"));

            assertThat(examples).hasSize(11).allSatisfy(it -> assertThat(it.failure(rules))
                    .isEmpty());
            assertThat(rules.coverage().neverFired()).isEmpty();
        }
    }

    @Test
    void each_file_says_a_wish_in_words_and_holds_one_rule() {
        assertThat(FOLDER.files()).hasSize(10).allSatisfy(file -> {
            assertThat(file.content()).startsWith("// ");
            assertThat(RULE.matcher(file.content()).results()).hasSize(1);
        });
    }

    @Test
    void the_class_path_has_the_same_rules() {
        List<String> names = FOLDER.files().stream().map(RuleFile::name).toList();

        var resources = names.stream().map("rules/"::concat).toArray(String[]::new);

        assertThat(RuleSet.fromClasspath(resources).files())
                .extracting(RuleFile::content)
                .isEqualTo(FOLDER.files().stream().map(RuleFile::content).toList());
    }
}
