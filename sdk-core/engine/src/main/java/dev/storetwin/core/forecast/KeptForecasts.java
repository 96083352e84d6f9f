package dev.storetwin.core.forecast;

import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.model.ModelOrigin;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The last forecast of each series for each number of days, kept for the time when the budget is short. What was not asked for longest goes first when room is short.
 * For any thread.
 */
public final class KeptForecasts {

    /** What stands for demand in the name of an origin. */
    public static final String MODEL = "demand";

    /** What the larger forecasts take: those that pool two methods. */
    private static final int BYTES_OF_FORECAST = 8_000;

    private static final int BYTES_OF_STEP = 70;

    private final long mostBytes;
    private final Duration longest;
    private final Map<Series, Kept> forecasts = new LinkedHashMap<>(16, .75f, true);
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong givenUp = new AtomicLong();

    /**
     * @param mostBytes how much may be kept, as estimated; 0 for nothing
     * @param longest   how old a forecast may be that is handed out
     */
    public KeptForecasts(long mostBytes, Duration longest) {
        this.mostBytes = mostBytes;
        this.longest = longest;
    }

    /** Keeps nothing and finds nothing. */
    public static KeptForecasts none() {
        return new KeptForecasts(0, Duration.ZERO);
    }

    /** How old a forecast may be that is handed out. */
    public Duration longest() {
        return longest;
    }

    /** For so many days: a price and a markdown may ask for others. */
    private record Series(Sku sku, Optional<Channel> channel, int horizon) {}

    /**
     * A forecast of an earlier moment.
     *
     * @param first the day of its first step
     */
    public record Kept(ModelOrigin origin, LocalDate first, DemandForecast forecast) {

        static Kept of(TwinState state, Instant asOf, DemandForecast forecast) {
            return new Kept(new ModelOrigin(MODEL, state.revision(), asOf), day(state, asOf), forecast);
        }

        /** A source that says this, whatever it is asked. */
        public DemandSource source() {
            return (state, sku, channel, asOf, horizon) -> Optional.of(on(state, asOf));
        }

        /** The forecast as it is read on the day of a later question. */
        private DemandForecast on(TwinState state, Instant asOf) {
            return LaterForecast.of(forecast, ChronoUnit.DAYS.between(first, day(state, asOf)));
        }

        private static LocalDate day(TwinState state, Instant asOf) {
            return asOf.atZone(state.zone()).toLocalDate();
        }

        long bytes() {
            return BYTES_OF_FORECAST + (long) BYTES_OF_STEP * forecast.horizon();
        }
    }

    /** A source whose forecasts are kept. */
    public DemandSource remembering(DemandSource source) {
        return mostBytes == 0
                ? source
                : (state, sku, channel, asOf, horizon) -> {
                    var forecast = source.of(state, sku, channel, asOf, horizon);
                    forecast.ifPresent(it -> keep(new Series(sku, channel, horizon), Kept.of(state, asOf, it)));
                    return forecast;
                };
    }

    private synchronized void keep(Series series, Kept kept) {
        var before = forecasts.put(series, kept);
        bytes.addAndGet(kept.bytes() - (before == null ? 0 : before.bytes()));
        var oldest = forecasts.values().iterator();
        while (bytes.get() > mostBytes) {
            bytes.addAndGet(-oldest.next().bytes());
            oldest.remove();
            givenUp.incrementAndGet();
        }
    }

    /** The forecast of a series for so many days, unless it is too old by the moment of the question. */
    public synchronized Optional<Kept> find(Sku sku, Optional<Channel> channel, Instant asOf, int horizon) {
        return Optional.ofNullable(forecasts.get(new Series(sku, channel, horizon)))
                .filter(it -> Duration.between(it.origin().asOf(), asOf).compareTo(longest) <= 0);
    }

    /** What the same source would have said at an origin, on the day of a later question. */
    public static Optional<Kept> again(
            DemandSource source, TwinState then, Sku sku, Optional<Channel> channel, ModelOrigin origin, int horizon) {
        return source.of(then, sku, channel, origin.asOf(), horizon).map(it -> Kept.of(then, origin.asOf(), it));
    }

    /** Estimated, rather too high than too low. */
    public long bytes() {
        return bytes.get();
    }

    /** How many had to go for lack of room. */
    public long givenUp() {
        return givenUp.get();
    }
}
