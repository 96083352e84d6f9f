package dev.storetwin.core.pricing.promotion;

import static dev.storetwin.core.SampleShop.MAIN;
import static dev.storetwin.core.SampleShop.MUG;
import static dev.storetwin.core.SampleShop.NOW;
import static dev.storetwin.core.SampleShop.WEB;
import static dev.storetwin.core.SampleShop.ago;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.SampleShop;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.pricing.PromotionEffect;
import dev.storetwin.pricing.PromotionPlan;
import dev.storetwin.pricing.PromotionQuestion;
import dev.storetwin.pricing.PromotionStatus;
import dev.storetwin.type.Money;
import dev.storetwin.type.PromotionId;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShopPromotionsTest {

    private static final int DAYS = 300;
    private static final Sku BOWL = Sku.of("BOWL-1");
    private static final Sku TEA = Sku.of("TEA-1");
    private static final PromotionId WEEK = PromotionId.of("mug week");
    private static final PromotionQuestion QUESTION = PromotionQuestion.of(MUG, WEB, ago(100), ago(93));

    private final ShopPromotions promotions = new ShopPromotions(OptionalDouble.empty());

    /** Ten mugs, ten bowls and ten teas a day. In the week of mugs twenty mugs, eight bowls, thirteen teas; in the week after, nine mugs. */
    private static SampleShop shop() {
        return SampleShop.shop()
                .category(MUG, "tableware")
                .category(BOWL, "tableware")
                .category(TEA, "food")
                .price(MUG, WEB, "10.00", ago(400))
                .price(BOWL, WEB, "8.00", ago(400))
                .price(TEA, WEB, "3.00", ago(400))
                .sold(MUG, WEB, DAYS, day -> 10 + (isIn(day, 100, 93) ? 10 : isIn(day, 93, 86) ? -1 : 0) + day % 2)
                .sold(BOWL, WEB, DAYS, day -> 10 - (isIn(day, 100, 93) ? 2 : 0) + day % 2)
                .sold(TEA, WEB, DAYS, day -> 10 + (isIn(day, 100, 93) ? 3 : 0) + day % 2)
                .campaign("mug week", MUG, ago(100), ago(93));
    }

    private static boolean isIn(int day, int from, int until) {
        return day >= DAYS - from && day < DAYS - until;
    }

    private static SampleShop withCosts() {
        return shop().cost(MUG, "4.00").cost(BOWL, "3.00").cost(TEA, "1.00");
    }

    private PromotionEffect effect(SampleShop shop, PromotionQuestion question) {
        return promotions.effect(shop.state(), question, NOW);
    }

    @Test
    void tells_units_moved_into_a_promotion_and_out_of_others() {
        var effect = effect(withCosts(), QUESTION.withCompanions(Set.of(TEA)));

        assertThat(effect.reasons()).isEmpty();
        assertThat(effect.status()).isEqualTo(PromotionStatus.MEASURED);
        assertThat(effect.lift().orElseThrow().mean()).isCloseTo(70, within(3.0));
        assertThat(effect.pullForward().orElseThrow().mean()).isCloseTo(7, within(3.0));
        assertThat(effect.cannibalised().orElseThrow().mean()).isCloseTo(14, within(3.0));
        assertThat(effect.halo().orElseThrow().mean()).isCloseTo(21, within(3.0));
        assertThat(effect.net().orElseThrow().mean()).isCloseTo(70 - 7 - 14 + 21, within(4.0));
    }

    /** Ten per cent off 10.00: a margin of 6 becomes 5. Bowls bring 5, teas 2. Units as above; about 73.5 mugs would have been sold anyway. */
    @Test
    void tells_what_is_left_in_money() {
        var question = QUESTION.withCompanions(Set.of(TEA)).withCost(Money.of("20", "EUR"));

        var money = effect(withCosts(), question).money().orElseThrow();

        assertThat(money.currency()).isEqualTo(Currency.getInstance("EUR"));
        assertThat(money.own().mean()).isCloseTo(70 * 5 - 73.5, within(20.0));
        assertThat(money.net().mean()).isCloseTo(70 * 5 - 73.5 - 7 * 6 - 14 * 5 + 21 * 2 - 20, within(30.0));
        assertThat(money.invested()).isCloseTo(143.5 + 20, within(1.0));
        assertThat(money.roi().orElseThrow().mean()).isCloseTo(money.net().mean() / money.invested(), within(1e-9));
    }

    @Test
    void without_a_cost_it_tells_units_only() {
        var effect = effect(shop(), QUESTION);

        assertThat(effect.lift()).isPresent();
        assertThat(effect.money()).isEmpty();
        assertThat(effect.reasons()).contains("units only: no cost of MUG-1 is known");
    }

    @Test
    void a_cost_in_another_currency_makes_no_money() {
        var effect = effect(withCosts(), QUESTION.withCost(Money.of("20", "USD")));

        assertThat(effect.money()).isEmpty();
        assertThat(effect.reasons())
                .contains("units only: the cost of the promotion is in another currency than its price");
    }

    @Test
    void where_a_neighbour_has_no_cost_its_units_count_and_its_money_does_not() {
        var effect = effect(shop().cost(MUG, "4.00"), QUESTION);

        assertThat(effect.cannibalised()).isPresent();
        assertThat(effect.reasons()).contains("cannibalised: no margin is known of BOWL-1, so it is not in the money");
        assertThat(effect.money().orElseThrow().net().mean()).isCloseTo(70 * 5 - 73.5 - 7 * 6, within(30.0));
    }

    @Test
    void a_price_cut_without_a_campaign_can_be_asked_about() {
        var effect = effect(
                withCosts().price(MUG, WEB, "9.00", ago(60)).price(MUG, WEB, "10.00", ago(53)),
                PromotionQuestion.of(MUG, WEB, ago(60), ago(53)));

        assertThat(effect.lift().orElseThrow().mean()).isCloseTo(0, within(3.0));
        assertThat(effect.money().orElseThrow().own().mean()).isNegative();
    }

    @Test
    void a_crossed_out_price_is_a_promotion_too() {
        var crossedOut = PriceChanged.of(Source.of("test"), MUG, WEB, Money.of("9.00", "EUR"), ago(97));
        var shop = withCosts()
                .with(new PriceChanged(
                        crossedOut.header(),
                        MUG,
                        WEB,
                        crossedOut.price(),
                        Optional.of(Money.of("10.00", "EUR")),
                        crossedOut.taxMode()))
                .price(MUG, WEB, "10.00", ago(80));

        // It meets the campaign only in part, so which of them sold the mugs is not known when the rest of it is asked
        // about.
        var effect = effect(shop, PromotionQuestion.of(MUG, WEB, ago(97), ago(80)));

        assertThat(effect.reasons()).containsExactly("several promotions at once");
    }

    @Test
    void days_that_nobody_saw_have_no_effect() {
        for (var question : List.of(
                PromotionQuestion.of(MUG, WEB, ago(900), ago(890)),
                PromotionQuestion.of(MUG, WEB, ago(-10), ago(-20)),
                PromotionQuestion.of(MUG, WEB, Instant.MIN, Instant.MAX),
                PromotionQuestion.of(MUG, WEB, ago(3), ago(-3)))) {
            var effect = effect(withCosts(), question);

            assertThat(effect.status()).isEqualTo(PromotionStatus.UNKNOWN);
            assertThat(effect.reasons()).hasSize(1);
        }
    }

    @Test
    void a_shop_without_sales_knows_nothing() {
        assertThat(effect(SampleShop.shop(), QUESTION).status()).isEqualTo(PromotionStatus.UNKNOWN);
    }

    @Test
    void a_promotion_that_ran_out_is_not_judged() {
        var effect = effect(withCosts().stock(MUG, MAIN, 0, ago(98)).stock(MUG, MAIN, 500, ago(93)), QUESTION);

        assertThat(effect.status()).isEqualTo(PromotionStatus.UNKNOWN);
        assertThat(effect.reasons().get(0)).startsWith("it ran out during the promotion");
    }

    /** Ten mugs a day; in seven weeks of ten per cent off, twenty. */
    private static SampleShop oftenPromoted() {
        var shop = SampleShop.shop()
                .category(MUG, "tableware")
                .price(MUG, WEB, "10.00", ago(400))
                .sold(MUG, WEB, DAYS, day -> 10 + day % 2 + ((DAYS - day) % 40 > 33 && DAYS - day < 280 ? 10 : 0));
        for (int end = 33; end < 270; end += 40) {
            shop.campaign("mugs until " + end, MUG, ago(end + 6), ago(end));
        }
        return shop;
    }

    private static PromotionPlan plan(String price) {
        return new PromotionPlan(MUG, WEB, Money.of("10.00", "EUR"), Money.of(price, "EUR"), ago(-2), ago(-9));
    }

    /** A week at 10.5 mugs a day is 73.5, and lifts were ten a day on top. The margin of 6 becomes 5. */
    @Test
    void a_planned_promotion_is_expected_to_do_what_others_did() {
        var outlook = promotions.outlook(oftenPromoted().cost(MUG, "4.00").state(), plan("9.00"), NOW);

        assertThat(outlook.ordinary().orElseThrow().mean()).isCloseTo(73.5, within(1.0));
        assertThat(outlook.lift().orElseThrow().mean()).isCloseTo(70, within(5.0));
        assertThat(outlook.margin().orElseThrow().mean()).isCloseTo(70 * 5 - 73.5, within(30.0));
        assertThat(outlook.currency()).contains(Currency.getInstance("EUR"));
    }

    @Test
    void a_discount_that_was_never_tried_has_no_outlook() {
        var outlook = promotions.outlook(oftenPromoted().cost(MUG, "4.00").state(), plan("5.00"), NOW);

        assertThat(outlook.lift()).isEmpty();
        assertThat(outlook.reasons()).containsExactly("discounts of 10 % to 10 % were seen, and none like 50 %");
    }

    @Test
    void a_planned_promotion_without_a_cost_is_told_in_units() {
        var outlook = promotions.outlook(oftenPromoted().state(), plan("9.00"), NOW);

        assertThat(outlook.lift()).isPresent();
        assertThat(outlook.margin()).isEmpty();
        assertThat(outlook.reasons()).contains("units only: no cost of MUG-1 is known");
    }

    @Test
    void without_promotions_to_learn_from_a_plan_has_no_outlook() {
        assertThat(promotions.outlook(shop().state(), plan("9.00"), NOW).reasons())
                .containsExactly("1 promotions of it and its like are too few to learn from");
        assertThat(promotions
                        .outlook(SampleShop.shop().state(), plan("9.00"), NOW)
                        .reasons())
                .containsExactly("nothing was ever sold");
    }

    @Test
    void the_front_door_tells_a_campaign_for_each_of_its_skus() {
        try (var twin = StoreTwin.builder()
                .zone(ZoneOffset.UTC)
                .currency(Currency.getInstance("EUR"))
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .build()) {
            twin.load(withCosts().events().stream());

            var effects = twin.pricing().promotionEffects(WEEK);

            assertThat(effects).hasSize(1);
            assertThat(effects.get(0)).isEqualTo(twin.pricing().promotionEffect(QUESTION));
            assertThat(effects.get(0).lift().orElseThrow().lower()).isPositive();
            assertThat(twin.pricing().promotionEffects(PromotionId.of("unheard of")))
                    .isEmpty();
        }
    }
}
