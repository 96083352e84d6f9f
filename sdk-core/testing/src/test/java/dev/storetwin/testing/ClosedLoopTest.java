package dev.storetwin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.state.Acceptance;
import dev.storetwin.state.ActStage;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Role;
import dev.storetwin.type.Sku;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From a shop's event to a decision, to the shop, and back as an event. */
class ClosedLoopTest {

    private static final Sku MUG = Sku.of("MUG-1");
    private static final Channel WEB = Channel.of("web");
    private static final NodeId NORTH = NodeId.of("NORTH");
    private static final Actor OPERATOR = new Actor(Role.OPERATOR, "operator");

    private final FakeShop shop = FakeShop.openedAt(Instant.parse("2025-06-02T08:00:00Z"))
            .sells(MUG, WEB, Money.of("20", "EUR"))
            .stocks(MUG, NORTH, 100);

    private final TwinFixture fixture = TwinFixture.of(
            StoreTwin.builder().guardrail(PriceFloor.of("12")).autonomy(Capability.PRICING, Autonomy.FULL), shop);

    private DecisionExpectation<PriceChange> asked() {
        return fixture.when(twin -> Advice.fivePercentOff(twin, MUG, WEB, shop.now()));
    }

    private Money knownPrice() {
        return fixture.twin()
                .state()
                .catalog()
                .price(MUG, WEB, fixture.clock().instant())
                .orElseThrow()
                .price();
    }

    private List<String> confirmations() {
        return fixture.twin()
                .audit()
                .lines()
                .filter(it -> it.contains("confirmed"))
                .toList();
    }

    @Test
    void a_decision_changes_the_shop_and_its_echo_confirms_it() {
        var decision = asked().expectOutcome(OutcomeKind.APPLIED).decision();

        assertThat(shop.price(MUG, WEB)).contains(Money.of("19", "EUR"));
        assertThat(knownPrice()).isEqualTo(Money.of("20", "EUR"));
        assertThat(confirmations()).isEmpty();

        fixture.after(Duration.ofSeconds(1));

        assertThat(knownPrice()).isEqualTo(Money.of("19", "EUR"));
        assertThat(confirmations())
                .singleElement()
                .asString()
                .contains(decision.id().value());
    }

    @Test
    void an_echo_triggers_nothing() {
        asked().expectOutcome(OutcomeKind.APPLIED);
        int written = shop.written().size();
        long before = fixture.twin().audit().checkpoint().size();

        fixture.after(Duration.ofSeconds(1));

        assertThat(shop.written()).hasSize(written);
        assertThat(fixture.twin().audit().checkpoint().size()).isEqualTo(before + 1);
    }

    @Test
    void an_echo_is_recognised_as_our_own_and_somebody_elses_price_is_not() {
        var decision = asked().expectOutcome(OutcomeKind.APPLIED).decision();
        var echo = shop.drain().get(0);
        shop.advance(Duration.ofHours(1)).sells(MUG, WEB, Money.of("17", "EUR"));
        var foreign = shop.drain().stream()
                .filter(PriceChanged.class::isInstance)
                .findFirst()
                .orElseThrow();

        assertThat(fixture.twin().accept(echo))
                .isInstanceOfSatisfying(
                        Acceptance.Accepted.class, it -> assertThat(it.echoOf()).contains(decision.id()));
        assertThat(fixture.twin().accept(foreign))
                .isInstanceOfSatisfying(
                        Acceptance.Accepted.class, it -> assertThat(it.echoOf()).isEmpty());
    }

    @Test
    void echoes_that_come_twice_and_in_any_order_confirm_once() {
        shop.repeatDeliveries().shuffleDeliveries();
        asked().expectOutcome(OutcomeKind.APPLIED);

        fixture.after(Duration.ofSeconds(1));

        assertThat(knownPrice()).isEqualTo(Money.of("19", "EUR"));
        assertThat(confirmations()).hasSize(1);
    }

