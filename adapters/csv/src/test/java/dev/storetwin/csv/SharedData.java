package dev.storetwin.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the shared data sets beside the repository. Without them a test is skipped, on a build server it fails. */
final class SharedData {

    private SharedData() {}

    static Path file(String name) {
        var found = folder().map(it -> it.resolve("data").resolve(name)).filter(Files::exists);
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            assertThat(found).as("data set %s", name).isPresent();
        }
        assumeTrue(found.isPresent(), () -> "data set %s is not here".formatted(name));
        return found.orElseThrow();
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
