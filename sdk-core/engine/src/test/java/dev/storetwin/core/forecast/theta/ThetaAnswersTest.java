package dev.storetwin.core.forecast.theta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.storetwin.core.forecast.SharedData;
import java.io.IOException;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against the answers of R's package forecast. */
@Tag("data")
class ThetaAnswersTest {

    private static final double FITTED = 1e-3;
    private static final double NORMAL_80 = 1.2815515655446004;
    private static final double NORMAL_95 = 1.959963984540054;

    private static JsonNode published;

    @BeforeAll
    static void read() throws IOException {
        published = new ObjectMapper()
                .readTree(SharedData.file("forecast-answers/forecast-answers.json")
                        .toFile());
    }

    @Test
    void airline_passengers_with_their_intervals() {
        var answer = answer("theta-airpassengers").path("forecast");
        double[] factors = numbers(
                answer("decompose-multiplicative-airpassengers").path("fit").path("figure"));
        double[] values = numbers(published.path("series").path("AirPassengers").path("values"));

        var fitted = Reseasoned.asPublished(StandardTheta.fit(Reseasoned.without(values, factors, true)), factors);

        var means = fitted.means(12);
        var deviations = fitted.deviations(12);
        for (int i = 0; i < 12; i++) {
            assertNear(means[i], answer.path("mean").path(i));
            assertNear(
                    means[i] - NORMAL_80 * deviations[i], answer.path("lower80").path(i));
            assertNear(
                    means[i] + NORMAL_80 * deviations[i], answer.path("upper80").path(i));
            assertNear(
                    means[i] - NORMAL_95 * deviations[i], answer.path("lower95").path(i));
            assertNear(
                    means[i] + NORMAL_95 * deviations[i], answer.path("upper95").path(i));
        }
    }

    private static void assertNear(double actual, JsonNode expected) {
        assertThat(actual).isEqualTo(expected.doubleValue(), within(FITTED * expected.doubleValue()));
    }

    private static JsonNode answer(String id) {
        return StreamSupport.stream(published.path("answers").spliterator(), false)
                .filter(it -> it.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }
}
