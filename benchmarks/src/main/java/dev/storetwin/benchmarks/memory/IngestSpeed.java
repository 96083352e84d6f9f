package dev.storetwin.benchmarks.memory;

import dev.storetwin.event.TwinEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Events per second into a shop whose keys are all known, prebuilt events of the fixed mix, repeated ones recognised and views kept.
 *
 * <p>Usage: {@code java ... IngestSpeed [WAY] [SKUS] [EVENTS]}; {@code load}, 250,000 SKUs in 4 channels and 2,000,000 events unless
 * given. Ways: {@code fold} (the state alone), {@code journal} (the state and a journal on disk,
 * each batch forced before it counts) and {@code load} (a twin in memory). All events are built before the clock runs, so that a collector
 * carries only what the shop makes of them. They come in tenths; the first is told apart, for the compiler of the machine is still at work then. Afterwards some SKUs are reckoned anew and an old tenth is delivered again.
 */
public final class IngestSpeed {

    private static final int CHANNELS = 4;
    private static final int BATCH = 16_384;
    private static final int PARTS = 10;
    private static final int LOOKED_AT = 1_000;
    private static final Duration STEP = Duration.ofSeconds(1);

    private final EventMix mix;
    private final int count;
    private final Reckoning reckoning;

    private IngestSpeed(EventMix mix, int count) {
        this.mix = mix;
        this.count = count;
        this.reckoning =
                new Reckoning(mix.shop().skus().stream().limit(LOOKED_AT).toList());
    }

    public static void main(String[] arguments) {
        var way = arguments.length > 0 ? arguments[0] : "load";
        int skus = Machine.argument(arguments, 1, 250_000);
        int events = Machine.argument(arguments, 2, 2_000_000);
        Machine.print("%s", Machine.description());
        try (var ingest = way(way)) {
            Machine.print(
                    "%s, %,d SKUs in %d channels: %,.0f events/s",
                    way, skus, CHANNELS, eventsPerSecond(ingest, skus, events));
        }
    }

    private static IngestWay way(String name) {
        return switch (name) {
            case "fold" -> IngestWay.fold(BATCH, Runtime.getRuntime().availableProcessors());
            case "journal" ->
                JournaledShop.open(temporary(), BATCH, Runtime.getRuntime().availableProcessors());
            case "load" -> IngestWay.load(Runtime.getRuntime().availableProcessors());
            default ->
                throw new IllegalArgumentException(
                        "'%s' is not a way in; expected fold, journal or load.".formatted(name));
        };
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("storetwin-ingest");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Prints its parts, and fails where the state is wrong afterwards. */
    static double eventsPerSecond(IngestWay way, int skus, int events) {
        var mix = EventMix.of(1, MadeUpShop.of(skus, CHANNELS), STEP);
        return new IngestSpeed(mix, events).run(way);
    }

    private double run(IngestWay way) {
        int size = count / PARTS;
        var events = mix.between(0, (long) PARTS * size);
        open(way, mix.opening());
        double seconds = 0;
        for (int part = 0; part < PARTS; part++) {
            double needed = timed(way, events.subList(part * size, (part + 1) * size));
            seconds += part == 0 ? 0 : needed;
        }
        events.forEach(reckoning::add);
        reckoning.compare(way.state(), day(-1), day(count).plusDays(1));
        deliverAgain(way, events.subList((PARTS - 1) * size, PARTS * size));
        return (PARTS - 1) * size / seconds;
    }

    private LocalDate day(long position) {
        return EventMix.START
                .plus(STEP.multipliedBy(position))
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
    }

    private void open(IngestWay way, Iterator<TwinEvent> opening) {
        long start = System.nanoTime();
        long sum = 0;
        while (opening.hasNext()) {
            var chunk = new ArrayList<TwinEvent>();
            while (opening.hasNext() && chunk.size() < 10 * BATCH) {
                chunk.add(opening.next());
            }
            way.take(chunk);
            chunk.forEach(reckoning::add);
            sum += chunk.size();
        }
        Machine.print("opened with %,d events in %.1f s", sum, (System.nanoTime() - start) / 1e9);
    }

    private static double timed(IngestWay way, List<TwinEvent> events) {
        long collecting = Machine.collectorMillis();
        double working = Machine.cpuSeconds();
        long start = System.nanoTime();
        way.take(events);
        double seconds = (System.nanoTime() - start) / 1e9;
        Machine.print(
                "%,10d events/s, %.2f CPU us each, of %.2f s the collector took %.2f",
                Math.round(events.size() / seconds),
                (Machine.cpuSeconds() - working) * 1e6 / events.size(),
                seconds,
                (Machine.collectorMillis() - collecting) / 1e3);
        return seconds;
    }

    private static void deliverAgain(IngestWay way, List<TwinEvent> events) {
        long revision = way.state().revision();
        double seconds = timed(way, events);
        Machine.mustHold(way.state().revision() == revision, "repeated events change nothing");
        Machine.print("the last tenth again, all of it repeated: %,.0f events/s", events.size() / seconds);
    }
}
