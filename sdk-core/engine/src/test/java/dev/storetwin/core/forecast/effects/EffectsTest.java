package dev.storetwin.core.forecast.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.numeric.NegativeBinomial;
import dev.storetwin.core.random.Draws;
import dev.storetwin.forecast.Regressors;
import dev.storetwin.forecast.TimeSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffectsTest {

    private static final Draws DRAWS = Draws.of(11);
    private static final int WEEKS = 104;
    private static final int AHEAD = 4;

    @Test
    void finds_a_price_elasticity_and_puts_it_on_the_periods_to_come() {
        var effects = Effects.estimate(priced("mug", 40, -2), AHEAD);

        assertThat(effects.kept()).singleElement().satisfies(effect -> {
            assertThat(effect.column()).isEqualTo("price");
            assertThat(effect.coefficient()).isCloseTo(-2, within(3 * effect.standardError()));
            assertThat(effect.standardError()).isLessThan(.3);
        });
        assertThat(effects.multiplier(WEEKS)).isCloseTo(Math.pow(.8, -2), within(.15));
        assertThat(effects.multiplier(WEEKS + 1)).isEqualTo(1);
        assertThat(effects.onto(40, WEEKS)).isEqualTo(40 * effects.multiplier(WEEKS));
    }

    @Test
    void takes_a_promotion_out_of_the_history() {
        double[] sales = new double[60];
        double[] promotion = new double[60 + AHEAD];
        for (int i = 0; i < sales.length; i++) {
            promotion[i] = i % 10 == 4 ? 1 : 0;
            sales[i] = (promotion[i] == 1 ? 300 : 100) + i % 3;
        }
        promotion[61] = 1;

        var effects =
                Effects.estimate(TimeSeries.of("mug", sales).withRegressors(Regressors.of("promo", promotion)), AHEAD);

        assertThat(effects.adjusted()[4]).isCloseTo(100, within(6.0));
        assertThat(effects.adjusted()[5]).isEqualTo(sales[5]);
        assertThat(effects.multiplier(61)).isCloseTo(3, within(.15));
    }

    @Test
    void adds_effects_where_sales_can_be_negative() {
        double[] sales = new double[60];
        double[] promotion = new double[60 + AHEAD];
        for (int i = 0; i < sales.length; i++) {
            promotion[i] = i % 6 == 2 ? 1 : 0;
            sales[i] = (promotion[i] == 1 ? 20 : 0) + i % 3 - 1;
        }

        var effects =
                Effects.estimate(TimeSeries.of("mug", sales).withRegressors(Regressors.of("promo", promotion)), AHEAD);

        assertThat(effects.shift(2)).isCloseTo(20, within(1.5));
        assertThat(effects.multiplier(2)).isEqualTo(1);
        assertThat(effects.adjusted()[2]).isCloseTo(sales[2] - 20, within(1.5));
    }

    @Test
    void leaves_out_what_says_nothing_and_says_why() {
        var series = TimeSeries.of("mug", 4, 5, 6, 5, 4, 5, 6, 7, 5, 4)
                .withRegressors(Regressors.of("constant", new double[10 + AHEAD])
                        .with("promo", 0, 1, 0, 0, 1, 0, 0, 1, 0, 0)
                        .with("once", 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
                        .with("price", 1, 0, -1, 0, 0, 1, 0, 0, 0, 0, 1, 1, 1, 1));

        var effects = Effects.estimate(series, AHEAD);

        assertThat(effects.isNone()).isTrue();
        assertThat(effects.leftOut().get("constant")).isEqualTo("never varied");
        assertThat(effects.leftOut().get("promo")).contains("not known");
        assertThat(effects.leftOut().get("once")).contains("only once");
        assertThat(effects.leftOut().get("price")).contains("unknown in too many periods");
        assertThat(effects.adjusted()).containsExactly(series.values());
    }

    @Test
    void a_price_stays_until_another_is_planned_and_a_promotion_that_is_not_planned_is_none() {
        double[] sales = new double[60];
        double[] price = new double[61];
        double[] promotion = new double[62];
        for (int i = 0; i < sales.length; i++) {
            price[i] = i % 7 == 3 ? 5 : 10;
            promotion[i] = i % 10 == 4 ? 1 : 0;
            sales[i] = 100 * (price[i] == 5 ? 2 : 1) * (promotion[i] == 1 ? 3 : 1) + i % 3;
        }
        price[12] = 0;
        price[60] = 5;
        promotion[60] = Double.NaN;
        promotion[61] = 1;

        var effects = Effects.estimate(
                TimeSeries.of("mug", sales)
                        .withRegressors(Regressors.of("price", price).with("promo", promotion)),
                AHEAD);

        assertThat(effects.multiplier(60)).isCloseTo(2, within(.1));
        assertThat(effects.multiplier(61)).isCloseTo(6, within(.5));
        assertThat(effects.multiplier(63)).isCloseTo(2, within(.1));
    }

    @Test
    void does_no_harm_where_columns_are_noise() {
        int kept = 0;
        double worst = 1;
        for (int i = 0; i < 200; i++) {
            var draw = DRAWS.keyed("noise", "sku", i);
            var noise = draw.doubles(WEEKS + AHEAD).toArray();
            var effects = Effects.estimate(
                    TimeSeries.of("sku", sales(i, 10, new double[WEEKS])).withRegressors(Regressors.of("rain", noise)),
                    AHEAD);
            kept += effects.kept().size();
            for (int step = 0; step < AHEAD; step++) {
                worst = Math.max(worst, effects.multiplier(WEEKS + step));
            }
        }

        assertThat(kept).isLessThan(12);
        assertThat(worst).isLessThan(1.5);
    }

    @Test
    void draws_a_series_that_hardly_varied_to_what_is_common() {
        var batch = new ArrayList<TimeSeries>();
        for (int i = 0; i < 12; i++) {
            batch.add(priced("sku" + i, 40, -2));
        }
        batch.add(priced("slow", .3, -2));

        double alone = Effects.estimate(batch.get(12), AHEAD).multiplier(WEEKS);
        double together = Effects.estimate(batch, AHEAD).get(12).multiplier(WEEKS);

        assertThat(together).isCloseTo(Math.pow(.8, -2), within(.2));
        assertThat(Math.abs(together - 1.5625)).isLessThanOrEqualTo(Math.abs(alone - 1.5625));
    }

    @Test
    void answers_for_every_degenerate_history() {
        List<double[]> histories = List.of(
                new double[0],
                new double[] {5},
                new double[] {Double.NaN, Double.NaN},
                new double[12],
                new double[] {7, 7, 7, 7, 7, 7, 7, 7, 7, 7},
                new double[] {1e15, 2e15, 1e15, 2e15, 1e15, 2e15, 1e15, 2e15, 1e15, 2e15},
                new double[] {1e-12, 2e-12, 1e-12, 2e-12, 1e-12, 2e-12, 1e-12, 2e-12, 1e-12});
        for (var history : histories) {
            var column = new double[history.length + 2];
            for (int i = 0; i < column.length; i++) {
                column[i] = i % 2;
            }
            var effects =
                    Effects.estimate(TimeSeries.of("mug", history).withRegressors(Regressors.of("promo", column)), 2);

            for (int i = 0; i < column.length; i++) {
                assertThat(effects.onto(1, i)).isFinite();
            }
        }
    }

    private static TimeSeries priced(String name, double level, double elasticity) {
        var draw = DRAWS.keyed("price", name, 0);
        var prices = new double[WEEKS + AHEAD];
        Arrays.fill(prices, 10);
        for (int i = 0; i < WEEKS; i++) {
            prices[i] = draw.nextBoolean(.3) ? 7 + 2 * draw.nextDouble() : 10;
        }
        prices[WEEKS] = 8;
        var logs = new double[WEEKS];
        for (int i = 0; i < WEEKS; i++) {
            logs[i] = elasticity * StrictMath.log(prices[i] / 10);
        }
        return TimeSeries.of(name, sales(name.hashCode(), level, logs)).withRegressors(Regressors.of("price", prices));
    }

    private static double[] sales(int index, double level, double[] logs) {
        var draw = DRAWS.keyed("sales", "sku", index);
        var sales = new double[logs.length];
        for (int i = 0; i < sales.length; i++) {
            sales[i] = NegativeBinomial.poisson(level * StrictMath.exp(logs[i])).quantile(draw.nextOpenDouble());
        }
        return sales;
    }
}
