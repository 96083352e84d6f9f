package dev.storetwin.core.pricing.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GallegoVanRyzinTest {

    /** By hand: a t / e = 2, so values log(3) and log(1 + 2 + 2), and the second unit's price is log(5 / 3) + 1. */
    @Test
    void two_units_by_hand() {
        var season = GallegoVanRyzin.of(Math.E, 1);

        assertThat(season.value(1, 2)).isCloseTo(Math.log(3), within(1e-12));
        assertThat(season.value(2, 2)).isCloseTo(Math.log(5), within(1e-12));
        assertThat(season.price(2, 2)).isCloseTo(Math.log(5.0 / 3) + 1, within(1e-12));
    }

    @Property(tries = 40)
    void is_what_the_sum_says(
            @ForAll @IntRange(min = 1, max = 60) int units,
            @ForAll @DoubleRange(min = .1, max = 50) double rate,
            @ForAll @DoubleRange(min = .05, max = 4) double sensitivity,
            @ForAll @DoubleRange(min = .01, max = 9) double time) {
        var season = GallegoVanRyzin.of(rate, sensitivity);

        assertThat(season.value(units, time)).isCloseTo(sum(rate, sensitivity, units, time), within(1e-6));
        assertThat(season.price(units, time))
                .isCloseTo(
                        sum(rate, sensitivity, units, time) - sum(rate, sensitivity, units - 1, time) + 1 / sensitivity,
                        within(1e-6));
    }

    private static double sum(double rate, double sensitivity, int units, double time) {
        double sum = 0;
        double term = 1;
        for (int i = 0; i <= units; term *= rate / Math.E * time / ++i) {
            sum += term;
        }
        return Math.log(sum) / sensitivity;
    }

    /** The optimality condition dJ/dt = max over p of a e^(-alpha p) (p + J(n - 1) - J(n)), integrated; the maximum is searched for. */
    @Test
    void agrees_with_the_differential_equation() {
        double rate = 12;
        double sensitivity = .8;
        var closed = new GallegoVanRyzin(rate, sensitivity, 1.5);
        var integrated = new OptimalityEquation(rate, sensitivity, 1.5).values(6, 2, 400);

        for (int units = 0; units <= 6; units++) {
            assertThat(closed.value(units, 2)).isCloseTo(integrated[units], within(1e-6));
        }
        for (int units = 1; units <= 6; units++) {
            assertThat(closed.price(units, 2))
                    .isCloseTo(integrated[units] - integrated[units - 1] + 1 / sensitivity, within(1e-6));
        }
    }

    @Property(tries = 60)
    void price_falls_with_stock_and_value_stays_between_its_bounds(
            @ForAll @IntRange(min = 1, max = 80) int units,
            @ForAll @DoubleRange(min = .1, max = 90) double rate,
            @ForAll @DoubleRange(min = .05, max = 4) double sensitivity,
            @ForAll @DoubleRange(min = 0, max = 3) double salvage) {
        var season = new GallegoVanRyzin(rate, sensitivity, salvage);

        assertThat(season.price(units + 1, 1)).isLessThanOrEqualTo(season.price(units, 1));
        assertThat(season.price(units, 2)).isGreaterThanOrEqualTo(season.price(units, 1));
        assertThat(season.value(units, 1)).isLessThanOrEqualTo(season.fluidBound(units, 1) + 1e-9);
        assertThat(season.value(units, 1)).isGreaterThanOrEqualTo(season.fixedPriceValue(units, 1) - 1e-9);
    }

    @Test
    void nothing_left_or_no_time_is_worth_the_salvage() {
        var season = new GallegoVanRyzin(5, 1, 2);

        assertThat(season.value(0, 3)).isZero();
        assertThat(season.value(4, 0)).isEqualTo(8);
        assertThat(season.price(4, 0)).isEqualTo(3);
        assertThat(season.fluidBound(4, 0)).isEqualTo(8);
        assertThatThrownBy(() -> season.price(0, 1)).hasMessageContaining("sold out");
        assertThatThrownBy(() -> season.value(1, -1)).hasMessageContaining("time (-1.0)");
        assertThatThrownBy(() -> GallegoVanRyzin.of(-1, 1)).hasMessageContaining("rate (-1.0)");
    }

    /** Many short periods and a fine ladder come close to prices at any moment, from below. */
    @Test
    void the_program_comes_close_to_it() {
        var season = GallegoVanRyzin.of(20, 1);
        var prices = IntStream.rangeClosed(0, 60).mapToObj(it -> 5 - .075 * it).toList();
        var answers = prices.stream().map(it -> Math.exp(-it)).toList();
        var demand = SeasonDemand.of(Collections.nCopies(200, 20.0 / 200), answers, 1);

        double value = MarkdownProgram.solve(
                        MarkdownSeason.of(prices, demand, 5).withRules(MoveRules.FREE))
                .value();

        assertThat(value / season.value(5, 1)).isBetween(.995, 1.0);
        assertThat(List.of(prices.get(0), prices.get(60))).containsExactly(5.0, .5);
    }
}
