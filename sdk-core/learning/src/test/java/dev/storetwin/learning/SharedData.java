package dev.storetwin.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.storetwin.forecast.TimeSeries;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Finds the shared data sets beside the repository. Without them a test is skipped, on a build server it fails. */
final class SharedData {

    private SharedData() {}

    /** Series in long form: name, period, value, in order; files of the same shape go on where the ones before end. */
    static List<TimeSeries> series(String... names) {
        var values = new LinkedHashMap<String, List<Double>>();
        for (var name : names) {
            read(file(name), values);
        }
        return values.entrySet().stream()
                .map(it -> TimeSeries.of(
                        it.getKey(),
                        it.getValue().stream().mapToDouble(Double::doubleValue).toArray()))
                .toList();
    }

    private static Path file(String name) {
        var found = folder().map(it -> it.resolve("data").resolve(name)).filter(Files::exists);
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            assertThat(found).as("data set %s", name).isPresent();
        }
        assumeTrue(found.isPresent(), () -> "data set %s is not here".formatted(name));
        return found.orElseThrow();
    }

    private static void read(Path file, Map<String, List<Double>> values) {
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.lines().skip(1).forEach(line -> {
                var cells = line.split(",", -1);
                double value = cells[2].isEmpty() ? Double.NaN : Double.parseDouble(cells[2]);
                values.computeIfAbsent(cells[0], it -> new ArrayList<>()).add(value);
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<Path> folder() {
        var named = Optional.ofNullable(System.getProperty("storetwin.shared"))
                .or(() -> Optional.ofNullable(System.getenv("STORETWIN_SHARED")));
        return named.map(Path::of).or(SharedData::besideRepository);
    }

    private static Optional<Path> besideRepository() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("shared").resolve("data"))) {
                return Optional.of(folder.resolve("shared"));
            }
        }
        return Optional.empty();
    }
}
