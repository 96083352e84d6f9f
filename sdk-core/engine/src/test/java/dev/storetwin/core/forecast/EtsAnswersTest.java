package dev.storetwin.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.storetwin.core.forecast.ets.Component;
import dev.storetwin.core.forecast.ets.Ets;
import dev.storetwin.core.forecast.ets.EtsModel;
import dev.storetwin.core.forecast.ets.FittedEts;
import dev.storetwin.core.numeric.Normal;
import java.io.IOException;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Exponential smoothing against the answers of R's package forecast: model, likelihood, means and intervals. */
@Tag("data")
class EtsAnswersTest {

    private static final Percentage A_THOUSANDTH = Percentage.withPercentage(.1);

    private static JsonNode file;

    @BeforeAll
    static void read() throws IOException {
        file = new ObjectMapper()
                .readTree(SharedData.file("forecast-answers/forecast-answers.json")
                        .toFile());
    }

    @Test
    void the_automatic_choice_for_airline_passengers() {
        var fitted = Ets.auto(values("AirPassengers"), 12);

        assertThat(fitted.model().name()).isEqualTo("ETS(M,Ad,M)");
        assertAgrees(fitted, "ets-airpassengers");
    }

    @Test
    void the_additive_model_of_airline_passengers() {
        var models = List.of(EtsModel.of("AAdA"), EtsModel.of("AAA"));

        var fitted = Ets.best(values("AirPassengers"), 12, models);

        assertThat(fitted.model().name()).isEqualTo("ETS(A,A,A)");
        assertAgrees(fitted, "ets-aaa-airpassengers");
    }

    @Test
    void simple_smoothing_of_the_nile() {
        assertAgrees(Ets.simple(values("Nile")), "ses-nile");
    }

    @Test
    void holts_trend_of_airmiles() {
        assertAgrees(Ets.holt(values("airmiles")), "holt-airmiles");
    }

    @Test
    void holt_and_winters_season_of_airline_passengers() {
        assertAgrees(
                Ets.holtWinters(values("AirPassengers"), 12, Component.MULTIPLICATIVE),
                "hw-multiplicative-airpassengers");
    }

    private static void assertAgrees(FittedEts fitted, String id) {
        var answer = answer(id);
        var fit = answer.path("fit");
        assertThat(fitted.logLikelihood()).isEqualTo(fit.path("loglik").doubleValue(), within(.01));
        assertThat(fitted.aicc()).isEqualTo(fit.path("aicc").doubleValue(), within(.01));
        assertThat(fitted.smoothing().alpha())
                .isEqualTo(fit.path("parameters").path("alpha").doubleValue(), within(.001));
        var forecast = answer.path("forecast");
        assertBound(fitted, forecast.path("mean"), .5);
        assertBound(fitted, forecast.path("lower80"), .1);
        assertBound(fitted, forecast.path("upper80"), .9);
        assertBound(fitted, forecast.path("lower95"), .025);
        assertBound(fitted, forecast.path("upper95"), .975);
    }

    private static void assertBound(FittedEts fitted, JsonNode published, double probability) {
        int horizon = published.size();
        var means = fitted.means(horizon);
        var deviations = fitted.deviations(horizon);
        for (int i = 0; i < horizon; i++) {
            assertThat(means[i] + Normal.quantile(probability) * deviations[i])
                    .isCloseTo(published.path(i).doubleValue(), A_THOUSANDTH);
        }
    }

    private static JsonNode answer(String id) {
        for (var answer : file.path("answers")) {
            if (answer.path("id").asText().equals(id)) {
                assertThat(answer.path("forecast").path("mean").size()).isPositive();
                return answer;
            }
        }
        throw new AssertionError("no answer " + id);
    }

    private static double[] values(String name) {
        var node = file.path("series").path(name).path("values");
        var values = new double[node.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = node.path(i).doubleValue();
        }
        return values;
    }
}
