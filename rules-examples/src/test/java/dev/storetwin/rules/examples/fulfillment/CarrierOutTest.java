package dev.storetwin.rules.examples.fulfillment;

import static dev.storetwin.rules.examples.Samples.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.CarrierOutage;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.testing.RuleKit;
import dev.storetwin.type.CarrierId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CarrierOutTest {

    private static final RuleKit RULE = RuleKit.of("rules/fulfillment/carrier-out.drl");

    @Test
    void blocks_a_parcel_for_a_carrier_on_strike() {
        assertThat(RULE.given(new CarrierOutage(CarrierId.of("dhl"), Instant.EPOCH, "a strike"))
                        .check(plan("2025-03-07T15:00:00Z"))
                        .severity())
                .isEqualTo(Severity.BLOCKED);
    }

    @Test
    void lets_a_parcel_pass_when_another_carrier_strikes() {
        assertThat(RULE.given(new CarrierOutage(CarrierId.of("ups"), Instant.EPOCH, "a strike"))
                        .check(plan("2025-03-07T15:00:00Z"))
                        .severity())
                .isEqualTo(Severity.ALLOWED);
    }
}
