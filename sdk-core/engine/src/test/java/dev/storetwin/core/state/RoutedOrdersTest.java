package dev.storetwin.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.EventRetracted;
import dev.storetwin.event.LineQuantity;
import dev.storetwin.event.OrderCancelled;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.OrderRouted;
import dev.storetwin.event.ShipmentDispatched;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.ShipmentId;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.TaxMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the open units of an order are reserved. */
class RoutedOrdersTest {

    private static final Source SHOP = Source.of("test");
    private static final Sku MUG = Sku.of("MUG-1");
    private static final NodeId NORTH = NodeId.of("NORTH");
    private static final NodeId SOUTH = NodeId.of("SOUTH");
    private static final OrderId ORDER = OrderId.of("1");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final OrderPlaced FIVE_MUGS = OrderPlaced.of(
            SHOP,
            ORDER,
            Channel.of("web"),
            NOON,
            OrderLine.of("1", MUG, Quantity.of(5), Money.of("10", "EUR"), TaxMode.NET));

    private static OrderRouted routed(String assignment, int second, NodeId node, long units) {
        var header = EventHeader.of(SHOP, EntityKind.ROUTING, assignment, NOON.plusSeconds(second));
        return new OrderRouted(header, ORDER, node, units == 0 ? List.of() : List.of(mugs(units)));
    }

    private static LineQuantity mugs(long units) {
        return new LineQuantity("1", MUG, Quantity.of(units));
    }

    private static ShipmentDispatched shipped(NodeId node, long units) {
        return ShipmentDispatched.of(SHOP, ShipmentId.of("s"), ORDER, node, NOON.plusSeconds(90), mugs(units));
    }

    private static ShopState after(TwinEvent... events) {
        return ShopState.empty(ZoneOffset.UTC, Currency.getInstance("EUR"))
                .after(List.of(events))
                .state();
    }

    private static long reserved(ShopState state, NodeId node) {
        return state.stock().level(MUG, node).reserved().toBigDecimal().longValueExact();
    }

    private static long reserved(ShopState state) {
        return state.stock().total(MUG).reserved().toBigDecimal().longValueExact();
    }

    @Test
    void open_units_are_reserved_at_the_node_that_they_were_routed_to() {
        var state = after(FIVE_MUGS, routed("a", 1, NORTH, 3), routed("b", 1, SOUTH, 2));

        assertThat(reserved(state, NORTH)).isEqualTo(3);
        assertThat(reserved(state, SOUTH)).isEqualTo(2);
        assertThat(reserved(state)).isEqualTo(5);
    }

    @Test
    void the_routing_may_come_before_the_order() {
        var early = after(routed("a", 1, NORTH, 3));
        assertThat(reserved(early)).isZero();

        var late = early.after(List.of(FIVE_MUGS)).state();

        assertThat(reserved(late, NORTH)).isEqualTo(3);
        assertThat(reserved(late)).isEqualTo(5);
    }

    @Test
    void what_is_routed_elsewhere_moves() {
        var state = after(FIVE_MUGS, routed("a", 1, NORTH, 5), routed("a", 2, NORTH, 0), routed("b", 2, SOUTH, 5));

        assertThat(reserved(state, NORTH)).isZero();
        assertThat(reserved(state, SOUTH)).isEqualTo(5);
    }

    @Test
    void when_two_assignments_give_more_than_is_open_the_newest_holds() {
        var state = after(FIVE_MUGS, routed("b", 2, SOUTH, 4), routed("a", 1, NORTH, 5));

        assertThat(reserved(state, SOUTH)).isEqualTo(4);
        assertThat(reserved(state, NORTH)).isEqualTo(1);
    }

    @Test
    void what_has_left_a_node_is_not_reserved_there_again() {
        var state = after(FIVE_MUGS, routed("a", 1, NORTH, 3), routed("b", 1, SOUTH, 2), shipped(NORTH, 3));

        assertThat(reserved(state, NORTH)).isZero();
        assertThat(reserved(state, SOUTH)).isEqualTo(2);
    }

    @Test
    void what_is_cancelled_is_released_where_it_was_reserved() {
        var cancelled = OrderCancelled.of(SHOP, ORDER, NOON.plusSeconds(60), "late");

        var state = after(FIVE_MUGS, routed("a", 1, NORTH, 5), cancelled);

        assertThat(reserved(state)).isZero();
        assertThat(reserved(state, NORTH)).isZero();
    }

    @Test
    void a_routing_that_was_wrong_leaves_the_units_where_the_order_has_them() {
        var wrong = routed("a", 1, NORTH, 5);

        var state = after(FIVE_MUGS, wrong, EventRetracted.of(wrong, NOON.plusSeconds(9), "mistake"));

        assertThat(reserved(state, NORTH)).isZero();
        assertThat(reserved(state)).isEqualTo(5);
    }
}
