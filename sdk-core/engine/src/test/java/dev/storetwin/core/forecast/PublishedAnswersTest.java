package dev.storetwin.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.storetwin.forecast.Seasonality;
import dev.storetwin.forecast.TimeSeries;
import java.io.IOException;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against the answers of R's package forecast: closed forms to 1e-9, fitted models to a thousandth. */
@Tag("data")
class PublishedAnswersTest {

    private static final Percentage FITTED = Percentage.withPercentage(.1);

    private static JsonNode answers;

    @BeforeAll
    static void read() throws IOException {
        answers = new ObjectMapper()
                .readTree(SharedData.file("forecast-answers/forecast-answers.json")
                        .toFile());
    }

    @Test
    void exponential_smoothing_of_the_nile() {
        var answer = answer("ses-nile");

        var forecast = new SimpleExponentialSmoothing().forecast(series("Nile"), 6);

        var parameters = answer.path("fit").path("parameters");
        assertThat(setting(forecast.card().settings().get("alpha")))
                .isCloseTo(parameters.path("alpha").doubleValue(), Percentage.withPercentage(.5));
        assertThat(setting(forecast.card().settings().get("first_level")))
                .isCloseTo(answer.path("fit").path("initial_states").path("l").doubleValue(), FITTED);
        assertMeans(forecast.means(), answer);
    }

    @Test
    void theta_of_airline_passengers() {
        assertMeans(new Theta().forecast(series("AirPassengers"), 12).means(), answer("theta-airpassengers"));
    }

    @Test
    void the_seasonal_naive_forecast_of_airline_passengers() {
        var mean = answer("snaive-airpassengers").path("forecast").path("mean");

        var means =
                SeasonalNaive.seasonal().forecast(series("AirPassengers"), 12).means();

        for (int i = 0; i < means.length; i++) {
            assertThat(means[i]).isEqualTo(mean.path(i).doubleValue(), within(1e-9));
        }
    }

    @Test
    void croston_of_sixteen_periods() {
        double published =
                answer("croston-16").path("forecast").path("mean").path(0).doubleValue();

        assertThat(CrostonSba.uncorrected(.1)
                        .forecast(series("intermittent16"), 1)
                        .mean(1))
                .isEqualTo(published, within(1e-9));
        assertThat(CrostonSba.usual().forecast(series("intermittent16"), 1).mean(1))
                .isEqualTo(published * .95, within(1e-9));
    }

    @Test
    void the_seasonal_factors_of_airline_passengers() {
        var figure =
                answer("decompose-multiplicative-airpassengers").path("fit").path("figure");

        var season = Observations.of(series("AirPassengers")).season();

        assertThat(season.period()).isEqualTo(12);
        for (int month = 0; month < 12; month++) {
            assertThat(season.factor(month)).isEqualTo(figure.path(month).doubleValue(), within(1e-9));
        }
    }

    private static void assertMeans(double[] means, JsonNode answer) {
        var published = answer.path("forecast").path("mean");
        assertThat(means).hasSize(published.size());
        for (int i = 0; i < means.length; i++) {
            assertThat(means[i]).isCloseTo(published.path(i).doubleValue(), FITTED);
        }
    }

    private static double setting(String value) {
        return Double.parseDouble(value);
    }

    private static JsonNode answer(String id) {
        for (var answer : answers.path("answers")) {
            if (answer.path("id").asText().equals(id)) {
                return answer;
            }
        }
        throw new AssertionError("no answer " + id);
    }

    private static TimeSeries series(String name) {
        var node = answers.path("series").path(name);
        var values = new double[node.path("values").size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = node.path("values").path(i).doubleValue();
        }
        return TimeSeries.of(name, values)
                .withSeasonality(Seasonality.of(node.path("frequency").intValue()));
    }
}
