package dev.storetwin.core.forecast;

import dev.storetwin.core.forecast.season.YearWave;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.PeriodCalendar;
import dev.storetwin.forecast.Seasonality;
import dev.storetwin.forecast.TimeSeries;
import dev.storetwin.state.SalesHistory;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Daily demand of a shop's SKUs, foretold from its state.
 *
 * <p>The history of a question ends with the day before it: the day itself is not over. The first step is the day of the question.
 * Days after the whole shop's last sale are unknown, not without demand, when they are more than a week: then the feed has stopped,
 * not the shop.
 */
public final class ShopForecasts implements DemandSource {

    private static final int WEEK = 7;
    private static final int KEPT = 512;
    private static final int KEPT_HISTORIES = 8;

    private final DemandForecaster forecaster;
    private final int historyDays;
    private final DemandResponse response;
    private final boolean year;
    private final Recent<Request, DemandForecast> recent;
    private final Recent<Days, TimeSeries> histories = new Recent<>(KEPT_HISTORIES);
    private volatile Optional<Span> lastSpan = Optional.empty();

    /** @param historyDays how far back to look, at most */
    public ShopForecasts(DemandForecaster forecaster, int historyDays) {
        this(forecaster, historyDays, DemandResponse.UNKNOWN, false, new Recent<>(KEPT));
    }

    private ShopForecasts(
            DemandForecaster forecaster,
            int historyDays,
            DemandResponse response,
            boolean year,
            Recent<Request, DemandForecast> recent) {
        if (historyDays < WEEK) {
            throw new IllegalArgumentException(
                    "historyDays (%d) must be at least a week.\nMaybe years or weeks were meant."
                            .formatted(historyDays));
        }
        this.forecaster = forecaster;
        this.historyDays = historyDays;
        this.response = response;
        this.year = year;
        this.recent = recent;
    }

    /**
     * The same, learning from what would have sold in a channel at its recent price. Forecasts that both make are made once.
     *
     * @param known how demand answered to the prices of the past
     */
    public ShopForecasts answering(DemandResponse known) {
        return new ShopForecasts(forecaster, historyDays, known, year, recent);
    }

    /** The same, with the rise and fall of a year in demand of a channel, as soon as one year tells of it. */
    public ShopForecasts withYear() {
        return new ShopForecasts(forecaster, historyDays, response, true, recent);
    }

    /** @param year whether to look for its rise and fall */
    private record Request(TimeSeries history, int horizon, boolean year) {}

