package dev.storetwin.core.forecast.ces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.forecast.method.FittedMethodLaws;
import dev.storetwin.core.random.Draws;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ComplexSmoothingTest {

    private static double[] series(int size, IntToDoubleFunction value) {
        return IntStream.range(0, size).mapToDouble(value).toArray();
    }

    private static double season(int t) {
        return new double[] {-9, -4, 0, 3, 7, 12, 8, 4, -2, -5, -8, -6}[t % 12];
    }

    private static double noise(int t) {
        return Draws.of(5).keyed("noise", "series", t).nextGaussian();
    }

    private static String season(double[] values, int period) {
        return ComplexSmoothing.fit(values, period).settings().getOrDefault("season", "");
    }

    @Example
    void noise_around_a_level_is_a_level() {
        double[] values = series(60, t -> 100 + 5 * noise(t));

        assertThat(season(values, 12)).isEqualTo("level");
        assertThat(Arrays.stream(ComplexSmoothing.fit(values, 12).means(10))).allMatch(it -> Math.abs(it - 100) < 3);
    }

    @Example
    void a_season_on_a_trend_is_carried_on() {
        double[] values = series(96 + 12, t -> 100 + .5 * t + season(t) + noise(t));

        var fitted = ComplexSmoothing.fit(Arrays.copyOf(values, 96), 12);

        assertThat(fitted.settings()).containsEntry("period", "12");
        for (int i = 0; i < 12; i++) {
            assertThat(fitted.means(12)[i]).isEqualTo(100 + .5 * (96 + i) + season(i), within(3.0));
        }
    }

    @Example
    void a_trend_without_season_is_carried_on() {
        double[] values = series(60, t -> 100 + 2 * t + noise(t));

        var fitted = ComplexSmoothing.fit(values, 1);

        assertThat(fitted.settings()).containsEntry("season", "none");
        assertThat(fitted.means(6)[5]).isEqualTo(100 + 2 * 65, within(5.0));
    }

    @Example
    void seasons_too_long_or_seen_too_seldom_are_left_alone() {
        double[] values = series(70, t -> 100 + 3 * season(t) + noise(t));

        assertThat(season(values, 12)).isIn("simple", "partial", "full");
        assertThat(season(values, 36)).isIn("level", "none");
        assertThat(season(Arrays.copyOf(values, 23), 12)).isIn("level", "none");
    }

    @Example
    void what_doubles_does_not_run_away() {
        double[] values = series(40, t -> StrictMath.pow(2, t));

        var means = ComplexSmoothing.fit(values, 12).means(1000);

        assertThat(Arrays.stream(means)).allMatch(it -> it <= 11 * values[39] && it >= -10 * values[39]);
    }

    @Example
    void every_history_has_an_answer() {
        for (int period : new int[] {1, 4, 12, 24, 168}) {
            FittedMethodLaws.everyHistoryHasAnAnswer(values -> ComplexSmoothing.fit(values, period));
        }
    }

    @Example
    void a_constant_stays() {
        assertThat(Arrays.stream(ComplexSmoothing.fit(series(30, t -> 12.5), 12).means(9)))
                .allSatisfy(it -> assertThat(it).isEqualTo(12.5, within(1e-9)));
    }

    @Property(tries = 30)
    void time_goes_both_ways(@ForAll @Size(min = 9, max = 40) int[] raw, @ForAll @IntRange(min = 1, max = 8) int back) {
        double[] values = sales(raw);

        var fitted = ComplexSmoothing.fit(values, 4);

        FittedMethodLaws.timeGoesBothWays(fitted, values, back);
        FittedMethodLaws.fittedIsWhatWasForecast(fitted);
        FittedMethodLaws.theUnknownIsNoSurprise(fitted);
    }

    @Property(tries = 30)
    void scale_is_carried_through(@ForAll @Size(min = 1, max = 40) int[] raw) {
        double[] values = sales(raw);

        var fitted = ComplexSmoothing.fit(values, 4);
        var scaled = ComplexSmoothing.fit(FittedMethodLaws.scaled(values, 1024), 4);

        assertThat(scaled.settings()).isEqualTo(fitted.settings());
        assertThat(scaled.means(6)).isEqualTo(FittedMethodLaws.scaled(fitted.means(6), 1024));
    }

    @Example
    void deviations_add_up_surprises() {
        double[] values = series(60, t -> 100 + .5 * t + season(t) + noise(t));

        FittedMethodLaws.deviationsAddUpSurprises(ComplexSmoothing.fit(values, 12), 15);
        FittedMethodLaws.deviationsAddUpSurprises(ComplexSmoothing.fit(values, 1), 15);
    }

    @Example
    void gaps_do_not_hide_a_season() {
        double[] values = series(96, t -> t % 7 == 3 ? Double.NaN : 100 + season(t) + noise(t));

        var means = ComplexSmoothing.fit(values, 12).means(12);

        for (int i = 0; i < 12; i++) {
            assertThat(means[i]).isEqualTo(100 + season(i), within(3.0));
        }
    }

    /** Small whole numbers, every seventh unknown. */
    private static double[] sales(int[] raw) {
        return series(raw.length, t -> t % 7 == 5 ? Double.NaN : Math.floorMod(raw[t], 50));
    }
}
