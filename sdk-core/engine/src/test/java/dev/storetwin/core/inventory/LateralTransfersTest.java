package dev.storetwin.core.inventory;

import static dev.storetwin.core.SampleShop.MUG;
import static dev.storetwin.core.SampleShop.NOW;
import static dev.storetwin.core.SampleShop.WEB;
import static dev.storetwin.core.SampleShop.ago;
import static dev.storetwin.core.SampleShop.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.SampleShop;
import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.NodeChanged;
import dev.storetwin.event.NodeKind;
import dev.storetwin.event.OutageReported;
import dev.storetwin.inventory.Transfer;
import dev.storetwin.inventory.TransferQuestion;
import dev.storetwin.inventory.TransferWish;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Evidence;
import dev.storetwin.proposal.Proposal;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LateralTransfersTest {

    private static final NodeId NORTH = NodeId.of("north");
    private static final NodeId SOUTH = NodeId.of("south");
    private static final NodeId DEPOT = NodeId.of("depot");
    private static final Source SOURCE = Source.of("test");

    private static LateralTransfers planner(TransferOptions options) {
        return new LateralTransfers(ForecastMethods.usual(), InventoryOptions.DEFAULT, options, 1);
    }

    private static SampleShop selling() {
        return shop().sold(MUG, WEB, 200, day -> 3 + day % 3).cost(MUG, "4.00").price(MUG, WEB, "9.00", ago(200));
    }

    /** Both serve about half of four a day: the north has stock for weeks, the south for a day. */
    private static SampleShop lopsided() {
        return selling().stock(MUG, NORTH, 60).stock(MUG, SOUTH, 2);
    }

    private static Proposal<Transfer> ask(SampleShop shop, TransferOptions options) {
        return planner(options).plan(shop.state(), TransferQuestion.of(MUG, SOUTH, NOW));
    }

    private static Alternative<Transfer> best(Proposal<Transfer> proposal) {
        return proposal.alternatives().stream()
                .max(Comparator.comparingDouble(Alternative::expectedValue))
                .orElseThrow();
    }

    private static List<TransferWish> wishes(SampleShop shop, TransferOptions options) {
        return planner(options).wishes(shop.state(), MUG, NOW);
    }

    private static double value(List<Evidence> evidence, String name) {
        return evidence.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + evidence))
                .value();
    }

    @Test
    void brings_stock_to_where_it_runs_out() {
        var proposal = ask(lopsided(), TransferOptions.DEFAULT);

        // Two a day for the seven days after the two on the way, less what is there.
        var best = best(proposal);
        var transfer = best.action().orElseThrow();
        assertThat(transfer.from()).isEqualTo(NORTH);
        assertThat(transfer.to()).isEqualTo(SOUTH);
        assertThat(transfer.quantity().toDouble()).isBetween(12.0, 24.0);
        assertThat(proposal.objective().name()).isEqualTo("expected margin less holding and transport over 9 days");
        assertThat(proposal.objective().unit()).isEqualTo("EUR");
        assertThat(value(best.evidence(), "south: stock-out probability"))
                .isLessThan(value(proposal.doNothing().evidence(), "south: stock-out probability"));
        assertThat(value(proposal.evidence(), "south: on hand")).isEqualTo(2);
        assertThat(value(proposal.evidence(), "unit margin")).isCloseTo(5, within(1e-9));
    }

    @Test
    void says_why_this_number() {
        assertThat(ask(lopsided(), TransferOptions.DEFAULT).reasons())
                .anyMatch(it ->
                        it.matches("south has 2 and expects to sell .* in 9 days: it runs out with .* % without the"
                                + " transfer, with .* % with it"))
                .anyMatch(it -> it.startsWith("north has 60"))
                .anyMatch(it -> it.startsWith("A usual lane is assumed: it from north to south takes 2 days"))
                .anyMatch(it -> it.startsWith("1 more would cost"))
                .anyMatch(it -> it.startsWith("The lead time is not known"))
                .anyMatch(it -> it.startsWith("No limits of nodes are known"));
    }

    @Test
    void shows_half_a_little_less_a_little_more_and_nothing() {
        var proposal = ask(lopsided(), TransferOptions.DEFAULT);

        var best = best(proposal).action().orElseThrow().quantity().thousandths() / 1000;
        assertThat(proposal.alternatives())
                .extracting(it ->
                        it.action().map(a -> a.quantity().thousandths() / 1000).orElse(0L))
                .containsExactly(0L, best / 2, best - 1, best, best + 1, 2 * best);
    }

    @Test
    void lies_as_it_should_where_both_have_enough() {
        var shop = selling().stock(MUG, NORTH, 30).stock(MUG, SOUTH, 30);

        assertThat(wishes(shop, TransferOptions.DEFAULT)).isEmpty();
        assertThat(best(ask(shop, TransferOptions.DEFAULT)).isDoNothing()).isTrue();
    }

    @Test
    void a_lane_that_costs_more_than_the_margin_moves_nothing() {
        var dear =
                TransferOptions.DEFAULT.withLanes(List.of(TransferLane.of(NORTH, SOUTH, 1, Money.of("5.50", "EUR"))));

        assertThat(wishes(lopsided(), dear)).isEmpty();
    }

    @Test
    void a_drive_that_costs_more_than_all_units_bring_is_not_made() {
        var drive = TransferLane.of(NORTH, SOUTH, 1, Money.of("0.10", "EUR"));
        var cheap = TransferOptions.DEFAULT.withLanes(List.of(drive.withPerTransfer(Money.of("10.00", "EUR"))));
        var dear = TransferOptions.DEFAULT.withLanes(List.of(drive.withPerTransfer(Money.of("200.00", "EUR"))));

        assertThat(wishes(lopsided(), cheap)).hasSize(1);
        assertThat(wishes(lopsided(), dear)).isEmpty();
    }

    @Test
    void without_a_known_lane_nothing_moves_if_none_may_be_assumed() {
        var proposal = ask(lopsided(), TransferOptions.DEFAULT.onKnownLanesOnly());

        assertThat(proposal.alternatives()).singleElement().matches(Alternative::isDoNothing);
        assertThat(proposal.reasons())
                .contains("No node has anything to give beside what else moves, or there is no way to south");
    }

    @Test
    void nodes_and_lanes_carry_no_more_than_they_can() {
        var five = Quantity.of(5);
        for (var options : List.of(
                TransferOptions.DEFAULT.withLimits(List.of(NodeLimit.takes(SOUTH, five))),
                TransferOptions.DEFAULT.withLimits(List.of(NodeLimit.sends(NORTH, five))),
                TransferOptions.DEFAULT.withLanes(List.of(TransferLane.of(NORTH, SOUTH, 2, Money.of("0.10", "EUR"))
                        .withMost(five))))) {
            assertThat(wishes(lopsided(), options)).singleElement().matches(it -> it.quantity()
                    .equals(five));
            assertThat(ask(lopsided(), options).reasons()).anyMatch(it -> it.startsWith("No more can move"));
        }
    }

    @Test
    void never_gives_what_is_promised_or_not_there() {
        var poor = selling().stock(MUG, NORTH, 3).stock(MUG, SOUTH, -20);
        var planner = planner(TransferOptions.DEFAULT);

        assertThat(planner.wishes(poor.state(), MUG, NOW))
                .allSatisfy(it -> assertThat(it.quantity()).isLessThanOrEqualTo(Quantity.of(3)));
        var question = TransferQuestion.of(MUG, NORTH, SOUTH, NOW);
        assertThat(planner.score(poor.state(), question, new Transfer(MUG, NORTH, SOUTH, Quantity.of(4)))
                        .expectedValue())
                .isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void closed_nodes_and_nodes_that_are_out_of_order_neither_give_nor_get() {
        var closed = lopsided().with(node(NORTH, NodeKind.STORE, false));
        var out = lopsided()
                .with(new OutageReported(
                        EventHeader.of(SOURCE, EntityKind.OUTAGE, "o1", ago(1)),
                        Optional.of(SOUTH),
                        Optional.empty(),
                        ago(1),
                        Optional.empty(),
                        "the roof leaks"));

        assertThat(wishes(closed, TransferOptions.DEFAULT)).isEmpty();
        assertThat(ask(closed, TransferOptions.DEFAULT).reasons())
                .contains(
                        "north neither gives nor gets: it is closed",
                        "Only south has to do with MUG-1: there is nowhere to move it");
        assertThat(ask(out, TransferOptions.DEFAULT).reasons())
                .contains(
                        "south neither gives nor gets: the roof leaks",
                        "south is closed, or has nothing to do with the SKU");
    }

    private static NodeChanged node(NodeId node, NodeKind kind, boolean active) {
        return new NodeChanged(
                EventHeader.of(SOURCE, EntityKind.NODE, node.value(), ago(300)),
                node,
                node.value(),
                kind,
                Optional.empty(),
                Optional.empty(),
                active);
    }

    @Test
    void what_is_on_its_way_already_is_counted_on() {
        var coming = lopsided().coming(MUG, SOUTH, 30, Optional.of(ago(-1)));

        assertThat(wishes(coming, TransferOptions.DEFAULT)).isEmpty();
    }

    @Test
    void a_depot_serves_its_stores() {
        var shop = selling().stock(MUG, DEPOT, 500).stock(MUG, NORTH, 3).stock(MUG, SOUTH, 3);

        var wishes = wishes(shop, TransferOptions.DEFAULT.withDepots(Set.of(DEPOT)));

        assertThat(wishes).hasSize(2).allMatch(it -> it.question().from().equals(Optional.of(DEPOT)));
        // Each serves half of four a day, and is not to be filled up for months.
        assertThat(wishes).allSatisfy(it -> assertThat(it.quantity().toDouble()).isBetween(12.0, 30.0));
    }

    @Test
    void packs_stay_closed_when_they_are_to() {
        var shop = lopsided().terms(MUG, 6, 6, 7);

        assertThat(wishes(shop, TransferOptions.DEFAULT.inWholePacks()))
                .isNotEmpty()
                .allMatch(it -> it.quantity().isMultipleOf(Quantity.of(6)));
    }

    @Test
    void other_givers_are_shown_beside_the_best() {
        var west = NodeId.of("west");
        var shop = lopsided().stock(MUG, west, 60);
        var lanes = List.of(
                TransferLane.of(NORTH, SOUTH, 1, Money.of("0.10", "EUR")),
                TransferLane.of(west, SOUTH, 1, Money.of("0.90", "EUR")));

        var proposal = ask(shop, TransferOptions.DEFAULT.withLanes(lanes));

        assertThat(best(proposal).action().orElseThrow().from()).isEqualTo(NORTH);
        assertThat(proposal.alternatives())
                .anyMatch(it -> it.action().filter(a -> a.from().equals(west)).isPresent());
    }

    @Test
    void what_a_plan_leaves_no_room_for_is_not_proposed() {
        var planner = planner(TransferOptions.DEFAULT);
        var question = TransferQuestion.of(MUG, NORTH, SOUTH, NOW).atMost(Quantity.of(4));

        var proposal = planner.plan(lopsided().state(), question);

        assertThat(best(proposal).action().orElseThrow().quantity()).isEqualTo(Quantity.of(4));
        assertThat(value(proposal.evidence(), "room for")).isEqualTo(4);
        assertThat(planner.score(lopsided().state(), question, new Transfer(MUG, NORTH, SOUTH, Quantity.of(5)))
                        .expectedValue())
                .isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void refuses_in_words_what_it_knows_too_little_of() {
        var never = shop().sold(Sku.of("other"), WEB, 100, day -> 2)
                .stock(MUG, NORTH, 20)
                .stock(MUG, SOUTH, 0);
        var uncounted = selling();

        assertThat(ask(never, TransferOptions.DEFAULT).missing()).containsExactly("sales: MUG-1 was never sold");
        assertThat(ask(uncounted, TransferOptions.DEFAULT).missing())
                .containsExactly("stock: nothing was ever counted of MUG-1");
        assertThat(wishes(never, TransferOptions.DEFAULT)).isEmpty();
    }

    @Test
    void one_node_has_nowhere_to_move_anything() {
        var proposal = ask(selling().stock(MUG, SOUTH, 3), TransferOptions.DEFAULT);

        assertThat(proposal.isInsufficient()).isFalse();
        assertThat(best(proposal).isDoNothing()).isTrue();
        assertThat(proposal.reasons()).contains("Only south has to do with MUG-1: there is nowhere to move it");
    }

    @Test
    void without_cost_or_at_no_price_the_service_level_stands_in_for_the_margin() {
        var uncosted = shop().sold(MUG, WEB, 200, day -> 3 + day % 3)
                .stock(MUG, NORTH, 60)
                .stock(MUG, SOUTH, 2);
        var free = uncosted.cost(MUG, "4.00").price(MUG, WEB, "0.00", ago(200));

        var proposal = ask(free, TransferOptions.DEFAULT);

        assertThat(proposal.objective().name()).startsWith("shortage avoided");
        assertThat(best(proposal).action()).isPresent();
        assertThat(proposal.reasons()).anyMatch(it -> it.startsWith("The margin is not known"));
    }

    @Test
    void lanes_in_money_without_a_cost_in_money_are_assumed() {
        var uncosted = shop().sold(MUG, WEB, 200, day -> 3 + day % 3)
                .stock(MUG, NORTH, 60)
                .stock(MUG, SOUTH, 2);
        var lanes =
                TransferOptions.DEFAULT.withLanes(List.of(TransferLane.of(NORTH, SOUTH, 1, Money.of("0.50", "EUR"))));

        assertThat(ask(uncosted, lanes).reasons())
                .contains(
                        "What lanes cost in EUR cannot be weighed against a unit whose cost is not known: 5 % of it is"
                                + " assumed");
    }

    @Test
    void half_a_unit_can_move_of_what_is_sold_by_measure() {
        var tea = Sku.of("tea");
        var shop = shop().cost(tea, "4.00").price(tea, WEB, "9.00", ago(200));
        for (int day = 1; day < 100; day++) {
            shop.order(tea, WEB, Quantity.of("0.375"), ago(day));
        }
        shop.stock(tea, NORTH, 3).stock(tea, SOUTH, 0);

        var wishes = planner(TransferOptions.DEFAULT).wishes(shop.state(), tea, NOW);

        assertThat(wishes).singleElement().matches(it -> !it.quantity().isWhole());
    }

    @Test
    void the_same_state_gives_the_same_proposal() {
        assertThat(ask(lopsided(), TransferOptions.DEFAULT)).isEqualTo(ask(lopsided(), TransferOptions.DEFAULT));
    }
}
