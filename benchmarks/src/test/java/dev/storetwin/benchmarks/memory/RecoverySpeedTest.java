package dev.storetwin.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoverySpeedTest {

    @TempDir
    Path directory;

    @Test
    void a_shop_comes_back_from_its_journal_as_it_was() {
        assertThat(RecoverySpeed.seconds(directory, 50, 2_000)).isPositive();
    }

    @Test
    void what_was_forced_is_there_when_the_journal_is_opened_again() {
        var mix = EventMix.of(1, MadeUpShop.of(20, 2), Duration.ofSeconds(1));
        try (var shop = JournaledShop.open(directory, 64, 2)) {
            shop.take(mix.between(0, 1_000));
        }

        try (var shop = JournaledShop.open(directory, 100, 1)) {
            assertThat(shop.state().revision()).isEqualTo(1_000);
        }
    }
}
