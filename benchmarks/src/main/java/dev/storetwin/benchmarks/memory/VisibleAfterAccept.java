package dev.storetwin.benchmarks.memory;

import dev.storetwin.Twin;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.Acceptance;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * How long an event waits until everybody sees it, when events come at a steady pace, whether or not the shop keeps up.
 *
 * <p>Usage: {@code java ... VisibleAfterAccept [SKUS] [PER_SECOND] [SECONDS]}; 250,000 SKUs in 4 channels, 50,000 a second for 20 seconds
 * after as many of warm-up unless given. Told is the time from when an event was due to when it was accepted and seen in the state.
 */
public final class VisibleAfterAccept {

    private static final int CHANNELS = 4;

    private VisibleAfterAccept() {}

    public static void main(String[] arguments) {
        int skus = Machine.argument(arguments, 0, 250_000);
        int perSecond = Machine.argument(arguments, 1, 50_000);
        int seconds = Machine.argument(arguments, 2, 20);
        Machine.print("%s", Machine.description());
        try (var twin = StoreTwin.builder().build()) {
            var mix = EventMix.of(2, MadeUpShop.of(skus, CHANNELS), Duration.ofMillis(100));
            open(twin, mix);
            int count = perSecond * seconds;
            latencies(twin, mix.between(0, count), perSecond);
            var measured = mix.between(count, 2L * count);
            Machine.print("in memory at %,d/s: %s", perSecond, latencies(twin, measured, perSecond));
        }
    }

    static void open(Twin twin, EventMix mix) {
        Iterable<TwinEvent> opening = mix::opening;
        twin.load(StreamSupport.stream(opening.spliterator(), false));
    }

    static Latencies latencies(Twin twin, List<TwinEvent> events, int perSecond) {
        var latencies = new Latencies(events.size());
        var schedule = new Schedule(perSecond);
        for (int i = 0; i < events.size(); i++) {
            schedule.await(i);
            mustBeSeen(twin, twin.accept(events.get(i)));
            latencies.set(i, schedule.waited(i));
        }
        return latencies;
    }

    private static void mustBeSeen(Twin twin, Acceptance answer) {
        Machine.mustHold(
                answer instanceof Acceptance.Accepted accepted && twin.state().revision() >= accepted.revision(),
                "an event that was accepted is seen");
    }
}
