package dev.storetwin.core.inventory.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.forecast.SharedData;
import dev.storetwin.core.inventory.placement.PlacementAnswer.Placed;
import dev.storetwin.core.inventory.placement.PlacementCase.Customer;
import dev.storetwin.core.inventory.placement.PlacementCase.Site;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Problems of Holmberg and of the OR-Library, of which the optimum is published. The whole set is run by a main class of the benchmarks. */
@Tag("data")
class PublishedPlacementsTest {

    @ParameterizedTest
    @CsvSource({
        "holmberg-p1, 8848",
        "holmberg-p2, 7913",
        "holmberg-p13, 8252",
        "holmberg-p41, 6589",
        "holmberg-p50, 8741",
        "holmberg-p55, 7654",
        "holmberg-p58, 37239",
        "orlib-p1, 932615.75",
        "orlib-p11, 900760.11"
    })
    void the_published_optimum_is_found_and_proved(String name, double optimum) throws IOException {
        var answer = new FacilityLocation(PlacementLimits.DEFAULT).place(read(name));

        assertThat(answer).isInstanceOfSatisfying(Placed.class, it -> {
            assertThat(it.cost()).isCloseTo(optimum, within(0.011));
            assertThat(it.gap()).isLessThan(1e-6);
        });
    }

    private static PlacementCase read(String name) throws IOException {
        var sites = rows("facilities", name).stream()
                .map(it -> new Site(it[1], Double.parseDouble(it[2]), Double.parseDouble(it[3])))
                .toList();
        var customers = rows("customers", name).stream()
                .map(it -> new Customer(it[1], Double.parseDouble(it[2])))
                .toList();
        var costs = new LinkedHashMap<String, Map<String, Double>>();
        for (var row : rows("assignment_costs", name)) {
            costs.computeIfAbsent(row[1], it -> new LinkedHashMap<>()).put(row[2], Double.parseDouble(row[3]));
        }
        var table = customers.stream()
                .map(customer -> sites.stream()
                        .map(site -> costs.get(customer.name()).get(site.name()))
                        .toList())
                .toList();
        return PlacementCase.of(sites, customers, table);
    }

    private static List<String[]> rows(String table, String name) throws IOException {
        var file = SharedData.file("facility-location/%s.csv.gz".formatted(table));
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(it -> it.split(",", -1))
                    .filter(it -> it[0].equals(name))
                    .toList();
        }
    }
}
