package dev.storetwin.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TimeSeriesTest {

    @Test
    void is_not_changed_by_changing_the_arrays_it_was_made_of_or_gave_away() {
        double[] values = {1, 2};
        boolean[] inStock = {true, false};
        var series = TimeSeries.of("mug", values).withInStock(inStock);

        values[0] = 9;
        inStock[1] = true;
        series.values()[1] = 9;
        series.inStock()[0] = false;

        assertThat(series).isEqualTo(TimeSeries.of("mug", 1, 2).withInStock(true, false));
    }

    @Test
    void equals_by_content() {
        var series = TimeSeries.of("mug", 1, Double.NaN).withSeasonality(Seasonality.of(7));

        assertThat(series)
                .isEqualTo(TimeSeries.of("mug", 1, Double.NaN).withSeasonality(Seasonality.of(7)))
                .hasSameHashCodeAs(TimeSeries.of("mug", 1, Double.NaN).withSeasonality(Seasonality.of(7)))
                .isNotEqualTo(TimeSeries.of("cup", 1, Double.NaN).withSeasonality(Seasonality.of(7)))
                .isNotEqualTo(TimeSeries.of("mug", 1, 2).withSeasonality(Seasonality.of(7)))
                .isNotEqualTo(TimeSeries.of("mug", 1, Double.NaN))
                .isNotEqualTo(series.withInStock(true, false))
                .isNotEqualTo(series.withCalendar(PeriodCalendar.daily(LocalDate.of(2025, 1, 1))));
    }

    @Test
    void knows_demand_only_where_there_is_a_value_and_stock() {
        var series = TimeSeries.of("mug", 3, Double.NaN, 2).withInStock(true, true, false);

        assertThat(series.isKnown(0)).isTrue();
        assertThat(series.isKnown(1)).isFalse();
        assertThat(series.isKnown(2)).isFalse();
    }

    @Test
    void has_a_head_and_grows_by_a_period() {
        var series = TimeSeries.of("mug", 1, 2, 3).withInStock(true, false, true);

        assertThat(series.head(2).append(3, true)).isEqualTo(series);
        assertThat(series.head(0).size()).isZero();
    }

    @Test
    void labels_periods_by_date_or_by_position() {
        var series = TimeSeries.of("mug", 1, 2, 3);

        assertThat(series.labelOf(2)).isEqualTo("3");
        assertThat(series.withCalendar(PeriodCalendar.weekly(LocalDate.of(2025, 2, 24)))
                        .labelOf(2))
                .isEqualTo("2025-03-10");
    }

    @Test
    void refuses_what_cannot_be_a_history() {
        var series = TimeSeries.of("mug", 1, 2);

        assertThatThrownBy(() -> TimeSeries.of(" ", 1)).hasMessageContaining("name");
        assertThatThrownBy(() -> TimeSeries.of("mug", 1, Double.POSITIVE_INFINITY))
                .hasMessageContaining("mug")
                .hasMessageContaining("period 2")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> series.append(Double.NEGATIVE_INFINITY, true)).hasMessageContaining("period 3");
        assertThatThrownBy(() -> series.withInStock(true)).hasMessageContaining("2 values but 1");
        assertThatThrownBy(() -> series.head(3)).hasMessageContaining("2 periods, not 3");
        assertThatThrownBy(() -> series.head(-1)).hasMessageContaining("not -1");
    }
}
