package dev.storetwin.benchmarks.replenishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.storetwin.benchmarks.replenishment.ReplenishmentBacktest.Summary;
import dev.storetwin.core.inventory.WeeklyReplenishment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReplenishmentBacktestTest {

    private static final Path FOLDER = Path.of("data", "vn2");

    @Test
    @Tag("data")
    void costs_clearly_less_than_the_seasonal_moving_average() throws IOException {
        var windows = ReplenishmentBacktest.run(WeeklyPanel.read(folder()), WeeklyReplenishment.of(2, .2, 1));

        var summary = Summary.of(windows);

        assertThat(windows).hasSize(14);
        assertThat(summary.saving()).isGreaterThan(.12);
        assertThat(summary.lowerSaving()).isGreaterThan(.07);
    }

    @Test
    @Tag("data")
    void orders_before_a_week_rest_on_the_weeks_before_it_alone() throws IOException {
        var panel = WeeklyPanel.read(folder());
        var policy = new LeastCost(WeeklyReplenishment.of(2, .2, 1));
        var shelves = new ShelfState[panel.shelves()];
        Arrays.fill(shelves, new ShelfState(2, 1, 0));
        var orders = policy.orders(panel, 100, shelves);

        for (var units : panel.sales()) {
            Arrays.fill(units, 100, units.length, 999);
        }

        assertThat(policy.orders(panel, 100, shelves)).isEqualTo(orders);
    }

    @Test
    void by_hand_a_week_sells_what_is_there() {
        var before = new ShelfState(3, 2, 4);

        assertThat(before.after(4, 7)).isEqualTo(new ShelfState(1, 4, 7));
        assertThat(before.lost(9)).isEqualTo(4);
        assertThat(before.left(9)).isZero();
        assertThat(before.position()).isEqualTo(9);
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
