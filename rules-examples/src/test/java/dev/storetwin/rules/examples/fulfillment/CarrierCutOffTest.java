package dev.storetwin.rules.examples.fulfillment;

import static dev.storetwin.rules.examples.Samples.BERLIN;
import static dev.storetwin.rules.examples.Samples.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.CutOff;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.testing.RuleKit;
import dev.storetwin.type.CarrierId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CarrierCutOffTest {

    private static final RuleKit RULE = RuleKit.of("rules/fulfillment/carrier-cut-off.drl");

    /** Friday at four, then Monday. */
    private static final CutOff COLLECTION = new CutOff(
            BERLIN,
            CarrierId.of("dhl"),
            "parcel",
            Instant.parse("2025-03-07T16:00:00Z"),
            Instant.parse("2025-03-10T16:00:00Z"));

    @Test
    void adjusts_a_late_parcel_to_the_next_collection() {
        var ruling = RULE.given(COLLECTION).check(plan("2025-03-07T17:30:00Z"));

        assertThat(ruling.severity()).isEqualTo(Severity.ADJUSTED);
        assertThat(ruling.adjustments()).containsExactly(plan("2025-03-10T16:00:00Z"));
    }

    @Test
    void lets_a_parcel_pass_that_is_in_time() {
        assertThat(RULE.given(COLLECTION).check(plan("2025-03-07T16:00:00Z")).severity())
                .isEqualTo(Severity.ALLOWED);
    }
}
