package dev.storetwin.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastWordsTest {

    @Test
    void seasons_are_sorted_and_a_season_of_one_is_none() {
        assertThat(Seasonality.of(365, 7, 1, 7)).isEqualTo(new Seasonality(List.of(7, 365)));
        assertThat(Seasonality.of(365, 7).shortest()).isEqualTo(7);
        assertThat(Seasonality.of(1)).isEqualTo(Seasonality.NONE);
        assertThat(Seasonality.NONE.shortest()).isOne();
    }

    @Test
    void a_season_below_one_is_refused() {
        assertThatThrownBy(() -> Seasonality.of(0))
                .hasMessageContaining("0 periods")
                .hasMessageContaining("Maybe");
    }

    @Test
    void months_are_counted_by_the_calendar() {
        var months = PeriodCalendar.monthly(LocalDate.of(2025, 1, 31));

        assertThat(months.dateOf(1)).isEqualTo("2025-02-28");
        assertThat(months.dateOf(2)).isEqualTo("2025-03-31");
        assertThat(PeriodCalendar.daily(LocalDate.of(2025, 2, 27)).dateOf(2)).isEqualTo("2025-03-01");
    }

    @Test
    void a_calendar_that_stands_still_is_refused() {
        assertThatThrownBy(() -> new PeriodCalendar(LocalDate.of(2025, 1, 1), Period.ZERO))
                .hasMessageContaining("P0D");
    }

    @Test
    void quantile_levels_ascend_strictly_between_0_and_1() {
        assertThat(QuantileLevels.DEFAULT.toArray()).containsExactly(.025, .1, .5, .9, .975);
        assertThatThrownBy(() -> QuantileLevels.of(.5, .5)).hasMessageContaining("ascend");
        assertThatThrownBy(() -> QuantileLevels.of(90)).hasMessageContaining("Maybe percent");
        assertThatThrownBy(() -> QuantileLevels.of(0)).hasMessageContaining("0.0");
        assertThatThrownBy(() -> QuantileLevels.of(Double.NaN)).hasMessageContaining("NaN");
    }

    @Test
    void the_critical_fractile_weighs_shortage_against_holding() {
        assertThat(BacktestSettings.of(13, 4).withCosts(1, 3).criticalFractile())
                .isEqualTo(.75);
        assertThat(BacktestSettings.of(13, 4).criticalFractile()).isEqualTo(5 / 6.0, within(1e-12));
    }

    @Test
    void a_backtest_without_horizon_origins_or_costs_is_refused() {
        assertThatThrownBy(() -> BacktestSettings.of(0, 1)).hasMessageContaining("horizon (0)");
        assertThatThrownBy(() -> BacktestSettings.of(1, 0)).hasMessageContaining("origins (0)");
        assertThatThrownBy(() -> BacktestSettings.of(1, 1).withStride(0)).hasMessageContaining("stride (0)");
        assertThatThrownBy(() -> BacktestSettings.of(1, 1).withCosts(0, 1)).hasMessageContaining("holding (0.0)");
        assertThatThrownBy(() -> BacktestSettings.of(1, 1).withCosts(1, Double.NaN))
                .hasMessageContaining("shortage (NaN)");
    }
}
