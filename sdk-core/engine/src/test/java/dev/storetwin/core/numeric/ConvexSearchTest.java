package dev.storetwin.core.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ConvexSearchTest {

    @Property
    void finds_the_bottom_of_a_valley(
            @ForAll @IntRange(min = -500, max = 500) int bottom,
            @ForAll @IntRange(min = 1, max = 9) int left,
            @ForAll @IntRange(min = 1, max = 9) int right) {
        var found =
                ConvexSearch.smallestMinimum(x -> x < bottom ? left * (bottom - x) : right * (x - bottom), -400, 400);

        assertThat(found).isEqualTo(Math.max(-400, Math.min(400, bottom)));
    }

    @Test
    void takes_the_first_of_a_flat_bottom() {
        assertThat(ConvexSearch.smallestMinimum(x -> Math.max(0, Math.abs(x - 50) - 10), 0, 1_000))
                .isEqualTo(40);
    }

    @Test
    void asks_a_million_places_forty_times() {
        var asked = new AtomicInteger();

        ConvexSearch.smallestMinimum(
                x -> {
                    asked.incrementAndGet();
                    return (x - 123_456.0) * (x - 123_456.0);
                },
                0,
                1_000_000);

        assertThat(asked.get()).isLessThanOrEqualTo(42);
    }

    @Test
    void refuses_bounds_the_wrong_way_round() {
        assertThatIllegalArgumentException().isThrownBy(() -> ConvexSearch.smallestMinimum(x -> x, 1, 0));
    }
}
