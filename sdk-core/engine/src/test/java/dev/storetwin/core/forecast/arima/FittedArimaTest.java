package dev.storetwin.core.forecast.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FittedArimaTest {

    private static final double[][] NONE = {};
    private static final double UNKNOWN = Double.NaN;

    @Test
    void a_random_walk_with_drift_goes_on_by_its_mean_step() {
        var fit = Arima.fit(new double[] {1, 3, 4, 7}, ArimaOrder.of(0, 1, 0), true, NONE);

        assertThat(fit.coefficients().get("drift")).isEqualTo(2, within(1e-12));
        assertThat(fit.means(3)).containsExactly(new double[] {9, 11, 13}, within(1e-12));
        assertThat(fit.fitted()).containsExactly(new double[] {UNKNOWN, 3, 5, 6}, within(1e-12));
        assertThat(fit.variance()).isEqualTo(1, within(1e-12));
        assertThat(fit.deviations(3)).containsExactly(new double[] {1, Math.sqrt(2), Math.sqrt(3)}, within(1e-12));
    }

    @Test
    void an_autoregression_returns_to_its_mean() {
        var fit = Arima.fit(Simulated.arma(80, .7, 0, 5), ArimaOrder.of(1, 0, 0));
        double phi = fit.coefficients().get("ar1");
        double mean = fit.coefficients().get("mean");
        double last = Simulated.arma(80, .7, 0, 5)[79];

        assertThat(fit.means(2))
                .containsExactly(
                        new double[] {mean + phi * (last - mean), mean + phi * phi * (last - mean)}, within(1e-9));
        assertThat(fit.deviations(2)[1]).isEqualTo(Math.sqrt(fit.variance() * (1 + phi * phi)), within(1e-9));
    }

    @Test
    void an_exponential_smoothing_in_the_long_run() {
        var fit = Arima.fit(Simulated.summed(Simulated.arma(400, 0, -.5, 9)), ArimaOrder.of(0, 1, 1));
        double alpha = 1 + fit.coefficients().get("ma1");

        assertThat(fit.deviations(10)[9]).isEqualTo(Math.sqrt(fit.variance() * (1 + 9 * alpha * alpha)), within(1e-9));
        assertThat(fit.means(10)[0]).isEqualTo(fit.means(10)[9], within(1e-9));
    }

    @Test
    void periods_unknown_at_the_end_lengthen_the_way() {
        var values = Simulated.airline(60, 12, -.4, -.5, 2);
        var fit = Arima.fit(values, ArimaOrder.of(0, 1, 1).seasonal(0, 1, 1, 12));

        var later = fit.append(UNKNOWN).append(UNKNOWN);

        assertThat(later.means(6)).containsExactly(Arrays.copyOfRange(fit.means(8), 2, 8), within(1e-9));
        assertThat(later.deviations(6)).containsExactly(Arrays.copyOfRange(fit.deviations(8), 2, 8), within(1e-9));
        assertThat(Arrays.copyOfRange(later.fitted(), 60, 62)).containsExactly(fit.means(2), within(1e-9));
    }

    @Test
    void an_unknown_value_is_judged_by_both_sides() {
        var fit = Arima.fit(new double[] {0, 2, UNKNOWN, 6, 8, 10, 12.5}, ArimaOrder.of(0, 2, 0));

        assertThat(fit.fitted()[2]).isEqualTo(4, within(1e-9));
        assertThat(fit.means(1)[0]).isEqualTo(15, within(1e-9));
    }

    @Property(tries = 30)
    void the_past_and_an_appended_period_are_seen_with_the_same_parameters(
            @ForAll @IntRange(max = 500) int seed, @ForAll @IntRange(min = 1, max = 59) int size) {
        var values = Simulated.airline(60, 4, -.4, -.5, seed);
        var fit = Arima.fit(values, ArimaOrder.of(1, 1, 1).seasonal(0, 1, 1, 4));

        var before = fit.upTo(size);

        assertThat(before.size()).isEqualTo(size);
        assertThat(before.append(values[size]).means(5))
                .containsExactly(fit.upTo(size + 1).means(5));
        assertThat(before.append(values[size]).deviations(5))
                .containsExactly(fit.upTo(size + 1).deviations(5));
        if (size >= 5) {
            assertThat(fit.fitted()[size]).isEqualTo(before.means(1)[0], within(1e-9));
        }
    }

    @Test
    void the_effect_of_a_promotion_and_of_price_is_found() {
        var noise = Simulated.arma(200, .6, 0, 4);
        var promotion = new double[210];
        var price = new double[210];
        for (int t = 0; t < price.length; t++) {
            promotion[t] = t % 17 == 3 ? 1 : 0;
            price[t] = 10 + t % 5;
        }
        var sales = new double[200];
        for (int t = 0; t < sales.length; t++) {
            sales[t] = 50 + 12 * promotion[t] - 3 * price[t] + noise[t];
        }

        var fit = AutoArima.fit(sales, 1, new double[][] {promotion, price});

        assertThat(fit.coefficients().get("column1")).isEqualTo(12, within(.6));
        assertThat(fit.coefficients().get("column2")).isEqualTo(-3, within(.2));
        assertThat(fit.means(10)).hasSize(10);
        assertThat(fit.withFuture(new double[][] {{1}, {10}}).means(1)[0]
                        - fit.withFuture(new double[][] {{0}, {10}}).means(1)[0])
                .isEqualTo(fit.coefficients().get("column1"), within(1e-9));
        assertThat(fit.upTo(100).append(sales[100]).means(20))
                .containsExactly(fit.upTo(101).means(20));
    }

    @Test
    void a_future_without_its_columns_is_refused() {
        var fit = Arima.fit(new double[] {1, 2, 4, 3}, ArimaOrder.of(0, 0, 0), true, new double[][] {{0, 0, 1, 0}});

        assertThatThrownBy(() -> fit.means(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("withFuture");
        assertThatThrownBy(() -> fit.append(1)).isInstanceOf(IllegalStateException.class);
        assertThat(fit.withFuture(new double[][] {{1}}).means(1)[0]).isEqualTo(4, within(1e-9));
    }

    @Test
    void a_column_that_says_nothing_new_is_left_out() {
        var fit = Arima.fit(
                new double[] {1, 2, 4, 3}, ArimaOrder.of(0, 0, 0), true, new double[][] {{0, 0, 0, 0}, {2, 2, 2, 2}});

        assertThat(fit.coefficients()).containsEntry("column1", 0.0).containsEntry("column2", 0.0);
    }

    @Test
    void settings_name_the_order_and_every_coefficient() {
        var fit = Arima.fit(Simulated.noise(60, 1), ArimaOrder.of(1, 0, 1).seasonal(1, 0, 0, 4));

        assertThat(fit.settings())
                .containsKeys("ar1", "ma1", "sar1", "mean", "variance", "log_likelihood")
                .containsEntry("order", "ARIMA(1,0,1)(1,0,0)[4]");
    }
}
