package dev.storetwin.rules.examples.fulfillment;

import static dev.storetwin.rules.examples.Samples.BERLIN;
import static dev.storetwin.rules.examples.Samples.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.event.NodeKind;
import dev.storetwin.guardrail.Location;
import dev.storetwin.guardrail.Moment;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.testing.RuleKit;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class StoreSundayTest {

    private static final RuleKit RULE = RuleKit.of("rules/fulfillment/store-sunday.drl");

    @Test
    void blocks_a_store_on_a_sunday() {
        assertThat(RULE.given(
                                new Location(BERLIN, NodeKind.STORE, "DE", "BE", true),
                                Moment.of(Instant.parse("2025-03-09T10:00:00Z"), ZoneOffset.UTC))
                        .check(plan("2025-03-10T15:00:00Z"))
                        .severity())
                .isEqualTo(Severity.BLOCKED);
    }

    @Test
    void lets_a_store_on_a_monday_and_a_warehouse_on_a_sunday_pass() {
        assertThat(RULE.given(
                                new Location(BERLIN, NodeKind.STORE, "DE", "BE", true),
                                Moment.of(Instant.parse("2025-03-10T10:00:00Z"), ZoneOffset.UTC))
                        .check(plan("2025-03-10T15:00:00Z"))
                        .severity())
                .isEqualTo(Severity.ALLOWED);
        assertThat(RULE.given(
                                new Location(BERLIN, NodeKind.WAREHOUSE, "DE", "BE", true),
                                Moment.of(Instant.parse("2025-03-09T10:00:00Z"), ZoneOffset.UTC))
                        .check(plan("2025-03-10T15:00:00Z"))
                        .severity())
                .isEqualTo(Severity.ALLOWED);
    }
}
