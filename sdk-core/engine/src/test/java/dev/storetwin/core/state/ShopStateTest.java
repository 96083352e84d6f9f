package dev.storetwin.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.event.ActionApplied;
import dev.storetwin.event.CountBasis;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.EventRetracted;
import dev.storetwin.event.GoodsReceived;
import dev.storetwin.event.LineQuantity;
import dev.storetwin.event.OrderCancelled;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.PurchaseOrderPlaced;
import dev.storetwin.event.ShipmentDispatched;
import dev.storetwin.event.SourceVersion;
import dev.storetwin.event.StockAdjusted;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.StockKind;
import dev.storetwin.event.TwinAct;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.VariantRemoved;
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.state.Acceptance;
import dev.storetwin.state.Inbound;
import dev.storetwin.state.OrderStage;
import dev.storetwin.state.Receipt;
import dev.storetwin.state.StockLevel;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Commitment;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.PurchaseOrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.ShipmentId;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.Target;
import dev.storetwin.type.TaxMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShopStateTest {

    private static final Source SHOP = Source.of("test");
    private static final Sku MUG = Sku.of("MUG-1");
    private static final Channel WEB = Channel.of("web");
    private static final NodeId LEIPZIG = NodeId.of("LEIPZIG");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private ShopState state = ShopState.empty(ZoneOffset.UTC, EUR);

    private List<Acceptance> accept(TwinEvent... events) {
        var change = state.after(List.of(events));
        state = change.state();
        return change.answers();
    }

    private static OrderPlaced order(String id, long units) {
        var line = OrderLine.of("1", MUG, Quantity.of(units), Money.of("10", EUR), TaxMode.NET);
        return OrderPlaced.of(SHOP, OrderId.of(id), WEB, NOON, line);
    }

    private static LineQuantity line(long units) {
        return new LineQuantity("1", MUG, Quantity.of(units));
    }

    private double unitsSold() {
        return state.demand().sales(MUG, WEB, DAY, DAY.plusDays(1)).totalUnits();
    }

    @Test
    void an_order_is_sales_and_a_reservation_but_no_less_on_hand() {
        accept(StockCounted.of(SHOP, MUG, LEIPZIG, Quantity.of(10), NOON.minusSeconds(60)), order("1", 3));

        assertThat(unitsSold()).isEqualTo(3);
        assertThat(state.stock().total(MUG)).isEqualTo(new StockLevel(Quantity.of(10), Quantity.of(3), Quantity.ZERO));
        assertThat(state.demand().sales(MUG, DAY, DAY.plusDays(1)).revenue()[0]).isCloseTo(30, within(1e-9));
    }

    @Test
    void on_hand_falls_at_shipment() {
        var shipped = ShipmentDispatched.of(
                SHOP, ShipmentId.of("s"), OrderId.of("1"), LEIPZIG, NOON.plusSeconds(60), line(3));

        accept(StockCounted.of(SHOP, MUG, LEIPZIG, Quantity.of(10), NOON.minusSeconds(60)), order("1", 3), shipped);

        assertThat(state.stock().level(MUG, LEIPZIG))
                .isEqualTo(new StockLevel(Quantity.of(7), Quantity.ZERO, Quantity.ZERO));
        assertThat(state.orders().find(OrderId.of("1")).orElseThrow().stage()).isEqualTo(OrderStage.SHIPPED);
    }

    @Test
    void a_shipment_may_arrive_before_its_order() {
        var shipped = ShipmentDispatched.of(
                SHOP, ShipmentId.of("s"), OrderId.of("1"), LEIPZIG, NOON.plusSeconds(60), line(3));

        accept(shipped);
        assertThat(state.orders().find(OrderId.of("1")).orElseThrow().stage()).isEqualTo(OrderStage.UNKNOWN);
        accept(order("1", 3));

        assertThat(unitsSold()).isEqualTo(3);
        assertThat(state.stock().level(MUG, LEIPZIG).reserved()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void a_cancel_without_lines_takes_what_is_open() {
        accept(order("1", 3), OrderCancelled.of(SHOP, OrderId.of("1"), NOON.plusSeconds(5), "mistake"));

        assertThat(unitsSold()).isZero();
        assertThat(state.stock().total(MUG).reserved()).isEqualTo(Quantity.ZERO);
        assertThat(state.orders().find(OrderId.of("1")).orElseThrow().stage()).isEqualTo(OrderStage.CANCELLED);
    }

    @Test
    void the_same_event_twice_is_a_duplicate_and_an_older_version_is_stale() {
        var old = order("1", 3);
        var newer = new OrderPlaced(
                old.header().withVersion(SourceVersion.of(Long.MAX_VALUE)),
                old.order(),
                old.channel(),
                old.subject(),
                old.shipTo(),
                old.taxMode(),
                List.of(OrderLine.of("1", MUG, Quantity.of(5), Money.of("10", EUR), TaxMode.NET)),
                old.totals());

        assertThat(accept(newer).get(0)).isInstanceOf(Acceptance.Accepted.class);
        assertThat(accept(newer).get(0)).isInstanceOf(Acceptance.Duplicate.class);
        assertThat(accept(old).get(0)).isInstanceOf(Acceptance.Stale.class);
        assertThat(unitsSold()).isEqualTo(5);
    }

    @Test
    void a_retraction_undoes_an_event_even_when_it_comes_first() {
        var order = order("1", 3);
        accept(EventRetracted.of(order, NOON.plusSeconds(9), "test order"), order);

        assertThat(unitsSold()).isZero();
    }

    @Test
    void a_tombstone_beats_a_late_update() {
        var update = VariantUpserted.of(SHOP, MUG, "Mug", "kitchen", NOON);
        var header = EventHeader.of(SHOP, EntityKind.VARIANT, MUG.value(), NOON.plusSeconds(1));

        accept(new VariantRemoved(header, MUG), update);

        assertThat(state.catalog().variant(MUG)).isEmpty();
    }

    @Test
    void a_count_replaces_what_came_before_it_and_later_movements_go_on_from_it() {
        accept(
                StockAdjusted.of(SHOP, MUG, LEIPZIG, Quantity.of(-1), NOON.plusSeconds(60), "broken"),
                StockCounted.of(SHOP, MUG, LEIPZIG, Quantity.of(20), NOON),
                GoodsReceived.of(SHOP, Optional.empty(), MUG, LEIPZIG, Quantity.of(99), NOON.minusSeconds(60)));

        assertThat(state.stock().level(MUG, LEIPZIG).onHand()).isEqualTo(Quantity.of(19));
    }

    @Test
    void an_order_has_arrived_when_half_of_it_is_there() {
        var id = PurchaseOrderId.of("po");
        var promised = Optional.of(NOON.plusSeconds(500));
        accept(
                PurchaseOrderPlaced.of(SHOP, id, MUG, LEIPZIG, Quantity.of(50), NOON, promised),
                GoodsReceived.of(SHOP, Optional.of(id), MUG, LEIPZIG, Quantity.of(20), NOON.plusSeconds(60)));
        assertThat(state.stock().receipts(MUG, LEIPZIG)).isEmpty();

        accept(GoodsReceived.of(SHOP, Optional.of(id), MUG, LEIPZIG, Quantity.of(5), NOON.plusSeconds(90)));
        accept(GoodsReceived.of(SHOP, Optional.of(id), MUG, LEIPZIG, Quantity.of(25), NOON.plusSeconds(120)));

        assertThat(state.stock().receipts(MUG, LEIPZIG))
                .containsExactly(new Receipt(NOON, promised, NOON.plusSeconds(90)));
    }

    @Test
    void purchase_orders_that_differ_in_their_moment_only_are_listed_oldest_first() {
        var soon = PurchaseOrderPlaced.of(
                SHOP, PurchaseOrderId.of("po-1"), MUG, LEIPZIG, Quantity.of(4), NOON, Optional.empty());
        var later = PurchaseOrderPlaced.of(
                SHOP, PurchaseOrderId.of("po-2"), MUG, LEIPZIG, Quantity.of(4), NOON.plusSeconds(5), Optional.empty());
        accept(later, soon);

        assertThat(state.stock().inbound(MUG, LEIPZIG))
                .extracting(it -> it.orderedAt().orElseThrow())
                .containsExactly(NOON, NOON.plusSeconds(5));
    }

    @Test
    void a_purchase_order_is_on_order_until_it_is_received() {
        var id = PurchaseOrderId.of("po");
        var expected = Optional.of(NOON.plusSeconds(86_400));
        accept(PurchaseOrderPlaced.of(SHOP, id, MUG, LEIPZIG, Quantity.of(50), NOON, expected));
        assertThat(state.stock().inbound(MUG, LEIPZIG))
                .containsExactly(new Inbound(Quantity.of(50), expected, Optional.of(NOON)));

        accept(GoodsReceived.of(SHOP, Optional.of(id), MUG, LEIPZIG, Quantity.of(20), NOON.plusSeconds(60)));

        assertThat(state.stock().level(MUG, LEIPZIG))
                .isEqualTo(new StockLevel(Quantity.of(20), Quantity.ZERO, Quantity.of(30)));
    }

    @Test
    void a_day_that_sold_out_is_not_in_stock() {
        accept(StockCounted.of(SHOP, MUG, LEIPZIG, Quantity.of(3), NOON.minusSeconds(86_400)), order("1", 3));

        var history = state.demand().sales(MUG, WEB, DAY.minusDays(2), DAY.plusDays(2));
        assertThat(state.demand().units(MUG, WEB, DAY.minusDays(2), DAY.plusDays(2)))
                .isEqualTo(history.totalUnits())
                .isPositive();
        assertThat(state.demand().unitsByDay(MUG, WEB, DAY.minusDays(2), DAY.plusDays(2)))
                .containsExactly(history.units());

        assertThat(history.inStock()).containsExactly(true, true, false, false);
    }

    @Test
    void stock_counted_under_a_platform_id_is_the_stock_of_the_sku_behind_it() {
        var alias = Sku.of("shopify:inventory_item:7");
        accept(StockCounted.of(SHOP, alias, LEIPZIG, Quantity.of(4), NOON));
        var plain = VariantUpserted.of(SHOP, MUG, "Mug", "", NOON);
        accept(new VariantUpserted(
                plain.header(),
                MUG,
                Set.of(alias),
                Optional.empty(),
                "Mug",
                Optional.empty(),
                Optional.empty(),
                TaxMode.NET,
                true,
                Optional.empty(),
                List.of(),
                Map.of()));

        assertThat(state.stock().level(MUG, LEIPZIG).onHand()).isEqualTo(Quantity.of(4));
        assertThat(state.catalog().skus()).containsExactly(MUG);
    }

    @Test
    void what_was_available_at_a_count_is_on_hand_less_what_was_reserved() {
        var count = StockCounted.of(SHOP, MUG, LEIPZIG, Quantity.of(7), NOON.plusSeconds(10));
        accept(
                order("1", 3),
                new StockCounted(
                        count.header(), MUG, LEIPZIG, StockKind.SELLABLE, CountBasis.AVAILABLE, Quantity.of(7)),
                ShipmentDispatched.of(
                        SHOP, ShipmentId.of("s"), OrderId.of("1"), LEIPZIG, NOON.plusSeconds(60), line(3)));

        assertThat(state.stock().total(MUG)).isEqualTo(new StockLevel(Quantity.of(7), Quantity.ZERO, Quantity.ZERO));
    }

    @Test
    void a_shipment_that_only_takes_what_was_promised_does_not_sell_out_the_day() {
        accept(
                StockCounted.of(SHOP, MUG, LEIPZIG, Quantity.of(2), NOON.minusSeconds(86_400)),
                order("1", 1),
                ShipmentDispatched.of(
                        SHOP, ShipmentId.of("s"), OrderId.of("1"), LEIPZIG, NOON.plusSeconds(60), line(1)));

        assertThat(state.demand().sales(MUG, WEB, DAY, DAY.plusDays(1)).inStock())
                .containsExactly(true);
    }

    @Test
    void a_count_at_midnight_holds_for_its_own_day() {
        var midnight = DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
        accept(StockCounted.of(SHOP, MUG, LEIPZIG, Quantity.of(5), midnight));

        assertThat(state.demand().sales(MUG, WEB, DAY, DAY.plusDays(1)).inStock())
                .containsExactly(true);
    }

    @Test
    void a_node_of_which_nothing_is_known_yet_owes_nothing() {
        var hall = NodeId.of("HALL");
        accept(
                StockCounted.of(SHOP, MUG, LEIPZIG, Quantity.of(5), NOON.minusSeconds(86_400)),
                StockAdjusted.of(SHOP, MUG, hall, Quantity.of(-9), NOON, "lost"),
                StockCounted.of(SHOP, MUG, hall, Quantity.of(3), NOON.plusSeconds(86_400)));

        assertThat(state.demand().sales(MUG, WEB, DAY, DAY.plusDays(1)).inStock())
                .containsExactly(true);
    }

    @Test
    void what_an_available_count_has_subtracted_is_not_subtracted_again() {
        var count = StockCounted.of(SHOP, MUG, LEIPZIG, Quantity.of(2), NOON.plusSeconds(10));
        accept(
                order("1", 3),
                new StockCounted(
                        count.header(), MUG, LEIPZIG, StockKind.SELLABLE, CountBasis.AVAILABLE, Quantity.of(2)));

        assertThat(state.demand()
                        .sales(MUG, WEB, DAY.plusDays(1), DAY.plusDays(2))
                        .inStock())
                .containsExactly(true);
    }

    @Test
    void what_the_twin_ordered_is_on_order_until_the_platform_reports_an_order() {
        var decision = DecisionId.of("d-1");
        var header = TwinAct.about("applied", decision, NOON);
        var commitment = Commitment.ofUnits(Quantity.of(12), Optional.empty());
        accept(new ActionApplied(header, decision, Capability.INVENTORY, Target.of(MUG, LEIPZIG), commitment));
        assertThat(state.stock().level(MUG, LEIPZIG).onOrder()).isEqualTo(Quantity.of(12));

        var id = PurchaseOrderId.of("po");
        accept(PurchaseOrderPlaced.of(SHOP, id, MUG, LEIPZIG, Quantity.of(12), NOON.plusSeconds(1), Optional.empty()));
        assertThat(state.stock().level(MUG, LEIPZIG).onOrder()).isEqualTo(Quantity.of(12));

        accept(GoodsReceived.of(SHOP, Optional.of(id), MUG, LEIPZIG, Quantity.of(12), NOON.plusSeconds(60)));
        assertThat(state.stock().level(MUG, LEIPZIG))
                .isEqualTo(new StockLevel(Quantity.of(12), Quantity.ZERO, Quantity.ZERO));
    }
}
