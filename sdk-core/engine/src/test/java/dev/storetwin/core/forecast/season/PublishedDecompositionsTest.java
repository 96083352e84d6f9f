package dev.storetwin.core.forecast.season;

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

/** Against the answers of R's {@code decompose} and {@code stl}. */
@Tag("data")
class PublishedDecompositionsTest {

    private static JsonNode published;

    @BeforeAll
    static void read() throws IOException {
        published = new ObjectMapper()
                .readTree(SharedData.file("forecast-answers/forecast-answers.json")
                        .toFile());
    }

    @Test
    void the_classical_figure_of_airline_passengers() {
        var parts = ClassicalDecomposition.multiplicative(series("AirPassengers"), 12);

        assertFirst(parts.seasons().get(0).values(), answer("decompose-multiplicative-airpassengers", "figure"));
    }

    @Test
    void season_and_trend_of_accidental_deaths() {
        var values = series("USAccDeaths");

        var parts = Stl.periodic(12, values.length).decompose(values);

        assertFirst(parts.seasons().get(0).values(), answer("stl-periodic-usaccdeaths", "seasonal_first_12"));
        assertFirst(parts.trend(), answer("stl-periodic-usaccdeaths", "trend_first_12"));
    }

    private static void assertFirst(double[] computed, double[] expected) {
        assertThat(expected).hasSize(12);
        for (int i = 0; i < expected.length; i++) {
            assertThat(computed[i]).isEqualTo(expected[i], within(1e-9 * Math.abs(expected[i])));
        }
    }

    private static double[] series(String name) {
        return numbers(published.path("series").path(name).path("values"));
    }

    private static double[] answer(String id, String what) {
        return StreamSupport.stream(published.path("answers").spliterator(), false)
                .filter(it -> it.path("id").asText().equals(id))
                .map(it -> numbers(it.path("fit").path(what)))
                .findFirst()
                .orElseThrow();
    }

    private static double[] numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }
}