    /** The days before one of a SKU. A state is the same as itself only, and is not kept for this. */
    private record Days(WeakReference<TwinState> state, Sku sku, LocalDate today) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Days that
                    && sku.equals(that.sku)
                    && today.equals(that.today)
                    && that.state.refersTo(state.get());
        }

        @Override
        public int hashCode() {
            return 31 * sku.hashCode() + today.hashCode();
        }
    }

    @Override
    public Optional<DemandForecast> of(TwinState state, Sku sku, Optional<Channel> channel, Instant asOf, int horizon) {
        return channel.map(it -> of(state, sku, it, asOf, horizon)).orElseGet(() -> of(state, sku, asOf, horizon));
    }

    /** Demand of a SKU over all channels, or nothing when none is known to have been sold. */
    public Optional<DemandForecast> of(TwinState state, Sku sku, Instant asOf, int horizon) {
        return forecast(history(state, sku, asOf), horizon, false);
    }

    /** Demand of a SKU in one channel at its price of the last weeks, or nothing when none is known to have been sold. */
    public Optional<DemandForecast> of(TwinState state, Sku sku, Channel channel, Instant asOf, int horizon) {
        var history = history(state, sku, channel, asOf);
        return hasSales(history)
                ? forecast(atRecentPrice(state, sku, channel, asOf, history), horizon, year)
                : Optional.empty();
    }

    private TimeSeries atRecentPrice(TwinState state, Sku sku, Channel channel, Instant asOf, TimeSeries history) {
        return response.of(state, sku, channel, asOf, start(state, today(state, asOf)))
                .map(it -> it.atRecentPrice(history.values()))
                .map(it -> series(history, it))
                .orElse(history);
    }

    private static TimeSeries series(TimeSeries history, double[] units) {
        var series = TimeSeries.of(history.name(), units)
                .withInStock(history.inStock())
                .withSeasonality(history.seasonality());
        return history.calendar().map(series::withCalendar).orElse(series);
    }

    /** Daily sales over all channels with their in-stock flags. */
    public TimeSeries history(TwinState state, Sku sku, Instant asOf) {
        var days = new Days(new WeakReference<>(state), sku, today(state, asOf));
        return histories.get(days, it -> history(state, sku, it.today()));
    }

    private TimeSeries history(TwinState state, Sku sku, LocalDate today) {
        var sales = state.demand().sales(sku, start(state, today), today);
        return series(sku.value(), sales, span(state));
    }

    /** Daily sales in one channel with their in-stock flags. */
    public TimeSeries history(TwinState state, Sku sku, Channel channel, Instant asOf) {
        var today = today(state, asOf);
        var sales = state.demand().sales(sku, channel, start(state, today), today);
        return series(sku + "@" + channel, sales, span(state));
    }

    private static LocalDate today(TwinState state, Instant asOf) {
        return asOf.atZone(state.zone()).toLocalDate();
    }

    /** The shop's first day of sales, unless that is too long ago; never after today. */
    private LocalDate start(TwinState state, LocalDate today) {
        var earliest = today.minusDays(historyDays);
        return span(state)
                .first()
                .filter(it -> it.isAfter(earliest))
                .map(it -> it.isAfter(today) ? today : it)
                .orElse(earliest);
    }

    private static TimeSeries series(String name, SalesHistory sales, Span span) {
        var units = sales.units();
        long heard = span.last()
                .map(it -> it.toEpochDay() + 1 - sales.start().toEpochDay())
                .orElse(0L);
        if (units.length - heard > WEEK) {
            Arrays.fill(units, (int) Math.max(0, heard), units.length, Double.NaN);
        }
        return TimeSeries.of(name, units)
                .withInStock(sales.inStock())
                .withSeasonality(Seasonality.of(WEEK))
                .withCalendar(PeriodCalendar.daily(sales.start()));
    }

    private Optional<DemandForecast> forecast(TimeSeries history, int horizon, boolean looked) {
        return hasSales(history)
                ? Optional.of(recent.get(new Request(history, horizon, looked), this::forecast))
                : Optional.empty();
    }

    private DemandForecast forecast(Request request) {
        var history = request.history();
        var wave = request.year() ? YearWave.of(history.values(), history.inStock()) : Optional.<YearWave>empty();
        return wave.map(it -> forecast(history, request.horizon(), it))
                .orElseGet(() -> forecaster.forecast(history, request.horizon()));
    }

    private DemandForecast forecast(TimeSeries history, int horizon, YearWave wave) {
        var calm = series(history, DemandRatios.divided(history.values(), wave::factor));
        return new WavedForecast(forecaster.forecast(calm, horizon), wave, history.size());
    }

    private static boolean hasSales(TimeSeries history) {
        return Arrays.stream(history.values()).anyMatch(it -> it > 0);
    }

    /** The first and last day of the whole shop take a walk through all SKUs, so they are found once per state. */
    private Span span(TwinState state) {
        var span = lastSpan.filter(it -> it.isOf(state)).orElseGet(() -> Span.of(state));
        lastSpan = Optional.of(span);
        return span;
    }

    private record Span(WeakReference<TwinState> state, Optional<LocalDate> first, Optional<LocalDate> last) {

        static Span of(TwinState state) {
            return new Span(
                    new WeakReference<>(state),
                    state.demand().firstDay(),
                    state.demand().lastDay());
        }

        boolean isOf(TwinState other) {
            return state.refersTo(other);
        }
    }
}
