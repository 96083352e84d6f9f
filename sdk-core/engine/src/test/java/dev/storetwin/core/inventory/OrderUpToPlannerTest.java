package dev.storetwin.core.inventory;

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
import dev.storetwin.core.random.Draws;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.inventory.ReplenishmentQuestion;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Evidence;
import dev.storetwin.proposal.Proposal;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderUpToPlannerTest {

    private static final ReplenishmentQuestion QUESTION = new ReplenishmentQuestion(MUG, MAIN, NOW);

    private final OrderUpToPlanner planner = new OrderUpToPlanner(ForecastMethods.usual(), InventoryOptions.DEFAULT, 1);

    @Test
    void orders_what_the_week_after_its_arrival_sells_and_some_safety() {
        var proposal = plan(
                selling().cost(MUG, "4.00").price(MUG, WEB, "9.00", ago(200)).stock(MUG, MAIN, 20));

        // 20 are gone after 5 of the 7 days of lead time; the 7 days that the order has to last sell about 28.
        var best = best(proposal).action().orElseThrow();
        assertThat(best.quantity().toDouble()).isBetween(30.0, 48.0);
        assertThat(best.quantity().isWhole()).isTrue();
        assertThat(best.spend().orElseThrow().toDouble())
                .isEqualTo(4 * best.quantity().toDouble());
        assertThat(proposal.objective().name()).isEqualTo("expected margin less holding over 21 days");
        assertThat(proposal.objective().unit()).isEqualTo("EUR");
        assertThat(value(proposal.evidence(), "expected demand")).isCloseTo(56, within(4.0));
        assertThat(value(proposal.evidence(), "stock position")).isEqualTo(20);
        assertThat(value(proposal.evidence(), "unit margin")).isCloseTo(5, within(1e-9));
        assertThat(proposal.missing()).isEmpty();
        assertThat(proposal.reasons()).anyMatch(it -> it.contains("lead time is not known: 7 days are assumed"));
        assertThat(proposal.versions()).containsKeys("inventory", "forecast");
    }

    @Test
    void a_cost_next_to_nothing_asks_for_much_and_not_for_what_nobody_can_tell() {
        var proposal = plan(selling()
                .cost(MUG, "0.000000000000000000000000000001")
                .price(MUG, WEB, "9.00", ago(200))
                .stock(MUG, MAIN, 20));

        assertThat(value(proposal.evidence(), "critical fractile")).isLessThan(1);
        assertThat(value(proposal.evidence(), "order-up-to level")).isBetween(50.0, 500.0);
    }

    @Test
    void the_best_is_worth_more_than_its_neighbours_and_than_nothing() {
        var proposal = plan(
                selling().cost(MUG, "4.00").price(MUG, WEB, "9.00", ago(200)).stock(MUG, MAIN, 20));

        var best = best(proposal);
        assertThat(proposal.alternatives()).hasSize(6);
        assertThat(best.isDoNothing()).isFalse();
        assertThat(value(best.evidence(), "stock-out probability"))
                .isLessThan(value(proposal.doNothing().evidence(), "stock-out probability"));
        assertThat(value(proposal.doNothing().evidence(), "stock-out probability"))
                .isGreaterThan(.9);
        // 8 to 28 units are missing without it; each brings 5.
        assertThat(best.expectedValue() - proposal.doNothing().expectedValue()).isBetween(60.0, 160.0);
    }

    @Test
    void with_plenty_on_hand_nothing_is_ordered() {
        var proposal = plan(
                selling().cost(MUG, "4.00").price(MUG, WEB, "9.00", ago(200)).stock(MUG, MAIN, 400));

        assertThat(best(proposal).isDoNothing()).isTrue();
        assertThat(proposal.alternatives()).hasSizeGreaterThan(1);
    }

    @Test
    void what_is_on_its_way_is_counted_on() {
        var waiting =
                selling().cost(MUG, "4.00").price(MUG, WEB, "9.00", ago(200)).stock(MUG, MAIN, 20);
        double without = quantity(plan(waiting));

        double with = quantity(plan(waiting.coming(MUG, MAIN, 30, Optional.of(ago(-3)))));

        // With 30 more, 22 of the 50 are left when the order comes.
        assertThat(with).isBetween(without - 24, without - 16);
    }

    @Test
    void whole_packs_and_the_suppliers_minimum() {
        var proposal = plan(selling()
                .cost(MUG, "4.00")
                .price(MUG, WEB, "9.00", ago(200))
                .stock(MUG, MAIN, 20)
                .terms(MUG, 30, 12, 14));

        assertThat(proposal.alternatives().stream().flatMap(it -> it.action().stream()))
                .isNotEmpty()
                .allMatch(it -> it.quantity().isMultipleOf(Quantity.of(12)))
                .allMatch(it -> it.quantity().compareTo(Quantity.of(30)) >= 0);
        assertThat(value(proposal.evidence(), "lead time")).isEqualTo(14);
        assertThat(proposal.reasons()).contains("The supplier delivers packs of 12, at least 36");
    }

    @Test
    void without_stock_there_is_a_level_but_no_quantity() {
        var proposal = plan(selling().cost(MUG, "4.00").price(MUG, WEB, "9.00", ago(200)));

        assertThat(proposal.isInsufficient()).isTrue();
        assertThat(proposal.missing()).singleElement().asString().startsWith("stock");
        assertThat(value(proposal.evidence(), "order-up-to level")).isBetween(56.0, 95.0);
    }

    @Test
    void without_cost_there_is_a_quantity_but_no_spend() {
        var proposal = plan(selling().stock(MUG, MAIN, 20));

        var best = best(proposal).action().orElseThrow();
        assertThat(best.spend()).isEmpty();
        assertThat(best.quantity().toDouble()).isBetween(28.0, 44.0);
        assertThat(proposal.objective().unit()).isEqualTo("unit-days");
        assertThat(value(proposal.evidence(), "critical fractile")).isCloseTo(.95, within(1e-9));
        assertThat(proposal.reasons()).anyMatch(it -> it.startsWith("The cost is not known"));
    }

    @Test
    void without_price_the_service_level_stands_in_for_the_margin() {
        var proposal = plan(selling().cost(MUG, "4.00").stock(MUG, MAIN, 20));

        assertThat(proposal.objective().unit()).isEqualTo("EUR");
        assertThat(value(proposal.evidence(), "critical fractile")).isCloseTo(.95, within(1e-9));
        assertThat(best(proposal).action().orElseThrow().spend()).isPresent();
    }

    @Test
    void what_sells_below_cost_is_not_ordered() {
        var proposal = plan(
                selling().cost(MUG, "12.00").price(MUG, WEB, "9.00", ago(200)).stock(MUG, MAIN, 2));

        assertThat(best(proposal).isDoNothing()).isTrue();
        assertThat(proposal.reasons()).anyMatch(it -> it.contains("nothing to earn"));
    }

    @Test
    void a_price_in_another_currency_gives_no_margin() {
        var proposal = plan(selling()
                .cost(MUG, "4.00")
                .price(MUG, WEB, dev.storetwin.type.Money.of("900", "JPY"), dev.storetwin.type.TaxMode.NET, ago(200))
                .stock(MUG, MAIN, 20));

        assertThat(proposal.reasons()).anyMatch(it -> it.contains("another currency"));
        assertThat(value(proposal.evidence(), "critical fractile")).isCloseTo(.95, within(1e-9));
    }

    @Test
    void what_was_never_sold_is_not_planned() {
        var proposal = plan(shop().cost(MUG, "4.00").stock(MUG, MAIN, 20));

        assertThat(proposal.isInsufficient()).isTrue();
        assertThat(proposal.missing()).containsExactly("sales: MUG-1 was never sold");
    }

    @Test
    void a_negative_count_is_taken_as_none_and_said_so() {
        var proposal = plan(
                selling().cost(MUG, "4.00").price(MUG, WEB, "9.00", ago(200)).stock(MUG, MAIN, -7));

        assertThat(value(proposal.evidence(), "on hand")).isZero();
        assertThat(proposal.reasons()).contains("The platform reports -7 on hand: it is counted as none");
    }

    @Test
    void the_same_state_and_question_give_the_same_proposal() {
        var state = selling()
                .cost(MUG, "4.00")
                .price(MUG, WEB, "9.00", ago(200))
                .stock(MUG, MAIN, 20)
                .state();

        var one = new OrderUpToPlanner(ForecastMethods.usual(), InventoryOptions.DEFAULT, 1).plan(state, QUESTION);
        var other = new OrderUpToPlanner(ForecastMethods.usual(), InventoryOptions.DEFAULT, 1).plan(state, QUESTION);

        assertThat(one).isEqualTo(other).hasToString(other.toString());
    }

    @Test
    void an_adjusted_order_is_scored_on_the_same_scale() {
        var state = selling()
                .cost(MUG, "4.00")
                .price(MUG, WEB, "9.00", ago(200))
                .stock(MUG, MAIN, 20)
                .state();
        var proposal = planner.plan(state, QUESTION);
        var best = best(proposal);

        var same = planner.score(state, QUESTION, best.action().orElseThrow());
        var half = planner.score(state, QUESTION, best.action().orElseThrow().withQuantity(Quantity.of(10)));

        assertThat(same).isEqualTo(best);
        assertThat(half.expectedValue()).isBetween(proposal.doNothing().expectedValue(), best.expectedValue());
    }

    @Test
    void stock_of_the_days_to_come_is_projected_with_the_order() {
        var state = selling()
                .cost(MUG, "4.00")
                .price(MUG, WEB, "9.00", ago(200))
                .stock(MUG, MAIN, 20)
                .state();

        var without = planner.project(state, QUESTION, Quantity.ZERO).orElseThrow();
        var with = planner.project(state, QUESTION, Quantity.of(50)).orElseThrow();

        assertThat(with.horizon()).isEqualTo(21);
        assertThat(with.arrivals(8)).isEqualTo(50);
        assertThat(with.mean(7)).isEqualTo(without.mean(7));
        assertThat(with.mean(8) - without.mean(8)).isCloseTo(46, within(2.0));
        assertThat(with.quantile(3, .1)).isLessThanOrEqualTo(with.quantile(3, .9));
    }

    @Test
    void a_faster_review_and_a_cheaper_holding_are_heeded() {
        var state = selling()
                .cost(MUG, "4.00")
                .price(MUG, WEB, "9.00", ago(200))
                .stock(MUG, MAIN, 20)
                .state();

        double weekly = quantity(planner.plan(state, QUESTION));
        double monthly =
                quantity(planner(InventoryOptions.DEFAULT.withReviewDays(28)).plan(state, QUESTION));
        double dear =
                quantity(planner(InventoryOptions.DEFAULT.withHoldingRate(20)).plan(state, QUESTION));

        assertThat(monthly).isGreaterThan(weekly + 60);
        assertThat(dear).isLessThan(weekly);
    }

    @Test
    void two_nodes_share_demand_by_what_left_them() {
        var north = NodeId.of("north");
        var state = selling()
                .cost(MUG, "4.00")
                .price(MUG, WEB, "9.00", ago(200))
                .stock(MUG, MAIN, 500, ago(60))
                .stock(MUG, MAIN, 320, ago(20))
                .stock(MUG, MAIN, 10)
                .stock(MUG, north, 200, ago(60))
                .stock(MUG, north, 40)
                .state();

        var main = planner.plan(state, QUESTION);
        var other = planner.plan(state, new ReplenishmentQuestion(MUG, north, NOW));

        // 490 left the one, 160 the other.
        assertThat(value(main.evidence(), "share of demand")).isCloseTo(491.0 / 652, within(1e-9));
        assertThat(value(other.evidence(), "share of demand")).isCloseTo(161.0 / 652, within(1e-9));
        assertThat(value(main.evidence(), "expected demand") + value(other.evidence(), "expected demand"))
                .isCloseTo(56, within(4.0));
        assertThat(main.reasons()).anyMatch(it -> it.contains("490 of the 650 units that left 2 nodes"));
    }

    @Test
    void a_node_without_stock_of_the_sku_is_not_filled() {
        var state = selling()
                .cost(MUG, "4.00")
                .price(MUG, WEB, "9.00", ago(200))
                .stock(MUG, MAIN, 20)
                .state();

        var proposal = planner.plan(state, new ReplenishmentQuestion(MUG, NodeId.of("elsewhere"), NOW));

        assertThat(best(proposal).isDoNothing()).isTrue();
        assertThat(proposal.reasons()).anyMatch(it -> it.contains("does not sell from stock"));
    }

    @Test
    void every_alternative_is_a_whole_number_of_pieces_whatever_sells() {
        for (int sample = 0; sample < 20; sample++) {
            var draw = Draws.of(5).keyed("test", "sales", sample);
            int pace = 1 + draw.nextInt(20);
            var state = shop().sold(MUG, WEB, 60, day -> draw.nextInt(pace))
                    .order(MUG, WEB, Quantity.of(1), ago(3))
                    .stock(MUG, MAIN, draw.nextInt(50))
                    .state();

            assertThat(planner.plan(state, QUESTION).alternatives().stream().flatMap(it -> it.action().stream()))
                    .allMatch(it -> it.quantity().isWhole() && it.quantity().isPositive());
        }
    }

    private static SampleShop selling() {
        return shop().sold(MUG, WEB, 200, day -> 2 + (day * 7L % 5));
    }

    private static OrderUpToPlanner planner(InventoryOptions options) {
        return new OrderUpToPlanner(ForecastMethods.usual(), options, 1);
    }

    private Proposal<Replenishment> plan(SampleShop shop) {
        return planner.plan(shop.state(), QUESTION);
    }

    private static Alternative<Replenishment> best(Proposal<Replenishment> proposal) {
        return proposal.alternatives().stream()
                .max(Comparator.<Alternative<Replenishment>>comparingDouble(Alternative::expectedValue)
                        .thenComparing(Alternative::isDoNothing))
                .orElseThrow();
    }

    private static double quantity(Proposal<Replenishment> proposal) {
        return best(proposal).action().map(it -> it.quantity().toDouble()).orElse(0.0);
    }

    private static double value(List<Evidence> evidence, String name) {
        return evidence.stream()
                .filter(it -> it.name().equals(name))
                .mapToDouble(Evidence::value)
                .findFirst()
                .orElseThrow();
    }
}
