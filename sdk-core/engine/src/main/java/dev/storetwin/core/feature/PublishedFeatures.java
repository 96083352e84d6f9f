package dev.storetwin.core.feature;

import dev.storetwin.feature.FeatureDefinition;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.feature.FeaturePublisher;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The numbers that rooms leave for each other, in memory and bounded: the newest values of each name, of the entities that were last
 * published about.
 *
 * <p>How it works: all values of one entity lie in one immutable map, which is replaced when one comes in, so that readers never wait and a
 * cache sees by identity whether anything is new.
 */
public final class PublishedFeatures implements FeaturePublisher, Published {

    /** Values per name and entity: enough to look back for a day at one value every hour. */
    private static final int KEPT = 24;

    private static final Object NOTHING_YET = Map.of();

    private final Clock clock;
    private final int mostEntities;
    private final Map<FeatureEntity, Map<String, List<Value>>> shelves = new ConcurrentHashMap<>();
    private final LinkedHashMap<FeatureEntity, Boolean> longestSilentFirst = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param mostEntities of which values are kept; of more, those are dropped that were published about longest ago
     */
    public PublishedFeatures(Clock clock, int mostEntities) {
        if (mostEntities < 1) {
            throw new IllegalArgumentException(
                    "Room for %d entities, expected 1 or more.\nMaybe a limit is missing in the options."
                            .formatted(mostEntities));
        }
        this.clock = clock;
        this.mostEntities = mostEntities;
    }

    @Override
    public boolean publish(FeatureDefinition feature, FeatureEntity entity, double value, Instant describes) {
        if (entity.grain() != feature.grain() || !Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "%s of %s is %s, expected a finite number about a %s.\nMaybe a division by zero was published."
                            .formatted(feature, entity, value, feature.grain()));
        }
        synchronized (longestSilentFirst) {
            return take(feature.name(), entity, new Value(value + 0.0, describes, clock.instant()));
        }
    }

    private boolean take(String name, FeatureEntity entity, Value value) {
        var before = shelves.getOrDefault(entity, Map.of());
        var values = before.getOrDefault(name, List.of());
        if (!values.isEmpty() && isOlder(value, values.get(0))) {
            return false;
        }
        var after = new LinkedHashMap<>(before);
        after.put(name, newestFirst(value, values));
        longestSilentFirst.put(entity, true);
        shelves.put(entity, Map.copyOf(after));
        dropSilent();
        return true;
    }

    /** Nothing may be told after the fact: a reader may have seen the value that stands. */
    private static boolean isOlder(Value value, Value standing) {
        return value.describes().isBefore(standing.describes()) || value.at().isBefore(standing.at());
    }

    private static List<Value> newestFirst(Value value, List<Value> values) {
        var all = new ArrayList<Value>(List.of(value));
        all.addAll(values.subList(0, Math.min(values.size(), KEPT - 1)));
        return List.copyOf(all);
    }

    private void dropSilent() {
        while (longestSilentFirst.size() > mostEntities) {
            var silent = longestSilentFirst.keySet().iterator().next();
            longestSilentFirst.remove(silent);
            shelves.remove(silent);
        }
    }

    @Override
    public Optional<Value> value(String name, FeatureEntity entity, Instant asOf) {
        return values(name, entity).stream()
                .filter(it -> !it.at().isAfter(asOf))
                .findFirst();
    }

    private List<Value> values(String name, FeatureEntity entity) {
        return shelves.getOrDefault(entity, Map.of()).getOrDefault(name, List.of());
    }

    @Override
    public Instant unchangedUntil(String name, FeatureEntity entity, Instant asOf) {
        var later = values(name, entity).stream()
                .map(Value::at)
                .takeWhile(it -> it.isAfter(asOf))
                .toList();
        return later.isEmpty() ? Instant.MAX : later.get(later.size() - 1);
    }

    @Override
    public Object stamp(FeatureEntity entity) {
        var shelf = shelves.get(entity);
        return shelf == null ? NOTHING_YET : shelf;
    }
}
