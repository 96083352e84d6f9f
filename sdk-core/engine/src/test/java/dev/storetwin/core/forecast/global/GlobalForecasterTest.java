package dev.storetwin.core.forecast.global;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.forecast.panel.ForecastBatch;
import dev.storetwin.core.random.Draws;
import dev.storetwin.forecast.DemandDistribution;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.TimeSeries;
import dev.storetwin.model.ModelCard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlobalForecasterTest {

    private final GlobalForecaster forecaster =
            new GlobalForecaster(new ConstantLearner(), new Zeros(), KnownAhead.NOTHING, GlobalSettings.defaults());

    @Test
    void each_series_is_foretold_in_its_own_units() {
        var forecasts = forecasts(slowSellers(60, 40), 3);

        assertThat(forecasts.get(0).mean(1)).isCloseTo(1, within(.4));
        assertThat(forecasts.get(59).mean(1)).isCloseTo(60, within(24.));
        assertThat(forecasts.get(59).mean(1) / forecasts.get(59).quantile(1, .9))
                .isCloseTo(forecasts.get(29).mean(1) / forecasts.get(29).quantile(1, .9), within(.1));
    }

    @Test
    void says_how_much_it_learned_from() {
        var forecasts = forecasts(slowSellers(60, 40), 3);

        assertThat(forecasts.get(0).reason())
                .matches("learned across 60 series from \\d+ rows; constant looks at no column");
        assertThat(forecasts.get(0).card().name()).isEqualTo("constant");
    }

    @Test
    void too_few_series_are_left_to_another() {
        var forecasts = forecasts(slowSellers(49, 40), 3);

        assertThat(forecasts.get(0).mean(1)).isZero();
        assertThat(forecasts.get(0).reason())
                .isEqualTo("49 series are too few to learn a global model from; 50 are needed: nothing is expected");
    }

    @Test
    void a_series_that_has_hardly_sold_is_left_to_another() {
        var panel = new ArrayList<>(slowSellers(60, 40));
        panel.add(7, TimeSeries.of("new", 0, 0, 3));
        panel.add(TimeSeries.of("empty"));

        var forecasts = forecasts(panel, 3);

        assertThat(forecasts).hasSize(62);
        assertThat(forecasts.get(7).series()).isEqualTo("new");
        assertThat(forecasts.get(7).reason()).startsWith("it has hardly sold: ");
        assertThat(forecasts.get(61).reason()).startsWith("it has hardly sold: ");
        assertThat(forecasts.get(8).reason()).startsWith("learned");
    }

    @Test
    void the_order_of_the_panel_does_not_matter() {
        var panel = slowSellers(60, 40);
        var turned = new ArrayList<>(panel);
        Collections.reverse(turned);

        var forwards = forecasts(panel, 3);
        var backwards = forecasts(turned, 3);

        for (int i = 0; i < panel.size(); i++) {
            assertThat(backwards.get(59 - i).means()).isEqualTo(forwards.get(i).means());
            assertThat(backwards.get(59 - i).paths(2, 1))
                    .isEqualTo(forwards.get(i).paths(2, 1));
        }
    }

    @Test
    void counts_are_foretold_in_whole_units_and_never_below_zero() {
        for (var forecast : forecasts(slowSellers(60, 40), 2)) {
            for (double level = .01; level < 1; level += .07) {
                double quantile = forecast.quantile(2, level);
                assertThat(quantile).isNotNegative().isEqualTo(Math.rint(quantile));
            }
        }
    }

    @Test
    void a_series_that_moves_is_foretold_from_where_it_stands() {
        var panel = IntStream.range(0, 60)
                .mapToObj(i -> {
                    var draw = Draws.of(5).keyed("walk", "", i);
                    var values = new double[80];
                    values[0] = 1000;
                    for (int t = 1; t < 80; t++) {
                        values[t] = values[t - 1] + (1 + i) * (draw.nextGaussian() + 1);
                    }
                    return TimeSeries.of("walk" + i, values);
                })
                .toList();

        var forecasts = forecasts(panel, 4);

        double last = panel.get(59).value(79);
        assertThat(forecasts.get(59).mean(1)).isCloseTo(last + 60, within(120.));
        assertThat(forecasts.get(59).quantile(4, .5)).isBetween(last, last + 480);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1, 1e15})
    void answers_are_finite_at_any_size(double size) {
        var panel = slowSellers(60, 30).stream()
                .map(it -> TimeSeries.of(
                        it.name(), Arrays.stream(it.values()).map(v -> v * size).toArray()))
                .toList();

        for (var forecast : forecasts(panel, 3)) {
            assertThat(forecast.mean(1)).isFinite();
            assertThat(forecast.quantile(3, .999)).isFinite();
            assertThat(forecast.over(1, 4).quantile(.9)).isFinite();
            assertThat(forecast.at(2).standardDeviation()).isFinite();
        }
    }

    @Test
    void an_empty_panel_is_answered() {
        assertThat(forecasts(List.of(), 3)).isEmpty();
    }

    @Test
    void demand_of_several_steps_has_the_mean_of_its_parts_and_less_spread_than_if_they_were_one() {
        var forecast = forecasts(slowSellers(60, 40), 4).get(40);

        var sum = forecast.over(1, 5);

        assertThat(sum.mean()).isCloseTo(4 * forecast.mean(1), within(1e-9));
        assertThat(sum.standardDeviation())
                .isLessThan(4 * forecast.at(1).standardDeviation())
                .isGreaterThan(2 * forecast.at(1).standardDeviation());
        assertThat(forecast.over(2, 2).mean()).isZero();
    }

    /** Series i sells about i + 1 a period, nothing in one period of four. */
    static List<TimeSeries> slowSellers(int count, int periods) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    var draw = Draws.of(3).keyed("slow", "", i);
                    var values = new double[periods];
                    for (int t = 0; t < periods; t++) {
                        values[t] = draw.nextInt(4) == 0 ? 0 : 1 + Math.rint(draw.nextDouble() * 2 * i);
                    }
                    return TimeSeries.of("slow" + i, values);
                })
                .toList();
    }

    /** Expects nothing. */
    private record Zeros() implements DemandForecaster {

        @Override
        public String name() {
            return "zeros";
        }

        @Override
        public DemandForecast forecast(TimeSeries history, int horizon) {
            DemandDistribution none = new SampledDemand(new double[1], 0);
            return new QuantileForecast(
                    history.name(),
                    Collections.nCopies(horizon, none),
                    ModelCard.of("zeros", "1"),
                    "nothing is expected");
        }
    }

    private List<DemandForecast> forecasts(List<TimeSeries> panel, int horizon) {
        return ForecastBatch.of(forecaster).forecast(panel, horizon);
    }
}
