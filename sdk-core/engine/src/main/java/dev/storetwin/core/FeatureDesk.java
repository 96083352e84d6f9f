package dev.storetwin.core;

import dev.storetwin.LiveFeatures;
import dev.storetwin.core.feature.CachedFeatures;
import dev.storetwin.core.feature.FeatureCatalogue;
import dev.storetwin.core.feature.LeakageCheck;
import dev.storetwin.core.feature.Published;
import dev.storetwin.core.feature.PublishedFeatures;
import dev.storetwin.core.feature.TrainingCsv;
import dev.storetwin.core.feature.TrainingSets;
import dev.storetwin.core.memory.Storage;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.feature.Feature;
import dev.storetwin.feature.FeatureDefinition;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.feature.FeaturePublisher;
import dev.storetwin.feature.FeatureSet;
import dev.storetwin.feature.FeatureStore;
import dev.storetwin.feature.FeatureVector;
import dev.storetwin.feature.Grain;
import dev.storetwin.feature.Label;
import dev.storetwin.feature.LabeledMoment;
import dev.storetwin.feature.PointInTime;
import dev.storetwin.feature.ServingReport;
import dev.storetwin.feature.TrainingSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The features of one live shop, for people, rooms and models. */
final class FeatureDesk implements LiveFeatures {

    private static final int MOST_VECTORS = 10_000;
    private static final int MOST_ENTITIES = 400_000;
    private static final int MOST_EVENTS = 500_000;

    private final FeatureCatalogue catalogue;
    private final LiveShop live;
    private final Storage storage;
    private final ServedFeatures served;
    private final PublishedFeatures published;
    private final FeatureStore store;

    /**
     * @param catalogue the shop's features and the host's
     * @param served    what was handed out
     */
    FeatureDesk(FeatureCatalogue catalogue, ServedFeatures served, LiveShop live, Storage storage, Clock clock) {
        this.catalogue = catalogue;
        this.live = live;
        this.storage = storage;
        this.served = served;
        this.published = new PublishedFeatures(clock, MOST_ENTITIES);
        this.store = new CachedFeatures(() -> served.seen(live.state()), published, served.log(), MOST_VECTORS);
    }

    @Override
    public List<FeatureDefinition> catalogue() {
        return catalogue.definitions();
    }

    @Override
    public Feature feature(String name) {
        return catalogue.feature(name);
    }

    @Override
    public FeatureSet set(String name, Grain grain, List<String> features) {
        return catalogue.set(name, grain, features);
    }

    @Override
    public FeatureVector vector(FeatureEntity entity, String... features) {
        return vector(entity, catalogue.set(entity.grain(), List.of(features)));
    }

    @Override
    public FeatureVector vector(FeatureEntity entity, FeatureSet set) {
        return store.vector(entity, set, live.now());
    }

    @Override
    public List<FeatureVector> vectors(List<FeatureEntity> entities, FeatureSet set) {
        return store.vectors(entities, set, live.now());
    }

    @Override
    public FeaturePublisher publisher() {
        return published;
    }

    /** What rooms left for each other. */
    Published published() {
        return published;
    }

    @Override
    public TrainingSet trainingSet(FeatureSet set, Label label, List<LabeledMoment> moments, PointInTime view) {
        try (var past = past(view)) {
            return new TrainingSets(past.history(), published).of(set, label, moments);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable.getMessage(), unreadable);
        }
    }

    @Override
    public long writeTrainingSet(
            FeatureSet set, Label label, List<LabeledMoment> moments, PointInTime view, Appendable csv)
            throws IOException {
        var out = new TrainingCsv(set, label, csv);
        try (var past = past(view)) {
            return out.write(new TrainingSets(past.history(), published)
                    .rows(set, label, moments)
                    .iterator());
        }
    }

    private FeaturePast past(PointInTime view) {
        return switch (view) {
            case AS_HAPPENED -> FeaturePast.asHappened(live.state());
            case AS_KNOWN ->
                FeaturePast.asKnown(storage.recollection().orElseThrow(() -> new IllegalStateException("""
                        A twin without a data directory does not remember what it knew when.
                        Maybe PointInTime.AS_HAPPENED is enough: what had happened by then, as it is known today.""")));
        };
    }

    @Override
    public Optional<String> leak(Feature feature, Label label, List<LabeledMoment> rows) {
        var empty = ShopState.empty(live.state().zone(), live.state().currency());
        return new LeakageCheck(events(), it -> empty.after(it).state()).leak(feature, label, rows);
    }

    private List<TwinEvent> events() {
        var events = new ArrayList<TwinEvent>();
        try (var kept = storage.history()) {
            for (var event : kept) {
                events.add(event);
                requireFew(events);
            }
            return events;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable.getMessage(), unreadable);
        }
    }

    private static void requireFew(List<TwinEvent> events) {
        if (events.size() > MOST_EVENTS) {
            throw new IllegalStateException("""
                    The journal holds more than %d events, too many to compute a feature with and without each part of them.
                    Maybe check it in a test, over events made for it: FeatureKit of storetwin-testing.""".formatted(MOST_EVENTS));
        }
    }

    @Override
    public ServingReport checkServed(List<FeatureSet> sets) throws IOException {
        return served.check(sets, storage);
    }
}
