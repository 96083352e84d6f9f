package dev.storetwin.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.DeliveryPromised;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.LineQuantity;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.ShipmentDelivered;
import dev.storetwin.event.ShipmentDispatched;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.feature.Feature;
import dev.storetwin.feature.FeatureDefinition;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.feature.FeatureSet;
import dev.storetwin.feature.Features;
import dev.storetwin.feature.Grain;
import dev.storetwin.feature.History;
import dev.storetwin.feature.Label;
import dev.storetwin.feature.LabeledMoment;
import dev.storetwin.feature.Measure;
import dev.storetwin.feature.Window;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.CarrierId;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.ShipmentId;
import dev.storetwin.type.ShippingService;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.SubjectId;
import dev.storetwin.type.TaxMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ShopFeaturesTest {

    private static final Source SHOP = Source.of("shop");
    private static final Sku MUG = Sku.of("MUG");
    private static final Channel WEB = Channel.of("web");
    private static final NodeId NORTH = NodeId.of("NORTH");
    private static final Instant NOW = Instant.parse("2025-06-30T10:00:00Z");
    private static final ShopState EMPTY = ShopState.empty(ZoneId.of("Europe/Berlin"), Currency.getInstance("EUR"));

    private static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    private static OrderPlaced order(String id, int daysAgo, long units) {
        var line = OrderLine.of("1", MUG, Quantity.of(units), Money.of("10", "EUR"), TaxMode.NET);
        return OrderPlaced.of(SHOP, OrderId.of(id), WEB, daysAgo(daysAgo), line).by(SubjectId.of("s-1"));
    }

    private static ShopState after(TwinEvent... events) {
        return EMPTY.after(List.of(events)).state();
    }

    private static double value(TwinState state, FeatureEntity entity, String name) {
        var vector = new ComputedFeatures(ShopFeatures.all(entity.grain())).read(state, entity, NOW);
        return vector.value(name)
                .orElseThrow(() -> new AssertionError(name + ": "
                        + vector.missingReason(vector.set().place(name).orElseThrow())));
    }

    @Test
    void the_catalogue_has_hundreds_of_features_and_no_name_twice() {
        var names = ShopFeatures.catalogue().stream().map(Feature::name).toList();

        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(500);
        assertThat(ShopFeatures.all(Grain.SKU).size()).isGreaterThanOrEqualTo(250);
        assertThat(ShopFeatures.catalogue().stream().map(it -> it.definition().hash()))
                .doesNotHaveDuplicates();
        assertThat(ShopFeatures.catalogue())
                .allSatisfy(it -> assertThat(it.definition().meaning()).endsWith("."));
    }

    @Test
    void velocity_counts_whole_days_in_stock_before_today() {
        var state = after(
                StockCounted.of(SHOP, MUG, NORTH, Quantity.of(100), daysAgo(40)),
                order("today", 0, 50),
                order("yesterday", 1, 3),
                order("last week", 7, 4),
                order("long ago", 8, 5));

        assertThat(value(state, FeatureEntity.of(MUG), "units_sum_7d")).isEqualTo(7);
        assertThat(value(state, FeatureEntity.of(MUG), ShopFeatures.VELOCITY_7D))
                .isEqualTo(1);
        assertThat(value(state, FeatureEntity.of(MUG), ShopFeatures.VELOCITY_28D))
                .isEqualTo(12 / 28.0);
        assertThat(value(state, FeatureEntity.of(MUG), "units_days_since_91d")).isEqualTo(1);
        assertThat(value(state, FeatureEntity.of(MUG), "units_active_share_14d"))
                .isEqualTo(3 / 14.0);
        assertThat(value(state, FeatureEntity.of(MUG), ShopFeatures.AVAILABLE_UNITS))
                .isEqualTo(38);
        assertThat(value(state, FeatureEntity.of(MUG), ShopFeatures.DAYS_OF_COVER))
                .isEqualTo(38 / (12 / 28.0));
        assertThat(value(state, FeatureEntity.of(MUG), "sell_through_28d")).isEqualTo(12 / (12 + 88.0));
    }

    @Test
    void a_trend_is_whole_when_something_begins_and_none_when_nothing_is_sold() {
        assertThat(value(after(order("new", 2, 3)), FeatureEntity.of(MUG), "units_trend_7d_28d"))
                .isEqualTo(1);
        assertThat(value(after(order("old", 20, 3)), FeatureEntity.of(MUG), "units_trend_7d_28d"))
                .isEqualTo(-1);
        assertThat(value(after(order("older", 200, 3)), FeatureEntity.of(MUG), "units_trend_7d_28d"))
                .isZero();
    }

    @Test
    void a_price_stands_in_its_own_range() {
        var entity = FeatureEntity.of(MUG, WEB);
        var state = after(
                PriceChanged.of(SHOP, MUG, WEB, Money.of("10", "EUR"), daysAgo(60)),
                PriceChanged.of(SHOP, MUG, WEB, Money.of("20", "EUR"), daysAgo(30)),
                PriceChanged.of(SHOP, MUG, WEB, Money.of("12", "EUR"), daysAgo(5)));

        assertThat(value(state, entity, "channel_price")).isEqualTo(12);
        assertThat(value(state, entity, "channel_price_position_91d")).isEqualTo(0.2, offset(1e-12));
        assertThat(value(state, entity, "channel_price_changes_91d")).isEqualTo(2);
        assertThat(value(state, entity, "channel_price_variation_91d")).isBetween(0.2, 0.4);
    }

    @Test
    void a_shopper_has_recency_frequency_and_value() {
        var entity = FeatureEntity.of(SubjectId.of("s-1"));
        var state = after(order("a", 10, 2), order("b", 100, 3));

        assertThat(value(state, entity, "customer_orders_days_since_364d")).isEqualTo(10);
        assertThat(value(state, entity, "customer_orders_sum_91d")).isEqualTo(1);
        assertThat(value(state, entity, "customer_spent_sum_364d")).isEqualTo(50);
        assertThat(value(state, entity, "customer_order_value_364d")).isEqualTo(25);
    }

    private static List<TwinEvent> delivery(String order, int daysAgo, Duration took) {
        var placed = order(order, daysAgo, 1);
        var at = placed.header().occurredAt();
        var service = new ShippingService(CarrierId.of("rail"), "parcel");
        var shipment = ShipmentId.of(order + ":1");
        var sent = ShipmentDispatched.of(
                SHOP, shipment, placed.order(), NORTH, at, new LineQuantity("1", MUG, Quantity.of(1)));
        return List.of(
                placed,
                sent,
                new DeliveryPromised(
                        EventHeader.of(SHOP, EntityKind.DELIVERY_PROMISE, order, at),
                        placed.order(),
                        Optional.empty(),
                        at.plus(Duration.ofDays(2)),
                        Optional.of(service),
                        Optional.empty()),
                new ShipmentDelivered(
                        EventHeader.of(SHOP, EntityKind.SHIPMENT, shipment.value(), at.plus(took)), shipment));
    }

    @Test
    void promises_are_kept_or_not_per_node_and_carrier() {
        var events = new ArrayList<>(delivery("in time", 5, Duration.ofDays(1)));
        events.addAll(delivery("late", 6, Duration.ofDays(3)));
        events.addAll(delivery("just in time", 7, Duration.ofDays(2)));
        events.addAll(delivery("not due yet", 1, Duration.ofDays(1)));
        var state = EMPTY.after(events).state();

        assertThat(value(state, FeatureEntity.of(NORTH), "node_on_time_rate_28d"))
                .isEqualTo(2 / 3.0);
        assertThat(value(state, FeatureEntity.of(CarrierId.of("rail")), "carrier_on_time_rate_28d"))
                .isEqualTo(2 / 3.0);
        assertThat(value(state, FeatureEntity.SHOP, "shop_promised_sum_28d")).isEqualTo(3);
        assertThat(state.deliveries().carriers()).containsExactly(CarrierId.of("rail"));
    }

    @Test
    void what_cannot_be_known_says_why_and_a_declared_default_stands_in() {
        var set = FeatureSet.of(
                "two",
                Grain.SKU,
                List.of(
                        ShopFeatures.all(Grain.SKU).feature(ShopFeatures.AVAILABLE_UNITS),
                        Features.define("available_or_none").orElse(0).computedBy("available", Kernels.available())));

        var vector = new ComputedFeatures(set).read(EMPTY, FeatureEntity.of(MUG), NOW);

        assertThat(vector.value(ShopFeatures.AVAILABLE_UNITS)).isEmpty();
        assertThat(vector.missingReason(0)).contains("its stock was never counted");
        assertThat(vector.value("available_or_none")).hasValue(0);
        assertThat(vector.get(1).isDefault()).isTrue();
    }

    @Test
    void a_value_knows_its_age_and_whether_it_is_stale() {
        var vector = new ComputedFeatures(ShopFeatures.all(Grain.SKU)).read(EMPTY, FeatureEntity.of(MUG), NOW);

        var velocity = vector.get("units_sum_7d").orElseThrow();
        var returned = vector.get("returned_sum_7d").orElseThrow();

        assertThat(velocity.age()).isEqualTo(Duration.ofHours(12));
        assertThat(returned.age()).isEqualTo(Duration.ofHours(36));
        assertThat(velocity.isStale()).isFalse();
    }

    @Test
    void another_content_is_another_version() {
        var one = definition(7, "sum");

        assertThat(one.hash()).isEqualTo(definition(7, "sum").hash()).hasSize(16);
        assertThat(one.hash())
                .isNotEqualTo(definition(8, "sum").hash())
                .isNotEqualTo(definition(7, "mean").hash());
    }

    private static FeatureDefinition definition(int days, String kernel) {
        return Features.define("units")
                .window(Window.of(days))
                .computedBy(kernel, it -> 0)
                .definition();
    }

    @Test
    void a_published_number_is_read_by_others_with_its_own_age() {
        var risk = Features.define("stock_out_risk").unit("share").published();
        var clock = new AtomicReference<>(daysAgo(2));
        var published = new PublishedFeatures(clock(clock), 2);
        var store = new CachedFeatures(() -> EMPTY, published, vector -> {}, 100);
        var set = FeatureSet.of("risk", Grain.SKU_CHANNEL, List.of(risk));
        var entity = FeatureEntity.of(MUG, WEB);

        assertThat(store.vector(entity, set, NOW).missingReason(0)).contains("nobody has published it");
        assertThat(published.publish(risk.definition(), FeatureEntity.of(MUG), 0.25, daysAgo(3)))
                .isTrue();
        assertThat(published.publish(risk.definition(), FeatureEntity.of(MUG), 0.75, daysAgo(4)))
                .isFalse();

        var value = store.vector(entity, set, NOW).get(0);
        assertThat(value.value()).hasValue(0.25);
        assertThat(value.age()).isEqualTo(Duration.ofDays(3));
        assertThat(value.isStale()).isTrue();
        assertThat(store.vector(entity, set, daysAgo(2).minusNanos(1)).isMissing(0))
                .isTrue();
        assertThatThrownBy(() -> published.publish(risk.definition(), entity, 1, NOW))
                .hasMessageContaining("Maybe");
    }

    private static Clock clock(AtomicReference<Instant> now) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }

    @Test
    void published_numbers_are_bounded() {
        var risk = Features.define("stock_out_risk").published().definition();
        var published = new PublishedFeatures(Clock.fixed(NOW, ZoneOffset.UTC), 2);

        for (var sku : List.of("A", "B", "C")) {
            published.publish(risk, FeatureEntity.of(Sku.of(sku)), 1, NOW);
        }

        assertThat(published.value(risk.name(), FeatureEntity.of(Sku.of("A")), NOW))
                .isEmpty();
        assertThat(published.value(risk.name(), FeatureEntity.of(Sku.of("C")), NOW))
                .isPresent();
    }

    @Test
    void an_unchanged_vector_is_served_again_and_a_changed_one_is_computed() {
        var live = new AtomicReference<>(after(order("a", 3, 1)));
        var computed = new ArrayList<Sku>();
        var counting = Features.define("counted").window(Window.of(7)).computedBy("counting", it -> {
            computed.add(it.entity().sku());
            return it.daily(Measure.UNITS).sum();
        });
        var set = FeatureSet.of("one", Grain.SKU, List.of(counting));
        var store = new CachedFeatures(
                live::get, new PublishedFeatures(Clock.fixed(NOW, ZoneOffset.UTC), 1), vector -> {}, 100);
        var entity = FeatureEntity.of(MUG);

        assertThat(store.vector(entity, set, NOW).value(0)).isEqualTo(1);
        assertThat(store.vector(entity, set, NOW.plusSeconds(60)).asOf()).isEqualTo(NOW.plusSeconds(60));
        assertThat(computed).hasSize(1);

        live.set(live.get().after(List.of(order("b", 2, 5))).state());
        assertThat(store.vector(entity, set, NOW.plusSeconds(90)).value(0)).isEqualTo(6);
        assertThat(store.vector(entity, set, NOW.plus(Duration.ofDays(1))).value(0))
                .isEqualTo(6);
        assertThat(computed).hasSize(3);
    }

    /** States by revision, one per event. */
    private static History history(List<? extends TwinEvent> events) {
        return new History() {
            @Override
            public TwinState knownAt(long revision) {
                return EMPTY.after(events.subList(0, (int) revision)).state();
            }

            @Override
            public TwinState knownAt(Instant moment) {
                return EMPTY.after(events.stream()
                                .filter(it -> !it.header().receivedAt().isAfter(moment))
                                .toList())
                        .state();
            }
        };
    }

    @Test
    void a_training_set_has_what_was_known_and_not_what_came_later() {
        var late = order("late", 8, 5);
        var events = List.of(
                order("a", 9, 1),
                new OrderPlaced(
                        late.header().withReceivedAt(daysAgo(1)),
                        late.order(),
                        late.channel(),
                        late.subject(),
                        late.shipTo(),
                        late.taxMode(),
                        late.lines(),
                        late.totals()));
        var set = FeatureSet.of(
                "units", Grain.SKU, List.of(ShopFeatures.all(Grain.SKU).feature("units_sum_28d")));
        var rows = List.of(
                new LabeledMoment(FeatureEntity.of(MUG), NOW, 2),
                new LabeledMoment(FeatureEntity.of(MUG), daysAgo(7), 1));

        var training = new TrainingSets(history(events)).of(set, Label.of("units", "Units."), rows);

        assertThat(training.column(0)).containsExactly(6, 1);
        assertThat(training.labels()).containsExactly(2, 1);
    }

    @Test
    void a_training_set_with_a_leak_is_refused_with_its_features() {
        var set = FeatureSet.of(
                "units", Grain.SKU, List.of(ShopFeatures.all(Grain.SKU).feature("units_sum_28d")));
        var sets = new TrainingSets(history(List.of()));

        assertThatThrownBy(() -> sets.of(set, new Label("units_last_7d", -7, "Units."), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("units_sum_28d/1")
                .hasMessageContaining("Maybe");
    }

    @Test
    void what_was_served_comes_out_again_from_what_was_known() {
        var events = List.of(order("a", 9, 1), order("b", 5, 2), order("c", 3, 4));
        var set = ShopFeatures.all(Grain.SKU);
        var frames = new ArrayList<byte[]>();
        var log = new BinaryFeatureLog(frames::add);
        for (int known = 0; known <= events.size(); known++) {
            log.append(new ComputedFeatures(set)
                    .read(EMPTY.after(events.subList(0, known)).state(), FeatureEntity.of(MUG), NOW));
        }

        var report = new ServingCheck(history(events), List.of(set)).compare(frames, it -> {
            throw new AssertionError(it);
        });

        assertThat(report.vectors()).isEqualTo(4);
        assertThat(report.values()).isEqualTo(4L * set.size());
        assertThat(report.differences()).isZero();
    }

    @Test
    void every_number_that_comes_out_otherwise_is_reported() {
        var events = List.of(order("a", 9, 1), order("b", 5, 2));
        var set = FeatureSet.of(
                "units", Grain.SKU, List.of(ShopFeatures.all(Grain.SKU).feature("units_sum_28d")));
        var frames = new ArrayList<byte[]>();
        var served = EMPTY.after(events).state();
        new BinaryFeatureLog(frames::add).append(new ComputedFeatures(set).read(served, FeatureEntity.of(MUG), NOW));

        var found = new ArrayList<dev.storetwin.feature.ServedDifference>();
        var forgotten = List.of(order("a", 9, 1), order("other", 5, 3));
        var report = new ServingCheck(history(forgotten), List.of(set)).compare(frames, found::add);

        assertThat(report.differences()).isEqualTo(1);
        assertThat(found.get(0).served()).isEqualTo("3.0");
        assertThat(found.get(0).recomputed()).contains("4.0");
    }

    @Test
    void what_is_remembered_is_what_would_be_computed_now() {
        var set = ShopFeatures.all(Grain.SKU);
        var computed = new ComputedFeatures(set);
        var remembered = new RememberedFeatures(set, 10);
        var before = after(StockCounted.of(SHOP, MUG, NORTH, Quantity.of(100), daysAgo(40)), order("1", 3, 2));
        var sold = before.after(List.of(order("2", 2, 5))).state();

        for (var state : List.of(before, sold, before, sold.asOf(daysAgo(2)))) {
            for (var asOf : List.of(NOW, NOW.plusSeconds(60), NOW.plus(Duration.ofDays(1)), NOW)) {
                assertThat(remembered.read(state, FeatureEntity.of(MUG), asOf))
                        .isEqualTo(computed.read(state, FeatureEntity.of(MUG), asOf));
            }
        }
    }
}
