package dev.storetwin.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.Twin;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TwinFixtureTest {

    private static final Source SHOP = Source.of("shop");
    private static final Sku MUG = Sku.of("MUG-1");
    private static final Channel WEB = Channel.of("web");
    private static final Instant NOON = Instant.parse("2025-03-03T12:00:00Z");
    private static final PriceChanged TWENTY = PriceChanged.of(SHOP, MUG, WEB, euro("20"), NOON);

    private final TwinFixture fixture = TwinFixture.of(StoreTwin.builder());

    private static Money euro(String amount) {
        return Money.of(amount, "EUR");
    }

    private static PriceChange to(String amount) {
        return new PriceChange(MUG, WEB, euro("20"), euro(amount));
    }

    private DecisionExpectation<PriceChange> asked() {
        return fixture.given(TWENTY).when(this::advice);
    }

    private Decision<PriceChange> advice(Twin twin) {
        return Advice.fivePercentOff(twin, MUG, WEB, fixture.clock().instant());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void reads_as_a_sentence() {
        fixture.given(TWENTY)
                .when(this::advice)
                .expectStatus(DecisionStatus.ADVISED)
                .expectAction(to("19"))
                .expectAction("a price below the old one", it -> it.to().compareTo(it.from()) < 0)
                .expectVerdict(to("18"), Severity.BLOCKED)
                .expectVerdict(to("19"), Severity.ALLOWED)
                .expectHit(Advice.RULE)
                .expectNoHit("another rule")
                .expect("a gain", it -> it.expectedGain() > 0);
    }

    @Test
    void what_is_given_moves_the_clock_to_its_last_event() {
        fixture.given(TWENTY, PriceChanged.of(SHOP, MUG, WEB, euro("30"), NOON.minusSeconds(60)));

        assertThat(fixture.clock().instant()).isEqualTo(NOON);
        assertThat(fixture.after(Duration.ofDays(2)).clock().instant()).isEqualTo(NOON.plus(Duration.ofDays(2)));
        assertThat(fixture.at(NOON).clock().instant()).isEqualTo(NOON);
    }

    @Test
    void what_is_missing_is_an_answer() {
        fixture.when(this::advice)
                .expectStatus(DecisionStatus.INSUFFICIENT_DATA)
                .expectNoAction()
                .expectReason("price is not known");
    }

    @Test
    void a_failure_tells_the_whole_decision() {
        assertThatThrownBy(() -> asked().expectStatus(DecisionStatus.BLOCKED))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(
                        "Expected the status to be blocked, but it is advised",
                        "about MUG-1@web as of 2025-03-03T12:00:00Z",
                        "to do:      price 20.00 EUR -> 19.00 EUR",
                        "alternatives by expected margin, in EUR",
                        "price 20.00 EUR -> 18.00 EUR: blocked",
                        "by 'no deep cuts': a tenth is too deep",
                        "* ",
                        "do nothing: allowed",
                        "planner five-percent-off");
    }

    @Test
    void every_expectation_can_fail() {
        var asked = asked();

        assertThatThrownBy(() -> asked.expectAction(to("18"))).hasMessageContaining("Expected to do: price");
        assertThatThrownBy(() -> asked.expectAction("a dearer price", it -> it.move() > 0))
                .hasMessageContaining("Expected a dearer price");
        assertThatThrownBy(asked::expectNoAction).hasMessageContaining("Expected to do nothing");
        assertThatThrownBy(() -> asked.expectPending(to("19"))).hasMessageContaining("what waits is: do nothing");
        assertThatThrownBy(() -> asked.expectReason("the moon")).hasMessageContaining("'the moon'");
        assertThatThrownBy(() -> asked.expectHit("other")).hasMessageContaining("those that spoke are: 'no deep cuts'");
        assertThatThrownBy(() -> asked.expectNoHit(Advice.RULE)).hasMessageContaining("to be silent");
        assertThatThrownBy(() -> asked.expectVerdict(to("19"), Severity.BLOCKED))
                .hasMessageContaining("ALLOWED");
        assertThatThrownBy(() -> asked.expectVerdict(to("7"), Severity.BLOCKED))
                .hasMessageContaining("nobody proposed");
        assertThatThrownBy(() -> asked.expect("rain", it -> false)).hasMessageContaining("Expected rain");
    }

    @Test
    void an_event_that_the_twin_cannot_use_fails_the_test() {
        var tooOld = PriceChanged.of(SHOP, MUG, WEB, euro("20"), Instant.parse("1970-01-02T00:00:00Z"));

        assertThatThrownBy(() -> fixture.given(tooOld))
                .hasMessageContaining("cannot use")
                .hasMessageContaining("1970");
    }

    @Test
    void asks_the_twin_itself() {
        fixture.given(TWENTY)
                .when(twin -> twin.pricing().recommend(MUG, WEB))
                .expectStatus(DecisionStatus.INSUFFICIENT_DATA)
                .expectNoAction()
                .expect("the moment of the clock", it -> it.asOf().equals(NOON));
    }

    @Test
    void a_history_is_given_at_once() {
        var shop = SyntheticShop.small(3);

        fixture.givenHistory(shop);

        assertThat(fixture.clock().instant()).isEqualTo(shop.end());
        assertThat(fixture.twin().state().catalog().skus())
                .isEqualTo(shop.skus().stream().sorted().toList());
    }
}
