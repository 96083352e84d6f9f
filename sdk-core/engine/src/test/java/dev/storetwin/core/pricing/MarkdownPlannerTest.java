package dev.storetwin.core.pricing;

import static dev.storetwin.core.SampleShop.MAIN;
import static dev.storetwin.core.SampleShop.MUG;
import static dev.storetwin.core.SampleShop.NOW;
import static dev.storetwin.core.SampleShop.TODAY;
import static dev.storetwin.core.SampleShop.WEB;
import static dev.storetwin.core.SampleShop.ago;
import static dev.storetwin.core.SampleShop.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.SampleShop;
import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.core.forecast.ShopForecasts;
import dev.storetwin.pricing.Estimate;
import dev.storetwin.pricing.MarkdownQuestion;
import dev.storetwin.pricing.MarkdownWish;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Proposal;
import dev.storetwin.type.Money;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MarkdownPlannerTest {

    private static final MarkdownWish EIGHT_WEEKS = MarkdownWish.until(TODAY.plusDays(56));

    private final MarkdownPlanner planner = new MarkdownPlanner(
            new ShopForecasts(ForecastMethods.usual(), 730),
            new FittedElasticities(ElasticityOptions.DEFAULT),
            PricingOptions.DEFAULT,
            1);

    /** Four a day for eight weeks are 224; 100 units go by themselves at full price. */
    @Test
    void what_goes_by_itself_is_not_marked_down() {
        var proposal = plan(selling().stock(MUG, MAIN, 100), EIGHT_WEEKS);

        assertThat(best(proposal).isDoNothing()).isTrue();
        assertThat(proposal.objective().unit()).isEqualTo("EUR");
    }

    @Test
    void what_is_far_too_much_is_marked_down_at_once_and_more_with_more_of_it() {
        var much = best(plan(selling().stock(MUG, MAIN, 400), EIGHT_WEEKS))
                .action()
                .orElseThrow();
        var more = best(plan(selling().stock(MUG, MAIN, 800), EIGHT_WEEKS))
                .action()
                .orElseThrow();

        assertThat(much.to()).isLessThan(Money.of("10.00", "EUR"));
        assertThat(more.to()).isLessThanOrEqualTo(much.to());
    }

    @Test
    void the_path_falls_and_ends_on_time() {
        var shop = selling().stock(MUG, MAIN, 400);
        var path = planner.path(shop.state(), question(EIGHT_WEEKS), Optional.empty());

        assertThat(path.prices()).hasSize(8);
        assertThat(path.prices().get(0).from()).isEqualTo(TODAY);
        assertThat(path.prices().get(7).until()).isEqualTo(TODAY.plusDays(56));
        assertThat(path.prices().get(0).price().mean()).isCloseTo(10, within(1e-9));
        assertThat(path.prices().get(0).stock().mean()).isCloseTo(400, within(1e-9));
        assertThat(path.prices().stream().map(it -> it.price().mean())).isSortedAccordingTo(Comparator.reverseOrder());
        for (var planned : path.prices()) {
            assertOrdered(planned.price());
            assertOrdered(planned.sold());
            assertOrdered(planned.stock());
        }
    }

    private static void assertOrdered(Estimate range) {
        assertThat(range.lower()).isBetween(0.0, range.upper());
    }

    @Test
    void a_wished_sell_through_is_planned_or_the_reasons_say_what_stops_it() {
        var shop = selling().stock(MUG, MAIN, 350);
        var free = planner.path(shop.state(), question(EIGHT_WEEKS), price(plan(shop, EIGHT_WEEKS)));
        double share = free.sellThrough().orElseThrow() + .005;
        var wish = EIGHT_WEEKS.withSellThrough(share);
        var wished = plan(shop, wish);
        var path = planner.path(shop.state(), question(wish), price(wished));
        var impossible = plan(selling().stock(MUG, MAIN, 4_000), wish);

        assertThat(path.sellThrough().orElseThrow()).isGreaterThanOrEqualTo(share);
        assertThat(wished.reasons()).anyMatch(it -> it.startsWith("Of 9") && it.contains("that costs"));
        assertThat(impossible.reasons())
                .anyMatch(it -> it.contains("even the lowest price 3.33 EUR from today on sells"));
    }

    @Test
    void no_move_is_proposed_where_none_is_allowed() {
        var shop = selling().stock(MUG, MAIN, 800);
        var noMoves = plan(shop, EIGHT_WEEKS.withMostMoves(0));
        var tooEarly = plan(shop.price(MUG, WEB, "9.50", ago(2)), EIGHT_WEEKS);

        assertThat(noMoves.alternatives()).hasSize(1);
        assertThat(noMoves.isInsufficient()).isFalse();
        assertThat(noMoves.reasons()).contains("No move is left: the price stays");
        assertThat(tooEarly.alternatives()).hasSize(1);
        assertThat(tooEarly.reasons()).contains("The price moved less than 7 days ago: it stays for now");
    }

    @Test
    void the_lowest_price_and_salvage_are_kept_to() {
        var shop = selling().stock(MUG, MAIN, 2_000);
        var low = plan(shop, EIGHT_WEEKS.withLowest(Money.of("7.49", "EUR")));
        var dear = plan(shop, EIGHT_WEEKS.withSalvage(Money.of("9.90", "EUR")));

        assertThat(low.alternatives().stream()
                        .flatMap(it -> it.action().stream())
                        .map(PriceChange::to))
                .contains(Money.of("7.49", "EUR"))
                .allMatch(it -> it.compareTo(Money.of("7.49", "EUR")) >= 0);
        assertThat(best(dear).isDoNothing()).isTrue();
    }

    @Test
    void a_price_off_the_ladder_is_valued_like_any_other() {
        var state = selling().stock(MUG, MAIN, 800).state();
        var proposal = planner.plan(state, question(EIGHT_WEEKS));

        double off = planner.score(state, question(EIGHT_WEEKS), to("7.77")).expectedValue();
        double on = planner.score(state, question(EIGHT_WEEKS), to("7.50")).expectedValue();

        assertThat(value(proposal, "7.50")).isEqualTo(on);
        assertThat(off)
                .isBetween(
                        Math.min(value(proposal, "8.00"), value(proposal, "7.50")) * .99,
                        best(proposal).expectedValue() * 1.01);
    }

    /** Two euros for each mug that is sold: less is sold, dearer. */
    @Test
    void what_units_cost_by_coming_back_is_taken_off_what_they_bring() {
        var state = selling().stock(MUG, MAIN, 400).state();
        var without = question(EIGHT_WEEKS);
        var with = new MarkdownQuestion(MUG, WEB, EIGHT_WEEKS, NOW, OptionalDouble.of(2));

        var proposal = planner.plan(state, with);

        assertThat(marginNow(proposal)).isCloseTo(10 - 4 - 2, within(1e-9));
        assertThat(best(proposal).expectedValue())
                .isLessThan(best(planner.plan(state, without)).expectedValue());
        assertThat(price(proposal).orElseThrow())
                .isGreaterThan(price(planner.plan(state, without)).orElseThrow());
        assertThat(planner.path(state, with, Optional.empty())
                        .prices()
                        .get(0)
                        .price()
                        .mean())
                .as("as shoppers see it")
                .isCloseTo(10, within(1e-9));
        assertThat(proposal.reasons()).anyMatch(it -> it.startsWith("A sold unit is expected to cost 2.00 EUR"));
    }

    @Test
    void looked_at_coarsely_it_comes_out_much_the_same() {
        var coarse = new MarkdownPlanner(
                new ShopForecasts(ForecastMethods.usual(), 730),
                new FittedElasticities(ElasticityOptions.DEFAULT),
                PricingOptions.DEFAULT,
                MarkdownDetail.COARSE,
                1);
        var state = selling().stock(MUG, MAIN, 800).state();

        var full = planner.plan(state, question(EIGHT_WEEKS));
        var rough = coarse.plan(state, question(EIGHT_WEEKS));

        assertThat(rough.alternatives()).hasSizeLessThan(full.alternatives().size());
        assertThat(best(rough).expectedValue())
                .isCloseTo(best(full).expectedValue(), within(.05 * best(full).expectedValue()));
    }

    @Test
    void the_same_question_has_the_same_answer() {
        var one = plan(selling().stock(MUG, MAIN, 400), EIGHT_WEEKS.withSellThrough(.9));
        var two = plan(selling().stock(MUG, MAIN, 400), EIGHT_WEEKS.withSellThrough(.9));

        assertThat(one).isEqualTo(two);
    }

    @Test
    void what_is_missing_is_said() {
        var stockless = selling();
        var unsold = shop().cost(MUG, "4.00").price(MUG, WEB, "10.00", ago(300)).stock(MUG, MAIN, 40);

        assertThat(plan(stockless, EIGHT_WEEKS).missing()).anyMatch(it -> it.startsWith("stock:"));
        assertThat(plan(unsold, EIGHT_WEEKS).missing()).anyMatch(it -> it.startsWith("sales:"));
        assertThat(plan(selling().stock(MUG, MAIN, 40), MarkdownWish.until(TODAY))
                        .missing())
                .anyMatch(it -> it.startsWith("time: the end 2024-07-01 must be after today"));
        assertThat(plan(selling().stock(MUG, MAIN, 40), EIGHT_WEEKS.withSalvage(Money.of("1.00", "USD")))
                        .missing())
                .anyMatch(it -> it.startsWith("money in EUR"));
        assertThat(plan(selling().stock(MUG, MAIN, 0), EIGHT_WEEKS).alternatives())
                .hasSize(1);
    }

    private static SampleShop selling() {
        return shop().sold(MUG, WEB, 200, day -> 3 + day % 3).cost(MUG, "4.00").price(MUG, WEB, "10.00", ago(300));
    }

    private Proposal<PriceChange> plan(SampleShop shop, MarkdownWish wish) {
        return planner.plan(shop.state(), question(wish));
    }

    private static MarkdownQuestion question(MarkdownWish wish) {
        return new MarkdownQuestion(MUG, WEB, wish, NOW);
    }

    private static PriceChange to(String price) {
        return new PriceChange(MUG, WEB, Money.of("10.00", "EUR"), Money.of(price, "EUR"));
    }

    private static Optional<Money> price(Proposal<PriceChange> proposal) {
        return best(proposal).action().map(PriceChange::to);
    }

    private static double value(Proposal<PriceChange> proposal, String price) {
        return proposal.alternatives().stream()
                .filter(it ->
                        it.action().filter(change -> change.equals(to(price))).isPresent())
                .findFirst()
                .orElseThrow()
                .expectedValue();
    }

    private static double marginNow(Proposal<PriceChange> proposal) {
        return proposal.alternatives().get(0).evidence().stream()
                .filter(it -> it.name().equals("unit margin"))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static Alternative<PriceChange> best(Proposal<PriceChange> proposal) {
        return proposal.alternatives().stream()
                .max(Comparator.comparingDouble(Alternative::expectedValue))
                .orElseThrow();
    }
}
