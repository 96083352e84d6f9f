package dev.storetwin.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.event.EventRetracted;
import dev.storetwin.event.OrderCancelled;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.ShipmentDispatched;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.VariantRemoved;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The short form of {@link Shuffle}. */
class ShuffleTest {

    @Test
    void events_lead_to_one_state_in_any_order_repeated_or_lost_and_reconciled() throws Exception {
        assertThat(Shuffle.sameRoot(1, 20_000, 10)).isEqualTo(Shuffle.sameRoot(1, 20_000, 1));
    }

    @Test
    void other_events_lead_to_another_state() throws Exception {
        assertThat(Shuffle.sameRoot(1, 2_000, 1)).isNotEqualTo(Shuffle.sameRoot(2, 2_000, 1));
    }

    @Test
    void each_order_brings_every_event_and_some_twice() {
        var arrivals = new Arrivals(1, 10_000);

        for (int number = 1; number < 5; number++) {
            var order = arrivals.order(number);
            assertThat(Arrays.stream(order).filter(it -> it < 10_000).sorted())
                    .hasSize(10_000)
                    .doesNotHaveDuplicates();
            assertThat(order.length).isBetween(10_300, 10_700);
            assertThat(order).isNotEqualTo(arrivals.order(number + 4));
        }
        assertThat(arrivals.order(2)).isEqualTo(arrivals.order(2));
    }

    @Test
    void in_a_delayed_order_most_events_come_nearly_in_their_turn() {
        var order = new Arrivals(1, 100_000).order(2);

        long near = IntStream.range(0, order.length)
                .filter(it -> Math.abs(order[it] % 100_000 - it * (100_000.0 / order.length)) < 5_000)
                .count();
        assertThat(near).isBetween(order.length / 2L, order.length - 1_000L);
    }

    @Test
    void orders_are_shipped_cancelled_and_told_again_and_mistakes_taken_back() {
        var shop = MadeUpShop.of(200, 4);
        var aftermath = new Aftermath(1, shop);
        var mix = EventMix.of(1, shop, Duration.ofSeconds(60));
        var follows = new ArrayList<TwinEvent>();
        mix.opening().forEachRemaining(it -> follows.addAll(aftermath.of(it)));
        mix.stream(0, 20_000).forEachRemaining(it -> follows.addAll(aftermath.of(it)));

        assertThat(follows).extracting(it -> it.header().key()).doesNotHaveDuplicates();
        assertThat(follows)
                .hasAtLeastOneElementOfType(OrderPlaced.class)
                .hasAtLeastOneElementOfType(OrderCancelled.class)
                .hasAtLeastOneElementOfType(ShipmentDispatched.class)
                .hasAtLeastOneElementOfType(VariantRemoved.class)
                .hasAtLeastOneElementOfType(EventRetracted.class);
    }
}
