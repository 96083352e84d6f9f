package dev.storetwin.core.forecast.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.random.Draws;
import dev.storetwin.forecast.Regressors;
import dev.storetwin.forecast.TimeSeries;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaselineDemandTest {

    @Test
    void a_busy_week_is_no_accident_because_many_others_ran_out() {
        double[] uneven = {49, 81, 100, 121, 169};
        var values = new double[60];
        var inStock = new boolean[60];
        for (int week = 0; week < values.length; week++) {
            inStock[week] = week % 5 < 2;
            values[week] = inStock[week] ? uneven[week * 2 % 5 + week / 5 % 3] : 30;
        }
        values[30] = 250;

        var baseline = BaselineDemand.of(TimeSeries.of("tent", values).withInStock(inStock), 4);

        assertThat(baseline.series().value(30)).isEqualTo(250);
    }

    @Test
    void sales_always_in_stock_and_without_columns_are_demand_already() {
        var sales = TimeSeries.of("mug", 4, 5, 3, 6, 4, 5);

        var baseline = BaselineDemand.of(sales, 3);

        assertThat(baseline.series()).isEqualTo(sales);
        assertThat(baseline.later(7, 9)).isEqualTo(9);
    }

    @Test
    void a_period_that_ran_out_is_at_least_what_it_sold_and_whole_units_stay_whole() {
        var draw = Draws.of(1).keyed("sales", "mug", 0);
        var values = new double[60];
        var inStock = new boolean[60];
        for (int i = 0; i < 60; i++) {
            inStock[i] = i % 4 != 0;
            values[i] = inStock[i] ? 8 + draw.nextInt(5) : draw.nextInt(4);
        }

        var baseline = BaselineDemand.of(TimeSeries.of("mug", values).withInStock(inStock), 3)
                .series();

        for (int i = 0; i < 60; i++) {
            assertThat(baseline.inStock(i)).isTrue();
            assertThat(baseline.value(i)).isGreaterThanOrEqualTo(values[i]).matches(it -> it == Math.rint(it));
        }
        assertThat(Arrays.stream(baseline.values()).average().orElse(0)).isEqualTo(10, within(1.0));
    }

    @Test
    void a_promotion_is_taken_off_and_put_on() {
        var draw = Draws.of(2).keyed("sales", "mug", 0);
        var values = new double[120];
        var promotion = new double[124];
        for (int i = 0; i < promotion.length; i++) {
            promotion[i] = i % 6 == 0 ? 1 : 0;
        }
        Arrays.setAll(values, i -> Math.rint((20 + 2 * draw.nextGaussian()) * (promotion[i] == 1 ? 2 : 1)));
        var sales = TimeSeries.of("mug", values).withRegressors(Regressors.of(Regressors.PROMOTION, promotion));

        var baseline = BaselineDemand.of(sales, 4);

        assertThat(baseline.series().value(6)).isEqualTo(20, within(7.0));
        assertThat(baseline.later(120, 40)).isEqualTo(20, within(2.0));
        assertThat(baseline.later(121, 20)).isEqualTo(20, within(1.0));
    }

    @Test
    void a_giant_order_taken_back_leaves_nothing() {
        var values = new double[60];
        Arrays.setAll(values, i -> 5 + i * 7 % 5);
        values[30] = 74_215;
        values[31] = -74_209;

        var baseline = BaselineDemand.of(TimeSeries.of("jar", values), 1).series();

        assertThat(Arrays.stream(baseline.values()).max().orElse(0)).isLessThan(20);
        assertThat(Arrays.stream(baseline.values()).min().orElse(0)).isGreaterThan(-20);
    }

    @Test
    void a_panel_is_answered_in_its_order() {
        var panel = List.of(TimeSeries.of("a", 1, 2, 3), TimeSeries.of("b", 4, 5, 6));

        assertThat(BaselineDemand.of(panel, 2))
                .extracting(it -> it.sales().name())
                .containsExactly("a", "b");
    }
}
