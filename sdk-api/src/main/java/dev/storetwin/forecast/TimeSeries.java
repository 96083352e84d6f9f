package dev.storetwin.forecast;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * What was sold of one thing, period by period, and in which periods it could be sold. Immutable.
 *
 * <p>A value may be {@code NaN}: not known. A period may be marked as not in stock: its value is a lower bound of demand, and
 * nothing more. Values may be negative (returns net of sales) and need not be whole.
 */
public final class TimeSeries {

    private final String name;
    private final double[] values;
    private final boolean[] inStock;
    private final Seasonality seasonality;
    private final Optional<PeriodCalendar> calendar;
    private final Regressors regressors;

    private TimeSeries(
            String name,
            double[] values,
            boolean[] inStock,
            Seasonality seasonality,
            Optional<PeriodCalendar> calendar,
            Regressors regressors) {
        this.name = name;
        this.values = values;
        this.inStock = inStock;
        this.seasonality = seasonality;
        this.calendar = calendar;
        this.regressors = regressors;
    }

    /** Oldest value first, always in stock, without season or dates. */
    public static TimeSeries of(String name, double... values) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A series needs a name.");
        }
        for (int i = 0; i < values.length; i++) {
            checkNotInfinite(name, i, values[i]);
        }
        var inStock = new boolean[values.length];
        Arrays.fill(inStock, true);
        return new TimeSeries(name, values.clone(), inStock, Seasonality.NONE, Optional.empty(), Regressors.NONE);
    }

    /** Marks the periods in which the thing could be bought throughout. */
    public TimeSeries withInStock(boolean... inStock) {
        if (inStock.length != values.length) {
            throw new IllegalArgumentException(
                    "Series %s has %d values but %d in-stock flags; one for each is expected."
                            .formatted(name, values.length, inStock.length));
        }
        return new TimeSeries(name, values, inStock.clone(), seasonality, calendar, regressors);
    }

    public TimeSeries withSeasonality(Seasonality seasonality) {
        return new TimeSeries(name, values, inStock, seasonality, calendar, regressors);
    }

    public TimeSeries withCalendar(PeriodCalendar calendar) {
        return new TimeSeries(name, values, inStock, seasonality, Optional.of(calendar), regressors);
    }

    /**
     * Columns that may explain the sales, in place of those there were.
     *
     * @param regressors each covering the history at least, and as many periods after it as are known
     */
    public TimeSeries withRegressors(Regressors regressors) {
        for (var column : regressors.names()) {
            if (regressors.size(column) < values.length) {
                throw new IllegalArgumentException("""
                        Series %s has %d periods but regressor %s only %d; one value for each is expected, NaN for unknown.
                        Maybe it begins later than the series.""".formatted(name, values.length, column, regressors.size(column)));
            }
        }
        return new TimeSeries(name, values, inStock, seasonality, calendar, regressors);
    }

    public String name() {
        return name;
    }

    /** Number of periods, known or not. */
    public int size() {
        return values.length;
    }

    /** Sales of a period, {@code NaN} when unknown. */
    public double value(int index) {
        return values[index];
    }

    public boolean inStock(int index) {
        return inStock[index];
    }

    /** The value is there and says what demand was: neither missing nor cut short by a stock-out. */
    public boolean isKnown(int index) {
        return inStock[index] && !Double.isNaN(values[index]);
    }

    /** A copy, oldest first. */
    public double[] values() {
        return values.clone();
    }

    /** A copy, oldest first. */
    public boolean[] inStock() {
        return inStock.clone();
    }

    public Seasonality seasonality() {
        return seasonality;
    }

    /** Dates of the periods; empty when periods are only counted. */
    public Optional<PeriodCalendar> calendar() {
        return calendar;
    }

    /** Prices, promotions and whatever else may explain the sales, known ahead as far as they are planned. */
    public Regressors regressors() {
        return regressors;
    }

    /**
     * The first periods only: what was known at an earlier time. Regressors are kept whole, since a plan is known ahead: a forecast made
     * then may use the price that was to come.
     */
    public TimeSeries head(int size) {
        if (size < 0 || size > values.length) {
            throw new IllegalArgumentException(
                    "Series %s has %d periods, not %d.".formatted(name, values.length, size));
        }
        return new TimeSeries(
                name, Arrays.copyOf(values, size), Arrays.copyOf(inStock, size), seasonality, calendar, regressors);
    }

    /** One period more. Its regressors are those that were planned for it, unknown where none were. */
    public TimeSeries append(double value, boolean inStock) {
        checkNotInfinite(name, values.length, value);
        var longer = Arrays.copyOf(values, values.length + 1);
        var flags = Arrays.copyOf(this.inStock, values.length + 1);
        longer[values.length] = value;
        flags[values.length] = inStock;
        return new TimeSeries(name, longer, flags, seasonality, calendar, regressors);
    }

    /** What a period is called: its date, or its position counted from 1. */
    public String labelOf(int index) {
        return calendar.map(dates -> dates.dateOf(index).toString()).orElseGet(() -> Integer.toString(index + 1));
    }

    private static void checkNotInfinite(String name, int index, double value) {
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("""
                    Series %s has an infinite value at period %d; a finite number is expected, or NaN for unknown.
                    Maybe it was divided by zero on the way.""".formatted(name, index + 1));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimeSeries that
                && name.equals(that.name)
                && Arrays.equals(values, that.values)
                && Arrays.equals(inStock, that.inStock)
                && seasonality.equals(that.seasonality)
                && calendar.equals(that.calendar)
                && regressors.equals(that.regressors);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, Arrays.hashCode(values), Arrays.hashCode(inStock), seasonality, calendar, regressors);
    }

    @Override
    public String toString() {
        return "%s (%d periods)".formatted(name, values.length);
    }
}
