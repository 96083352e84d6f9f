package dev.storetwin.core.feature;

import dev.storetwin.event.EventRetracted;
import dev.storetwin.event.OrderCancelled;
import dev.storetwin.event.OrderEdited;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.feature.Feature;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.feature.FeatureSet;
import dev.storetwin.feature.FeatureVector;
import dev.storetwin.feature.Label;
import dev.storetwin.feature.LabeledMoment;
import dev.storetwin.state.TwinState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Refuses a feature that looks past the start of a label: by what it declares, and by experiment.
 *
 * <p>How the experiment works: the feature is computed over one state that knows all that ever happened, and over others from which what
 * happened after the cut-off was taken away, all of it or every second thing. The cut-off is the start of the label or, if that is earlier, the
 * moment of the row, less the declared availability delay. A lawful feature gives the same bits each time. What corrects the past (a
 * cancellation, an edit, a retraction) is left in: it changes what is known of days before the cut-off, and training sets leave it out by asking
 * what was known then.
 */
public final class LeakageCheck {

    /** Which of the later events a state is left with. */
    private enum Future {
        ALL,
        NONE,
        EVEN,
        ODD
    }

    private record World(Instant cutOff, Future future) {}

    private final List<TwinEvent> events;
    private final Function<List<TwinEvent>, ? extends TwinState> fold;
    private final Map<World, TwinState> worlds = new HashMap<>();

    /**
     * @param events of a shop with something going on before and after every cut-off
     * @param fold   makes the state of some of them
     */
    public LeakageCheck(List<? extends TwinEvent> events, Function<List<TwinEvent>, ? extends TwinState> fold) {
        this.events = List.copyOf(events);
        this.fold = fold;
    }

    /** Why the feature is refused; empty when nothing speaks against it. */
    public Optional<String> leak(Feature feature, Label label, List<LabeledMoment> rows) {
        return DeclaredReach.leak(feature.definition(), label).or(() -> shown(feature, label, rows));
    }

    private Optional<String> shown(Feature feature, Label label, List<LabeledMoment> rows) {
        var source = new ComputedFeatures(
                FeatureSet.of("leakage check", feature.definition().grain(), List.of(feature)));
        for (var row : rows) {
            for (var future : List.of(Future.NONE, Future.EVEN, Future.ODD)) {
                var all = read(source, feature, label, row, Future.ALL);
                var less = read(source, feature, label, row, future);
                if (!all.hasSameNumbers(less)) {
                    return Optional.of("%s of %s at %s is %s, but %s without what happened after the cut-off %s"
                            .formatted(
                                    feature.definition(),
                                    row.entity(),
                                    row.at(),
                                    told(all),
                                    told(less),
                                    cutOff(
                                            feature,
                                            label,
                                            row,
                                            world(Instant.MAX, Future.ALL).zone())));
                }
            }
        }
        return Optional.empty();
    }

    private static String told(FeatureVector vector) {
        return vector.missingReason(0).orElseGet(() -> Double.toString(vector.value(0)));
    }

    private FeatureVector read(
            ComputedFeatures source, Feature feature, Label label, LabeledMoment row, Future future) {
        var zone = world(Instant.MAX, Future.ALL).zone();
        var cutOff = future == Future.ALL ? Instant.MAX : cutOff(feature, label, row, zone);
        FeatureEntity entity = row.entity().at(feature.definition().grain());
        return source.read(world(cutOff, future), entity, row.at());
    }

    private static Instant cutOff(Feature feature, Label label, LabeledMoment row, ZoneId zone) {
        return row.at()
                .atZone(zone)
                .plusDays(Math.min(0, label.starts()))
                .toInstant()
                .minus(feature.definition().availabilityDelay());
    }

    private TwinState world(Instant cutOff, Future future) {
        return worlds.computeIfAbsent(new World(cutOff, future), it -> fold.apply(left(cutOff, future)));
    }

    private List<TwinEvent> left(Instant cutOff, Future future) {
        var left = new ArrayList<TwinEvent>();
        int later = 0;
        for (var event : events) {
            if (!event.header().occurredAt().isAfter(cutOff) || correctsThePast(event)) {
                left.add(event);
            } else {
                later++;
                if (future == (later % 2 == 0 ? Future.EVEN : Future.ODD)) {
                    left.add(event);
                }
            }
        }
        return left;
    }

    private static boolean correctsThePast(TwinEvent event) {
        return event instanceof OrderCancelled || event instanceof OrderEdited || event instanceof EventRetracted;
    }
}
