package dev.storetwin.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.GoodsReceived;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.PurchaseOrderPlaced;
import dev.storetwin.event.ShipmentDispatched;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.platform.WriteResult;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.state.Acceptance;
import dev.storetwin.type.Channel;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.SupplierId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FakeShopTest {

    private static final Sku MUG = Sku.of("MUG-1");
    private static final Channel WEB = Channel.of("web");
    private static final NodeId NORTH = NodeId.of("NORTH");
    private static final Instant MONDAY = Instant.parse("2025-06-02T08:00:00Z");
    private static final Money TWENTY = Money.of("20", "EUR");
    private static final Money EIGHTEEN = Money.of("18", "EUR");
    private static final PriceChange CHEAPER = new PriceChange(MUG, WEB, TWENTY, EIGHTEEN);
    private static final DecisionId KEY = DecisionId.of("d-1");

    private final FakeShop shop =
            FakeShop.openedAt(MONDAY).sells(MUG, WEB, TWENTY).stocks(MUG, NORTH, 10);

    private <T extends TwinEvent> List<T> drained(Class<T> type) {
        return shop.drain().stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Test
    void a_price_that_is_written_stands_and_comes_back_as_an_event_some_milliseconds_later() {
        shop.drain();

        assertThat(shop.write(CHEAPER, KEY)).isEqualTo(new WriteResult.Written());

        assertThat(shop.price(MUG, WEB)).contains(EIGHTEEN);
        assertThat(drained(PriceChanged.class)).singleElement().satisfies(echo -> {
            assertThat(echo.price()).isEqualTo(EIGHTEEN);
            assertThat(echo.header().occurredAt()).isBetween(MONDAY.plusMillis(1), MONDAY.plusMillis(100));
        });
    }

    @Test
    void the_same_decision_is_carried_out_once() {
        shop.write(CHEAPER, KEY);
        shop.drain();

        assertThat(shop.write(CHEAPER, KEY)).isEqualTo(new WriteResult.Written());

        assertThat(shop.drain()).isEmpty();
        assertThat(shop.written()).containsExactly(CHEAPER);
    }

    @Test
    void an_order_to_the_supplier_arrives_after_its_lead_time() {
        shop.buys(MUG, SupplierId.of("potter"), 6, 6, 9).drain();
        var order = new Replenishment(MUG, NORTH, Quantity.of(12), Optional.empty());

        shop.write(order, KEY);

        assertThat(drained(PurchaseOrderPlaced.class)).singleElement().satisfies(it -> assertThat(it.expectedAt())
                .contains(shop.now().plus(Duration.ofDays(9))));
        assertThat(shop.onOrder(MUG, NORTH)).isEqualTo(12);
        assertThat(drained(GoodsReceived.class)).isEmpty();
        shop.advance(Duration.ofDays(9));
        assertThat(drained(GoodsReceived.class)).hasSize(1);
        assertThat(shop.onHand(MUG, NORTH)).isEqualTo(22);
        assertThat(shop.onOrder(MUG, NORTH)).isZero();
    }

    @Test
    void a_write_that_fails_changes_nothing_and_only_the_next_one_fails() {
        shop.drain();
        shop.failNext("rate limited", true);

        assertThat(shop.write(CHEAPER, KEY)).isEqualTo(new WriteResult.Failed("rate limited", true));
        assertThat(shop.price(MUG, WEB)).contains(TWENTY);
        assertThat(shop.drain()).isEmpty();

        assertThat(shop.write(CHEAPER, KEY)).isEqualTo(new WriteResult.Written());
        assertThat(shop.price(MUG, WEB)).contains(EIGHTEEN);
    }

    @Test
    void when_the_answer_is_lost_the_change_stands_and_trying_again_is_safe() {
        shop.drain();
        shop.loseNextAnswer();

        assertThat(shop.write(CHEAPER, KEY))
                .isInstanceOfSatisfying(WriteResult.Failed.class, it -> assertThat(it.retryable())
                        .isTrue());
        assertThat(shop.price(MUG, WEB)).contains(EIGHTEEN);
        assertThat(shop.write(CHEAPER, KEY)).isEqualTo(new WriteResult.Written());
        assertThat(drained(PriceChanged.class)).hasSize(1);
    }

    @Test
    void when_the_echo_is_lost_the_change_stands_all_the_same() {
        shop.drain();
        shop.loseNextEcho();

        assertThat(shop.write(CHEAPER, KEY)).isEqualTo(new WriteResult.Written());

        assertThat(shop.drain()).isEmpty();
        assertThat(shop.price(MUG, WEB)).contains(EIGHTEEN);
    }

    @Test
    void what_the_shop_cannot_do_it_refuses_for_good() {
        var unknown = new PriceChange(Sku.of("KITE"), WEB, TWENTY, EIGHTEEN);
        var dollars = new PriceChange(MUG, WEB, TWENTY, Money.of("18", "USD"));
        var half = new Replenishment(MUG, NORTH, Quantity.of("1.5"), Optional.empty());

        assertThat(List.of(unknown, dollars, half)).allSatisfy(action -> assertThat(shop.write(action, KEY))
                .isInstanceOfSatisfying(WriteResult.Failed.class, it -> {
                    assertThat(it.retryable()).isFalse();
                    assertThat(it.reason()).isNotBlank();
                }));
        assertThat(shop.written()).isEmpty();
    }

    @Test
    void webhooks_can_come_twice_and_in_any_order() {
        var calm = FakeShop.openedAt(MONDAY);
        var rough = FakeShop.openedAt(MONDAY).repeatDeliveries().shuffleDeliveries();
        for (var each : List.of(calm, rough)) {
            each.sells(MUG, WEB, TWENTY).stocks(MUG, NORTH, 10);
            each.order(MUG, WEB, 2);
            each.advance(Duration.ofDays(3));
        }
        var inOrder = calm.drain();

        var delivered = rough.drain();

        assertThat(delivered).hasSize(2 * inOrder.size()).containsAll(inOrder);
        assertThat(delivered.stream().map(it -> it.header().occurredAt()).toList())
                .isNotEqualTo(delivered.stream()
                        .map(it -> it.header().occurredAt())
                        .sorted()
                        .toList());
    }

    @Test
    void an_order_takes_what_is_there_and_leaves_the_house_later() {
        shop.drain();

        var order = shop.order(MUG, WEB, 12);

        assertThat(order).isPresent();
        assertThat(drained(OrderPlaced.class)).singleElement().satisfies(it -> {
            assertThat(it.lines().get(0).quantity()).isEqualTo(Quantity.of(10));
            assertThat(it.lines().get(0).unitPrice()).contains(TWENTY);
        });
        assertThat(shop.onHand(MUG, NORTH)).isEqualTo(10);
        assertThat(shop.takings().unitsLost()).isEqualTo(2);
        shop.advance(Duration.ofDays(1));
        assertThat(drained(ShipmentDispatched.class)).hasSize(1);
        assertThat(shop.onHand(MUG, NORTH)).isZero();
        assertThat(shop.order(MUG, WEB, 1)).isEmpty();
    }

    @Test
    void its_clock_only_goes_forward_and_is_shared() {
        var clock = shop.clock();

        shop.advance(Duration.ofHours(5));

        assertThat(clock.instant()).isEqualTo(MONDAY.plus(Duration.ofHours(5)));
        assertThatThrownBy(() -> shop.advanceTo(MONDAY)).hasMessageContaining("cannot go back");
    }

    @Test
    void after_a_history_shoppers_go_on_buying_and_mind_the_price() {
        var history = SyntheticShop.small(4);
        var usual = history.reopenedWithItsBuyer();
        var dear = history.reopenedWithItsBuyer();
        var before = usual.takings();
        for (var sku : history.skus()) {
            for (var channel : history.channels()) {
                var price = dear.price(sku, channel).orElseThrow();
                dear.write(new PriceChange(sku, channel, price, price.times(1.3)), DecisionId.of(sku + "@" + channel));
            }
        }

        var one = usual.advance(Duration.ofDays(28)).takings().since(before);
        var other = dear.advance(Duration.ofDays(28)).takings().since(before);

        assertThat(one.orders()).isGreaterThan(100);
        double fewer = (double) (other.unitsSold() + other.unitsLost()) / (one.unitsSold() + one.unitsLost());
        assertThat(fewer).isBetween(.45, .72);
    }

    @Test
    void a_history_goes_on_without_a_seam() {
        var history = SyntheticShop.small(4);
        var shop = history.reopened();
        var before = ShopState.empty(history.zone(), history.currency())
                .after(history.events().toList());

        var after = before.state().after(shop.advance(Duration.ofDays(9)).drain());

        assertThat(after.answers()).isNotEmpty().allMatch(Acceptance.Accepted.class::isInstance);
        for (var sku : history.skus()) {
            for (var node : history.nodes()) {
                var level = after.state().stock().level(sku, node);
                assertThat(level.onHand()).isEqualTo(Quantity.of(shop.onHand(sku, node)));
                assertThat(level.onOrder()).isEqualTo(Quantity.of(shop.onOrder(sku, node)));
                assertThat(level.reserved()).isGreaterThanOrEqualTo(Quantity.ZERO);
            }
        }
    }
}
