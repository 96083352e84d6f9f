package dev.storetwin.cli.series;

import dev.storetwin.csv.CsvProblem;
import dev.storetwin.forecast.PeriodCalendar;
import dev.storetwin.forecast.Regressors;
import dev.storetwin.forecast.TimeSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Series on one line of time, so that they can be added up: nothing was sold before the first value of one, and nothing is known between its last
 * value and the last of all.
 *
 * @param whole  all of the same length, to be added up; without regressors
 * @param own    each as it began, up to the end of all
 * @param behind how many end earlier than others
 */
public record AlignedSeries(List<TimeSeries> whole, List<TimeSeries> own, int behind) {

    private static final int MOST_PERIODS = 1_000_000;

    public AlignedSeries {
        whole = List.copyOf(whole);
        own = List.copyOf(own);
    }

    static int checkedOffset(String file, String name, long offset) {
        if (offset > MOST_PERIODS) {
            throw CsvProblem.of(
                    file,
                    "series %s begins %d periods after the first of all.".formatted(name, offset),
                    "its index counts something else.");
        }
        return (int) offset;
    }

    /** @param offsets how many periods each begins after the first of all */
    static AlignedSeries of(List<TimeSeries> series, List<Integer> offsets, Optional<PeriodCalendar> calendar) {
        int length = 0;
        for (int i = 0; i < series.size(); i++) {
            length = Math.max(length, end(series.get(i), offsets.get(i)));
        }
        var whole = new ArrayList<TimeSeries>();
        var own = new ArrayList<TimeSeries>();
        int behind = 0;
        for (int i = 0; i < series.size(); i++) {
            var one = series.get(i);
            int end = end(one, offsets.get(i));
            whole.add(whole(one, one.size() == 0 ? length : offsets.get(i), length, calendar));
            own.add(end == 0 || end == length ? one : extended(one, length - end));
            behind += end == 0 || end == length ? 0 : 1;
        }
        return new AlignedSeries(whole, own, behind);
    }

    /** 0 for a series that has not begun. */
    private static int end(TimeSeries series, int offset) {
        return series.size() == 0 ? 0 : offset + series.size();
    }

    private static TimeSeries whole(TimeSeries one, int before, int length, Optional<PeriodCalendar> calendar) {
        var values = new double[length];
        var inStock = new boolean[length];
        Arrays.fill(inStock, true);
        Arrays.fill(values, before, length, Double.NaN);
        System.arraycopy(one.values(), 0, values, before, one.size());
        System.arraycopy(one.inStock(), 0, inStock, before, one.size());
        var series = TimeSeries.of(one.name(), values).withInStock(inStock).withSeasonality(one.seasonality());
        return calendar.map(series::withCalendar).orElse(series);
    }

    private static TimeSeries extended(TimeSeries one, int more) {
        int size = one.size() + more;
        var values = Arrays.copyOf(one.values(), size);
        var inStock = Arrays.copyOf(one.inStock(), size);
        Arrays.fill(values, one.size(), size, Double.NaN);
        Arrays.fill(inStock, one.size(), size, true);
        var regressors = Regressors.NONE;
        for (var name : one.regressors().names()) {
            int covered = Math.max(size, one.regressors().size(name));
            regressors = regressors.with(name, one.regressors().column(name, covered));
        }
        var series = TimeSeries.of(one.name(), values)
                .withInStock(inStock)
                .withSeasonality(one.seasonality())
                .withRegressors(regressors);
        return one.calendar().map(series::withCalendar).orElse(series);
    }
}
