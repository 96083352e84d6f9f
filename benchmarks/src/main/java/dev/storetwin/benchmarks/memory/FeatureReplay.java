package dev.storetwin.benchmarks.memory;

import dev.storetwin.core.feature.BinaryFeatureLog;
import dev.storetwin.core.feature.CachedFeatures;
import dev.storetwin.core.feature.PublishedFeatures;
import dev.storetwin.core.feature.ServingCheck;
import dev.storetwin.core.feature.ShopFeatures;
import dev.storetwin.core.random.Draws;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.feature.FeatureSet;
import dev.storetwin.feature.Grain;
import dev.storetwin.feature.History;
import dev.storetwin.state.TwinState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Serves features from the cache while a shop lives on, writes them down, folds the same events anew, and compares every number: served and
 * recomputed have to be equal to the bit.
 *
 * <p>Arguments: moments (400), vectors at each (100), SKUs (2,000).
 */
public final class FeatureReplay {

    private static final int FEATURES = 250;
    private static final int EVENTS = 500;

    private final EventMix mix;
    private final int moments;
    private final int vectors;
    private final FeatureSet set = FeatureSet.of(
            "replay", Grain.SKU, ShopFeatures.all(Grain.SKU).features().subList(0, FEATURES));

    /**
     * @param moments at which features are served, 500 events from one to the next
     * @param vectors served at each
     */
    FeatureReplay(int moments, int vectors, int skus) {
        this.moments = moments;
        this.vectors = vectors;
        var step = Duration.ofMillis(Duration.ofDays(200).toMillis() / ((long) moments * EVENTS));
        this.mix = EventMix.of(8, MadeUpShop.of(skus, 4), step);
    }

    public static void main(String[] arguments) {
        Machine.print("%s", Machine.description());
        var report = new FeatureReplay(
                        Machine.argument(arguments, 0, 400),
                        Machine.argument(arguments, 1, 100),
                        Machine.argument(arguments, 2, 2_000))
                .run();
        Machine.print(
                "%,d vectors, %,d values, %,d of them otherwise",
                report.vectors(), report.values(), report.differences());
        Machine.mustHold(report.differences() == 0, "served and recomputed are equal to the bit");
    }

    ServingCheck.Report run() {
        var frames = served();
        long bytes = frames.stream().mapToLong(it -> it.length).sum();
        Machine.print("%,d bytes of log, %d a vector", bytes, bytes / frames.size());
        return new ServingCheck(new Replayed(), List.of(set)).compare(frames, it -> Machine.print("%s", it));
    }

    private ShopState opened() {
        var opening = new ArrayList<TwinEvent>();
        mix.opening().forEachRemaining(opening::add);
        return ShopState.empty(ZoneOffset.UTC, MadeUpShop.CURRENCY)
                .after(opening)
                .state();
    }

    private List<TwinEvent> events(int moment) {
        return mix.between((long) moment * EVENTS, (moment + 1L) * EVENTS);
    }

    private List<byte[]> served() {
        var frames = new ArrayList<byte[]>();
        var live = new ShopState[] {opened()};
        var published = new PublishedFeatures(Clock.fixed(EventMix.START, ZoneOffset.UTC), 1);
        var store = new CachedFeatures(() -> live[0], published, new BinaryFeatureLog(frames::add), 10_000);
        for (int moment = 0; moment < moments; moment++) {
            var events = events(moment);
            live[0] = live[0].after(events).state();
            var asOf = events.get(events.size() - 1).header().occurredAt();
            store.vectors(entities(moment), set, asOf);
        }
        return frames;
    }

    /** Some of the first hundreds again and again, so that the cache has something to serve. */
    private List<FeatureEntity> entities(int moment) {
        var draw = Draws.of(8).keyed("feature-replay", "", moment);
        var entities = new ArrayList<FeatureEntity>();
        for (int i = 0; i < vectors; i++) {
            entities.add(FeatureEntity.of(
                    mix.shop().skus().get(draw.nextInt(mix.shop().skus().size()))));
        }
        return entities;
    }

    /** The same events folded again, one by one, up to a revision. */
    private final class Replayed implements History {

        private ShopState state = opened();
        private int moment;

        @Override
        public TwinState knownAt(long revision) {
            while (state.revision() < revision) {
                for (var event : events(moment)) {
                    state = state.after(List.of(event)).state();
                }
                moment++;
            }
            Machine.mustHold(revision == 0 || state.revision() == revision, "a batch ends at revision " + revision);
            return state;
        }

        @Override
        public TwinState knownAt(Instant moment) {
            throw new UnsupportedOperationException("A replay asks by revision.");
        }
    }
}
