package dev.storetwin.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.storetwin.core.forecast.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** One published case of an inventory model: what goes in and what comes out. */
record AnswerCase(String id, String method, JsonNode inputs, JsonNode outputs) {

    /** All cases of the shared data set. */
    static List<AnswerCase> all() {
        try {
            var answers = new ObjectMapper()
                    .readTree(SharedData.file("inventory-answers/inventory-answers.json")
                            .toFile())
                    .get("answers");
            return StreamSupport.stream(answers.spliterator(), false)
                    .map(it -> new AnswerCase(
                            it.get("id").asText(), it.get("method").asText(), it.get("inputs"), it.get("outputs")))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    double in(String name) {
        return inputs.get(name).asDouble();
    }

    List<Double> list(String name) {
        var values = new ArrayList<Double>();
        inputs.get(name).forEach(it -> values.add(it.asDouble()));
        return values;
    }

    void expect(String output, double actual, double relative) {
        double wanted = outputs.get(output).asDouble();
        assertThat(actual)
                .as("%s: %s", id, output)
                .isCloseTo(wanted, within(Math.max(1e-12, relative * Math.abs(wanted))));
    }

    void expect(String output, List<? extends Number> actual, double relative) {
        var wanted = outputs.get(output);
        assertThat(actual).as("%s: %s", id, output).hasSize(wanted.size());
        for (int i = 0; i < wanted.size(); i++) {
            assertThat(actual.get(i).doubleValue())
                    .as("%s: %s %d", id, output, i)
                    .isCloseTo(
                            wanted.get(i).asDouble(),
                            within(relative * Math.abs(wanted.get(i).asDouble())));
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
