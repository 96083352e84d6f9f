package dev.storetwin.rules.examples.transfer;

import static dev.storetwin.rules.examples.Samples.MUG;
import static dev.storetwin.rules.examples.Samples.transfer;
import static dev.storetwin.rules.examples.Samples.units;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.PackSize;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.testing.RuleKit;
import org.junit.jupiter.api.Test;

class WholePacksTest {

    private static final RuleKit RULE = RuleKit.of("rules/transfer/whole-packs.drl");

    @Test
    void adjusts_a_transfer_to_whole_packs() {
        var ruling = RULE.given(new PackSize(MUG, units(12))).check(transfer(13));

        assertThat(ruling.severity()).isEqualTo(Severity.ADJUSTED);
        assertThat(ruling.adjustments()).containsExactly(transfer(24));
    }

    @Test
    void lets_whole_packs_pass() {
        assertThat(RULE.given(new PackSize(MUG, units(12))).check(transfer(24)).severity())
                .isEqualTo(Severity.ALLOWED);
    }
}
