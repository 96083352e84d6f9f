package dev.storetwin.core.forecast.season;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.forecast.SharedData;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The last quarter of each weekly training series, forecast from those before it: never the competition's own test values. */
@Tag("data")
class WeeklySeasonTest {

    private static final int HORIZON = 13;

    @Test
    void the_year_that_nobody_named_makes_weekly_forecasts_better() {
        double without = 0;
        double with = 0;
        for (var series : SharedData.series("m4-weekly/train.csv.gz")) {
            var all = series.values();
            int size = all.length - HORIZON;
            var past = Arrays.copyOf(all, size);
            without += error(all, past, Season.NONE);
            with += error(all, past, SeasonFinder.any(past));
        }

        assertThat(with).isLessThan(.9 * without);
    }

    /** Symmetric relative error of an exponentially smoothed level. */
    private static double error(double[] all, double[] past, Season season) {
        double level = Double.NaN;
        for (double value : season.adjust(past)) {
            level = Double.isNaN(level) ? value : Double.isNaN(value) ? level : level + .7 * (value - level);
        }
        double error = 0;
        for (int i = past.length; i < all.length; i++) {
            double forecast = season.apply(i, level);
            error += Math.abs(all[i] - forecast) / (Math.abs(all[i]) + Math.abs(forecast));
        }
        return error;
    }
}
