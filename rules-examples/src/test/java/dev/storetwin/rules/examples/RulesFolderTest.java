package dev.storetwin.rules.examples;

import static dev.storetwin.rules.examples.Samples.price;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.guardrail.SheetCompiler;
import dev.storetwin.guardrail.RuleFile;
import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.testing.RuleExamples;
import dev.storetwin.testing.RuleKit;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules as a merchant installs them: a whole folder, or all of them. */
class RulesFolderTest {

    private static final Path RULES = Path.of("src/main/resources/rules");
    private static final Pattern RULE = Pattern.compile("(?m)^rule \"");

    @Test
    void all_packs_work_together() {
        try (var rules = RuleKit.ofFolder(RULES)) {
            assertThat(rules.given().check(price("19.99", "17.20")).hits())
                    .extracting(RuleHit::rule)
                    .containsExactly("price ending");
        }
    }

    @Test
    void no_two_rules_and_rows_say_the_same_or_contradict_each_other() {
        assertThat(SheetCompiler.ofServices().warnings(all())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"price", "promotion", "replenishment", "transfer", "fulfillment", "returns", "ranking"})
    void the_examples_of_a_pack_come_out_as_told_and_try_every_rule(String pack) {
        try (var rules = RuleKit.ofFolder(RULES.resolve(pack))) {
            var examples = RuleExamples.ofFolder(RULES.resolve(pack));

            assertThat(examples).hasSizeGreaterThan(4).allSatisfy(it -> assertThat(it.failure(rules))
                    .isEmpty());
            assertThat(rules.coverage().neverFired()).isEmpty();
        }
    }

    @Test
    void each_file_says_a_wish_in_words_and_holds_one_rule() {
        assertThat(drl(all())).hasSizeGreaterThan(30).allSatisfy(file -> {
            assertThat(file.content()).startsWith("// ");
            assertThat(RULE.matcher(file.content()).results()).hasSize(1);
        });
    }

    @Test
    void each_file_has_a_test_of_its_own() {
        assertThat(all().files())
                .filteredOn(it -> !it.name().endsWith("limits.csv"))
                .allSatisfy(file -> assertThat(testsOf(file)).exists().content().contains(file.name()));
    }

    /** The class is called as the file. */
    private static Path testsOf(RuleFile file) {
        var pack = file.name().substring(0, file.name().indexOf('/'));
        var name = file.name().substring(pack.length() + 1);
        var words = name.substring(0, name.lastIndexOf('.'));
        var simple = Pattern.compile("(?:^|-)([a-z])").matcher(words).replaceAll(it -> it.group(1)
                .toUpperCase(Locale.ROOT));
        return Path.of("src/test/java/dev/storetwin/rules/examples", pack, simple + "Test.java");
    }

    @Test
    void the_class_path_has_the_same_rules() {
        List<String> names = all().files().stream().map(RuleFile::name).toList();

        var resources = names.stream().map("rules/"::concat).toArray(String[]::new);

        assertThat(RuleSet.fromClasspath(resources).files())
                .extracting(RuleFile::content)
                .isEqualTo(all().files().stream().map(RuleFile::content).toList());
    }

    private static RuleSet all() {
        return RuleSet.fromDirectory(RULES);
    }

    private static List<RuleFile> drl(RuleSet rules) {
        return rules.files().stream().filter(it -> it.name().endsWith(".drl")).toList();
    }
}
