package dev.storetwin.benchmarks.memory;

import dev.storetwin.Twin;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.core.StoreTwinBuilder;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.Acceptance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;

/**
 * How long an event waits until everybody sees it, when events come at a steady pace, whether or not the shop keeps up.
 *
 * <p>Usage: {@code java ... VisibleAfterAccept [memory | durable] [SKUS] [PER_SECOND] [SECONDS] [DIRECTORY]}; in memory, 250,000 SKUs in 4
 * channels, 50,000 a second for 20 seconds after as many of warm-up unless given. A durable twin forces every group to a fresh directory,
 * which is deleted afterwards. Told is the time from when an event was due to when it was answered and seen in the state.
 */
public final class VisibleAfterAccept {

    private static final int CHANNELS = 4;

    private VisibleAfterAccept() {}

    public static void main(String[] arguments) throws IOException {
        boolean durable = arguments.length > 0 && arguments[0].equals("durable");
        int skus = Machine.argument(arguments, 1, 250_000);
        int perSecond = Machine.argument(arguments, 2, 50_000);
        int seconds = Machine.argument(arguments, 3, 20);
        Machine.print("%s", Machine.description());
        if (!durable) {
            measure(StoreTwin.builder(), "in memory", skus, perSecond, seconds);
            return;
        }
        var directory = arguments.length > 4
                ? Files.createDirectories(Path.of(arguments[4]))
                : Files.createTempDirectory("storetwin-latency");
        try {
            measure(StoreTwin.builder().dataDirectory(directory), "durable", skus, perSecond, seconds);
        } finally {
            RecoverySpeed.delete(directory);
        }
    }

    private static void measure(StoreTwinBuilder builder, String way, int skus, int perSecond, int seconds) {
        try (var twin = builder.build()) {
            var mix = EventMix.of(2, MadeUpShop.of(skus, CHANNELS), Duration.ofMillis(100));
            open(twin, mix);
            int count = perSecond * seconds;
            latencies(twin, mix.between(0, count), perSecond);
            var measured = mix.between(count, 2L * count);
            Machine.usedHeap();
            double working = Machine.cpuSeconds();
            double others = Machine.otherCpuSeconds();
            try (var pauses = new Pauses()) {
                Machine.print("%s at %,d/s: %s", way, perSecond, latencies(twin, measured, perSecond));
                Machine.print(
                        "%s; %.1f CPU s, and %.1f of other processes",
                        pauses, Machine.cpuSeconds() - working, Machine.otherCpuSeconds() - others);
            }
        }
    }

    static void open(Twin twin, EventMix mix) {
        Iterable<TwinEvent> opening = mix::opening;
        twin.load(StreamSupport.stream(opening.spliterator(), false));
    }

    /**
     * Fails where an event is not accepted, or not seen once it is. No answer is kept beyond that: a host keeps none either, and the collector
     * would have to carry them.
     */
    static Latencies latencies(Twin twin, List<TwinEvent> events, int perSecond) {
        var latencies = new Latencies(events.size());
        var schedule = new Schedule(perSecond);
        var open = new CountDownLatch(events.size());
        var failure = new AtomicReference<Throwable>();
        for (int i = 0; i < events.size(); i++) {
            int number = i;
            schedule.await(i);
            twin.offer(events.get(i))
                    .thenAccept(answer -> {
                        latencies.set(number, schedule.waited(number));
                        mustBeSeen(twin, answer);
                    })
                    .whenComplete((done, failed) -> {
                        failure.compareAndSet(null, failed);
                        open.countDown();
                    });
        }
        await(open);
        Machine.mustHold(failure.get() == null, "every event is accepted, and seen: " + failure.get());
        return latencies;
    }

    private static void await(CountDownLatch open) {
        try {
            open.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("Nobody may interrupt a measurement.", interrupted);
        }
    }

    private static void mustBeSeen(Twin twin, Acceptance answer) {
        Machine.mustHold(
                answer instanceof Acceptance.Accepted accepted && twin.state().revision() >= accepted.revision(),
                "an event is accepted, and seen: " + answer);
    }
}
