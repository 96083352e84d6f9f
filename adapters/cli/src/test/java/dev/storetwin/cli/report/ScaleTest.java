package dev.storetwin.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void leads_from_values_to_places() {
        var scale = new Scale(0, 200, 100, 0);

        assertThat(scale.at(0)).isEqualTo(100);
        assertThat(scale.at(50)).isEqualTo(75);
        assertThat(scale.at(200)).isZero();
    }

    @Test
    void rounds_outwards_to_values_that_people_count_in() {
        var scale = Scale.round(3, 47, 4, 0, 1);

        assertThat(scale.low()).isZero();
        assertThat(scale.high()).isEqualTo(60);
        assertThat(scale.ticks(4)).containsExactly(0.0, 20.0, 40.0, 60.0);
        assertThat(scale.label(20, 4)).isEqualTo("20");
    }

    @Test
    void labels_have_the_digits_that_tell_neighbours_apart() {
        var scale = Scale.round(0, .8, 4, 0, 1);

        assertThat(scale.ticks(4).stream().map(it -> scale.label(it, 4)))
                .containsExactly("0.0", "0.2", "0.4", "0.6", "0.8");
    }

    @Test
    void one_value_alone_has_room_around_it() {
        assertThat(Scale.of(5, 5, 0, 100).at(5)).isEqualTo(50);
        assertThat(Scale.round(0, 0, 4, 0, 100).ticks(4)).contains(0.0);
    }

    @Property
    void any_values_lie_on_their_scale_with_a_handful_of_ticks(
            @ForAll @DoubleRange(min = -1e15, max = 1e15) double one,
            @ForAll @DoubleRange(min = -1e15, max = 1e15) double other) {
        var low = Math.min(one, other);
        var high = Math.max(one, other);

        var scale = Scale.round(low, high, 4, 0, 100);

        assertThat(scale.at(low)).isBetween(-1e-6, 100.0);
        assertThat(scale.at(high)).isBetween(0.0, 100 + 1e-6);
        assertThat(scale.ticks(4)).hasSizeBetween(2, 9);
        assertThat(scale.at(scale.low())).isEqualTo(0, within(1e-9));
    }

    @Test
    void long_ticks_are_told_in_millions_and_powers() {
        assertThat(Scale.round(0, 1_900_000, 4, 0, 1).label(1_500_000, 4)).isEqualTo("1.5 M");
        assertThat(Scale.round(0, 2_400_000, 4, 0, 1).label(0, 4)).isEqualTo("0");
        assertThat(Scale.round(0, 3e15, 4, 0, 1).label(2e15, 4)).isEqualTo("2e15");
        assertThat(Scale.round(-8e9, 0, 4, 0, 1).label(-4e9, 4)).isEqualTo("\u22124e9");
    }
}
