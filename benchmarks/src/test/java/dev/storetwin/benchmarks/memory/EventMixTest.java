package dev.storetwin.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.ProductViewed;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.TwinEvent;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EventMixTest {

    private final EventMix mix = EventMix.of(7, MadeUpShop.of(50, 4), Duration.ofSeconds(1));

    @Test
    void keeps_its_shares_in_every_stretch_of_twenty() {
        var counts = mix.between(20, 220).stream()
                .collect(Collectors.groupingBy(TwinEvent::getClass, Collectors.counting()));

        assertThat(counts.get(ProductViewed.class)).isEqualTo(120);
        assertThat(counts.get(StockCounted.class)).isEqualTo(50);
        assertThat(counts.get(PriceChanged.class)).isEqualTo(20);
        assertThat(counts.get(OrderPlaced.class)).isEqualTo(10);
    }

    @Test
    void makes_the_same_event_at_the_same_position_whatever_came_before() {
        assertThat(mix.between(90, 130).subList(10, 20)).isEqualTo(mix.between(100, 110));
    }

    @Test
    void comes_in_the_order_of_time_and_names_each_event_once() {
        var events = mix.between(0, 500);

        assertThat(events)
                .isSortedAccordingTo(Comparator.comparing(it -> it.header().occurredAt()));
        assertThat(events.stream().map(it -> it.header().key())).doesNotHaveDuplicates();
    }

    @Test
    void a_skewed_mix_has_busier_skus_than_an_even_one() {
        assertThat(busiest(mix.skewed(.8).between(0, 5_000))).isGreaterThan(3 * busiest(mix.between(0, 5_000)));
    }

    private static long busiest(List<TwinEvent> events) {
        var views = events.stream()
                .filter(ProductViewed.class::isInstance)
                .map(ProductViewed.class::cast)
                .collect(Collectors.groupingBy(ProductViewed::sku, Collectors.counting()));
        return Collections.max(views.values());
    }
}
