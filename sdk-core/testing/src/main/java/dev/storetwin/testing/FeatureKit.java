package dev.storetwin.testing;

import dev.storetwin.core.StoreTwin;
import dev.storetwin.core.feature.ComputedFeatures;
import dev.storetwin.core.feature.LeakageCheck;
import dev.storetwin.core.random.Draws;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.feature.Feature;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.feature.FeatureSet;
import dev.storetwin.feature.FeatureValue;
import dev.storetwin.feature.FeatureVector;
import dev.storetwin.feature.Label;
import dev.storetwin.feature.LabeledMoment;
import dev.storetwin.state.TwinState;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A feature under test.
 *
 * <pre>{@code
 * FeatureKit.of(bestDay)
 *         .given(threeOrders)
 *         .at(monday)
 *         .expect(FeatureEntity.of(MUG), 3);
 * }</pre>
 *
 * <p>Each expectation also proves the laws of a feature: computed twice it is the same, events in another order give the same, and nothing
 * that happens after the moment, of which {@code given} may tell, changes it. It needs no test framework: what does not hold is an
 * {@link AssertionError}.
 */
public final class FeatureKit {

    private static final int ORDERS = 3;
    private static final Label FROM_NOW_ON = Label.of("from_now_on", "Whatever happens from the moment on.");

    private final Feature feature;
    private final ZoneId zone;
    private final List<TwinEvent> events;

    private FeatureKit(Feature feature, ZoneId zone, List<TwinEvent> events) {
        this.feature = feature;
        this.zone = zone;
        this.events = events;
    }

    /** In a shop whose days are those of UTC. */
    public static FeatureKit of(Feature feature) {
        return of(feature, ZoneOffset.UTC);
    }

    /**
     * In a shop of some zone.
     *
     * @param zone whose days are the shop's days
     */
    public static FeatureKit of(Feature feature, ZoneId zone) {
        return new FeatureKit(feature, zone, List.of());
    }

    /** More of what happens, before or after the moment. */
    public FeatureKit given(List<? extends TwinEvent> more) {
        var all = new ArrayList<>(events);
        all.addAll(more);
        return new FeatureKit(feature, zone, List.copyOf(all));
    }

    public FeatureKit given(TwinEvent... more) {
        return given(List.of(more));
    }

    /** The moment that is asked about. */
    public At at(Instant moment) {
        return new At(this, moment);
    }

    /**
     * A feature, what happened, and when it is asked for.
     *
     * @param kit    with the events
     * @param moment that is asked about
     */
    public record At(FeatureKit kit, Instant moment) {

        /** The value, equal to the bit. */
        public At expect(FeatureEntity entity, double value) {
            var found = kit.proved(entity, moment);
            if (found.missingReason().isPresent() || found.value().orElse(Double.NaN) != value) {
                throw new AssertionError("%s of %s at %s is %s, expected %s."
                        .formatted(kit.feature.definition(), entity, moment, told(found), value));
            }
            return this;
        }

        /** No value, for a reason that has these words in it. */
        public At expectMissing(FeatureEntity entity, String words) {
            var found = kit.proved(entity, moment);
            if (found.missingReason().filter(it -> it.contains(words)).isEmpty()) {
                throw new AssertionError("%s of %s at %s is %s, expected it to be missing with '%s'."
                        .formatted(kit.feature.definition(), entity, moment, told(found), words));
            }
            return this;
        }

        private static String told(FeatureValue value) {
            return value.missingReason()
                    .map(it -> "missing: " + it)
                    .orElseGet(() -> Double.toString(value.value().orElseThrow()));
        }
    }

    private FeatureValue proved(FeatureEntity entity, Instant moment) {
        var state = fold(events);
        var vector = read(state, entity, moment);
        require(vector.hasSameNumbers(read(state, entity, moment)), "is another when it is computed again", entity);
        for (int order = 0; order < ORDERS; order++) {
            var again = read(fold(shuffled(order)), entity, moment);
            require(vector.hasSameNumbers(again), "is another when events arrive in another order", entity);
        }
        leak(entity, moment).ifPresent(it -> {
            throw new AssertionError(it + "\nMaybe the kernel reads the state without regard to its moment.");
        });
        return vector.get(0);
    }

    private void require(boolean holds, String otherwise, FeatureEntity entity) {
        if (!holds) {
            throw new AssertionError(
                    "%s of %s %s.\nMaybe the kernel remembers something, or goes by the order of a set."
                            .formatted(feature.definition(), entity, otherwise));
        }
    }

    private Optional<String> leak(FeatureEntity entity, Instant moment) {
        return new LeakageCheck(events, this::fold)
                .leak(feature, FROM_NOW_ON, List.of(new LabeledMoment(entity, moment, 0)));
    }

    private FeatureVector read(TwinState state, FeatureEntity entity, Instant moment) {
        return new ComputedFeatures(FeatureSet.of("under test", entity.grain(), List.of(feature)))
                .read(state, entity, moment);
    }

    private List<TwinEvent> shuffled(int order) {
        var rest = new ArrayList<>(events);
        var shuffled = new ArrayList<TwinEvent>();
        var draw = Draws.of(1).keyed("feature-kit", "order", order);
        while (!rest.isEmpty()) {
            shuffled.add(rest.remove(draw.nextInt(rest.size())));
        }
        return shuffled;
    }

    private TwinState fold(List<TwinEvent> some) {
        try (var twin = StoreTwin.builder().zone(zone).build()) {
            var report = twin.load(some.stream());
            if (!report.quarantined().isEmpty()) {
                throw new AssertionError("The twin cannot use all events: " + report.reasons());
            }
            return twin.state();
        }
    }
}
