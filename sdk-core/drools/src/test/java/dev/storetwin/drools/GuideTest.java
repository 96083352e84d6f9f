package dev.storetwin.drools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The guide says what is so. */
class GuideTest {

    private static final Path GUIDE = Path.of("../../docs/guide/guardrails.md");
    private static final Pattern DRL = Pattern.compile("```drl\\n(.*?)```", Pattern.DOTALL);

    @Test
    void its_rule_is_lawful() throws IOException {
        var drl = DRL.matcher(Files.readString(GUIDE));

        assertThat(drl.find()).isTrue();
        assertThat(Drl.findings(RuleSet.of("guide.drl", drl.group(1)))).isEmpty();
    }

    @Test
    void it_names_everything_that_rules_are_mostly_about() throws IOException {
        var guide = Files.readString(GUIDE);

        assertThat(TypeNames.FAMILIAR)
                .allSatisfy(type -> assertThat(guide).containsPattern("\\b" + type.getSimpleName() + "\\b"));
    }
}
