package dev.storetwin.core;

import static dev.storetwin.core.SampleShop.MAIN;
import static dev.storetwin.core.SampleShop.MUG;
import static dev.storetwin.core.SampleShop.NOW;
import static dev.storetwin.core.SampleShop.TODAY;
import static dev.storetwin.core.SampleShop.WEB;
import static dev.storetwin.core.SampleShop.ago;
import static dev.storetwin.core.SampleShop.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.Twin;
import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.Decision;
import dev.storetwin.guardrail.Guardrail;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.inventory.PlanWishes;
import dev.storetwin.platform.ActionWriter;
import dev.storetwin.platform.WriteResult;
import dev.storetwin.pricing.MarkdownWish;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PromotionQuestion;
import dev.storetwin.proposal.Action;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.PromotionId;
import dev.storetwin.type.Sku;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Questions that make no sense, and shops of which nothing can be known: every door answers, with a reason, and the platform hears nothing. */
class BadAskingTest implements ActionWriter {

    private static final Sku NOBODY = Sku.of("nobody");
    private static final Channel NOWHERE = Channel.of("nowhere");
    private static final Money DOLLARS = Money.of("5.00", "USD");
    private static final LocalDate SOON = TODAY.plusDays(30);

    private final List<Action> written = new ArrayList<>();

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

    @Override
    public boolean writes(Action action) {
        return true;
    }

    @Override
    public WriteResult write(Action action, DecisionId key) {
        written.add(action);
        return new WriteResult.Written();
    }

    private static Map<String, SampleShop> shops() {
        var shops = new LinkedHashMap<String, SampleShop>();
        shops.put("an empty shop", shop());
        shops.put(
                "no sales",
                shop().cost(MUG, "4.00").price(MUG, WEB, "5.00", ago(300)).stock(MUG, MAIN, 10));
        shops.put("sales and nothing else", selling());
        shops.put("one price only", sound());
        shops.put(
                "one sale only",
                shop().sold(MUG, WEB, 1, day -> 1).cost(MUG, "4.00").price(MUG, WEB, "5.00", ago(3)));
        shops.put(
                "a price of zero",
                selling().cost(MUG, "4.00").price(MUG, WEB, "0.00", ago(300)).stock(MUG, MAIN, 10));
        shops.put("a cost below zero", selling().cost(MUG, "-4.00").price(MUG, WEB, "5.00", ago(300)));
        shops.put(
                "a cost of zero",
                selling().cost(MUG, "0").price(MUG, WEB, "5.00", ago(300)).stock(MUG, MAIN, 10));
        shops.put("a cost a thousandfold", sound().cost(MUG, "4000.00", ago(1)));
        shops.put("all a thousandfold", selling().cost(MUG, "4000.00").price(MUG, WEB, "5000.00", ago(300)));
        shops.put("a price beyond all measure", sound().price(MUG, WEB, "999999999999.99", ago(1)));
        shops.put("a price below a coin", selling().cost(MUG, "0.0001").price(MUG, WEB, "0.0002", ago(300)));
        shops.put("stock below zero", sound().stock(MUG, MAIN, -5));
        shops.put("stock beyond all measure", sound().stock(MUG, MAIN, 9_000_000_000_000L));
        shops.put(
                "sales beyond all measure",
                shop().sold(MUG, WEB, 200, day -> 1_000_000_000_000L)
                        .cost(MUG, "4.00")
                        .price(MUG, WEB, "5.00", ago(300))
                        .stock(MUG, MAIN, 10));
        shops.put(
                "nothing known in this channel",
                shop().sold(MUG, NOWHERE, 200, day -> 2).cost(MUG, "4.00").price(MUG, NOWHERE, "5.00", ago(300)));
        return shops;
    }

    private static SampleShop selling() {
        return shop().sold(MUG, WEB, 200, day -> 2 + (day * 7L % 5));
    }

    private static SampleShop sound() {
        return selling().cost(MUG, "4.00").price(MUG, WEB, "5.00", ago(300));
    }

