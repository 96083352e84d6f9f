package dev.storetwin.core.forecast.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SeasonFinderTest {

    @Test
    void a_pure_season_is_found_and_goes_on() {
        var values = series(48, i -> 10 + new double[] {-3, 1, 2, 0}[i % 4]);

        var season = SeasonFinder.named(values, 4);

        assertThat(season.periods()).containsExactly(4);
        for (int i = 0; i < 60; i++) {
            assertThat(season.apply(i, 10)).isEqualTo(10 + new double[] {-3, 1, 2, 0}[i % 4], within(1e-6));
        }
        assertThat(season.share()).isGreaterThan(.999);
        assertThat(season.strength()).isGreaterThan(.999);
        assertThat(season.reason()).contains("4 periods");
    }

    @Test
    void factors_are_found_where_the_season_grows_with_the_level() {
        var draw = draw("growing");
        var values = series(
                96, i -> StrictMath.exp(.02 * i + .2 * StrictMath.sin(Math.PI * i / 6) + .02 * draw.nextGaussian()));

        var season = SeasonFinder.named(values, 12);

        assertThat(season.isMultiplicative()).isTrue();
        assertThat(IntStream.range(96, 108).mapToDouble(season::at).average()).hasValueCloseTo(1.0, within(1e-9));
        assertThat(season.scale(99)).isEqualTo(season.at(99)).isEqualTo(StrictMath.exp(.2), within(.05));
    }

    @Test
    void a_year_of_weeks_is_found_though_nobody_named_it() {
        var walk = walk("weekly", 300);
        var values = series(300, i -> 500 + walk[i] + 20 * StrictMath.cos(2 * Math.PI * i * 7 / 365.25));

        var season = SeasonFinder.any(values);

        assertThat(season.periods()).containsExactly(52);
        assertThat(season.at(313) - season.at(339)).isEqualTo(40, within(10.0));
        assertThat(SeasonFinder.named(values).isNone()).isTrue();
    }

    @Test
    void fewer_than_three_cycles_prove_no_season_that_nobody_named() {
        var values = series(150, i -> 500 + 20 * StrictMath.cos(2 * Math.PI * i * 7 / 365.25));

        assertThat(SeasonFinder.any(values).periods()).doesNotContain(52);
        assertThat(SeasonFinder.any(values, 52).periods()).contains(52);
    }

    @Test
    void the_year_is_found_above_the_week_and_the_week_above_the_day() {
        var draw = draw("both");
        var days = series(
                1200,
                i -> 50
                        + 9 * StrictMath.sin(2 * Math.PI * i / 7)
                        + 9 * StrictMath.sin(2 * Math.PI * i / 365.25)
                        + draw.nextGaussian());
        var hours = series(
                1000,
                i -> 50
                        + 9 * StrictMath.sin(2 * Math.PI * i / 24)
                        + 9 * StrictMath.sin(2 * Math.PI * i / 168)
                        + draw.nextGaussian());

        assertThat(SeasonFinder.any(days).periods()).containsExactly(7, 365);
        assertThat(SeasonFinder.any(days, 7).periods()).containsExactly(7, 365);
        assertThat(SeasonFinder.any(hours).periods()).containsExactly(24, 168);
        assertThat(SeasonFinder.named(hours, 24, 168).periods()).containsExactly(24, 168);
        assertThat(SeasonFinder.named(hours, 24).periods()).containsExactly(24);
    }

    @Test
    void of_the_seasons_named_only_the_real_ones_stay() {
        var draw = draw("named");
        var values = series(400, i -> 50 + 5 * StrictMath.sin(2 * Math.PI * i / 7) + draw.nextGaussian());

        assertThat(SeasonFinder.named(values, 1, 7, 30, 1000).periods()).containsExactly(7);
    }

    @Test
    void a_day_without_sales_says_nothing_about_the_level() {
        var draw = draw("closed");
        var values = series(140, i -> i % 7 == 6 ? 0 : Math.rint(20 + 5 * draw.nextDouble()));

        var season = SeasonFinder.named(values, 7);

        assertThat(season.isMultiplicative()).isTrue();
        assertThat(season.at(146)).isLessThan(.05);
        assertThat(season.at(147)).isEqualTo(7.0 / 6, within(.1));
        assertThat(season.adjust(values)[6]).isNaN();
    }

    @Test
    void the_season_holds_where_values_are_unknown() {
        var values = series(120, i -> i % 5 == 0 ? Double.NaN : 10 + 3 * StrictMath.sin(2 * Math.PI * i / 12));

        var season = SeasonFinder.named(values, 12);

        assertThat(season.at(123)).isEqualTo(3, within(1e-3));
        assertThat(season.adjust(values)[5]).isNaN();
    }

    @Test
    void whoever_is_sure_of_a_season_takes_it_from_a_decomposition() {
        var values = new double[] {1, 3, 1, 3, 1, 3};

        var season = Season.of(ClassicalDecomposition.multiplicative(values, 2));

        assertThat(season.periods()).containsExactly(2);
        assertThat(season.adjust(values)).containsOnly(2);
        assertThat(season.apply(6, 10)).isEqualTo(5);
        assertThat(season.apply(9, 10)).isEqualTo(15);
        assertThat(Season.of(Mstl.additive(values, 3)).isNone()).isTrue();
    }

    /** At most one series in a hundred, whatever kind of chance made it. */
    @Test
    void noise_almost_never_gets_a_season_that_nobody_named() {
        int found = 0;
        int tried = 0;
        for (int repetition = 0; repetition < 25; repetition++) {
            for (int size : new int[] {60, 170, 400}) {
                for (var noise : noises("noise" + repetition, size)) {
                    found += SeasonFinder.any(noise).isNone() ? 0 : 1;
                    tried++;
                }
            }
        }

        assertThat(found).isLessThanOrEqualTo(tried / 100);
    }

    @Test
    void noise_seldom_gets_a_season_that_somebody_named() {
        int found = 0;
        int tried = 0;
        for (int repetition = 0; repetition < 40; repetition++) {
            for (var noise : noises("named" + repetition, 120)) {
                found += SeasonFinder.named(noise, 12).isNone() ? 0 : 1;
                tried++;
            }
        }

        assertThat(found).isLessThanOrEqualTo(tried / 10);
    }

    @Property(tries = 50)
    void season_and_adjusted_value_give_the_value_again(
            @ForAll @IntRange(min = 0, max = 1000) int seed, @ForAll @IntRange(min = 2, max = 30) int period) {
        var values = seasonal(seed, period);
        var season = SeasonFinder.named(values, period);

        var adjusted = season.adjust(values);

        for (int i = 0; i < values.length; i++) {
            assertThat(season.apply(i, adjusted[i])).isEqualTo(values[i], within(1e-9));
            assertThat(season.at(i + 20 * period)).isEqualTo(season.at(i));
        }
    }

    @Property(tries = 50)
    void in_other_units_it_is_the_same_season(
            @ForAll @IntRange(min = 0, max = 1000) int seed, @ForAll @IntRange(min = 2, max = 30) int period) {
        var values = seasonal(seed, period);
        var season = SeasonFinder.named(values, period);

        var scaled = SeasonFinder.named(times(values, 1024), period);

        assertThat(scaled.periods()).isEqualTo(season.periods());
        assertThat(scaled.isMultiplicative()).isEqualTo(season.isMultiplicative());
        double factor = season.isMultiplicative() ? 1 : 1024;
        for (int i = 0; i < period; i++) {
            assertThat(scaled.at(i)).isEqualTo(factor * season.at(i), within(1e-6 * factor));
        }
    }

    @Test
    void every_series_gets_a_finite_season_or_none() {
        var alternating = series(200, i -> i % 2);
        var oneSale = new double[200];
        oneSale[17] = 1;
        for (var values : new double[][] {
            {},
            {1},
            {1, 2},
            {Double.NaN},
            series(100, i -> Double.NaN),
            series(100, i -> 5),
            series(100, i -> 3 + 2 * i),
            new double[100],
            oneSale,
            alternating,
            times(seasonal(1, 7), 1e15),
            times(seasonal(1, 7), 1e-12),
            times(seasonal(2, 7), -1),
            series(20_000, i -> StrictMath.sin(i) + i % 24)
        }) {
            for (var season : List.of(
                    SeasonFinder.any(values), SeasonFinder.named(values, 2, 7), SeasonFinder.any(values, 24, 168))) {
                for (int i = 0; i < values.length + 10; i++) {
                    assertThat(season.at(i)).isFinite();
                }
                assertThat(season.share()).isBetween(0.0, 1.0);
                assertThat(season.strength()).isBetween(0.0, 1.0);
                assertThat(season.adjust(values)).hasSameSizeAs(values);
            }
        }
        assertThat(SeasonFinder.any(series(100, i -> 3 + 2 * i)).isNone()).isTrue();
        assertThat(SeasonFinder.any(series(100, i -> 5), 12).isNone()).isTrue();
        assertThat(SeasonFinder.named(alternating, 2).periods()).containsExactly(2);
    }

    /** Noise, a walk, a walk that goes on as it went, noise that lingers, a line, and sales now and then. */
    private static List<double[]> noises(String entity, int size) {
        var draw = draw(entity);
        var walk = walk(entity, size);
        var lingering = lingering(draw, size, .9);
        return List.of(
                series(size, i -> 20 + draw.nextGaussian()),
                series(size, i -> 1000 + walk[i]),
                series(size, i -> 1000 + (i == 0 ? 0 : walk[i] + .5 * walk[i - 1])),
                series(size, i -> 50 + lingering[i]),
                series(size, i -> 10 + .1 * i + draw.nextGaussian()),
                series(size, i -> draw.nextBoolean(.3) ? Math.rint(1 + 5 * draw.nextDouble()) : 0));
    }

    private static double[] lingering(Draw draw, int size, double share) {
        var values = new double[size];
        for (int i = 1; i < size; i++) {
            values[i] = share * values[i - 1] + draw.nextGaussian();
        }
        return values;
    }

    private static double[] walk(String entity, int size) {
        return lingering(draw(entity), size, 1);
    }

    private static double[] seasonal(int seed, int period) {
        var draw = draw("seasonal" + seed);
        return series(
                6 * period,
                i -> 100 + 10 * StrictMath.sin(2 * Math.PI * i / period) + seed % 7 * i + 3 * draw.nextGaussian());
    }

    private static Draw draw(String entity) {
        return Draws.of(7).keyed("season", entity, 0);
    }

    private static double[] series(int size, IntToDoubleFunction value) {
        return IntStream.range(0, size).mapToDouble(value::applyAsDouble).toArray();
    }

    private static double[] times(double[] values, double factor) {
        return Arrays.stream(values).map(it -> it * factor).toArray();
    }
}
