package dev.storetwin.core;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.core.feature.ServedLogOptions;
import dev.storetwin.core.inventory.InventoryOptions;
import dev.storetwin.core.journal.DurabilityOptions;
import dev.storetwin.core.pricing.ElasticityOptions;
import dev.storetwin.core.pricing.PricingOptions;
import dev.storetwin.decision.DecisionRange;
import dev.storetwin.platform.InboxSettings;
import dev.storetwin.platform.ReconciliationPlan;
import dev.storetwin.state.Subscription;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What would only fail later, for want of memory or of time, is refused where it is said. */
class AbsurdSettingsTest {

    private static final int MUCH = Integer.MAX_VALUE;
    private static final InventoryOptions ORDERS = InventoryOptions.DEFAULT;
    private static final PricingOptions PRICES = PricingOptions.DEFAULT;

    @TestFactory
    Stream<DynamicTest> a_size_or_a_span_that_nobody_means_is_refused_with_a_reason() {
        return Stream.of(
                refused("messages", () -> new InboxSettings(MUCH, 1, 1, 1, 1)),
                refused("atOnce", () -> new InboxSettings(1, 1, 1, 1, MUCH)),
                refused("bytes", () -> new InboxSettings(1, Long.MAX_VALUE, 1, 1, 1)),
                refused("segmentBytes", () -> new InboxSettings(1, 1, 1, Long.MAX_VALUE, 1)),
                refused("buffer", () -> Subscription.DEFAULT.withBuffer(MUCH)),
                refused("decisions", () -> DecisionRange.newest(MUCH)),
                refused(
                        "quarantine",
                        () -> new QualityOptions(
                                QualityOptions.DEFAULT.rules(), QualityOptions.DEFAULT.heartbeat(), MUCH)),
                refused("waiting", () -> durable(MUCH, 1, 1)),
                refused("segmentBytes", () -> durable(1, Long.MAX_VALUE, 1)),
                refused("snapshotsKept", () -> durable(1, 1, MUCH)),
                refused("waitingBytes", () -> new ServedLogOptions(1, Long.MAX_VALUE, 1)),
                refused("inMemory", () -> new ServedLogOptions(1, 1, MUCH)),
                refused("reviewDays", () -> orders(MUCH, 730, 300)),
                refused("historyDays", () -> orders(7, MUCH, 300)),
                refused("paths", () -> orders(7, 730, MUCH)),
                refused("horizonDays", () -> prices(MUCH, 200)),
                refused("paths", () -> prices(28, MUCH)),
                refused("historyDays", () -> new ElasticityOptions(-1.7, .5, 8, MUCH)),
                refused("fewestWeeks", () -> new ElasticityOptions(-1.7, .5, 400, 730)),
                refused("days", () -> ApprovalOptions.DEFAULT.withExpiry(Duration.ofSeconds(Long.MAX_VALUE))),
                refused("every", () -> ReconciliationPlan.USUAL.withEvery(Duration.ofDays(9_999), Duration.ofDays(1))));
    }

    private static DynamicTest refused(String what, ThrowingCallable setting) {
        return DynamicTest.dynamicTest(what, () -> assertThatThrownBy(setting)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(what)
                .hasMessageContaining("\nMaybe "));
    }

    private static DurabilityOptions durable(int waiting, long segmentBytes, int snapshots) {
        var usual = DurabilityOptions.DEFAULT;
        return new DurabilityOptions(usual.force(), waiting, segmentBytes, 1, snapshots, true, 1);
    }

    private static InventoryOptions orders(int review, int history, int paths) {
        return new InventoryOptions(
                7, review, ORDERS.holdingRate(), ORDERS.serviceLevel(), OptionalDouble.empty(), 91, history, paths);
    }

    private static PricingOptions prices(int horizon, int paths) {
        return new PricingOptions(
                PRICES.moves(), horizon, .25, 1, .01, .1, OptionalDouble.empty(), paths, PRICES.elasticity());
    }
}
