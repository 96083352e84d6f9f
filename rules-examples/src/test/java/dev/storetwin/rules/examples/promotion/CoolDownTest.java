package dev.storetwin.rules.examples.promotion;

import static dev.storetwin.rules.examples.Samples.MUG;
import static dev.storetwin.rules.examples.Samples.STARTS;
import static dev.storetwin.rules.examples.Samples.WEB;
import static dev.storetwin.rules.examples.Samples.promotion;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.Campaign;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.testing.RuleKit;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CoolDownTest {

    private static final RuleKit RULE = RuleKit.of("rules/promotion/cool-down.drl", "rules/promotion/limits.csv");

    @Test
    void blocks_a_promotion_that_comes_too_soon_after_the_last() {
        var campaign =
                new Campaign(MUG, WEB, "Spring", STARTS.minus(Duration.ofDays(40)), STARTS.minus(Duration.ofDays(13)));

        assertThat(RULE.given(campaign).check(promotion("15.00", 7)).severity()).isEqualTo(Severity.BLOCKED);
    }

    @Test
    void lets_a_promotion_pass_two_weeks_later() {
        var campaign =
                new Campaign(MUG, WEB, "Spring", STARTS.minus(Duration.ofDays(40)), STARTS.minus(Duration.ofDays(14)));

        assertThat(RULE.given(campaign).check(promotion("15.00", 7)).severity()).isEqualTo(Severity.ALLOWED);
    }
}
