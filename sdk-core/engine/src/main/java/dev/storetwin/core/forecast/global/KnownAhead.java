package dev.storetwin.core.forecast.global;

import dev.storetwin.forecast.TimeSeries;
import java.util.List;

/** What is known of a series beside its sales: numbers by period, such as price and promotion, and codes that never change. */
public interface KnownAhead {

    /** Nothing. */
    KnownAhead NOTHING = new KnownAhead() {};

    /** Names of the numbers by period. */
    default List<String> regressors() {
        return List.of();
    }

    /**
     * A number of a period, also of one to come.
     *
     * @param index of the period, from 0; from the size of the series on it is to come
     * @return {@code NaN} when it is not known
     */
    default double regressor(String name, TimeSeries series, int index) {
        return Double.NaN;
    }

    /** Names of what never changes, such as the category. */
    default List<String> attributes() {
        return List.of();
    }

    /** A code from 0, or {@code NaN} when it is not known. */
    default double attribute(String name, TimeSeries series) {
        return Double.NaN;
    }
}
