package dev.storetwin.core.forecast.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.forecast.PeriodCalendar;
import dev.storetwin.forecast.TimeSeries;
import dev.storetwin.model.DataRange;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ObservationsTest {

    @Test
    void a_stock_out_is_unknown_and_not_zero() {
        var history = Observations.of(TimeSeries.of("mug", 4, 0, 6).withInStock(true, false, true));

        assertThat(history.values()).containsExactly(4, Double.NaN, 6);
        assertThat(history.known()).isEqualTo(2);
        assertThat(history.mean()).isEqualTo(5);
    }

    @Test
    void periods_before_the_launch_are_left_out() {
        var launched = TimeSeries.of("mug", 0, 0, 0, 0, 0, 0, 3, 0, 4, 5)
                .withCalendar(PeriodCalendar.daily(LocalDate.of(2025, 1, 1)));

        var history = Observations.of(launched);

        assertThat(history.values()).containsExactly(3, 0, 4, 5);
        assertThat(history.dataRange()).contains(new DataRange("2025-01-07", "2025-01-10", 4));
    }

    @Test
    void waiting_as_long_as_between_later_sales_is_no_launch() {
        assertThat(Observations.of(TimeSeries.of("bolt", 0, 0, 0, 1, 0, 0, 1)).size())
                .isEqualTo(7);
        assertThat(Observations.of(TimeSeries.of("bolt", 0, 0, 0)).size()).isEqualTo(3);
    }

    @Test
    void a_later_giant_counts_as_the_largest_ordinary_value() {
        var history = Observations.of(TimeSeries.of("jar", 4, 9, 5, 6, 3, 8, 2, 7, 74, 5, 6, 4));

        assertThat(history.ordinary(74_215)).isEqualTo(9);
        assertThat(history.ordinary(60)).isEqualTo(60);
        assertThat(Observations.of(TimeSeries.of("jar", 4, 9)).ordinary(74_215)).isEqualTo(74_215);
    }
}
