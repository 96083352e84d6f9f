package dev.storetwin.core.feature;

import dev.storetwin.feature.FeatureDefinition;
import dev.storetwin.feature.FeatureSet;
import dev.storetwin.feature.Grain;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How one set is computed: in which order, and by which delays its features look back.
 *
 * <p>The farthest reach comes first, so that a column is read once, at its full length.
 */
final class ReadingPlan {

    private final FeatureSet set;
    private final List<Grain> grains;
    private final List<Duration> delays;
    private final int[] order;
    private final int[] delay;

    ReadingPlan(FeatureSet set) {
        this.set = set;
        this.grains = definitions(set)
                .map(FeatureDefinition::grain)
                .distinct()
                .sorted()
                .toList();
        this.delays = definitions(set)
                .map(FeatureDefinition::availabilityDelay)
                .distinct()
                .sorted()
                .toList();
        this.order = IntStream.range(0, set.size())
                .boxed()
                .sorted(Comparator.comparingInt(
                        place -> -set.definition(place).window().reach()))
                .mapToInt(Integer::intValue)
                .toArray();
        this.delay = definitions(set)
                .mapToInt(it -> delays.indexOf(it.availabilityDelay()))
                .toArray();
    }

    private static Stream<FeatureDefinition> definitions(FeatureSet set) {
        return IntStream.range(0, set.size()).mapToObj(set::definition);
    }

    FeatureSet set() {
        return set;
    }

    /** What its features are about: the entity of a vector, or what that is part of. */
    List<Grain> grains() {
        return grains;
    }

    /** The distinct delays, shortest first. */
    List<Duration> delays() {
        return delays;
    }

    /** Place of the feature that is computed as the n-th. */
    int place(int turn) {
        return order[turn];
    }

    /** Which of the delays a feature has. */
    int delay(int place) {
        return delay[place];
    }
}
