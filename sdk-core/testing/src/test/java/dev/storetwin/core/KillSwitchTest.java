package dev.storetwin.core;

import static dev.storetwin.core.ActingShop.MUG;
import static dev.storetwin.core.ActingShop.OPERATOR;
import static dev.storetwin.core.ActingShop.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Races against it are run by {@code KillSwitchRaces} in the benchmarks. */
class KillSwitchTest {

    @TempDir
    private Path folder;

    @Test
    void it_survives_a_restart_and_is_written_down() {
        try (var shop = new ActingShop(folder)) {
            shop.twin().controls().stop(OPERATOR, "strange prices");
            var twin = shop.reopen();

            assertThat(twin.apply(shop.price("d-1", "10", "11")).detail()).contains("stopped");
            assertThat(shop.isAudited("kill switch engaged")).isTrue();
            assertThat(twin.pricing().recommend(MUG, WEB).reasons()).isNotEmpty();

            twin.controls().release(OPERATOR, "fixed");
            assertThat(shop.reopen().apply(shop.price("d-1", "10", "11")).detail())
                    .contains("price 10");
        }
    }
}
