package dev.storetwin.core.pricing;

import static dev.storetwin.core.SampleShop.MAIN;
import static dev.storetwin.core.SampleShop.MUG;
import static dev.storetwin.core.SampleShop.NOW;
import static dev.storetwin.core.SampleShop.WEB;
import static dev.storetwin.core.SampleShop.ago;
import static dev.storetwin.core.SampleShop.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.SampleShop;
import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.event.CostChanged;
import dev.storetwin.pricing.PriceAim;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Evidence;
import dev.storetwin.proposal.Proposal;
import dev.storetwin.type.Money;
import dev.storetwin.type.Source;
import dev.storetwin.type.TaxMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PriceLadderPlannerTest {

    private static final PriceQuestion QUESTION = new PriceQuestion(MUG, WEB, NOW);

    private final PriceLadderPlanner planner =
            new PriceLadderPlanner(ForecastMethods.usual(), PricingOptions.DEFAULT, 1);

    @Test
    void the_ladder_has_eight_rungs_rounded_to_the_cent() {
        var proposal = plan(selling().cost(MUG, "4.00").price(MUG, WEB, "9.99", ago(300)));

        assertThat(proposal.alternatives().stream()
                        .flatMap(it -> it.action().stream())
                        .map(it -> it.to().amount().toPlainString()))
                .containsExactly("7.99", "8.49", "8.99", "9.49", "10.49", "10.99", "11.49", "11.99");
        assertThat(proposal.doNothing().isDoNothing()).isTrue();
        assertThat(proposal.objective().name()).isEqualTo("expected margin less holding over 28 days");
        assertThat(proposal.objective().unit()).isEqualTo("EUR");
    }

    @Test
    void rungs_that_round_to_one_price_are_one() {
        var proposal = plan(selling().cost(MUG, "0.01").price(MUG, WEB, "0.05", ago(300)));

        // 0.04 (-20, -15 %), 0.06 (+15 %, +20 %); the others round to 0.05, which stands.
        assertThat(proposal.alternatives()).hasSize(4 - 1);
    }

    /** Nothing is known but the usual -1.7; 4 a day for 28 days; no stock to run out. */
    @Test
    void doing_nothing_is_worth_units_times_margin() {
        var proposal = plan(selling().cost(MUG, "4.00").price(MUG, WEB, "10.00", ago(300)));

        assertThat(proposal.doNothing().expectedValue()).isCloseTo(112 * 6, within(20.0));
        assertThat(value(proposal.evidence(), "elasticity")).isEqualTo(-1.7);
        assertThat(proposal.reasons())
                .anyMatch(it -> it.contains("unidentified") && it.contains("-1.70 of shops in general"));
        assertThat(proposal.reasons()).anyMatch(it -> it.startsWith("Stock is not known"));
    }

    @Test
    void a_rung_is_scored_by_the_worst_thinkable_elasticity() {
        var careful = plan(selling().cost(MUG, "4.00").price(MUG, WEB, "10.00", ago(300)));
        var bold = new PriceLadderPlanner(
                        ForecastMethods.usual(),
                        PricingOptions.DEFAULT.withCaution(0).withLeastGain(0),
                        1)
                .plan(
                        selling()
                                .cost(MUG, "4.00")
                                .price(MUG, WEB, "10.00", ago(300))
                                .state(),
                        QUESTION);

        for (var rung : bold.alternatives()) {
            rung.action().ifPresent(it -> {
                assertThat(rung.expectedValue()).isCloseTo(value(rung.evidence(), "expected margin"), within(1e-9));
                assertThat(rung(careful, it.to()).expectedValue()).isLessThan(rung.expectedValue());
            });
        }
        // 1.1 ^ -1.7 of the units at a margin of 7 instead of 6.
        double now = bold.doNothing().expectedValue();
        assertThat(rung(bold, Money.of("11.00", "EUR")).expectedValue())
                .isCloseTo(now / 6 * 7 * Math.pow(1.1, -1.7), within(1e-6));
    }

    /** Elasticity -3 seen at 8 to 12 over a year, cost 4: the best price is 4 * 3 / (3 - 1) = 6. */
    @Test
    void cuts_a_price_that_demand_finds_far_too_high() {
        var proposal = plan(elastic(-3, 10).cost(MUG, "4.00", ago(0)));

        assertThat(value(proposal.evidence(), "elasticity")).isCloseTo(-3, within(.5));
        assertThat(best(proposal).action().orElseThrow().to()).isLessThan(Money.of("10.00", "EUR"));
        assertThat(proposal.reasons()).anyMatch(it -> it.contains("(estimated)") && it.contains("drawn by"));
    }

    /** Elasticity -1.3 and cost 8: the best price is 8 * 1.3 / .3 = 34.67, far above 10. */
    @Test
    void raises_a_price_that_demand_hardly_feels() {
        var proposal = plan(elastic(-1.3, 10).cost(MUG, "8.00", ago(0)));

        assertThat(best(proposal).action().orElseThrow().to()).isGreaterThan(Money.of("10.00", "EUR"));
    }

    @Test
    void a_wrong_signed_estimate_is_refused_and_what_is_usual_is_used_visibly() {
        var proposal = plan(elastic(1.5, 10).cost(MUG, "4.00", ago(0)));

        assertThat(proposal.reasons())
                .anyMatch(it ->
                        it.contains("of shops in general is used") && it.contains("is refused: demand does not rise"));
        assertThat(value(proposal.evidence(), "elasticity")).isNegative();
    }

    @Test
    void no_rung_sells_more_than_there_is() {
        var proposal = plan(elastic(-3, 10)
                .cost(MUG, "4.00", ago(0))
                .stock(MUG, MAIN, 30)
                .coming(MUG, MAIN, 12, Optional.of(ago(-9)))
                .coming(MUG, MAIN, 500, Optional.of(ago(-40))));

        for (var rung : proposal.alternatives()) {
            double margin = value(rung.evidence(), "unit margin");
            assertThat(value(rung.evidence(), "expected units")).isLessThanOrEqualTo(42 + 1e-9);
            assertThat(rung.expectedValue()).isLessThanOrEqualTo(42 * margin + 1e-9);
        }
        assertThat(value(proposal.evidence(), "stock within horizon")).isEqualTo(42);
    }

    @Test
    void short_stock_is_no_reason_to_cut_and_plenty_is_one() {
        var shop = elastic(-2.2, 10);
        var scarce = best(plan(shop.cost(MUG, "4.00", ago(0)).stock(MUG, MAIN, 25)));

        assertThat(scarce.action().orElseThrow().to()).isGreaterThan(Money.of("10.00", "EUR"));
    }

    @Test
    void stock_that_can_be_refilled_limits_sales_only_until_then() {
        var shop = elastic(-2.2, 10).cost(MUG, "4.00", ago(0)).stock(MUG, MAIN, 25);
        double forever = value(plan(shop).doNothing().evidence(), "expected units");

        var refilled = plan(shop.terms(MUG, 1, 1, 7));

        // 25 in the first week, then 21 days of 20, as in the last four weeks.
        assertThat(forever).isCloseTo(25, within(.1));
        assertThat(value(refilled.doNothing().evidence(), "expected units")).isCloseTo(25 + 21 * 20, within(25.0));
        assertThat(refilled.reasons()).anyMatch(it -> it.startsWith("From day 8 on an order of today"));
    }

    /** 25 at hand and 12 coming are all that there will ever be, though the supplier takes a week only. */
    @Test
    void who_clears_a_shelf_does_not_order_for_it_again() {
        var state = elastic(-2.2, 10)
                .cost(MUG, "4.00", ago(0))
                .stock(MUG, MAIN, 25)
                .coming(MUG, MAIN, 12, Optional.of(ago(-9)))
                .terms(MUG, 1, 1, 7)
                .state();
        var clearance = PricingOptions.DEFAULT.withObjective(PriceAim.CLEARANCE);

        var cleared = new PriceLadderPlanner(ForecastMethods.usual(), clearance, 1).plan(state, QUESTION);
        var kept = planner.plan(state, QUESTION);

        assertThat(value(cleared.doNothing().evidence(), "expected units")).isCloseTo(37, within(.1));
        assertThat(value(kept.doNothing().evidence(), "expected units")).isGreaterThan(300);
        assertThat(cleared.reasons()).noneMatch(it -> it.contains("an order of today"));
    }

    @Test
    void a_change_has_to_bring_a_little_at_least() {
        var state = elastic(-1.3, 10).cost(MUG, "8.00", ago(0)).state();
        var eager = new PriceLadderPlanner(ForecastMethods.usual(), PricingOptions.DEFAULT.withLeastGain(0), 1);
        var idle = new PriceLadderPlanner(ForecastMethods.usual(), PricingOptions.DEFAULT.withLeastGain(5), 1);

        assertThat(best(eager.plan(state, QUESTION)).isDoNothing()).isFalse();
        assertThat(best(idle.plan(state, QUESTION)).isDoNothing()).isTrue();
    }

    @Test
    void leftovers_cost_what_their_holding_costs() {
        var few = plan(elastic(-2, 10).cost(MUG, "4.00", ago(0)).stock(MUG, MAIN, 700));
        var many = plan(elastic(-2, 10).cost(MUG, "4.00", ago(0)).stock(MUG, MAIN, 5_000));

        assertThat(many.doNothing().expectedValue()).isLessThan(few.doNothing().expectedValue() - 500);
    }

    @Test
    void beyond_the_prices_seen_a_cut_brings_no_more_demand() {
        var planner = new PriceLadderPlanner(
                ForecastMethods.usual(),
                PricingOptions.DEFAULT.withMoves(-.3, -.2, -.1).withCaution(0),
                1);

        var proposal = planner.plan(
                selling().cost(MUG, "1.00").price(MUG, WEB, "10.00", ago(300)).state(), QUESTION);

        double edge = value(rung(proposal, Money.of("9.00", "EUR")).evidence(), "expected units");
        assertThat(value(rung(proposal, Money.of("8.00", "EUR")).evidence(), "expected units"))
                .isCloseTo(edge, within(1e-9));
        assertThat(proposal.reasons()).anyMatch(it -> it.contains("Demand was only seen between 10.00 and 10.00"));
    }

    @Test
    void the_price_of_the_last_weeks_is_what_recent_demand_answers_to() {
        var state = selling()
                .cost(MUG, "4.00")
                .price(MUG, WEB, "10.00", ago(300))
                .price(MUG, WEB, "12.00", ago(0))
                .state();

        var proposal = planner.plan(state, QUESTION);

        double units = value(proposal.doNothing().evidence(), "expected units");
        double elasticity = value(proposal.evidence(), "elasticity");
        assertThat(units).isCloseTo(112 * Math.pow(1.2, elasticity), within(4.0));
    }

    @Test
    void tax_is_taken_out_where_its_rate_is_known_and_mentioned_where_not() {
        var state = selling()
                .cost(MUG, "4.00")
                .price(MUG, WEB, Money.of("12.00", "EUR"), TaxMode.GROSS, ago(300))
                .state();

        var unknown = planner.plan(state, QUESTION);
        var known = new PriceLadderPlanner(ForecastMethods.usual(), PricingOptions.DEFAULT.withTaxRate(.2), 1)
                .plan(state, QUESTION);

        assertThat(value(unknown.evidence(), "net price")).isEqualTo(12);
        assertThat(unknown.reasons()).anyMatch(it -> it.contains("margin is overstated"));
        assertThat(value(known.evidence(), "net price")).isCloseTo(10, within(1e-12));
        assertThat(known.reasons()).noneMatch(it -> it.contains("overstated"));
        assertThat(known.doNothing().expectedValue()).isCloseTo(112 * 6, within(20.0));
    }

    @Test
    void without_cost_nothing_is_proposed() {
        var proposal = plan(selling().price(MUG, WEB, "10.00", ago(300)));

        assertThat(proposal.isInsufficient()).isTrue();
        assertThat(proposal.missing()).containsExactly("cost: none is known for MUG-1");
        assertThat(proposal.evidence()).isEmpty();
    }

    @Test
    void without_price_or_sales_nothing_is_proposed() {
        assertThat(plan(selling().cost(MUG, "4.00")).missing())
                .containsExactly("price: none is known for MUG-1 in web");
        assertThat(plan(shop().cost(MUG, "4.00").price(MUG, WEB, "10.00", ago(300)))
                        .missing())
                .containsExactly("sales: MUG-1 was never sold in web");
        assertThat(plan(shop()).missing()).hasSize(2);
    }

    @Test
    void numbers_that_cannot_be_are_refused() {
        assertThat(plan(selling().cost(MUG, "4000.00").price(MUG, WEB, "10.00", ago(300)))
                        .missing())
                .singleElement()
                .asString()
                .startsWith("a plausible cost");
        assertThat(plan(selling().cost(MUG, "-1.00").price(MUG, WEB, "10.00", ago(300)))
                        .missing())
                .singleElement()
                .asString()
                .contains("below zero");
        assertThat(plan(selling().cost(MUG, "1.00").price(MUG, WEB, "0.00", ago(300)))
                        .missing())
                .singleElement()
                .asString()
                .contains("not above zero");
        var yen = CostChanged.of(new Source("test"), MUG, Money.of("400", "JPY"), ago(9));
        assertThat(plan(selling().with(yen).price(MUG, WEB, "10.00", ago(300))).missing())
                .containsExactly("cost in EUR: it is known in JPY only");
    }

    @Test
    void a_running_campaign_is_mentioned() {
        var proposal = plan(selling()
                .cost(MUG, "4.00")
                .price(MUG, WEB, "10.00", ago(300))
                .campaign("Summer sale", MUG, ago(3), ago(-3)));

        assertThat(proposal.reasons()).anyMatch(it -> it.startsWith("The campaign Summer sale is running"));
    }

    @Test
    void the_same_state_and_question_give_the_same_proposal() {
        var state =
                elastic(-2, 10).cost(MUG, "4.00", ago(0)).stock(MUG, MAIN, 100).state();

        var one = new PriceLadderPlanner(ForecastMethods.usual(), PricingOptions.DEFAULT, 1).plan(state, QUESTION);
        var other = new PriceLadderPlanner(ForecastMethods.usual(), PricingOptions.DEFAULT, 1).plan(state, QUESTION);

        assertThat(one).isEqualTo(other).hasToString(other.toString());
    }

    @Test
    void an_adjusted_price_is_scored_on_the_same_scale() {
        var state = elastic(-2, 10).cost(MUG, "4.00", ago(0)).state();
        var proposal = planner.plan(state, QUESTION);
        var rung = rung(proposal, Money.of("9.50", "EUR"));

        assertThat(planner.score(state, QUESTION, rung.action().orElseThrow())).isEqualTo(rung);
        var same = new PriceChange(MUG, WEB, Money.of("10.00", "EUR"), Money.of("10.00", "EUR"));
        assertThat(planner.score(state, QUESTION, same).expectedValue())
                .isCloseTo(proposal.doNothing().expectedValue(), within(1e-9));
    }

    private static SampleShop selling() {
        return shop().sold(MUG, WEB, 200, day -> 2 + (day * 7L % 5));
    }

    /** A year in which the price follows its cost every week between 8 and 12 and demand answers; the last month at the present price. */
    private static SampleShop elastic(double elasticity, double present) {
        int days = 364;
        var prices = new double[days];
        var shop = shop();
        for (int week = 0; week < days / 7; week++) {
            double price = week >= days / 7 - 4 ? present : 8 + week * 7 % 5;
            shop.price(MUG, WEB, Money.of(String.valueOf(price), "EUR"), TaxMode.NET, ago(days - 7 * week));
            shop.cost(MUG, "%.2f".formatted(price * (.7 + .02 * (week * 5 % 7))), ago(days - 7 * week));
            java.util.Arrays.fill(prices, 7 * week, 7 * week + 7, price);
        }
        return shop.sold(
                MUG, WEB, days, day -> Math.round(20 * Math.pow(prices[day] / 10, elasticity) + day * 7 % 3 - 1));
    }

    private Proposal<PriceChange> plan(SampleShop shop) {
        return planner.plan(shop.state(), QUESTION);
    }

    private static Alternative<PriceChange> best(Proposal<PriceChange> proposal) {
        return proposal.alternatives().stream()
                .max(Comparator.comparingDouble(Alternative::expectedValue))
                .orElseThrow();
    }

    private static Alternative<PriceChange> rung(Proposal<PriceChange> proposal, Money price) {
        return proposal.alternatives().stream()
                .filter(it ->
                        it.action().filter(action -> action.to().equals(price)).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static double value(List<Evidence> evidence, String name) {
        return evidence.stream()
                .filter(it -> it.name().equals(name))
                .mapToDouble(Evidence::value)
                .findFirst()
                .orElseThrow();
    }
}
