package dev.storetwin.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.storetwin.core.forecast.arima.AutoArima;
import java.io.IOException;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Automatic ARIMA against the answers of R's package forecast. */
@Tag("data")
class ArimaPublishedAnswersTest {

    private static final Percentage CLOSE = Percentage.withPercentage(.1);
    private static final double NORMAL_80 = 1.2815515655446004;
    private static final double NORMAL_95 = 1.959963984540054;

    @ParameterizedTest
    @CsvSource({"AirPassengers, auto-arima-airpassengers", "USAccDeaths, auto-arima-usaccdeaths"})
    void chooses_the_same_model_with_the_same_forecasts(String series, String answer) throws IOException {
        var file = new ObjectMapper()
                .readTree(SharedData.file("forecast-answers/forecast-answers.json")
                        .toFile());
        var published = answer(file, answer);

        var fit = AutoArima.fit(numbers(file.path("series").path(series).path("values")), 12);

        var expected = published.path("fit");
        assertThat(fit.order()).hasToString(expected.path("method").textValue());
        assertThat(fit.logLikelihood()).isEqualTo(expected.path("loglik").doubleValue(), within(.01));
        assertThat(fit.aicc()).isEqualTo(expected.path("aicc").doubleValue(), within(.01));
        assertThat(fit.variance()).isCloseTo(expected.path("sigma2").doubleValue(), CLOSE);
        var forecast = published.path("forecast");
        assertBound(fit.means(12), fit.deviations(12), 0, forecast.path("mean"));
        assertBound(fit.means(12), fit.deviations(12), -NORMAL_80, forecast.path("lower80"));
        assertBound(fit.means(12), fit.deviations(12), NORMAL_80, forecast.path("upper80"));
        assertBound(fit.means(12), fit.deviations(12), -NORMAL_95, forecast.path("lower95"));
        assertBound(fit.means(12), fit.deviations(12), NORMAL_95, forecast.path("upper95"));
    }

    @Test
    void of_the_nile_as_the_package_prints_it() throws IOException {
        var file = new ObjectMapper()
                .readTree(SharedData.file("forecast-answers/forecast-answers.json")
                        .toFile());

        var fit = AutoArima.fit(numbers(file.path("series").path("Nile").path("values")), 1);

        assertThat(fit.order()).hasToString("ARIMA(1,1,1)");
        assertThat(fit.coefficients().get("ar1")).isEqualTo(.2544, within(1e-4));
        assertThat(fit.coefficients().get("ma1")).isEqualTo(-.8741, within(1e-4));
        assertThat(fit.logLikelihood()).isEqualTo(-630.63, within(.01));
        assertThat(fit.aicc()).isEqualTo(1267.51, within(.01));
    }

    private static void assertBound(double[] means, double[] deviations, double away, JsonNode expected) {
        assertThat(expected).hasSize(means.length);
        for (int h = 0; h < means.length; h++) {
            assertThat(means[h] + away * deviations[h])
                    .isCloseTo(expected.path(h).doubleValue(), CLOSE);
        }
    }

    private static JsonNode answer(JsonNode file, String id) {
        for (var answer : file.path("answers")) {
            if (id.equals(answer.path("id").textValue())) {
                return answer;
            }
        }
        throw new AssertionError("no answer " + id);
    }

    private static double[] numbers(JsonNode values) {
        var result = DoubleStream.builder();
        values.forEach(value -> result.add(value.doubleValue()));
        return result.build().toArray();
    }
}
