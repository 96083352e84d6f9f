package dev.storetwin.core.forecast.coldstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.forecast.TimeSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NewcomersTest {

    private final List<TimeSeries> shop = new ArrayList<>();
    private final Map<String, Map<String, String>> attributes = new TreeMap<>();

    private Newcomers newcomers(double unit) {
        for (int i = 0; i < 12; i++) {
            int level = i < 6 ? 5 : 50;
            shop.add(TimeSeries.of(
                    "s" + i,
                    IntStream.range(0, 30)
                            .mapToDouble(it -> (level + it * 7 % 3) * unit)
                            .toArray()));
            attributes.put("s" + i, Map.of("kind", i < 6 ? "slow" : "fast"));
        }
        attributes.put("new", Map.of("kind", "fast"));
        return Newcomers.among(shop, attributes, ForecastMethods.usual());
    }

    @Test
    void what_has_fewer_than_eight_periods_is_new() {
        assertThat(Newcomers.isNew(TimeSeries.of("a"))).isTrue();
        assertThat(Newcomers.isNew(TimeSeries.of("a", 1, 2, 3, 4, 5, 6, 7))).isTrue();
        assertThat(Newcomers.isNew(TimeSeries.of("a", 0, 0, 0, 0, 0, 0, 0, 0))).isFalse();
        assertThat(Newcomers.isNew(TimeSeries.of("a", Double.NaN, Double.NaN, 3, 4, 5, 6, 7, 8)))
                .isTrue();
    }

    @Test
    void a_thing_without_sales_is_expected_to_sell_as_its_like_and_says_so() {
        var forecast = newcomers(1).forecast(TimeSeries.of("new"), 4);

        assertThat(forecast.mean(1)).isBetween(30.0, 70.0);
        assertThat(forecast.quantile(1, .9)).isGreaterThan(forecast.quantile(1, .1));
        assertThat(forecast.quantile(1, .5)).isEqualTo(Math.rint(forecast.quantile(1, .5)));
        assertThat(forecast.card().name()).isEqualTo("cold-start");
        assertThat(forecast.reason()).contains("things like it");
    }

    @Test
    void its_own_sales_count_as_they_come() {
        var newcomers = newcomers(1);

        assertThat(newcomers.forecast(TimeSeries.of("new", 20, 20, 20, 20), 1).mean(1))
                .isLessThan(newcomers.forecast(TimeSeries.of("new"), 1).mean(1));
    }

    @Test
    void amounts_that_are_not_whole_are_not_counted() {
        var forecast = newcomers(.25).forecast(TimeSeries.of("new"), 1);

        assertThat(forecast.quantile(1, .9)).isNotEqualTo(Math.rint(forecast.quantile(1, .9)));
    }

    @Test
    void what_is_old_is_forecast_as_ever() {
        var newcomers = newcomers(1);

        assertThat(newcomers.forecast(shop.get(0), 2).means())
                .containsExactly(
                        ForecastMethods.usual().forecast(shop.get(0), 2).means());
    }

    @Test
    void without_anything_to_compare_with_the_usual_method_answers() {
        var alone = Newcomers.among(List.of(), Map.of(), ForecastMethods.usual());

        assertThat(alone.forecast(TimeSeries.of("new", 3, 3), 1).mean(1)).isCloseTo(3, within(1e-9));
    }
}
