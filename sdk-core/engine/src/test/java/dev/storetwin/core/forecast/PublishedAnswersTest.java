package dev.storetwin.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.Seasonality;
import dev.storetwin.forecast.TimeSeries;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against the answers of R's package forecast: closed forms to 1e-9. Fitted models are compared where they live. */
@Tag("data")
class PublishedAnswersTest {

    private static JsonNode answers;

    @BeforeAll
    static void read() throws IOException {
        answers = new ObjectMapper()
                .readTree(SharedData.file("forecast-answers/forecast-answers.json")
                        .toFile());
    }

    @Test
    void the_seasonal_naive_forecast_of_airline_passengers() {
        var mean = answer("snaive-airpassengers").path("forecast").path("mean");

        var means =
                named("seasonal-naive").forecast(series("AirPassengers"), 12).means();

        for (int i = 0; i < means.length; i++) {
            assertThat(means[i]).isEqualTo(mean.path(i).doubleValue(), within(1e-9));
        }
    }

    private static DemandForecaster named(String name) {
        return ForecastMethods.named(name).orElseThrow();
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
