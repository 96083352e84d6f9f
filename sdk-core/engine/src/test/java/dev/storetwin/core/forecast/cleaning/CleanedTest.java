package dev.storetwin.core.forecast.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.numeric.NegativeBinomial;
import dev.storetwin.core.random.Draws;
import org.junit.jupiter.api.Test;

class CleanedTest {

    private static final Draws DRAWS = Draws.of(7);

    @Test
    void nets_a_giant_order_with_its_reversal() {
        var sales = counts(60, 20, 2, 0);
        double there = sales[30];
        sales[30] += 74_215;
        sales[31] -= 74_215;

        var cleaned = Cleaned.of(sales, 1);

        assertThat(cleaned.changes()).extracting(Change::index).containsExactly(30, 31);
        assertThat(cleaned.changes()).allMatch(change -> change.reason().contains("taken back"));
        assertThat(cleaned.values()[30] + cleaned.values()[31]).isCloseTo(sales[30] + sales[31], within(1e-9));
        assertThat(cleaned.values()[30]).isCloseTo(there, within(25.0));
    }

    @Test
    void cuts_a_single_giant_order() {
        var sales = counts(60, 20, 2, 1);
        sales[40] = 3_000;

        var cleaned = Cleaned.of(sales, 1);

        assertThat(cleaned.changes()).singleElement().satisfies(change -> {
            assertThat(change.index()).isEqualTo(40);
            assertThat(change.from()).isEqualTo(3_000);
            assertThat(change.to()).isCloseTo(20, within(8.0));
        });
    }

    @Test
    void cuts_a_giant_order_of_a_slow_seller_to_an_ordinary_one() {
        var sales = new double[80];
        for (int i = 0; i < sales.length; i += 4) {
            sales[i] = 1 + i % 3;
        }
        sales[40] = 5_000;

        assertThat(Cleaned.of(sales, 1).values()[40]).isBetween(1.0, 3.0);
    }

    @Test
    void keeps_a_peak_that_comes_every_year() {
        var sales = counts(48, 50, 1, 2);
        sales[11] = 900;
        sales[23] = 950;
        sales[35] = 1_000;
        sales[47] = 1_050;

        assertThat(Cleaned.of(sales, 12).changes()).isEmpty();
    }

    @Test
    void keeps_a_new_level() {
        var sales = counts(60, 20, 1, 3);
        for (int i = 58; i < 60; i++) {
            sales[i] = 400 + i;
        }

        assertThat(Cleaned.of(sales, 1).changes()).isEmpty();
    }

    @Test
    void keeps_what_a_promotion_explains() {
        var sales = counts(60, 20, 1, 4);
        sales[30] = 800;
        var promoted = new boolean[60];
        promoted[30] = true;

        assertThat(Cleaned.of(sales, 1, promoted).changes()).isEmpty();
        assertThat(Cleaned.of(sales, 1).changes()).hasSize(1);
    }

    @Test
    void hardly_touches_clean_sales() {
        int changed = 0;
        int values = 0;
        for (int i = 0; i < 300; i++) {
            double mean = StrictMath.pow(10, -1 + i % 4);
            var sales = counts(120, mean, 1 + i % 5, 100 + i);
            changed += Cleaned.of(sales, 1 + i % 2 * 11).changes().size();
            values += sales.length;
        }
        for (int i = 0; i < 100; i++) {
            var draw = DRAWS.keyed("log-normal", "sku", i);
            var sales = new double[120];
            for (int j = 0; j < sales.length; j++) {
                sales[j] = 30 * StrictMath.exp((.2 + .005 * i) * draw.nextGaussian());
            }
            changed += Cleaned.of(sales, 1).changes().size();
            values += sales.length;
        }

        assertThat((double) changed / values).isLessThan(.005);
    }

    @Test
    void answers_for_every_degenerate_history() {
        double[][] histories = {
            {},
            {5},
            new double[20],
            {7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7},
            {Double.NaN, 1, Double.NaN, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1e15},
            {-5, 4, -3, 2, -1, 0, 1, -2, 3, -4, 5, -6, 1e12},
            {1e-12, 2e-12, 1e-12, 2e-12, 1e-12, 2e-12, 1e-12, 2e-12, 1e-12, 2e-12, 3}
        };
        for (var history : histories) {
            for (int period : new int[] {1, 4, 500}) {
                var cleaned = Cleaned.of(history, period).values();

                assertThat(cleaned).hasSameSizeAs(history);
                for (int i = 0; i < history.length; i++) {
                    assertThat(Double.isFinite(cleaned[i])).isEqualTo(!Double.isNaN(history[i]));
                }
            }
        }
    }

    private static double[] counts(int size, double mean, double dispersion, int index) {
        var draw = DRAWS.keyed("counts", "sku", index);
        var distribution = NegativeBinomial.of(mean, dispersion * mean);
        var counts = new double[size];
        for (int i = 0; i < size; i++) {
            counts[i] = distribution.quantile(draw.nextOpenDouble());
        }
        return counts;
    }
}
