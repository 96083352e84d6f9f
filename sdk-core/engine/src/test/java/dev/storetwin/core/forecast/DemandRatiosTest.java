package dev.storetwin.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.forecast.DemandRatios.Stretch;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DemandRatiosTest {

    @Test
    void days_are_divided_by_the_ratio_of_their_price() {
        var ratios = new DemandRatios(List.of(new Stretch(1, .5), new Stretch(3, 2)));

        assertThat(ratios.atRecentPrice(new double[] {1.5, 1.5, 1.5, 1.5, 1.5})).containsExactly(1.5, 3, 3, .75, .75);
    }

    @Test
    void what_is_not_known_stays_so() {
        var ratios = new DemandRatios(List.of(new Stretch(0, .5)));

        assertThat(ratios.atRecentPrice(new double[] {3, Double.NaN, 3})).containsExactly(6, Double.NaN, 6);
    }

    @Property
    void whole_units_stay_whole_and_add_up(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 9) Integer> sold,
            @ForAll @DoubleRange(min = .2, max = 5) double ratio) {
        var units = sold.stream().mapToDouble(it -> it).toArray();

        var adjusted = new DemandRatios(List.of(new Stretch(0, ratio))).atRecentPrice(units);

        assertThat(Arrays.stream(adjusted)).allMatch(it -> it == Math.rint(it) && it >= 0);
        assertThat(Arrays.stream(adjusted).sum()).isCloseTo(Arrays.stream(units).sum() / ratio, within(.5 + 1e-9));
    }

    @Test
    void a_ratio_is_a_number_and_at_most_tenfold() {
        assertThat(new Stretch(0, 1_000).ratio()).isEqualTo(10);
        assertThat(new Stretch(0, 0).ratio()).isEqualTo(.1);
        assertThatThrownBy(() -> new Stretch(0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
