package dev.storetwin.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.GoodsReceived;
import dev.storetwin.event.IdentityClaimed;
import dev.storetwin.event.ItemsRestocked;
import dev.storetwin.event.OrderCancelled;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.PromotionScheduled;
import dev.storetwin.event.PurchaseOrderCancelled;
import dev.storetwin.event.ShipmentDispatched;
import dev.storetwin.event.StockAdjusted;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.StockKind;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.Acceptance;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SyntheticShopTest {

    private final SyntheticShop shop = SyntheticShop.small(7);
    private final List<TwinEvent> events = shop.events().toList();

    private <T extends TwinEvent> List<T> all(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Test
    void the_same_seed_gives_the_same_events_and_another_seed_others() {
        assertThat(SyntheticShop.small(7).events().toList()).isEqualTo(events);
        assertThat(shop.events().toList()).isEqualTo(events);
        assertThat(SyntheticShop.small(8).events().toList()).isNotEqualTo(events);
    }

    /** Pinned, so that no process, machine or release of Java tells the same shop otherwise. Changing the model changes it. */
    @Test
    void the_events_are_the_same_in_every_process() throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        for (var event : events) {
            digest.update((event.header().key() + Transcript.of(event)).getBytes(StandardCharsets.UTF_8));
        }

        assertThat(HexFormat.of().formatHex(digest.digest())).startsWith("fc2a9ddae02db82c");
    }

    @Test
    void events_come_in_order_of_time_each_with_an_id_of_its_own() {
        var moments = events.stream().map(it -> it.header().occurredAt()).toList();

        assertThat(moments).isSorted();
        assertThat(moments.get(0)).isEqualTo(Instant.parse("2024-12-31T23:00:00Z"));
        assertThat(moments.get(moments.size() - 1)).isBefore(shop.end());
        assertThat(events.stream().map(it -> it.header().key())).doesNotHaveDuplicates();
    }

    @Test
    void a_year_has_the_size_and_variety_of_a_shop() {
        var year =
                SyntheticShop.of(1).events().collect(Collectors.groupingBy(TwinEvent::getClass, Collectors.counting()));

        assertThat(year.get(OrderPlaced.class)).isBetween(30_000L, 60_000L);
        assertThat(year.get(PriceChanged.class)).isGreaterThan(1_000);
        assertThat(year.get(PromotionScheduled.class)).isGreaterThan(10);
        assertThat(year.get(OrderCancelled.class)).isGreaterThan(100);
        assertThat(year.get(ItemsRestocked.class)).isGreaterThan(1_000);
        assertThat(year.get(PurchaseOrderCancelled.class)).isPositive();
    }

    @Test
    void every_count_finds_what_was_there_before_and_moved_since() {
        var books = new TreeMap<String, Long>();
        var opened = new TreeMap<String, Boolean>();

        for (var event : events) {
            movements(event).forEach((place, units) -> books.merge(place, units, Long::sum));
            if (event instanceof StockCounted count) {
                var place = place(count.sku(), count.node());
                long units = units(count.quantity());
                if (opened.put(place, true) != null) {
                    assertThat(units).as(place).isEqualTo(books.get(place));
                }
                books.put(place, units);
            }
            assertThat(books.values()).as("after %s", event).allMatch(it -> it >= 0);
        }
        assertThat(all(StockCounted.class).size()).isGreaterThan(opened.size());
    }

    private static Map<String, Long> movements(TwinEvent event) {
        var moved = new TreeMap<String, Long>();
        if (event instanceof GoodsReceived goods) {
            goods.lines().forEach(it -> moved.merge(place(it.sku(), goods.node()), units(it.quantity()), Long::sum));
        } else if (event instanceof ShipmentDispatched shipment) {
            shipment.lines()
                    .forEach(it -> moved.merge(place(it.sku(), shipment.node()), -units(it.quantity()), Long::sum));
        } else if (event instanceof ItemsRestocked back && back.kind() == StockKind.SELLABLE) {
            back.lines().forEach(it -> moved.merge(place(it.sku(), back.node()), units(it.quantity()), Long::sum));
        } else if (event instanceof StockAdjusted adjusted) {
            moved.put(place(adjusted.sku(), adjusted.node()), units(adjusted.delta()));
        }
        return moved;
    }

    private static String place(Sku sku, NodeId node) {
        return sku + "#" + node;
    }

    private static long units(Quantity quantity) {
        return quantity.toBigDecimal().longValueExact();
    }

    @Test
    void the_engine_takes_every_event_and_ends_with_the_shops_own_books() {
        var live = shop.reopened();

        var change = ShopState.empty(shop.zone(), shop.currency()).after(events);

        assertThat(change.answers()).allMatch(Acceptance.Accepted.class::isInstance);
        for (var sku : shop.skus()) {
            for (var node : shop.nodes()) {
                var level = change.state().stock().level(sku, node);
                assertThat(units(level.onHand())).isEqualTo(live.onHand(sku, node));
                assertThat(units(level.onOrder())).as("on order of %s", sku).isEqualTo(live.onOrder(sku, node));
                assertThat(level.reserved()).isBetween(Quantity.ZERO, level.onHand());
            }
            assertThat(change.state().catalog().cost(sku)).contains(shop.truth().cost(sku, shop.until()));
        }
    }

    @Test
    void what_is_not_on_the_shelf_is_wanted_but_not_sold() {
        var takings = shop.reopened().takings();
        long sold = all(OrderPlaced.class).stream()
                .flatMap(it -> it.lines().stream())
                .mapToLong(it -> units(it.quantity()))
                .sum();

        assertThat(takings.unitsSold()).isEqualTo(sold);
        assertThat(takings.unitsLost()).isPositive();
        assertThat(sold + takings.unitsLost()).isEqualTo(wanted());
    }

    private long wanted() {
        return cells().mapToLong(it -> shop.truth().wantedUnits(it.sku(), it.channel(), it.day()))
                .sum();
    }

    private record Cell(Sku sku, Channel channel, LocalDate day) {}

    private Stream<Cell> cells() {
        return shop.from().datesUntil(shop.until()).flatMap(day -> shop.channels().stream()
                .flatMap(channel -> shop.skus().stream().map(sku -> new Cell(sku, channel, day))));
    }

    @Test
    void what_is_wanted_scatters_around_what_is_expected() {
        double expected = cells().mapToDouble(it -> shop.truth().expectedUnits(it.sku(), it.channel(), it.day()))
                .sum();

        assertThat(wanted() / expected).isCloseTo(1, within(.05));
    }

    @Test
    void expected_demand_answers_the_price_with_the_true_elasticity() {
        var truth = shop.truth();
        var web = shop.channels().get(0);

        assertThat(shop.skus()).allSatisfy(sku -> {
            var price = truth.plannedPrice(sku, web, shop.from());
            double before = truth.expectedUnits(sku, web, shop.from(), price);
            double after = truth.expectedUnits(sku, web, shop.from(), price.times(new BigDecimal("1.2")));
            assertThat(Math.log(after / before) / Math.log(1.2)).isCloseTo(truth.elasticity(sku), within(1e-9));
        });
    }

    /** Half more than the list price against it, over many days, so that chance averages out. */
    @Test
    void shoppers_answer_the_price_with_the_true_elasticity() {
        var big = SyntheticShop.builder()
                .seed(3)
                .skus(4)
                .channels(1)
                .nodes(1)
                .days(365)
                .ordersPerDay(400)
                .build();
        var outlet = big.assortment().outlets().get(0);

        assertThat(big.assortment().articles()).allSatisfy(article -> {
            var wishes = big.from()
                    .datesUntil(big.until())
                    .flatMap(day -> big.shoppers().wishes(article, outlet, day).stream())
                    .toList();
            double atList = wishes.stream()
                    .filter(it -> it.accepts(1))
                    .mapToInt(Visitor.Wish::units)
                    .sum();
            double dearer = wishes.stream()
                    .filter(it -> it.accepts(1.5))
                    .mapToInt(Visitor.Wish::units)
                    .sum();
            assertThat(Math.log(dearer / atList) / Math.log(1.5))
                    .isCloseTo(article.appetite().elasticity(), within(.15));
        });
    }

    @Test
    void the_best_price_earns_more_than_its_neighbours() {
        var truth = shop.truth();
        var sku = shop.skus().get(0);
        var web = shop.channels().get(0);
        var day = shop.from();
        var best = truth.bestPrice(sku, day);

        assertThat(margin(sku, web, day, best))
                .isGreaterThan(margin(sku, web, day, best.times(new BigDecimal("1.05"))))
                .isGreaterThan(margin(sku, web, day, best.times(new BigDecimal("0.95"))));
    }

    private double margin(Sku sku, Channel channel, LocalDate day, Money price) {
        double units = shop.truth().expectedUnits(sku, channel, day, price);
        return units * (price.toDouble() - shop.truth().cost(sku, day).toDouble());
    }

    @Test
    void promotions_lower_the_price_while_they_run_and_only_then() {
        var year = SyntheticShop.builder()
                .seed(5)
                .skus(40)
                .days(200)
                .ordersPerDay(20)
                .build();
        var campaign = year.plan().campaigns().get(0);
        var sku = campaign.skus().get(0);
        var channel = campaign.outlets().get(0).channel();
        var truth = year.truth();

        var before = truth.plannedPrice(sku, channel, campaign.from().minusDays(1));

        assertThat(truth.plannedPrice(sku, channel, campaign.from())).isLessThan(before);
        assertThat(truth.plannedPrice(sku, channel, campaign.until()))
                .isGreaterThan(truth.plannedPrice(sku, channel, campaign.until().minusDays(1)));
    }

    @Test
    void shoppers_are_obviously_invented_and_never_printed() {
        var claims = all(IdentityClaimed.class);

        assertThat(claims).isNotEmpty();
        assertThat(claims.stream().flatMap(it -> it.claims().stream()).map(it -> it.value()
                        .reveal()))
                .allMatch(it -> it.matches("shopper-\\d+(@example\\.invalid)?|Shopper Number \\d+"));
        assertThat(events)
                .noneMatch(
                        it -> it.toString().contains("hopper-") || it.toString().contains("example"));
    }

    @Test
    void slow_sellers_have_days_without_sales_and_fast_ones_hardly_any() {
        var year = SyntheticShop.builder()
                .seed(2)
                .skus(60)
                .days(90)
                .ordersPerDay(60)
                .build();
        var state = ShopState.empty(year.zone(), year.currency())
                .after(year.events().toList())
                .state();

        var sellingDays = year.skus().stream()
                .map(it -> state.demand().sales(it, year.from(), year.until()).units())
                .map(units -> Arrays.stream(units).filter(it -> it > 0).count() / 90.0)
                .toList();

        assertThat(sellingDays).anyMatch(it -> it < .2).anyMatch(it -> it > .95);
    }

    @Test
    void a_shop_without_anything_is_refused_with_a_hint() {
        assertThatThrownBy(() -> SyntheticShop.builder().skus(0).build()).hasMessageContaining("Maybe");
        assertThatThrownBy(() -> shop.truth().elasticity(Sku.of("nothing"))).hasMessageContaining("Maybe");
    }
}
