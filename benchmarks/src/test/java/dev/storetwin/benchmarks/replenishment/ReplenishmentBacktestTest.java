package dev.storetwin.benchmarks.replenishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReplenishmentBacktestTest {

    private static final Path FOLDER = Path.of("data", "vn2");

    @Test
    @Tag("data")
    void costs_clearly_less_than_the_seasonal_moving_average_and_any_quantile() throws IOException {
        var own = ReplenishmentBacktest.own(200);
        var trials = ReplenishmentBacktest.run(ReplenishmentBacktest.panel(folder()), own);

        var saving = trials.saving(trials.trial(own.name()), 1);

        assertThat(trials.starts()).hasSize(14);
        assertThat(saving.share()).isGreaterThan(.12);
        assertThat(saving.perWindowLower()).isGreaterThan(.07);
        assertThat(saving.lower95()).isGreaterThan(.07);
        assertThat(trials.trial(own.name()).mean().total())
                .isLessThan(trials.best("quantile").orElseThrow().mean().total());
    }

    /** The folder that {@code storetwin.shared} names, or the one beside the repository. */
    private static Path folder() {
        var found = Optional.ofNullable(System.getProperty("storetwin.shared"))
                .or(() -> Optional.ofNullable(System.getenv("STORETWIN_SHARED")))
                .map(Path::of)
                .or(ReplenishmentBacktestTest::besideRepository)
                .map(it -> it.resolve(FOLDER))
                .filter(Files::isDirectory);
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            assertThat(found).as("data set %s", FOLDER).isPresent();
        }
        assumeTrue(found.isPresent(), () -> "data set %s is not here".formatted(FOLDER));
        return found.orElseThrow();
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
