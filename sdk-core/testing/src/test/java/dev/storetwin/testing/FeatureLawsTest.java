package dev.storetwin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.feature.CachedFeatures;
import dev.storetwin.core.feature.ComputedFeatures;
import dev.storetwin.core.feature.PublishedFeatures;
import dev.storetwin.core.feature.ShopFeatures;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.feature.FeatureLog;
import dev.storetwin.feature.FeatureVector;
import dev.storetwin.feature.Grain;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/** Laws that hold for every feature of the catalogue, whatever happens in the shop. */
@PropertyDefaults(tries = 60, edgeCases = EdgeCasesMode.NONE)
class FeatureLawsTest {

    private static final Instant LATE = Town.at((Town.DAYS + 2) * 24 * 60);

    private final Map<Grain, ComputedFeatures> sources = sources();

    private static Map<Grain, ComputedFeatures> sources() {
        var sources = new EnumMap<Grain, ComputedFeatures>(Grain.class);
        for (var grain : Grain.values()) {
            sources.put(grain, new ComputedFeatures(ShopFeatures.all(grain)));
        }
        return sources;
    }

    @Provide
    Arbitrary<List<TwinEvent>> streams() {
        return Story.correctedStreams();
    }

    private static List<FeatureEntity> entities() {
        var entities = new ArrayList<>(List.of(FeatureEntity.SHOP));
        for (var sku : Town.skusAndAlias()) {
            entities.add(FeatureEntity.of(sku));
            Town.CHANNELS.forEach(it -> entities.add(FeatureEntity.of(sku, it)));
            Town.NODES.forEach(it -> entities.add(FeatureEntity.of(sku, it)));
        }
        Town.NODES.forEach(it -> entities.add(FeatureEntity.of(it)));
        Town.CARRIERS.forEach(it -> entities.add(FeatureEntity.of(it)));
        Town.SHOPPERS.forEach(it -> entities.add(FeatureEntity.of(it)));
        return entities;
    }

    private static void assertSame(FeatureVector actual, FeatureVector expected) {
        if (!actual.hasSameNumbers(expected)) {
            for (int place = 0; place < expected.size(); place++) {
                assertThat(actual.get(place)).as(actual + " ").isEqualTo(expected.get(place));
            }
        }
        assertThat(actual).isEqualTo(expected);
    }

    @Property
    void whole_rows_give_what_the_views_give(@ForAll("streams") List<TwinEvent> events, @ForAll Random chance) {
        var state = Delivery.plain(events);
        var asOf = Town.at(chance.nextInt((Town.DAYS + 3) * 24 * 60));

        for (var entity : entities()) {
            var source = sources.get(entity.grain());
            assertSame(source.read(state, entity, asOf), source.read(new ByViews(state), entity, asOf));
        }
    }

    @Property
    void order_of_arrival_does_not_matter(@ForAll("streams") List<TwinEvent> events, @ForAll Random chance) {
        var one = Delivery.plain(events);
        var other = Delivery.rough(events, chance);

        for (var entity : entities()) {
            var source = sources.get(entity.grain());
            assertSame(source.read(other, entity, LATE), source.read(one, entity, LATE));
        }
    }

    @Property
    void what_is_served_from_the_cache_is_what_would_be_computed(
            @ForAll("streams") List<TwinEvent> events, @ForAll Random chance) {
        var live = new AtomicReference<ShopState>(Delivery.empty());
        var published = new PublishedFeatures(Clock.fixed(LATE, ZoneOffset.UTC), 10);
        var store = new CachedFeatures(live::get, published, FeatureLog.NONE, 1_000);
        var asOf = Town.at(0);

        for (var event : Delivery.shaken(events, chance)) {
            live.set(live.get().after(List.of(event)).state());
            asOf = asOf.plus(Duration.ofMinutes(chance.nextInt(600)));
            for (var entity : entities()) {
                var source = sources.get(entity.grain());
                assertSame(store.vector(entity, source.set(), asOf), source.read(live.get(), entity, asOf));
            }
        }
    }
}
