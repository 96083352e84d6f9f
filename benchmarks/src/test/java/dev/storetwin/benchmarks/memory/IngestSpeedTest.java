package dev.storetwin.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.core.state.ShopState;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class IngestSpeedTest {

    @Test
    void every_way_in_leads_to_the_state_that_was_reckoned() {
        try (var fold = IngestWay.fold(100, 2);
                var load = IngestWay.load(2)) {
            assertThat(IngestSpeed.eventsPerSecond(fold, 100, 2_000)).isPositive();
            assertThat(IngestSpeed.eventsPerSecond(load, 100, 2_000)).isPositive();
            assertThat(fold.state().revision()).isEqualTo(load.state().revision());
        }
    }

    @Test
    void the_reckoning_finds_an_order_that_is_missing() {
        var mix = EventMix.of(1, MadeUpShop.of(20, 2), Duration.ofSeconds(1));
        var events = mix.between(0, 200);
        var reckoning = new Reckoning(mix.shop().skus());
        events.forEach(reckoning::add);
        var day = LocalDate.of(2025, 1, 1);
        var empty = ShopState.empty(ZoneOffset.UTC, MadeUpShop.CURRENCY);

        var whole = empty.after(events).state();
        var torn = empty.after(events.subList(0, 180)).state();

        reckoning.compare(whole, day, day.plusDays(1));
        assertThatThrownBy(() -> reckoning.compare(torn, day, day.plusDays(1))).hasMessageContaining("does not hold");
    }
}