    private static Map<String, Function<Twin, Object>> questions() {
        var asked = new LinkedHashMap<String, Function<Twin, Object>>();
        for (var sku : List.of(MUG, NOBODY)) {
            for (var channel : List.of(WEB, NOWHERE)) {
                var of = " of %s in %s".formatted(sku, channel);
                asked.put("price" + of, it -> it.pricing().recommend(sku, channel));
                asked.put("curve" + of, it -> it.pricing().curve(sku, channel));
                for (var money : List.of("5.50", "0", "-3", "1000000000000", "0.000001")) {
                    asked.put("what if " + money + of, it -> it.pricing().whatIf(sku, channel, Money.of(money, "EUR")));
                }
                asked.put("what if in dollars" + of, it -> it.pricing().whatIf(sku, channel, DOLLARS));
                asked.put("forecast" + of, it -> it.forecasting().demand(sku, channel, 28));
            }
            asked.put("markdown of " + sku, it -> it.pricing().markdown(sku, WEB, MarkdownWish.until(SOON)));
            asked.put("markdown past of " + sku, it -> it.pricing()
                    .markdown(sku, WEB, MarkdownWish.until(TODAY.minusDays(3))));
            asked.put("endless markdown of " + sku, it -> it.pricing()
                    .markdown(sku, WEB, MarkdownWish.until(LocalDate.MAX)));
            asked.put("markdown in dollars of " + sku, it -> it.pricing()
                    .markdown(
                            sku,
                            WEB,
                            MarkdownWish.until(SOON).withSalvage(DOLLARS).withLowest(DOLLARS)));
            asked.put("promotion of " + sku, it -> it.pricing()
                    .promotionEffect(PromotionQuestion.of(sku, WEB, ago(60), ago(50))));
            asked.put("future promotion of " + sku, it -> it.pricing()
                    .promotionEffect(PromotionQuestion.of(sku, WEB, ago(-60), ago(-80))));
            asked.put("endless promotion of " + sku, it -> it.pricing()
                    .promotionEffect(PromotionQuestion.of(sku, WEB, Instant.MIN, Instant.MAX)));
            asked.put("order of " + sku, it -> it.inventory().recommend(sku, MAIN));
            asked.put("order nowhere of " + sku, it -> it.inventory().recommend(sku, NodeId.of("nowhere")));
            asked.put("transfer of " + sku, it -> it.inventory().recommendTransfer(sku, MAIN));
            asked.put("rebalancing of " + sku, it -> it.inventory().rebalance(sku));
            asked.put("forecast of " + sku, it -> it.forecasting().demand(sku, 28));
        }
        asked.put("campaign", it -> it.pricing().promotionEffects(PromotionId.of("nothing")));
        asked.put("plan", it -> it.inventory().plan(PlanWishes.fast()));
        asked.put("rebalancing of nothing", it -> it.inventory().rebalance(List.of()));
        return asked;
    }

    @TestFactory
    Stream<DynamicTest> every_question_is_answered_whatever_the_shop() {
        return shops().entrySet().stream()
                .map(shop -> DynamicTest.dynamicTest(shop.getKey(), () -> ask(shop.getValue(), NOW)));
    }

    @TestFactory
    Stream<DynamicTest> every_question_is_answered_at_any_time() {
        return Stream.of(Instant.MAX, Instant.MIN, Instant.EPOCH, Instant.parse("9999-12-31T23:59:59Z"))
                .map(now -> DynamicTest.dynamicTest(now.toString(), () -> ask(sound(), now)));
    }

    @Test
    void a_closed_twin_answers_or_refuses_but_writes_nothing() {
        var twin = twin(NOW);
        sound().events().forEach(twin::accept);
        var price = twin.pricing().recommend(MUG, WEB);
        twin.close();

        assertThat(failures(twin)).isEmpty();
        assertThat(twin.apply(price).kind()).isNotEqualTo(OutcomeKind.APPLIED);
        assertThat(written).isEmpty();
    }

    /** A mistake of the caller's, and no question: it is refused by the name of what is missing. */
    @Test
    void null_is_refused_by_name() {
        try (var twin = twin(NOW)) {
            for (var asking : Arrays.<ThrowingCallable>asList(
                    () -> twin.pricing().recommend(nothing(), WEB),
                    () -> twin.pricing().recommend(MUG, nothing()),
                    () -> twin.pricing().whatIf(MUG, WEB, nothing()),
                    () -> twin.pricing().curve(nothing(), WEB),
                    () -> twin.pricing().markdown(MUG, WEB, nothing()),
                    () -> twin.pricing().promotionEffect(nothing()),
                    () -> twin.inventory().recommend(nothing(), MAIN),
                    () -> twin.inventory().plan(nothing()),
                    () -> twin.inventory().recommendTransfer(MUG, nothing()),
                    () -> twin.forecasting().demand(nothing(), WEB, 28),
                    () -> twin.forecasting().demand(nothing(), 28))) {
                assertThatThrownBy(asking)
                        .isInstanceOf(NullPointerException.class)
                        .message()
                        .containsPattern("^'?[a-z][A-Za-z]*");
            }
        }
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // what a caller without checks can do
    private static <T> T nothing() {
        return null;
    }

    private void ask(SampleShop shop, Instant now) {
        try (var twin = twin(now)) {
            shop.events().forEach(twin::accept);
            assertThat(failures(twin)).isEmpty();
        }
        assertThat(written).isEmpty();
    }

    private static List<String> failures(Twin twin) {
        var failures = new ArrayList<String>();
        questions().forEach((name, question) -> {
            try {
                check(name, question.apply(twin), failures);
            } catch (RuntimeException thrown) {
                var at = Stream.of(thrown.getStackTrace()).limit(3).toList();
                failures.add("%s: %s at %s".formatted(name, thrown, at));
            }
        });
        return failures;
    }

    private static void check(String name, Object answer, List<String> failures) {
        if (answer instanceof Decision<?> decision && decision.reasons().isEmpty()) {
            failures.add(name + ": no reason");
        }
    }

    private Twin twin(Instant now) {
        return StoreTwin.builder()
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .writer(this)
                .guardrail(new Anything())
                .autonomy(Capability.PRICING, Autonomy.FULL)
                .build();
    }
}
