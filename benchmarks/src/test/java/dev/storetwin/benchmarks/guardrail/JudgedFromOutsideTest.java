package dev.storetwin.benchmarks.guardrail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.CompiledRules;
import dev.storetwin.guardrail.RuleFile;
import dev.storetwin.guardrail.RuleSet;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The short form of {@link JudgedFromOutside}. */
class JudgedFromOutsideTest {

    private static final RuleSet RULES =
            JudgedFromOutside.judged(RuleSet.fromDirectory(Path.of("../rules-examples/src/main/resources/rules")));
    private static final CompiledRules COMPILED = JudgedFromOutside.compile(RULES);

    static List<RuleFile> files() {
        return RULES.files();
    }

    @AfterAll
    static void close() {
        COMPILED.close();
    }

    @Test
    void rules_and_wishes_say_the_same_of_every_action_near_a_bound() {
        var differing = LongStream.range(0, 20_000)
                .filter(it -> !JudgedFromOutside.agree(COMPILED, it))
                .mapToObj(it -> JudgedFromOutside.explain(COMPILED, it))
                .limit(3);

        assertThat(differing).isEmpty();
    }

    @Test
    void each_wish_has_its_rule() {
        assertThat(RULES.files())
                .extracting(JudgedFromOutside::name)
                .containsExactlyInAnyOrderElementsOf(Wishes.rules());
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_missing_rule_is_noticed_within_ten_thousand_tries(RuleFile missing) {
        assertThat(JudgedFromOutside.triesWithout(missing, RULES))
                .as(missing.name())
                .isPresent();
    }
}
