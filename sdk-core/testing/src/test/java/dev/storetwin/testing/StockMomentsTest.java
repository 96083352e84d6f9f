package dev.storetwin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.event.TwinEvent;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The stock of many moments, read at once. */
class StockMomentsTest {

    @Provide
    Arbitrary<List<TwinEvent>> streams() {
        return Story.correctedStreams();
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void many_moments_say_what_each_says_alone(
            @ForAll("streams") List<TwinEvent> events, @ForAll @IntRange(min = 1, max = 200) int step) {
        var stock = Delivery.plain(events).stock();
        var moments = IntStream.range(-2, 40)
                .mapToObj(it -> Town.at(it * step))
                .sorted()
                .toList();

        for (var sku : Town.SKUS) {
            for (var node : Town.NODES) {
                assertThat(stock.onHandAt(sku, node, moments))
                        .isEqualTo(moments.stream()
                                .map((Instant it) -> stock.onHandAt(sku, node, it))
                                .toList());
            }
        }
    }
}
