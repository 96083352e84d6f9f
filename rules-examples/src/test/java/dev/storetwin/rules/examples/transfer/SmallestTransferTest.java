package dev.storetwin.rules.examples.transfer;

import static dev.storetwin.rules.examples.Samples.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.Severity;
import dev.storetwin.testing.RuleKit;
import org.junit.jupiter.api.Test;

class SmallestTransferTest {

    private static final RuleKit RULE = RuleKit.of("rules/transfer/smallest-transfer.drl", "rules/transfer/limits.csv");

    @Test
    void blocks_less_than_half_a_dozen() {
        assertThat(RULE.given().check(transfer(5)).severity()).isEqualTo(Severity.BLOCKED);
    }

    @Test
    void lets_half_a_dozen_pass() {
        assertThat(RULE.given().check(transfer(6)).severity()).isEqualTo(Severity.ALLOWED);
    }
}
