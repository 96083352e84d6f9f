package dev.storetwin.core;

import static dev.storetwin.core.SampleShop.MAIN;
import static dev.storetwin.core.SampleShop.MUG;
import static dev.storetwin.core.SampleShop.NOW;
import static dev.storetwin.core.SampleShop.WEB;
import static dev.storetwin.core.SampleShop.ago;
import static dev.storetwin.core.SampleShop.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.Twin;
import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.event.CostChanged;
import dev.storetwin.guardrail.Guardrail;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.platform.ActionWriter;
import dev.storetwin.platform.WriteResult;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.proposal.Action;
import dev.storetwin.type.Capability;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Source;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prices, costs and units that cannot be, in a twin that may write: it says what is wrong, and the platform hears nothing. */
class PriceEdgesTest implements ActionWriter {

    /** A twin without any guardrail writes nothing. */
    private static final class Anything implements Guardrail<PriceChange> {

        @Override
        public Class<PriceChange> actions() {
            return PriceChange.class;
        }

        @Override
        public Ruling<PriceChange> check(PriceChange action, GuardrailContext context) {
            return Ruling.allowed();
        }
    }

    private final List<Action> written = new ArrayList<>();

    @Override
    public boolean writes(Action action) {
        return true;
    }

    @Override
    public WriteResult write(Action action, DecisionId key) {
        written.add(action);
        return new WriteResult.Written();
    }

    @Test
    void a_sound_shop_gets_a_price_and_the_platform_hears_of_it() {
        var decision = applied(cheap());

        assertThat(decision.action()).isPresent();
        assertThat(written).hasSize(1);
    }

    /** One price only was ever seen, so nobody knows what another one does. */
    @Test
    void a_price_that_rests_on_a_guess_waits_for_a_yes() {
        try (var twin = twin(ApprovalOptions.DEFAULT)) {
            cheap().events().forEach(twin::accept);
            var decision = twin.pricing().recommend(MUG, WEB);

            var outcome = twin.apply(decision);

            assertThat(decision.isAssumed()).isTrue();
            assertThat(outcome.kind()).isEqualTo(OutcomeKind.WAITING);
            assertThat(twin.controls().pending()).singleElement().satisfies(it -> assertThat(it.reasons())
                    .anyMatch(reason -> reason.contains("unidentified")));
            assertThat(written).isEmpty();
        }
    }

    @Test
    void a_price_of_zero() {
        assertRefused(
                selling().cost(MUG, "4.00").price(MUG, WEB, "0.00", ago(1)), "0.00 EUR of MUG-1 is not above zero");
    }

    /** Kept apart when it comes in: it counts as if it had never been told. */
    @Test
    void a_cost_below_zero() {
        assertRefused(selling().price(MUG, WEB, "5.00", ago(300)).cost(MUG, "-4.00"), "cost: none is known for MUG-1");
    }

    @Test
    void no_cost() {
        assertRefused(selling().price(MUG, WEB, "5.00", ago(300)), "cost: none is known for MUG-1");
    }

    @Test
    void a_cost_in_another_currency() {
        var dollars = CostChanged.of(Source.of("test"), MUG, Money.of("4.00", "USD"), ago(1));

        assertRefused(cheap().with(dollars), "cost in EUR: it is known in USD only");
    }

    @Test
    void one_price_only_was_ever_seen() {
        var decision = applied(selling().cost(MUG, "4.00").price(MUG, WEB, "10.00", ago(300)));

        assertThat(decision.status()).isEqualTo(DecisionStatus.NO_ACTION);
        assertThat(decision.reasons()).anyMatch(it -> it.contains("unidentified") && it.contains("never moved"));
        assertThat(written).isEmpty();
    }

    @Test
    void a_price_a_thousand_times_that_of_yesterday() {
        assertRefused(
                cheap().price(MUG, WEB, "5000.00", ago(1)),
                "it jumped 1000-fold, from 5.00 EUR to 5000.00 EUR; maybe cents were given as whole units");
    }

    @Test
    void a_price_a_thousandth_of_that_of_yesterday() {
        assertRefused(
                selling()
                        .cost(MUG, "400.00")
                        .price(MUG, WEB, "500.00", ago(300))
                        .price(MUG, WEB, "0.50", ago(1)),
                "it fell to a 1000th, from 500.00 EUR to 0.50 EUR; maybe whole units were given as cents");
    }

    @Test
    void a_price_that_was_put_right_again_is_no_leap() {
        var decision = applied(cheap().price(MUG, WEB, "5000.00", ago(2)).price(MUG, WEB, "5.00", ago(1)));

        assertThat(decision.status()).isNotEqualTo(DecisionStatus.INSUFFICIENT_DATA);
    }

    @Test
    void a_cost_a_thousand_times_what_it_was() {
        assertRefused(
                cheap().cost(MUG, "4000.00", ago(1)), "a plausible cost: 4000.00 EUR against a price of 5.00 EUR");
    }

    @Test
    void a_cost_a_thousandth_of_what_it_was() {
        assertRefused(cheap().cost(MUG, "0.004", ago(1)), "a plausible cost: 0.004 EUR against a price of 5.00 EUR");
    }

    @Test
    void sales_counted_in_thousandths() {
        assertRefused(
                cheap().order(MUG, WEB, Quantity.of(4_000), ago(1).plus(Duration.ofHours(12))),
                "4005 units of MUG-1 on a day in web, where a usual day sells 4; maybe thousandths");
    }

    @Test
    void stock_counted_in_thousandths() {
        assertRefused(cheap().stock(MUG, MAIN, 40_000), "40000 units of MUG-1 last for 2");
    }

    private static SampleShop selling() {
        return shop().sold(MUG, WEB, 200, day -> 2 + (day * 7L % 5));
    }

    /** With a margin so small that a higher price is better whatever demand answers. */
    private static SampleShop cheap() {
        return selling().cost(MUG, "4.00").price(MUG, WEB, "5.00", ago(300));
    }

    private void assertRefused(SampleShop shop, String cause) {
        var decision = applied(shop);

        assertThat(decision.status()).isEqualTo(DecisionStatus.INSUFFICIENT_DATA);
        assertThat(decision.action()).isEmpty();
        assertThat(decision.reasons()).anyMatch(it -> it.contains(cause));
        assertThat(written).isEmpty();
    }

    private Decision<PriceChange> applied(SampleShop shop) {
        try (var twin = twin(ApprovalOptions.DEFAULT.trustingGuesses())) {
            shop.events().forEach(twin::accept);
            var decision = twin.pricing().recommend(MUG, WEB);
            var outcome = twin.apply(decision);
            assertThat(outcome.kind() == OutcomeKind.APPLIED)
                    .as(outcome.detail())
                    .isEqualTo(decision.action().isPresent());
            return decision;
        }
    }

    private Twin twin(ApprovalOptions approvals) {
        return StoreTwin.builder()
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .writer(this)
                .guardrail(new Anything())
                .autonomy(Capability.PRICING, Autonomy.FULL)
                .approvals(approvals)
                .build();
    }
}
