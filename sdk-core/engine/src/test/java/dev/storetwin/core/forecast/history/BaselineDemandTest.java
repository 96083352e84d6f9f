package dev.storetwin.core.forecast.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.forecast.TimeSeries;
import org.junit.jupiter.api.Test;

class BaselineDemandTest {

    private static final double[] UNEVEN = {49, 81, 100, 121, 169};

    @Test
    void a_busy_week_is_no_accident_because_many_others_ran_out() {
        var values = new double[60];
        var inStock = new boolean[60];
        for (int week = 0; week < values.length; week++) {
            inStock[week] = week % 5 < 2;
            values[week] = inStock[week] ? UNEVEN[week / 5 % 5 * 2 % 5] : 30;
        }
        values[30] = 420;

        var baseline = BaselineDemand.of(TimeSeries.of("tent", values).withInStock(inStock), 4);

        assertThat(baseline.series().value(30)).isEqualTo(420);
    }

    @Test
    void completes_whole_units_to_whole_units() {
        double[] values = {4, 6, 1, 5, 5, 7, 2, 3, 6, 4};
        boolean[] inStock = {true, true, false, true, true, true, false, true, true, true};

        var series = BaselineDemand.of(TimeSeries.of("mug", values).withInStock(inStock), 4)
                .series();

        for (int i = 0; i < values.length; i++) {
            assertThat(series.value(i)).isEqualTo(Math.rint(series.value(i))).isGreaterThanOrEqualTo(values[i]);
            assertThat(series.inStock(i)).isTrue();
        }
        assertThat(series.value(2)).isCloseTo(5, within(3.0));
    }
}