    @Test
    void a_write_that_failed_binds_nothing_and_can_be_tried_again() {
        shop.failNext("rate limited", true);
        var asked = asked().expectOutcome(OutcomeKind.FAILED, "rate limited");

        assertThat(stage(asked)).contains(ActStage.FAILED);
        assertThat(knownPrice()).isEqualTo(Money.of("20", "EUR"));
        asked.expectOutcome(OutcomeKind.APPLIED);
        assertThat(shop.price(MUG, WEB)).contains(Money.of("19", "EUR"));
    }

    @Test
    void when_the_answer_is_lost_trying_again_changes_nothing_twice() {
        shop.loseNextAnswer();

        var asked = asked().expectOutcome(OutcomeKind.FAILED, "timeout").expectOutcome(OutcomeKind.APPLIED);
        fixture.after(Duration.ofSeconds(1));

        assertThat(shop.written()).hasSize(1);
        assertThat(stage(asked)).contains(ActStage.APPLIED);
        assertThat(knownPrice()).isEqualTo(Money.of("19", "EUR"));
    }

    @Test
    void when_the_answer_is_lost_the_echo_shows_that_it_was_carried_out() {
        shop.loseNextAnswer();
        var asked = asked().expectOutcome(OutcomeKind.FAILED, "timeout");

        fixture.after(Duration.ofSeconds(1));

        assertThat(knownPrice()).isEqualTo(Money.of("19", "EUR"));
        assertThat(stage(asked)).contains(ActStage.APPLIED);
        assertThat(confirmations()).hasSize(1);
    }

    private Optional<ActStage> stage(DecisionExpectation<?> asked) {
        return fixture.twin().state().commitments().stage(asked.decision().id());
    }

    @Test
    void a_stopped_twin_leaves_the_shop_alone() {
        var asked = asked();

        fixture.doing(twin -> twin.controls().stop(OPERATOR, "drill"));
        asked.expectOutcome(OutcomeKind.REFUSED, "stopped");
        assertThat(shop.written()).isEmpty();

        fixture.doing(twin -> twin.controls().release(OPERATOR, "drill over"));
        asked.expectOutcome(OutcomeKind.APPLIED);
    }

    @Test
    void a_price_that_moved_meanwhile_is_not_overwritten() {
        var asked = asked();
        shop.advance(Duration.ofMinutes(5)).sells(MUG, WEB, Money.of("25", "EUR"));
        fixture.after(Duration.ofSeconds(1));

        asked.expectOutcome(OutcomeKind.REFUSED, "moved");
        assertThat(shop.price(MUG, WEB)).contains(Money.of("25", "EUR"));
    }

    @Test
    void two_runs_of_the_same_loop_write_the_same_audit_trail() {
        var trail = trail();

        assertThat(trail).anyMatch(it -> it.contains("applied")).anyMatch(it -> it.contains("confirmed"));
        assertThat(trail()).isEqualTo(trail);
    }

    /** Some weeks in which a twin prices and orders for a live shop, one SKU a day. */
    private static List<String> trail() {
        var history = SyntheticShop.small(5);
        var live = history.reopened();
        var options = StoreTwin.builder()
                .zone(history.zone())
                .guardrail(PriceFloor.of("1"))
                .autonomy(Capability.PRICING, Autonomy.FULL)
                .autonomy(Capability.INVENTORY, Autonomy.FULL);
        try (var fixture = TwinFixture.of(options, live)) {
            fixture.givenHistory(history);
            var twin = fixture.twin();
            for (var sku : history.skus()) {
                var web = history.channels().get(0);
                twin.apply(Advice.fivePercentOff(twin, sku, web, live.now()));
                fixture.after(Duration.ofHours(1));
                twin.apply(twin.pricing().recommend(sku, web));
                twin.apply(twin.inventory().recommend(sku, history.nodes().get(0)));
                fixture.after(Duration.ofDays(1));
            }
            return twin.audit().lines().toList();
        }
    }
}
